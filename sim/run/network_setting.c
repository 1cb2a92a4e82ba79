#include "run/network_setting.h"

#include <math.h>

#include "run/network_constants.h"

static void extremes(const double *values, size_t count, double *least, double *most)
{
    *least = *most = values[0];
    for (size_t i = 1; i < count; i++) {
        *least = fmin(*least, values[i]);
        *most = fmax(*most, values[i]);
    }
}

/* The mean over the waves but the last, as the reference takes it. */
static bool similarity_mean(const struct spec_attribute *attribute, size_t actors, double range,
                            double *mean, struct spel_error *error)
{
    const size_t waves = attribute->wave_count > 1 ? attribute->wave_count - 1 : 1;
    double sum = 0, one;
    for (size_t w = 0; w < waves; w++) {
        if (!network_similarity_mean(attribute->values + w * actors, actors, range, &one, error))
            return false;
        sum += one;
    }
    *mean = sum / (double)waves;
    return true;
}

/* Constants that are not given follow from the values. */
static bool covariate_init(struct network_setting *setting, struct covariate *covariate,
                           const struct spec_attribute *attribute, size_t column,
                           struct spel_error *error)
{
    const size_t actors = setting->spec->actors, count = actors * attribute->wave_count;
    *covariate = (struct covariate){.name = attribute->name, .column = column};
    extremes(attribute->values, count, &covariate->least, &covariate->most);
    const double spread = covariate->most - covariate->least;
    covariate->range = attribute->range.given ? attribute->range.value : spread;
    if (attribute->range.given && attribute->range.value < spread)
        return network_spec_fault(setting->spec, &attribute->range.mark, error,
                                  "the values run from %g to %g, which is further",
                                  covariate->least, covariate->most);
    if (covariate->range == 0)
        return network_spec_fault(
            setting->spec, &attribute->mark, error,
            "all actors have the same value: give its range, or leave it out");
    covariate->mean =
        attribute->centre.given ? attribute->centre.value : network_mean(attribute->values, count);
    covariate->similarity_mean = attribute->similarity_mean.value;
    return attribute->similarity_mean.given ||
           similarity_mean(attribute, actors, covariate->range, &covariate->similarity_mean, error);
}

static bool behaviour_init(struct network_setting *setting, struct behaviour *behaviour,
                           struct covariate *covariate, const struct spec_attribute *attribute,
                           struct spel_error *error)
{
    const size_t count = setting->spec->actors * attribute->wave_count;
    if (attribute->range.given) {
        covariate->least = attribute->least;
        covariate->most = attribute->most;
    }
    for (size_t i = 0; i < count; i++) {
        const double value = attribute->values[i];
        const size_t actor = i % setting->spec->actors, wave = i / setting->spec->actors;
        if (value != floor(value) || fabs(value) > 1e6)
            return network_spec_fault(setting->spec, &attribute->column_mark[wave], error,
                                      "actor %zu has %g: a behaviour has whole values", actor + 1,
                                      value);
        if (value < covariate->least || value > covariate->most)
            return network_spec_fault(setting->spec, &attribute->range.mark, error,
                                      "actor %zu has %g: outside [%g, %g]", actor + 1, value,
                                      covariate->least, covariate->most);
    }
    behaviour->covariate = covariate;
    behaviour->least = (int)covariate->least;
    behaviour->most = (int)covariate->most;
    return true;
}

static void column_fill(struct network *network, size_t column, const double *values)
{
    for (size_t i = 0; i < network->actors; i++)
        network->record[i * network->record_size + column] = values[i];
}

static bool attributes_init(struct network_setting *setting, struct spel_error *error)
{
    const struct network_spec *spec = setting->spec;
    struct network *start = &setting->start;
    struct evolution_model *model = &setting->model;
    const size_t fixed = spec->covariate_count;
    bool fine = true;
    start->covariate_count = fixed + spec->behaviour_count;
    start->covariates =
        pool_take(&setting->pool, start->covariate_count + 1, sizeof *start->covariates, error);
    model->behaviours =
        pool_take(&setting->pool, spec->behaviour_count + 1, sizeof *model->behaviours, error);
    if (!start->covariates || !model->behaviours)
        return false;
    model->behaviour_count = spec->behaviour_count;
    for (size_t c = 0; c < start->covariate_count; c++) {
        const struct spec_attribute *attribute =
            c < fixed ? &spec->covariates[c] : &spec->behaviours[c - fixed];
        struct covariate *covariate = &start->covariates[c];
        column_fill(start, c, attribute->values);
        fine = covariate_init(setting, covariate, attribute, c, error) &&
               (c < fixed || behaviour_init(setting, &model->behaviours[c - fixed], covariate,
                                            attribute, error)) &&
               fine;
    }
    return fine;
}

