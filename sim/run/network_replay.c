#include "run/network_replay.h"

#include <math.h>
#include <string.h>

#include "params/network_table.h"

enum { MOST_STEPS = 2000000000 };

enum column {
    COLUMN_STEP,
    COLUMN_VARIABLE,
    COLUMN_EGO,
    COLUMN_ALTER,
    COLUMN_DIFFERENCE,
    COLUMN_RUN,
    COLUMN_NO_CHANGE,
    COLUMN_OPTION,
    COLUMN_CHOICE,
    COLUMNS
};
static const char *const names[COLUMNS] = {"step",     "variable",     "ego",
                                           "alter",    "difference",   "run",
                                           "nochange", "log_p_option", "log_p_choice"};

/* Log-probabilities below it stand for what cannot be. */
static const double impossible = -1e299;

struct replay {
    const struct network_setting *setting;
    struct network_table table;
    size_t column[COLUMNS];
    const char *network_name; /* as the chain calls it */
    struct network network;
    struct evolution evolution;
    bool begun;
    long run;
    struct spel_error *error;
};

static bool has(const struct replay *replay, enum column column)
{
    return replay->column[column] != TABLE_NO_COLUMN;
}

/* Which columns there are; those that every chain needs, and those to compare with. */
static bool columns_find(struct replay *replay, bool against)
{
    const bool behaviours = replay->setting->model.behaviour_count > 0;
    for (int c = 0; c < COLUMNS; c++) {
        const bool needed = c <= COLUMN_ALTER || (c == COLUMN_DIFFERENCE && behaviours) ||
                            (c >= COLUMN_OPTION && against);
        replay->column[c] = network_table_column(&replay->table, names[c]);
        if (needed && !network_table_find(&replay->table, names[c], &replay->column[c]))
            return false;
    }
    return true;
}

static const char *cell(const struct replay *replay, size_t row, enum column column)
{
    return replay->table.cells[row * replay->table.columns + replay->column[column]];
}

static bool fault(struct replay *replay, size_t row, enum column column, const char *sentence)
{
    return network_table_fault(&replay->table, row, replay->column[column], sentence);
}

/* A behaviour by its name; the one name that is no behaviour's is the network's. */
static bool variable_read(struct replay *replay, size_t row, size_t *variable)
{
    const struct evolution_model *model = &replay->setting->model;
    const char *name = cell(replay, row, COLUMN_VARIABLE);
    for (size_t b = 0; b < model->behaviour_count; b++)
        if (strcmp(name, model->behaviours[b].covariate->name) == 0) {
            *variable = VARIABLE_BEHAVIOUR + b;
            return true;
        }
    if (!replay->network_name)
        replay->network_name = name;
    *variable = VARIABLE_NETWORK;
    return strcmp(name, replay->network_name) == 0 ||
           fault(replay, row, COLUMN_VARIABLE, "neither the network nor a behaviour of the spec");
}

static bool step_read(struct replay *replay, size_t row, struct mini_step *step)
{
    const uint32_t actors = replay->setting->spec->actors;
    long difference = 0, no_change = 0;
    *step = (struct mini_step){0};
    if (!variable_read(replay, row, &step->variable) ||
        !network_table_actor(&replay->table, row, replay->column[COLUMN_EGO], actors, &step->ego))
        return false;
    step->alter = step->ego;
    const bool tie = step->variable == VARIABLE_NETWORK;
    if (tie ? !network_table_actor(&replay->table, row, replay->column[COLUMN_ALTER], actors,
                                   &step->alter)
            : !network_table_whole(&replay->table, row, replay->column[COLUMN_DIFFERENCE], -1, 1,
                                   &difference))
        return false;
    step->difference = (int)difference;
    if (!has(replay, COLUMN_NO_CHANGE))
        return true;
    const bool changes = tie ? step->alter != step->ego : difference != 0;
    return network_table_whole(&replay->table, row, replay->column[COLUMN_NO_CHANGE], 0, 1,
                               &no_change) &&
           (no_change != changes || fault(replay, row, COLUMN_NO_CHANGE, "the row says otherwise"));
}

static bool begin(struct replay *replay, long run)
{
    if (replay->begun) {
        evolution_clear(&replay->evolution);
        network_clear(&replay->network);
    }
    replay->begun = true;
    replay->run = run;
    return network_setting_copy(replay->setting, &replay->network, replay->error) &&
           evolution_init(&replay->evolution, &replay->setting->model, &replay->network,
                          SAMPLER_DENSE, stream_key(0, 0), replay->error);
}

static void worse(double ours, double theirs, long line, double *worst, long *worst_line)
{
    const double apart = ours == theirs ? 0 : fabs(ours - theirs);
    if (apart > *worst || *worst_line == 0) {
        *worst = apart;
        *worst_line = line;
    }
}

static bool compare(struct replay *replay, size_t row, const struct network_replay_row *told,
                    struct network_replay_report *report)
{
    double option, choice;
    if (!network_table_number(&replay->table, row, replay->column[COLUMN_OPTION], &option) ||
        !network_table_number(&replay->table, row, replay->column[COLUMN_CHOICE], &choice))
        return false;
    const long line = (long)replay->table.lines[row];
    worse(told->log_option, option, line, &report->worst_option, &report->row_option);
    worse(told->log_choice, choice, line, &report->worst_choice, &report->row_choice);
    return true;
}

static bool row_replay(struct replay *replay, size_t row,
                       const struct network_replay_options *options,
                       struct network_replay_report *report)
{
    struct network_replay_row told = {0};
    struct mini_step step;
    if ((has(replay, COLUMN_RUN) &&
         !network_table_whole(&replay->table, row, replay->column[COLUMN_RUN], 0, MOST_STEPS,
                              &told.run)) ||
        !network_table_whole(&replay->table, row, replay->column[COLUMN_STEP], 0, MOST_STEPS,
                             &told.step) ||
        !step_read(replay, row, &step))
        return false;
    if ((!replay->begun || told.run != replay->run) && !begin(replay, told.run))
        return false;
    if (!evolution_log_probability(&replay->evolution, &step, &told.log_option, &told.log_choice,
                                   replay->error))
        return false;
    const bool possible = told.log_choice > impossible;
    told.log_choice = possible ? told.log_choice : -INFINITY;
    told.log_option = told.log_option > impossible ? told.log_option : -INFINITY;
    if (options->tell)
        options->tell(options->context, &told);
    report->rows++;
    if (options->against && !compare(replay, row, &told, report))
        return false;
    /* Beyond the ends of a behaviour there is nothing to go on from. */
    if (!possible && step.variable != VARIABLE_NETWORK)
        return fault(replay, row, COLUMN_DIFFERENCE, "beyond the range of the behaviour");
    return evolution_apply(&replay->evolution, &step, replay->error);
}

bool network_replay(const struct network_setting *setting, const char *path,
                    const struct network_replay_options *options,
                    struct network_replay_report *report, struct spel_error *error)
{
    struct replay replay = {.setting = setting, .error = error};
    *report = (struct network_replay_report){0};
    bool fine =
        network_table_read(&replay.table, path, error) && columns_find(&replay, options->against);
    for (size_t row = 0; fine && row < replay.table.rows; row++)
        fine = row_replay(&replay, row, options, report);
    if (replay.begun) {
        evolution_clear(&replay.evolution);
        network_clear(&replay.network);
    }
    network_table_clear(&replay.table);
    return fine;
}
