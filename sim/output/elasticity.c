#include "output/elasticity.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"

static const char less_name[] = "need_share_less_supply", more_name[] = "need_share_more_supply";

double elasticity_of(const struct elasticity *elasticity, size_t domain)
{
    const double less = elasticity->less[domain], more = elasticity->more[domain];
    return less > 0 && more > 0 ? log(more / less) / log(1.1 / 0.9) : NAN;
}

size_t elasticity_warnings(const struct elasticity *elasticity)
{
    size_t count = 0;
    for (size_t d = 0; d <= DOMAINS; d++)
        count += fabs(elasticity_of(elasticity, d)) > ELASTICITY_WARNING;
    return count;
}

static void write_by_domain(struct hdf *hdf, hid_t group, const struct hdf_axis *domain,
                            const struct elasticity *elasticity)
{
    double value[DOMAINS];
    for (size_t d = 0; d < DOMAINS; d++)
        value[d] = elasticity_of(elasticity, d);
    hdf_column(hdf, group, "elasticity", H5T_IEEE_F64LE, H5T_NATIVE_DOUBLE, domain, value,
               (struct hdf_words){"1", "elasticity of prevalence to supply",
                                  "Percent that the share with the need changes for one percent "
                                  "more formal help."});
    hdf_column(hdf, group, less_name, H5T_IEEE_F64LE, H5T_NATIVE_DOUBLE, domain, elasticity->less,
               (struct hdf_words){"1", "share with the need, supply 0.9",
                                  "Share of residents with the need when a tenth of the formal "
                                  "help is taken away."});
    hdf_column(hdf, group, more_name, H5T_IEEE_F64LE, H5T_NATIVE_DOUBLE, domain, elasticity->more,
               (struct hdf_words){"1", "share with the need, supply 1.1",
                                  "Share of residents with the need when a tenth of the formal "
                                  "help is added."});
}

void elasticity_write(struct hdf *hdf, const struct frame_scales *scales,
                      const struct elasticity *elasticity)
{
    const struct hdf_axis *domain = &scales->axes[AXIS_DOMAIN];
    const int warnings = (int)elasticity_warnings(elasticity);
    const hid_t group = hdf_group(hdf, hdf->file, "elasticity");
    hdf_axis_link(hdf, domain, group);
    write_by_domain(hdf, group, domain, elasticity);
    hdf_scalar_number(hdf, group, "elasticity_all", elasticity_of(elasticity, DOMAINS),
                      (struct hdf_words){"1", "elasticity of all needs to supply",
                                         "Of the number of needs per resident."});
    hdf_scalar_number(hdf, group, "needs_less_supply", elasticity->less[DOMAINS],
                      (struct hdf_words){"1", "needs per resident, supply 0.9", NULL});
    hdf_scalar_number(hdf, group, "needs_more_supply", elasticity->more[DOMAINS],
                      (struct hdf_words){"1", "needs per resident, supply 1.1", NULL});
    hdf_scalar_number(hdf, group, "months", elasticity->months,
                      (struct hdf_words){"month", "months", "Last months that are averaged."});
    hdf_attribute_text(hdf, group, "description",
                       "Two runs of the first replicate with the same chances, with 0.9 and 1.1 of "
                       "the supply of formal help from the first day.");
    hdf_attribute_number(hdf, group, "warnings", H5T_NATIVE_INT, &warnings);
    if (warnings > 0)
        hdf_attribute_text(hdf, group, "warning",
                           "An elasticity above 3: rationing that tips. Small changes of supply, "
                           "and so of assumptions, decide the outcome.");
    hdf_release(hdf, group);
}

static void read_into(struct hdf *hdf, const char *name, double *values, size_t wanted)
{
    char path[64];
    size_t count;
    snprintf(path, sizeof path, "/elasticity/%s", name);
    double *found = hdf_read_numbers(hdf, path, H5T_NATIVE_DOUBLE, sizeof *found, &count);
    if (found && count == wanted)
        memcpy(values, found, wanted * sizeof *values);
    memory_release(found);
}

void elasticity_read(struct hdf *hdf, struct elasticity *elasticity)
{
    double months = 0;
    *elasticity = (struct elasticity){.known = !hdf->failed && hdf_has(hdf, "/elasticity")};
    if (!elasticity->known)
        return;
    read_into(hdf, less_name, elasticity->less, DOMAINS);
    read_into(hdf, more_name, elasticity->more, DOMAINS);
    read_into(hdf, "needs_less_supply", &elasticity->less[DOMAINS], 1);
    read_into(hdf, "needs_more_supply", &elasticity->more[DOMAINS], 1);
    read_into(hdf, "months", &months, 1);
    elasticity->months = (uint32_t)months;
}
