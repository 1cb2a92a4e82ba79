#include "world/needs.h"

#define COLUMN(member, type, role, unit, text)                                                     \
    {                                                                                              \
#member, COLUMN_##type, COLUMN_##role, 1, offsetof(struct needs, member), unit, text       \
    }

/* clang-format off */
static const struct column rows[] = {
    COLUMN(resident, U32, PLACE, "1", "who has the need"),
    COLUMN(next, U32, INDEX, "1", "row of the resident's next need"),
    COLUMN(domain, U8, VALUE, "1", "problem domain"),
    COLUMN(flags, U8, VALUE, "1", "bits: 1 chronic, 2 existing offer, 4 helped, 8 conversation, 16 ended, 32 term judged"),
    COLUMN(provider, U8, VALUE, "1", "slot of the contract that serves it, 255 for none"),
    COLUMN(terms, U8, VALUE, "1/255", "share of its pay that follows the result, agreed with its provider"),
    COLUMN(scaling, I8, VALUE, "1", "steps up or down that the resident chose"),
    COLUMN(waiting, U8, VALUE, "month", "months known without formal help"),
    COLUMN(alone, U8, VALUE, "month", "months known above 0.4 without any helper"),
    COLUMN(complexity, U8, VALUE, "1/255", "complexity of the household this month"),
    COLUMN(since, U8, VALUE, "month", "months since the last experience"),
    COLUMN(spell, U16, VALUE, "month", "months since onset"),
    COLUMN(asked_of, U16, VALUE, "1", "bit per slot of the resident's ties: asked this month"),
    COLUMN(place, U16, VALUE, "1", "place: one more than the row, in its municipality, of its entrepreneur; 0 none, 65535 a job"),
    COLUMN(place_hours, U8, VALUE, "hour/8", "hours of help that the place gave"),
    COLUMN(severity, F32, VALUE, "1", "severity n"),
    COLUMN(pace, F32, VALUE, "1", "pace of its course"),
    COLUMN(net, F32, VALUE, "hour", "required hours less own strength: R - O"),
    COLUMN(asked, F32, VALUE, "hour", "hours asked of alters"),
    COLUMN(informal, F32, VALUE, "hour", "replaceable hours that alters gave"),
    COLUMN(initiative, F32, VALUE, "hour", "replaceable hours that initiatives gave"),
    COLUMN(presence, F32, VALUE, "hour", "presence hours that alters gave"),
    COLUMN(formal, F32, VALUE, "hour", "formal hours given"),
    COLUMN(effectiveness, F32, VALUE, "1", "effectiveness of the formal hours"),
};
/* clang-format on */

const struct columns needs_columns = {rows, sizeof rows / sizeof *rows};

bool needs_init(struct needs *needs, size_t capacity, struct spel_error *error)
{
    needs->capacity = capacity;
    return columns_allocate(needs_columns, needs, capacity, error);
}

void needs_clear(struct needs *needs)
{
    columns_release(needs_columns, needs);
    needs->capacity = 0;
}

void needs_begin(struct needs *needs, uint32_t row)
{
    needs->flags[row] = 0;
    needs->provider[row] = NO_PROVIDER;
    needs->terms[row] = 0;
    needs->scaling[row] = 0;
    needs->waiting[row] = needs->alone[row] = needs->since[row] = 0;
    needs->complexity[row] = 0;
    needs->place[row] = NO_PLACE;
    needs->place_hours[row] = 0;
    needs->spell[row] = needs->asked_of[row] = 0;
    needs->net[row] = needs->asked[row] = needs->informal[row] = 0;
    needs->initiative[row] = 0;
    needs->presence[row] = needs->formal[row] = needs->effectiveness[row] = 0;
}
