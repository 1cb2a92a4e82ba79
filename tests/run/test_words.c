/* What the datasets of a file say about themselves. */
#include "support/place.h"

#include <hdf5.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "output/hdf.h"

/* Datasets that lack an attribute, or have an empty one. */
struct walk {
    const char *below, *attribute; /* all datasets, or those in a group of the root */
    size_t seen;
    struct hdf hdf;
};

static herr_t look(hid_t file, const char *name, const H5O_info_t *info, void *data)
{
    struct walk *walk = data;
    (void)file;
    if (info->type != H5O_TYPE_DATASET || strncmp(name, walk->below, strlen(walk->below)) != 0)
        return 0;
    char *text = hdf_read_attribute_of(&walk->hdf, name, walk->attribute);
    walk->seen++;
    if (!text || text[0] == '\0')
        fail_msg("/%s has no %s", name, walk->attribute);
    memory_release(text);
    return 0;
}

static size_t count_with(const struct place *place, const char *below, const char *attribute)
{
    struct walk walk = {.below = below, .attribute = attribute};
    struct spel_error error = {.code = SPEL_FINE};
    assert_true(hdf_open(&walk.hdf, place->whole, &error));
    assert_int_equal(H5Ovisit(walk.hdf.file, H5_INDEX_NAME, H5_ITER_INC, look, &walk), 0);
    assert_true(hdf_close(&walk.hdf));
    return walk.seen;
}

static void every_dataset_has_a_unit_a_name_and_a_description(void **state)
{
    const struct place *place = *state;
    assert_true(count_with(place, "", "units") > 500);
    assert_true(count_with(place, "", "long_name") > 500);
    assert_true(count_with(place, "", "description") > 500);
}

/* Each table of both snapshots. */
static void every_field_of_a_snapshot_has_a_name_in_dutch(void **state)
{
    const struct place *place = *state;
    assert_true(count_with(place, "snapshots/2015_02/", "long_name_nl") > 100);
    assert_true(count_with(place, "snapshots/2016_01/", "long_name_nl") > 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLACE_TEST(every_dataset_has_a_unit_a_name_and_a_description),
        PLACE_TEST(every_field_of_a_snapshot_has_a_name_in_dutch),
    };
    return cmocka_run_group_tests(tests, place_begin_run, place_end);
}
