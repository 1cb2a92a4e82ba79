/* What the municipality chooses and tries, and what shakes it. */
#include "observe/measures.h"
#include "world/arms.h"

/* Of a column by municipality and domain: one domain, or the sum over all. */
static double of_float(const struct sums *sums, const float *column, size_t index)
{
    double sum = 0;
    for (size_t d = 0; d < DOMAINS; d++)
        if (index == d || index == DOMAINS)
            sum += column[sums->municipality * DOMAINS + d];
    return sum;
}

double measure_trials_running(const struct sums *sums, size_t index)
{
    const float *trial = sums->model->world.municipalities.trial;
    double running = 0;
    for (size_t d = 0; d < DOMAINS; d++)
        if (index == d || index == DOMAINS)
            running += trial[sums->municipality * DOMAINS + d] != 0;
    return running;
}

double measure_incidents(const struct sums *sums, size_t index)
{
    const uint8_t *incidents = sums->model->world.municipalities.incidents;
    double count = 0;
    for (size_t d = 0; d < DOMAINS; d++)
        if (index == d || index == DOMAINS)
            count += incidents[sums->municipality * DOMAINS + d];
    return count;
}

/* One figure that the municipality sees through another, over one domain or all. */
static double seen_share(const struct sums *sums, size_t index, enum look part, enum look whole)
{
    const float *seen = sums->model->world.neighbourhoods.seen;
    double parts = 0, wholes = 0;
    for (size_t n = measure_first(sums); n < measure_end(sums); n++)
        for (size_t h = 0; h < (size_t)DOMAINS * HALVES; h++)
            if (index == h / HALVES || index == DOMAINS) {
                parts += seen[n * SIGHTS + h * LOOKS + part];
                wholes += seen[n * SIGHTS + h * LOOKS + whole];
            }
    return measure_ratio(parts, wholes);
}

double measure_severe_unmet(const struct sums *sums, size_t index)
{
    return seen_share(sums, index, LOOK_UNMET, LOOK_PEOPLE);
}

double measure_hours_drifted(const struct sums *sums, size_t index)
{
    return seen_share(sums, index, LOOK_DRIFTED, LOOK_HOURS);
}

double measure_control_reflex(const struct sums *sums, size_t index)
{
    return of_float(sums, sums->model->world.municipalities.push, index) /
           (index == DOMAINS ? DOMAINS : 1);
}

double measure_seen_effect(const struct sums *sums, size_t index)
{
    return of_float(sums, sums->model->world.municipalities.judged, index) /
           (index == DOMAINS ? DOMAINS : 1);
}

/* By residents; where halves of households take part half of them count. */
double measure_pilot_share(const struct sums *sums, size_t index)
{
    const struct neighbourhoods *n = &sums->model->world.neighbourhoods;
    double residents = 0, piloted = 0;
    for (size_t i = measure_first(sums); i < measure_end(sums); i++) {
        double share = 0;
        for (size_t d = 0; d < DOMAINS; d++)
            if (index == d || index == DOMAINS)
                share += n->pilot[i * DOMAINS + d] == PILOT_WHOLE  ? 1
                         : n->pilot[i * DOMAINS + d] == PILOT_HALF ? 0.5
                                                                   : 0;
        residents += n->residents[i];
        piloted += n->residents[i] * share / (index == DOMAINS ? DOMAINS : 1);
    }
    return measure_ratio(piloted, residents);
}

double measure_steering_here(const struct sums *sums, size_t index)
{
    double sum = 0;
    for (size_t d = 0; d < DOMAINS; d++)
        if (index == d || index == DOMAINS)
            sum += arms_steering_mean(&sums->model->world, sums->neighbourhood, d);
    return index == DOMAINS ? sum / DOMAINS : sum;
}
