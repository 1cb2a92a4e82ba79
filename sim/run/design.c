#include "run/design.h"

#include <math.h>

#include "base/memory.h"
#include "run/design_samples.h"
#include "run/design_table.h"

const char *const design_names[DESIGN_KINDS] = {"grid",     "lhs",    "sobol",
                                                "saltelli", "morris", "file"};

enum { MOST_POINTS = 10000000 };

static const size_t usual[DESIGN_KINDS] = {5, 128, 128, 64, 16, 0};

bool design_grows(enum design_kind kind)
{
    return kind == DESIGN_SOBOL || kind == DESIGN_SALTELLI || kind == DESIGN_MORRIS;
}

/* The inverse of the distribution function: two parabolas that meet at the mode. */
static double triangular(const double *corner, double share)
{
    const double low = corner[0], mode = corner[1], high = corner[2];
    const double below = (mode - low) / (high - low);
    return share < below ? low + sqrt(share * (high - low) * (mode - low))
                         : high - sqrt((1 - share) * (high - low) * (high - mode));
}

double design_value(const struct factor *factor, double share)
{
    const double *v = factor->values;
    switch (factor->shape) {
    case SHAPE_VALUES:
        return v[(size_t)(share * (double)factor->value_count)];
    case SHAPE_UNIFORM:
        return v[0] + share * (v[1] - v[0]);
    case SHAPE_LOGUNIFORM:
        return v[0] * pow(v[1] / v[0], share);
    case SHAPE_TRIANGULAR:
        return triangular(v, share);
    default:
        return v[0] + floor(share * (v[1] - v[0] + 1));
    }
}

/* Which factors make the policies: levers that are lists. */
static bool of_policy(const struct factor *factor)
{
    return factor->kind == FACTOR_LEVER && factor_is_list(factor);
}

static size_t world_factors(const struct sweep *sweep)
{
    size_t count = 0;
    for (size_t f = 0; f < sweep->count; f++)
        count += !of_policy(&sweep->factors[f]);
    return count;
}

/* How many values a factor has in a grid. */
static size_t levels_of(const struct factor *factor, size_t n)
{
    return factor_is_list(factor) ? factor->value_count : n;
}

/* Products stop where no sweep could go on. */
static size_t times(size_t one, size_t other)
{
    return other > 0 && one > MOST_POINTS / other ? MOST_POINTS + 1 : one * other;
}

static void count_points(struct design *design, const struct sweep *sweep)
{
    const size_t k = world_factors(sweep);
    design->policies = design->worlds = 1;
    for (size_t f = 0; f < sweep->count; f++)
        if (of_policy(&sweep->factors[f]))
            design->policies = times(design->policies, sweep->factors[f].value_count);
        else if (design->kind == DESIGN_GRID)
            design->worlds = times(design->worlds, levels_of(&sweep->factors[f], design->n));
    if (design->kind != DESIGN_GRID && k > 0)
        design->worlds = design->kind == DESIGN_SALTELLI ? times(design->n, k + 2)
                         : design->kind == DESIGN_MORRIS ? times(design->n, k + 1)
                                                         : design->n;
    design->points = times(design->policies, design->worlds);
}

static bool can_be_made(const struct design *design, const struct sweep *sweep,
                        struct spel_error *error)
{
    const size_t k = world_factors(sweep);
    const size_t most = design->kind == DESIGN_SALTELLI ? SOBOL_DIMENSIONS / 2 : SOBOL_DIMENSIONS;
    const bool net = design->kind == DESIGN_SALTELLI || design->kind == DESIGN_SOBOL;
    if (net && k > most)
        return error_set(error, SPEL_ERROR_INPUT,
                         "design %s: at most %zu things can be varied, here are %zu: lhs or "
                         "morris takes any number",
                         design_names[design->kind], most, k);
    if (k == 0 && design->kind != DESIGN_GRID)
        return error_set(error, SPEL_ERROR_INPUT,
                         "design %s: nothing to sample, all that is varied are lists of levers: "
                         "take --design grid",
                         design_names[design->kind]);
    if (design->points > MOST_POINTS)
        return error_set(error, SPEL_ERROR_INPUT, "design %s: more than %d points",
                         design_names[design->kind], MOST_POINTS);
    return true;
}

/* The samples of the worlds; NULL for a grid, which has none. */
static double *sample(const struct design *design, size_t k, uint64_t seed,
                      struct spel_error *error)
{
    double *rows = memory_take(design->worlds * k, sizeof *rows, error);
    bool fine = rows != NULL;
    if (fine && design->kind == DESIGN_LHS)
        fine = samples_lhs(rows, design->n, k, seed, error);
    else if (fine && design->kind == DESIGN_SOBOL)
        fine = samples_sobol(rows, design->n, k, seed, error);
    else if (fine && design->kind == DESIGN_SALTELLI)
        fine = samples_saltelli(rows, design->n, k, seed, error);
    else if (fine)
        fine = samples_morris(rows, design->n, k, seed, error);
    if (fine)
        return rows;
    memory_release(rows);
    return NULL;
}

/* Of a grid the last factor moves fastest. */
static double grid_value(const struct factor *factor, size_t n, size_t *index)
{
    const size_t levels = levels_of(factor, n), at = *index % levels;
    *index /= levels;
    return factor_is_list(factor) ? factor->values[at]
                                  : design_value(factor, ((double)at + 0.5) / (double)levels);
}

static void fill_point(struct design *design, const struct sweep *sweep, const double *rows,
                       size_t point)
{
    double *values = design->values + point * design->factors;
    size_t policy = point % design->policies, world = point / design->policies;
    size_t k = world_factors(sweep);
    const double *row = rows ? rows + world * k : NULL;
    for (size_t f = sweep->count; f-- > 0;) {
        const struct factor *factor = &sweep->factors[f];
        if (of_policy(factor))
            values[f] = grid_value(factor, design->n, &policy);
        else
            values[f] =
                row ? design_value(factor, row[--k]) : grid_value(factor, design->n, &world);
    }
}

bool design_make(struct design *design, const struct sweep *sweep, enum design_kind kind, size_t n,
                 uint64_t seed, const char *path, struct spel_error *error)
{
    *design = (struct design){.kind = kind, .n = n > 0 ? n : usual[kind], .factors = sweep->count};
    if (kind == DESIGN_FILE)
        return design_read(design, path, error);
    count_points(design, sweep);
    if (!can_be_made(design, sweep, error))
        return false;
    const size_t k = world_factors(sweep);
    double *rows = kind == DESIGN_GRID ? NULL : sample(design, k, seed, error);
    if (!rows && kind != DESIGN_GRID)
        return false;
    design->values = memory_take(design->points * design->factors, sizeof *design->values, error);
    for (size_t point = 0; design->values && point < design->points; point++)
        fill_point(design, sweep, rows, point);
    memory_release(rows);
    return design->values != NULL;
}

void design_clear(struct design *design)
{
    memory_release(design->values);
    sweep_clear(&design->table);
    *design = (struct design){0};
}
