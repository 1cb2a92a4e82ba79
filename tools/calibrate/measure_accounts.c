#include <stdio.h>

#include "measure.h"
#include "process/formal_pay.h"
#include "world/history.h"

static void add(struct moments *moments, const char *what, const char *domain, double part,
                double whole)
{
    char name[MOMENT_TEXT];
    snprintf(name, sizeof name, "%s.%s", what, domain);
    moments_add(moments, name, part, whole);
}

/* Euro a year per inhabitant, per domain, and against the budget. */
static void money(const struct spel_model *model, size_t m, double residents,
                  struct moments *moments)
{
    const struct municipalities *municipalities = &model->world.municipalities;
    double wmo = 0;
    for (size_t d = 0; d < DOMAINS; d++) {
        const double euro = (double)municipalities->spent_month[m * DOMAINS + d] / 100 * 12;
        add(moments, "euro", domain_names[d], euro, residents);
        add(moments, "spent_of_budget", domain_names[d], euro,
            (double)municipalities->budget[m * DOMAINS + d] / 100);
        wmo += d == CARE || d == SOCIAL ? euro : 0;
    }
    add(moments, "euro", "wmo", wmo, residents);
    add(moments, "euro_per_client", "wmo", wmo, 0);
}

/* Paid hours that known cases would take, against what the budget pays. */
static void demand(const struct spel_model *model, struct moments *moments)
{
    const struct world *world = &model->world;
    const struct formal_support_params *p = &model->scenario->params.formal_support;
    for (size_t d = 0; d < DOMAINS; d++) {
        double wanted = 0, supply = 0, paid = 0, budget = 0;
        for (size_t n = 0; n < world->neighbourhoods.count; n++) {
            wanted += world->neighbourhoods.wanted[n * DOMAINS + d];
            supply += world->neighbourhoods.supply[n * DOMAINS + d];
            paid += world->neighbourhoods.contracted[n * DOMAINS + d];
        }
        for (size_t m = 0; m < world->municipalities.count; m++)
            budget += (double)world->municipalities.budget[m * DOMAINS + d] / 100 / 12 *
                      (1 - (d == YOUTH ? p->youth_stay : 0));
        add(moments, "wanted_of_budget", domain_names[d],
            wanted * paid / (supply + 1e-9) * p->price[d], budget);
        add(moments, "wanted_of_supply", domain_names[d], wanted, supply);
    }
}

static void clients(const struct spel_model *model, struct moments *moments)
{
    const struct world *world = &model->world;
    for (size_t i = 0; i < world->residents.count; i++) {
        if (world->residents.id[i] == 0 || world->residents.known[i] == 0)
            continue;
        bool wmo = false;
        for (uint32_t row = world->residents.first_need[i]; row != COLUMN_NONE;
             row = world->needs.next[row]) {
            const int d = world->needs.domain[row];
            wmo |= (d == CARE || d == SOCIAL) && !(world->needs.flags[row] & NEED_ENDED) &&
                   world->residents.known[i] >> d & 1 && world->needs.flags[row] & NEED_HELPED;
        }
        moments_add(moments, "euro_per_client.wmo", 0, wmo);
    }
}

static void hours(const struct spel_model *model, struct moments *moments)
{
    const struct world *world = &model->world;
    double given = 0, paid = 0, exits = 0, deaths = 0, born = 0, arrived = 0, departed = 0,
           residents = 0;
    for (size_t b = 0; b < world->blocks.count; b++)
        for (uint32_t row = world->blocks.first_row[b];
             row < world->blocks.first_row[b] + world->blocks.row_count[b]; row++) {
            const bool ended = world->needs.flags[row] & NEED_ENDED;
            given += ended ? 0 : world->needs.formal[row];
        }
    for (size_t n = 0; n < world->neighbourhoods.count; n++) {
        for (size_t d = 0; d < DOMAINS; d++)
            paid += world->neighbourhoods.paid[n * DOMAINS + d];
        exits += world->neighbourhoods.care_exits[n];
        deaths += world->neighbourhoods.died[n];
        born += world->neighbourhoods.born[n];
        arrived += world->neighbourhoods.arrived[n];
        departed += world->neighbourhoods.departed[n];
        residents += world->neighbourhoods.residents[n];
        moments_add(moments, "refused_births", world->neighbourhoods.refused_births[n], 1);
    }
    moments_add(moments, "administration", paid - given, paid);
    moments_add(moments, "deaths", 12 * deaths, residents);
    moments_add(moments, "births", 12 * born, residents);
    moments_add(moments, "arrivals", 12 * arrived, residents);
    moments_add(moments, "departures", 12 * departed, residents);
    moments_add(moments, "to_long_term_care", 12 * exits, 0);
}

/* Paid hours for each need that ended after formal help: what a result is worth. */
static void results(const struct spel_model *model, struct moments *moments)
{
    const struct world *world = &model->world;
    for (size_t n = 0; n < world->neighbourhoods.count; n++)
        for (size_t d = 0; d < DOMAINS; d++)
            add(moments, "result_hours", domain_names[d],
                world->neighbourhoods.paid[n * DOMAINS + d], 0);
    for (size_t b = 0; b < world->blocks.count; b++)
        for (uint32_t row = world->blocks.first_row[b];
             row < world->blocks.first_row[b] + world->blocks.row_count[b]; row++)
            if (formal_pay_ended(world, row))
                add(moments, "result_hours", domain_names[world->needs.domain[row]], 0, 1);
}

static void care_clients(const struct spel_model *model, struct moments *moments)
{
    const struct needs *needs = &model->world.needs;
    const struct residents *residents = &model->world.residents;
    for (size_t i = 0; i < residents->count; i++)
        if (residents->id[i] != 0 && residents->known[i] >> CARE & 1)
            for (uint32_t row = residents->first_need[i]; row != COLUMN_NONE;
                 row = needs->next[row])
                if (needs->domain[row] == CARE && needs->flags[row] & NEED_HELPED &&
                    !(needs->flags[row] & NEED_ENDED))
                    moments_add(moments, "to_long_term_care", 0, 1);
}

void measure_accounts(const struct spel_model *model, struct moments *moments)
{
    const struct municipalities *m = &model->world.municipalities;
    for (size_t i = 0; i < m->count; i++) {
        double residents = 0;
        for (uint32_t k = 0; k < m->neighbourhoods[i]; k++)
            residents += model->world.neighbourhoods.residents[m->first[i] + k];
        money(model, i, residents, moments);
        const double kept = history_year_kept(&model->world, i, HISTORY_TERMS);
        moments_add(moments, "terms_kept", kept,
                    kept + history_year_broken(&model->world, i, HISTORY_TERMS));
        moments_add(moments, "history", m->history[i], 1);
        moments_add(moments, "staff_asked", m->staff_asked[i], 1);
    }
    demand(model, moments);
    clients(model, moments);
    care_clients(model, moments);
    hours(model, moments);
    results(model, moments);
}
