#include "params/file_text.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/memory.h"

enum { FIRST_BYTES = 65536, WHY = 128 };

static bool is_control(unsigned char byte)
{
    return byte < ' ' && byte != '\n' && byte != '\r' && byte != '\t';
}

bool text_is_readable(const char *name, const char *text, size_t length, size_t limit,
                      struct spel_error *error)
{
    if (length > limit)
        return error_add(error, SPEL_ERROR_INPUT, "%s: larger than %zu bytes, which is the most",
                         name, limit);
    if (length >= 4 && memcmp(text, "\x89HDF", 4) == 0)
        return error_add(error, SPEL_ERROR_INPUT, "%s: an HDF5 file where a text is expected",
                         name);
    size_t blanks = 0;
    for (size_t i = 0; i < length; i++) {
        if (is_control((unsigned char)text[i]))
            return error_add(error, SPEL_ERROR_INPUT,
                             "%s: not a text file: byte %zu is a control character", name, i + 1);
        blanks += text[i] == ' ' || text[i] == '\t' || text[i] == '\r' || text[i] == '\n';
    }
    if (blanks == length)
        return error_add(error, SPEL_ERROR_INPUT, "%s: the file is empty", name);
    return true;
}

static bool fault_of_system(const char *path, const char *what, struct spel_error *error)
{
    const int number = errno;
    char why[WHY];
    if (strerror_r(number, why, sizeof why) != 0)
        snprintf(why, sizeof why, "error %d", number);
    return error_add(error, SPEL_ERROR_FILE, "%s: cannot be %s: %s", path, what, why);
}

/* Grows with what is there, so that a small file takes little memory. */
static char *stream_read(FILE *file, const char *path, size_t limit, size_t *length,
                         struct spel_error *error)
{
    size_t room = FIRST_BYTES < limit ? FIRST_BYTES : limit;
    char *text = memory_take(room + 2, 1, error);
    *length = text ? fread(text, 1, room + 1, file) : 0;
    while (text && *length == room + 1 && room < limit) {
        room = 4 * room < limit ? 4 * room : limit;
        char *larger = memory_take(room + 2, 1, error);
        if (larger) {
            memcpy(larger, text, *length);
            *length += fread(larger + *length, 1, room + 1 - *length, file);
        }
        memory_release(text);
        text = larger;
    }
    if (text && ferror(file)) {
        fault_of_system(path, "read", error);
        memory_release(text);
        return NULL;
    }
    return text;
}

/* Editors of Windows put a mark before UTF-8 text, which says nothing. */
static void mark_remove(char *text, size_t *length)
{
    static const char mark[] = "\xEF\xBB\xBF";
    const size_t size = sizeof mark - 1;
    if (*length < size || memcmp(text, mark, size) != 0)
        return;
    *length -= size;
    memmove(text, text + size, *length);
    memset(text + *length, 0, size);
}

char *file_text_read(const char *path, size_t limit, size_t *length, struct spel_error *error)
{
    struct stat about;
    FILE *file = NULL;
    errno = 0;
    if (stat(path, &about) == 0 && S_ISDIR(about.st_mode))
        errno = EISDIR;
    else
        file = fopen(path, "rb");
    if (!file) {
        fault_of_system(path, "opened", error);
        return NULL;
    }
    char *text = stream_read(file, path, limit, length, error);
    fclose(file);
    if (text)
        mark_remove(text, length);
    if (text && !text_is_readable(path, text, *length, limit, error)) {
        memory_release(text);
        return NULL;
    }
    return text;
}
