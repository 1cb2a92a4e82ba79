#include "run/network_runs.h"

#include <omp.h>
#include <time.h>

#include "base/memory.h"
#include "network/statistics.h"
#include "output/system.h"
#include "run/network_degrees.h"
#include "run/run.h"

/* Mini-steps are told apart by the tie they toggle in networks up to this size: a larger one takes
 * more memory for that than for itself. */
enum { RUNS_IN_BATCH = 16, COUNTED_ACTORS = 200000, ASK_EVERY = 1 << 10 };

/* One simulation of a batch: what is written in the order of runs. */
struct slot {
    struct network_rows ends, chains;
    uint64_t mini_steps;
    bool fine, stopped;
    struct spel_error error;
};

/* What a thread works with. */
struct worker {
    struct network network;
    bool ready;
    struct network_degrees out, in;
};

struct runs {
    const struct network_setting *setting;
    const struct network_options *options;
    struct network_output *output;
    struct network_results *results;
    struct worker *workers;
    struct slot *slots;
    size_t threads;
    bool counted;
    uint32_t done;
    double begun;
};

static void tell(const struct runs *runs, double part)
{
    const struct network_progress progress = {
        .runs = runs->setting->spec->runs,
        .done = runs->done,
        .part = part,
        .seconds = system_seconds() - runs->begun,
        .mini_steps = runs->results->mini_steps,
    };
    if (runs->options->progress)
        runs->options->progress(runs->options->context, &progress);
}

static bool keep_step(struct slot *slot, uint32_t run, const struct mini_step *step)
{
    const int32_t row[] = {(int32_t)run + 1,         (int32_t)slot->mini_steps,
                           (int32_t)step->variable,  (int32_t)step->ego + 1,
                           (int32_t)step->alter + 1, step->difference};
    return network_rows_add(&slot->chains, row, &slot->error);
}

static bool asked_to_stop(const struct runs *runs, struct slot *slot,
                          const struct evolution *evolution)
{
    if (slot->mini_steps % ASK_EVERY != 0)
        return false;
    if (omp_get_thread_num() == 0)
        tell(runs, evolution->time);
    slot->stopped = runs->options->stop && runs->options->stop(runs->options->context);
    return slot->stopped;
}

static bool evolve(const struct runs *runs, struct slot *slot, uint32_t run,
                   struct evolution *evolution, struct statistics_steps *steps)
{
    struct mini_step step;
    for (bool over = false;;) {
        if (!evolution_next(evolution, &step, &over, &slot->error))
            return false;
        if (over)
            return true;
        slot->mini_steps++;
        if ((steps && !statistics_steps_add(steps, evolution->network, &step, &slot->error)) ||
            (runs->output->chains && !keep_step(slot, run, &step)))
            return false;
        if (asked_to_stop(runs, slot, evolution))
            return error_set(&slot->error, SPEL_FINE, "stopped");
    }
}

static bool keep_ends(struct slot *slot, uint32_t run, const struct network *network)
{
    for (uint32_t i = 0; i < network->actors; i++) {
        const uint32_t *row = lists_row(&network->out, i);
        for (uint32_t k = 0; k < lists_degree(&network->out, i); k++) {
            const int32_t cells[] = {(int32_t)run + 1, (int32_t)i + 1,
                                     (int32_t)lists_actor(row[k]) + 1};
            if (!network_rows_add(&slot->ends, cells, &slot->error))
                return false;
        }
    }
    return true;
}

static bool measure(struct runs *runs, struct slot *slot, struct worker *worker, uint32_t run,
                    const struct statistics_steps *steps)
{
    const struct network_setting *setting = runs->setting;
    const struct statistics_context context = {&worker->network, &setting->start, &setting->model,
                                               steps};
    struct network_results *results = runs->results;
    return statistics_measure(&context, results->values + run * results->statistics,
                              &slot->error) &&
           network_degrees_add(&worker->out, &worker->network.out, &slot->error) &&
           network_degrees_add(&worker->in, &worker->network.in, &slot->error) &&
           (!runs->output->ends || keep_ends(slot, run, &worker->network));
}

static bool start_network(struct runs *runs, struct slot *slot, struct worker *worker)
{
    if (worker->ready)
        return network_setting_restart(runs->setting, &worker->network, &slot->error);
    worker->ready = network_setting_copy(runs->setting, &worker->network, &slot->error);
    if (!worker->ready)
        network_clear(&worker->network);
    return worker->ready;
}

static bool simulate(struct runs *runs, struct slot *slot, uint32_t run)
{
    const struct network_spec *spec = runs->setting->spec;
    struct worker *worker = &runs->workers[omp_get_thread_num()];
    struct evolution evolution = {0};
    struct statistics_steps steps = {0};
    slot->ends.count = slot->chains.count = 0;
    slot->mini_steps = 0;
    slot->stopped = false;
    error_clear(&slot->error);
    bool fine =
        start_network(runs, slot, worker) &&
        (!runs->counted || statistics_steps_init(&steps, spec->behaviour_count, &slot->error)) &&
        evolution_init(&evolution, &runs->setting->model, &worker->network,
                       spec->dense ? SAMPLER_DENSE : SAMPLER_SPARSE, stream_key(spec->seed, run),
                       &slot->error);
    fine = fine && evolve(runs, slot, run, &evolution, runs->counted ? &steps : NULL) &&
           measure(runs, slot, worker, run, runs->counted ? &steps : NULL);
    if (evolution.model)
        evolution_clear(&evolution);
    statistics_steps_clear(&steps);
    return fine;
}

