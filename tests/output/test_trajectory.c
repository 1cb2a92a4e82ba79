#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/memory.h"
#include "model/model.h"
#include "output/checkpoint.h"
#include "output/finished.h"
#include "output/happenings.h"
#include "output/snapshot.h"
#include "output/trajectory.h"
#include "support/little.h"

/* A run by hand: what is told to the file is kept beside it. */
struct told {
    char folder[LITTLE_PATH], part[LITTLE_PATH], out[LITTLE_PATH];
    struct spel_error error;
    struct scenario scenario;
    struct spel_model *model;
    struct observation observation;
    struct panel panel;
    struct frame frame;
    struct trajectory trajectory;
    struct ledger ledger;
    float *values, *followed; /* by month */
};

static int begin(void **state)
{
    struct told *told = calloc(1, sizeof *told);
    const char *const settings[] = {"runs.replicates=1", NULL};
    assert_true(little_folder(told->folder));
    little_path(told->folder, "out.h5.part", told->part);
    little_path(told->folder, "out.h5", told->out);
    if (!little_scenario(&told->scenario, settings, &told->error))
        fail_msg("%s", told->error.text);
    told->model = spel_model_create(&told->scenario, 0, &told->error);
    assert_non_null(told->model);
    assert_true(observation_init(&told->observation, told->model, &told->error));
    assert_true(panel_init(&told->panel, told->model, told->scenario.panel, &told->error));
    assert_true(frame_init(&told->frame, &told->scenario, 1, told->model, &told->observation,
                           &told->panel, &told->error));
    assert_true(trajectory_create(&told->trajectory, told->part, &told->frame, &told->error));
    assert_true(ledger_init(&told->ledger, &told->scenario, 1, &told->error));
    const size_t followed = told->panel.count * panel_field_count;
    told->values = calloc(told->scenario.months * told->observation.total, sizeof(float));
    told->followed = calloc(told->scenario.months * followed, sizeof(float));
    assert_true(trajectory_add_persons(&told->trajectory, 0, told->panel.person, &told->error));
    *state = told;
    return 0;
}

/* Files, groups, datasets and attributes that are open in HDF5. */
static size_t open_in_hdf5(void)
{
    const ssize_t count = H5Fget_obj_count((hid_t)H5F_OBJ_ALL, H5F_OBJ_FILE | H5F_OBJ_GROUP |
                                                                   H5F_OBJ_DATASET | H5F_OBJ_ATTR);
    assert_true(count >= 0);
    return (size_t)count;
}

static int end(void **state)
{
    struct told *told = *state;
    assert_int_equal(open_in_hdf5(), 0);
    trajectory_close(&told->trajectory);
    frame_clear(&told->frame);
    ledger_clear(&told->ledger);
    panel_clear(&told->panel);
    observation_clear(&told->observation);
    spel_model_free(told->model);
    scenario_clear(&told->scenario);
    little_remove(told->folder);
    free(told->values);
    free(told->followed);
    free(told);
    return 0;
}

static void run_until(struct told *told, uint32_t months)
{
    const size_t total = told->observation.total;
    const size_t followed = told->panel.count * panel_field_count;
    for (uint32_t month = told->model->done; month < months; month++) {
        spel_model_step(told->model);
        observation_measure(&told->observation, told->model);
        panel_measure(&told->panel, told->model);
        memcpy(told->values + month * total, told->observation.values, total * sizeof(float));
        memcpy(told->followed + month * followed, told->panel.values, followed * sizeof(float));
        assert_true(trajectory_add(&told->trajectory, 0, month, told->observation.values,
                                   told->panel.values, &told->error));
        assert_true(happenings_take(&told->trajectory.journal, &told->model->world.events, 0, month,
                                    &told->error));
        if (snapshot_due(&told->scenario, month))
            assert_true(
                snapshot_take(&told->trajectory.journal, told->model, 0, month, &told->error));
    }
}

static void finish(struct told *told)
{
    const struct provenance provenance = {.command = "test", .threads = 1};
    if (!finished_write(told->out, &told->frame, &told->trajectory, &told->ledger, NULL, NULL,
                        &provenance, &told->error))
        fail_msg("%s", told->error.text);
}

/* Every variable of the file, month by month, against what was measured;
 * months from `known` on must be NaN. */
static void assert_series(struct told *told, const char *path, uint32_t known)
{
    struct hdf hdf;
    assert_true(hdf_open(&hdf, path, &told->error));
    assert_int_equal(open_in_hdf5(), 1);
    size_t compared = 0;
    for (size_t v = 0; v < variable_count; v++) {
        const size_t length = told->observation.length[v];
        if (length == 0)
            continue;
        char name[128] = "/series/";
        size_t count;
        strncat(name, variables[v].name, 100);
        float *values = hdf_read_numbers(&hdf, name, H5T_NATIVE_FLOAT, sizeof *values, &count);
        assert_non_null(values);
        assert_int_equal(count, told->scenario.months * length);
        for (size_t i = 0; i < count; i++) {
            const float *expected = told->values + i / length * told->observation.total +
                                    told->observation.offset[v] + i % length;
            if (i / length < known)
                assert_memory_equal(&values[i], expected, sizeof(float));
            else
                assert_true(isnan(values[i]));
            compared++;
        }
        memory_release(values);
    }
    assert_true(compared > 1000);
    assert_true(hdf_close(&hdf));
}

static void the_growing_file_opens_at_any_moment_with_what_was_measured(void **state)
{
    struct told *told = *state;
    assert_series(told, told->part, 0);
    run_until(told, 3);
    assert_true(trajectory_flush(&told->trajectory, &told->error));
    assert_series(told, told->part, 3);
    run_until(told, told->scenario.months);
    assert_true(trajectory_flush(&told->trajectory, &told->error));
    assert_series(told, told->part, told->scenario.months);
}

