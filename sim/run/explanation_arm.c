#include <math.h>
#include <omp.h>
#include <stdio.h>
#include <string.h>

#include "model/model.h"
#include "observe/variables.h"
#include "output/system.h"
#include "run/explanation.h"

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

/* False when asked to stop, with code SPEL_FINE. */
static bool tell(struct explanation_work *work, uint32_t month)
{
    const struct run_options *options = work->options;
    work->progress.month = month + 1;
    work->progress.done++;
    work->progress.seconds = system_seconds() - work->begun;
    if (options->progress)
        options->progress(options->context, &work->progress);
    return !options->stop || !options->stop(options->context) ||
           error_set(work->error, SPEL_FINE, "stopped; nothing was written");
}

static bool run_months(struct explanation_work *work, struct spel_model *model,
                       struct observation *observation, double *outcome)
{
    const struct explanation_question *question = work->question;
    const struct period *period = &question->period;
    size_t position = 0;
    double sum = 0;
    if (!find_position(question, model, observation->length[question->variable], &position,
                       work->error))
        return false;
    for (uint32_t month = 0; month < period->first + period->count; month++) {
        spel_model_step(model);
        if (month >= period->first) {
            observation_measure(observation, model);
            sum += (double)observation->values[observation->offset[question->variable] + position];
        }
        if (!tell(work, month))
            return false;
    }
    *outcome = sum / period->count;
    return true;
}

static bool run_once(struct explanation_work *work, const bool off[PROCESSES], double value,
                     uint32_t replicate, double *outcome)
{
    const struct scenario scenario = turned(work->question, off, value);
    struct observation observation;
    struct spel_model *model = spel_model_create(&scenario, replicate, work->error);
    if (!model)
        return false;
    bool fine = observation_init(&observation, model, work->error);
    if (fine) {
        fine = run_months(work, model, &observation, outcome);
        observation_clear(&observation);
    }
    spel_model_free(model);
    work->progress.run++;
    return fine;
}

bool explanation_arm(struct explanation_work *work, const bool off[PROCESSES],
                     struct effect *effect)
{
    const struct explanation_question *question = work->question;
    for (uint32_t r = 0; r < question->scenario->replicates; r++)
        if (!run_once(work, off, question->low, r, &effect->low[r]) ||
            !run_once(work, off, question->high, r, &effect->high[r]))
            return false;
    return true;
}
