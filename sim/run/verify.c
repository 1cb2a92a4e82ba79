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
#include "output/resolutions.h"
#include "output/system.h"

/* A file that is being verified. */
struct verification {
    const struct run_options *options;
    struct verify_report *report;
    struct scenario *scenarios;
    size_t scenario_count;
    uint32_t replicates, months; /* that the scenarios share */
    struct account *accounts;
    size_t account_count;
    uint32_t first, end; /* runs */
    double begun;
};

static bool read_scenarios(struct hdf *hdf, struct verification *v)
{
    struct resolutions found;
    if (!resolutions_read(hdf, &found))
        return false;
    v->scenarios = memory_take(found.count, sizeof *v->scenarios, hdf->error);
    bool fine = v->scenarios != NULL;
    for (size_t s = 0; fine && s < found.count; s++) {
        struct places places = {.rows = NULL};
        fine = inputs_read(hdf, &places) &&
               scenario_parse(&v->scenarios[s], found.names[s], found.texts[s],
                              strlen(found.texts[s]), &places, hdf->error);
        places_clear(&places);
        v->scenario_count += fine;
    }
    resolutions_clear(&found);
    if (fine) {
        v->replicates = v->scenarios->replicates;
        v->months = v->scenarios->months;
    }
    return fine;
}

static const struct account *account_of(const struct verification *v, uint32_t run, uint32_t month)
{
    for (size_t a = 0; a < v->account_count; a++)
        if (v->accounts[a].run == (int)run && v->accounts[a].month == (int)month)
            return &v->accounts[a];
    return NULL;
}

static void tell(const struct verification *v, uint32_t run, uint32_t month)
{
    const uint64_t months = v->months;
    const struct run_progress progress = {
        .run = run,
        .runs = v->replicates * (uint32_t)v->scenario_count,
        .month = month + 1,
        .months = v->months,
        .done = (run - v->first) * months + month + 1,
        .total = (v->end - v->first) * months,
        .seconds = system_seconds() - v->begun,
    };
    if (v->options->progress)
        v->options->progress(v->options->context, &progress);
}

/* Runs the months of a run until a digest differs; true when none does. */
static bool compare_months(struct verification *v, struct spel_model *model, uint32_t run)
{
    struct verify_report *report = v->report;
    struct digest chain = {0, 0};
    for (uint32_t month = 0; month < v->months; month++) {
        spel_model_step(model);
        tell(v, run, month);
        if (!ledger_due(model->scenario, month))
            continue;
        chain = digest_chain(chain, spel_model_digest(model));
        const struct account *account = account_of(v, run, month);
        digest_text(chain, report->found);
        report->digests++;
        if (account && strcmp(account->digest, report->found) == 0)
            continue;
        report->run = (int)run;
        snprintf(report->scenario, sizeof report->scenario, "%s", model->scenario->name);
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
        if (!account_of(v, r, v->months - 1))
            continue; /* it failed when the file was made */
        struct spel_model *model =
            spel_model_create(&v->scenarios[r / v->replicates], r % v->replicates, error);
        if (!model)
            return VERIFY_REFUSED;
        const bool same = compare_months(v, model, r);
        spel_model_free(model);
        v->report->runs++;
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
    else if (read_scenarios(&hdf, v) && (v->accounts = accounts_read(&hdf, &v->account_count)))
        outcome = VERIFY_AGREES;
    heading_clear(&heading);
    hdf_close(&hdf);
    const uint32_t runs = v->replicates * (uint32_t)v->scenario_count;
    v->first = run < 0 ? 0 : (uint32_t)run;
    v->end = run < 0 ? runs : (uint32_t)run + 1;
    if (outcome == VERIFY_AGREES && v->end > runs) {
        error_set(error, SPEL_ERROR_INPUT, "%s: run %d: the file has 0 to %u", path, run, runs - 1);
        return VERIFY_REFUSED;
    }
    return outcome;
}

enum verify_outcome verify_file(const char *path, int run, const struct run_options *options,
                                struct verify_report *report, struct spel_error *error)
{
    struct verification v = {.options = options, .report = report};
    *report = (struct verify_report){.month = -1, .replicate = -1};
    enum verify_outcome outcome = read_file(&v, path, run, error);
    if (outcome == VERIFY_AGREES)
        outcome = run_again(&v, error);
    memory_release(v.accounts);
    for (size_t s = 0; s < v.scenario_count; s++)
        scenario_clear(&v.scenarios[s]);
    memory_release(v.scenarios);
    return outcome;
}
