#include "run/verify.h"

#include <omp.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "model/model.h"
#include "output/accounts.h"
#include "output/heading.h"
#include "output/inputs.h"
#include "output/ledger.h"
#include "output/system.h"

/* A file that is being verified. */
struct verification {
    const struct run_options *options;
    struct verify_report *report;
    struct scenario scenario;
    struct account *accounts;
    size_t account_count;
    uint32_t first, end; /* replicates to run */
    double begun;
};

static bool read_scenario(struct hdf *hdf, struct scenario *scenario)
{
    char *name = hdf_read_text(hdf, "/provenance/name");
    char *resolved = hdf_read_text(hdf, "/provenance/resolved");
    struct places places = {.rows = NULL};
    const bool fine =
        name && resolved && inputs_read(hdf, &places) &&
        scenario_parse(scenario, name, resolved, strlen(resolved), &places, hdf->error);
    places_clear(&places);
    memory_release(name);
    memory_release(resolved);
    return fine;
}

static const struct account *account_of(const struct verification *v, uint32_t replicate,
                                        uint32_t month)
{
    for (size_t a = 0; a < v->account_count; a++)
        if (v->accounts[a].replicate == (int)replicate && v->accounts[a].month == (int)month)
            return &v->accounts[a];
    return NULL;
}

static void tell(const struct verification *v, uint32_t replicate, uint32_t month)
{
    const uint64_t months = v->scenario.months;
    const struct run_progress progress = {
        .replicate = replicate,
        .replicates = v->scenario.replicates,
        .month = month + 1,
        .months = v->scenario.months,
        .done = (replicate - v->first) * months + month + 1,
        .total = (v->end - v->first) * months,
        .seconds = system_seconds() - v->begun,
    };
    if (v->options->progress)
        v->options->progress(v->options->context, &progress);
}

/* Runs the months of a replicate until a digest differs; true when none does. */
static bool compare_months(struct verification *v, struct spel_model *model, uint32_t replicate)
{
    struct verify_report *report = v->report;
    struct digest chain = {0, 0};
    for (uint32_t month = 0; month < v->scenario.months; month++) {
        spel_model_step(model);
        tell(v, replicate, month);
        if (!ledger_due(&v->scenario, month))
            continue;
        chain = digest_chain(chain, spel_model_digest(model));
        const struct account *account = account_of(v, replicate, month);
        digest_text(chain, report->found);
        report->digests++;
        if (account && strcmp(account->digest, report->found) == 0)
            continue;
        report->replicate = (int)replicate;
        report->month = (int)month;
        snprintf(report->expected, sizeof report->expected, "%s",
                 account ? account->digest : "no digest");
        return false;
    }
    return true;
}

static enum verify_outcome run_again(struct verification *v, struct spel_error *error)
{
    omp_set_num_threads(run_threads(v->options->threads));
    v->begun = system_seconds();
    for (uint32_t r = v->first; r < v->end; r++) {
        if (!account_of(v, r, v->scenario.months - 1))
            continue; /* it failed when the file was made */
        struct spel_model *model = spel_model_create(&v->scenario, r, error);
        if (!model)
            return VERIFY_REFUSED;
        const bool same = compare_months(v, model, r);
        spel_model_free(model);
        v->report->replicates++;
        if (!same)
            return VERIFY_DIFFERS;
    }
    return VERIFY_AGREES;
}

/* Reads all that is needed; the file is not looked at afterwards. */
static enum verify_outcome read_file(struct verification *v, const char *path, int run,
                                     struct spel_error *error)
{
    struct hdf hdf;
    struct heading heading;
    if (!heading_open(&hdf, path, &heading, error))
        return VERIFY_REFUSED;
    enum verify_outcome outcome = VERIFY_REFUSED;
    snprintf(v->report->program, sizeof v->report->program, "%s", heading.program);
    if (!heading.finished)
        error_set(error, SPEL_ERROR_INPUT,
                  "%s: a run that is not finished; finish it with run --resume", path);
    else if (strcmp(heading.program, heading_program) != 0)
        outcome = VERIFY_OTHER_PROGRAM;
    else if (read_scenario(&hdf, &v->scenario) &&
             (v->accounts = accounts_read(&hdf, &v->account_count)))
        outcome = VERIFY_AGREES;
    heading_clear(&heading);
    hdf_close(&hdf);
    v->first = run < 0 ? 0 : (uint32_t)run;
    v->end = run < 0 ? v->scenario.replicates : (uint32_t)run + 1;
    if (outcome == VERIFY_AGREES && v->end > v->scenario.replicates) {
        error_set(error, SPEL_ERROR_INPUT, "%s: run %d: the file has 0 to %u", path, run,
                  v->scenario.replicates - 1);
        return VERIFY_REFUSED;
    }
    return outcome;
}

enum verify_outcome verify_file(const char *path, int run, const struct run_options *options,
                                struct verify_report *report, struct spel_error *error)
{
    struct verification v = {.options = options, .report = report};
    *report = (struct verify_report){.month = -1};
    enum verify_outcome outcome = read_file(&v, path, run, error);
    if (outcome == VERIFY_AGREES)
        outcome = run_again(&v, error);
    memory_release(v.accounts);
    scenario_clear(&v.scenario);
    return outcome;
}
