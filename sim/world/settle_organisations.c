#include "base/memory.h"
#include "world/costs.h"
#include "world/draw.h"
#include "world/effort.h"
#include "world/founding.h"
#include "world/membership.h"
#include "world/settlement.h"
#include "world/visions.h"

/* Rows for organisations to come: half as many again, and in a village some more. */
enum { ROOM_BEYOND = 12 };

/* Over the usual capital of entrepreneurs: its spread, and the least one starts with, as the
 * model itself has them in the long run. */
static const double SPREAD_OF_CAPITAL = 0.4, LEAST_CAPITAL = 0.25;

static void settle_one(struct organisations *o, uint32_t i, uint32_t municipality,
                       enum organisation_kind kind, uint32_t turn, bool decides, uint32_t run_in,
                       struct moment now)
{
    struct stream draw = stream_open(now, DRAW_SETTLE_ORGANISATION, i);
    o->kind[i] = (uint8_t)kind;
    o->municipality[i] = municipality;
    /* Each institution has a main domain in turn, and one in three a second. */
    unsigned domains = 1u << (turn % DOMAINS);
    if (stream_uniform(&draw) < 1.0 / 3)
        domains |= 1u << stream_below(&draw, DOMAINS);
    if (kind == ORGANISATION_ENTREPRENEUR)
        domains = 1u << WORK | 1u << SOCIAL;
    o->domains[i] = (uint8_t)domains;
    o->founded[i] = (int16_t)(-12 - (int)run_in - (int)stream_below(&draw, 360));
    o->self_interest[i] = founding_trait(&draw, 0.4, 0.15);
    o->openness[i] = founding_trait(&draw, 0.4, 0.15);
    o->network_effort[i] =
        (float)organisations_effort(effort_level(founding_trait(&draw, 0.4, 0.2)));
    for (size_t k = 2 * (size_t)i; k < 2 * (size_t)i + 2; k++)
        o->vision[k] = o->anchor[k] = (float)visions_draw(&draw);
    o->trust[i] = founding_trait(&draw, 0.59, 0.2);
    o->steering[i] = 0.4f;
    /* At rest where institutions decide; the usual level, at which it does nothing, elsewhere. */
    o->routine[i] = decides ? founding_trait(&draw, ROUTINE_USUAL, 0.15) : (float)ROUTINE_USUAL;
}

/* Entrepreneurs are engaged as far as they make an effort for partners; their capital is as
 * good and bad months have left it. */
static void settle_entrepreneur(struct organisations *o, uint32_t i,
                                const struct entrepreneurs_params *params, struct moment now)
{
    struct stream draw = stream_open(now, DRAW_ENTREPRENEUR, i);
    const double relative = 1 + SPREAD_OF_CAPITAL * stream_normal(&draw);
    o->engagement[i] = o->network_effort[i];
    o->capital[i] = (float)(params->capital * elementary_clamp(relative, LEAST_CAPITAL, 3));
}

/* Two institutions collaborate sooner when they share no domain, and when both
 * make an effort; every pair draws once. */
static bool collaborate(const struct organisations *o, uint32_t a, uint32_t b, double partners,
                        struct moment now, float *strength)
{
    struct stream draw = stream_open(now, DRAW_SETTLE_TIE, a);
    draw.counter.word[1] = 0x80000000u | b;
    const double complementary = o->domains[a] & o->domains[b] ? 0.6 : 1.2;
    const double effort = 2.5 * o->network_effort[a];
    *strength = (float)(0.2 + 0.6 * stream_uniform(&draw));
    return stream_uniform(&draw) < partners * complementary * effort;
}

static void settle_collaborations(struct world *world, struct moment now)
{
    const struct organisations *o = &world->organisations;
    const struct municipalities *m = &world->municipalities;
    for (size_t i = 0; i < m->count; i++) {
        const uint32_t first = m->first_organisation[i];
        const uint32_t end = first + founding_count(world, i);
        const double partners = elementary_clamp(3.0 / (end - first), 0, 0.5);
        for (uint32_t a = first; a < end; a++)
            for (uint32_t b = first; b < end; b++) {
                float strength;
                if (a != b && collaborate(o, a, b, partners, now, &strength))
                    collaborations_make(&world->collaborations, a, b, strength);
            }
    }
}

/* The contract of (neighbourhood, domain): up to three institutions of the
 * municipality that serve the domain, drawn without return; the first holds
 * the larger share. Each has run for some time already. */
static void contract(struct world *world, size_t neighbourhood, int domain, uint32_t term,
                     struct moment now)
{
    struct neighbourhoods *n = &world->neighbourhoods;
    const struct organisations *o = &world->organisations;
    const uint32_t m = n->municipality[neighbourhood];
    const uint32_t first = world->municipalities.first_organisation[m];
    const uint32_t count = founding_count(world, m);
    struct stream draw = stream_open(now, DRAW_SETTLE_CONTRACT,
                                     (uint32_t)(neighbourhood * DOMAINS) + (uint32_t)domain);
    static const float shares[CONTRACT_SLOTS][CONTRACT_SLOTS] = {
        {1, 0, 0}, {0.65f, 0.35f, 0}, {0.5f, 0.3f, 0.2f}};
    uint32_t *provider = n->provider + (neighbourhood * DOMAINS + domain) * CONTRACT_SLOTS;
    float *share = n->provider_share + (neighbourhood * DOMAINS + domain) * CONTRACT_SLOTS;
    const uint32_t start = stream_below(&draw, count);
    uint32_t found = 0;
    for (uint32_t k = 0; k < CONTRACT_SLOTS; k++)
        provider[k] = COLUMN_NONE;
    for (uint32_t k = 0; k < count && found < CONTRACT_SLOTS; k++) {
        const uint32_t i = first + (start + k) % count;
        if (o->kind[i] == ORGANISATION_INSTITUTION && o->domains[i] >> domain & 1)
            provider[found++] = i;
    }
    for (uint32_t k = 0; k < CONTRACT_SLOTS; k++)
        n->contract_price[provider + k - n->provider] = 1;
    for (uint32_t k = 0; k < found; k++) {
        share[k] = shares[found - 1][k];
        n->contract_left[provider + k - n->provider] = (uint8_t)(1 + stream_below(&draw, term));
    }
}

