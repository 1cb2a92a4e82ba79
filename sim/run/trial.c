#include "run/trial.h"

#include <omp.h>
#include <sys/resource.h>

#include "output/system.h"
#include "run/replicate.h"
#include "run/run.h"

enum { TRIAL_MONTHS = 13 }; /* with one January more than the first */
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

bool trial_run(struct trial *trial, const struct scenario *scenarios, size_t scenario_count,
               int threads, struct spel_error *error)
{
    const struct scenario *scenario = scenarios;
    struct replicate replicate;
    struct rusage used;
    omp_set_num_threads(run_threads(threads));
    if (!replicate_settle(&replicate, scenario, 0, 0, error))
        return false;
    *trial = (struct trial){.runs = (uint32_t)scenario_count * scenario->replicates,
                            .months = scenario->months};
    trial->settling = replicate.settling;
    trial->burning_in = replicate.burning_in;
    trial->residents = trial_residents(&replicate.model->world);
    const uint64_t state = trial_state(&replicate.model->world);
    const uint64_t month_bytes =
        sizeof(float) * (replicate.observation.total + panel_field_count * replicate.panel.count);
    const uint64_t series = month_bytes * trial->months * trial->runs;
    const uint64_t snapshots = state * scenario->snapshot_count * trial->runs;
    trial->month = time_months(&replicate, scenario);
    trial->seconds =
        trial->runs * (trial->settling + trial->burning_in + trial->months * trial->month);
    /* The file that grew and the finished one are there together at the end,
     * and so are two checkpoints while one takes the place of the other. */
    trial->disk = 2 * (overhead + series + snapshots) + 2 * state;
    replicate_clear(&replicate);
    getrusage(RUSAGE_SELF, &used);
    trial->memory =
        (uint64_t)used.ru_maxrss * 1024 + (trial->months > 1 ? series / trial->runs : 0);
    return true;
}
