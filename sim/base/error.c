#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>

void error_clear(struct spel_error *error)
{
    error->code = SPEL_FINE;
    error->count = 0;
    error->length = 0;
    error->text[0] = '\0';
}

static void append(struct spel_error *error, enum spel_error_code code, const char *format,
                   va_list arguments)
{
    if (error->count > 0 && error->length + 1 < sizeof error->text)
        error->text[error->length++] = '\n';
    const size_t room = sizeof error->text - error->length;
    const int wanted = vsnprintf(error->text + error->length, room, format, arguments);
    if (wanted > 0)
        error->length += (size_t)wanted < room ? (size_t)wanted : room - 1;
    error->text[error->length] = '\0';
    error->count++;
    error->code = code;
}

bool error_set(struct spel_error *error, enum spel_error_code code, const char *format, ...)
{
    if (error) {
        va_list arguments;
        va_start(arguments, format);
        error_clear(error);
        append(error, code, format, arguments);
        va_end(arguments);
    }
    return false;
}

bool error_add(struct spel_error *error, enum spel_error_code code, const char *format, ...)
{
    if (error) {
        va_list arguments;
        va_start(arguments, format);
        append(error, code, format, arguments);
        va_end(arguments);
    }
    return false;
}
