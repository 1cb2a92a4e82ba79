#include "observe/claim_check.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "observe/claim_value.h"
#include "params/nearest.h"

/* What is left of an expression: how many months, and on which axes places. */
struct shape {
    size_t months;
    bool places[AXES];
};

struct check {
    const struct scenario *scenario;
    const struct expectation *expectation;
    const char *key; /* of the test */
    struct spel_error *error;
};

#if defined(__GNUC__)
__attribute__((format(printf, 3, 4)))
#endif
static bool
say(const struct check *check, size_t at, const char *format, ...)
{
    const struct expectation *expectation = check->expectation;
    char sentence[CLAIM_SENTENCE], where[48] = "";
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(sentence, sizeof sentence, format, arguments);
    va_end(arguments);
    if (expectation->line > 0)
        snprintf(where, sizeof where, ":%zu:%zu", expectation->line, expectation->column + at);
    return error_add(check->error, SPEL_ERROR_INPUT, "%s%s: %s = %s: %s", expectation->file, where,
                     check->key, expectation->text, sentence);
}

/* More than one position; municipalities come in the order of their neighbourhoods. */
static bool is_many(const struct scenario *scenario, enum axis axis)
{
    char one[AXIS_TEXT], other[AXIS_TEXT];
    const char *first = axis_told(scenario, axis, 0, one), *label;
    for (size_t i = 1; first && (label = axis_told(scenario, axis, i, other)) != NULL; i++)
        if (strcmp(first, label) != 0)
            return true;
    return axis == AXIS_ORGANISATION;
}

static bool is_on(const struct scenario *scenario, enum axis axis, const char *name,
                  struct nearest *nearest)
{
    char text[AXIS_TEXT];
    const char *label;
    if (axis == AXIS_ORGANISATION && axis_is_organisation(name))
        return true;
    for (size_t i = 0; (label = axis_told(scenario, axis, i, text)) != NULL; i++) {
        if (strcmp(label, name) == 0)
            return true;
        if (label != text) /* numbers are near to each other, and gone with the next */
            nearest_offer(nearest, label);
    }
    return false;
}

static bool check_where(const struct check *check, const struct claim_node *node,
                        const struct variable *row, struct shape *shape)
{
    for (size_t w = 0; w < node->where_count; w++) {
        struct nearest nearest = nearest_begin(node->where[w]);
        size_t a = 0;
        while (a < row->axis_count &&
               !(shape->places[row->axes[a]] &&
                 is_on(check->scenario, row->axes[a], node->where[w], &nearest)))
            a++;
        if (a == row->axis_count)
            return say(check, node->at, "%s has no place \"%s\"; its axes are %s%s%s%s%s%s",
                       row->name, node->where[w], axis_names[row->axes[0]],
                       row->axis_count > 1 ? " and " : "",
                       row->axis_count > 1 ? axis_names[row->axes[1]] : "",
                       nearest.best ? " (did you mean " : "", nearest.best ? nearest.best : "",
                       nearest.best ? "?)" : "");
        shape->places[row->axes[a]] = false;
    }
    return true;
}

static bool check_variable(const struct check *check, const struct claim_node *node,
                           struct shape *shape)
{
    const struct scenario *scenario = check->scenario;
    const size_t v = claim_variable(node->name);
    if (v == variable_count) {
        struct nearest nearest = nearest_begin(node->name);
        for (size_t i = 0; i < variable_count; i++)
            nearest_offer(&nearest, variables[i].name);
        return say(check, node->at, "no variable \"%s\"%s%s%s", node->name,
                   nearest.best ? " (did you mean " : "", nearest.best ? nearest.best : "",
                   nearest.best ? "?)" : "");
    }
    const struct variable *row = &variables[v];
    for (size_t a = 0; a < row->axis_count; a++) {
        if ((row->axes[a] == AXIS_NEIGHBOURHOOD && !scenario->record_neighbourhoods) ||
            (row->axes[a] == AXIS_ORGANISATION && !scenario->record_organisations))
            return say(check, node->at, "%s is not recorded: see record.%ss", row->name,
                       axis_names[row->axes[a]]);
        shape->places[row->axes[a]] = true;
    }
    if (!check_where(check, node, row, shape))
        return false;
    for (enum axis axis = 0; axis < AXES; axis++)
        shape->places[axis] = shape->places[axis] && is_many(scenario, axis);
    return true;
}

