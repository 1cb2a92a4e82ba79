#include "params/reading.h"

#include <stdio.h>
#include <string.h>
#include <yaml.h>

#include "base/memory.h"
#include "params/numbers.h"

enum { SENTENCE = 400, SHOWN = 48, SET_SHOWN = 90, LONG_NAME = 200 };

void *reader_take(struct reader *reader, size_t count, size_t size)
{
    void *memory = reader->broken ? NULL : pool_take(&reader->pool, count, size, reader->error);
    reader->broken = !memory;
    return memory;
}

char *reader_text(struct reader *reader, const char *text, size_t length)
{
    char *copy = reader->broken ? NULL : pool_text(&reader->pool, text, length, reader->error);
    reader->broken = !copy;
    return copy;
}

const char *reader_join(struct reader *reader, const char *one, const char *other)
{
    const size_t room = strlen(one) + strlen(other) + 2;
    char *joined = reader_take(reader, room, 1);
    if (joined)
        snprintf(joined, room, "%s%s%s", one, one[0] ? "." : "", other);
    return joined;
}

char *text_own(struct reader *reader, const char *text)
{
    const size_t length = strlen(text);
    char *copy = reader->broken ? NULL : memory_take(length + 1, 1, reader->error);
    reader->broken = !copy;
    if (copy)
        memcpy(copy, text, length);
    return copy;
}

/* What failed for lack of memory in a function of another file has said so itself. */
static bool has_memory(const struct reader *reader)
{
    return !reader->broken && !(reader->error && reader->error->code == SPEL_ERROR_MEMORY);
}

bool reader_goes_on(const struct reader *reader)
{
    return has_memory(reader) && reader->faults < MOST_FAULTS && reader->entries <= MOST_ENTRIES;
}

/* A sentence stays on one line whatever stood in the file. */
static void one_line(char *text)
{
    for (; *text; text++)
        if ((unsigned char)*text < ' ' || *text == 127)
            *text = ' ';
}

static void cut(char *to, size_t room, const char *text)
{
    const bool whole = strlen(text) < room;
    size_t length = whole ? strlen(text) : room - 5;
    /* Not in the middle of a letter of several bytes. */
    while (!whole && length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80)
        length--;
    memcpy(to, text, length);
    strcpy(to + length, whole ? "" : "…");
    one_line(to);
}

static bool say(struct reader *reader, const char *where, const char *format, va_list arguments)
{
    char sentence[SENTENCE];
    vsnprintf(sentence, sizeof sentence, format, arguments);
    one_line(sentence);
    reader->faults++;
    if (!has_memory(reader) || reader->faults > MOST_FAULTS)
        return false;
    return error_add(reader->error, SPEL_ERROR_INPUT, "%s: %s", where, sentence);
}

static void say_where(const struct value *value, bool with_value, char *where, size_t room)
{
    const struct layer *layer = value->layer;
    char shown[SHOWN] = "", path[SET_SHOWN], name[LONG_NAME];
    if (layer->set) {
        cut(path, sizeof path, layer->set);
        snprintf(where, room, "--set %s", path);
        return;
    }
    if (value->node->type == YAML_SCALAR_NODE)
        cut(shown, sizeof shown, (const char *)value->node->data.scalar.value);
    cut(path, sizeof path, value->path);
    cut(name, sizeof name, layer->file);
    with_value = with_value && value->node->type == YAML_SCALAR_NODE && shown[0];
    snprintf(where, room, "%s:%zu:%zu: %s%s%s", name, value->node->start_mark.line + 1,
             value->node->start_mark.column + 1, path, with_value ? " = " : "",
             with_value ? shown : "");
}

bool fault(const struct value *value, const char *format, ...)
{
    char where[SENTENCE];
    va_list arguments;
    va_start(arguments, format);
    say_where(value, true, where, sizeof where);
    say(value->reader, where, format, arguments);
    va_end(arguments);
    return false;
}

bool fault_of_key(const struct value *value, const char *format, ...)
{
    char where[SENTENCE];
    va_list arguments;
    va_start(arguments, format);
    say_where(value, false, where, sizeof where);
    say(value->reader, where, format, arguments);
    va_end(arguments);
    return false;
}

bool fault_of(struct reader *reader, const char *name, const char *format, ...)
{
    char where[SENTENCE];
    va_list arguments;
    va_start(arguments, format);
    cut(where, sizeof where, name);
    say(reader, where, format, arguments);
    va_end(arguments);
    return false;
}
