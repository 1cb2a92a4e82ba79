/* Knobs, levers, steering and parameters. */
#include <yaml.h>

#include "params/levers.h"
#include "params/apply.h"

void apply_knob(const struct item *item)
{
    double value;
    if (value_number(&item->value, 0, 1, "1", &value))
        item->value.reader->scenario->knobs[item->key->index] = value;
}

void apply_lever(const struct item *item)
{
    struct scenario *scenario = item->value.reader->scenario;
    const struct lever_row *row = &lever_rows[item->key->index];
    if (value_number(&item->value, row->min, row->max, "1", &scenario->levers[item->key->index]))
        scenario->lever_own[item->key->index] = true;
}

void apply_steering(const struct item *item)
{
    struct scenario *scenario = item->value.reader->scenario;
    double value;
    if (!value_number(&item->value, 0, 1, "1", &value))
        return;
    for (int domain = 0; domain < DOMAINS; domain++)
        if (item->key->index < 0 || item->key->index == domain)
            scenario->steering[domain] = value;
}

void apply_parameter(const struct item *item)
{
    const struct parameter *row = item->key->row;
    double *values = parameter_values(&item->value.reader->scenario->params, row);
    double value;
    if (!value_number(&item->value, row->min, row->max, row->unit, &value))
        return;
    for (size_t i = 0; i < item->key->span; i++)
        values[item->key->first + i] = value;
}
