/* The ties of one day, by who they are, so that two days can be held against each other. */
#ifndef CALIBRATE_WAVE_H
#define CALIBRATE_WAVE_H

#include "model/model.h"

struct wave_tie {
    uint64_t who; /* ego << 32 | alter */
    enum tie_kind kind;
};

struct wave {
    struct wave_tie *ties; /* rising by who they are */
    size_t count;
};

/* Of those so many years old and older, with or without those of the household; without memory
 * `ties` is NULL. */
struct wave wave_take(const struct spel_model *model, bool household, int years);
/* The tie of these two, or NULL. */
const struct wave_tie *wave_find(const struct wave *wave, uint64_t who);
void wave_clear(struct wave *wave);

#endif
