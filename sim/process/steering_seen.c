#include "process/steering_seen.h"

#include <string.h>

#include "world/arms.h"
#include "world/hours.h"

/* What is counted along the needs. A severe need is unmet with less than half of its
 * hours. */
enum { KNOWN, WAITING, ENDED, UNMET, COUNTS };
_Static_assert(DOMAINS *HALVES *COUNTS <= TALLIES, "a block's tally holds its counts");

static const float SEVERE = 0.6f;

/* Months of the running mean. */
enum { MEMORY = 12 };

static size_t at(size_t domain, size_t half, size_t look)
{
    return (domain * HALVES + half) * LOOKS + look;
}

static void count_block(struct world *world, size_t b)
{
    const struct needs *needs = &world->needs;
    uint32_t counts[DOMAINS][HALVES][COUNTS] = {{{0}}};
    const size_t m = world->neighbourhoods.municipality[world->blocks.neighbourhood[b]];
    const bool halves = arms_halve(world, m);
    const uint32_t first = world->blocks.first_row[b], end = first + world->blocks.row_count[b];
    for (uint32_t row = first; row < end; row++) {
        const uint32_t i = needs->resident[row];
        const size_t d = needs->domain[row];
        const uint32_t known = world->residents.known[i] >> d & 1;
        uint32_t *count = counts[d][halves ? arms_half(world, i, d) : 0];
        if (needs->flags[row] & NEED_ENDED) {
            count[ENDED] += known;
            continue;
        }
        count[KNOWN] += known;
        count[WAITING] += known & (needs->formal[row] <= 0);
        count[UNMET] += needs->severity[row] > SEVERE && hours_met(needs, row) < 0.5;
    }
    double *tally = world->scratch.tally + b * TALLIES;
    const uint32_t *all = &counts[0][0][0];
    for (size_t k = 0; k < (size_t)DOMAINS * HALVES * COUNTS; k++)
        tally[k] = all[k];
}

/* What one paid hour of the domain cost last month, and a resident's part of the
 * month's budget. */
struct prices {
    double hour[DOMAINS], budget[DOMAINS];
};

static struct prices prices_of(const struct world *world, size_t m)
{
    const struct municipalities *all = &world->municipalities;
    const struct neighbourhoods *n = &world->neighbourhoods;
    const double residents = world_residents(world, m);
    struct prices prices;
    for (size_t d = 0; d < DOMAINS; d++) {
        double paid = 0;
        for (size_t i = all->first[m]; i < all->first[m] + all->neighbourhoods[m]; i++)
            paid += n->paid[i * DOMAINS + d];
        prices.hour[d] = paid > 0 ? (double)all->spent_month[m * DOMAINS + d] / paid : 0;
        prices.budget[d] =
            residents > 0 ? (double)all->budget[m * DOMAINS + d] / 12 / residents : 0;
    }
    return prices;
}

/* Of the hours of a neighbourhood, what drifts off to the interest of who gives them. */
static double drift_of(const struct world *world, size_t n, size_t domain)
{
    double drift = 0;
    for (size_t k = 0; k < CONTRACT_SLOTS; k++) {
        const size_t contract = (n * DOMAINS + domain) * CONTRACT_SLOTS + k;
        const uint32_t provider = world->neighbourhoods.provider[contract];
        if (provider != COLUMN_NONE)
            drift += (double)world->neighbourhoods.provider_share[contract] *
                     world->organisations.drift[provider];
    }
    return drift;
}

/* What is on the books of a neighbourhood and does not tell its halves apart. */
static void look_books(const struct world *world, const struct prices *prices, size_t n,
                       size_t domain, double look[LOOKS])
{
    const struct neighbourhoods *all = &world->neighbourhoods;
    const double paid = all->paid[n * DOMAINS + domain];
    look[LOOK_PEOPLE] = all->residents[n];
    look[LOOK_SPENT] = paid * prices->hour[domain];
    look[LOOK_BUDGET] = all->residents[n] * prices->budget[domain];
    look[LOOK_HOURS] = paid;
    look[LOOK_DRIFTED] = paid * drift_of(world, n, domain);
    for (size_t g = 0; g < (size_t)GAINS * INCOMES; g++)
        look[LOOK_GAINED] += all->gain[n * GAINS * INCOMES + g];
    look[LOOK_TIED] = (double)all->ties_made[n] - all->ties_lost_by_choice[n] -
                      all->ties_lost_by_death[n] - all->ties_lost_by_moving[n];
}

