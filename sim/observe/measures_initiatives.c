/* Measures of residents' initiatives. */
#include "observe/measures.h"
#include "world/membership.h"

/* What is asked of each initiative, added up over those of the municipality or, of one
 * neighbourhood, over those that began there. */
static double added(const struct sums *sums, double (*of)(const struct world *world, size_t i))
{
    const struct world *world = &sums->model->world;
    const size_t first = world->municipalities.first_organisation[sums->municipality];
    const size_t end = first + world->municipalities.organisations[sums->municipality];
    double sum = 0;
    for (size_t i = first; i < end; i++)
        if (membership_of(world, i) && (sums->neighbourhood == SIZE_MAX ||
                                        sums->neighbourhood == world->initiatives.neighbourhood[i]))
            sum += of(world, i);
    return sum;
}

static double one(const struct world *world, size_t i)
{
    (void)world;
    (void)i;
    return 1;
}

static double members(const struct world *world, size_t i)
{
    return world->initiatives.members[i];
}

static double energy(const struct world *world, size_t i)
{
    return world->initiatives.energy[i];
}

static double offered(const struct world *world, size_t i)
{
    return world->initiatives.offered[i];
}

static double grant(const struct world *world, size_t i)
{
    return (double)world->initiatives.grant[i] / 100;
}

static double hours_of_contracts(const struct world *world, size_t i)
{
    return world->organisations.hours[i];
}

static double contracts(const struct world *world, size_t i)
{
    const size_t m = world->organisations.municipality[i];
    const size_t first = world->municipalities.first[m] * (size_t)DOMAINS * CONTRACT_SLOTS;
    const size_t count = world->municipalities.neighbourhoods[m] * (size_t)DOMAINS * CONTRACT_SLOTS;
    double held = 0;
    for (size_t c = first; c < first + count; c++)
        held += world->neighbourhoods.provider[c] == i;
    return held;
}

double measure_initiative_hours(const struct sums *sums, size_t index)
{
    return sums->needs[index][NEED_INITIATIVE];
}

double measure_initiative_share(const struct sums *sums, size_t index)
{
    return measure_ratio(sums->needs[index][NEED_INITIATIVE], sums->needs[index][NEED_REQUIRED]);
}

double measure_residents_share(const struct sums *sums, size_t index)
{
    const double *needs = sums->needs[index];
    return measure_ratio(needs[NEED_OWN] + needs[NEED_INFORMAL] + needs[NEED_INITIATIVE] +
                             added(sums, hours_of_contracts),
                         needs[NEED_REQUIRED]);
}

double measure_initiatives_alive(const struct sums *sums, size_t index)
{
    (void)index;
    return added(sums, one);
}

double measure_initiative_members(const struct sums *sums, size_t index)
{
    (void)index;
    return 1000 * measure_ratio(added(sums, members), sums->people[PEOPLE]);
}

double measure_initiative_energy(const struct sums *sums, size_t index)
{
    (void)index;
    return measure_ratio(added(sums, energy), added(sums, one));
}

double measure_initiative_offered(const struct sums *sums, size_t index)
{
    (void)index;
    return added(sums, offered);
}

double measure_initiative_grants(const struct sums *sums, size_t index)
{
    (void)index;
    return added(sums, grant);
}

double measure_challenges_made(const struct sums *sums, size_t index)
{
    (void)index;
    const struct municipalities *m = &sums->model->world.municipalities;
    return (double)m->challenges_won[sums->municipality] +
           m->challenges_refused[sums->municipality];
}

double measure_initiative_contracts(const struct sums *sums, size_t index)
{
    (void)index;
    return added(sums, contracts);
}

double measure_organisation_members(const struct spel_model *model, size_t i)
{
    return model->world.initiatives.members[i];
}

double measure_organisation_energy(const struct spel_model *model, size_t i)
{
    return model->world.initiatives.energy[i];
}
