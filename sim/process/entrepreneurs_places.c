#include "process/entrepreneurs_places.h"

#include "base/sort.h"
#include "world/draw.h"
#include "world/hours.h"

/* Of a block's tally. */
enum { LISTED, JOBS };

/* Strength of a tie between two who met in a place. */
enum { NEW_TIE = 64 };

/* Places are for adults. */
enum { ADULT_MONTHS = 18 * 12 };

/* An item of the list: holders before those who might get a place. */
static const uint32_t MIGHT = 0x80000000u;

void entrepreneurs_help(const struct entrepreneurs_params *params, struct world *world)
{
    struct needs *needs = &world->needs;
#pragma omp parallel for schedule(static)
    for (size_t b = 0; b < world->blocks.count; b++) {
        const uint32_t first = world->blocks.first_row[b];
        for (uint32_t row = first; row < first + world->blocks.row_count[b]; row++) {
            if (needs->flags[row] & NEED_ENDED)
                continue; /* its hours stay those of the month that ended it */
            needs->place_hours[row] = 0;
            if (needs->place[row] == NO_PLACE)
                continue;
            const double left = needs->net[row] - hours_from_people(needs, row);
            const double hours = left < params->hours ? left : params->hours;
            needs->place_hours[row] = hours > 0 ? (uint8_t)(PLACE_UNITS * hours) : 0;
        }
    }
}

uint16_t places_offered(const struct entrepreneurs_params *params, double engagement,
                        double capital)
{
    const double places = engagement * capital / params->place_capital;
    return places < 0 ? 0 : places < 1000 ? (uint16_t)(places + 0.5) : 1000;
}

double places_introduction(const struct entrepreneurs_params *params, double link, double severity)
{
    return params->introduction * link * (1 - severity);
}

static struct stream stream_of(const struct placing *placing, uint32_t row)
{
    const struct needs *needs = &placing->world->needs;
    return stream_open(placing->now, DRAW_PLACE + needs->domain[row],
                       placing->world->residents.id[needs->resident[row]]);
}

static uint32_t lot_of(const struct placing *placing, uint32_t row)
{
    struct stream draw = stream_of(placing, row);
    return stream_word(&draw);
}

/* Someone stays, leaves, or finds a job; says whether the place is still held. */
static bool stay(const struct placing *placing, uint32_t row, double *tally)
{
    struct needs *needs = &placing->world->needs;
    struct stream draw = stream_of(placing, row);
    if (stream_uniform(&draw) * placing->params->stay < 1) {
        needs->place[row] = NO_PLACE;
        return false;
    }
    const double job = placing->params->job * (1 - (double)needs->severity[row]);
    if (stream_uniform(&draw) >= job || needs->domain[row] != WORK)
        return true;
    needs->place[row] = PLACE_JOB;
    tally[JOBS] += 1;
    return false;
}

/* A known need for work or company that a provider serves: whoever can see it may come
 * in view this month. */
static bool comes_in_view(const struct placing *placing, uint32_t row)
{
    const struct world *world = placing->world;
    const uint32_t i = world->needs.resident[row];
    const int domain = world->needs.domain[row];
    if ((domain != WORK && domain != SOCIAL) || world->needs.provider[row] == NO_PROVIDER ||
        !(world->residents.known[i] >> domain & 1))
        return false;
    const double most =
        placing->haste * places_introduction(placing->params, 1, world->needs.severity[row]);
    return uniform_of(lot_of(placing, row)) < most &&
           residents_age_months(&world->residents, i, placing->now.month) >= ADULT_MONTHS;
}

static void scan_block(const struct placing *placing, size_t b)
{
    const struct world *world = placing->world;
    uint32_t *list = world->scratch.known + world->blocks.first[b];
    double *tally = world->scratch.tally + b * TALLIES;
    const uint32_t room = world->blocks.length[b];
    const uint32_t first = world->blocks.first_row[b], end = first + world->blocks.row_count[b];
    uint32_t count = 0;
    tally[JOBS] = 0;
    for (uint32_t row = first; row < end && count < room; row++) {
        const uint16_t place = world->needs.place[row];
        if (world->needs.flags[row] & NEED_ENDED || place == PLACE_JOB)
            continue;
        if (place == NO_PLACE ? comes_in_view(placing, row) : stay(placing, row, tally))
            list[count++] = row;
    }
    tally[LISTED] = count;
}

void places_scan(const struct placing *placing)
{
#pragma omp parallel for schedule(static)
    for (size_t b = 0; b < placing->world->blocks.count; b++)
        scan_block(placing, b);
}

static uint32_t key_of(const struct placing *placing, uint32_t row)
{
    const uint16_t place = placing->world->needs.place[row];
    const uint32_t lot = lot_of(placing, row);
    return place == NO_PLACE ? MIGHT | lot >> 1 : (uint32_t)(place - 1) << 15 | lot >> 17;
}

/* Equal lots go by id, so that the order of storage is of no matter. */
static void order_equals(const struct world *world, uint64_t *items, size_t count)
{
    const uint32_t *id = world->residents.id, *resident = world->needs.resident;
    for (size_t k = 1; k < count; k++)
        for (size_t j = k;
             j > 0 && items[j] >> 32 == items[j - 1] >> 32 &&
             id[resident[sort_value(items[j])]] < id[resident[sort_value(items[j - 1])]];
             j--) {
            const uint64_t item = items[j];
            items[j] = items[j - 1];
            items[j - 1] = item;
        }
}

