#include "process/formal_pay.h"

#include <string.h>

#include "base/elementary.h"
#include "process/formal_contracts.h"
#include "world/draw.h"
#include "world/results.h"

/* Of contracted hours these are paid for, as the calibrated model has it in the long run. */
static const double USUAL_PAID[DOMAINS] = {0.94, 0.89, 0.88, 0.80, 0.83, 0.94};

bool formal_pay_ended(const struct world *world, uint32_t row)
{
    const struct needs *needs = &world->needs;
    return needs->flags[row] & NEED_ENDED && needs->flags[row] & NEED_HELPED &&
           needs->provider[row] != NO_PROVIDER &&
           world->residents.ended[needs->resident[row]] >> needs->domain[row] & 1;
}

/* What a paid hour of a contract costs the municipality. */
static double price_of_hour(const struct formal_support_params *params, const struct world *world,
                            size_t n, size_t contract)
{
    return params->price[contract / CONTRACT_SLOTS] *
           (double)world->neighbourhoods.contract_price[n * CONTRACTS + contract];
}

double formal_pay_price(const struct formal_support_params *params, const struct world *world,
                        size_t n, size_t contract)
{
    const size_t d = contract / CONTRACT_SLOTS, m = world->neighbourhoods.municipality[n];
    return price_of_hour(params, world, n, contract) *
           (double)world->municipalities.result_hours[m * DOMAINS + d];
}

int64_t formal_pay_result(const struct formal_support_params *params, double price, double terms,
                          double alignment, double lot)
{
    const double doubt = params->result_noise * (1 - alignment);
    return (int64_t)(terms * price * (1 + doubt * (2 * lot - 1)) * 100 + 0.5);
}

/* Keeps in mind what a contract took, and brought. */
static void remember(const struct formal_support_params *params, struct neighbourhoods *of,
                     size_t at, double hours, double results)
{
    const double kept = 1 - 1 / params->result_memory;
    of->hours_seen[at] = (float)(kept * (double)of->hours_seen[at] + hours);
    of->results_seen[at] = (float)(kept * (double)of->results_seen[at] + results);
}

/* Pays one contract; returns what its paid hours cost the municipality, in euro. */
static double pay_contract(const struct formal_support_params *params, struct world *world,
                           size_t n, size_t contract)
{
    const uint32_t provider = world->neighbourhoods.provider[n * CONTRACTS + contract];
    if (provider == COLUMN_NONE)
        return 0;
    const int d = (int)(contract / CONTRACT_SLOTS);
    const double *sums = world->scratch.granted + n * DOMAINS * CONTRACT_SLOTS * RANKS + contract;
    const double hours = sums[SUM_HOURS] / PAY_UNITS;
    const double by_result = sums[SUM_TERMS] / PAY_UNITS / 255;
    const double paid = hours / (1 - contracts_administration(params, world, n, d));
    const double price = price_of_hour(params, world, n, contract);
    const double on_results = hours > 0 ? by_result / hours : 0;
    struct organisations *o = &world->organisations;
    const size_t at = (size_t)provider * DOMAINS + (size_t)d;
    o->hours_pay[at] += (int64_t)(paid * (1 - on_results) * price * 100 + 0.5);
    o->results_pay[at] += (int64_t)sums[SUM_RESULTS];
    o->cost[provider] += (float)(paid * params->price[d]);
    o->charged[provider] += (float)(paid * price);
    remember(params, &world->neighbourhoods, n * CONTRACTS + contract, paid, sums[SUM_ENDED]);
    return paid * price;
}

/* What was paid in a municipality and domain above the price of its hours. */
static void follow_surcharge(const struct formal_support_params *params, struct world *world,
                             const double *cost, size_t m)
{
    const struct organisations *o = &world->organisations;
    struct municipalities *municipalities = &world->municipalities;
    const size_t first = municipalities->first_organisation[m];
    for (size_t d = 0; d < DOMAINS; d++) {
        int64_t cents = 0;
        for (size_t i = first; i < first + municipalities->organisations[m]; i++)
            cents += o->hours_pay[i * DOMAINS + d] + o->results_pay[i * DOMAINS + d];
        float *surcharge = &municipalities->surcharge[m * DOMAINS + d];
        if (cost[d] > 0)
            *surcharge += (float)(((double)cents / 100 / cost[d] - 1 - (double)*surcharge) /
                                  params->pay_memory);
    }
}

/* A result is paid as what results of the municipality have taken. */
static void follow_results(const struct formal_support_params *params, struct world *world,
                           size_t m)
{
    const struct neighbourhoods *of = &world->neighbourhoods;
    double hours[DOMAINS] = {0}, results[DOMAINS] = {0};
    const size_t first = world->municipalities.first[m] * CONTRACTS;
    for (size_t at = first; at < first + world->municipalities.neighbourhoods[m] * CONTRACTS;
         at++) {
        hours[at % CONTRACTS / CONTRACT_SLOTS] += (double)of->hours_seen[at];
        results[at % CONTRACTS / CONTRACT_SLOTS] += (double)of->results_seen[at];
    }
    for (size_t d = 0; d < DOMAINS; d++)
        world->municipalities.result_hours[m * DOMAINS + d] = (float)results_hours(
            hours[d], results[d], params->result_hours[d], params->result_weight);
}

static void add_up(struct organisations *o, size_t i)
{
    int64_t cents = 0;
    for (size_t d = 0; d < DOMAINS; d++)
        cents += o->hours_pay[i * DOMAINS + d] + o->results_pay[i * DOMAINS + d];
    o->income[i] = (float)((double)cents / 100);
}

