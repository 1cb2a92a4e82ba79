#include "world/draw.h"
#include "world/settlement.h"

/* Prevalence is published for those of 18 and over and of 65 and over; the
 * young, the adults and the old therefore have a level each. */
enum group { YOUNG, ADULT, OLD, GROUPS };
enum { OTHERS = 3, PLACES_AT_ONCE = 256 };

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

/* How likely residents are to have the need of one domain: the national share of
 * the age, times what onset has for low income and for other needs. */
struct likely {
    const struct rates_row *rates;
    enum domain domain;
    double factor[2][OTHERS]; /* by low income and number of other needs */
};

static struct likely likely_in(const struct stocking *stocking, enum domain domain)
{
    const struct needs_params *p = &stocking->scenario->params.needs;
    struct likely likely = {stocking->scenario->places.rates, domain, {{0}}};
    for (int poor = 0; poor < 2; poor++)
        for (int others = 0; others < OTHERS; others++)
            likely.factor[poor][others] =
                elementary_exp(p->low_income * poor + p->other_needs * 0.4 * others);
    return likely;
}

/* The national share of an age that has the need. */
static double profile(const struct likely *likely, int years)
{
    return likely->rates[years < AGES ? years : AGES - 1].prevalence[likely->domain];
}

/* Other needs count up to two. */
static double factor(const struct likely *likely, const struct residents *residents, uint32_t i)
{
    const unsigned needs = residents->needs[i];
    const int others = (needs != 0) + ((needs & (needs - 1)) != 0);
    return likely->factor[(residents->traits[i] & TRAIT_LOW_INCOME) != 0][others];
}

/* Persons of one group as they would be by the national share of their age, and
 * weighed by circumstances. */
struct weighed {
    double plain[GROUPS], weight[GROUPS];
};

static void weigh(const struct stocking *stocking, const struct likely *likely, size_t block,
                  struct weighed *weighed)
{
    const struct residents *residents = &stocking->world->residents;
    const uint32_t first = stocking->world->blocks.first[block];
    for (uint32_t i = first; i < first + stocking->world->blocks.length[block]; i++) {
        if (residents->id[i] == 0)
            continue;
        const int years = residents_age_months(residents, i, 0) / 12;
        const double share = profile(likely, years);
        weighed->plain[group_of(years)] += share;
        weighed->weight[group_of(years)] += share * factor(likely, residents, i);
    }
}

/* Lots for some places at once; who has the need lives it from there. */
static void stock_places(const struct stocking *stocking, const struct course *course,
                         const struct likely *likely, size_t block, uint32_t first, uint32_t count,
                         const double scale[GROUPS])
{
    struct world *world = stocking->world;
    const struct residents *residents = &world->residents;
    const uint32_t purpose = DRAW_NEED + (uint32_t)likely->domain;
    uint32_t lots[4][PLACES_AT_ONCE], *words[4] = {lots[0], lots[1], lots[2], lots[3]};
    const struct philox_block counter = {{0, stocking->now.month, purpose, 0}};
    philox_many(stocking->now.key, counter, residents->id + first, count, words);
    for (uint32_t k = 0; k < count; k++) {
        const uint32_t i = first + k;
        const int years = residents_age_months(residents, i, 0) / 12;
        if (residents->id[i] == 0)
            continue;
        const double chance =
            profile(likely, years) * factor(likely, residents, i) * scale[group_of(years)];
        uint32_t row;
        if (uniform_of(lots[0][k]) >= chance ||
            !world_add_need(world, block, i, likely->domain, &row))
            continue;
        struct stream draw = stream_open(stocking->now, purpose, residents->id[i]);
        stream_word(&draw); /* the lot */
        settle_need(world, course, row, &draw, 0);
    }
}

static void stock_block(const struct stocking *stocking, const struct course *course,
                        const struct likely *likely, size_t block, const double scale[GROUPS])
{
    const uint32_t first = stocking->world->blocks.first[block];
    const uint32_t length = stocking->world->blocks.length[block];
    for (uint32_t done = 0; done < length; done += PLACES_AT_ONCE) {
        const uint32_t left = length - done;
        stock_places(stocking, course, likely, block, first + done,
                     left < PLACES_AT_ONCE ? left : PLACES_AT_ONCE, scale);
    }
}

static void stock_domain(const struct stocking *stocking, enum domain domain)
{
    const struct neighbourhoods *n = &stocking->world->neighbourhoods;
    const size_t first_block = n->first_block[stocking->neighbourhood];
    const size_t end = first_block + n->block_count[stocking->neighbourhood];
    const struct likely likely = likely_in(stocking, domain);
    struct course course;
    struct weighed weighed = {{0}, {0}};
    double scale[GROUPS], expected = 0, stocked = 0;
    settle_course(&course, stocking->scenario, domain);
    for (size_t b = first_block; b < end; b++)
        weigh(stocking, &likely, b, &weighed);
    for (int g = 0; g < GROUPS; g++) {
        double level;
        const double found = wanted(stocking, domain, (enum group)g, &level);
        const double count = found < 0 ? level * weighed.plain[g] : found;
        scale[g] = weighed.weight[g] > 0 ? count / weighed.weight[g] : 1;
        expected += weighed.weight[g];
        stocked += weighed.weight[g] * scale[g];
    }
    for (size_t b = first_block; b < end; b++)
        stock_block(stocking, &course, &likely, b, scale);
    const double local = expected > 0 ? stocked / expected : 1;
    n->onset_local[stocking->neighbourhood * DOMAINS + domain] =
        (float)elementary_clamp(local, 0.3, 2.5);
}

/* The worst need of everyone in a block. */
static void find_worst(struct world *world, size_t block)
{
    const uint32_t first = world->blocks.first_row[block];
    for (uint32_t row = first; row < first + world->blocks.row_count[block]; row++) {
        uint8_t *worst = &world->residents.worst[world->needs.resident[row]];
        const double severity = 255 * (double)world->needs.severity[row];
        if (severity > *worst)
            *worst = (uint8_t)(severity < 255 ? severity : 255);
    }
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
    for (uint32_t b = 0; b < world->neighbourhoods.block_count[neighbourhood]; b++)
        find_worst(world, world->neighbourhoods.first_block[neighbourhood] + b);
}

double settle_needs_wanted(const struct world *world, const struct scenario *scenario,
                           size_t neighbourhood, enum domain domain)
{
    const struct neighbourhoods *n = &world->neighbourhoods;
    struct stocking stocking = {
        (struct world *)(uintptr_t)world, scenario, {{{0}}, 0}, neighbourhood, {0}};
    const struct likely likely = likely_in(&stocking, domain);
    struct weighed weighed = {{0}, {0}};
    for (uint32_t i = n->first[neighbourhood];
         i < n->first[neighbourhood] + n->places[neighbourhood]; i++)
        if (world->residents.id[i] != 0)
            stocking.persons[group_of(residents_age_months(&world->residents, i, 0) / 12)]++;
    for (uint32_t b = 0; b < n->block_count[neighbourhood]; b++)
        weigh(&stocking, &likely, n->first_block[neighbourhood] + b, &weighed);
    double count = 0;
    for (int g = 0; g < GROUPS; g++) {
        double level;
        const double found = wanted(&stocking, domain, (enum group)g, &level);
        count += found < 0 ? level * weighed.plain[g] : found;
    }
    return count;
}
