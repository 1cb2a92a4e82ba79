#include <stdio.h>

#include "measure.h"

static const char *contact_band(int years)
{
    return years < 35 ? "15_35" : years < 65 ? "35_65" : "65_up";
}

/* Closed two-paths from one resident, over all ties. */
static void closure(const struct ties *ties, size_t ego, struct moments *moments)
{
    double paths = 0, closed = 0, outside = 0, mutual = 0;
    const uint32_t *alter = ties->alter + ego * TIE_SLOTS;
    for (size_t k = 0; k < TIE_SLOTS && alter[k] != 0; k++) {
        const uint32_t via = tie_place(alter[k]);
        const uint32_t *further = ties->alter + (size_t)via * TIE_SLOTS;
        for (size_t l = 0; l < TIE_SLOTS && further[l] != 0; l++) {
            paths += tie_place(further[l]) != ego;
            closed += tie_place(further[l]) != ego && ties_has(ties, ego, tie_place(further[l]));
        }
        outside += tie_kind(alter[k]) != TIE_HOUSEHOLD;
        mutual += tie_kind(alter[k]) != TIE_HOUSEHOLD && ties_has(ties, via, (uint32_t)ego);
    }
    moments_add(moments, "closure", closed, paths);
    moments_add(moments, "reciprocity", mutual, outside);
}

static void kinds(const struct spel_model *model, size_t i, int years, struct moments *moments)
{
    const struct ties *ties = &model->world.ties;
    static const char *const names[TIE_KINDS] = {"", "household", "family", "neighbours",
                                                 "friends"};
    const double degree = (double)ties_degree(ties, i);
    char name[MOMENT_TEXT];
    moments_add(moments, "degree", degree, 1);
    snprintf(name, sizeof name, "degree.%s", age_band_names[age_band(years)]);
    moments_add(moments, name, degree, 1);
    snprintf(name, sizeof name, "outside.%s", age_band_names[age_band(years)]);
    moments_add(moments, name, degree - (double)ties_degree_of(ties, i, TIE_HOUSEHOLD), 1);
    moments_add(moments, "outside", degree - (double)ties_degree_of(ties, i, TIE_HOUSEHOLD), 1);
    moments_add(moments, "degree.square", degree * degree, 1);
    moments_add(moments, "at_most_one_tie", degree <= 1, 1);
    moments_add(moments, "no_tie", degree == 0, 1);
    for (size_t k = 0; k < ties->degree[i]; k++)
        moments_add(moments, "strength", ties->strength[i * TIE_SLOTS + k] / 255.0, 1);
    for (int kind = TIE_HOUSEHOLD; kind < TIE_KINDS; kind++) {
        const double count = (double)ties_degree_of(ties, i, (enum tie_kind)kind);
        snprintf(name, sizeof name, "ties.%s", names[kind]);
        moments_add(moments, name, count, 1);
        if (years < 15)
            continue;
        snprintf(name, sizeof name, "contact.%s", names[kind]);
        moments_add(moments, name, count > 0, 1);
        snprintf(name, sizeof name, "contact.%s.%s", names[kind], contact_band(years));
        moments_add(moments, name, count > 0, 1);
    }
    if (years >= 18) {
        const double kin =
            (double)(ties_degree_of(ties, i, TIE_HOUSEHOLD) + ties_degree_of(ties, i, TIE_KIN));
        moments_add(moments, "kin_share", kin, degree);
        moments_add(moments, "degree.adults", degree, 1);
    }
}

static void local(const struct spel_model *model, size_t i, size_t n, struct moments *moments)
{
    const struct world *world = &model->world;
    const uint32_t *alter = world->ties.alter + i * TIE_SLOTS;
    const uint32_t first = world->neighbourhoods.first[n];
    const uint32_t end = first + world->neighbourhoods.places[n];
    for (size_t k = 0; k < TIE_SLOTS && alter[k] != 0; k++) {
        const uint32_t place = tie_place(alter[k]);
        if (tie_kind(alter[k]) != TIE_HOUSEHOLD)
            moments_add(moments, "local_share", place >= first && place < end, 1);
    }
}

void measure_ties(const struct spel_model *model, struct moments *moments)
{
    const struct world *world = &model->world;
    for (size_t n = 0; n < world->neighbourhoods.count; n++) {
        const uint32_t first = world->neighbourhoods.first[n];
        for (uint32_t i = first; i < first + world->neighbourhoods.places[n]; i++) {
            if (world->residents.id[i] == 0)
                continue;
            const int years = residents_age_months(&world->residents, i, model->now.month) / 12;
            kinds(model, i, years, moments);
            if (i % 8 != 0)
                continue;
            closure(&world->ties, i, moments);
            local(model, i, n, moments);
        }
    }
}
