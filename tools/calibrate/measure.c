#include "measure.h"
#include "tally.h"

#include <stdio.h>
#include <string.h>

#include "world/hours.h"

static const double WEEKS = 52.0 / 12;

enum { ADULT = 18 };

/* Registered use of one person, a bit per domain: known, and helped where help
 * is what is registered. */
static unsigned use_of(const struct world *world, size_t i)
{
    unsigned use = 0;
    if (world->residents.known[i] == 0)
        return 0;
    for (uint32_t row = world->residents.first_need[i]; row != COLUMN_NONE;
         row = world->needs.next[row]) {
        const int d = world->needs.domain[row];
        const bool registered = d == WORK || d == DEBT || world->needs.flags[row] & NEED_HELPED;
        if (!(world->needs.flags[row] & NEED_ENDED) && world->residents.known[i] >> d & 1 &&
            registered)
            use |= 1u << d;
    }
    return use;
}

static bool uses_wmo(unsigned use)
{
    return use >> CARE & 1 || use >> SOCIAL & 1;
}

struct here {
    const struct spel_model *model;
    struct moments *moments;
    char municipality[NAME_TEXT];
};

static void add(const struct here *here, const char *name, double part, double whole)
{
    moments_add(here->moments, name, part, whole);
}

static void add_here(const struct here *here, const char *name, double part, double whole)
{
    char long_name[MOMENT_TEXT + NAME_TEXT];
    add(here, name, part, whole);
    snprintf(long_name, sizeof long_name, "%s@%s", name, here->municipality);
    long_name[MOMENT_TEXT - 1] = '\0';
    moments_add(here->moments, long_name, part, whole);
}

static void add_age(const struct here *here, const char *name, const char *band, double part,
                    double whole)
{
    char long_name[MOMENT_TEXT];
    snprintf(long_name, sizeof long_name, "%s.%s", name, band);
    moments_add(here->moments, long_name, part, whole);
}

static const char *five_years(int years)
{
    static const char *const names[] = {"20_25", "25_30", "30_35", "35_40", "40_45",
                                        "45_50", "50_55", "55_60", "60_65", "65_70",
                                        "70_75", "75_80", "80_85", "85_90", "90_up"};
    const int at = (years - 20) / 5;
    return names[at < 14 ? at : 14];
}

static void carer(const struct here *here, size_t i, int years)
{
    const struct residents *residents = &here->model->world.residents;
    const double week = residents->given[i] / 16.0 / WEEKS;
    const bool months = residents->care_months[i] >= 3, heavy = week >= 8;
    const bool cares = months || heavy;
    if (years < 20)
        return;
    add(here, "carers", cares, 1);
    add_age(here, "carers", five_years(years), cares, 1);
    if (years >= 75)
        add(here, "carers.75_up", cares, 1);
    add(here, "heavy_carers_of_all", heavy && months, 1);
    if (!cares)
        return;
    add(here, "carer_hours", week, 1);
    add(here, "carers_heavy", heavy, 1);
    add(here, "carers_months", months, 1);
    add(here,
        years < 65   ? "carer_hours.20_64"
        : years < 75 ? "carer_hours.65_74"
                     : "carer_hours.75_up",
        week, 1);
    if (years >= 85)
        add(here, "carer_hours.85_up", week, 1);
    add(here, "carers_aged_75_up", years >= 75, 1);
    add(here, "carers_aged_45_64", years >= 45 && years < 65, 1);
    /* Burdened: strain above half of what lets a carer break down. */
    const bool burdened =
        residents->strain[i] > here->model->scenario->params.informal_support.burnout_above / 2;
    add(here, "carers_burdened", burdened, 1);
    add(here, burdened ? "carer_hours.burdened" : "carer_hours.other", week, 1);
    add(here, "strain", residents->strain[i], 1);
}

static const char *wmo_band(int years)
{
    return years < 30   ? "18_30"
           : years < 45 ? "30_45"
           : years < 60 ? "45_60"
           : years < 75 ? "60_75"
           : years < 85 ? "75_85"
                        : "85_up";
}

