/* By which datasets and scales know each other. Private to hdf.c. */
#ifndef OUTPUT_HDF_SCALES_H
#define OUTPUT_HDF_SCALES_H

#include "output/hdf.h"

/* Says which scale each axis of a dataset has. */
void hdf_scales_use(struct hdf *hdf, hid_t dataset, const struct hdf_axis *const *axes,
                    size_t rank);
/* When all datasets are made: says of each scale where it is used. */
void hdf_scales_list(struct hdf *hdf);

#endif
