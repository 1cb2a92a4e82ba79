#include "world/settle_mix.h"

#include <stdbool.h>
#include <string.h>

enum { ROUNDS = 20, WIDE_BANDS = WIDE_AGE_BANDS };
static const double CHILDREN_MEAN_MOST = 2.1;

static int wide_band(int age)
{
    return age < 15 ? 0 : age < 25 ? 1 : age < 45 ? 2 : age < 65 ? 3 : 4;
}

/* The rows of the municipality, or of the country where it has none. */
static void find_rows(struct mix *mix, const struct places *places, const char *code)
{
    mix->bands = 0;
    for (int attempt = 0; attempt < 2 && mix->bands == 0; attempt++)
        for (size_t r = 0; r < places->position_count && mix->bands < MIX_BANDS; r++)
            if (strcmp(places->positions[r].municipality_code, attempt ? "NL" : code) == 0)
                mix->rows[mix->bands++] = &places->positions[r];
}

/* Persons per five-year band: the neighbourhood's wide bands, divided as in
 * its municipality. */
static void spread_ages(struct mix *mix, const struct place_row *place, double residents)
{
    double total[WIDE_BANDS] = {0};
    for (size_t b = 0; b < mix->bands; b++)
        total[wide_band(mix->rows[b]->age_from)] += mix->rows[b]->persons;
    for (size_t b = 0; b < mix->bands; b++) {
        const int wide = wide_band(mix->rows[b]->age_from);
        const double here = total[wide] > 0 ? residents * place->age_2022[wide] *
                                                  mix->rows[b]->persons / total[wide]
                                            : 0;
        for (size_t s = 0; s < POSITION_SHARES; s++)
            mix->wanted[b][s] = here * mix->rows[b]->share[s];
    }
}

enum household_type { TYPE_SINGLE, TYPE_COUPLE, TYPE_CHILDREN, TYPES };

static int type_of(size_t share)
{
    switch (share) {
    case SHARE_ALONE:
    case SHARE_OTHER:
        return TYPE_SINGLE;
    case SHARE_PARTNER_NO_CHILDREN:
        return TYPE_COUPLE;
    case SHARE_PARTNER_CHILDREN:
    case SHARE_SINGLE_PARENT:
        return TYPE_CHILDREN;
    default:
        return -1;
    }
}

static void count_types(const struct mix *mix, double households[TYPES])
{
    for (int t = 0; t < TYPES; t++)
        households[t] = 0;
    for (size_t b = 0; b < mix->bands; b++)
        for (size_t s = 0; s < POSITION_SHARES; s++) {
            const bool two = s == SHARE_PARTNER_NO_CHILDREN || s == SHARE_PARTNER_CHILDREN;
            if (type_of(s) >= 0)
                households[type_of(s)] += mix->wanted[b][s] * (two ? 0.5 : 1);
        }
}

/* The published shares of household types; but so many families at least that
 * they have no more than so many children at home on average, since the shares
 * are estimates. */
static void wanted_types(const struct mix *mix, const struct place_row *place, double households,
                         double wanted[TYPES])
{
    double children = 0;
    for (size_t b = 0; b < mix->bands; b++)
        children += mix->wanted[b][SHARE_CHILD];
    const double least = children / CHILDREN_MEAN_MOST / households;
    const double families = place->households_children, others = 1 - families;
    const double now = families > least ? families : least < 0.9 ? least : 0.9;
    wanted[TYPE_CHILDREN] = now;
    wanted[TYPE_SINGLE] = place->households_single * (others > 0 ? (1 - now) / others : 1);
    wanted[TYPE_COUPLE] = place->households_couple * (others > 0 ? (1 - now) / others : 1);
}

/* Iterative proportional fitting (Deming and Stephan 1940): positions of those
 * of 15 and over move until household types are as published, while each age
 * band keeps its size. */
static void fit_types(struct mix *mix, const struct place_row *place)
{
    for (int round = 0; round < ROUNDS; round++) {
        double now[TYPES], factor[TYPES], wanted[TYPES];
        count_types(mix, now);
        const double all = now[0] + now[1] + now[2];
        wanted_types(mix, place, all > 0 ? all : 1, wanted);
        for (int t = 0; t < TYPES; t++)
            factor[t] = now[t] > 0 && all > 0 ? wanted[t] / (now[t] / all) : 1;
        for (size_t b = 0; b < mix->bands; b++) {
            if (mix->rows[b]->age_from < 15)
                continue;
            double before = 0, after = 0;
            for (size_t s = 0; s < POSITION_SHARES; s++) {
                before += mix->wanted[b][s];
                if (type_of(s) >= 0)
                    mix->wanted[b][s] *= factor[type_of(s)];
                after += mix->wanted[b][s];
            }
            for (size_t s = 0; s < POSITION_SHARES && after > 0; s++)
                mix->wanted[b][s] *= before / after;
        }
    }
}

/* Whole persons: the fractions carry over to the next cell, so that no band and
 * no position is off by more than one. */
static void round_counts(struct mix *mix, uint32_t residents)
{
    uint32_t placed = 0;
    double carried = 0;
    for (size_t s = 0; s < POSITION_SHARES; s++)
        for (size_t b = 0; b < mix->bands; b++) {
            carried += mix->wanted[b][s];
            const double whole = carried + 0.5 > 0 ? (double)(uint32_t)(carried + 0.5) : 0;
            mix->count[b][s] = (uint32_t)whole;
            carried -= whole;
            if (placed + mix->count[b][s] > residents)
                mix->count[b][s] = residents - placed;
            placed += mix->count[b][s];
        }
}

void settle_mix(struct mix *mix, const struct places *places, const struct place_row *place,
                uint32_t residents)
{
    find_rows(mix, places, place->municipality_code);
    spread_ages(mix, place, residents);
    fit_types(mix, place);
    round_counts(mix, residents);
}
