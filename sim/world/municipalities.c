#include "world/municipalities.h"

#define COLUMN(member, type, role, width, unit, text)                                              \
    {                                                                                              \
#member, COLUMN_##type, COLUMN_##role, width, offsetof(struct municipalities, member),     \
            unit, text                                                                             \
    }

/* clang-format off */
static const struct column rows[] = {
    COLUMN(first, U32, INDEX, 1, "1", "first neighbourhood"),
    COLUMN(neighbourhoods, U32, INDEX, 1, "1", "number of neighbourhoods"),
    COLUMN(first_organisation, U32, INDEX, 1, "1", "first organisation"),
    COLUMN(organisations, U32, INDEX, 1, "1", "number of organisations"),
    COLUMN(settled, U32, VALUE, AGE_FIVES * POSITION_KINDS, "1", "residents by band of five years of age and position, on the first day"),
    COLUMN(counted, U32, VALUE, AGE_FIVES * POSITION_KINDS, "1", "residents by band of five years of age and position, at the last count"),
    COLUMN(chosen, F32, VALUE, DOMAINS, "1", "chosen steering, 0 tight to 1 facilitating"),
    COLUMN(enacted, F32, VALUE, DOMAINS, "1", "enacted steering, mean over residents"),
    COLUMN(push, F32, VALUE, DOMAINS, "1", "reflex to control after incidents, at most 0"),
    COLUMN(preference, F32, VALUE, 1, "1", "political preference, -1 control to 1 room"),
    COLUMN(attraction, F32, VALUE, DOMAINS * 2, "1", "attraction of tightening and of making room"),
    COLUMN(experience, F32, VALUE, DOMAINS, "1", "experience that these rest on"),
    COLUMN(trial, F32, VALUE, DOMAINS, "1", "step of the trial of steering that runs, 0 for none"),
    COLUMN(trial_begun, I32, VALUE, DOMAINS, "month", "month in which it began"),
    COLUMN(trial_months, U8, VALUE, DOMAINS, "month", "months until it is judged"),
    COLUMN(judged, F32, VALUE, DOMAINS, "1", "change for the better that the last trial was seen to bring"),
    COLUMN(judged_at, F32, VALUE, DOMAINS, "1", "steering that did well then, -1 where it did not"),
    COLUMN(quiet, U8, VALUE, DOMAINS, "month", "months in which no incident follows"),
    COLUMN(shock, F32, VALUE, DOMAINS, "1", "incident that the schedule brings this month, 1 as hard as any"),
    COLUMN(incidents, U8, VALUE, DOMAINS, "1", "incidents this month"),
    COLUMN(history, F32, VALUE, 1, "1", "history of collaboration, -1 to 1"),
    COLUMN(kept, U32, VALUE, HISTORY_KINDS, "1", "promises kept this month, by kind"),
    COLUMN(broken, U32, VALUE, HISTORY_KINDS, "1", "promises broken this month, by kind"),
    COLUMN(kept_year, U32, VALUE, HISTORY_KINDS * YEAR_MONTHS, "1", "promises kept in each of the last twelve months, by kind"),
    COLUMN(broken_year, U32, VALUE, HISTORY_KINDS * YEAR_MONTHS, "1", "promises broken in each of the last twelve months, by kind"),
    COLUMN(collaborations_made, U32, VALUE, 1, "1", "collaboration ties made this month"),
    COLUMN(collaborations_lost, U32, VALUE, 1, "1", "collaboration ties dropped this month"),
    COLUMN(initiatives_born, U32, VALUE, 1, "1", "initiatives that began this month"),
    COLUMN(initiatives_lost, U32, VALUE, 1, "1", "initiatives that ended this month"),
    COLUMN(initiatives_hardened, U32, VALUE, 1, "1", "initiatives that became institutions this month"),
    COLUMN(initiatives_refused, U32, VALUE, 1, "1", "initiatives that found no vacant row, since the start"),
    COLUMN(challenges_won, U32, VALUE, 1, "1", "contracts that initiatives took over this month"),
    COLUMN(challenges_refused, U32, VALUE, 1, "1", "contracts that they were refused this month"),
    COLUMN(challenges_failed, U32, VALUE, 1, "1", "contracts that they gave up this month"),
    COLUMN(contracts_placed, U32, VALUE, 1, "1", "contracts placed anew this month"),
    COLUMN(contracts_changed, U32, VALUE, 1, "1", "of these, those that went to another institution"),
    COLUMN(institutions_begun, U32, VALUE, 1, "1", "institutions that began this month"),
    COLUMN(institutions_ended, U32, VALUE, 1, "1", "institutions that ended this month"),
    COLUMN(rivals_parted, U32, VALUE, 1, "1", "collaboration ties that tenders ended this month"),
    COLUMN(jobs_found, U32, VALUE, 1, "1", "places that became a job this month"),
    COLUMN(entrepreneurs_begun, U32, VALUE, 1, "1", "entrepreneurs that began this month"),
    COLUMN(entrepreneurs_ended, U32, VALUE, 1, "1", "entrepreneurs that ended this month"),
    COLUMN(practices_tried, U32, VALUE, 1, "1", "trials of another practice that began this month"),
    COLUMN(practices_kept, U32, VALUE, 1, "1", "trials that ended this month and were kept"),
    COLUMN(vision, F32, VALUE, 2, "1", "vision: cause and end picture, -1 to 1"),
    COLUMN(anchor, F32, VALUE, 2, "1", "vision that it returns to"),
    COLUMN(alignment, F32, VALUE, AGREEMENTS, "1", "mean alignment: with organisations, with residents, of organisations with residents"),
    COLUMN(agreed, F32, VALUE, JUDGEMENTS, "1", "weights of the outcomes by which it judges"),
    COLUMN(staff, F32, VALUE, 1, "hour", "staff hours a month"),
    COLUMN(staff_asked, F32, VALUE, 1, "1", "share of staff hours that levers, control and policy writing ask"),
    COLUMN(staff_talked, F32, VALUE, 1, "1", "share of staff hours that conversations took"),
    COLUMN(surcharge, F32, VALUE, DOMAINS, "1", "paid above the price of hours as results were paid, as a share, running mean"),
    COLUMN(result_hours, F32, VALUE, DOMAINS, "hour", "paid hours that a need which ended after help is paid as"),
    COLUMN(budget, I64, VALUE, DOMAINS, "euro/100", "budget a year"),
    COLUMN(available, I64, VALUE, DOMAINS, "euro/100", "received and carried so far this year"),
    COLUMN(spent, I64, VALUE, DOMAINS, "euro/100", "spent so far this year"),
    COLUMN(moved, I64, VALUE, DOMAINS, "euro/100", "moved in from or out to other domains this year"),
    COLUMN(refused, I64, VALUE, DOMAINS, "euro/100", "shortage that no other domain covered this year"),
    COLUMN(spent_month, I64, VALUE, DOMAINS, "euro/100", "spent this month"),
    COLUMN(carried, I64, VALUE, DOMAINS, "euro/100", "carried into this year"),
    COLUMN(outside, I64, VALUE, DOMAINS, "euro/100", "taken from or given to the rest of the budget at the last close"),
};
/* clang-format on */

const struct columns municipalities_columns = {rows, sizeof rows / sizeof *rows};

bool municipalities_init(struct municipalities *municipalities, size_t count,
                         struct spel_error *error)
{
    municipalities->count = count;
    return columns_allocate(municipalities_columns, municipalities, count, error);
}

void municipalities_clear(struct municipalities *municipalities)
{
    columns_release(municipalities_columns, municipalities);
    municipalities->count = 0;
}
