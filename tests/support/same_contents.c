#include "support/same_contents.h"

#include <hdf5.h>
#include <hdf5_hl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PATH = 512, MOST_RANK = 8 };

struct comparison {
    hid_t a, b; /* the groups or objects that are compared */
    const char *path;
    char *sentence;
    size_t size, compared;
};

static bool differ(struct comparison *c, const char *name, const char *what)
{
    snprintf(c->sentence, c->size, "%s%s%s: %s", c->path, name[0] ? "/" : "", name, what);
    return false;
}

/* Values of a dataset or attribute, read as it has them. */
struct values {
    hid_t type, space;
    size_t count, bytes;
    char *data;
    bool text;
};

static bool read_values(hid_t object, bool attribute, struct values *values)
{
    const hid_t type = attribute ? H5Aget_type(object) : H5Dget_type(object);
    *values = (struct values){.text = H5Tis_variable_str(type) > 0};
    values->type = H5Tget_native_type(type, H5T_DIR_ASCEND);
    values->space = attribute ? H5Aget_space(object) : H5Dget_space(object);
    values->count = (size_t)H5Sget_simple_extent_npoints(values->space);
    values->bytes = values->count * H5Tget_size(values->type);
    values->data = calloc(values->bytes + 1, 1);
    H5Tclose(type);
    return values->data && (attribute ? H5Aread(object, values->type, values->data)
                                      : H5Dread(object, values->type, H5S_ALL, H5S_ALL, H5P_DEFAULT,
                                                values->data)) >= 0;
}

static void clear_values(struct values *values)
{
    if (values->text && values->data)
        H5Dvlen_reclaim(values->type, values->space, H5P_DEFAULT, values->data);
    H5Tclose(values->type);
    H5Sclose(values->space);
    free(values->data);
}

static bool equal_values(const struct values *a, const struct values *b)
{
    if (H5Tequal(a->type, b->type) <= 0 || H5Sextent_equal(a->space, b->space) <= 0)
        return false;
    if (!a->text)
        return memcmp(a->data, b->data, a->bytes) == 0;
    char *const *first = (char *const *)(void *)a->data;
    char *const *second = (char *const *)(void *)b->data;
    for (size_t i = 0; i < a->count; i++)
        if (strcmp(first[i] ? first[i] : "", second[i] ? second[i] : "") != 0)
            return false;
    return true;
}

static bool compare_values(struct comparison *c, hid_t a, hid_t b, bool attribute, const char *name)
{
    struct values first, second;
    const bool first_read = read_values(a, attribute, &first);
    const bool read = read_values(b, attribute, &second) && first_read;
    const bool same = read && equal_values(&first, &second);
    clear_values(&first);
    clear_values(&second);
    c->compared++;
    return same || differ(c, name, read ? "differs" : "cannot be read");
}

/* Which scales belong to which axis is compared by name: as attributes they
 * are places in the file. */
static bool names_places(const char *name)
{
    return strcmp(name, "DIMENSION_LIST") == 0 || strcmp(name, "REFERENCE_LIST") == 0;
}

static herr_t compare_attribute(hid_t object, const char *name, const H5A_info_t *info, void *data)
{
    struct comparison *c = data;
    (void)info;
    if (names_places(name))
        return 0;
    if (H5Aexists(c->b, name) <= 0)
        return !differ(c, name, "is an attribute of the first file only");
    const hid_t a = H5Aopen(object, name, H5P_DEFAULT), b = H5Aopen(c->b, name, H5P_DEFAULT);
    const bool same = compare_values(c, a, b, true, name);
    H5Aclose(a);
    H5Aclose(b);
    return !same;
}

static herr_t copy_name(hid_t dataset, unsigned axis, hid_t scale, void *data)
{
    (void)dataset;
    (void)axis;
    H5DSget_scale_name(scale, data, PATH);
    return 1;
}

static bool compare_axes(struct comparison *c, const char *name)
{
    const hid_t space = H5Dget_space(c->a);
    const int rank = H5Sget_simple_extent_ndims(space);
    H5Sclose(space);
    for (unsigned axis = 0; axis < (unsigned)rank; axis++) {
        char a[PATH] = "", b[PATH] = "";
        H5DSiterate_scales(c->a, axis, NULL, copy_name, a);
        H5DSiterate_scales(c->b, axis, NULL, copy_name, b);
        if (strcmp(a, b) != 0)
            return differ(c, name, "has other axes");
    }
    return true;
}

static bool compare_objects(struct comparison *c);

static hsize_t members(hid_t group)
{
    H5G_info_t info;
    return H5Gget_info(group, &info) < 0 ? 0 : info.nlinks;
}

static bool compare_groups(struct comparison *c)
{
    if (members(c->a) != members(c->b))
        return differ(c, "", "has another number of members");
    for (hsize_t i = 0; i < members(c->a); i++) {
        char name[PATH], path[2 * PATH];
        H5Lget_name_by_idx(c->a, ".", H5_INDEX_NAME, H5_ITER_INC, i, name, sizeof name,
                           H5P_DEFAULT);
        snprintf(path, sizeof path, "%s/%s", c->path, name);
        if (strcmp(path, "/provenance") == 0)
            continue;
        if (H5Lexists(c->b, name, H5P_DEFAULT) <= 0)
            return differ(c, name, "is in the first file only");
        struct comparison inner = *c;
        inner.path = path;
        inner.a = H5Oopen(c->a, name, H5P_DEFAULT);
        inner.b = H5Oopen(c->b, name, H5P_DEFAULT);
        const bool same = compare_objects(&inner);
        c->compared = inner.compared;
        H5Oclose(inner.a);
        H5Oclose(inner.b);
        if (!same)
            return false;
    }
    return true;
}

static bool compare_objects(struct comparison *c)
{
    const H5I_type_t kind = H5Iget_type(c->a);
    H5O_info_t a, b;
    if (kind != H5Iget_type(c->b))
        return differ(c, "", "is of another kind");
    H5Oget_info2(c->a, &a, H5O_INFO_NUM_ATTRS);
    H5Oget_info2(c->b, &b, H5O_INFO_NUM_ATTRS);
    if (a.num_attrs != b.num_attrs)
        return differ(c, "", "has another number of attributes");
    if (H5Aiterate2(c->a, H5_INDEX_NAME, H5_ITER_INC, NULL, compare_attribute, c) != 0)
        return false;
    if (kind == H5I_GROUP)
        return compare_groups(c);
    return compare_axes(c, "") && compare_values(c, c->a, c->b, false, "");
}

bool same_contents(const char *a, const char *b, size_t *compared, char *sentence, size_t size)
{
    struct comparison c = {.path = "", .sentence = sentence, .size = size};
    const hid_t first = H5Fopen(a, H5F_ACC_RDONLY, H5P_DEFAULT);
    const hid_t second = H5Fopen(b, H5F_ACC_RDONLY, H5P_DEFAULT);
    bool same = false;
    if (first >= 0 && second >= 0) {
        c.a = H5Gopen2(first, "/", H5P_DEFAULT);
        c.b = H5Gopen2(second, "/", H5P_DEFAULT);
        same = compare_objects(&c);
        H5Gclose(c.a);
        H5Gclose(c.b);
    } else {
        snprintf(sentence, size, "%s: cannot be opened", first < 0 ? a : b);
    }
    if (first >= 0)
        H5Fclose(first);
    if (second >= 0)
        H5Fclose(second);
    if (compared)
        *compared = c.compared;
    return same;
}
