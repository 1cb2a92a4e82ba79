/* Variables: every output, said once. A row names the variable, its unit, its
 * axes and how it is measured; HDF5, `samenspel variables`, reports and the
 * explorer read the table. */
#ifndef OBSERVE_VARIABLES_H
#define OBSERVE_VARIABLES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

struct scenario;
struct spel_model;
struct sums;

enum axis {
    AXIS_MUNICIPALITY,
    AXIS_NEIGHBOURHOOD,
    AXIS_DOMAIN,
    AXIS_ORGANISATION,
    AXIS_LEVER,
    AXIS_INCOME, /* enum income: the lowest 40%, and all others */
    AXIS_DEGREE, /* number of support ties */
    AXIS_AGE,    /* enum life */
    AXES
};

enum { VARIABLE_AXES = 2 };

struct variable {
    const char *name; /* [a-z][a-z0-9_]* */
    const char *unit;
    const char *doc;                   /* the definition, one or two sentences */
    const char *name_nl, *name_en;     /* short labels */
    const char *layman_nl, *layman_en; /* one sentence each */
    size_t axis_count;                 /* beside scenario, replicate, month */
    enum axis axes[VARIABLE_AXES];
    bool headline; /* shown on the screen and in /summary */
    int better;    /* for the people it is about: 1 more, -1 less; 0: who can say */
    /* Exactly one of these says how it is measured. */
    const char *column; /* of the population of the first axis, as it stands */
    const char *summed; /* of neighbourhoods, added up */
    /* From the sums of a municipality or neighbourhood, `index` being the place on the
     * second axis (DOMAINS: over all domains; behind that, SUMS_INCOME and so on, the
     * incomes, and from SUMS_AGE the ages), or `part` the one that the row names; or of one
     * organisation. */
    double (*of_sums)(const struct sums *sums, size_t index);
    double (*of_part)(const struct sums *sums, size_t part);
    double (*of_organisation)(const struct spel_model *model, size_t organisation);
    size_t part; /* for of_part; of a column of several values, which, where no axis says so */
};

extern const struct variable variables[];
extern const size_t variable_count;

/* Lengths of the axes in one model. */
size_t axis_length(const struct spel_model *model, enum axis axis);
extern const char *const axis_names[AXES];
/* The label of position `i` on an axis, "care", "WK079601", "organisation_12", and
 * a readable name of it, "zorg", "Binnenstad". `text` is room for labels that are
 * made up; the result may point elsewhere. */
enum { AXIS_TEXT = 48 };
const char *axis_label(const struct spel_model *model, enum axis axis, size_t i,
                       char text[AXIS_TEXT]);
const char *axis_title(const struct spel_model *model, enum axis axis, size_t i,
                       char text[AXIS_TEXT]);
/* The label as far as a scenario alone tells, NULL after the last: municipalities come once
 * for each of their neighbourhoods, organisations not at all. */
const char *axis_told(const struct scenario *scenario, enum axis axis, size_t i,
                      char text[AXIS_TEXT]);
/* Whether an organisation could be called so. */
bool axis_is_organisation(const char *label);

/* One month as flat numbers: variable v of a model begins at offset[v] and has
 * length[v] values, the last axis fastest. */
struct observation {
    size_t *offset, *length;
    size_t total;
    float *values;
    void *workspace; /* of the measuring, per block */
};

/* Chooses what is recorded (neighbourhoods and organisations may be left out:
 * their length is then 0) and takes all memory that measuring needs. */
bool observation_init(struct observation *observation, const struct spel_model *model,
                      struct spel_error *error);
void observation_clear(struct observation *observation);
/* Measures the month that has just been; never changes the model. */
void observation_measure(struct observation *observation, const struct spel_model *model);

#endif
