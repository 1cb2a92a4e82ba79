#include "run/until.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "observe/claim_check.h"
#include "observe/claim_value.h"
#include "params/period.h"
#include "run/judging.h"

/* Where the numbers of a claim come from: the series of one run. */
struct seen {
    const struct sweep_plan *plan;
    const float *series;
};

static size_t outcome_of(const struct sweep_plan *plan, size_t variable)
{
    size_t o = 0;
    while (o < plan->outcome_count && plan->outcomes[o] != variable)
        o++;
    return o;
}

static size_t scenario_of(void *context, const char *name)
{
    (void)context, (void)name;
    return 0;
}

static size_t length_of(void *context, enum axis axis)
{
    return ((const struct seen *)context)->plan->frame->axis_length[axis];
}

static const char *label_of(void *context, enum axis axis, size_t i)
{
    return ((const struct seen *)context)->plan->frame->labels[axis][i];
}

static bool read_series(void *context, size_t variable, size_t scenario, float *values,
                        struct spel_error *error)
{
    const struct seen *seen = context;
    const struct sweep_plan *plan = seen->plan;
    (void)scenario, (void)error;
    memcpy(values, seen->series + sweep_plan_offset(plan, outcome_of(plan, variable)),
           plan->scenario->months * plan->frame->length[variable] * sizeof *values);
    return true;
}

/* There is one scenario at each point, and only what is kept can be looked at. */
static bool check_nodes(const struct until *until, struct spel_error *error)
{
    for (size_t i = 0; i < until->test.count; i++) {
        const struct claim_node *node = &until->test.nodes[i];
        if (node->scenario[0])
            return error_set(error, SPEL_ERROR_INPUT,
                             "samenspel sweep: --until %s: \"%s\": a point of a sweep has no other "
                             "scenario beside it",
                             until->text, node->scenario);
        if (node->function == CLAIM_VARIABLE &&
            outcome_of(until->plan, claim_variable(node->name)) == until->plan->outcome_count)
            return error_set(error, SPEL_ERROR_INPUT,
                             "samenspel sweep: --until %s: %s is not kept: name it in --outcomes",
                             until->text, node->name);
    }
    return true;
}

static bool read_claim(struct until *until, struct spel_error *error)
{
    const struct scenario *scenario = until->plan->scenario;
    const struct calendar_span calendar = {scenario->start_year, scenario->start_month,
                                           scenario->months};
    struct claim_fault fault;
    if (!claim_parse(&until->test, until->text, &calendar, &fault))
        return error_set(error, SPEL_ERROR_INPUT, "samenspel sweep: --until %s: letter %zu: %s",
                         until->text, fault.at + 1, fault.sentence);
    char file[] = "samenspel sweep", *text = memory_take(strlen(until->text) + 1, 1, error);
    if (!text)
        return false;
    strcpy(text, until->text);
    const struct expectation expectation = {.text = text, .file = file, .test = until->test};
    const bool fine = claim_check_one(scenario, &expectation, "--until", error);
    memory_release(text);
    return fine && check_nodes(until, error);
}

bool until_init(struct until *until, const char *text, const struct sweep_plan *plan,
                struct spel_error *error)
{
    const size_t runs = plan->points * plan->replicates;
    *until = (struct until){.text = text, .plan = plan};
    if (!text)
        return true;
    until->values = memory_take(runs, sizeof *until->values, error);
    until->state = memory_take(runs, 1, error);
    until->left = memory_take(plan->replicates, sizeof *until->left, error);
    for (uint32_t r = 0; until->left && r < plan->replicates; r++)
        until->left[r] = plan->points;
    return until->values && until->state && until->left && read_claim(until, error);
}

void until_clear(struct until *until)
{
    memory_release(until->values);
    memory_release(until->state);
    memory_release(until->left);
    *until = (struct until){.text = NULL};
}

bool until_value(const struct until *until, const float *series, double *value,
                 struct spel_error *error)
{
    struct seen seen = {until->plan, series};
    const struct claim_source source = {
        &seen, until->plan->scenario->months, scenario_of, length_of, label_of, read_series};
    return claim_value(&until->test, &source, value, error);
}

static bool holds_at(const struct until *until, size_t point, uint32_t rounds)
{
    const size_t first = point * until->plan->replicates;
    struct finding finding = {.control = false};
    size_t failed = 0;
    for (size_t r = 0; r < rounds; r++)
        failed += until->state[first + r] == LEDGER_FAILED;
    judging_one(&finding, &until->test, until->values + first, rounds, failed);
    return finding.verdict == VERDICT_HELD;
}

static bool holds(const struct until *until, uint32_t rounds)
{
    for (size_t p = 0; p < until->plan->points; p++)
        if (!holds_at(until, p, rounds))
            return false;
    return true;
}

void until_note(struct until *until, uint32_t point, uint32_t replicate, uint32_t status,
                double value)
{
    const struct sweep_plan *plan = until->plan;
    if (!until->text || point >= plan->points || replicate >= plan->replicates)
        return;
    const size_t run = (size_t)point * plan->replicates + replicate;
    if (until->state[run] != LEDGER_WAITING)
        return;
    until->state[run] = (unsigned char)status;
    until->values[run] = status == LEDGER_FINISHED ? value : (double)NAN;
    until->left[replicate]--;
    while (until->held == 0 && until->rounds < plan->replicates && until->left[until->rounds] == 0)
        if (holds(until, ++until->rounds))
            until->held = until->rounds;
}

bool until_read(struct until *until, struct sweep_log *log, struct spel_error *error)
{
    struct sweep_run run;
    off_t place = log->first;
    if (!until->text)
        return true;
    float *series = memory_take(log->values, sizeof *series, error);
    bool fine = series != NULL;
    for (bool more = true; fine && more;) {
        double value = NAN;
        fine =
            sweep_log_next(log, &place, &run, series, &more, error) &&
            (!more || run.status != LEDGER_FINISHED || until_value(until, series, &value, error));
        if (fine && more)
            until_note(until, run.point, run.replicate, run.status, value);
    }
    memory_release(series);
    return fine;
}
