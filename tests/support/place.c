#include "support/place.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/same_contents.h"

int place_begin(void **state)
{
    const struct place *group = *state;
    struct place *place = calloc(1, sizeof *place);
    assert_true(little_folder(place->folder));
    little_path(place->folder, "out.h5", place->out);
    little_path(place->folder, "out.h5.part", place->part);
    little_path(place->folder, "out.h5.checkpoint", place->checkpoint);
    little_path(place->folder, "other.h5", place->other);
    place->whole = group ? group->out : NULL;
    if (!little_scenario(&place->scenario, NULL, &place->error))
        fail_msg("%s", place->error.text);
    *state = place;
    return 0;
}

int place_end(void **state)
{
    struct place *place = *state;
    scenario_clear(&place->scenario);
    little_remove(place->folder);
    free(place);
    return 0;
}

int place_begin_run(void **state)
{
    place_begin(state);
    struct place *place = *state;
    place_run(place, place->out, 1);
    return 0;
}

static bool stop(void *context)
{
    struct place *place = context;
    return ++place->asked == place->stop_after;
}

struct run_options place_options(struct place *place, const char *output)
{
    place->asked = 0;
    return (struct run_options){.output = output,
                                .command = "test",
                                .threads = 2,
                                .checkpoint_seconds = 60,
                                .stop = stop,
                                .context = place};
}

void place_run(struct place *place, const char *output, int threads)
{
    struct run_options options = place_options(place, output);
    options.threads = threads;
    if (run_scenario(&place->scenario, &options, &place->error) != RUN_DONE)
        fail_msg("%s", place->error.text);
}

void place_copy(struct place *place)
{
    char bytes[65536];
    size_t count;
    FILE *from = fopen(place->whole, "rb"), *to = fopen(place->out, "wb");
    assert_true(from && to);
    while ((count = fread(bytes, 1, sizeof bytes, from)) > 0)
        assert_int_equal(fwrite(bytes, 1, count, to), count);
    fclose(from);
    assert_int_equal(fclose(to), 0);
}

void place_assert_same(const char *a, const char *b)
{
    char sentence[1200];
    size_t compared;
    if (!same_contents(a, b, &compared, sentence, sizeof sentence))
        fail_msg("%s", sentence);
    assert_true(compared > 500);
}

void place_stop(struct place *place, uint32_t months)
{
    struct run_options options = place_options(place, place->out);
    place->stop_after = months;
    assert_int_equal(run_scenario(&place->scenario, &options, &place->error), RUN_STOPPED);
    assert_non_null(strstr(place->error.text, "--resume goes on"));
    place->stop_after = 0;
}
