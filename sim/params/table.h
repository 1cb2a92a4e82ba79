/* The table of parameters: everything about a parameter that is not arithmetic,
 * said once. The scenario reader, `--set`, `samenspel params` and the file's
 * /parameters read it. Each process has its rows in a file of its own,
 * table_*.c; to add a parameter: a member in params.h and a row there. */
#ifndef PARAMS_TABLE_H
#define PARAMS_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "params/params.h"

/* How well a value is known. */
enum grade { GRADE_MEASURED, GRADE_ESTIMATED, GRADE_ASSUMED };
extern const char *const grade_names[];
extern const char *const grade_names_nl[];

/* One row: a member of a struct in params.h, one number or several. */
struct parameter {
    const char *path;       /* "needs.growth" */
    size_t offset, extent;  /* in bytes, in struct params */
    const char *unit;       /* "1" for a plain number */
    const double *defaults; /* as many as the extent holds, or one for all when `same` */
    bool same;
    double min, max;
    enum grade grade;
    const char *doc;    /* the definition, one sentence */
    const char *source; /* where the default comes from */
    const char *name_nl, *name_en;
    const char *layman_nl, *layman_en; /* one sentence each */
};

/* The rows of one process. */
struct parameter_group {
    const char *name; /* "needs" */
    const struct parameter *rows;
    size_t count;
};
extern const struct parameter_group *const parameter_groups[];
extern const size_t parameter_group_count;

enum { PATH_TEXT = 80 };

/* How many numbers a row holds: 1, one a domain, or one a domain and age band. */
size_t parameter_size(const struct parameter *row);
/* The name of number `i` of a row: "needs.growth.care", "needs.onset.care.75_84". */
void parameter_path(const struct parameter *row, size_t i, char path[PATH_TEXT]);
double parameter_default(const struct parameter *row, size_t i);
/* Where the numbers of a row are. */
double *parameter_values(struct params *params, const struct parameter *row);
const double *parameter_values_const(const struct params *params, const struct parameter *row);
void params_default(struct params *params);

/* All numbers of all rows in the order of the table, by their position. */
size_t parameter_count(void);
struct parameter_number {
    const struct parameter *row;
    size_t index;
};
struct parameter_number parameter_at(size_t position);

/* What a row says; for the files table_*.c. */
#define PARAMETER(group, member)                                                                   \
    .path = #group "." #member, .offset = offsetof(struct params, group.member),                   \
    .extent = sizeof(((struct params *)0)->group.member)
#define ONE(value)                                                                                 \
    .same = true, .defaults = (const double[])                                                     \
    {                                                                                              \
        value                                                                                      \
    }
#define EACH(...)                                                                                  \
    .defaults = (const double[DOMAINS])                                                            \
    {                                                                                              \
        __VA_ARGS__                                                                                \
    }
#define RANGE(low, high) .min = low, .max = high

#endif
