#include "params/table.h"

#include <stdio.h>

#include "params/table_groups.h"

const char *const grade_names[] = {"measured", "estimated", "assumed"};
const char *const grade_names_nl[] = {"gemeten", "geschat", "aangenomen"};

const struct parameter_group *const parameter_groups[] = {
    &settlement_group,    &calendar_group,       &demography_group,
    &needs_group,         &hours_group,          &informal_support_group,
    &intake_group,        &formal_support_group, &support_network_group,
    &self_reliance_group, &trust_group,          &collaboration_network_group,
    &institutions_group,  &practices_group,      &entrepreneurs_group,
    &finance_group,       &history_group,        &shared_vision_group,
    &steering_group,      &initiatives_group,
};
const size_t parameter_group_count = sizeof parameter_groups / sizeof *parameter_groups;

size_t parameter_size(const struct parameter *row)
{
    return row->extent / sizeof(double);
}

void parameter_path(const struct parameter *row, size_t i, char path[PATH_TEXT])
{
    const size_t size = parameter_size(row);
    if (size == 1)
        snprintf(path, PATH_TEXT, "%s", row->path);
    else if (size == DOMAINS)
        snprintf(path, PATH_TEXT, "%s.%s", row->path, domain_names[i]);
    else
        snprintf(path, PATH_TEXT, "%s.%s.%s", row->path, domain_names[i / AGE_BANDS],
                 age_band_names[i % AGE_BANDS]);
}

double parameter_default(const struct parameter *row, size_t i)
{
    return row->defaults[row->same ? 0 : i];
}

double *parameter_values(struct params *params, const struct parameter *row)
{
    return (double *)(void *)((char *)params + row->offset);
}

const double *parameter_values_const(const struct params *params, const struct parameter *row)
{
    return (const double *)(const void *)((const char *)params + row->offset);
}

void params_default(struct params *params)
{
    for (size_t g = 0; g < parameter_group_count; g++)
        for (size_t r = 0; r < parameter_groups[g]->count; r++) {
            const struct parameter *row = &parameter_groups[g]->rows[r];
            for (size_t i = 0; i < parameter_size(row); i++)
                parameter_values(params, row)[i] = parameter_default(row, i);
        }
}

size_t parameter_count(void)
{
    size_t count = 0;
    for (size_t g = 0; g < parameter_group_count; g++)
        for (size_t r = 0; r < parameter_groups[g]->count; r++)
            count += parameter_size(&parameter_groups[g]->rows[r]);
    return count;
}

struct parameter_number parameter_at(size_t position)
{
    for (size_t g = 0; g < parameter_group_count; g++)
        for (size_t r = 0; r < parameter_groups[g]->count; r++) {
            const struct parameter *row = &parameter_groups[g]->rows[r];
            if (position < parameter_size(row))
                return (struct parameter_number){row, position};
            position -= parameter_size(row);
        }
    return (struct parameter_number){NULL, 0};
}
