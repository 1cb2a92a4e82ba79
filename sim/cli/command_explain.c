#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/explain_screen.h"
#include "cli/interrupts.h"
#include "cli/overrides.h"
#include "cli/progress.h"
#include "observe/variables.h"
#include "output/system.h"
#include "params/nearest.h"
#include "params/numbers.h"
#include "run/explanation.h"
#include "run/trial.h"

enum { MOST_THREADS = 1024, POSITION_TEXT = 128 };

static bool read_scenario(const struct arguments *arguments, struct scenario *scenario,
                          struct spel_error *error)
{
    struct overrides overrides;
    const bool fine = overrides_init(&overrides, arguments, error) &&
                      scenario_read(scenario, arguments->positions[0], overrides.texts,
                                    overrides.count, overrides.installed.folders, error);
    overrides_clear(&overrides);
    return fine;
}

/* What the question is made of, with the text that it borrows. */
struct asked {
    struct explanation_question question;
    char position[POSITION_TEXT];
};

static const char *row_name(bool lever, size_t i)
{
    return lever ? lever_rows[i].name : knob_rows[i].name;
}

/* The knob or lever, one of which is given, and how far it is turned. */
static bool read_turned(const struct arguments *arguments, struct explanation_question *question,
                        struct spel_error *error)
{
    const char *knob = argument_value(arguments, "knob", NULL);
    const char *lever = argument_value(arguments, "lever", NULL);
    if (!knob == !lever)
        return error_set(error, SPEL_ERROR_INPUT,
                         "samenspel explain: either --knob or --lever is expected");
    const char *name = knob ? knob : lever, *kind = knob ? "knob" : "lever";
    struct nearest nearest = nearest_begin(name);
    const size_t rows = lever ? LEVERS : KNOBS;
    size_t i = 0;
    for (; i < rows && strcmp(row_name(lever, i), name) != 0; i++)
        nearest_offer(&nearest, row_name(lever, i));
    if (i == rows)
        return error_set(error, SPEL_ERROR_INPUT, "--%s %s: no such %s%s%s%s", kind, name, kind,
                         nearest.best ? " (did you mean " : "", nearest.best ? nearest.best : "",
                         nearest.best ? "?)" : "");
    question->lever = lever != NULL;
    question->index = (int)i;
    question->low = lever ? lever_rows[i].min : 0;
    question->high = lever ? lever_rows[i].max : 1;
    return true;
}

/* --from and --to, within what the knob or lever may be. */
static bool read_end(const struct arguments *arguments, const char *option, double *end,
                     const struct explanation_question *allowed, struct spel_error *error)
{
    const char *text = argument_value(arguments, option, NULL);
    char why[WHY_TEXT];
    double value;
    if (!text)
        return true;
    if (!number_read(text, &value, why))
        return error_set(error, SPEL_ERROR_INPUT, "--%s %s: %s", option, text, why);
    if (!(value >= allowed->low && value <= allowed->high))
        return error_set(error, SPEL_ERROR_INPUT, "--%s %s: outside [%g, %g]", option, text,
                         allowed->low, allowed->high);
    *end = value;
    return true;
}

/* "need_share_by_domain[care]": the variable and which of its values. */
static bool read_outcome(const struct arguments *arguments, struct asked *asked,
                         struct spel_error *error)
{
    const char *text = argument_value(arguments, "outcome", "");
    const size_t length = strcspn(text, "["), end = strlen(text);
    struct nearest nearest;
    char name[POSITION_TEXT];
    snprintf(name, sizeof name, "%.*s", (int)length, text);
    nearest = nearest_begin(name);
    if (!text[0])
        return error_set(error, SPEL_ERROR_INPUT,
                         "samenspel explain: --outcome names the variable to explain");
    if (text[length] == '[' && (text[end - 1] != ']' || end - length >= POSITION_TEXT))
        return error_set(error, SPEL_ERROR_INPUT, "--outcome %s: does not end in ]", text);
    for (size_t v = 0; v < variable_count; v++) {
        nearest_offer(&nearest, variables[v].name);
        if (strcmp(variables[v].name, name) != 0)
            continue;
        asked->question.variable = v;
        if (text[length] == '[') {
            snprintf(asked->position, sizeof asked->position, "%.*s", (int)(end - length - 2),
                     text + length + 1);
            asked->question.position = asked->position;
        }
        return true;
    }
    return error_set(error, SPEL_ERROR_INPUT, "--outcome %s: no such variable%s%s%s", text,
                     nearest.best ? " (did you mean " : ": samenspel variables lists them",
                     nearest.best ? nearest.best : "", nearest.best ? "?)" : "");
}