static bool plane_init_from(struct network_setting *setting, struct dyadic *dyadic,
                            const struct spec_dyadic *given, size_t column,
                            struct spel_error *error)
{
    struct network *start = &setting->start;
    double side[2];
    dyadic->kind = DYADIC_PLANE;
    dyadic->scale = given->scale;
    for (size_t c = 0; c < 2; c++) {
        double least, most;
        dyadic->column[c] = column + c;
        column_fill(start, column + c, given->coordinate[c]);
        extremes(given->coordinate[c], start->actors, &least, &most);
        side[c] = most - least;
    }
    dyadic->most = sqrt(side[0] * side[0] + side[1] * side[1]) * given->scale;
    dyadic->mean = given->centre.value;
    if (given->centre.given)
        return true;
    if (start->actors > SETTING_MEAN_ACTORS)
        return network_spec_fault(setting->spec, &given->mark, error,
                                  "more than %d actors: give centre, the mean over ordered pairs",
                                  SETTING_MEAN_ACTORS);
    if (!network_distance_mean(given->coordinate[0], given->coordinate[1], start->actors,
                               &dyadic->mean, error))
        return false;
    dyadic->mean *= given->scale;
    return true;
}

/* Pairs that are not listed count as 0 in the mean too. */
static bool pairs_init(struct network_setting *setting, struct dyadic *dyadic,
                       const struct spec_dyadic *given, struct spel_error *error)
{
    const size_t actors = setting->start.actors;
    double sum = 0;
    dyadic->kind = DYADIC_PAIRS;
    dyadic->alter = given->alter;
    dyadic->value = given->value;
    dyadic->first = pool_take(&setting->pool, actors + 1, sizeof *dyadic->first, error);
    if (!dyadic->first)
        return false;
    for (size_t p = 0; p < given->pair_count; p++) {
        dyadic->first[given->ego[p] + 1]++;
        sum += given->value[p];
    }
    for (size_t i = 0; i < actors; i++)
        dyadic->first[i + 1] += dyadic->first[i];
    dyadic->mean =
        given->centre.given ? given->centre.value : sum / ((double)actors * (double)(actors - 1));
    return true;
}

static bool dyadics_init(struct network_setting *setting, struct spel_error *error)
{
    const struct network_spec *spec = setting->spec;
    struct network *start = &setting->start;
    size_t column = start->covariate_count;
    bool fine = true;
    start->dyadic_count = spec->dyadic_count;
    start->dyadics =
        pool_take(&setting->pool, spec->dyadic_count + 1, sizeof *start->dyadics, error);
    for (size_t d = 0; start->dyadics && d < spec->dyadic_count; d++) {
        const struct spec_dyadic *given = &spec->dyadics[d];
        struct dyadic *dyadic = &start->dyadics[d];
        dyadic->name = given->name;
        fine = (given->in_plane ? plane_init_from(setting, dyadic, given, column, error)
                                : pairs_init(setting, dyadic, given, error)) &&
               fine;
        column += given->in_plane ? 2 : 0;
    }
    return start->dyadics && fine;
}

static size_t attributes_of(const struct network_spec *spec)
{
    size_t count = spec->covariate_count + spec->behaviour_count;
    for (size_t d = 0; d < spec->dyadic_count; d++)
        count += spec->dyadics[d].in_plane ? 2 : 0;
    return count;
}

static bool ties_make(const struct network_spec *spec, struct network *network,
                      struct spel_error *error)
{
    for (size_t k = 0; k < spec->tie_count; k++)
        if (!network_make(network, spec->ego[k], spec->alter[k], error))
            return false;
    return true;
}

bool network_setting_init(struct network_setting *setting, const struct network_spec *spec,
                          struct spel_error *error)
{
    *setting = (struct network_setting){.spec = spec};
    if (!network_init(&setting->start, spec->actors, attributes_of(spec), spec->tie_count, error))
        return false;
    const bool known = attributes_init(setting, error);
    const bool measured = dyadics_init(setting, error);
    return known && measured && network_terms_init(setting, error) &&
           ties_make(spec, &setting->start, error) && network_terms_check(setting, error);
}

void network_setting_clear(struct network_setting *setting)
{
    network_clear(&setting->start);
    pool_clear(&setting->pool);
    *setting = (struct network_setting){0};
}

static void attributes_copy(const struct network *from, struct network *to, size_t first,
                            size_t count)
{
    for (size_t i = 0; i < from->actors; i++)
        for (size_t c = first; c < first + count; c++)
            to->record[i * to->record_size + c] = from->record[i * from->record_size + c];
}

bool network_setting_copy(const struct network_setting *setting, struct network *network,
                          struct spel_error *error)
{
    const struct network *start = &setting->start;
    if (!network_init(network, start->actors, attributes_of(setting->spec),
                      setting->spec->tie_count, error))
        return false;
    network->covariates = start->covariates;
    network->covariate_count = start->covariate_count;
    network->dyadics = start->dyadics;
    network->dyadic_count = start->dyadic_count;
    attributes_copy(start, network, 0, attributes_of(setting->spec));
    return ties_make(setting->spec, network, error);
}

/* Only ties and behaviours have changed. */
bool network_setting_restart(const struct network_setting *setting, struct network *network,
                             struct spel_error *error)
{
    lists_empty(&network->out);
    lists_empty(&network->in);
    attributes_copy(&setting->start, network, setting->spec->covariate_count,
                    setting->spec->behaviour_count);
    return ties_make(setting->spec, network, error);
}
