/* A scenario: everything one run is made of, read from YAML and checked.
 *
 * Knobs are turned into levers at reading (lever = a + b knob); what stands
 * here is resolved: base scenario, `--set` and defaults have been applied. */
#ifndef PARAMS_SCENARIO_H
#define PARAMS_SCENARIO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "params/expect.h"
#include "params/knockouts.h"
#include "params/params.h"
#include "params/places.h"
#include "params/sweep.h"

/* What a line of the schedule may set. */
enum setting_kind {
    SETTING_KNOB,
    SETTING_LEVER,
    SETTING_STEERING,
    SETTING_INCIDENT, /* in the first month of its line only; nowhere but in the schedule */
    SETTING_ONSET_FACTOR
};

struct setting {
    enum setting_kind kind;
    int index; /* knob, lever or domain; -1 for all domains */
    double value;
};

/* One line of the schedule: settings from month `from` up to but not including
 * month `to`; `urbanity`: bit u set admits neighbourhoods of urbanity u (1..5);
 * `neighbourhoods`: codes, NULL for all. Steering and incidents cannot be limited to some. */
struct schedule_entry {
    uint32_t from, to; /* UINT32_MAX: to the end */
    struct setting *settings;
    size_t setting_count;
    unsigned urbanity; /* 0: all */
    char **neighbourhoods;
    size_t neighbourhood_count;
};

struct scenario {
    char *name; /* of the file, without folder and ending */
    struct wording title, question;
    char *text;            /* the file as read, with those it is based on before it */
    char *resolved;        /* everything as one YAML text that reads back to the same scenario */
    char **municipalities; /* names, as in the place tables */
    size_t municipality_count;
    double scale;                /* (0, 1] */
    int start_year, start_month; /* 1..12 */
    uint32_t months;
    double knobs[KNOBS];
    double levers[LEVERS];  /* resolved */
    bool lever_own[LEVERS]; /* set by itself, not by its knob */
    double steering[DOMAINS];
    double history;
    struct schedule_entry *schedule;
    size_t schedule_count;
    bool process_off[PROCESSES];
    struct params params;
    uint32_t replicates;
    uint64_t seed;
    bool record_neighbourhoods;
    bool record_organisations;
    uint32_t panel;      /* residents followed */
    uint32_t *snapshots; /* months since the start */
    size_t snapshot_count;
    bool digest_monthly;
    struct sweep sweep; /* what `samenspel sweep` varies; a run does not read it */
    struct expectation *expectations;
    size_t expectation_count;
    struct places places; /* the place-table rows that this scenario needs */
};

/* Every value at its default, without a municipality and without places. */
bool scenario_default(struct scenario *scenario, const char *name, struct spel_error *error);
/* Reads, resolves and checks. `path`: a file, or the name of a scenario in the current
 * folder or in `folders`. `overrides`: `path=value` texts of --set. On failure the error
 * holds one line a fault and *scenario is cleared. `folders`: where based_on and place
 * tables are looked for beside the scenario's own folder, NULL-terminated. */
bool scenario_read(struct scenario *scenario, const char *path, const char *const *overrides,
                   size_t override_count, const char *const *folders, struct spel_error *error);
/* The same of a file, with place tables beside the file `tables_beside`. */
bool scenario_read_beside(struct scenario *scenario, const char *path, const char *tables_beside,
                          const char *const *overrides, size_t override_count,
                          const char *const *folders, struct spel_error *error);
/* The same from one text that is based on nothing, for `verify`, which has the
 * resolved scenario and the place tables of the file: *places goes over into the
 * scenario and is left empty. */
bool scenario_parse(struct scenario *scenario, const char *name, const char *text, size_t length,
                    struct places *places, struct spel_error *error);
/* The same with `path=value` texts over it. */
bool scenario_parse_set(struct scenario *scenario, const char *name, const char *text,
                        size_t length, const char *const *overrides, size_t override_count,
                        struct places *places, struct spel_error *error);
void scenario_clear(struct scenario *scenario);

/* Levers that knobs give: lever = a + b knob, of the lever table. */
double lever_from_knob(enum lever lever, const double knobs[KNOBS]);

#endif
