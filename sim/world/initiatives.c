#include "world/initiatives.h"

#define COLUMN(member, type, role, width, unit, text)                                              \
    {                                                                                              \
#member, COLUMN_##type, COLUMN_##role, width, offsetof(struct initiatives, member), unit,  \
            text                                                                                   \
    }

/* Who is a member is a column of residents; the list is kept so that members are found. */
/* clang-format off */
static const struct column rows[] = {
    COLUMN(neighbourhood, U32, VALUE, 1, "1", "neighbourhood where it began"),
    COLUMN(domain, U8, VALUE, 1, "1", "problem domain"),
    COLUMN(founder, U32, PLACE, 1, "1", "resident who began it"),
    COLUMN(members, U16, VALUE, 1, "1", "number of members"),
    COLUMN(member, U32, INDEX, INITIATIVE_MEMBERS, "1", "members in the order of joining"),
    COLUMN(pledge, U16, INDEX, INITIATIVE_MEMBERS, "hour/16", "hours that each pledged this month"),
    COLUMN(joined, U16, VALUE, 1, "1", "members who joined this month"),
    COLUMN(energy, F32, VALUE, 1, "1", "energy"),
    COLUMN(dependence, F32, VALUE, 1, "1", "share of the energy that hangs on the founder"),
    COLUMN(formality, F32, VALUE, 1, "1", "formality"),
    COLUMN(funding, F32, VALUE, 1, "1", "share of its cost that the municipality pays"),
    COLUMN(record, F32, VALUE, 1, "1", "needs that ended with its help for each 100 hours pledged, at most 1, running mean"),
    COLUMN(offered, F32, VALUE, 1, "hour", "hours that members pledged this month"),
    COLUMN(hours, F32, VALUE, 1, "hour", "hours that they gave this month"),
    COLUMN(grant, I64, VALUE, 1, "euro/100", "paid by the municipality this month"),
    COLUMN(rest, U8, VALUE, 1, "month", "months until it may challenge again"),
};
/* clang-format on */

const struct columns initiatives_columns = {rows, sizeof rows / sizeof *rows};

bool initiatives_init(struct initiatives *initiatives, size_t count, struct spel_error *error)
{
    initiatives->count = count;
    return columns_allocate(initiatives_columns, initiatives, count, error);
}

void initiatives_clear(struct initiatives *initiatives)
{
    columns_release(initiatives_columns, initiatives);
    initiatives->count = 0;
}
