#include "run/trial.h"

#include <omp.h>
#include <sys/resource.h>

#include "output/system.h"
#include "run/replicate.h"
#include "run/run.h"

enum {
    TRIAL_MONTHS = 13, /* with one January more than the first */
    MOST_TRIED = 200000
};
static const double trial_seconds = 5;
static const uint64_t overhead = 4u << 20; /* structure, inputs and texts of a file */

uint64_t trial_state(const struct world *world)
{
    struct population list[POPULATIONS];
    uint64_t bytes = 0;
    world_populations(world, list);
    for (size_t p = 0; p < POPULATIONS; p++)
        bytes += list[p].rows * columns_row_bytes(list[p].columns);
    return bytes;
}

size_t trial_residents(const struct world *world)
{
    size_t count = 0;
    for (size_t i = 0; i < world->residents.count; i++)
        count += residents_present(&world->residents, i);
    return count;
}

static double time_months(struct replicate *replicate, const struct scenario *scenario)
{
    const double begun = system_seconds();
    uint32_t months = 0;
    while (months < scenario->months && months < TRIAL_MONTHS &&
           system_seconds() - begun < trial_seconds) {
        spel_model_step(replicate->model);
        observation_measure(&replicate->observation, replicate->model);
        panel_measure(&replicate->panel, replicate->model);
        months++;
    }
    return months > 0 ? (system_seconds() - begun) / months : 0;
}

/* What is measured of one world, all of it nearly straight in how many live there. */
enum { RESIDENTS, SETTLING, BURNING_IN, MONTH, STATE, MONTH_BYTES, MEMORY, MEASURED };

static bool measure(double measured[MEASURED], const struct scenario *scenario,
                    struct spel_error *error)
{
    struct replicate replicate;
    struct rusage used;
    if (!replicate_settle(&replicate, scenario, 0, 0, error))
        return false;
    measured[RESIDENTS] = (double)trial_residents(&replicate.model->world);
    measured[SETTLING] = replicate.settling;
    measured[BURNING_IN] = replicate.burning_in;
    measured[STATE] = (double)trial_state(&replicate.model->world);
    measured[MONTH_BYTES] =
        (double)sizeof(float) *
        (double)(replicate.observation.total + panel_field_count * replicate.panel.count);
    measured[MONTH] = time_months(&replicate, scenario);
    replicate_clear(&replicate);
    getrusage(RUSAGE_SELF, &used);
    measured[MEMORY] = (double)used.ru_maxrss * 1024;
    return true;
}

/* People whom the tables have in the places of the scenario. */
static double expected(const struct scenario *scenario)
{
    double residents = 0;
    for (size_t r = 0; r < scenario->places.count; r++)
        residents += scenario->places.rows[r].residents_2022 * scenario->scale;
    return residents;
}

/* In place of a large world two small ones, of which the second has `most` residents and
 * the first half of them, and the straight line through both. */
static bool measure_less(double measured[MEASURED], const struct scenario *scenario,
                         double residents, double most, struct spel_error *error)
{
    struct scenario part = *scenario;
    double less[MEASURED];
    part.scale = scenario->scale * most / 2 / residents;
    if (!measure(less, &part, error))
        return false;
    part.scale *= 2;
    if (!measure(measured, &part, error))
        return false;
    const double step = measured[RESIDENTS] - less[RESIDENTS];
    const double steps = step > 0 ? (residents - measured[RESIDENTS]) / step : 0;
    for (int k = 0; k < MEASURED; k++)
        if (measured[k] > less[k])
            measured[k] += steps * (measured[k] - less[k]);
    return true;
}

bool trial_run_of(struct trial *trial, const struct scenario *scenarios, size_t scenario_count,
                  int threads, size_t most, struct spel_error *error)
{
    const struct scenario *scenario = scenarios;
    const double residents = expected(scenario);
    const bool whole = residents <= (double)most;
    double measured[MEASURED];
    omp_set_num_threads(run_threads(threads));
    if (whole ? !measure(measured, scenario, error)
              : !measure_less(measured, scenario, residents, (double)most, error))
        return false;
    *trial = (struct trial){.runs = (uint32_t)scenario_count * scenario->replicates,
                            .months = scenario->months};
    trial->settling = measured[SETTLING];
    trial->burning_in = measured[BURNING_IN];
    trial->month = measured[MONTH];
    trial->residents = (size_t)(measured[RESIDENTS] + 0.5);
    trial->tried = whole ? trial->residents : most;
    const uint64_t state = (uint64_t)measured[STATE];
    const uint64_t series = (uint64_t)measured[MONTH_BYTES] * trial->months * trial->runs;
    const uint64_t snapshots = state * scenario->snapshot_count * trial->runs;
    trial->seconds =
        trial->runs * (trial->settling + trial->burning_in + trial->months * trial->month);
    /* The file that grew and the finished one are there together at the end,
     * and so are two checkpoints while one takes the place of the other. */
    trial->disk = 2 * (overhead + series + snapshots) + 2 * state;
    trial->memory = (uint64_t)measured[MEMORY] + (trial->months > 1 ? series / trial->runs : 0);
    return true;
}

bool trial_run(struct trial *trial, const struct scenario *scenarios, size_t scenario_count,
               int threads, struct spel_error *error)
{
    return trial_run_of(trial, scenarios, scenario_count, threads, MOST_TRIED, error);
}
