#include "world/founding.h"

static void clear_row(struct organisations *organisations, size_t row)
{
    const uint32_t municipality = organisations->municipality[row];
    columns_clear_row(organisations_columns, organisations, row);
    organisations->municipality[row] = municipality;
}

float founding_trait(struct stream *draw, double mean, double sd)
{
    return (float)elementary_clamp(mean + sd * stream_normal(draw), 0.02, 0.98);
}

struct stream founding_stream(const struct world *world, uint32_t organisation, struct moment now,
                              uint32_t purpose)
{
    struct stream draw = stream_open(now, purpose, organisation);
    draw.counter.word[3] = (uint32_t)(uint16_t)world->organisations.founded[organisation] << 16;
    return draw;
}

uint32_t founding_usual(const struct world *world, size_t municipality, double per_1000)
{
    return (uint32_t)(world_residents(world, municipality) * per_1000 / 1000 + 0.5);
}

uint32_t founding_institutions(const struct world *world, size_t municipality, double per_1000)
{
    const uint32_t usual = founding_usual(world, municipality, per_1000);
    return usual < DOMAINS ? DOMAINS : usual;
}

uint32_t founding_count(const struct world *world, size_t municipality)
{
    const uint32_t first = world->municipalities.first_organisation[municipality];
    uint32_t count = 0;
    for (uint32_t i = first; i < first + world->municipalities.organisations[municipality]; i++)
        count += organisations_present(&world->organisations, i);
    return count;
}

uint32_t founding_begin(struct world *world, size_t municipality, enum organisation_kind kind,
                        uint32_t month)
{
    struct organisations *o = &world->organisations;
    const uint32_t first = world->municipalities.first_organisation[municipality];
    const uint32_t end = first + world->municipalities.organisations[municipality];
    for (uint32_t i = first; i < end; i++)
        if (!organisations_present(o, i)) {
            clear_row(o, i);
            o->kind[i] = (uint8_t)kind;
            o->founded[i] = (int16_t)month;
            return i;
        }
    return COLUMN_NONE;
}

void founding_hand_over(struct world *world, size_t neighbourhood, enum domain domain, size_t slot,
                        uint32_t to)
{
    struct needs *needs = &world->needs;
    const struct neighbourhoods *n = &world->neighbourhoods;
    n->provider[(neighbourhood * DOMAINS + domain) * CONTRACT_SLOTS + slot] = to;
    const size_t first = n->first_block[neighbourhood];
    for (size_t b = first; b < first + n->block_count[neighbourhood]; b++) {
        const uint32_t row = world->blocks.first_row[b];
        for (uint32_t r = row; r < row + world->blocks.row_count[b]; r++)
            if (needs->domain[r] == domain && needs->provider[r] == slot)
                needs->provider[r] = NO_PROVIDER;
    }
}

static void drop_ties(struct world *world, uint32_t organisation)
{
    struct collaborations *ties = &world->collaborations;
    const struct municipalities *m = &world->municipalities;
    const size_t municipality = world->organisations.municipality[organisation];
    const uint32_t first = m->first_organisation[municipality];
    for (uint32_t i = first; i < first + m->organisations[municipality]; i++) {
        collaborations_drop(ties, i, organisation);
        collaborations_drop(ties, organisation, i);
    }
}

void founding_renew(struct world *world, uint32_t organisation)
{
    struct organisations *o = &world->organisations;
    drop_ties(world, organisation);
    o->friction[organisation] = 0;
    for (size_t k = 2 * (size_t)organisation; k < 2 * (size_t)organisation + 2; k++)
        o->vision[k] = o->anchor[k];
    for (size_t k = 0; k < DOMAINS; k++) {
        const size_t at = (size_t)organisation * DOMAINS + k;
        o->practice[at] = o->proven[at] = 0;
        o->trial[at] = 0;
    }
}

void founding_end(struct world *world, uint32_t organisation)
{
    struct organisations *o = &world->organisations;
    const struct municipalities *m = &world->municipalities;
    const size_t municipality = o->municipality[organisation];
    drop_ties(world, organisation);
    for (size_t n = m->first[municipality];
         n < (size_t)m->first[municipality] + m->neighbourhoods[municipality]; n++)
        for (size_t c = 0; c < DOMAINS * CONTRACT_SLOTS; c++)
            if (world->neighbourhoods.provider[n * DOMAINS * CONTRACT_SLOTS + c] == organisation)
                founding_hand_over(world, n, (enum domain)(c / CONTRACT_SLOTS), c % CONTRACT_SLOTS,
                                   COLUMN_NONE);
    clear_row(o, organisation);
}
