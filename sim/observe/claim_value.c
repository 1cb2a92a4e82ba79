#include "observe/claim_value.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"

enum { YEAR = 12 };

/* Numbers by month and place, places fastest. */
struct grid {
    size_t months, places;
    double *values;
};

struct valuation {
    const struct claim_test *test;
    const struct claim_source *source;
    struct spel_error *error;
};

size_t claim_variable(const char *name)
{
    size_t v = 0;
    while (v < variable_count && strcmp(variables[v].name, name) != 0)
        v++;
    return v;
}

static bool take(struct grid *grid, size_t months, size_t places, struct spel_error *error)
{
    *grid = (struct grid){months, places, NULL};
    grid->values = memory_take(months * places, sizeof *grid->values, error);
    return grid->values != NULL;
}

static bool is_named(const struct valuation *v, const struct claim_node *node, enum axis axis,
                     size_t i)
{
    const struct claim_source *source = v->source;
    for (size_t w = 0; w < node->where_count; w++)
        if (strcmp(source->axis_label(source->context, axis, i), node->where[w]) == 0)
            return true;
    return false;
}

/* The positions of each axis that a variable is taken at: one where it is named, or all. */
static void choose(const struct valuation *v, const struct claim_node *node,
                   const struct variable *row, size_t from[VARIABLE_AXES],
                   size_t count[VARIABLE_AXES], size_t length[VARIABLE_AXES])
{
    for (size_t a = 0; a < VARIABLE_AXES; a++) {
        from[a] = 0;
        count[a] = length[a] = 1;
        if (a >= row->axis_count)
            continue;
        count[a] = length[a] = v->source->axis_length(v->source->context, row->axes[a]);
        for (size_t i = 0; i < length[a]; i++)
            if (is_named(v, node, row->axes[a], i)) {
                from[a] = i;
                count[a] = 1;
                break;
            }
    }
}

static bool take_variable(struct valuation *v, const struct claim_node *node, size_t scenario,
                          struct grid *grid)
{
    const size_t variable = claim_variable(node->name);
    size_t from[VARIABLE_AXES], count[VARIABLE_AXES], length[VARIABLE_AXES];
    choose(v, node, &variables[variable], from, count, length);
    const size_t all = length[0] * length[1];
    float *series = memory_take(v->source->months * all, sizeof *series, v->error);
    bool fine = series && take(grid, node->months, count[0] * count[1], v->error) &&
                v->source->read(v->source->context, variable, scenario, series, v->error);
    for (size_t m = 0; fine && m < grid->months; m++)
        for (size_t p = 0; p < grid->places; p++) {
            const size_t one = from[0] + p / count[1], other = from[1] + p % count[1];
            grid->values[m * grid->places + p] =
                (double)series[(node->from + m) * all + one * length[1] + other];
        }
    memory_release(series);
    return fine;
}

static double of_two(enum claim_function function, double a, double b)
{
    switch (function) {
    case CLAIM_DIFF:
        return a - b;
    case CLAIM_RATIO:
        return b != 0 ? a / b : NAN;
    case CLAIM_MAX:
        return a > b || isnan(a) ? a : b;
    default:
        return a < b || isnan(a) ? a : b;
    }
}

/* Two sides, number by number; the grid of one number goes with every other. */
static bool combine(struct valuation *v, enum claim_function function, struct grid *grid,
                    const struct grid *other)
{
    const struct grid one = *grid;
    const size_t months = one.months > 1 ? one.months : other->months;
    const size_t places = one.places > 1 ? one.places : other->places;
    if (!take(grid, months, places, v->error)) {
        *grid = one;
        return false;
    }
    for (size_t m = 0; m < months; m++)
        for (size_t p = 0; p < places; p++) {
            const double a = one.values[(one.months > 1 ? m : 0) * one.places + p % one.places];
            const double b =
                other->values[(other->months > 1 ? m : 0) * other->places + p % other->places];
            grid->values[m * places + p] = of_two(function, a, b);
        }
    memory_release(one.values);
    return true;
}

static void become_number(struct grid *grid, double value)
{
    grid->values[0] = value;
    grid->months = grid->places = 1;
}

static double sum_of(const double *values, size_t count, size_t stride)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += values[i * stride];
    return sum;
}

