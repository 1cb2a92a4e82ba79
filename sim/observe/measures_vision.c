/* Measures of visions, and of what parties promised each other. */
#include "observe/measures.h"
#include "world/history.h"

/* What counts in the judgement beside waiting, money and drift. */
double measure_judged_by_lives(const struct sums *sums, size_t index)
{
    (void)index;
    const float *weight =
        sums->model->world.municipalities.agreed + sums->municipality * JUDGEMENTS;
    return (double)weight[JUDGED_ENDED] + weight[JUDGED_SELF_RELIANCE] + weight[JUDGED_NETWORKS];
}

double measure_promises_kept(const struct sums *sums, size_t part)
{
    const struct world *world = &sums->model->world;
    const enum history_kind kind = (enum history_kind)part;
    const double kept = history_year_kept(world, sums->municipality, kind);
    return measure_ratio(kept, kept + history_year_broken(world, sums->municipality, kind));
}
