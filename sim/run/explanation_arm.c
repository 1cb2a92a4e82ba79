#include <math.h>
#include <omp.h>
#include <stdio.h>
#include <string.h>

#include "model/model.h"
#include "observe/variables.h"
#include "output/system.h"
#include "run/explanation.h"
#include "run/sweep_plan.h"
#include "run/trial.h"

/* The scenario of one run; it borrows all but what is turned. */
static struct scenario turned(const struct explanation_question *question,
                              const bool off[PROCESSES], double value)
{
    struct scenario scenario = *question->scenario;
    memcpy(scenario.process_off, off, sizeof scenario.process_off);
    if (question->lever) {
        scenario.levers[question->index] = value;
        scenario.lever_own[question->index] = true;
    } else {
        scenario.knobs[question->index] = value;
        for (int l = 0; l < LEVERS; l++)
            if (!scenario.lever_own[l])
                scenario.levers[l] = lever_from_knob((enum lever)l, scenario.knobs);
    }
    const struct variable *row = &variables[question->variable];
    scenario.record_neighbourhoods = scenario.record_organisations = false;
    for (size_t a = 0; a < row->axis_count; a++) {
        scenario.record_neighbourhoods |= row->axes[a] == AXIS_NEIGHBOURHOOD;
        scenario.record_organisations |= row->axes[a] == AXIS_ORGANISATION;
    }
    return scenario;
}

/* The labels of a position on the axes that have more than one. */
static void name_position(const struct spel_model *model, const struct variable *row, size_t at,
                          char *text, size_t room)
{
    size_t used = 0, stride = 1;
    for (size_t a = 0; a < row->axis_count; a++)
        stride *= axis_length(model, row->axes[a]);
    text[0] = '\0';
    for (size_t a = 0; a < row->axis_count; a++) {
        const size_t length = axis_length(model, row->axes[a]);
        char own[AXIS_TEXT];
        stride /= length;
        if (length > 1 && used < room)
            used += (size_t)snprintf(text + used, room - used, "%s%s", used ? ", " : "",
                                     axis_label(model, row->axes[a], at / stride % length, own));
    }
}

/* Spaces between labels do not count. */
static bool same_labels(const char *one, const char *other)
{
    for (;; one++, other++) {
        one += strspn(one, " ");
        other += strspn(other, " ");
        if (*one != *other || *one == '\0')
            return *one == *other;
    }
}

/* Where the outcome stands among the values of its variable. */
static bool find_position(const struct explanation_question *question,
                          const struct spel_model *model, size_t length, size_t *position,
                          struct spel_error *error)
{
    enum { ROOM = 128, SHOWN = 12 };
    const struct variable *row = &variables[question->variable];
    const char *wanted = question->position ? question->position : "";
    char label[ROOM], all[SHOWN * ROOM] = "";
    for (size_t at = 0; at < length; at++) {
        name_position(model, row, at, label, sizeof label);
        if (same_labels(label, wanted)) {
            *position = at;
            return true;
        }
        const size_t used = strlen(all);
        if (at < SHOWN)
            snprintf(all + used, sizeof all - used, "%s%s", used ? "; " : "", label);
    }
    if (length == 1)
        return error_set(error, SPEL_ERROR_INPUT, "%s[%s]: it has one value here, without [ ]",
                         row->name, wanted);
    return error_set(error, SPEL_ERROR_INPUT, "%s%s%s%s: one of these is expected in [ ]: %s%s",
                     row->name, wanted[0] ? "[" : "", wanted, wanted[0] ? "]" : "", all,
                     length > SHOWN ? "; …" : "");
}

/* False when asked to stop, with code SPEL_FINE, or when another run has ended the work. */
static bool tell(struct explanation_work *work, uint32_t month, struct spel_error *error)
{
    const struct run_options *options = work->options;
    omp_set_lock(&work->changing);
    work->progress.month = month + 1;
    work->progress.done++;
    work->progress.seconds = system_seconds() - work->begun;
    if (options->progress)
        options->progress(options->context, &work->progress);
    const bool stopped = !work->ended && options->stop && options->stop(options->context);
    const bool goes_on = !work->ended && !stopped;
    omp_unset_lock(&work->changing);
    return goes_on || error_set(error, SPEL_FINE, "stopped; nothing was written");
}

static bool run_months(struct explanation_work *work, struct spel_model *model,
                       struct observation *observation, double *outcome, struct spel_error *error)
{
    const struct explanation_question *question = work->question;
    const struct period *period = &question->period;
    size_t position = 0;
    double sum = 0;
    if (!find_position(question, model, observation->length[question->variable], &position, error))
        return false;
    for (uint32_t month = 0; month < period->first + period->count; month++) {
        spel_model_step(model);
        if (month >= period->first) {
            observation_measure(observation, model);
            sum += (double)observation->values[observation->offset[question->variable] + position];
        }
        if (!tell(work, month, error))
            return false;
    }
    *outcome = sum / period->count;
    return true;
}

/* As a sweep has it, after the first run of all. */
static size_t workers_for(const struct explanation_work *work, const struct spel_model *model)
{
    const struct sweep_made made = {.residents = trial_residents(&model->world),
                                    .state = trial_state(&model->world)};
    return sweep_workers(&made, run_threads(work->options->threads), 1);
}

static bool run_once(struct explanation_work *work, const bool off[PROCESSES], double value,
                     uint32_t replicate, double *outcome, struct spel_error *error)
{
    const struct scenario scenario = turned(work->question, off, value);
    struct observation observation;
    struct spel_model *model = spel_model_create(&scenario, replicate, error);
    if (!model)
        return false;
    bool fine = observation_init(&observation, model, error);
    if (fine) {
        fine = run_months(work, model, &observation, outcome, error);
        observation_clear(&observation);
    }
    if (work->workers == 0)
        work->workers = workers_for(work, model);
    spel_model_free(model);
    return fine;
}

/* Run 2 r is replicate r with the knob low, run 2 r + 1 with it high. The first failure is the
 * one that is told. */
static void run_number(struct explanation_work *work, const bool off[PROCESSES],
                       struct effect *effect, size_t number)
{
    const struct explanation_question *question = work->question;
    const bool high = number % 2 == 1;
    struct spel_error error = {.code = SPEL_FINE};
    double *outcome = &(high ? effect->high : effect->low)[number / 2];
    omp_set_lock(&work->changing);
    const bool ended = work->ended;
    omp_unset_lock(&work->changing);
    if (ended)
        return;
    const bool fine = run_once(work, off, high ? question->high : question->low,
                               (uint32_t)(number / 2), outcome, &error);
    omp_set_lock(&work->changing);
    work->progress.run++;
    if (!fine && !work->ended)
        *work->error = error;
    work->ended |= !fine;
    omp_unset_lock(&work->changing);
}

bool explanation_arm(struct explanation_work *work, const bool off[PROCESSES],
                     struct effect *effect)
{
    const size_t runs = 2 * work->question->scenario->replicates;
    size_t first = 0;
    if (work->workers == 0)
        run_number(work, off, effect, first++);
    if (work->workers <= 1) {
        for (size_t number = first; number < runs; number++)
            run_number(work, off, effect, number);
        return !work->ended;
    }
#pragma omp parallel for schedule(dynamic, 1) num_threads((int)work->workers)
    for (size_t number = first; number < runs; number++)
        run_number(work, off, effect, number);
    return !work->ended;
}
