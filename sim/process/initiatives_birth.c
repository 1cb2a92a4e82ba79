#include "base/candidates.h"
#include "process/initiatives_parts.h"
#include "world/founding.h"
#include "world/hours.h"

/* The ceiling of the monthly chance that somebody begins one, which no scenario moves, and of
 * the chance to have begun the one that is still there. */
static const double BIRTH_CEILING = 2e-4, STOCK_CEILING = 0.03;

/* Near neighbours are so many places either way; so many of them make a need shared; and in
 * an area of so many residents half of that counts. */
enum { STREET = 7, SHARED_FROM = 3, SHRINKING = 200, ADULT_MONTHS = 18 * 12 };

/* Nobody has more than so many times the usual time; and needs are shared at most so many
 * times as usual. */
static const double TIME_MOST = 4, SHARED_MOST = 5;

/* Records in the long run: who is in debt is helped, but does not come out of it by that. */
static const float USUAL_RECORD[DOMAINS] = {
    [CARE] = 0.36f, [YOUTH] = 0.9f, [WORK] = 0.9f, [EDUCATION] = 0.4f, [DEBT] = 0, [SOCIAL] = 0.8f};
static const double USUAL_LEVER = 0.5, USUAL_TRUST = 0.59, USUAL_ENGAGEMENT = 0.4;

/* Months after which nobody looks back, and the last ones that are lived. */
enum { OLDEST = 480, LIVED = 60 };

/* Residents of a neighbourhood with enough near neighbours who have the same need. */
static void count_shared(const struct world *world, size_t n, uint32_t hits[DOMAINS])
{
    const uint8_t *needs = world->residents.needs + world->neighbourhoods.first[n];
    const uint32_t *id = world->residents.id + world->neighbourhoods.first[n];
    const uint32_t places = world->neighbourhoods.places[n];
    uint32_t near[DOMAINS] = {0};
    for (uint32_t i = 0; i < places + STREET; i++) {
        for (uint32_t d = 0; d < DOMAINS; d++) {
            near[d] += i < places && id[i] != 0 && needs[i] >> d & 1;
            near[d] -=
                i > 2 * STREET && id[i - 2 * STREET - 1] != 0 && needs[i - 2 * STREET - 1] >> d & 1;
        }
        if (i < STREET || id[i - STREET] == 0)
            continue;
        for (uint32_t d = 0; d < DOMAINS; d++)
            hits[d] += near[d] - (needs[i - STREET] >> d & 1) >= SHARED_FROM;
    }
}

void birth_shared_needs(const struct world *world, size_t neighbourhood,
                        struct shared_needs *shared)
{
    const struct neighbourhoods *n = &world->neighbourhoods;
    const struct municipalities *m = &world->municipalities;
    const size_t town = n->municipality[neighbourhood];
    uint32_t hits[DOMAINS] = {0}, residents = 0;
    for (size_t k = m->first[town]; k < (size_t)m->first[town] + m->neighbourhoods[town]; k++)
        if (n->area[k] == n->area[neighbourhood]) {
            count_shared(world, k, hits);
            residents += n->residents[k];
        }
    shared->all = 0;
    for (size_t d = 0; d < DOMAINS; d++) {
        shared->of[d] = hits[d] / (residents + (double)SHRINKING);
        shared->all += shared->of[d];
    }
}

double birth_engagement(const struct world *world, size_t municipality)
{
    const struct organisations *o = &world->organisations;
    const size_t first = world->municipalities.first_organisation[municipality];
    double sum = 0, count = 0;
    for (size_t i = first; i < first + world->municipalities.organisations[municipality]; i++)
        if (o->kind[i] == ORGANISATION_ENTREPRENEUR) {
            sum += (double)o->engagement[i];
            count += 1;
        }
    return count > 0 ? sum / count : 0;
}