static void the_finished_file_has_what_was_measured(void **state)
{
    struct told *told = *state;
    run_until(told, told->scenario.months);
    assert_true(trajectory_flush(&told->trajectory, &told->error));
    finish(told);
    assert_series(told, told->out, told->scenario.months);
}

static void the_finished_file_has_the_panel(void **state)
{
    struct told *told = *state;
    const size_t persons = told->panel.count, months = told->scenario.months;
    struct hdf hdf;
    run_until(told, told->scenario.months);
    assert_true(trajectory_flush(&told->trajectory, &told->error));
    finish(told);
    assert_true(persons > 0);
    assert_true(hdf_open(&hdf, told->out, &told->error));
    for (size_t f = 0; f < panel_field_count; f++) {
        char name[128] = "/panel/";
        size_t count;
        strncat(name, panel_fields[f].name, 100);
        float *values = hdf_read_numbers(&hdf, name, H5T_NATIVE_FLOAT, sizeof *values, &count);
        assert_non_null(values);
        assert_int_equal(count, months * persons);
        for (size_t m = 0; m < months; m++)
            assert_memory_equal(values + m * persons,
                                told->followed + (m * panel_field_count + f) * persons,
                                persons * sizeof(float));
        memory_release(values);
    }
    assert_true(hdf_close(&hdf));
}

static void a_snapshot_has_every_resident_and_every_tie(void **state)
{
    struct told *told = *state;
    run_until(told, 2); /* 2015-02 is the second month */
    const struct world *world = &told->model->world;
    size_t residents = 0, ties = 0, id_sum = 0;
    for (size_t i = 0; i < world->residents.count; i++) {
        if (!residents_present(&world->residents, i))
            continue;
        residents++;
        id_sum += world->residents.id[i];
        ties += ties_degree(&world->ties, i);
    }
    run_until(told, told->scenario.months);
    assert_true(trajectory_flush(&told->trajectory, &told->error));
    finish(told);
    struct hdf hdf;
    size_t count;
    assert_true(hdf_open(&hdf, told->out, &told->error));
    int64_t *ids = hdf_read_numbers(&hdf, "/snapshots/2015_02/residents/id", H5T_NATIVE_INT64,
                                    sizeof *ids, &count);
    assert_non_null(ids);
    assert_int_equal(count, residents);
    for (size_t i = 0; i < count; i++)
        id_sum -= (size_t)ids[i];
    assert_int_equal(id_sum, 0);
    memory_release(ids);
    float *strength = hdf_read_numbers(&hdf, "/snapshots/2015_02/support_ties/strength",
                                       H5T_NATIVE_FLOAT, sizeof *strength, &count);
    assert_non_null(strength);
    assert_int_equal(count, ties);
    for (size_t i = 0; i < count; i++)
        assert_in_range((int)(strength[i] * 255 + 0.5F), 1, 255);
    memory_release(strength);
    assert_true(hdf_has(&hdf, "/snapshots/2016_01/needs/severity"));
    assert_true(hdf_close(&hdf));
}

static herr_t look_at(hid_t file, const char *name, const H5O_info_t *info, void *data)
{
    size_t *looked = data;
    if (info->type != H5O_TYPE_DATASET)
        return 0;
    const hid_t dataset = H5Dopen2(file, name, H5P_DEFAULT);
    const hid_t space = H5Dget_space(dataset);
    const int rank = H5Sget_simple_extent_ndims(space);
    if (H5Aexists(dataset, "CLASS") <= 0 && rank > 0 && H5Aexists(dataset, "DIMENSION_LIST") <= 0)
        fail_msg("%s has an axis without a scale", name);
    const hid_t type = H5Dget_type(dataset);
    const H5T_class_t kind = H5Tget_class(type);
    if (kind != H5T_INTEGER && kind != H5T_FLOAT && H5Tis_variable_str(type) <= 0)
        fail_msg("%s is of a type that some readers lose", name);
    H5Tclose(type);
    H5Sclose(space);
    H5Dclose(dataset);
    ++*looked;
    return 0;
}

static void every_dataset_of_the_finished_file_has_a_scale_on_each_axis(void **state)
{
    struct told *told = *state;
    struct hdf hdf;
    size_t looked = 0;
    run_until(told, told->scenario.months);
    assert_true(trajectory_flush(&told->trajectory, &told->error));
    finish(told);
    assert_true(hdf_open(&hdf, told->out, &told->error));
    H5Ovisit2(hdf.file, H5_INDEX_NAME, H5_ITER_INC, look_at, &looked, H5O_INFO_BASIC);
    assert_true(looked > 100);
    assert_true(hdf_close(&hdf));
}

static void a_file_that_is_cut_short_is_not_gone_on_with(void **state)
{
    struct told *told = *state;
    const off_t start = told->trajectory.journal.start;
    struct trajectory again;
    assert_false(trajectory_open(&again, told->part, &told->frame, start, start + 1, &told->error));
    assert_non_null(strstr(told->error.text, "1 bytes are missing"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_growing_file_opens_at_any_moment_with_what_was_measured,
                                        begin, end),
        cmocka_unit_test_setup_teardown(the_finished_file_has_what_was_measured, begin, end),
        cmocka_unit_test_setup_teardown(the_finished_file_has_the_panel, begin, end),
        cmocka_unit_test_setup_teardown(a_snapshot_has_every_resident_and_every_tie, begin, end),
        cmocka_unit_test_setup_teardown(every_dataset_of_the_finished_file_has_a_scale_on_each_axis,
                                        begin, end),
        cmocka_unit_test_setup_teardown(a_file_that_is_cut_short_is_not_gone_on_with, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