/* What of a budget is usually contracted for hours: as the calibrated model has it
 * in the long run, in small places and in cities alike. */
static const double USUAL_CONTRACTED[DOMAINS] = {0.93, 0.98, 0.95, 0.93, 0.85, 0.9};

/* Needs of a domain per neighbourhood, for now in the place of contracted hours. */
static void count_needs(struct world *world)
{
    const struct blocks *blocks = &world->blocks;
    for (size_t b = 0; b < blocks->count; b++)
        for (uint32_t row = blocks->first_row[b]; row < blocks->first_row[b] + blocks->row_count[b];
             row++)
            world->neighbourhoods
                .contracted[blocks->neighbourhood[b] * DOMAINS + world->needs.domain[row]]++;
}

/* Contracted hours start at the usual part of the municipality's budget, divided
 * over neighbourhoods by the stock of needs; the burn-in brings them to seen demand. */
static void settle_contracts(struct world *world, const struct scenario *scenario,
                             struct moment now)
{
    struct neighbourhoods *n = &world->neighbourhoods;
    const struct municipalities *m = &world->municipalities;
    const struct formal_support_params *p = &scenario->params.formal_support;
    const uint32_t term = (uint32_t)(scenario->params.institutions.term + 0.5);
    count_needs(world);
    for (size_t i = 0; i < m->count; i++)
        for (size_t d = 0; d < DOMAINS; d++) {
            const size_t first = m->first[i], end = first + m->neighbourhoods[i];
            const double hours = USUAL_CONTRACTED[d] * (1 - (d == YOUTH ? p->youth_stay : 0)) *
                                 (double)m->budget[i * DOMAINS + d] / 100 / 12 / p->price[d];
            double needs = 0;
            for (size_t k = first; k < end; k++)
                needs += n->contracted[k * DOMAINS + d];
            for (size_t k = first; k < end; k++) {
                contract(world, k, (int)d, term, now);
                n->contracted[k * DOMAINS + d] *= needs > 0 ? (float)(hours / needs) : 0;
            }
        }
}

/* Rows of a municipality: for those of the first day, which stand at the front, and to come. */
static uint32_t rows_of(const struct world *world, const struct settlement_params *params, size_t m)
{
    const uint32_t settled = founding_institutions(world, m, params->institutions_per_1000) +
                             founding_usual(world, m, params->entrepreneurs_per_1000);
    return settled + settled / 2 + ROOM_BEYOND + membership_room(world_residents(world, m));
}

static void settle_municipality(struct world *world, const struct scenario *scenario,
                                struct moment now, size_t m)
{
    const struct settlement_params *p = &scenario->params.settlement;
    struct organisations *o = &world->organisations;
    const uint32_t institutions = founding_institutions(world, m, p->institutions_per_1000);
    const uint32_t settled = institutions + founding_usual(world, m, p->entrepreneurs_per_1000);
    const uint32_t first = world->municipalities.first_organisation[m];
    const bool decides = !scenario->process_off[PROCESS_INSTITUTIONS];
    const uint32_t run_in = (uint32_t)p->burn_in_organisations;
    for (uint32_t k = 0; k < institutions; k++)
        settle_one(o, first + k, (uint32_t)m, ORGANISATION_INSTITUTION, k, decides, run_in, now);
    for (uint32_t k = institutions; k < settled; k++) {
        settle_one(o, first + k, (uint32_t)m, ORGANISATION_ENTREPRENEUR, k, decides, run_in, now);
        settle_entrepreneur(o, first + k, &scenario->params.entrepreneurs, now);
    }
    for (size_t d = 0; d < DOMAINS; d++)
        world->municipalities.result_hours[m * DOMAINS + d] =
            (float)scenario->params.formal_support.result_hours[d];
    for (uint32_t k = settled; k < world->municipalities.organisations[m]; k++)
        o->municipality[first + k] = (uint32_t)m;
}

bool settle_organisations(struct world *world, const struct scenario *scenario, struct moment now,
                          struct spel_error *error)
{
    struct municipalities *m = &world->municipalities;
    uint32_t total = 0, largest = 0;
    for (size_t i = 0; i < m->count; i++) {
        m->first_organisation[i] = total;
        m->organisations[i] = rows_of(world, &scenario->params.settlement, i);
        total += m->organisations[i];
        largest = m->organisations[i] > largest ? m->organisations[i] : largest;
    }
    if (!organisations_init(&world->organisations, total, error) ||
        !initiatives_init(&world->initiatives, total, error) ||
        !collaborations_init(&world->collaborations, total, largest, error))
        return false;
    for (size_t i = 0; i < m->count; i++)
        settle_municipality(world, scenario, now, i);
    membership_share_areas(world);
    settle_contracts(world, scenario, now);
    settle_collaborations(world, now);
    return true;
}
