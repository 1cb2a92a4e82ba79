#include "params/numbers.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_YEAR = 1900, LAST_YEAR = 2200 };

static size_t digits(const char *text)
{
    return strspn(text, "0123456789");
}

/* Length of a decimal number at the start of the text, 0 when there is none. */
static size_t decimal_length(const char *text)
{
    size_t at = text[0] == '-' || text[0] == '+';
    const size_t before = digits(text + at);
    at += before;
    size_t after = 0;
    if (text[at] == '.') {
        after = digits(text + at + 1);
        at += 1 + after;
    }
    if (before + after == 0)
        return 0;
    if (text[at] == 'e' || text[at] == 'E') {
        const size_t sign = text[at + 1] == '-' || text[at + 1] == '+';
        const size_t exponent = digits(text + at + 1 + sign);
        if (exponent > 0)
            at += 1 + sign + exponent;
    }
    return at;
}

/* 010 is eight to some readers and ten to others. */
static bool leading_zero(const char *text)
{
    const size_t sign = text[0] == '-' || text[0] == '+';
    return text[sign] == '0' && digits(text + sign) > 1;
}

static bool why_not(const char *text, char why[WHY_TEXT])
{
    const size_t length = decimal_length(text);
    const char *unsigned_text = text + (text[0] == '-' || text[0] == '+');
    if (text[0] == '\0')
        snprintf(why, WHY_TEXT, "no value: a number is expected");
    else if (unsigned_text[0] == '0' && (unsigned_text[1] == 'x' || unsigned_text[1] == 'X'))
        snprintf(why, WHY_TEXT, "hexadecimal: a decimal number is expected");
    else if (length > 0 && text[length] == ',')
        snprintf(why, WHY_TEXT, "not a number: the decimal sign is a point");
    else if (length > 0 && text[length] == '%')
        snprintf(why, WHY_TEXT, "not a number: a share is expected, as 0.7 for 70%%");
    else if (length > 0 && text[length])
        snprintf(why, WHY_TEXT, "not a number: letters or signs after the digits");
    else
        snprintf(why, WHY_TEXT, "not a number: digits with a decimal point are expected");
    return false;
}

bool number_read(const char *text, double *value, char why[WHY_TEXT])
{
    const size_t length = decimal_length(text);
    if (length == 0 || text[length])
        return why_not(text, why);
    if (leading_zero(text)) {
        snprintf(why, WHY_TEXT, "begins with a zero: leave it out");
        return false;
    }
    errno = 0;
    *value = strtod(text, NULL);
    if (errno == ERANGE && (*value > 1 || *value < -1)) {
        snprintf(why, WHY_TEXT, "too large for a number");
        return false;
    }
    return true;
}

bool whole_read(const char *text, uint64_t *value, char why[WHY_TEXT])
{
    const size_t length = digits(text);
    if (length == 0 || text[length]) {
        double number;
        if (number_read(text, &number, why))
            snprintf(why, WHY_TEXT, "not a whole number from 0: digits only are expected");
        return false;
    }
    if (leading_zero(text)) {
        snprintf(why, WHY_TEXT, "begins with a zero: leave it out");
        return false;
    }
    uint64_t sum = 0;
    for (size_t i = 0; i < length; i++) {
        const uint64_t digit = (uint64_t)(text[i] - '0');
        if (sum > (UINT64_MAX - digit) / 10) {
            snprintf(why, WHY_TEXT, "too large: at most 18446744073709551615");
            return false;
        }
        sum = sum * 10 + digit;
    }
    *value = sum;
    return true;
}

bool month_read(const char *text, int *year, int *month, char why[WHY_TEXT])
{
    if (strlen(text) != 7 || digits(text) != 4 || text[4] != '-' || digits(text + 5) != 2) {
        snprintf(why, WHY_TEXT, "not a month: YYYY-MM is expected, such as 2015-01");
        return false;
    }
    *year = atoi(text);
    *month = atoi(text + 5);
    if (*month < 1 || *month > 12) {
        snprintf(why, WHY_TEXT, "not a month: a year has months 01 to 12");
        return false;
    }
    if (*year < FIRST_YEAR || *year > LAST_YEAR) {
        snprintf(why, WHY_TEXT, "not a possible year: %d to %d", FIRST_YEAR, LAST_YEAR);
        return false;
    }
    return true;
}

void number_write(double value, char text[NUMBER_TEXT])
{
    for (int precision = 15; precision <= 17; precision++) {
        snprintf(text, NUMBER_TEXT, "%.*g", precision, value);
        if (strtod(text, NULL) == value)
            return;
    }
}
