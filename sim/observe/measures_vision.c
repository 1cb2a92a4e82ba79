/* Measures of visions, and of what parties promised each other. */
#include "observe/measures.h"
#include "world/history.h"

static double alignment(const struct sums *sums, enum agreement agreement)
{
    return sums->model->world.municipalities.alignment[sums->municipality * AGREEMENTS + agreement];
}

double measure_alignment_organisations(const struct sums *sums, size_t index)
{
    (void)index;
    return alignment(sums, AGREEMENT_ORGANISATIONS);
}

double measure_alignment_residents(const struct sums *sums, size_t index)
{
    (void)index;
    return alignment(sums, AGREEMENT_RESIDENTS);
}

double measure_alignment_between(const struct sums *sums, size_t index)
{
    (void)index;
    return alignment(sums, AGREEMENT_BETWEEN);
}

double measure_vision_cause(const struct sums *sums, size_t index)
{
    (void)index;
    return sums->model->world.municipalities.vision[2 * sums->municipality];
}

double measure_vision_result(const struct sums *sums, size_t index)
{
    (void)index;
    return sums->model->world.municipalities.vision[2 * sums->municipality + 1];
}

/* What counts in the judgement beside waiting, money and drift. */
double measure_judged_by_lives(const struct sums *sums, size_t index)
{
    (void)index;
    const float *weight =
        sums->model->world.municipalities.agreed + sums->municipality * JUDGEMENTS;
    return (double)weight[JUDGED_ENDED] + weight[JUDGED_SELF_RELIANCE] + weight[JUDGED_NETWORKS];
}

static double kept_share(const struct sums *sums, enum history_kind kind)
{
    const struct world *world = &sums->model->world;
    const double kept = history_year_kept(world, sums->municipality, kind);
    return measure_ratio(kept, kept + history_year_broken(world, sums->municipality, kind));
}

double measure_terms_kept_share(const struct sums *sums, size_t index)
{
    (void)index;
    return kept_share(sums, HISTORY_TERMS);
}

double measure_requests_answered_share(const struct sums *sums, size_t index)
{
    (void)index;
    return kept_share(sums, HISTORY_REQUESTS);
}