/* What a simulation met; that its rates grew without end is told where they stand. */
static void run_fault(const struct network_spec *spec, uint32_t run, const struct spel_error *met,
                      struct spel_error *error)
{
    const struct spec_rate *rate = &spec->network_rate;
    for (size_t b = 0; b < spec->behaviour_count && rate->term_count == 0; b++)
        rate = &spec->behaviour_rates[b];
    if (met->code == SPEL_ERROR_INPUT && rate->term_count > 0)
        network_spec_fault(spec, &rate->terms[0].mark, error, "simulation %u: %s", run, met->text);
    else
        error_set(error, met->code, "simulation %u: %s", run, met->text);
}

/* The runs of a batch, then what they leave in their order. */
static enum network_outcome batch_run(struct runs *runs, uint32_t first, uint32_t count,
                                      struct spel_error *error)
{
#pragma omp parallel for schedule(dynamic, 1) num_threads(runs->threads)
    for (uint32_t k = 0; k < count; k++)
        runs->slots[k].fine = simulate(runs, &runs->slots[k], first + k);
    for (uint32_t k = 0; k < count; k++) {
        struct slot *slot = &runs->slots[k];
        if (slot->stopped)
            return NETWORK_STOPPED;
        if (!slot->fine) {
            run_fault(runs->setting->spec, first + k + 1, &slot->error, error);
            return NETWORK_FAILED;
        }
        if (!network_output_add(runs->output, &slot->ends, &slot->chains, runs->results->variables,
                                error))
            return NETWORK_FAILED;
        runs->results->mini_steps += slot->mini_steps;
        runs->done++;
    }
    tell(runs, 0);
    const bool stop = runs->options->stop && runs->options->stop(runs->options->context);
    return stop ? NETWORK_STOPPED : NETWORK_DONE;
}

/* The names of what will be measured. */
static bool names_take(struct runs *runs, struct spel_error *error)
{
    const struct network_setting *setting = runs->setting;
    struct network_results *results = runs->results;
    struct statistics_steps steps = {0};
    const struct statistics_context context = {&setting->start, &setting->start, &setting->model,
                                               runs->counted ? &steps : NULL};
    if (runs->counted && !statistics_steps_init(&steps, setting->model.behaviour_count, error)) {
        statistics_steps_clear(&steps);
        return false;
    }
    results->statistics = statistics_list(&context, NULL);
    results->names = memory_take(results->statistics, sizeof *results->names, error);
    if (results->names)
        statistics_list(&context, results->names);
    statistics_steps_clear(&steps);
    return results->names != NULL;
}

static bool results_take(struct runs *runs, struct spel_error *error)
{
    struct network_results *results = runs->results;
    results->runs = runs->setting->spec->runs;
    if (!names_take(runs, error))
        return false;
    results->values = memory_take(results->runs * results->statistics, sizeof(double), error);
    runs->workers = memory_take(runs->threads, sizeof *runs->workers, error);
    runs->slots = memory_take(RUNS_IN_BATCH * runs->threads, sizeof *runs->slots, error);
    if (!results->values || !runs->workers || !runs->slots)
        return false;
    for (size_t k = 0; k < RUNS_IN_BATCH * runs->threads; k++) {
        runs->slots[k].ends.columns = 3;
        runs->slots[k].chains.columns = 6;
    }
    return true;
}

static void runs_clear(struct runs *runs)
{
    for (size_t k = 0; runs->slots && k < RUNS_IN_BATCH * runs->threads; k++) {
        network_rows_clear(&runs->slots[k].ends);
        network_rows_clear(&runs->slots[k].chains);
    }
    for (size_t t = 0; runs->workers && t < runs->threads; t++) {
        struct worker *worker = &runs->workers[t];
        network_degrees_clear(&worker->out);
        network_degrees_clear(&worker->in);
        if (worker->ready)
            network_clear(&worker->network);
    }
    memory_release(runs->slots);
    memory_release(runs->workers);
}

enum network_outcome network_runs(const struct network_setting *setting,
                                  const struct network_options *options,
                                  struct network_output *output, struct network_results *results,
                                  struct spel_error *error)
{
    const uint32_t count = setting->spec->runs;
    const uint32_t threads = (uint32_t)run_threads(options->threads);
    struct runs runs = {.setting = setting,
                        .options = options,
                        .output = output,
                        .results = results,
                        .threads = threads < count ? threads : count,
                        .counted = setting->spec->actors <= COUNTED_ACTORS,
                        .begun = system_seconds()};
    const clock_t before = clock();
    enum network_outcome outcome = results_take(&runs, error) ? NETWORK_DONE : NETWORK_FAILED;
    const uint32_t batch = (uint32_t)runs.threads * RUNS_IN_BATCH;
    for (uint32_t first = 0; first < count && outcome == NETWORK_DONE; first += batch)
        outcome = batch_run(&runs, first, count - first < batch ? count - first : batch, error);
    for (size_t t = 0; t < runs.threads && outcome == NETWORK_DONE; t++)
        if (!network_degrees_merge(&results->out, &runs.workers[t].out, error) ||
            !network_degrees_merge(&results->in, &runs.workers[t].in, error))
            outcome = NETWORK_FAILED;
    results->threads = (int)runs.threads;
    results->seconds = system_seconds() - runs.begun;
    results->processor_seconds = (double)(clock() - before) / CLOCKS_PER_SEC;
    runs_clear(&runs);
    return outcome;
}
