#include "world/neighbourhoods.h"

#define COLUMN(member, type, role, width, unit, text)                                              \
    {                                                                                              \
#member, COLUMN_##type, COLUMN_##role, width, offsetof(struct neighbourhoods, member),     \
            unit, text                                                                             \
    }

/* clang-format off */
static const struct column rows[] = {
    COLUMN(first, U32, INDEX, 1, "1", "first place"),
    COLUMN(places, U32, INDEX, 1, "1", "number of places"),
    COLUMN(first_block, U32, INDEX, 1, "1", "first block"),
    COLUMN(block_count, U32, INDEX, 1, "1", "number of blocks"),
    COLUMN(municipality, U32, VALUE, 1, "1", "municipality it belongs to"),
    COLUMN(area, U32, VALUE, 1, "1", "first of the neighbourhoods with which it shares initiatives"),
    COLUMN(urbanity, U8, VALUE, 1, "1", "1 extremely urban to 5 not urban"),
    COLUMN(cursor, U32, INDEX, 1, "1", "where the next vacant place is looked for"),
    COLUMN(residents, U32, VALUE, 1, "1", "residents present"),
    COLUMN(target, F32, VALUE, 2, "1", "residents wanted in month 0 and from month 24"),
    COLUMN(knowledge, F32, VALUE, 1, "1", "what the municipality knows of the neighbourhood, K"),
    COLUMN(lever_wanted, F32, VALUE, LEVERS, "1", "levers as wanted"),
    COLUMN(lever, F32, VALUE, LEVERS, "1", "levers as the staff can carry them"),
    COLUMN(enacted, F32, VALUE, DOMAINS, "1", "enacted steering here"),
    COLUMN(enacted_half, F32, VALUE, DOMAINS, "1", "enacted steering for the half of households in a pilot"),
    COLUMN(pilot, U8, VALUE, DOMAINS, "1", "0 no pilot, 1 the whole neighbourhood, 2 half of its households"),
    COLUMN(seen, F32, VALUE, SIGHTS, "1", "what the municipality sees in a month, running mean over a year"),
    COLUMN(seen_before, F32, VALUE, SIGHTS, "1", "the same when the trial of the domain began"),
    COLUMN(seen_since, F32, VALUE, SIGHTS, "1", "sum of what it saw since the trial is judged"),
    COLUMN(onset_now, F32, VALUE, DOMAINS, "1", "scheduled factor of onset"),
    COLUMN(onset_local, F32, VALUE, DOMAINS, "1", "factor of onset of this neighbourhood"),
    COLUMN(provider, U32, VALUE, DOMAINS * CONTRACT_SLOTS, "1", "organisation that holds the contract"),
    COLUMN(provider_share, F32, VALUE, DOMAINS * CONTRACT_SLOTS, "1", "its share of the contracted hours"),
    COLUMN(contract_left, U8, VALUE, DOMAINS * CONTRACT_SLOTS, "month", "months until the contract is placed anew"),
    COLUMN(contract_price, F32, VALUE, DOMAINS * CONTRACT_SLOTS, "1", "price of an hour over the usual one of the domain"),
    COLUMN(settling_in, F32, VALUE, DOMAINS * CONTRACT_SLOTS, "1", "share of effectiveness that is lost since the contract changed hands"),
    COLUMN(hours_seen, F32, VALUE, DOMAINS * CONTRACT_SLOTS, "hour", "paid hours of the contract, sum that fades"),
    COLUMN(results_seen, F32, VALUE, DOMAINS * CONTRACT_SLOTS, "1", "needs that ended after help of the contract, sum that fades"),
    COLUMN(contracted, F32, VALUE, DOMAINS, "hour", "paid hours contracted a month"),
    COLUMN(supply, F32, VALUE, DOMAINS, "hour", "client hours supplied this month"),
    COLUMN(wanted, F32, VALUE, DOMAINS, "hour", "client hours wanted by known cases this month"),
    COLUMN(paid, F32, VALUE, DOMAINS, "hour", "paid hours used this month"),
    COLUMN(conversations, F32, VALUE, 1, "1", "kitchen-table conversations this month"),
    COLUMN(bad_news, U8, VALUE, 1, "1", "incidents and pilots withdrawn that went round since trust was last judged"),
    COLUMN(gain, F32, VALUE, GAINS * INCOMES, "1", "self-reliance gained this month, by term and income"),
    COLUMN(born, I32, VALUE, 1, "1", "births this month"),
    COLUMN(died, I32, VALUE, 1, "1", "deaths this month"),
    COLUMN(arrived, I32, VALUE, 1, "1", "arrivals this month"),
    COLUMN(departed, I32, VALUE, 1, "1", "departures this month"),
    COLUMN(care_exits, I32, VALUE, 1, "1", "residents who left for long-term care this month"),
    COLUMN(refused_births, I32, VALUE, 1, "1", "births, arrivals and moves without a vacant place, since the start"),
    COLUMN(ties_made, I32, VALUE, 1, "1", "ties made this month"),
    COLUMN(ties_lost_by_choice, I32, VALUE, 1, "1", "ties dropped this month by who counted on the other"),
    COLUMN(ties_lost_by_death, I32, VALUE, 1, "1", "ties cut this month because the other died or went to long-term care"),
    COLUMN(ties_lost_by_moving, I32, VALUE, 1, "1", "ties cut this month because the other left the area"),
    COLUMN(tie_chances, I32, VALUE, 1, "1", "opportunities this month to change a tie"),
    COLUMN(tie_chances_unused, I32, VALUE, 1, "1", "of these, those that changed none"),
};
/* clang-format on */

const struct columns neighbourhoods_columns = {rows, sizeof rows / sizeof *rows};

bool neighbourhoods_init(struct neighbourhoods *neighbourhoods, size_t count,
                         struct spel_error *error)
{
    neighbourhoods->count = count;
    return columns_allocate(neighbourhoods_columns, neighbourhoods, count, error);
}

void neighbourhoods_clear(struct neighbourhoods *neighbourhoods)
{
    columns_release(neighbourhoods_columns, neighbourhoods);
    neighbourhoods->count = 0;
}