static bool has_places(const struct shape *shape)
{
    for (enum axis axis = 0; axis < AXES; axis++)
        if (shape->places[axis])
            return true;
    return false;
}

/* What two sides have in common; one number goes with everything. */
static bool join(const struct check *check, const struct claim_node *node, struct shape *shape,
                 const struct shape *other)
{
    const bool places = has_places(shape), others = has_places(other);
    if (shape->months > 1 && other->months > 1 && shape->months != other->months)
        return say(check, node->at, "%s of %zu months and of %zu",
                   claim_functions[node->function].name, shape->months, other->months);
    if (places && others && memcmp(shape->places, other->places, sizeof shape->places) != 0)
        return say(check, node->at, "%s of places on different axes",
                   claim_functions[node->function].name);
    if (!places)
        memcpy(shape->places, other->places, sizeof shape->places);
    if (shape->months == 1)
        shape->months = other->months;
    return true;
}

static bool one_place(const struct check *check, const struct claim_node *node,
                      const struct shape *shape)
{
    return !has_places(shape) || say(check, node->at, "%s is of one place: several are left",
                                     claim_functions[node->function].name);
}

static bool some_months(const struct check *check, const struct claim_node *node,
                        const struct shape *shape)
{
    return shape->months > 1 || say(check, node->at, "%s needs more than one month",
                                    claim_functions[node->function].name);
}

/* What the function makes of the shape of its expression. */
static bool reduce(const struct check *check, const struct claim_node *node, struct shape *shape)
{
    static const struct shape number = {.months = 1};
    switch (node->function) {
    case CLAIM_MEAN:
    case CLAIM_SUM:
    case CLAIM_SHARE:
        *shape = number;
        return true;
    case CLAIM_SD:
        if (!has_places(shape) && !some_months(check, node, shape))
            return false;
        *shape = (struct shape){.months = has_places(shape) ? shape->months : 1};
        return true;
    case CLAIM_SLOPE:
        if (!some_months(check, node, shape))
            return false;
        shape->months = 1;
        return true;
    case CLAIM_SETTLES:
    case CLAIM_HALF_LIFE:
        if (!one_place(check, node, shape) || !some_months(check, node, shape))
            return false;
        *shape = number;
        return true;
    default:
        return true;
    }
}

static bool check_node(const struct check *check, int index, struct shape *shape)
{
    const struct claim_node *node = &check->expectation->test.nodes[index];
    struct shape other = {.months = 1};
    *shape = (struct shape){.months = node->months};
    if (node->function == CLAIM_VARIABLE)
        return check_variable(check, node, shape);
    const bool first = check_node(check, node->first, shape);
    const bool second = node->second < 0 || check_node(check, node->second, &other);
    return first && second && (node->second < 0 || join(check, node, shape, &other)) &&
           reduce(check, node, shape);
}

static bool check_test(const struct check *check)
{
    const struct claim_test *test = &check->expectation->test;
    struct shape shape;
    if (!check_node(check, test->root, &shape))
        return false;
    if (has_places(&shape))
        return say(check, 0,
                   "several places are left where one number is expected: take the "
                   "mean(…) or sd(…), or name one as [WHERE]");
    return shape.months == 1 ||
           say(check, 0,
               "%zu months are left where one number is expected: take the mean(…), or "
               "name one month",
               shape.months);
}

bool claim_check_one(const struct scenario *scenario, const struct expectation *expectation,
                     const char *key, struct spel_error *error)
{
    const struct check check = {scenario, expectation, key, error};
    return check_test(&check);
}

bool claim_check(const struct scenario *scenario, struct spel_error *error)
{
    bool fine = true;
    for (size_t e = 0; e < scenario->expectation_count; e++) {
        char key[48];
        snprintf(key, sizeof key, "expect[%zu].test", e + 1);
        fine = claim_check_one(scenario, &scenario->expectations[e], key, error) && fine;
    }
    return fine;
}
