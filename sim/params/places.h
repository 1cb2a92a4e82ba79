/* Place tables: neighbourhoods, positions by age, rates by age, as figures. */
#ifndef PARAMS_PLACES_H
#define PARAMS_PLACES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

enum { WIDE_AGE_BANDS = 5, AGES = 105, CODE_TEXT = 16, NAME_TEXT = 80 };
enum position_share {
    SHARE_CHILD,
    SHARE_ALONE,
    SHARE_PARTNER_NO_CHILDREN,
    SHARE_PARTNER_CHILDREN,
    SHARE_SINGLE_PARENT,
    SHARE_OTHER,
    POSITION_SHARES
};

/* One row of neighbourhoods.csv; shares are fractions of 1. */
struct place_row {
    char code[CODE_TEXT], name[NAME_TEXT];
    char municipality_code[CODE_TEXT], municipality[NAME_TEXT], province[NAME_TEXT];
    int urbanity; /* 1 extremely urban … 5 not */
    double x_m, y_m;
    double residents_2022, residents_2024;
    double age_2022[WIDE_AGE_BANDS], age_2024[WIDE_AGE_BANDS]; /* 0-14, 15-24, 25-44, 45-64, 65+ */
    double share_80plus;
    double households_single, households_couple, households_children, household_size;
    double low_income;
    double limited_18, severely_limited_18, limited_65, severely_limited_65;
    double severely_lonely_18, severely_lonely_65;
    double informal_carer_18, volunteer_18, control_18, hard_to_make_ends_meet_18;
    double social_assistance, youth_care, problem_debt_16, household_help;
};

/* One row of position_by_age.csv. */
struct position_row {
    char municipality_code[CODE_TEXT]; /* or "NL" */
    int age_from, age_to;              /* exclusive */
    double persons;
    double share[POSITION_SHARES];
};

/* One row of rates_by_age.csv: a single year of age. */
struct rates_row {
    double persons_weight, death, birth, moving, wmo_euro, youth_euro;
    double prevalence[6]; /* by enum domain */
    double carer, chronic;
};

struct places {
    struct place_row *rows; /* by municipality code, then neighbourhood code */
    size_t count;
    struct position_row *positions;
    size_t position_count;
    struct rates_row rates[AGES];
    char *sources;      /* the `#` lines of the tables: title, source, licence */
    char sha256[3][65]; /* of the three tables as read */
};

/* Reads the three tables from `folder`, every row of them. On failure the error
 * holds a line a fault and *places is cleared. */
bool places_load(struct places *places, const char *folder, struct spel_error *error);
/* The name of the municipality that is called so or has this code, or NULL; the
 * name nearest to what was written (Den Bosch is 's-Hertogenbosch), or NULL when none is near. */
const char *places_municipality(const struct places *places, const char *municipality);
const char *places_nearest(const struct places *places, const char *municipality);
/* Drops all rows but those of the named municipalities (no row when count is 0)
 * and the positions of the country. */
void places_keep(struct places *places, const char *const *municipalities, size_t count);

/* Reads the three tables from `folder`; keeps rows whose municipality is in
 * `municipalities` (all when count is 0). */
bool places_read(struct places *places, const char *folder, const char *const *municipalities,
                 size_t municipality_count, struct spel_error *error);
void places_clear(struct places *places);

#endif
