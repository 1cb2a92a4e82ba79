#include "process/collaboration_choice.h"

#include <string.h>

#include "process/collaboration_know.h"

/* Levels around which what an organisation is itself is weighed, so that the weights of
 * `density` and `making` are those of a usual one: the mean effort, the trust to which it
 * drifts at the start, and a lever at its default. */
static const double USUAL_EFFORT = 0.4, USUAL_TRUST = 0.59, USUAL_LEVER = 0.5;

/* A partner more between two that are partners already adds half of what the one before added. */
static const double CLOSURE_PARAMETER = 69;

static struct term weigh(const char *effect, enum term_role role, double value,
                         const struct covariate *covariate)
{
    return (struct term){.effect = effect_find(effect),
                         .role = role,
                         .value = value,
                         .parameter = CLOSURE_PARAMETER,
                         .covariate = covariate};
}

void collaboration_model_init(struct collaboration_model *model,
                              const struct collaboration_network_params *params,
                              double vision_distance)
{
    struct covariate *known = model->covariates;
    model->vision_distance = vision_distance;
    model->strangers = params->strangers;
    for (size_t c = 0; c < KNOWN_COLUMNS; c++)
        known[c] = (struct covariate){.name = "", .column = c, .range = 1};
    known[KNOWN_EFFORT].mean = USUAL_EFFORT;
    known[KNOWN_TRUST].mean = USUAL_TRUST;
    known[KNOWN_BROKERAGE].mean = USUAL_LEVER;
    const struct term terms[COLLABORATION_EFFECTS] = {
        weigh("density", ROLE_EVALUATION, params->density, NULL),
        weigh("density", ROLE_CREATION, params->making, NULL),
        weigh("outAct", ROLE_EVALUATION, params->crowding, NULL),
        weigh("recip", ROLE_EVALUATION, params->reciprocity, NULL),
        weigh("gwespFF", ROLE_EVALUATION, params->closure, NULL),
        weigh("egoX", ROLE_EVALUATION, params->effort, &known[KNOWN_EFFORT]),
        weigh("egoX", ROLE_EVALUATION, params->trust, &known[KNOWN_TRUST]),
        weigh("egoX", ROLE_EVALUATION, params->history, &known[KNOWN_HISTORY]),
        weigh("egoX", ROLE_CREATION, params->brokerage, &known[KNOWN_BROKERAGE]),
        weigh("altX", ROLE_CREATION, 1, &known[KNOWN_FAR]),
        weigh("altX", ROLE_EVALUATION, params->complement, &known[KNOWN_COMPLEMENT]),
        weigh("altX", ROLE_EVALUATION, params->alignment, &known[KNOWN_ALIGNMENT]),
        weigh("altX", ROLE_EVALUATION, params->rivalry, &known[KNOWN_RIVALRY]),
        weigh("altX", ROLE_ENDOWMENT, params->strength, &known[KNOWN_STRENGTH]),
    };
    memcpy(model->terms, terms, sizeof terms);
}

/* Options in the worker's room, which holds all that any ego can have. */
static struct choice options_in(const struct collaboration_room *room, size_t worker)
{
    const size_t at = worker * room->options;
    struct choice choice = {.room = room->options - 1, /* the last one stands for ego */
                            .alter = room->alter + at,
                            .tied = room->tied + at,
                            .back = room->back + at,
                            .relation = room->relation + at,
                            .two_path = room->two_path + at,
                            .utility = room->utility + at,
                            .contribution = room->contribution + at,
                            .weight = room->weight + at,
                            .columns = COLLABORATION_KNOWN,
                            .known = room->attribute + at * COLLABORATION_KNOWN,
                            .where = room->where + worker * room->places,
                            .where_mask = room->places - 1,
                            .serial = 1};
    memset(choice.tied, 0, room->options);
    memset(choice.back, 0, room->options);
    memset(choice.relation, 0, room->options);
    memset(choice.two_path, 0, room->options * sizeof *choice.two_path);
    memset(choice.where, 0, room->places * sizeof *choice.where);
    return choice;
}

static struct lists rows_in(uint32_t *slot, size_t stride, uint8_t *degrees, size_t first)
{
    return (struct lists){
        .slot = slot + first * stride, .stride = stride, .degrees = degrees + first};
}