size_t places_gather(const struct placing *placing, size_t m)
{
    struct world *world = placing->world;
    const struct neighbourhoods *n = &world->neighbourhoods;
    uint64_t *items = world->scratch.letters;
    size_t count = 0;
    world->municipalities.jobs_found[m] = 0;
    const size_t first = world->municipalities.first[m];
    for (size_t i = first; i < first + world->municipalities.neighbourhoods[m]; i++)
        for (size_t b = n->first_block[i]; b < n->first_block[i] + n->block_count[i]; b++) {
            const uint32_t *list = world->scratch.known + world->blocks.first[b];
            const double *tally = world->scratch.tally + b * TALLIES;
            world->municipalities.jobs_found[m] += (uint32_t)tally[JOBS];
            for (size_t k = 0; k < (size_t)tally[LISTED]; k++)
                if (count < world->scratch.letter_capacity)
                    items[count++] = sort_item(key_of(placing, list[k]), list[k]);
        }
    sort_items(items, world->scratch.letter_spare, count);
    order_equals(world, items, count);
    return count;
}

/* The organisation that gives this need a place. */
static uint32_t giver(const struct world *world, uint32_t row)
{
    const size_t block = blocks_find(&world->blocks, world->needs.resident[row]);
    const size_t m = world->neighbourhoods.municipality[world->blocks.neighbourhood[block]];
    return world->municipalities.first_organisation[m] + world->needs.place[row] - 1u;
}

static bool holds(const struct world *world, size_t k)
{
    return !(world->scratch.letters[k] >> 32 & MIGHT);
}

void places_close(struct world *world, size_t count)
{
    for (size_t k = 0; k < count && holds(world, k); k++) {
        const uint32_t row = sort_value(world->scratch.letters[k]);
        if (world->needs.place[row] != NO_PLACE &&
            world->organisations.kind[giver(world, row)] != ORGANISATION_ENTREPRENEUR)
            world->needs.place[row] = NO_PLACE;
    }
}

static bool looks_for_company(const struct placing *placing, uint32_t row)
{
    struct stream draw = stream_of(placing, row);
    stream_uniform(&draw);
    stream_uniform(&draw);
    return stream_uniform(&draw) < placing->params->fellows;
}

static void befriend(struct world *world, uint32_t row, uint32_t other)
{
    const uint32_t i = world->needs.resident[row], j = world->needs.resident[other];
    ties_make(&world->ties, i, j, TIE_FRIEND, NEW_TIE);
    ties_make(&world->ties, j, i, TIE_FRIEND, NEW_TIE);
}

void places_meet(const struct placing *placing, size_t m, size_t count)
{
    struct world *world = placing->world;
    struct organisations *o = &world->organisations;
    const uint32_t first = world->municipalities.first_organisation[m];
    for (uint32_t i = first; i < first + world->municipalities.organisations[m]; i++)
        o->filled[i] = 0;
    uint32_t before = COLUMN_NONE; /* who of the same place looks for company */
    for (size_t k = 0; k < count && holds(world, k); k++) {
        const uint32_t row = sort_value(world->scratch.letters[k]);
        o->filled[giver(world, row)]++;
        if (!looks_for_company(placing, row))
            continue;
        const bool same =
            before != COLUMN_NONE && world->needs.place[before] == world->needs.place[row];
        if (same)
            befriend(world, before, row);
        before = same ? COLUMN_NONE : row;
    }
}

/* The entrepreneur with a vacant place to whom the provider is closest. */
static uint32_t closest(const struct world *world, size_t m, uint32_t provider, double *link)
{
    const struct organisations *o = &world->organisations;
    const uint32_t first = world->municipalities.first_organisation[m];
    uint32_t best = COLUMN_NONE;
    *link = 0;
    for (uint32_t i = first; i < first + world->municipalities.organisations[m]; i++) {
        if (o->kind[i] != ORGANISATION_ENTREPRENEUR || o->filled[i] >= o->offered[i])
            continue;
        const double strength = collaborations_link(&world->collaborations, provider, i);
        if (strength > *link) {
            *link = strength;
            best = i;
        }
    }
    return best;
}

static bool has_place(const struct world *world, uint32_t resident)
{
    uint32_t row = world->residents.first_need[resident];
    while (row != COLUMN_NONE && world->needs.place[row] == NO_PLACE)
        row = world->needs.next[row];
    return row != COLUMN_NONE;
}

static void put_forward(const struct placing *placing, uint32_t row)
{
    struct world *world = placing->world;
    struct needs *needs = &world->needs;
    const size_t n = world->blocks.neighbourhood[blocks_find(&world->blocks, needs->resident[row])];
    const size_t m = world->neighbourhoods.municipality[n];
    const size_t contract = (n * DOMAINS + needs->domain[row]) * CONTRACT_SLOTS;
    const uint32_t provider = world->neighbourhoods.provider[contract + needs->provider[row]];
    double link;
    if (provider == COLUMN_NONE || has_place(world, needs->resident[row]))
        return;
    const uint32_t to = closest(world, m, provider, &link);
    const double chance =
        placing->haste * places_introduction(placing->params, link, needs->severity[row]);
    if (to == COLUMN_NONE || uniform_of(lot_of(placing, row)) >= chance)
        return;
    needs->place[row] = (uint16_t)(to - world->municipalities.first_organisation[m] + 1);
    world->organisations.filled[to]++;
}

void places_fill(const struct placing *placing, size_t count)
{
    for (size_t k = 0; k < count; k++)
        if (!holds(placing->world, k))
            put_forward(placing, sort_value(placing->world->scratch.letters[k]));
}
