#include "network/evolution.h"

#include "base/elementary.h"
#include "base/memory.h"
#include "base/prefetch.h"
#include "world/draw.h"

/* Networks of so many actors and fewer lie in the first cache, or in the caches. */
enum { IN_FIRST_CACHE = 256, IN_CACHES = 65536 };

static size_t variables_of(const struct evolution_model *model)
{
    return VARIABLE_BEHAVIOUR + model->behaviour_count;
}

/* When the next opportunity comes, and whose it is, if the rates stay as they are. */
static void draw_opportunity(struct evolution *evolution, struct opportunity *next)
{
    const size_t variables = variables_of(evolution->model);
    bool taken = false;
    while (!taken) {
        double total = 0;
        for (size_t v = 0; v < variables; v++)
            total += evolution->rates[v].total;
        evolution->time -= elementary_log(stream_uniform(&evolution->clock)) / total;
        double point = stream_uniform(&evolution->clock) * total;
        next->variable = 0;
        while (next->variable + 1 < variables && point >= evolution->rates[next->variable].total)
            point -= evolution->rates[next->variable++].total;
        taken = evolution->time >= 1 ||
                rates_draw(&evolution->rates[next->variable], &evolution->clock, &next->ego);
    }
    next->time = evolution->time;
}

static uint32_t ego_ahead(const struct evolution *evolution, size_t distance)
{
    return evolution->ahead[(evolution->next + distance) % EVOLUTION_AHEAD].ego;
}

/* Asks for the record and the rows of an actor, if they are at home. */
static void ask_for(const struct network *network, uint32_t actor)
{
    prefetch(lists_at(&network->out, actor));
    prefetch(lists_home(&network->out, actor));
}

/* Asks for the rows of an actor that are not at home. */
static void ask_for_moved(const struct network *network, uint32_t actor)
{
    if (lists_at(&network->out, actor)->room > 0)
        prefetch(lists_row(&network->out, actor));
    if (lists_at(&network->in, actor)->room > 0)
        prefetch(lists_row(&network->in, actor));
}

static void ask_for_alters(const struct network *network, uint32_t ego, bool moved)
{
    const uint32_t *row = lists_row(&network->out, ego);
    for (uint32_t k = 0; k < lists_degree(&network->out, ego); k++)
        if (moved)
            ask_for_moved(network, lists_actor(row[k]));
        else
            ask_for(network, lists_actor(row[k]));
}

/* Asks for what is known of those two steps away. */
static void ask_beyond(const struct network *network, uint32_t ego)
{
    const uint32_t *row = lists_row(&network->out, ego);
    for (uint32_t k = 0; k < lists_degree(&network->out, ego); k++)
        for (int direction = 0; direction < 2; direction++) {
            const struct lists *lists = direction == 0 ? &network->out : &network->in;
            const uint32_t *further = lists_row(lists, lists_actor(row[k]));
            const uint32_t degree = lists_degree(lists, lists_actor(row[k]));
            for (uint32_t l = 0; l < degree; l++) {
                const uint32_t j = lists_actor(further[l]);
                prefetch(lists_at(&network->in, j)); /* in the line of the record */
            }
        }
}

/* Memory that later choices will read is asked for in steps, each of which reads
 * what the one before it asked for. */
static void ask_ahead(const struct evolution *evolution)
{
    const struct network *network = evolution->network;
    ask_for(network, ego_ahead(evolution, EVOLUTION_AHEAD - 1));
    ask_for_moved(network, ego_ahead(evolution, 11));
    ask_for_alters(network, ego_ahead(evolution, 7), false);
    ask_for_alters(network, ego_ahead(evolution, 4), true);
    if (network->actors > IN_CACHES)
        ask_beyond(network, ego_ahead(evolution, 2));
}

static bool take_rates(struct evolution *evolution, struct spel_error *error)
{
    const struct evolution_model *model = evolution->model;
    evolution->rates = memory_take(variables_of(model), sizeof *evolution->rates, error);
    bool fine = evolution->rates != NULL;
    for (size_t v = 0; v < variables_of(model) && fine; v++) {
        const struct pace *pace =
            v == VARIABLE_NETWORK ? &model->network_pace : &model->behaviour_paces[v - 1];
        fine = rates_init(&evolution->rates[v], evolution->network, pace->rate, pace->terms,
                          pace->term_count, error);
        evolution->constant_rates &= pace->term_count == 0;
    }
    return fine;
}

