#include "params/period.h"

#include <stdio.h>
#include <string.h>

enum { YEAR = 12, YEAR_DIGITS = 4 };

/* The year up to and including the month of this number, from 1. */
static struct period year_to(uint32_t month)
{
    const uint32_t count = month < YEAR ? month : YEAR;
    struct period period = {.first = month - count, .count = count};
    snprintf(period.text, sizeof period.text, "%u", month);
    return period;
}

struct period period_last(uint32_t months)
{
    return year_to(months);
}

size_t period_usual(uint32_t months, struct period periods[PERIODS_USUAL])
{
    static const uint32_t usual[] = {12, 36, 120, 180};
    size_t count = 0;
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        if (usual[i] < months)
            periods[count++] = year_to(usual[i]);
    periods[count++] = year_to(months);
    return count;
}

bool period_dates(const char *text, struct calendar_span span, long *first, long *last,
                  char why[WHY_TEXT])
{
    const bool whole_year = strlen(text) == YEAR_DIGITS && strspn(text, "0123456789") == 4;
    char date[PERIOD_TEXT + 4];
    int year, month;
    snprintf(date, sizeof date, "%s%s", text, whole_year ? "-01" : "");
    if (!month_read(date, &year, &month, why))
        return false;
    *first = YEAR * (long)(year - span.start_year) + month - span.start_month;
    *last = *first + (whole_year ? YEAR - 1 : 0);
    return true;
}

static bool refuse(char why[WHY_TEXT], struct calendar_span span)
{
    const long end = YEAR * (long)span.start_year + span.start_month - 1 + (long)span.months - 1;
    snprintf(why, WHY_TEXT, "the run has %u months, %04d-%02d..%04ld-%02ld", span.months,
             span.start_year, span.start_month, end / YEAR, end % YEAR + 1);
    return false;
}

static bool number_of_month(const char *text, struct calendar_span span, struct period *period,
                            char why[WHY_TEXT])
{
    uint64_t month;
    if (!whole_read(text, &month, why))
        return false;
    if (month < 1 || month > span.months)
        return refuse(why, span);
    *period = year_to((uint32_t)month);
    return true;
}

bool period_read(const char *text, struct calendar_span span, struct period *period,
                 char why[WHY_TEXT])
{
    char from[PERIOD_TEXT], to[PERIOD_TEXT];
    const char *dots = strstr(text, "..");
    const size_t length = strlen(text), until = dots ? (size_t)(dots - text) : length;
    if (length >= PERIOD_TEXT || length == 0) {
        snprintf(why, WHY_TEXT,
                 "a month of the run (36), a year, a month (2025-03) or FROM..TO "
                 "is expected");
        return false;
    }
    if (!dots && length < YEAR_DIGITS)
        return number_of_month(text, span, period, why);
    long first, last, ignored;
    snprintf(from, sizeof from, "%.*s", (int)until, text);
    snprintf(to, sizeof to, "%s", dots ? dots + 2 : text);
    if (!period_dates(from, span, &first, dots ? &ignored : &last, why) ||
        (dots && !period_dates(to, span, &ignored, &last, why)))
        return false;
    if (last < first) {
        snprintf(why, WHY_TEXT, "ends before it begins");
        return false;
    }
    if (last < 0 || first >= (long)span.months ||
        (dots && (first < 0 || last >= (long)span.months)))
        return refuse(why, span);
    first = first < 0 ? 0 : first;
    last = last >= (long)span.months ? (long)span.months - 1 : last;
    *period = (struct period){.first = (uint32_t)first, .count = (uint32_t)(last - first + 1)};
    snprintf(period->text, sizeof period->text, "%s", text);
    return true;
}
