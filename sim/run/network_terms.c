/* Effects and rates of a spec, by the tables of the engine. */
#include <stdio.h>
#include <string.h>

#include "params/nearest.h"
#include "run/network_setting.h"

static const char by_out_degree[] = "outdegree", by_in_degree[] = "indegree";

struct made {
    struct network_setting *setting;
    struct spel_error *error;
    bool fine;
};

#define FAULT(made, mark, ...)                                                                     \
    ((made)->fine = network_spec_fault((made)->setting->spec, (mark), (made)->error, __VA_ARGS__))

static struct covariate *covariate_named(const struct network_setting *setting, const char *name)
{
    for (size_t c = 0; c < setting->start.covariate_count; c++)
        if (strcmp(setting->start.covariates[c].name, name) == 0)
            return &setting->start.covariates[c];
    return NULL;
}

static const char *nearest_covariate(const struct network_setting *setting, const char *name,
                                     bool degrees)
{
    struct nearest nearest = nearest_begin(name);
    if (degrees) {
        nearest_offer(&nearest, by_out_degree);
        nearest_offer(&nearest, by_in_degree);
    }
    for (size_t c = 0; c < setting->start.covariate_count; c++)
        nearest_offer(&nearest, setting->start.covariates[c].name);
    return nearest.best;
}

static void fault_with_nearest(struct made *made, const struct spec_mark *mark, const char *name,
                               const char *what, const char *best)
{
    if (best)
        FAULT(made, mark, "%s is no %s (did you mean %s?)", name, what, best);
    else if (strncmp(what, "effect", strlen("effect")) == 0)
        FAULT(made, mark, "%s is no %s: samenspel network effects lists them", name, what);
    else
        FAULT(made, mark, "%s is no %s", name, what);
}

/* What the effect is about. */
static void of_find(struct made *made, const struct spec_effect *given, struct term *term)
{
    const struct network_setting *setting = made->setting;
    struct nearest nearest = nearest_begin(given->of ? given->of : "");
    if (term->effect->of == OF_NOTHING) {
        if (given->of)
            FAULT(made, &given->of_mark, "%s is of no covariate: leave it out", given->name);
        return;
    }
    const bool dyadic = term->effect->of == OF_DYADIC;
    if (!given->of) {
        FAULT(made, &given->mark, "of is missing: which %s %s is of",
              dyadic ? "dyadic covariate" : "covariate", given->name);
        return;
    }
    if (!dyadic && !(term->covariate = covariate_named(setting, given->of)))
        fault_with_nearest(made, &given->of_mark, given->of, "covariate or behaviour",
                           nearest_covariate(setting, given->of, false));
    for (size_t d = 0; d < setting->start.dyadic_count && dyadic && !term->dyadic; d++) {
        nearest_offer(&nearest, setting->start.dyadics[d].name);
        if (strcmp(setting->start.dyadics[d].name, given->of) == 0)
            term->dyadic = &setting->start.dyadics[d];
    }
    if (dyadic && !term->dyadic)
        fault_with_nearest(made, &given->of_mark, given->of, "dyadic covariate", nearest.best);
}

static void role_find(struct made *made, const struct spec_effect *given, enum term_role *role)
{
    static const char *const shorts[] = {"eval", "creation", "endow"};
    for (int r = ROLE_EVALUATION; r <= ROLE_ENDOWMENT; r++)
        if (strcmp(given->type, term_role_names[r]) == 0 || strcmp(given->type, shorts[r]) == 0) {
            *role = (enum term_role)r;
            return;
        }
    FAULT(made, &given->type_mark, "%s: evaluation, creation or endowment is expected",
          given->type);
}

static void fault_of_effect(struct made *made, const struct spec_effect *given)
{
    struct nearest nearest = nearest_begin(given->name);
    for (size_t i = 0; i < effect_count; i++)
        nearest_offer(&nearest, effects[i].name);
    if (behaviour_effect_find(given->name))
        FAULT(made, &given->mark, "%s is an effect on a behaviour: give on", given->name);
    else
        fault_with_nearest(made, &given->mark, given->name, "effect", nearest.best);
}

