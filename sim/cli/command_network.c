/* `samenspel network`: the actor-oriented model of ties by itself. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/interrupts.h"
#include "cli/network_effects.h"
#include "cli/network_screen.h"
#include "output/system.h"
#include "run/network_replay.h"
#include "run/network_runs.h"

enum { MOST_THREADS = 1024, MOST_RUNS = 10000000 };
static const double tolerance = 1e-8; /* of a log-probability: that of printed reference chains */

static const char *const sampler_words[] = {"sparse", "dense", NULL};

/* Options of one verb that were given with the other. */
static bool options_fit(const struct arguments *arguments, const char *const *foreign)
{
    for (size_t i = 0; foreign[i]; i++)
        if (argument_given(arguments, foreign[i])) {
            bad_input("network", "--%s is not for %s", foreign[i], arguments->positions[0]);
            return false;
        }
    return true;
}

/* Reads the spec, with what the options say instead. */
static bool read_spec(const struct arguments *arguments, struct network_spec *spec,
                      enum outcome *outcome)
{
    struct spel_error error = {.code = SPEL_FINE};
    unsigned long long runs = 0, seed = 0;
    const int sampler = argument_among(arguments, "sampler", sampler_words);
    *outcome = OUTCOME_BAD_INPUT;
    if (sampler < 0 || !argument_whole(arguments, "runs", 1, MOST_RUNS, &runs) ||
        !argument_whole(arguments, "seed", 0, ~0ull, &seed))
        return false;
    if (!network_spec_read(spec, arguments->positions[1], &error)) {
        *outcome = outcome_of(&error);
        return false;
    }
    if (runs > 0)
        spec->runs = (uint32_t)runs;
    if (argument_given(arguments, "seed"))
        spec->seed = seed;
    if (argument_given(arguments, "sampler"))
        spec->dense = sampler == 1;
    return true;
}

/* "network", then the behaviours: as columns of chains name them. */
static const char **variables_of(const struct network_spec *spec, struct spel_error *error)
{
    const char **names = memory_take(spec->behaviour_count + 1, sizeof *names, error);
    for (size_t b = 0; names && b < spec->behaviour_count; b++)
        names[b + 1] = spec->behaviours[b].name;
    if (names)
        names[0] = "network";
    return names;
}

static enum outcome simulated(enum network_outcome outcome, const struct network_results *results,
                              struct network_output *output, bool quiet, struct spel_error *error)
{
    if (outcome == NETWORK_STOPPED) {
        fprintf(stderr, "%s: stopped; nothing was written\n", output->path);
        return OUTCOME_STOPPED;
    }
    if (outcome == NETWORK_FAILED || !network_output_finish(output, results, error))
        return outcome_of(error) == OUTCOME_BAD_INPUT ? OUTCOME_BAD_INPUT : OUTCOME_MACHINE;
    if (!quiet) {
        network_screen_results(results);
        printf("%s\n", output->path);
    }
    return OUTCOME_FINE;
}

static enum outcome simulate_into(const struct arguments *arguments,
                                  const struct network_setting *setting,
                                  struct network_output *output, struct network_results *results)
{
    struct spel_error error = {.code = SPEL_FINE};
    const struct network_spec *spec = setting->spec;
    char command[ARGUMENTS_TEXT], started[SYSTEM_TIME_TEXT];
    struct progress progress;
    unsigned long long threads = 0;
    const char **variables = variables_of(spec, &error);
    if (!variables)
        return outcome_of(&error);
    argument_whole(arguments, "threads", 1, MOST_THREADS, &threads);
    progress_init(&progress, argument_given(arguments, "quiet"));
    arguments_text(arguments, command);
    system_time(started);
    *results = (struct network_results){.variables = variables,
                                        .variable_count = spec->behaviour_count + 1,
                                        .spec = spec->text,
                                        .name = spec->name,
                                        .command = command,
                                        .sampler = sampler_words[spec->dense],
                                        .started = started,
                                        .seed = spec->seed};
    const struct network_options options = {.threads = (int)threads,
                                            .stop = interrupts_waiting,
                                            .progress = network_screen_tell,
                                            .context = &progress};
    const enum network_outcome outcome = network_runs(setting, &options, output, results, &error);
    progress_end(&progress);
    const enum outcome said = simulated(outcome, results, output, progress.quiet, &error);
    network_results_clear(results);
    memory_release(variables);
    return said;
}

