#include "run/explanation.h"

#include <omp.h>
#include <string.h>

#include "base/memory.h"
#include "observe/variables.h"
#include "output/system.h"
#include "params/numbers.h"

/* Each of two effects of two levels, and room for two more rows of numbers. */
enum { ROWS_OF_EFFECT = 2, ROWS = ROWS_OF_EFFECT * (2 + 2 * PROCESSES) + 3 };

static int index_of(const struct explanation *explanation, const char *name)
{
    for (size_t m = 0; m < explanation->count; m++)
        if (strcmp(process_names[explanation->mechanisms[m].process], name) == 0)
            return (int)m;
    return -1;
}

/* Wholes first, so that a part comes after what it is a part of. What the scenario has off is no
 * mechanism here, nor is a part of that. */
static void list_mechanisms(struct explanation *explanation, const struct scenario *scenario)
{
    for (int parts = 0; parts < 2; parts++)
        for (int p = 0; p < PROCESSES; p++) {
            const struct process_row *row = &process_rows[p];
            if (row->stage || scenario->process_off[p] || (row->part_of != NULL) != (parts == 1))
                continue;
            const int whole = parts ? index_of(explanation, row->part_of) : -1;
            if (whole >= 0 || !parts)
                explanation->mechanisms[explanation->count++] =
                    (struct explained){.process = (enum process)p, .whole = whole};
        }
}

static bool take(struct explanation *explanation, struct spel_error *error)
{
    const size_t n = explanation->replicates;
    double *next = explanation->numbers = memory_take(ROWS * n, sizeof *next, error);
    if (!next)
        return false;
    struct effect *effects[2 + 2 * PROCESSES] = {&explanation->all, &explanation->none};
    size_t count = 2;
    for (size_t m = 0; m < explanation->count; m++) {
        effects[count++] = &explanation->mechanisms[m].without;
        effects[count++] = &explanation->mechanisms[m].alone;
    }
    for (size_t e = 0; e < count; e++, next += ROWS_OF_EFFECT * n) {
        effects[e]->low = next;
        effects[e]->high = next + n;
    }
    return true;
}

/* Three rows that no effect uses. */
static double *spare(const struct explanation *explanation, size_t row)
{
    return explanation->numbers + (ROWS - 1 - row) * explanation->replicates;
}

static double effect_of(const struct effect *effect, size_t replicate)
{
    return effect->high[replicate] - effect->low[replicate];
}

static bool run_arm(struct explanation *explanation, struct explanation_work *work,
                    const bool off[PROCESSES], struct effect *effect)
{
    if (!explanation_arm(work, off, effect))
        return false;
    effect->paired =
        paired_measure(effect->low, effect->high, explanation->replicates, spare(explanation, 0));
    return true;
}

/* Takes out a mechanism with its parts. */
static void take_out(const struct explanation *explanation, size_t mechanism, bool off[PROCESSES])
{
    off[explanation->mechanisms[mechanism].process] = true;
    for (size_t m = 0; m < explanation->count; m++)
        if (explanation->mechanisms[m].whole == (int)mechanism)
            off[explanation->mechanisms[m].process] = true;
}

/* All arms without one, from which it follows what carries. */
static bool run_without(struct explanation *explanation, struct explanation_work *work)
{
    const struct scenario *scenario = work->question->scenario;
    for (size_t m = 0; m < explanation->count; m++) {
        struct explained *mechanism = &explanation->mechanisms[m];
        bool off[PROCESSES];
        memcpy(off, scenario->process_off, sizeof off);
        take_out(explanation, m, off);
        if (!run_arm(explanation, work, off, &mechanism->without))
            return false;
        for (size_t r = 0; r < explanation->replicates; r++) {
            spare(explanation, 1)[r] = effect_of(&mechanism->without, r);
            spare(explanation, 2)[r] = effect_of(&explanation->all, r);
            mechanism->carries |= spare(explanation, 1)[r] != spare(explanation, 2)[r];
        }
        mechanism->lost = paired_measure(spare(explanation, 1), spare(explanation, 2),
                                         explanation->replicates, spare(explanation, 0));
    }
    return true;
}