/* With another name for the square root, where RSiena has it as parameter 2. */
static void parameter_check(struct made *made, const struct spec_effect *given,
                            const struct effect *effect)
{
    double least, most;
    char root[64];
    effect_parameter_ends(effect, &least, &most);
    snprintf(root, sizeof root, "%.50sSqrt", effect->name);
    if (effect->parameter == 0 && given->parameter.value == 2 && effect_find(root))
        FAULT(made, &given->parameter.mark, "%s has no parameter: its square root is %s",
              effect->name, root);
    else if (effect->parameter == 0)
        FAULT(made, &given->parameter.mark, "%s has no parameter: leave it out", effect->name);
    else if (given->parameter.value < least || given->parameter.value > most)
        FAULT(made, &given->parameter.mark, "%g: outside [%g, %g]", given->parameter.value, least,
              most);
}

static void term_make(struct made *made, const struct spec_effect *given, struct term *term)
{
    *term = (struct term){.effect = effect_find(given->name), .value = given->value};
    if (!term->effect) {
        fault_of_effect(made, given);
        return;
    }
    role_find(made, given, &term->role);
    of_find(made, given, term);
    term->parameter = given->parameter.given ? given->parameter.value : term->effect->parameter;
    if (given->parameter.given)
        parameter_check(made, given, term->effect);
    if (!made->setting->spec->dense && term->effect->reach != REACH_LOCAL && !term->effect->bound)
        FAULT(made, &given->mark, "%s is not drawn by the sparse sampler: choose dense",
              given->name);
}

static bool same_term(const struct term *one, const struct term *other)
{
    return one->effect == other->effect && one->role == other->role &&
           one->covariate == other->covariate && one->dyadic == other->dyadic &&
           one->parameter == other->parameter;
}

static void network_term_add(struct made *made, const struct spec_effect *given)
{
    struct evolution_model *model = &made->setting->model;
    struct term *term = &model->terms[model->term_count];
    const bool before = made->fine;
    made->fine = true;
    term_make(made, given, term);
    for (size_t t = 0; t < model->term_count && made->fine; t++)
        if (same_term(term, &model->terms[t]))
            FAULT(made, &given->mark, "%s stands there twice: leave one out", given->name);
    model->term_count += made->fine;
    made->fine = made->fine && before;
}

static void behaviour_term_add(struct made *made, const struct spec_effect *given,
                               struct behaviour *behaviour)
{
    struct nearest nearest = nearest_begin(given->name);
    for (size_t i = 0; i < behaviour_effect_count; i++)
        nearest_offer(&nearest, behaviour_effects[i].name);
    const struct behaviour_effect *effect = behaviour_effect_find(given->name);
    enum term_role role = ROLE_EVALUATION;
    role_find(made, given, &role);
    if (!effect)
        fault_with_nearest(made, &given->mark, given->name, "effect on a behaviour", nearest.best);
    if (role != ROLE_EVALUATION)
        FAULT(made, &given->type_mark, "effects on a behaviour are of the type evaluation");
    if (given->of)
        FAULT(made, &given->of_mark, "an effect on a behaviour is of no covariate: leave it out");
    if (given->parameter.given)
        FAULT(made, &given->parameter.mark, "%s has no parameter: leave it out", given->name);
    for (size_t t = 0; t < behaviour->term_count; t++)
        if (effect && behaviour->terms[t].effect == effect)
            FAULT(made, &given->mark, "%s stands there twice: leave one out", given->name);
    behaviour->terms[behaviour->term_count++] =
        (struct behaviour_term){.effect = effect, .value = given->value};
}

static void effect_add(struct made *made, const struct spec_effect *given)
{
    const struct network_spec *spec = made->setting->spec;
    struct nearest nearest = nearest_begin(given->on ? given->on : "");
    if (!given->on || strcmp(given->on, "network") == 0) {
        network_term_add(made, given);
        return;
    }
    for (size_t b = 0; b < spec->behaviour_count; b++) {
        nearest_offer(&nearest, spec->behaviours[b].name);
        if (strcmp(spec->behaviours[b].name, given->on) == 0) {
            behaviour_term_add(made, given, &made->setting->model.behaviours[b]);
            return;
        }
    }
    fault_with_nearest(made, &given->on_mark, given->on, "behaviour", nearest.best);
}

