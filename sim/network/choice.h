/* The options of one actor: to make or drop a tie to each alter, with the counts
 * that structural effects read. A sampler fills it with every actor (dense) or
 * with the local set (sparse): those to whom some count is not zero.
 *
 * Arrays run over options; `counts` says which of them are kept, because every
 * count costs memory lines. Letters: i is ego, j the alter, h any other. */
#ifndef NETWORK_CHOICE_H
#define NETWORK_CHOICE_H

#include "network/network.h"

enum count {
    COUNT_BACK = 1,     /* x_ji */
    COUNT_TWO_PATH = 2, /* h: x_ih x_hj */
    COUNT_SHARED = 4,   /* h: x_ih x_jh */
    COUNT_CYCLE = 8,    /* h: x_jh x_hi */
    COUNT_COMMON = 16,  /* h: x_hi x_hj */
    COUNT_MUTUAL = 32,  /* h: x_ih x_hi x_jh */
    COUNT_KNOWN = 64    /* times how many attributes of j are kept, the first of its record */
};

struct choice {
    uint32_t ego;
    unsigned counts; /* which arrays are kept; the others are 0 */
    size_t count, room;
    size_t tied_count; /* the options to drop a tie come first */
    uint32_t *alter;
    uint8_t *tied;     /* x_ij */
    uint8_t *back;     /* x_ji */
    uint8_t *relation; /* bits that the model gives to local pairs, see effects.h */
    uint32_t *two_path, *shared, *cycle, *common, *mutual;
    double *utility, *contribution, *weight;
    size_t columns;  /* attributes for which there is room */
    double *known;   /* [column * (room + 1) + option]: attributes of the alters */
    uint32_t *where; /* open addressing, by alter: the serial number of its option */
    uint32_t serial; /* of option 0; a lower one is of an earlier choice. Ego has that of option
                        `room`, which is none: arrays are one longer than the options */
    size_t where_mask;
};

#define CHOICE_NONE UINT32_MAX

/* An attribute of the alters, one of those that are kept. */
static inline const double *choice_known(const struct choice *choice, size_t column)
{
    return choice->known + column * (choice->room + 1);
}

/* So many in whole fours where there is room: what lies behind the last option is nobody's, and
 * loops that end in fours end as foreseen. */
static inline size_t choice_in_fours(const struct choice *choice, size_t from, size_t end)
{
    const size_t count = (end - from + 3) / 4 * 4;
    return from + count <= choice->room ? count : end - from;
}

/* All ones when an entry so far after option 0 is of an earlier choice, else 0: serial numbers stay
 * below 2^31. As arithmetic, so that compilers make no branch of it, which would be a guess. */
static inline uint32_t choice_dead(uint32_t after)
{
    return 0 - (after >> 31);
}

/* The option in whose stretch the point lies, when weights lie end to end from 0; never one without
 * weight, unless none has any. */
static inline size_t choice_at(const double *weight, size_t count, double point)
{
    size_t last = 0;
    for (size_t k = 0; k < count; k++) {
        if (weight[k] == 0)
            continue;
        last = k;
        point -= weight[k];
        if (point < 0)
            break;
    }
    return last;
}

bool choice_init(struct choice *choice, size_t room, struct spel_error *error);
void choice_clear(struct choice *choice);

/* Starts the options of another ego, none so far, of which the counts named will be kept. */
void choice_open(struct choice *choice, uint32_t ego, unsigned counts);
/* The option of an alter, CHOICE_NONE when it has none. */
uint32_t choice_find(const struct choice *choice, uint32_t alter);
/* The option of an alter, which is added with counts of zero when it has none; CHOICE_NONE
 * when there is no memory. */
uint32_t choice_put(struct choice *choice, uint32_t alter);
/* Opens ego's options and counts: its alters, and as `counts` asks those who name it and those
 * two steps away. False when there is no memory. */
bool choice_gather(struct choice *choice, const struct network *network, uint32_t ego,
                   unsigned counts);
/* Looks up what is known of the alters from option `from` up to `end`. */
void choice_learn(struct choice *choice, const struct network *network, size_t from, size_t end);
/* Makes room for so many attributes of alters; false when there is no memory. */
bool choice_keep(struct choice *choice, size_t columns);
/* Makes room for so many more behind the last option. */
bool choice_reserve(struct choice *choice, size_t more);
/* Adds all other actors, in their order. */
bool choice_add_all(struct choice *choice, const struct network *network);
/* Takes away the last option again. */
void choice_drop_last(struct choice *choice);

#endif