static void ages_of(const struct here *here, size_t i, int years, unsigned use)
{
    const unsigned needs = here->model->world.residents.needs[i];
    if (years >= 18) {
        add_age(here, "wmo", wmo_band(years), uses_wmo(use), 1);
        char banded[MOMENT_TEXT];
        snprintf(banded, sizeof banded, "wmo.%s", wmo_band(years));
        if (strcmp(here->municipality, "Aa en Hunze") == 0)
            add_here(here, banded, uses_wmo(use), 1);
        add(here, "prevalence.care.18_up", needs >> CARE & 1, 1);
        add(here, "prevalence.social.18_up", needs >> SOCIAL & 1, 1);
    }
    if (years >= 65) {
        add(here, "prevalence.care.65_up", needs >> CARE & 1, 1);
        add(here, "prevalence.social.65_up", needs >> SOCIAL & 1, 1);
    }
}

static void received(const struct here *here, int years, double hours)
{
    if (years >= 55)
        add(here, "receives_informal.55_up", hours >= WEEKS, 1);
    if (years >= 75)
        add(here, "receives_informal.75_up", hours >= WEEKS, 1);
}

static void user(const struct here *here, size_t i, int years, unsigned use)
{
    add_here(here, "wmo", uses_wmo(use), 1);
    add(here, "clients.care", use >> CARE & 1, 1);
    add(here, "clients.social", use >> SOCIAL & 1, 1);
    add_here(here, "work", use >> WORK & 1, 1);
    add(here, "any_provision", uses_wmo(use) || use >> WORK & 1 || use >> YOUTH & 1, 1);
    if (years < 23)
        add_here(here, "youth_under_23", use >> YOUTH & 1, 1);
    if (years >= 16)
        add_here(here, "debt_16_up", use >> DEBT & 1, 1);
    const struct residents *residents = &here->model->world.residents;
    if (years < ADULT) {
        bool poor = false;
        for (uint32_t j = residents->next[i]; j != i; j = residents->next[j])
            poor |= (residents->known[j] & residents->needs[j] & 1u << WORK) != 0;
        add(here, "minors_with_work", poor, 1);
    }
}

static void household(const struct here *here, size_t head)
{
    const struct world *world = &here->model->world;
    unsigned use = 0;
    bool single_parent = false;
    uint32_t i = (uint32_t)head, users = 0;
    do {
        const unsigned own = use_of(world, i);
        users += uses_wmo(own) || own >> WORK & 1 || own >> YOUTH & 1;
        use |= own;
        single_parent |= world->residents.position[i] == POSITION_SINGLE_PARENT;
        i = world->residents.next[i];
    } while (i != head);
    add_here(here, "households_wmo", uses_wmo(use), 1);
    add_here(here, "households_work", use >> WORK & 1, 1);
    add_here(here, "households_youth", use >> YOUTH & 1, 1);
    add(here, "households_debt", use >> DEBT & 1, 1);
    add(here, single_parent ? "households_debt.single_parent" : "households_debt.other",
        use >> DEBT & 1, 1);
    if (users)
        add(here, "users_per_household", users, 1);
}

static bool first_of_household(const struct residents *residents, size_t i)
{
    for (uint32_t j = residents->next[i]; j != i; j = residents->next[j])
        if (j < i)
            return false;
    return true;
}

static void name_municipality(struct here *here, const struct spel_model *model, size_t n)
{
    snprintf(here->municipality, sizeof here->municipality, "%s",
             model->scenario->places.rows[n].municipality);
}

void measure_people(const struct spel_model *model, struct moments *moments)
{
    const struct world *world = &model->world;
    for (size_t n = 0; n < world->neighbourhoods.count; n++) {
        struct here here = {.model = model, .moments = moments};
        struct tally tally = {0};
        name_municipality(&here, model, n);
        const uint32_t first = world->neighbourhoods.first[n];
        for (uint32_t i = first; i < first + world->neighbourhoods.places[n]; i++) {
            if (world->residents.id[i] == 0)
                continue;
            const int years = residents_age_months(&world->residents, i, model->now.month) / 12;
            const unsigned use = use_of(world, i);
            carer(&here, i, years);
            received(&here, years, tally_person(&tally, model, i, years));
            ages_of(&here, i, years, use);
            user(&here, i, years, use);
            add(&here, "trust", world->residents.trust[i], 1);
            add(&here, "self_reliance", world->residents.self_reliance[i], 1);
            add(&here, "age", years, 1);
            add(&here, "burnout", world->residents.burnout[i] > 0, 1);
            if (first_of_household(&world->residents, i))
                household(&here, i);
        }
        tally_close(&tally, moments);
    }
}