static void pace_make(struct made *made, const struct spec_rate *given, struct pace *pace)
{
    pace->rate = given->value;
    pace->terms =
        pool_take(&made->setting->pool, given->term_count + 1, sizeof *pace->terms, made->error);
    made->fine &= pace->terms != NULL;
    for (size_t t = 0; pace->terms && t < given->term_count; t++) {
        const struct spec_rate_term *from = &given->terms[t];
        struct rate_term *term = &pace->terms[pace->term_count++];
        *term = (struct rate_term){.by = RATE_BY_COVARIATE, .value = from->value};
        if (strcmp(from->name, by_out_degree) == 0)
            term->by = RATE_BY_OUT_DEGREE;
        else if (strcmp(from->name, by_in_degree) == 0)
            term->by = RATE_BY_IN_DEGREE;
        else if (!(term->covariate = covariate_named(made->setting, from->name)))
            fault_with_nearest(made, &from->mark, from->name, "covariate, outdegree or indegree",
                               nearest_covariate(made->setting, from->name, true));
    }
}

static bool rooms_take(struct network_setting *setting, struct spel_error *error)
{
    const struct network_spec *spec = setting->spec;
    struct evolution_model *model = &setting->model;
    model->terms = pool_take(&setting->pool, spec->effect_count + 1, sizeof *model->terms, error);
    model->behaviour_paces =
        pool_take(&setting->pool, spec->behaviour_count + 1, sizeof *model->behaviour_paces, error);
    bool fine = model->terms && model->behaviour_paces;
    for (size_t b = 0; b < spec->behaviour_count && fine; b++) {
        struct behaviour *behaviour = &model->behaviours[b];
        behaviour->terms =
            pool_take(&setting->pool, spec->effect_count + 1, sizeof *behaviour->terms, error);
        fine = behaviour->terms != NULL;
    }
    return fine;
}

bool network_terms_init(struct network_setting *setting, struct spel_error *error)
{
    const struct network_spec *spec = setting->spec;
    struct made made = {setting, error, true};
    if (!rooms_take(setting, error))
        return false;
    setting->model.max_degree = spec->max_degree;
    for (size_t i = 0; i < spec->effect_count; i++)
        effect_add(&made, &spec->effects[i]);
    pace_make(&made, &spec->network_rate, &setting->model.network_pace);
    for (size_t b = 0; b < spec->behaviour_count; b++)
        pace_make(&made, &spec->behaviour_rates[b], &setting->model.behaviour_paces[b]);
    return made.fine;
}

/* Whether nobody would be at it for ever; `given` is where the rate comes from. */
static bool pace_ends(const struct network_setting *setting, const struct pace *pace,
                      const struct spec_rate *given, struct spel_error *error)
{
    const struct rates rates = {.network = &setting->start,
                                .rate = pace->rate,
                                .terms = pace->terms,
                                .term_count = pace->term_count};
    for (uint32_t i = 0; i < setting->start.actors && pace->term_count > 0; i++)
        if (!(rates_of(&rates, i) <= RATES_HIGHEST))
            return network_spec_fault(setting->spec, &given->terms[0].mark, error,
                                      "actor %u would have %.2g opportunities, at most %g are "
                                      "allowed: its rate is %g x exp(the sum of these)",
                                      i + 1, rates_of(&rates, i), RATES_HIGHEST, pace->rate);
    return true;
}

bool network_terms_check(const struct network_setting *setting, struct spel_error *error)
{
    const struct evolution_model *model = &setting->model;
    bool fine = pace_ends(setting, &model->network_pace, &setting->spec->network_rate, error);
    for (size_t b = 0; b < model->behaviour_count && fine; b++)
        fine = pace_ends(setting, &model->behaviour_paces[b], &setting->spec->behaviour_rates[b],
                         error);
    return fine;
}