static enum outcome simulate(const struct arguments *arguments, const struct network_spec *spec)
{
    struct spel_error error = {.code = SPEL_FINE};
    struct network_setting setting;
    struct network_output output;
    struct network_results results;
    enum outcome outcome;
    const char *path = argument_value(arguments, "output", spec->name);
    if (!network_setting_init(&setting, spec, &error) ||
        !network_output_open(&output, path, argument_given(arguments, "force"), &error)) {
        network_setting_clear(&setting);
        return outcome_of(&error);
    }
    output.values = argument_given(arguments, "values");
    output.ends = argument_given(arguments, "ends");
    output.chains = argument_given(arguments, "chains");
    if (output.form == NETWORK_CSV && (output.values || output.ends || output.chains))
        outcome = bad_input("network", "%s holds the moments alone: give a folder or a .h5", path);
    else
        outcome = simulate_into(arguments, &setting, &output, &results);
    network_output_clear(&output);
    network_setting_clear(&setting);
    return outcome;
}

/* As R and Python read it. */
static void put_log(double value, char after)
{
    if (isfinite(value))
        printf("%.15g%c", value, after);
    else
        printf("-Inf%c", after);
}

static void tell_row(void *context, const struct network_replay_row *row)
{
    size_t *rows = context;
    if ((*rows)++ == 0)
        printf("%sstep,log_p_option,log_p_choice\n", row->run ? "run," : "");
    if (row->run)
        printf("%ld,", row->run);
    printf("%ld,", row->step);
    put_log(row->log_option, ',');
    put_log(row->log_choice, '\n');
}

static enum outcome replayed(const char *path, const struct network_replay_report *report,
                             bool against)
{
    if (!against)
        return OUTCOME_FINE;
    printf("%s: %zu rows; largest difference %.2g in log_p_option (line %ld), "
           "%.2g in log_p_choice (line %ld)\n",
           path, report->rows, report->worst_option, report->row_option, report->worst_choice,
           report->row_choice);
    const bool agrees = report->worst_option <= tolerance && report->worst_choice <= tolerance;
    return agrees ? OUTCOME_FINE : OUTCOME_DIFFERS;
}

static enum outcome replay(const struct arguments *arguments, const struct network_spec *spec)
{
    struct spel_error error = {.code = SPEL_FINE};
    struct network_setting setting;
    struct network_replay_report report;
    size_t rows = 0;
    const bool against = argument_given(arguments, "against");
    const struct network_replay_options options = {
        .against = against, .tell = against ? NULL : tell_row, .context = &rows};
    const char *path = arguments->positions[2];
    const enum outcome outcome = network_setting_init(&setting, spec, &error) &&
                                         network_replay(&setting, path, &options, &report, &error)
                                     ? replayed(path, &report, against)
                                     : outcome_of(&error);
    network_setting_clear(&setting);
    return outcome;
}

/* Which arguments and options each verb takes. */
static bool arguments_fit(const struct arguments *arguments, const char *const *foreign,
                          size_t positions, const char *usage)
{
    if (arguments->position_count < positions)
        bad_input("network", "an argument is missing: %s", usage);
    else if (arguments->position_count > positions)
        bad_input("network", "one argument too many, \"%s\": %s", arguments->positions[positions],
                  usage);
    else
        return options_fit(arguments, foreign);
    return false;
}

