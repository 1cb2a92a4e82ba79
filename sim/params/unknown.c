/* "Did you mean …?" for keys. */
#include <stdio.h>
#include <string.h>
#include <yaml.h>

#include "params/nearest.h"
#include "params/reading.h"

enum { MOST_NAMED = 12, SENTENCE = 300 };

/* The best candidate so far: the first `length` bytes of a key's path. */
struct guess {
    const char *path;
    size_t length, from; /* shown from here */
    size_t distance;
};

static size_t parent_length(const char *path, size_t length)
{
    while (length > 0 && path[length - 1] != '.')
        length--;
    return length;
}

/* The distance to the first `length` bytes of a text, when it can be at most `near`. */
static size_t distance_of(const char *wanted, const char *text, size_t length, size_t near)
{
    char word[PATH_TEXT + 16];
    const size_t own = strlen(wanted);
    if (length >= sizeof word || own > length + near || length > own + near)
        return near + 1;
    memcpy(word, text, length);
    word[length] = '\0';
    return word_distance(wanted, word);
}

/* A key, or the beginning of one, against what was written: by its last part
 * under the same parent, by the whole path, or by its last part elsewhere. */
static void offer(struct guess *guess, const char *wanted, const char *path, size_t length)
{
    const size_t own = parent_length(wanted, strlen(wanted));
    const size_t parent = parent_length(path, length);
    const char *last = wanted + own;
    const size_t near = (strlen(last) + 2) / 3;
    const bool same_parent = own == parent && strncmp(path, wanted, own) == 0;
    size_t distance = distance_of(last, path + parent, length - parent, near);
    size_t from = same_parent ? own : 0;
    if (distance > near || (!same_parent && distance > 0)) {
        distance = distance_of(wanted, path, length, near);
        from = 0;
        if (distance > near)
            return;
    }
    /* A namesake elsewhere counts less than a misspelling here. */
    const size_t rank = 2 * distance + !same_parent;
    if (!guess->path || rank < guess->distance)
        *guess = (struct guess){path, length, from, rank};
}

static void offer_all(struct guess *guess, const struct keys *keys, const char *wanted)
{
    for (size_t i = 0; i < keys->count; i++) {
        const char *path = keys->rows[i].path;
        for (size_t length = 1; path[length - 1]; length++)
            if (path[length] == '.' || !path[length])
                offer(guess, wanted, path, length);
    }
}

/* The names that may follow the parent, when they are few. */
static void siblings(const struct keys *keys, const char *wanted, char list[SENTENCE])
{
    const size_t own = parent_length(wanted, strlen(wanted));
    const char *before = "";
    size_t before_length = 0, count = 0, at = 0;
    list[0] = '\0';
    for (size_t i = 0; i < keys->count && own > 0; i++) {
        const char *path = keys->rows[i].path;
        if (strncmp(path, wanted, own) != 0)
            continue;
        const size_t length = strcspn(path + own, ".");
        if (length == before_length && strncmp(path + own, before, length) == 0)
            continue;
        before = path + own;
        before_length = length;
        if (++count > MOST_NAMED || at + length + 3 >= SENTENCE) {
            list[0] = '\0';
            return;
        }
        at += (size_t)sprintf(list + at, "%s%.*s", at ? ", " : "", (int)length, before);
    }
}

bool fault_unknown(const struct value *value, const char *lookup, bool short_names)
{
    const struct keys *keys = &value->reader->keys;
    struct guess guess = {0};
    char list[SENTENCE];
    offer_all(&guess, keys, lookup);
    if (short_names) {
        const char *full = reader_join(value->reader, "parameters", lookup);
        if (!full)
            return false;
        offer_all(&guess, keys, full);
    }
    siblings(keys, lookup, list);
    return fault_of_key(value, "unknown key%s%s%s%.*s%s", list[0] ? ", allowed are " : "", list,
                        guess.path ? " (did you mean " : "",
                        guess.path ? (int)(guess.length - guess.from) : 0,
                        guess.path ? guess.path + guess.from : "", guess.path ? "?)" : "");
}
