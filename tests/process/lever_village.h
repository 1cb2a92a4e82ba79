/* A village with one lever low and high, and what is measured of it some months later. */
#ifndef TESTS_PROCESS_LEVER_VILLAGE_H
#define TESTS_PROCESS_LEVER_VILLAGE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "support/village.h"

enum { LEVER_TEXT = 512 };

typedef double lever_measure(const struct world *world);

static inline double lever_after(const char *lever, double value, const char *more, uint32_t months,
                                 lever_measure *measure)
{
    struct village village;
    char text[LEVER_TEXT];
    snprintf(text, sizeof text, "%slevers: {%s: %g}\n", more, lever, value);
    village_settle(&village, text);
    village_run(&village, months);
    const double measured = measure(&village.model->world);
    village_clear(&village);
    return measured;
}

/* What it is more with the lever at 1 than at 0. */
static inline double lever_effect(const char *lever, const char *more, uint32_t months,
                                  lever_measure *measure)
{
    return lever_after(lever, 1, more, months, measure) -
           lever_after(lever, 0, more, months, measure);
}

#endif