static void close_month(const struct formal_support_params *params, struct organisations *o,
                        size_t i)
{
    add_up(o, i);
    if (o->charged[i] > 0)
        o->uncovered[i] +=
            (float)((1 - (double)o->income[i] / (double)o->charged[i] - (double)o->uncovered[i]) /
                    params->pay_memory);
}

static void clear_pay(struct organisations *o)
{
    memset(o->hours_pay, 0, o->count * DOMAINS * sizeof *o->hours_pay);
    memset(o->results_pay, 0, o->count * DOMAINS * sizeof *o->results_pay);
    memset(o->cost, 0, o->count * sizeof *o->cost);
    memset(o->charged, 0, o->count * sizeof *o->charged);
}

void formal_pay(const struct formal_support_params *params, struct world *world)
{
    struct organisations *o = &world->organisations;
    const struct municipalities *m = &world->municipalities;
    clear_pay(o);
    for (size_t i = 0; i < m->count; i++) {
        double cost[DOMAINS] = {0};
        for (uint32_t k = 0; k < m->neighbourhoods[i]; k++)
            for (size_t c = 0; c < CONTRACTS; c++)
                cost[c / CONTRACT_SLOTS] += pay_contract(params, world, m->first[i] + k, c);
        follow_surcharge(params, world, cost, i);
        follow_results(params, world, i);
    }
    for (size_t i = 0; i < o->count; i++)
        close_month(params, o, i);
}

/* Results of a month: so many come in on average, each by itself. Returns how many. */
static int results_of(const struct formal_support_params *params, double price, double terms,
                      double alignment, double mean, struct stream *draw, int64_t *cents)
{
    int count = 0;
    for (double at = -elementary_log(stream_uniform(draw)); at < mean;
         at -= elementary_log(stream_uniform(draw))) {
        *cents += formal_pay_result(params, price, terms, alignment, stream_uniform(draw));
        count++;
    }
    return count;
}

static void expect_contract(const struct formal_support_params *params, struct moment now,
                            struct world *world, size_t n, size_t contract)
{
    const struct neighbourhoods *of = &world->neighbourhoods;
    struct organisations *o = &world->organisations;
    const size_t at = n * CONTRACTS + contract, d = contract / CONTRACT_SLOTS;
    const uint32_t provider = of->provider[at];
    if (provider == COLUMN_NONE)
        return;
    const double paid = USUAL_PAID[d] * of->contracted[n * DOMAINS + d] *
                        (double)of->provider_share[at] * (1 - (double)o->voiced[provider]);
    const double price = price_of_hour(params, world, n, contract);
    const double terms = of->lever[n * LEVERS + RESULTS_FINANCING];
    const double hours = world->municipalities.result_hours[of->municipality[n] * DOMAINS + d];
    struct stream draw = stream_open(now, DRAW_USUAL_RESULT, (uint32_t)at);
    o->paid[provider] += (float)paid;
    o->hours[provider] += (float)(paid * (1 - contracts_administration(params, world, n, (int)d)));
    o->cost[provider] += (float)(paid * params->price[d]);
    o->charged[provider] += (float)(paid * price);
    o->hours_pay[provider * DOMAINS + d] += (int64_t)(paid * (1 - terms) * price * 100 + 0.5);
    const int results = results_of(params, formal_pay_price(params, world, n, contract), terms,
                                   o->alignment[provider], hours > 0 ? paid / hours : 0, &draw,
                                   &o->results_pay[provider * DOMAINS + d]);
    remember(params, &world->neighbourhoods, at, paid, results);
}

/* As much is wanted as contracts were made for. */
static void suppose_demand(const struct formal_support_params *params, struct world *world)
{
    struct neighbourhoods *n = &world->neighbourhoods;
    for (size_t k = 0; k < n->count; k++)
        for (size_t d = 0; d < DOMAINS; d++)
            n->wanted[k * DOMAINS + d] =
                (float)(n->contracted[k * DOMAINS + d] *
                        (1 - contracts_administration(params, world, k, (int)d)) /
                        (1 - params->shortfall));
}

void formal_pay_usual(const struct formal_support_params *params, struct moment now,
                      struct world *world)
{
    struct organisations *o = &world->organisations;
    clear_pay(o);
    memset(o->hours, 0, o->count * sizeof *o->hours);
    memset(o->paid, 0, o->count * sizeof *o->paid);
    for (size_t n = 0; n < world->neighbourhoods.count; n++)
        for (size_t c = 0; c < CONTRACTS; c++)
            expect_contract(params, now, world, n, c);
    for (size_t i = 0; i < o->count; i++)
        close_month(params, o, i);
    suppose_demand(params, world);
}

double formal_pay_withheld(const struct formal_support_params *params, const struct world *world,
                           size_t n, int domain)
{
    const size_t first = (n * DOMAINS + (size_t)domain) * CONTRACT_SLOTS;
    double share = 0;
    for (size_t c = first; c < first + CONTRACT_SLOTS; c++) {
        const uint32_t provider = world->neighbourhoods.provider[c];
        if (provider == COLUMN_NONE)
            continue;
        const double short_of = (double)world->organisations.uncovered[provider] - params->buffer;
        share += short_of > 0 ? short_of * (double)world->neighbourhoods.provider_share[c] : 0;
    }
    return share < 1 ? share : 1;
}