static double spread_of(const double *values, size_t count, size_t stride)
{
    const double mean = sum_of(values, count, stride) / (double)count;
    double squares = 0;
    for (size_t i = 0; i < count; i++)
        squares += (values[i * stride] - mean) * (values[i * stride] - mean);
    return count > 1 ? sqrt(squares / (double)(count - 1)) : NAN;
}

/* Rise a year of the line of least squares. */
static double slope_of(const double *values, size_t count, size_t stride)
{
    const double middle = ((double)count - 1) / 2;
    double products = 0, squares = 0;
    for (size_t i = 0; i < count; i++) {
        products += ((double)i - middle) * values[i * stride];
        squares += ((double)i - middle) * ((double)i - middle);
    }
    return squares > 0 ? YEAR * products / squares : NAN;
}

static double share_above(const struct grid *grid, double number)
{
    const size_t count = grid->months * grid->places;
    size_t above = 0;
    for (size_t i = 0; i < count; i++) {
        if (isnan(grid->values[i]))
            return NAN;
        above += grid->values[i] > number;
    }
    return (double)above / (double)count;
}

/* Months until the size is below the number for good. */
static double settled_after(const struct grid *grid, double number)
{
    size_t month = grid->months;
    while (month > 0 && fabs(grid->values[month - 1]) < number)
        month--;
    for (size_t i = 0; i < grid->months; i++)
        if (isnan(grid->values[i]))
            return NAN;
    return (double)month;
}

static void take_spread(struct grid *grid)
{
    if (grid->places == 1) {
        become_number(grid, spread_of(grid->values, grid->months, 1));
        return;
    }
    for (size_t m = 0; m < grid->months; m++)
        grid->values[m] = spread_of(grid->values + m * grid->places, grid->places, 1);
    grid->places = 1;
}

static void take_slopes(struct grid *grid)
{
    for (size_t p = 0; p < grid->places; p++)
        grid->values[p] = slope_of(grid->values + p, grid->months, grid->places);
    grid->months = 1;
}

static void reduce(const struct claim_node *node, struct grid *grid)
{
    const size_t count = grid->months * grid->places;
    switch (node->function) {
    case CLAIM_MEAN:
        become_number(grid, sum_of(grid->values, count, 1) / (double)count);
        break;
    case CLAIM_SUM:
        become_number(grid, sum_of(grid->values, count, 1));
        break;
    case CLAIM_SHARE:
        become_number(grid, share_above(grid, node->number));
        break;
    case CLAIM_SD:
        take_spread(grid);
        break;
    case CLAIM_SLOPE:
        take_slopes(grid);
        break;
    case CLAIM_ABS:
        for (size_t i = 0; i < count; i++)
            grid->values[i] = fabs(grid->values[i]);
        break;
    case CLAIM_SETTLES:
        become_number(grid, settled_after(grid, node->number));
        break;
    case CLAIM_HALF_LIFE:
        become_number(grid,
                      grid->values[0] != 0 ? settled_after(grid, fabs(grid->values[0]) / 2) : NAN);
        break;
    default:
        break;
    }
}

static bool value_of(struct valuation *v, int index, size_t scenario, struct grid *grid)
{
    const struct claim_node *node = &v->test->nodes[index];
    const struct claim_source *source = v->source;
    *grid = (struct grid){.values = NULL};
    if (node->function == CLAIM_VARIABLE)
        return take_variable(v, node, scenario, grid);
    const bool pair = claim_functions[node->function].second == CLAIM_SECOND;
    const size_t named =
        node->scenario[0] ? source->scenario(source->context, node->scenario) : scenario;
    bool fine = value_of(v, node->first, pair ? scenario : named, grid);
    if (fine && pair) {
        struct grid other;
        fine = value_of(v, node->second >= 0 ? node->second : node->first, named, &other) &&
               combine(v, node->function, grid, &other);
        memory_release(other.values);
    }
    if (fine)
        reduce(node, grid);
    return fine;
}

bool claim_value(const struct claim_test *test, const struct claim_source *source, double *value,
                 struct spel_error *error)
{
    struct valuation valuation = {test, source, error};
    struct grid grid;
    const size_t first = source->scenario(source->context, "");
    const bool fine = value_of(&valuation, test->root, first, &grid);
    *value = fine && grid.months * grid.places == 1 ? grid.values[0] : NAN;
    memory_release(grid.values);
    return fine;
}
