/* What a sweep varies, in words: the unit of a factor, and its names. */
#ifndef OUTPUT_SWEEP_FACTOR_H
#define OUTPUT_SWEEP_FACTOR_H

struct sweep_factor_words {
    const char *unit;              /* "1" for knobs, levers, steering and history */
    const char *name_nl, *name_en; /* NULL where there are none */
};

/* `path`: as --set takes it, with or without "parameters." before it. */
struct sweep_factor_words sweep_factor_words(const char *path);

/* The path without "parameters." */
const char *sweep_factor_plain(const char *path);

#endif
