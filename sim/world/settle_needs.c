#include "world/draw.h"
#include "world/settlement.h"

/* Prevalence is published for those of 18 and over and of 65 and over; the
 * young, the adults and the old therefore have a level each. */
enum group { YOUNG, ADULT, OLD, GROUPS };

static enum group group_of(int years)
{
    return years < 18 ? YOUNG : years < 65 ? ADULT : OLD;
}

/* What is settled of one neighbourhood. */
struct stocking {
    struct world *world;
    const struct scenario *scenario;
    struct moment now;
    size_t neighbourhood;
    uint32_t persons[GROUPS];
};

static double with_limits(double severe, double limited)
{
    return severe + 0.25 * (limited > severe ? limited - severe : 0);
}

/* Persons with the need per group; negative where only the profile by age is
 * known and `level` multiplies it. Model section 5, starting prevalence. */
static double wanted(const struct stocking *stocking, enum domain domain, enum group group,
                     double *level)
{
    const struct place_row *row = &stocking->scenario->places.rows[stocking->neighbourhood];
    const double old = stocking->persons[OLD], all = old + stocking->persons[ADULT];
    double at_18 = 0, at_65 = 0;
    *level = 1;
    switch (domain) {
    case CARE:
        at_18 = with_limits(row->severely_limited_18, row->limited_18);
        at_65 = with_limits(row->severely_limited_65, row->limited_65);
        break;
    case SOCIAL:
        at_18 = row->severely_lonely_18;
        at_65 = row->severely_lonely_65;
        break;
    case YOUTH:
        *level = row->youth_care / 0.106;
        return -1;
    case WORK:
        *level = row->social_assistance / 0.025;
        return -1;
    case DEBT:
        *level = row->problem_debt_16 / 0.059;
        return -1;
    default:
        return -1;
    }
    if (group == YOUNG)
        return -1;
    if (group == OLD)
        return at_65 * old;
    const double adults = at_18 * all - at_65 * old;
    return adults > 0.02 * stocking->persons[ADULT] ? adults : 0.02 * stocking->persons[ADULT];
}

static int bits(unsigned mask)
{
    int count = 0;
    for (; mask; mask &= mask - 1)
        count++;
    return count;
}

/* The national share of this age that has the need. */
static double profile(const struct stocking *stocking, uint32_t i, enum domain domain)
{
    const int years = residents_age_months(&stocking->world->residents, i, 0) / 12;
    return stocking->scenario->places.rates[years < AGES ? years : AGES - 1].prevalence[domain];
}

/* How likely this resident is against the profile of the age: as in onset. */
static double weight(const struct stocking *stocking, uint32_t i, enum domain domain)
{
    const struct residents *residents = &stocking->world->residents;
    const struct needs_params *p = &stocking->scenario->params.needs;
    const int others = bits(residents->needs[i]);
    double exponent = p->other_needs * (others < 2 ? 0.4 * others : 0.8);
    if (residents->traits[i] & TRAIT_LOW_INCOME)
        exponent += p->low_income;
    return profile(stocking, i, domain) * elementary_exp(exponent);
}

/* Persons of one group as they would be by the national share of their age, and
 * weighed by circumstances. */
struct weighed {
    double plain[GROUPS], weight[GROUPS];
};

static enum group group_at(const struct stocking *stocking, uint32_t i)
{
    return group_of(residents_age_months(&stocking->world->residents, i, 0) / 12);
}

static void weigh(const struct stocking *stocking, enum domain domain, size_t block,
                  struct weighed *weighed)
{
    const uint32_t first = stocking->world->blocks.first[block];
    for (uint32_t i = first; i < first + stocking->world->blocks.length[block]; i++)
        if (stocking->world->residents.id[i] != 0) {
            weighed->plain[group_at(stocking, i)] += profile(stocking, i, domain);
            weighed->weight[group_at(stocking, i)] += weight(stocking, i, domain);
        }
}

static void stock_block(const struct stocking *stocking, enum domain domain, size_t block,
                        const double factor[GROUPS])
{
    struct world *world = stocking->world;
    const uint32_t first = world->blocks.first[block];
    for (uint32_t i = first; i < first + world->blocks.length[block]; i++) {
        if (world->residents.id[i] == 0)
            continue;
        const double chance = weight(stocking, i, domain) * factor[group_at(stocking, i)];
        if (chance <= 0)
            continue;
        struct stream draw =
            stream_open(stocking->now, DRAW_NEED + (uint32_t)domain, world->residents.id[i]);
        uint32_t row;
        if (stream_uniform(&draw) < chance && world_add_need(world, block, i, domain, &row))
            settle_need(world, stocking->scenario, row, &draw, 0);
    }
}

static void stock_domain(const struct stocking *stocking, enum domain domain)
{
    const struct neighbourhoods *n = &stocking->world->neighbourhoods;
    const size_t first_block = n->first_block[stocking->neighbourhood];
    const size_t end = first_block + n->block_count[stocking->neighbourhood];
    struct weighed weighed = {{0}, {0}};
    double factor[GROUPS], expected = 0, stocked = 0;
    for (size_t b = first_block; b < end; b++)
        weigh(stocking, domain, b, &weighed);
    for (int g = 0; g < GROUPS; g++) {
        double level;
        const double found = wanted(stocking, domain, (enum group)g, &level);
        const double count = found < 0 ? level * weighed.plain[g] : found;
        factor[g] = weighed.weight[g] > 0 ? count / weighed.weight[g] : 1;
        expected += weighed.weight[g];
        stocked += weighed.weight[g] * factor[g];
    }
    for (size_t b = first_block; b < end; b++)
        stock_block(stocking, domain, b, factor);
    const double local = expected > 0 ? stocked / expected : 1;
    n->onset_local[stocking->neighbourhood * DOMAINS + domain] =
        (float)elementary_clamp(local, 0.3, 2.5);
}

void settle_needs(struct world *world, struct drafts *drafts, const struct scenario *scenario,
                  struct moment now, size_t neighbourhood)
{
    struct stocking stocking = {world, scenario, now, neighbourhood, {0}};
    const uint32_t first = world->neighbourhoods.first[neighbourhood];
    for (uint32_t k = 0; k < drafts->residents[neighbourhood]; k++) {
        const uint32_t i = drafts->place[first + k];
        stocking.persons[group_of(residents_age_months(&world->residents, i, 0) / 12)]++;
    }
    for (int d = 0; d < DOMAINS; d++)
        stock_domain(&stocking, (enum domain)d);
    for (uint32_t b = 0; b < world->neighbourhoods.block_count[neighbourhood]; b++) {
        const size_t block = world->neighbourhoods.first_block[neighbourhood] + b;
        const uint32_t row = world->blocks.first_row[block];
        for (uint32_t r = row; r < row + world->blocks.row_count[block]; r++) {
            uint8_t *worst = &world->residents.worst[world->needs.resident[r]];
            const double severity = 255 * (double)world->needs.severity[r];
            if (severity > *worst)
                *worst = (uint8_t)(severity < 255 ? severity : 255);
        }
    }
}
