/* A question why a lever works, asked of a little place, and its answer. */
#ifndef TESTS_ASKED_H
#define TESTS_ASKED_H

#include "support/place.h"

#include <string.h>

#include "observe/variables.h"
#include "run/explanation.h"

struct asked {
    struct scenario scenario;
    struct explanation_question question;
    struct explanation explanation;
    struct spel_error error;
};

static inline size_t variable_of(const char *name)
{
    size_t v = 0;
    while (v < variable_count && strcmp(variables[v].name, name) != 0)
        v++;
    assert_true(v < variable_count);
    return v;
}

/* About one lever from 0 to 1. */
static inline void ask_of(struct asked *asked, const char *const *place, enum lever lever,
                          const char *outcome)
{
    *asked = (struct asked){.question = {.lever = true, .index = lever, .low = 0, .high = 1}};
    if (!little_scenario(&asked->scenario, place, &asked->error))
        fail_msg("%s", asked->error.text);
    asked->question.scenario = &asked->scenario;
    asked->question.variable = variable_of(outcome);
    asked->question.period = (struct period){2, 4, "test"};
}

static inline void answer(struct asked *asked, int threads)
{
    const struct run_options options = {.threads = threads};
    if (!explanation_make(&asked->explanation, &asked->question, &options, &asked->error))
        fail_msg("%s", asked->error.text);
}

static inline void clear(struct asked *asked)
{
    explanation_clear(&asked->explanation);
    scenario_clear(&asked->scenario);
}

static inline const struct explained *mechanism(const struct asked *asked, enum process process)
{
    for (size_t m = 0; m < asked->explanation.count; m++)
        if (asked->explanation.mechanisms[m].process == process)
            return &asked->explanation.mechanisms[m];
    fail_msg("%s is no mechanism", process_names[process]);
    return NULL;
}

/* What is part of a process is told beside it, and counted in neither sum. */
static inline void adds_up(const struct explanation *e)
{
    double sum = e->none.paired.mean, lost = 0;
    for (size_t m = 0; m < e->count; m++) {
        const struct explained *each = &e->mechanisms[m];
        if (each->whole >= 0)
            continue;
        lost += each->lost.mean;
        sum += each->carries ? each->alone.paired.mean - e->none.paired.mean : 0;
    }
    assert_float_equal(e->sum_alone.mean, sum, 1e-12);
    assert_float_equal(e->sum_lost.mean, lost, 1e-12);
    const double rest = e->all.paired.mean - sum;
    assert_float_equal(e->interaction.mean, rest, 1e-12);
    assert_true(e->all.paired.mean != 0);
}

#endif
