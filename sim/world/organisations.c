#include "world/organisations.h"

const char *const quadrant_names[QUADRANTS] = {"commissioned_supplier", "directed_chain",
                                               "supported_loner", "co_producer", "between"};

const char *const organisation_kind_names[ORGANISATION_KINDS] = {"none", "institution",
                                                                 "entrepreneur", "initiative"};

#define COLUMN(member, type, width, unit, text)                                                    \
    {                                                                                              \
#member, COLUMN_##type, COLUMN_VALUE, width, offsetof(struct organisations, member), unit, \
            text                                                                                   \
    }

/* clang-format off */
static const struct column organisation_rows[] = {
    COLUMN(kind, U8, 1, "1", "0 vacant, 1 institution, 2 entrepreneur, 3 initiative"),
    COLUMN(municipality, U32, 1, "1", "municipality it works in"),
    COLUMN(domains, U8, 1, "1", "bit per domain served"),
    COLUMN(founded, I16, 1, "month", "month of founding relative to the start"),
    COLUMN(self_interest, F32, 1, "1", "weight of own interest against the client's"),
    COLUMN(openness, F32, 1, "1", "openness about friction between own and client interest"),
    COLUMN(network_effort, F32, 1, "1", "share of effort that goes to partners"),
    COLUMN(friction, F32, 1, "1", "unvoiced friction piled up"),
    COLUMN(vision, F32, 2, "1", "vision: cause and end picture, -1 to 1"),
    COLUMN(anchor, F32, 2, "1", "vision that it returns to"),
    COLUMN(trust, F32, 1, "1", "trust in the municipality"),
    COLUMN(alignment, F32, 1, "1", "alignment with the municipality"),
    COLUMN(drift, F32, 1, "1", "share of the effect of its hours that own interest takes"),
    COLUMN(hours, F32, 1, "hour", "client hours given this month"),
    COLUMN(paid, F32, 1, "hour", "paid hours this month"),
    COLUMN(hours_pay, I64, DOMAINS, "euro/100", "paid for hours this month"),
    COLUMN(results_pay, I64, DOMAINS, "euro/100", "paid for needs that ended this month"),
    COLUMN(income, F32, 1, "euro", "income this month, for hours and for results"),
    COLUMN(cost, F32, 1, "euro", "this month's paid hours at their price"),
    COLUMN(charged, F32, 1, "euro", "this month's paid hours at the prices of its contracts"),
    COLUMN(expenses, F32, 1, "euro", "what this month's work and idle staff cost it"),
    COLUMN(capacity, F32, 1, "euro", "hours that its staff could give a month, at their price"),
    COLUMN(margin, F32, 1, "1", "income less expenses as a share of its capacity, running mean"),
    COLUMN(effect, F32, 1, "hour", "client hours this month, each by its effectiveness"),
    COLUMN(outcome, F32, 1, "1", "effectiveness of its hours, running mean; 0 as long as unknown"),
    COLUMN(voiced, F32, 1, "1", "share of hours that voiced friction takes"),
    COLUMN(routine, F32, 1, "1", "how far it is set in its ways"),
    COLUMN(attraction, F32, EFFORT_LEVELS, "1", "attraction of each level of network effort"),
    COLUMN(experience, F32, 1, "1", "years of experience behind these attractions"),
    COLUMN(aspiration, F32, 1, "1", "pay-off that it is used to"),
    COLUMN(idle, U8, 1, "month", "months without a contract, to 255"),
    COLUMN(uncovered, F32, 1, "1", "share of its cost that income left open, running mean"),
    COLUMN(reserve, F32, 1, "euro", "reserve"),
    COLUMN(network_position, F32, 1, "1", "network position, 0 stand-alone to 1 networked"),
    COLUMN(steering, F32, 1, "1", "hour-weighted enacted steering it works under"),
    COLUMN(quadrant, U8, 1, "1", "quadrant of steering and network position"),
    COLUMN(practice, F32, DOMAINS, "1", "practice w that it works by: above 0 better with complex cases than usual"),
    COLUMN(proven, F32, DOMAINS, "1", "practice that it falls back on when a trial fails"),
    COLUMN(trial, U8, DOMAINS, "month", "months left of a trial of another practice"),
    COLUMN(engagement, F32, 1, "1", "share of its capital that an entrepreneur puts into places"),
    COLUMN(capital, F32, 1, "euro", "capital of an entrepreneur"),
    COLUMN(payoff, F32, 1, "1", "pay-off of an entrepreneur, running mean over a year"),
    COLUMN(offered, U16, 1, "1", "places that an entrepreneur offers"),
    COLUMN(filled, U16, 1, "1", "places that are filled"),
};
/* clang-format on */

const struct columns organisations_columns = {organisation_rows,
                                              sizeof organisation_rows / sizeof *organisation_rows};

bool organisations_init(struct organisations *organisations, size_t count, struct spel_error *error)
{
    organisations->count = count;
    return columns_allocate(organisations_columns, organisations, count, error);
}

void organisations_clear(struct organisations *organisations)
{
    columns_release(organisations_columns, organisations);
    organisations->count = 0;
}