static bool read_question(const struct arguments *arguments, const struct scenario *scenario,
                          struct asked *asked, struct spel_error *error)
{
    struct explanation_question *question = &asked->question, allowed;
    const char *at = argument_value(arguments, "at", NULL);
    char why[WHY_TEXT];
    question->scenario = scenario;
    question->period = period_last(scenario->months);
    if (!read_turned(arguments, question, error) || !read_outcome(arguments, asked, error))
        return false;
    allowed = *question;
    if (!read_end(arguments, "from", &question->low, &allowed, error) ||
        !read_end(arguments, "to", &question->high, &allowed, error))
        return false;
    if (question->low == question->high)
        return error_set(error, SPEL_ERROR_INPUT, "--from and --to are the same, %g",
                         question->low);
    const struct calendar_span span = {scenario->start_year, scenario->start_month,
                                       scenario->months};
    if (at && !period_read(at, span, &question->period, why))
        return error_set(error, SPEL_ERROR_INPUT, "--at %s: %s", at, why);
    return true;
}

/* The CSV file appears whole or not at all. */
static bool write_table(const char *path, const struct explanation *explanation,
                        const struct explanation_question *question, struct spel_error *error)
{
    char *temporary = system_path(path, ".tmp", error);
    FILE *file = temporary ? fopen(temporary, "w") : NULL;
    bool fine = file != NULL;
    if (temporary && !file)
        system_failed(temporary, "be made", errno, error);
    if (file) {
        explanation_table(file, explanation, question);
        fine = !ferror(file);
        fine = (fclose(file) == 0 && fine) || system_failed(temporary, "be written", errno, error);
        fine = fine && system_replace(temporary, path, error);
    }
    if (!fine && temporary)
        system_remove(temporary, NULL);
    memory_release(temporary);
    return fine;
}

static enum outcome explain(const struct arguments *arguments, const struct asked *asked,
                            int threads, enum language language)
{
    struct spel_error error = {.code = SPEL_FINE};
    struct explanation explanation;
    struct progress progress;
    const bool quiet = argument_given(arguments, "quiet");
    const char *output = argument_value(arguments, "output", NULL);
    progress_init(&progress, quiet);
    const struct run_options options = {.threads = threads,
                                        .stop = interrupts_waiting,
                                        .progress = progress_tell,
                                        .context = &progress};
    const bool made = explanation_make(&explanation, &asked->question, &options, &error);
    progress_end(&progress);
    const bool fine =
        made && (!output || write_table(output, &explanation, &asked->question, &error));
    if (fine && !quiet)
        explain_screen(&explanation, &asked->question, language);
    explanation_clear(&explanation);
    if (fine)
        return OUTCOME_FINE;
    const enum outcome outcome = outcome_of(&error);
    return outcome == OUTCOME_FINE ? OUTCOME_STOPPED : outcome;
}

static enum outcome dry_run(const struct asked *asked, int threads)
{
    struct spel_error error = {.code = SPEL_FINE};
    struct trial trial;
    const struct period *period = &asked->question.period;
    if (!trial_run(&trial, asked->question.scenario, 1, threads, &error))
        return outcome_of(&error);
    const size_t runs = explanation_runs(asked->question.scenario);
    const uint32_t months = period->first + period->count;
    const double seconds =
        (double)runs * (trial.settling + trial.burning_in + months * trial.month);
    printf("runs    at most %zu of %u months, %zu residents each\ntime    at most about %.0f s on "
           "%d threads\n",
           runs, months, trial.residents, seconds, run_threads(threads));
    return OUTCOME_FINE;
}

