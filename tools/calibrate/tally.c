#include "tally.h"

#include <stdio.h>

static void one_need(struct tally *tally, const struct world *world, uint32_t row, int band)
{
    const uint32_t i = world->needs.resident[row];
    double *sums = tally->needs[world->needs.domain[row]][band];
    const bool known = world->residents.known[i] >> world->needs.domain[row] & 1;
    const double severity = world->needs.severity[row], net = world->needs.net[row];
    sums[CASES] += 1;
    sums[SEVERITY] += severity;
    sums[INFORMAL] += world->needs.informal[row];
    sums[NET] += net;
    if (!known)
        return;
    sums[KNOWN] += 1;
    sums[SEVERITY_KNOWN] += severity;
    sums[FORMAL] += world->needs.formal[row];
    sums[NET_KNOWN] += net;
    sums[WAITING] += world->needs.formal[row] <= 0;
}

double tally_person(struct tally *tally, const struct spel_model *model, size_t i, int years)
{
    const struct world *world = &model->world;
    const int band = age_band(years);
    const int wide = years < 15 ? 0 : years < 25 ? 1 : years < 45 ? 2 : years < 65 ? 3 : 4;
    double received = 0;
    tally->people[band] += 1;
    tally->positions[wide][world->residents.position[i]] += 1;
    if (!world->residents.needs[i])
        return 0;
    for (uint32_t row = world->residents.first_need[i]; row != COLUMN_NONE;
         row = world->needs.next[row])
        if (!(world->needs.flags[row] & NEED_ENDED)) {
            one_need(tally, world, row, band);
            received += world->needs.informal[row] + world->needs.presence[row];
        }
    return received;
}

static void add_pair(struct moments *moments, const char *what, int domain, int band, double part,
                     double whole)
{
    char name[MOMENT_TEXT];
    snprintf(name, sizeof name, "%s.%s", what, domain_names[domain]);
    moments_add(moments, name, part, whole);
    snprintf(name, sizeof name, "%s.%s.%s", what, domain_names[domain], age_band_names[band]);
    moments_add(moments, name, part, whole);
}

static void add_needs(const struct tally *tally, struct moments *moments)
{
    for (int d = 0; d < DOMAINS; d++)
        for (int band = 0; band < AGE_BANDS; band++) {
            const double *sums = tally->needs[d][band];
            add_pair(moments, "prevalence", d, band, sums[CASES], tally->people[band]);
            add_pair(moments, "known", d, band, sums[KNOWN], sums[CASES]);
            add_pair(moments, "severity", d, band, sums[SEVERITY], sums[CASES]);
            add_pair(moments, "severity_known", d, band, sums[SEVERITY_KNOWN], sums[KNOWN]);
            add_pair(moments, "met_by_formal", d, band, sums[FORMAL], sums[NET_KNOWN]);
            add_pair(moments, "informal_of_net", d, band, sums[INFORMAL], sums[NET]);
            add_pair(moments, "waiting", d, band, sums[WAITING], sums[KNOWN]);
        }
}

static void add_positions(const struct tally *tally, struct moments *moments)
{
    static const char *const names[] = {"child", "alone", "partner", "single_parent", "other"};
    static const char *const bands[] = {"0_14", "15_24", "25_44", "45_64", "65_up"};
    for (int band = 0; band < WIDE_AGE_BANDS; band++) {
        double all = 0;
        for (int p = 0; p < POSITIONS; p++)
            all += tally->positions[band][p];
        for (int p = 0; p < POSITIONS; p++) {
            char name[MOMENT_TEXT];
            snprintf(name, sizeof name, "position.%s", names[p]);
            moments_add(moments, name, tally->positions[band][p], all);
            snprintf(name, sizeof name, "position.%s.%s", names[p], bands[band]);
            moments_add(moments, name, tally->positions[band][p], all);
        }
    }
}

void tally_close(const struct tally *tally, struct moments *moments)
{
    add_needs(tally, moments);
    add_positions(tally, moments);
}