/* What is off when of all that carry only this one is on; PROCESSES for none. */
static void leave_alone(const struct explanation *explanation, const struct scenario *scenario,
                        size_t alone, bool off[PROCESSES])
{
    memcpy(off, scenario->process_off, PROCESSES * sizeof *off);
    for (size_t m = 0; m < explanation->count; m++)
        if (explanation->mechanisms[m].whole < 0 && explanation->mechanisms[m].carries)
            take_out(explanation, m, off);
    if (alone == PROCESSES)
        return;
    const struct explained *mechanism = &explanation->mechanisms[alone];
    for (size_t m = 0; m < explanation->count; m++) {
        const struct explained *other = &explanation->mechanisms[m];
        const bool itself = m == alone, own_part = other->whole == (int)alone;
        const bool own_whole = mechanism->whole == (int)m;
        if (itself || own_part || own_whole)
            off[other->process] = false;
    }
}

static bool run_alone(struct explanation *explanation, struct explanation_work *work)
{
    bool off[PROCESSES];
    leave_alone(explanation, work->question->scenario, PROCESSES, off);
    if (!run_arm(explanation, work, off, &explanation->none))
        return false;
    for (size_t m = 0; m < explanation->count; m++) {
        if (!explanation->mechanisms[m].carries)
            continue;
        leave_alone(explanation, work->question->scenario, m, off);
        if (!run_arm(explanation, work, off, &explanation->mechanisms[m].alone))
            return false;
    }
    return true;
}

/* Replicate by replicate, so that the interaction has an interval too. */
static void add_up(struct explanation *explanation)
{
    const size_t n = explanation->replicates;
    double *zero = spare(explanation, 1), *sum = spare(explanation, 2);
    double *room = spare(explanation, 0);
    memset(zero, 0, n * sizeof *zero);
    for (size_t r = 0; r < n; r++) {
        sum[r] = 0;
        for (size_t m = 0; m < explanation->count; m++)
            if (explanation->mechanisms[m].whole < 0)
                sum[r] += effect_of(&explanation->all, r) -
                          effect_of(&explanation->mechanisms[m].without, r);
    }
    explanation->sum_lost = paired_measure(zero, sum, n, room);
    for (size_t r = 0; r < n; r++) {
        const double none = effect_of(&explanation->none, r);
        sum[r] = none;
        for (size_t m = 0; m < explanation->count; m++)
            if (explanation->mechanisms[m].whole < 0 && explanation->mechanisms[m].carries)
                sum[r] += effect_of(&explanation->mechanisms[m].alone, r) - none;
    }
    explanation->sum_alone = paired_measure(zero, sum, n, room);
    for (size_t r = 0; r < n; r++)
        zero[r] = effect_of(&explanation->all, r);
    explanation->interaction = paired_measure(sum, zero, n, room);
}

/* How many runs there are once it is known what carries. */
static void count_runs(const struct explanation *explanation, struct explanation_work *work)
{
    size_t arms = 2 + explanation->count;
    for (size_t m = 0; m < explanation->count; m++)
        arms += explanation->mechanisms[m].carries;
    work->progress.runs = (uint32_t)(arms * 2 * explanation->replicates);
    work->progress.total = (uint64_t)work->progress.runs * work->progress.months;
}

size_t explanation_runs(const struct scenario *scenario)
{
    struct explanation explanation = {.count = 0};
    list_mechanisms(&explanation, scenario);
    return (2 + 2 * explanation.count) * 2 * scenario->replicates;
}

static bool run_arms(struct explanation *explanation, struct explanation_work *work)
{
    if (!run_arm(explanation, work, work->question->scenario->process_off, &explanation->all) ||
        !run_without(explanation, work))
        return false;
    count_runs(explanation, work);
    return run_alone(explanation, work);
}

bool explanation_make(struct explanation *explanation, const struct explanation_question *question,
                      const struct run_options *options, struct spel_error *error)
{
    const uint32_t months = question->period.first + question->period.count;
    struct explanation_work work = {.question = question,
                                    .options = options,
                                    .progress = {.months = months},
                                    .begun = system_seconds(),
                                    .error = error};
    *explanation = (struct explanation){.replicates = question->scenario->replicates};
    list_mechanisms(explanation, question->scenario);
    work.progress.runs = (uint32_t)explanation_runs(question->scenario);
    work.progress.total = (uint64_t)work.progress.runs * months;
    omp_set_num_threads(run_threads(options->threads));
    omp_set_max_active_levels(1);
    omp_init_lock(&work.changing);
    const bool fine = take(explanation, error) && run_arms(explanation, &work);
    omp_destroy_lock(&work.changing);
    if (fine)
        add_up(explanation);
    return fine;
}

void explanation_clear(struct explanation *explanation)
{
    memory_release(explanation->numbers);
    *explanation = (struct explanation){.numbers = NULL};
}
