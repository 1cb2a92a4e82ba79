#include "process/finance.h"

#include "world/costs.h"

/* Months over which an organisation sees its margin. */
static const double MARGIN_MONTHS = 12;

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

/* What came in and went out this month in one domain. */
static void book(const struct ledger *ledger, size_t d)
{
    struct municipalities *m = &ledger->world->municipalities;
    const struct organisations *o = &ledger->world->organisations;
    const struct initiatives *s = &ledger->world->initiatives;
    const size_t at = ledger->municipality * DOMAINS + d;
    const size_t first = m->first_organisation[ledger->municipality];
    int64_t paid = 0;
    for (size_t i = first; i < first + m->organisations[ledger->municipality]; i++)
        paid += o->hours_pay[i * DOMAINS + d] + o->results_pay[i * DOMAINS + d] +
                (s->domain[i] == d ? s->grant[i] : 0);
    const int64_t stay =
        d == YOUTH ? (int64_t)((double)m->budget[at] * ledger->prices->youth_stay / 12) : 0;
    m->available[at] += twelfth(ledger, m->budget[at]);
    m->spent_month[at] = paid + stay;
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

/* A new year begins with what was carried over. The old year's accounts stand
 * until then, so that December can be read. */
static void open_year(const struct ledger *ledger, size_t d)
{
    struct municipalities *m = &ledger->world->municipalities;
    const size_t at = ledger->municipality * DOMAINS + d;
    m->available[at] = m->carried[at];
    m->spent[at] = m->moved[at] = m->refused[at] = 0;
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
}

/* Staff comes with the hours and goes slowly when they are lost; until then it costs. */
static void close_organisation(const struct finance_params *params, struct organisations *o,
                               size_t i)
{
    const double work = o->cost[i];
    double capacity = o->capacity[i];
    capacity = work > capacity ? work : capacity + params->idle_pace * (work - capacity);
    o->capacity[i] = (float)capacity;
    const double expenses =
        costs_of_hour(params, o, i) * (work + params->idle_cost * (capacity - work));
    const double left = (double)o->income[i] - expenses;
    o->expenses[i] = (float)expenses;
    o->reserve[i] = (float)((1 - params->reserve_wear) * (double)o->reserve[i] + left);
    if (capacity > 0)
        o->margin[i] += (float)((elementary_clamp(left / capacity, -1, 1) - (double)o->margin[i]) /
                                MARGIN_MONTHS);
}

void finance_organisations(const struct finance_params *params, struct world *world)
{
    struct organisations *o = &world->organisations;
    for (size_t i = 0; i < o->count; i++)
        if (organisations_present(o, i))
            close_organisation(params, o, i);
}

void finance_step(const struct finance_params *params, const struct formal_support_params *prices,
                  int month_of_year, struct moment now, struct world *world)
{
    (void)now;
    for (size_t m = 0; m < world->municipalities.count; m++) {
        const struct ledger ledger = {params, prices, world, m, month_of_year};
        for (size_t d = 0; d < DOMAINS; d++) {
            if (month_of_year == 1)
                open_year(&ledger, d);
            book(&ledger, d);
        }
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
    finance_organisations(params, world);
}