void collaboration_choice_open(struct collaboration_choice *choice,
                               const struct collaboration_model *model, const struct world *world,
                               size_t worker)
{
    const struct collaboration_room *room = &world->collaborations.room;
    const size_t first = worker * room->actors;
    *choice = (struct collaboration_choice){.model = model,
                                            .world = world,
                                            .member = room->member + first,
                                            .actor = room->actor + first};
    choice->network =
        (struct network){.out = rows_in(room->out, COLLABORATION_SLOTS, room->out_degree, first),
                         .in = rows_in(room->in, COLLABORATION_NAMED, room->in_degree, first),
                         .record = room->known + first * COLLABORATION_KNOWN,
                         .record_size = COLLABORATION_KNOWN};
    choice->sampler = (struct sampler){.kind = SAMPLER_DENSE,
                                       .network = &choice->network,
                                       .terms = model->terms,
                                       .term_count = COLLABORATION_EFFECTS,
                                       .max_degree = COLLABORATION_SLOTS,
                                       .counts = effect_counts(model->terms, COLLABORATION_EFFECTS),
                                       .choice = options_in(room, worker)};
}

/* Makes the tie in both rows; nobody is named by more than there is room for. */
static void tie(struct network *network, uint32_t ego, uint32_t alter)
{
    const size_t out = ego * network->out.stride + network->out.degrees[ego]++;
    const size_t in = alter * network->in.stride + network->in.degrees[alter]++;
    network->out.slot[out] = alter;
    network->in.slot[in] = ego;
}

static void untie(struct lists *lists, uint32_t actor, uint32_t other)
{
    uint32_t *row = lists->slot + actor * lists->stride;
    const uint8_t last = --lists->degrees[actor];
    uint8_t k = 0;
    while (row[k] != other)
        k++;
    row[k] = row[last];
}

/* Numbers those who are there; says how many. */
static uint32_t number_actors(struct collaboration_choice *choice)
{
    const struct world *world = choice->world;
    uint32_t actors = 0;
    for (uint32_t row = 0; row < world->municipalities.organisations[choice->municipality]; row++) {
        if (!organisations_present(&world->organisations, choice->first + row))
            continue;
        choice->actor[row] = actors;
        choice->member[actors++] = choice->first + row;
    }
    return actors;
}

void collaboration_choice_enter(struct collaboration_choice *choice, size_t municipality)
{
    const struct world *world = choice->world;
    const struct collaborations *ties = &world->collaborations;
    struct network *network = &choice->network;
    choice->municipality = municipality;
    choice->first = world->municipalities.first_organisation[municipality];
    network->actors = number_actors(choice);
    network->out.actors = network->in.actors = network->actors;
    memset(network->out.degrees, 0, network->actors);
    memset(network->in.degrees, 0, network->actors);
    for (uint32_t i = 0; i < network->actors; i++) {
        const size_t row = (size_t)choice->member[i] * COLLABORATION_SLOTS;
        for (size_t k = 0; k < COLLABORATION_SLOTS && collaborations_used(ties, row + k); k++)
            tie(network, i, collaboration_actor(choice, ties->to[row + k]));
    }
    collaboration_know_itself(choice);
}

uint32_t collaboration_choice_make(struct collaboration_choice *choice, uint32_t ego,
                                   struct stream *draw)
{
    const uint32_t i = collaboration_actor(choice, ego);
    uint32_t j = i;
    collaboration_know_others(choice, i);
    /* It cannot fail: the room holds all options. */
    sampler_choose(&choice->sampler, i, draw, &j, NULL);
    const bool full = choice->network.in.degrees[j] == COLLABORATION_NAMED;
    return full && !network_has(&choice->network, i, j) ? ego : choice->member[j];
}

void collaboration_choice_toggled(struct collaboration_choice *choice, uint32_t ego, uint32_t alter)
{
    struct network *network = &choice->network;
    const uint32_t i = collaboration_actor(choice, ego), j = collaboration_actor(choice, alter);
    if (!network_has(network, i, j)) {
        tie(network, i, j);
        return;
    }
    untie(&network->out, i, j);
    untie(&network->in, j, i);
}
