/* /names: what knobs, levers and processes are called, in Dutch and English, with a sentence in
 * plain words: so that a reader of the file needs no program to name them. */
#ifndef OUTPUT_NAMING_H
#define OUTPUT_NAMING_H

#include "output/hdf.h"

void naming_write(struct hdf *hdf);

#endif
