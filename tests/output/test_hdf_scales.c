/* Datasets and scales know each other as the dimension scale specification of HDF5 has it: by its
 * own library, and with attributes of the kind that this library writes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>
#include <hdf5_hl.h>

#include "output/hdf.h"
#include "support/little.h"

enum { MANY = 240, AXES_MADE = 3 }; /* more uses than there is room for at first */

static char folder[LITTLE_PATH], path[LITTLE_PATH];

static int begin(void **state)
{
    (void)state;
    if (!little_folder(folder))
        return -1;
    little_path(folder, "scales.h5", path);
    return 0;
}

static int end(void **state)
{
    (void)state;
    little_remove(folder);
    return 0;
}

static const size_t lengths[AXES_MADE] = {2, 3, 4};
static const char *const names[AXES_MADE] = {"row", "column", "layer"};

/* Dataset n lies on axes n % 3 and the next two, as many as its rank. */
static size_t rank_of(int n)
{
    return (size_t)n % (AXES_MADE + 1);
}

static const char *name_of(int n)
{
    static _Thread_local char name[16];
    snprintf(name, sizeof name, "d%d", n);
    return name;
}

static void write_file(void)
{
    struct hdf hdf;
    struct spel_error error = {.code = SPEL_FINE};
    struct hdf_axis axes[AXES_MADE];
    const struct hdf_words words = {NULL, NULL, NULL};
    assert_true(hdf_create(&hdf, path, &error));
    const hid_t first = hdf_group(&hdf, hdf.file, "first");
    const hid_t second = hdf_group(&hdf, hdf.file, "second");
    for (size_t a = 0; a < AXES_MADE; a++) {
        axes[a] = hdf_axis_count(&hdf, first, names[a], lengths[a], words);
        hdf_axis_link(&hdf, &axes[a], second);
    }
    for (int n = 0; n < MANY; n++) {
        const struct hdf_axis *on[AXES_MADE];
        for (int a = 0; a < AXES_MADE; a++)
            on[a] = &axes[(n + a) % AXES_MADE];
        hdf_release(&hdf, hdf_dataset(&hdf, n % 2 ? first : second, name_of(n), H5T_NATIVE_FLOAT,
                                      on, rank_of(n), NULL, words));
    }
    for (size_t a = 0; a < AXES_MADE; a++)
        hdf_release(&hdf, axes[a].scale);
    hdf_release(&hdf, first);
    hdf_release(&hdf, second);
    assert_true(hdf_close(&hdf));
}

static hid_t open_dataset(hid_t file, int n)
{
    char where[32];
    snprintf(where, sizeof where, "%s/%s", n % 2 ? "first" : "second", name_of(n));
    const hid_t dataset = H5Dopen2(file, where, H5P_DEFAULT);
    assert_true(dataset >= 0);
    return dataset;
}

static void every_axis_has_its_scale_and_no_other(void **state)
{
    (void)state;
    write_file();
    const hid_t file = H5Fopen(path, H5F_ACC_RDONLY, H5P_DEFAULT);
    hid_t scale[AXES_MADE];
    for (size_t a = 0; a < AXES_MADE; a++) {
        char where[32];
        snprintf(where, sizeof where, "second/%s", names[a]);
        scale[a] = H5Dopen2(file, where, H5P_DEFAULT);
        assert_true(H5DSis_scale(scale[a]) > 0);
    }
    for (int n = 0; n < MANY; n++) {
        const hid_t dataset = open_dataset(file, n);
        for (unsigned axis = 0; axis < rank_of(n); axis++) {
            assert_int_equal(H5DSget_num_scales(dataset, axis), 1);
            for (unsigned a = 0; a < AXES_MADE; a++)
                assert_int_equal(H5DSis_attached(dataset, scale[a], axis),
                                 a == ((unsigned)n + axis) % AXES_MADE);
        }
        H5Dclose(dataset);
    }
    for (size_t a = 0; a < AXES_MADE; a++)
        H5Dclose(scale[a]);
    H5Fclose(file);
}

static hsize_t uses_of(hid_t scale)
{
    const hid_t list = H5Aopen(scale, "REFERENCE_LIST", H5P_DEFAULT), space = H5Aget_space(list);
    const hssize_t uses = H5Sget_simple_extent_npoints(space);
    H5Sclose(space);
    H5Aclose(list);
    return (hsize_t)uses;
}

/* One more is attached and one taken away by HDF5 itself: it finds what it needs. */
static void the_lists_can_be_changed_by_the_library_of_hdf5(void **state)
{
    (void)state;
    write_file();
    const hid_t file = H5Fopen(path, H5F_ACC_RDWR, H5P_DEFAULT);
    const hid_t scale = H5Dopen2(file, "first/row", H5P_DEFAULT);
    hsize_t expected = 0;
    for (int n = 0; n < MANY; n++)
        for (int axis = 0; axis < (int)rank_of(n); axis++)
            expected += (n + axis) % AXES_MADE == 0;
    assert_int_equal(uses_of(scale), expected);
    const hid_t dataset = open_dataset(file, 3); /* on row, column, layer */
    assert_true(H5DSdetach_scale(dataset, scale, 0) >= 0);
    assert_int_equal(H5DSis_attached(dataset, scale, 0), 0);
    assert_int_equal(uses_of(scale), expected - 1);
    assert_true(H5DSattach_scale(dataset, scale, 0) >= 0);
    assert_int_equal(H5DSis_attached(dataset, scale, 0), 1);
    assert_int_equal(uses_of(scale), expected);
    H5Dclose(dataset);
    H5Dclose(scale);
    H5Fclose(file);
}

static void assert_same_type(hid_t a, hid_t b, const char *name)
{
    const hid_t first = H5Aopen(a, name, H5P_DEFAULT), second = H5Aopen(b, name, H5P_DEFAULT);
    const hid_t one = H5Aget_type(first), other = H5Aget_type(second);
    assert_true(H5Tequal(one, other) > 0);
    H5Tclose(one);
    H5Tclose(other);
    H5Aclose(first);
    H5Aclose(second);
}

static void the_attributes_are_of_the_types_that_hdf5_gives_them(void **state)
{
    (void)state;
    write_file();
    const hid_t file = H5Fopen(path, H5F_ACC_RDWR, H5P_DEFAULT);
    const hsize_t length = 2;
    const hid_t space = H5Screate_simple(1, &length, NULL);
    hid_t own[2];
    for (int i = 0; i < 2; i++)
        own[i] = H5Dcreate2(file, i ? "own_scale" : "own", H5T_NATIVE_INT, space, H5P_DEFAULT,
                            H5P_DEFAULT, H5P_DEFAULT);
    assert_true(H5DSset_scale(own[1], "own_scale") >= 0);
    assert_true(H5DSattach_scale(own[0], own[1], 0) >= 0);
    const hid_t dataset = open_dataset(file, 3), scale = H5Dopen2(file, "first/row", H5P_DEFAULT);
    assert_same_type(own[0], dataset, "DIMENSION_LIST");
    assert_same_type(own[1], scale, "REFERENCE_LIST");
    H5Dclose(dataset);
    H5Dclose(scale);
    H5Dclose(own[0]);
    H5Dclose(own[1]);
    H5Sclose(space);
    H5Fclose(file);
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(every_axis_has_its_scale_and_no_other),
        IN_FOLDER(the_lists_can_be_changed_by_the_library_of_hdf5),
        IN_FOLDER(the_attributes_are_of_the_types_that_hdf5_gives_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
