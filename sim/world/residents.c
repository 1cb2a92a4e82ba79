#include "world/residents.h"

#define COLUMN(member, type, role, unit, text)                                                     \
    {                                                                                              \
#member, COLUMN_##type, COLUMN_##role, 1, offsetof(struct residents, member), unit, text   \
    }

/* clang-format off */
static const struct column rows[] = {
    COLUMN(id, U32, VALUE, "1", "external id: place of birth or arrival and occupant; 0 is vacant"),
    COLUMN(birth, I16, VALUE, "month", "month of birth relative to the start"),
    COLUMN(next, U32, PLACE, "1", "next member of the household, a ring"),
    COLUMN(position, U8, VALUE, "1", "position in the household: child, alone, partner, single parent, other"),
    COLUMN(traits, U8, VALUE, "1", "bits: 1 low income, 2 asked for more hours this month than can be given"),
    COLUMN(needs, U8, VALUE, "1", "bit per domain: has the need"),
    COLUMN(known, U8, VALUE, "1", "bit per domain: the municipality knows the need"),
    COLUMN(ended, U8, VALUE, "1", "bit per domain: a need ended and may come back"),
    COLUMN(worst, U8, VALUE, "1/255", "severity of the worst need"),
    COLUMN(first_need, U32, INDEX, "1", "row of the first need in the pool"),
    COLUMN(self_reliance, F32, VALUE, "1", "self-reliance s"),
    COLUMN(trust, F32, VALUE, "1", "trust in the municipality tau"),
    COLUMN(strain, F32, VALUE, "1", "strain of caring"),
    COLUMN(burnout, U8, VALUE, "month", "months of burnout left"),
    COLUMN(care_months, U8, VALUE, "month", "months in a row of giving at least one hour a week"),
    COLUMN(willingness, U8, VALUE, "1/255", "willingness to help"),
    COLUMN(available, U16, VALUE, "1/65535", "share of a helper's capacity that can be asked"),
    COLUMN(demand, U32, VALUE, "hour/16", "hours asked of the helper this month"),
    COLUMN(given, U16, VALUE, "hour/16", "hours of help given this month"),
    COLUMN(membership, U16, VALUE, "1", "initiative of which a member: its row and one more, 0 for none"),
    COLUMN(vision_cause, I8, VALUE, "1/127", "view of causes: person … circumstances"),
    COLUMN(vision_result, I8, VALUE, "1/127", "view of the end: output … quality of life"),
    COLUMN(news, U8, VALUE, "1", "bits: 1 left, 2 moved, 4 good experience, 8 bad experience, 16 came, 32 died"),
    COLUMN(heard, U8, VALUE, "1", "experiences of alters heard: good in the low four bits, bad in the high four"),
    COLUMN(occupants, U8, VALUE, "1", "how many persons the place has had"),
};
/* clang-format on */

const struct columns residents_columns = {rows, sizeof rows / sizeof *rows};

bool residents_init(struct residents *residents, size_t places, struct spel_error *error)
{
    residents->count = places;
    return columns_allocate(residents_columns, residents, places, error);
}

void residents_clear(struct residents *residents)
{
    columns_release(residents_columns, residents);
    residents->count = 0;
}
