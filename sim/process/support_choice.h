/* One choice of one resident: a part of support_network. By multinomial logit over
 * dropping a tie, making one to anybody of the municipality, and changing nothing,
 * exactly, without a look at everybody: the local set is weighed one by one,
 * strangers are proposed ring by ring at the weight of the most likely stranger of
 * the ring, and are taken with the ratio of weights; after a refusal the whole
 * choice is drawn again. Whom sixteen count on cannot be chosen, nor can one with
 * sixteen ties make another. */
#ifndef PROCESS_SUPPORT_CHOICE_H
#define PROCESS_SUPPORT_CHOICE_H

#include "process/support_options.h"

/* What a resident wants: the tie that is made, with its kind, or dropped, with the
 * kind below; 0 for no change. */
enum { SUPPORT_DROP = 7 };

struct support_counts {
    uint64_t chances, unchanged, proposals, refused;
};

/* What weighs in the choice of an ego. */
struct support_balance {
    double near;       /* of changing nothing, and of the local set together */
    double far[RINGS]; /* of all strangers of a ring, if they were the most likely */
};

/* Weighs the local set, which has been gathered: ego->weight of each option. */
void support_weigh(const struct support_setting *setting, struct support_ego *ego,
                   struct support_balance *balance);
/* The weight of a tie to a stranger who lives there, times the size of the ring. */
double support_weigh_stranger(const struct support_setting *setting, const struct support_ego *ego,
                              uint32_t place, enum support_ring ring);
uint32_t support_choose(const struct support_setting *setting, struct support_ego *ego,
                        uint32_t place, size_t neighbourhood, struct stream *draw,
                        struct support_counts *counts);

#endif