bool evolution_init(struct evolution *evolution, const struct evolution_model *model,
                    struct network *network, enum sampler_kind sampler, struct philox_key key,
                    struct spel_error *error)
{
    const struct moment period = {key, 0};
    *evolution = (struct evolution){.model = model,
                                    .network = network,
                                    .clock = stream_open(period, DRAW_EVOLUTION_CLOCK, 0),
                                    .choices = stream_open(period, DRAW_EVOLUTION_CHOICE, 0),
                                    .constant_rates = true};
    if (!sampler_init(&evolution->sampler, sampler, network, model->terms, model->term_count,
                      model->max_degree, error) ||
        !take_rates(evolution, error))
        return false;
    for (size_t k = 0; k < EVOLUTION_AHEAD && evolution->constant_rates; k++)
        draw_opportunity(evolution, &evolution->ahead[k]);
    return true;
}

void evolution_clear(struct evolution *evolution)
{
    for (size_t v = 0; evolution->rates && v < variables_of(evolution->model); v++)
        rates_clear(&evolution->rates[v]);
    memory_release(evolution->rates);
    sampler_clear(&evolution->sampler);
    *evolution = (struct evolution){0};
}

static bool tell_of_change(struct evolution *evolution, uint32_t actor, struct spel_error *error)
{
    bool fine = true;
    for (size_t v = 0; v < variables_of(evolution->model) && fine; v++)
        fine = rates_update(&evolution->rates[v], actor, error);
    return fine;
}

static bool toggle(struct evolution *evolution, uint32_t ego, uint32_t alter,
                   struct spel_error *error)
{
    if (network_has(evolution->network, ego, alter))
        network_drop(evolution->network, ego, alter);
    else if (!network_make(evolution->network, ego, alter, error))
        return false;
    return sampler_toggled(&evolution->sampler, ego, alter, error) &&
           tell_of_change(evolution, ego, error) && tell_of_change(evolution, alter, error);
}

bool evolution_apply(struct evolution *evolution, const struct mini_step *step,
                     struct spel_error *error)
{
    struct network *network = evolution->network;
    if (step->variable == VARIABLE_NETWORK)
        return step->alter == step->ego || toggle(evolution, step->ego, step->alter, error);
    if (step->difference == 0)
        return true;
    const struct behaviour *behaviour =
        &evolution->model->behaviours[step->variable - VARIABLE_BEHAVIOUR];
    network->record[step->ego * network->record_size + behaviour->covariate->column] +=
        step->difference;
    return tell_of_change(evolution, step->ego, error) &&
           (evolution->sampler.kind == SAMPLER_DENSE ||
            envelope_update(&evolution->sampler.envelope, step->ego, error));
}

static struct opportunity next_opportunity(struct evolution *evolution)
{
    struct opportunity next;
    if (!evolution->constant_rates) {
        draw_opportunity(evolution, &next);
        return next;
    }
    struct opportunity *slot = &evolution->ahead[evolution->next];
    next = *slot;
    draw_opportunity(evolution, slot);
    evolution->next = (evolution->next + 1) % EVOLUTION_AHEAD;
    if (evolution->network->actors > IN_FIRST_CACHE)
        ask_ahead(evolution);
    return next;
}

bool evolution_next(struct evolution *evolution, struct mini_step *step, bool *over,
                    struct spel_error *error)
{
    const struct opportunity next = next_opportunity(evolution);
    *over = next.time >= 1;
    if (*over)
        return true;
    *step = (struct mini_step){.variable = next.variable, .ego = next.ego, .alter = next.ego};
    if (next.variable == VARIABLE_NETWORK) {
        if (!sampler_choose(&evolution->sampler, next.ego, &evolution->choices, &step->alter,
                            error))
            return false;
    } else {
        step->difference =
            behaviour_choose(&evolution->model->behaviours[next.variable - VARIABLE_BEHAVIOUR],
                             evolution->network, next.ego, &evolution->choices);
    }
    return evolution_apply(evolution, step, error);
}

/* The logarithm of no chance at all. */
static const double NEVER = -1e300;

bool evolution_log_probability(struct evolution *evolution, const struct mini_step *step,
                               double *log_option, double *log_choice, struct spel_error *error)
{
    double total = 0;
    for (size_t v = 0; v < variables_of(evolution->model); v++)
        for (uint32_t i = 0; i < evolution->network->actors; i++)
            total += rates_of(&evolution->rates[v], i);
    const double rate = rates_of(&evolution->rates[step->variable], step->ego);
    *log_option = rate > 0 ? elementary_log(rate) - elementary_log(total) : NEVER;
    if (step->variable == VARIABLE_NETWORK)
        return sampler_log_probability(&evolution->sampler, step->ego, step->alter, log_choice,
                                       error);
    double probability[3];
    behaviour_probabilities(&evolution->model->behaviours[step->variable - VARIABLE_BEHAVIOUR],
                            evolution->network, step->ego, probability);
    const double chosen = probability[step->difference + 1];
    *log_choice = chosen > 0 ? elementary_log(chosen) : NEVER;
    return true;
}