static enum outcome run_spec(const struct arguments *arguments, bool simulates)
{
    unsigned long long threads;
    struct network_spec spec;
    enum outcome outcome;
    if (!argument_whole(arguments, "threads", 1, MOST_THREADS, &threads))
        return OUTCOME_BAD_INPUT;
    interrupts_hold();
    interrupts_ignore_size();
    if (!read_spec(arguments, &spec, &outcome))
        return outcome;
    outcome = simulates ? simulate(arguments, &spec) : replay(arguments, &spec);
    network_spec_clear(&spec);
    return outcome;
}

static enum outcome run(const struct arguments *arguments)
{
    static const char *const not_simulate[] = {"against", "format", "lang", NULL};
    static const char *const not_replay[] = {"output", "runs", "seed",   "threads",
                                             "values", "ends", "chains", "force",
                                             "format", "lang", NULL};
    static const char *const not_effects[] = {"output",  "runs",    "seed",  "sampler",
                                              "threads", "values",  "ends",  "chains",
                                              "force",   "against", "quiet", NULL};
    const char *verb = arguments->positions[0];
    if (strcmp(verb, "simulate") == 0)
        return arguments_fit(arguments, not_simulate, 2, "network simulate SPEC.yaml")
                   ? run_spec(arguments, true)
                   : OUTCOME_BAD_INPUT;
    if (strcmp(verb, "replay") == 0)
        return arguments_fit(arguments, not_replay, 3, "network replay SPEC.yaml CHAIN.csv")
                   ? run_spec(arguments, false)
                   : OUTCOME_BAD_INPUT;
    if (strcmp(verb, "effects") == 0)
        return arguments_fit(arguments, not_effects, arguments->position_count > 1 ? 2 : 1,
                             "network effects [PATTERN]")
                   ? network_effects_list(arguments)
                   : OUTCOME_BAD_INPUT;
    return bad_input("network", "%s: simulate, replay or effects is expected", verb);
}

static const struct option_row options[] = {
    {"output", 'o', "OUT",
     "Where the results go: OUT.h5 for HDF5, OUT.csv for the moments alone, else a folder of CSV "
     "files; without it, a folder of the spec's name, here."},
    {"runs", 0, "N", "Simulations, instead of what the spec says."},
    {"seed", 0, "N", "Seed of all chances, instead of what the spec says."},
    {"sampler", 0, "sparse|dense",
     "How a choice is drawn, instead of what the spec says; both give the same distribution."},
    {"values", 0, NULL, "Writes the statistics of every simulation too."},
    {"ends", 0, NULL, "Writes the end network of every simulation too, as an edge list."},
    {"chains", 0, NULL, "Writes every mini-step too, in a form that replay reads."},
    {"threads", 0, "N", "Threads to use; without it, all there are. They change no result."},
    {"force", 0, NULL, "Overwrites OUT."},
    {"against", 0, NULL,
     "For replay: compares with the columns log_p_option and log_p_choice of the chain, and says "
     "the largest difference; outcome 1 above 1e-8."},
    {"quiet", 0, NULL, "No progress and no results on the screen."},
    {"format", 'f', "FORMAT", "For effects: text (as it is), md (a Markdown table) or json."},
    {"lang", 'l', "LANGUAGE", "For effects: en (as it is) or nl: the language of headings."},
};

const struct command command_network = {
    .name = "network",
    .usage = "simulate SPEC.yaml | replay SPEC.yaml CHAIN.csv | effects [PATTERN] [OPTION…]",
    .summary = "simulates how ties change by actors' choices",
    .description =
        "Runs the stochastic actor-oriented model of ties and behaviours by itself, on a start "
        "network, covariates, effects and rates that SPEC.yaml names; network/README.md beside the "
        "scenarios says what it can hold.\n"
        "simulate draws end networks and writes the mean and standard deviation of their "
        "statistics and their degrees.\n"
        "replay says for each mini-step of a chain the log-probability of who changes what "
        "(log_p_option) and of the choice made (log_p_choice), as CSV on the screen.\n"
        "effects lists the effects that a spec may name, with formula and source.",
    .least = 1,
    .most = 3,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = run,
};