static void look_at(const struct world *world, const struct prices *prices, size_t n,
                    double month[SIGHTS])
{
    const struct neighbourhoods *all = &world->neighbourhoods;
    static const size_t counted[COUNTS] = {LOOK_KNOWN, LOOK_WAITING, LOOK_ENDED, LOOK_UNMET};
    const bool halves = arms_halve(world, all->municipality[n]);
    memset(month, 0, SIGHTS * sizeof *month);
    for (size_t d = 0; d < DOMAINS; d++) {
        double books[LOOKS] = {0};
        look_books(world, prices, n, d, books);
        for (size_t half = 0; half < (halves ? 2 : 1); half++)
            for (size_t k = 0; k < LOOKS; k++)
                month[at(d, half, k)] = halves ? books[k] / 2 : books[k];
    }
    for (uint32_t b = 0; b < all->block_count[n]; b++) {
        const double *tally = world->scratch.tally + (all->first_block[n] + b) * TALLIES;
        for (size_t h = 0; h < (size_t)DOMAINS * HALVES; h++)
            for (size_t k = 0; k < COUNTS; k++)
                month[h * LOOKS + counted[k]] += tally[h * COUNTS + k];
    }
}

static void remember(const struct steering_turn *turn, size_t m, size_t n,
                     const double month[SIGHTS])
{
    struct neighbourhoods *all = &turn->world->neighbourhoods;
    const struct municipalities *municipalities = &turn->world->municipalities;
    float *seen = all->seen + n * SIGHTS, *since = all->seen_since + n * SIGHTS;
    const double pace =
        1.0 / (turn->now.month < MEMORY ? turn->now.month + !turn->now.month : (uint32_t)MEMORY);
    for (size_t k = 0; k < SIGHTS; k++)
        seen[k] = (float)(seen[k] + pace * (month[k] - seen[k]));
    for (size_t d = 0; d < DOMAINS; d++) {
        const size_t trial = m * DOMAINS + d;
        const double age = (double)turn->now.month - municipalities->trial_begun[trial];
        if (municipalities->trial[trial] == 0 || age <= turn->params->wait)
            continue;
        for (size_t k = at(d, 0, 0); k < at(d + 1, 0, 0); k++)
            since[k] += (float)month[k];
    }
}

void steering_seen(const struct steering_turn *turn)
{
    struct world *world = turn->world;
#pragma omp parallel for schedule(static)
    for (size_t b = 0; b < world->blocks.count; b++)
        count_block(world, b);
    for (size_t m = 0; m < world->municipalities.count; m++) {
        const struct prices prices = prices_of(world, m);
        for (uint32_t k = 0; k < world->municipalities.neighbourhoods[m]; k++) {
            double month[SIGHTS];
            const size_t n = world->municipalities.first[m] + k;
            look_at(world, &prices, n, month);
            remember(turn, m, n, month);
        }
    }
}

void steering_view_add(struct steering_view *view, const float *column, size_t n, size_t domain,
                       size_t half)
{
    const float *looks = column + n * SIGHTS + at(domain, half, 0);
    for (size_t k = 0; k < LOOKS; k++)
        view->look[k] += looks[k];
}

struct steering_view steering_view_of(const struct world *world, size_t m, size_t domain)
{
    struct steering_view view = {{0}};
    const size_t first = world->municipalities.first[m];
    for (size_t n = first; n < first + world->municipalities.neighbourhoods[m]; n++)
        for (size_t half = 0; half < HALVES; half++)
            steering_view_add(&view, world->neighbourhoods.seen, n, domain, half);
    return view;
}

double steering_view_share(const struct steering_view *view, enum look part, enum look whole)
{
    return view->look[whole] > 0 ? view->look[part] / view->look[whole] : 0;
}
