/* Sums about ties. Networks change slowly: they are measured on a fixed sample of residents, one
 * in eight for counts of ties, one in 64 for what also reads the alters' ties. How many ties
 * somebody has, and of which kind, cannot be foreseen: so all slots are looked at, in flat loops
 * without a branch, and empty ones count for nothing. They are not to be unrolled: the compiler
 * makes them wide only as loops. */
#include "base/avx2.h"
#include "base/prefetch.h"
#include "observe/sums.h"

enum { SAMPLE = 8, SAMPLE_WIDE = 64 };

/* Of the sample, so far. */
struct tie_counts {
    uint32_t people[TIE_SLOTS + 1]; /* by number of ties */
    uint32_t kin, local, outside;   /* ties; the last two outside the household */
    uint32_t named, mutual, paths, closed;
};

static inline void count_ties(struct tie_counts *counts, const struct ties *ties, size_t i,
                              uint32_t first, uint32_t places)
{
    const uint32_t *alter = ties->alter + i * TIE_SLOTS;
    const int32_t from = (int32_t)first, end = (int32_t)(first + places);
    uint32_t kin = 0, local = 0, outside = 0;
#pragma GCC unroll 1
    for (size_t k = 0; k < TIE_SLOTS; k++) {
        const int32_t tie = (int32_t)alter[k], place = (int32_t)tie_place(alter[k]);
        /* Kinds stand in the high bits: more than any of the household is beyond it. */
        const uint32_t beyond = tie >= (int32_t)tie_pack(0, TIE_KIN);
        kin += beyond & (tie < (int32_t)tie_pack(0, TIE_STREET));
        outside += beyond;
        local += beyond & (place >= from) & (place < end);
    }
    counts->people[ties_degree(ties, i)]++;
    counts->kin += kin;
    counts->local += local;
    counts->outside += outside;
}

/* Of the ties of `via`, an alter of `ego`: those that lead on, and those of them that lead to
 * another alter of `ego`. Says whether one leads back. */
static inline bool count_paths(struct tie_counts *counts, const struct ties *ties, uint32_t ego,
                               uint32_t via)
{
    const uint32_t *own = ties->alter + (size_t)ego * TIE_SLOTS;
    const uint32_t *further = ties->alter + (size_t)via * TIE_SLOTS;
    const size_t degree = ties_degree(ties, ego);
    int32_t end[TIE_SLOTS]; /* below 0 where none */
    uint32_t closed[TIE_SLOTS] = {0}, all = 0, leading_on = 0;
#pragma GCC unroll 1
    for (size_t k = 0; k < TIE_SLOTS; k++) {
        const uint32_t place = tie_place(further[k]);
        end[k] = (int32_t)place | -(int32_t)((further[k] == 0) | (place == ego));
        leading_on += end[k] >= 0;
    }
    for (size_t l = 0; l < degree; l++) {
        const int32_t place = (int32_t)tie_place(own[l]);
#pragma GCC unroll 1
        for (size_t k = 0; k < TIE_SLOTS; k++)
            closed[k] |= end[k] == place;
    }
#pragma GCC unroll 1
    for (size_t k = 0; k < TIE_SLOTS; k++)
        all += closed[k];
    counts->paths += leading_on;
    counts->closed += all;
    return leading_on < ties_degree(ties, via);
}

/* Around one resident: ties outside the household that are mutual, and two-paths over all ties
 * that are closed. */
static inline void count_around(struct tie_counts *counts, const struct ties *ties, uint32_t ego)
{
    const uint32_t *alter = ties->alter + (size_t)ego * TIE_SLOTS;
    for (size_t k = 0; k < ties_degree(ties, ego); k++) {
        const uint32_t outside = tie_kind(alter[k]) != TIE_HOUSEHOLD;
        counts->named += outside;
        counts->mutual += outside & count_paths(counts, ties, ego, tie_place(alter[k]));
    }
}

/* The residents of the samples, the same in every month: their number. */
static size_t list_sample(const uint32_t *id, size_t first, size_t length, uint32_t *sample)
{
    size_t count = 0;
    for (size_t i = first; i < first + length; i++) {
        sample[count] = (uint32_t)i; /* written over unless it is one */
        count += (digest_mix(id[i]) % SAMPLE == 0) & (id[i] != 0);
    }
    return count;
}

static inline bool wide(const struct residents *residents, uint32_t i)
{
    return digest_mix(residents->id[i]) % SAMPLE_WIDE == 0;
}

/* Asks early for the ties of those to come, and then for those of their alters. */
static inline void look_ahead(const struct world *world, const uint32_t *sample, size_t left)
{
    enum { SOON = 4, LATER = 12 };
    if (left <= LATER)
        return;
    prefetch(world->ties.alter + (size_t)sample[LATER] * TIE_SLOTS);
    const uint32_t *alter = world->ties.alter + (size_t)sample[SOON] * TIE_SLOTS;
    for (size_t k = 0; k < TIE_SLOTS && alter[k] != 0 && wide(&world->residents, sample[SOON]); k++)
        prefetch(world->ties.alter + (size_t)tie_place(alter[k]) * TIE_SLOTS);
}

static AVX2_EITHER void count_sample_loop(struct tie_counts *counts, const struct world *world,
                                          size_t n, const uint32_t *sample, size_t count)
{
    const uint32_t first = world->neighbourhoods.first[n], places = world->neighbourhoods.places[n];
    for (size_t k = 0; k < count; k++) {
        look_ahead(world, sample + k, count - k);
        count_ties(counts, &world->ties, sample[k], first, places);
        if (wide(&world->residents, sample[k]))
            count_around(counts, &world->ties, sample[k]);
    }
}
AVX2_WHERE_IT_CAN(count_sample,
                  (struct tie_counts * counts, const struct world *world, size_t n,
                   const uint32_t *sample, size_t count),
                  (counts, world, n, sample, count))

static void add_up(double *people, const struct tie_counts *counts)
{
    for (size_t degree = 0; degree <= TIE_SLOTS; degree++) {
        const double here = counts->people[degree];
        people[SAMPLE_PEOPLE] += here;
        people[PEOPLE_TIES] += here * (double)degree;
        people[PEOPLE_TIES_SQUARED] += here * (double)(degree * degree);
        people[PEOPLE_ISOLATED] += degree <= 1 ? here : 0;
        people[PEOPLE_DEGREE + degree] += here;
    }
    people[PEOPLE_KIN] += counts->kin;
    people[PEOPLE_LOCAL] += counts->local;
    people[PEOPLE_ABROAD] += counts->outside - counts->local;
    people[SAMPLE_TIES] += counts->named;
    people[SAMPLE_MUTUAL] += counts->mutual;
    people[SAMPLE_PATHS] += counts->paths;
    people[SAMPLE_CLOSED] += counts->closed;
}

void sums_measure_ties(double *people, const struct world *world, size_t b)
{
    uint32_t sample[BLOCK_PLACES + 1];
    struct tie_counts counts = {.kin = 0};
    const size_t n = world->blocks.neighbourhood[b];
    const size_t count =
        list_sample(world->residents.id, world->blocks.first[b], world->blocks.length[b], sample);
    count_sample(&counts, world, n, sample, count);
    add_up(people, &counts);
}
