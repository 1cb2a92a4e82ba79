/* The two attributes by which datasets and scales know each other, as the HDF5 dimension scale
 * specification lays them down: DIMENSION_LIST of a dataset has a list of scales for each axis,
 * REFERENCE_LIST of a scale has each dataset and axis that it is a scale of. H5DSattach_scale
 * would read and write the whole REFERENCE_LIST again for every dataset, which took a third of
 * a small run; here each attribute is written once. */
#include "output/hdf_scales.h"

#include "base/memory.h"

enum { ROOM_AT_FIRST = 256 };

struct hdf_use {
    hobj_ref_t scale; /* 0 when it has been listed */
    hobj_ref_t dataset;
    int axis;
};

/* As it stands in a REFERENCE_LIST. */
struct listed {
    hobj_ref_t dataset;
    int axis;
};

static bool has_room(struct hdf *hdf, size_t more)
{
    if (hdf->use_count + more <= hdf->use_room)
        return true;
    const size_t room = hdf->use_room > 0 ? 2 * hdf->use_room : ROOM_AT_FIRST;
    struct hdf_use *uses = memory_take(room, sizeof *uses, hdf->error);
    if (!uses)
        return false;
    for (size_t u = 0; u < hdf->use_count; u++)
        uses[u] = hdf->uses[u];
    memory_release(hdf->uses);
    hdf->uses = uses;
    hdf->use_room = room;
    return true;
}

static hobj_ref_t reference_to(struct hdf *hdf, hid_t object)
{
    hobj_ref_t reference = 0;
    if (!hdf->failed && H5Rcreate(&reference, object, ".", H5R_OBJECT, H5I_INVALID_HID) < 0)
        hdf_fail(hdf, "be written");
    return reference;
}

/* Writes an attribute of `count` values. */
static void write_list(struct hdf *hdf, hid_t object, const char *name, hid_t type,
                       const void *values, size_t count)
{
    const hsize_t length = count;
    const hid_t space = H5Screate_simple(1, &length, NULL);
    const hid_t list = H5Acreate2(object, name, type, space, H5P_DEFAULT, H5P_DEFAULT);
    if (list < 0 || H5Awrite(list, type, values) < 0 || H5Aclose(list) < 0)
        hdf_fail(hdf, "be written");
    H5Sclose(space);
}

void hdf_scales_use(struct hdf *hdf, hid_t dataset, const struct hdf_axis *const *axes, size_t rank)
{
    hobj_ref_t scales[HDF_RANK];
    hvl_t lists[HDF_RANK];
    if (hdf->failed || rank == 0)
        return;
    hdf->failed = !has_room(hdf, rank);
    const hobj_ref_t reference = reference_to(hdf, dataset);
    for (size_t a = 0; a < rank && !hdf->failed; a++) {
        scales[a] = reference_to(hdf, axes[a]->scale);
        lists[a] = (hvl_t){.len = 1, .p = &scales[a]};
        hdf->uses[hdf->use_count++] = (struct hdf_use){scales[a], reference, (int)a};
    }
    if (hdf->failed)
        return;
    const hid_t type = H5Tvlen_create(H5T_STD_REF_OBJ);
    write_list(hdf, dataset, "DIMENSION_LIST", type, lists, rank);
    H5Tclose(type);
}

/* Lists all uses of one scale. */
static void list_scale(struct hdf *hdf, hid_t type, hobj_ref_t scale, struct listed *listed)
{
    size_t count = 0;
    for (size_t u = 0; u < hdf->use_count; u++) {
        struct hdf_use *use = &hdf->uses[u];
        if (use->scale != scale)
            continue;
        listed[count].dataset = use->dataset; /* what lies behind the axis stays zero */
        listed[count++].axis = use->axis;
        use->scale = 0;
    }
    const hid_t object = H5Rdereference2(hdf->file, H5P_DEFAULT, H5R_OBJECT, &scale);
    write_list(hdf, object, "REFERENCE_LIST", type, listed, count);
    hdf_release(hdf, object);
}

void hdf_scales_list(struct hdf *hdf)
{
    if (hdf->use_count > 0 && !hdf->failed) {
        struct listed *listed = memory_take(hdf->use_count, sizeof *listed, hdf->error);
        const hid_t type = H5Tcreate(H5T_COMPOUND, sizeof *listed);
        H5Tinsert(type, "dataset", offsetof(struct listed, dataset), H5T_STD_REF_OBJ);
        H5Tinsert(type, "dimension", offsetof(struct listed, axis), H5T_NATIVE_INT);
        hdf->failed = !listed;
        for (size_t u = 0; u < hdf->use_count && !hdf->failed; u++)
            if (hdf->uses[u].scale != 0)
                list_scale(hdf, type, hdf->uses[u].scale, listed);
        H5Tclose(type);
        memory_release(listed);
    }
    memory_release(hdf->uses);
    hdf->uses = NULL;
    hdf->use_count = hdf->use_room = 0;
}
