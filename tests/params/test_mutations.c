/* The fuzz target on thousands of scenarios with faults made in them by chance, for
 * compilers that have no libFuzzer. The chances are the same each time. */
#include "params/given.h"

#include <dirent.h>

#include "fuzz/fuzz_scenario.h"

enum { LONGEST = 4096, ROUNDS = 600 };

static uint64_t next(uint64_t *chance)
{
    *chance ^= *chance << 13;
    *chance ^= *chance >> 7;
    *chance ^= *chance << 17;
    return *chance;
}

/* Changes, drops, doubles or swaps a piece. */
static size_t mutate(uint8_t *text, size_t length, uint64_t *chance)
{
    static const char signs[] = "{}[]:,-#&*!|>'\"%@`?\n \t0123456789.abexyn~";
    const size_t at = next(chance) % (length + 1);
    const size_t piece = 1 + next(chance) % 12;
    const size_t end = at + piece < length ? at + piece : length;
    switch (next(chance) % 4) {
    case 0:
        if (at < length)
            text[at] = (uint8_t)signs[next(chance) % (sizeof signs - 1)];
        return length;
    case 1:
        memmove(text + at, text + end, length - end);
        return length - (end - at);
    case 2:
        if (length + (end - at) > LONGEST)
            return length;
        memmove(text + end, text + at, length - at);
        return length + (end - at);
    default:
        if (at < length)
            text[at] = (uint8_t)next(chance);
        return length;
    }
}

static void rounds_of(const char *path, uint64_t chance)
{
    uint8_t sample[LONGEST], text[LONGEST];
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    const size_t size = fread(sample, 1, sizeof sample, file);
    fclose(file);
    for (int round = 0; round < ROUNDS; round++) {
        size_t length = size;
        memcpy(text, sample, size);
        for (uint64_t changes = next(&chance) % 6; changes > 0; changes--)
            length = mutate(text, length, &chance);
        LLVMFuzzerTestOneInput(text, length);
    }
}

static void a_scenario_with_faults_is_refused_or_reads_back_to_the_same(void **state)
{
    (void)state;
    size_t samples = 0;
    DIR *folder = opendir(SAMPLES);
    assert_non_null(folder);
    const struct dirent *entry;
    while ((entry = readdir(folder))) {
        char path[GIVEN_TEXT];
        if (!strstr(entry->d_name, ".yaml"))
            continue;
        snprintf(path, sizeof path, "%s/%s", SAMPLES, entry->d_name);
        rounds_of(path, 88172645463325252u + samples++);
    }
    closedir(folder);
    assert_in_range(samples, 5, 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_scenario_with_faults_is_refused_or_reads_back_to_the_same)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
