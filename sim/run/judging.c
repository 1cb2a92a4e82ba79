#include "run/judging.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "observe/claim_value.h"
#include "params/scenarios.h"
#include "run/interval.h"

/* Where the numbers of a claim come from: one replicate of the file that grew. */
struct hearing {
    const struct trajectory *trajectory;
    const struct ledger *ledger;
    const struct expectation *expectation;
    bool control;
    size_t replicate;
    bool failed; /* a run that was read had not finished */
};

static size_t scenario_of(void *context, const char *name)
{
    const struct hearing *hearing = context;
    const struct frame *frame = hearing->trajectory->frame;
    char entry[SCENARIOS_NAME];
    size_t s = 0;
    scenarios_entry(frame->scenarios, hearing->expectation, hearing->control, name, entry);
    while (s < frame->scenario_count && strcmp(frame->scenarios[s].name, entry) != 0)
        s++;
    return s;
}

static size_t length_of(void *context, enum axis axis)
{
    const struct hearing *hearing = context;
    return hearing->trajectory->frame->axis_length[axis];
}

static const char *label_of(void *context, enum axis axis, size_t i)
{
    const struct hearing *hearing = context;
    return hearing->trajectory->frame->labels[axis][i];
}

static bool read_series(void *context, size_t variable, size_t scenario, float *values,
                        struct spel_error *error)
{
    struct hearing *hearing = context;
    const struct frame *frame = hearing->trajectory->frame;
    const size_t run = scenario * frame->scenario->replicates + hearing->replicate;
    if (scenario >= frame->scenario_count)
        return error_set(error, SPEL_ERROR_INTERNAL,
                         "a scenario that the claim \"%s\" names was not run",
                         hearing->expectation->text);
    hearing->failed |= hearing->ledger->runs[run].status != LEDGER_FINISHED;
    return trajectory_read(hearing->trajectory, variable, (uint32_t)run, values, error);
}

static bool hear(struct hearing *hearing, double *values, size_t *failed, struct spel_error *error)
{
    const struct scenario *scenario = hearing->trajectory->frame->scenario;
    const struct claim_source source = {hearing,   scenario->months, scenario_of,
                                        length_of, label_of,         read_series};
    *failed = 0;
    for (size_t r = 0; r < scenario->replicates; r++) {
        hearing->replicate = r;
        hearing->failed = false;
        if (!claim_value(&hearing->expectation->test, &source, &values[r], error))
            return false;
        if (hearing->failed)
            values[r] = NAN;
        *failed += hearing->failed;
    }
    return true;
}

void judging_interval(struct finding *finding, const struct claim_test *test)
{
    const bool low = claim_fulfilled(test, finding->low);
    const bool high = claim_fulfilled(test, finding->high);
    finding->verdict = VERDICT_UNDECIDED;
    if (low == high)
        finding->verdict = low != finding->control ? VERDICT_HELD : VERDICT_BROKEN;
}

void judging_one(struct finding *finding, const struct claim_test *test, const double *values,
                 size_t count, size_t failed)
{
    const struct interval interval = interval_of(values, count);
    const size_t lacking = count - failed - interval.count;
    finding->threshold = test->number;
    finding->replicates = (int)interval.count;
    finding->estimate = interval.mean;
    finding->low = interval.low;
    finding->high = interval.high;
    finding->verdict = VERDICT_UNDECIDED;
    finding->reason[0] = '\0';
    if (test->nodes[test->root].function == CLAIM_HALF_WIDTH)
        finding->estimate = finding->low = finding->high = (interval.high - interval.low) / 2;
    if (lacking > 0)
        snprintf(finding->reason, FINDING_REASON, "in %zu of %zu replicates it is no number",
                 lacking, count - failed);
    else if (interval.count < 2)
        snprintf(finding->reason, FINDING_REASON, "%s: give runs.replicates more",
                 interval.count == 1 ? "one replicate has no interval" : "no replicate finished");
    else
        judging_interval(finding, test);
}

/* Puts the texts of a claim into its finding. */
static void describe(struct finding *finding, const struct scenario *first,
                     const struct expectation *expectation, bool control)
{
    char entry[SCENARIOS_NAME];
    const char *en = expectation->claim.en, *nl = expectation->claim.nl;
    *finding = (struct finding){
        .type = expectation->type, .pattern = (int)expectation->pattern, .control = control};
    snprintf(finding->claim, FINDING_TEXT, "%s", en[0] ? en : nl);
    snprintf(finding->claim_nl, FINDING_TEXT, "%s", nl[0] ? nl : en);
    snprintf(finding->test, FINDING_TEXT, "%s", expectation->text);
    scenarios_entry(first, expectation, control, "", entry);
    const char *world = entry + strlen(first->name);
    snprintf(finding->world, FINDING_TEXT, "%s", world + (world[0] == ' '));
}

bool judging_all(struct findings *findings, const struct trajectory *trajectory,
                 const struct ledger *ledger, struct spel_error *error)
{
    const struct scenario *first = trajectory->frame->scenario;
    const size_t most = 2 * first->expectation_count;
    *findings = (struct findings){.rows = memory_take(most, sizeof *findings->rows, error)};
    double *values = memory_take(first->replicates, sizeof *values, error);
    bool fine = findings->rows && values;
    for (size_t i = 0; fine && i < most; i++) {
        const struct expectation *expectation = &first->expectations[i / 2];
        struct hearing hearing = {trajectory, ledger, expectation, i % 2 == 1, 0, false};
        struct finding *finding = &findings->rows[findings->count];
        size_t failed;
        if (hearing.control && expectation->without_count == 0)
            continue;
        describe(finding, first, expectation, hearing.control);
        fine = hear(&hearing, values, &failed, error);
        if (fine)
            judging_one(finding, &expectation->test, values, first->replicates, failed);
        findings->count++;
    }
    memory_release(values);
    if (!fine)
        findings_clear(findings);
    return fine;
}