static bool may_write(const struct arguments *arguments, struct spel_error *error)
{
    const char *output = argument_value(arguments, "output", NULL);
    return !output || argument_given(arguments, "force") || !system_exists(output) ||
           error_set(error, SPEL_ERROR_INPUT, "%s: exists; --force overwrites it", output);
}

static enum outcome run(const struct arguments *arguments)
{
    struct spel_error error = {.code = SPEL_FINE};
    struct asked asked = {.position = ""};
    struct scenario scenario;
    unsigned long long threads = 0;
    const int language = argument_among(arguments, "lang", language_words);
    if (language < 0 || !argument_whole(arguments, "threads", 1, MOST_THREADS, &threads))
        return OUTCOME_BAD_INPUT;
    interrupts_hold();
    if (!may_write(arguments, &error) || !read_scenario(arguments, &scenario, &error))
        return outcome_of(&error);
    enum outcome outcome;
    if (!read_question(arguments, &scenario, &asked, &error))
        outcome = outcome_of(&error);
    else if (argument_given(arguments, "dry-run"))
        outcome = dry_run(&asked, (int)threads);
    else
        outcome = explain(arguments, &asked, (int)threads, (enum language)language);
    scenario_clear(&scenario);
    return outcome;
}

static const struct option_row options[] = {
    {"knob", 0, "KNOB", "The knob to explain, such as informal."},
    {"lever", 0, "LEVER", "One lever instead, such as carer_support."},
    {"outcome", 0, "NAME",
     "The variable to explain, or one of its values: unmet_share_by_domain[care]."},
    {"from", 0, "VALUE", "Where the knob is turned from; without it, its least."},
    {"to", 0, "VALUE", "Where it is turned to; without it, its most."},
    {"at", 0, "TIME",
     "When: a month of the run (36: the year up to it), 2025, 2025-03 or FROM..TO; without it, "
     "the last year."},
    {"set", 0, "PATH=VALUE", "Sets one value of the scenario; may be given more than once."},
    {"replicates", 0, "N", "Pairs of runs in each arm: --set runs.replicates=N."},
    {"seed", 0, "N", "Seed of all chances: --set runs.seed=N."},
    {"months", 0, "N", "Months to run: --set time.months=N."},
    {"output", 'o', "OUT.csv", "Writes every arm as a table."},
    {"force", 0, NULL, "Overwrites OUT.csv."},
    {"threads", 0, "N", "Threads to use; without it, all there are. They change no result."},
    {"dry-run", 0, NULL, "Says how many runs and how long; runs and writes nothing."},
    {"lang", 0, "en|nl", "Language of the results on the screen."},
    {"quiet", 0, NULL, "No progress and no results on the screen."},
};

const struct command command_explain = {
    .name = "explain",
    .usage = "SCENARIO.yaml --knob KNOB --outcome NAME [OPTION…]",
    .summary = "says by which mechanisms a knob works",
    .description =
        "Runs the scenario with the knob low and high, on the same seeds: with all mechanisms on, "
        "with each switched off in turn, and with each alone. What is off is off in both runs, "
        "from "
        "the run-in on, as `processes` in a scenario. Needs and demography are the stage and stay "
        "on; so does what carries nothing of the effect.\n"
        "Without it little is left: the mechanism is needed. Alone it does much: it is enough. The "
        "two need not agree, and neither adds up to the whole: what is left over is interaction, "
        "and is shown.\n"
        "Nothing is written but the table of -o. It takes many runs: try a small place first, "
        "--set place.scale=0.1, and see --dry-run.",
    .least = 1,
    .most = 1,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = run,
};
