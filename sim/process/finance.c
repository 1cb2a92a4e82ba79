#include "process/finance.h"

struct ledger {
    const struct finance_params *params;
    const struct formal_support_params *prices;
    struct world *world;
    size_t municipality;
    int month_of_year;
};

/* A twelfth of a year's cents, so that twelve months are the year to the cent. */
static int64_t twelfth(const struct ledger *ledger, int64_t year)
{
    return year * ledger->month_of_year / 12 - year * (ledger->month_of_year - 1) / 12;
}

static int64_t cents(double euro)
{
    return (int64_t)(euro * 100 + (euro < 0 ? -0.5 : 0.5));
}

/* What came in and went out this month in one domain. */
static void book(const struct ledger *ledger, size_t d)
{
    struct municipalities *m = &ledger->world->municipalities;
    const struct neighbourhoods *n = &ledger->world->neighbourhoods;
    const size_t at = ledger->municipality * DOMAINS + d;
    double paid = 0;
    for (uint32_t k = 0; k < m->neighbourhoods[ledger->municipality]; k++)
        paid += n->paid[(m->first[ledger->municipality] + k) * DOMAINS + d];
    const int64_t stay =
        d == YOUTH ? (int64_t)((double)m->budget[at] * ledger->prices->youth_stay / 12) : 0;
    m->available[at] += twelfth(ledger, m->budget[at]);
    m->spent_month[at] = cents(paid * ledger->prices->price[d]) + stay;
    m->spent[at] += m->spent_month[at];
}

static int64_t balance(const struct municipalities *m, size_t at)
{
    return m->available[at] + m->moved[at] - m->spent[at];
}

/* Shortages are met, domain after domain, from the largest surplus. */
static void pool(const struct ledger *ledger)
{
    struct municipalities *m = &ledger->world->municipalities;
    const size_t first = ledger->municipality * DOMAINS;
    const double speed = ledger->params->pooling_speed *
                         world_lever(ledger->world, ledger->municipality, FLEXIBILITY) *
                         world_lever(ledger->world, ledger->municipality, INTEGRALITY);
    for (size_t d = 0; d < DOMAINS; d++) {
        const int64_t shortage = -balance(m, first + d);
        if (shortage <= 0)
            continue;
        size_t rich = d;
        for (size_t e = 0; e < DOMAINS; e++)
            if (balance(m, first + e) > balance(m, first + rich))
                rich = e;
        const int64_t surplus = rich == d ? 0 : balance(m, first + rich);
        const int64_t offered = surplus > 0 ? (int64_t)((double)surplus * speed) : 0;
        const int64_t moved = offered < shortage ? offered : shortage;
        m->moved[first + d] += moved;
        m->moved[first + rich] -= moved;
        m->refused[first + d] += shortage - moved;
    }
}

/* The year's close; carry-over is held to a share of the budget. */
static void close_year(const struct ledger *ledger, size_t d)
{
    struct municipalities *m = &ledger->world->municipalities;
    const size_t at = ledger->municipality * DOMAINS + d;
    const int64_t most = (int64_t)((double)m->budget[at] * ledger->params->carry_over);
    const int64_t left = balance(m, at);
    const int64_t carried = left > most ? most : left < -most ? -most : left;
    m->outside[at] = carried - left; /* positive: taken from the rest of the budget */
    m->carried[at] = carried;
    m->available[at] = carried;
    m->spent[at] = m->moved[at] = m->refused[at] = 0;
}

/* Margin of an organisation: a tenth of what it is paid stays, less the cost of
 * unvoiced friction; reserves wear to a year's margin. */
static void pay_organisations(struct organisations *o)
{
    for (size_t i = 0; i < o->count; i++)
        o->reserve[i] =
            (float)(0.99 * o->reserve[i] + o->income[i] * (0.03 - 0.02 * o->friction[i]));
}

void finance_step(const struct finance_params *params, const struct formal_support_params *prices,
                  int month_of_year, struct moment now, struct world *world)
{
    (void)now;
    for (size_t m = 0; m < world->municipalities.count; m++) {
        const struct ledger ledger = {params, prices, world, m, month_of_year};
        for (size_t d = 0; d < DOMAINS; d++)
            book(&ledger, d);
        pool(&ledger);
        if (month_of_year != 12)
            continue;
        int64_t outside = 0;
        for (size_t d = 0; d < DOMAINS; d++) {
            close_year(&ledger, d);
            outside += world->municipalities.outside[m * DOMAINS + d];
        }
        events_add(&world->events, EVENT_BUDGET_YEAR, (int32_t)m, -1, (float)outside / 100);
    }
    pay_organisations(&world->organisations);
}
