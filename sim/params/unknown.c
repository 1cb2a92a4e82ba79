/* "Did you mean …?" for keys. */
#include <stdio.h>
#include <string.h>
#include <yaml.h>

#include "params/nearest.h"
#include "params/reading.h"

enum { MOST_NAMED = 12, MOST_NAMED_FIRST = 18, SENTENCE = 300 };

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

/* Whether the name at `own` of a key stood in one before it: a name goes on in several keys. */
static bool is_named(const struct keys *keys, size_t key, size_t own)
{
    const char *path = keys->rows[key].path;
    const size_t length = strcspn(path + own, ".");
    for (size_t i = 0; i < key; i++) {
        const char *before = keys->rows[i].path;
        if (!keys->rows[i].refusal && strncmp(before, path, own + length) == 0 &&
            (before[own + length] == '.' || !before[own + length]))
            return true;
    }
    return false;
}

/* The names that may follow the parent; when they are many, where they are listed. */
static void siblings(const struct keys *keys, const char *wanted, char list[SENTENCE])
{
    const size_t own = parent_length(wanted, strlen(wanted));
    size_t count = 0, at = 0;
    snprintf(list, SENTENCE, ": samenspel params lists them");
    for (size_t i = 0; i < keys->count; i++) {
        const char *path = keys->rows[i].path;
        if (keys->rows[i].refusal || strncmp(path, wanted, own) != 0 || is_named(keys, i, own))
            continue;
        const size_t length = strcspn(path + own, ".");
        if (++count > (own > 0 ? MOST_NAMED : MOST_NAMED_FIRST) || at + length + 16 >= SENTENCE) {
            snprintf(list, SENTENCE, ": samenspel params lists them");
            return;
        }
        at += (size_t)snprintf(list + at, SENTENCE - at, "%s%.*s", at ? ", " : ", allowed are ",
                               (int)length, path + own);
    }
}

/* {informal: 0,7} has a key 7. */
static bool is_decimals(const char *wanted)
{
    const char *last = wanted + parent_length(wanted, strlen(wanted));
    return last[0] && !last[strspn(last, "0123456789")];
}

bool fault_unknown(const struct value *value, const char *lookup, bool short_names)
{
    const struct keys *keys = &value->reader->keys;
    struct guess guess = {0};
    char list[SENTENCE];
    if (is_decimals(lookup))
        return fault_of_key(value, "a number where a key is expected: the decimal sign is a point");
    offer_all(&guess, keys, lookup);
    if (short_names) {
        const char *full = reader_join(value->reader, "parameters", lookup);
        if (!full)
            return false;
        offer_all(&guess, keys, full);
    }
    siblings(keys, short_names && !strchr(lookup, '.') ? "parameters." : lookup, list);
    if (guess.path && (list[0] == ':' || !strchr(lookup, '.')))
        list[0] = '\0';
    return fault_of_key(value, "unknown key%s%s%.*s%s", list, guess.path ? " (did you mean " : "",
                        guess.path ? (int)(guess.length - guess.from) : 0,
                        guess.path ? guess.path + guess.from : "", guess.path ? "?)" : "");
}