double birth_readiness(const struct initiating *initiating, size_t neighbourhood, double engaged,
                       uint32_t i)
{
    const struct initiatives_params *p = &initiating->params->initiatives;
    const struct world *world = initiating->world;
    const struct residents *residents = &world->residents;
    if (residents->id[i] == 0 || residents->membership[i] != 0 ||
        residents_age_months(residents, i, initiating->now.month) < ADULT_MONTHS)
        return 0;
    const double time = hours_time(residents, i, initiating->now.month) / p->usual_time;
    const double room = world->neighbourhoods.lever[neighbourhood * LEVERS + RULE_ROOM];
    return (time < TIME_MOST ? time : TIME_MOST) *
           elementary_exp(p->birth_room * (room - USUAL_LEVER) +
                          p->birth_trust * ((double)residents->trust[i] - USUAL_TRUST) +
                          p->birth_engagement * (engaged - USUAL_ENGAGEMENT));
}

/* A domain in proportion to how widely its needs are shared. */
static enum domain domain_by(const struct shared_needs *shared, double lot)
{
    double left = lot * shared->all;
    int d = 0;
    while (d + 1 < DOMAINS && left >= shared->of[d])
        left -= shared->of[d++];
    return (enum domain)d;
}

/* The founder's view of things is the initiative's at first. */
static void shape(const struct initiating *initiating, uint32_t row, uint32_t founder)
{
    struct organisations *o = &initiating->world->organisations;
    const struct residents *residents = &initiating->world->residents;
    const int8_t views[2] = {residents->vision_cause[founder], residents->vision_result[founder]};
    for (size_t k = 0; k < 2; k++)
        o->vision[2 * (size_t)row + k] = o->anchor[2 * (size_t)row + k] = (float)(views[k] / 127.0);
    o->trust[row] = residents->trust[founder];
    o->self_interest[row] = 0.1f;
    o->openness[row] = 0.6f;
    o->network_effort[row] = 0.4f;
    o->steering[row] = (float)initiating_steering(initiating, row);
    initiating->world->initiatives.energy[row] = 0.6f;
}

/* Begins, if needs are shared enough for who is this ready: `chance` is that with shared
 * needs as usual, against a lot of the candidate's. */
static uint32_t begin(const struct initiating *initiating, size_t neighbourhood, uint32_t founder,
                      double chance, double lot, uint32_t month)
{
    struct world *world = initiating->world;
    struct shared_needs shared;
    if (lot >= chance * SHARED_MOST)
        return COLUMN_NONE;
    birth_shared_needs(world, neighbourhood, &shared);
    const double level = shared.all / initiating->params->initiatives.shared_level;
    if (lot >= chance * (level < SHARED_MOST ? level : SHARED_MOST))
        return COLUMN_NONE;
    struct stream draw =
        stream_open(initiating->now, DRAW_INITIATIVE_DOMAIN, world->residents.id[founder]);
    const enum domain domain = domain_by(&shared, stream_uniform(&draw));
    const uint32_t row = membership_begin(world, founder, domain, month);
    if (row == COLUMN_NONE)
        world->municipalities
            .initiatives_refused[world->neighbourhoods.municipality[neighbourhood]]++;
    else
        shape(initiating, row, founder);
    return row;
}

/* The chance a month that somebody who is ready as usual begins one. */
static double usual_chance(const struct initiatives_params *p)
{
    return p->births / 1000 / 12 / p->births_level;
}

static void open(struct candidates *candidates, const struct initiating *initiating, size_t block,
                 enum draw purpose, double ceiling)
{
    const struct world *world = initiating->world;
    candidates_open(candidates, initiating->now, purpose, world->blocks.first[block],
                    world->blocks.length[block], stream_gap_scale(ceiling));
}

