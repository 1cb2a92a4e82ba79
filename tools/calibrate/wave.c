#include "wave.h"

#include <stdlib.h>

enum { YEAR = 12 };

static int by_who(const void *a, const void *b)
{
    const uint64_t x = ((const struct wave_tie *)a)->who, y = ((const struct wave_tie *)b)->who;
    return (x > y) - (x < y);
}

struct wave wave_take(const struct spel_model *model, bool household, int years)
{
    const struct residents *residents = &model->world.residents;
    const struct ties *ties = &model->world.ties;
    struct wave wave = {malloc(residents->count * TIE_SLOTS * sizeof *wave.ties + 1), 0};
    for (uint32_t i = 0; wave.ties && i < residents->count; i++) {
        if (residents_age_months(residents, i, model->now.month) < years * YEAR)
            continue;
        for (size_t k = 0; k < ties->degree[i]; k++) {
            const uint32_t tie = ties->alter[(size_t)i * TIE_SLOTS + k];
            if (household || tie_kind(tie) != TIE_HOUSEHOLD)
                wave.ties[wave.count++] = (struct wave_tie){(uint64_t)residents->id[i] << 32 |
                                                                residents->id[tie_place(tie)],
                                                            tie_kind(tie)};
        }
    }
    if (wave.ties)
        qsort(wave.ties, wave.count, sizeof *wave.ties, by_who);
    return wave;
}

const struct wave_tie *wave_find(const struct wave *wave, uint64_t who)
{
    const struct wave_tie sought = {.who = who};
    return bsearch(&sought, wave->ties, wave->count, sizeof *wave->ties, by_who);
}

void wave_clear(struct wave *wave)
{
    free(wave->ties);
    *wave = (struct wave){NULL, 0};
}