static void block_month(const struct initiating *initiating, size_t block, double engaged)
{
    struct world *world = initiating->world;
    const double usual = usual_chance(&initiating->params->initiatives);
    const size_t n = world->blocks.neighbourhood[block];
    const size_t m = world->neighbourhoods.municipality[n];
    struct candidates candidates;
    open(&candidates, initiating, block, DRAW_INITIATIVE_GAP, BIRTH_CEILING);
    for (uint32_t i; candidates_next(&candidates, &i);) {
        const double chance = usual * birth_readiness(initiating, n, engaged, i);
        const uint32_t row =
            begin(initiating, n, i, chance, candidates.lot * BIRTH_CEILING, initiating->now.month);
        if (row == COLUMN_NONE)
            continue;
        world->municipalities.initiatives_born[m]++;
        events_add(&world->events, EVENT_INITIATIVE_BORN, (int32_t)m, (int32_t)row,
                   (float)world->initiatives.domain[row]);
    }
}

/* Past months are lived without a look at needs: joining and leaving, energy, forms, with a
 * record as most have it in the domain. Who ends in them, or hardens, is not there on the first
 * day. */
static void live_past(const struct initiating *initiating, uint32_t row, uint32_t months)
{
    struct initiating then = *initiating;
    struct world *world = initiating->world;
    world->initiatives.record[row] = USUAL_RECORD[world->initiatives.domain[row]];
    for (then.now.month = 0u - months; then.now.month != 0; then.now.month++) {
        world->initiatives.joined[row] = 0;
        recruit_month(&then, row);
        fare_month(&then, row);
        fare_end(&then, row);
        if (membership_of(world, row))
            continue;
        if (organisations_present(&world->organisations, row))
            founding_end(world, row);
        return;
    }
}

/* Of those that began in the months that are lived, any is looked at; of those before, as many
 * as have lasted since at a constant hazard, of which the first months are lived. */
static uint32_t age_of(const struct initiating *initiating, double life, uint32_t founder)
{
    struct stream draw =
        stream_open(initiating->now, DRAW_INITIATIVE_AGE, initiating->world->residents.id[founder]);
    const double lot = stream_uniform(&draw) * (LIVED + life);
    const double before = -elementary_log(stream_uniform(&draw)) * life;
    const double months = lot < LIVED ? lot : LIVED + before;
    return months < OLDEST ? 1 + (uint32_t)months : OLDEST;
}

static void block_stock(const struct initiating *initiating, size_t block, double engaged)
{
    const struct initiatives_params *p = &initiating->params->initiatives;
    const double life = p->end > 0.01 ? 12 / p->end : 1200;
    const double usual = usual_chance(p) * (LIVED + life);
    const size_t n = initiating->world->blocks.neighbourhood[block];
    struct candidates candidates;
    open(&candidates, initiating, block, DRAW_INITIATIVE_STOCK, STOCK_CEILING);
    for (uint32_t i; candidates_next(&candidates, &i);) {
        const uint32_t age = age_of(initiating, life, i);
        const double chance = usual * birth_readiness(initiating, n, engaged, i);
        const uint32_t lived = age < LIVED ? age : LIVED;
        const uint32_t row =
            begin(initiating, n, i, chance, candidates.lot * STOCK_CEILING, 0u - lived);
        if (row == COLUMN_NONE)
            continue;
        live_past(initiating, row, lived);
        if (membership_of(initiating->world, row))
            initiating->world->organisations.founded[row] = (int16_t)(0 - (int)age);
    }
}

/* Goes over the blocks of all municipalities, in their order. */
static void each_block(const struct initiating *initiating,
                       void (*visit)(const struct initiating *, size_t block, double engaged))
{
    const struct municipalities *m = &initiating->world->municipalities;
    const struct neighbourhoods *n = &initiating->world->neighbourhoods;
    for (size_t town = 0; town < m->count; town++) {
        const double engaged = birth_engagement(initiating->world, town);
        for (size_t k = m->first[town]; k < (size_t)m->first[town] + m->neighbourhoods[town]; k++)
            for (size_t b = 0; b < n->block_count[k]; b++)
                visit(initiating, n->first_block[k] + b, engaged);
    }
}

void birth_month(const struct initiating *initiating)
{
    each_block(initiating, block_month);
}

void birth_stock(const struct initiating *initiating)
{
    each_block(initiating, block_stock);
}
