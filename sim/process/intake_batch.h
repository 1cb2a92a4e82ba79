/* Needs of one domain, gathered so that what is drawn and worked out for them is so together: who
 * comes in, and who asks for more or less. */
#ifndef PROCESS_INTAKE_BATCH_H
#define PROCESS_INTAKE_BATCH_H

#include "params/params.h"
#include "world/world.h"

/* Trust at which `seeking` is the chance. */
static const double TRUST_MIDDLE = 0.59;

enum { BATCH = 64, SEVERITIES = 32 };

struct intake {
    const struct intake_params *params;
    struct moment now;
    struct world *world;
    double base[DOMAINS]; /* logit of the chance to seek help in the middle */
    /* Above this word nobody seeks help whose severity begins so, in so many parts of one. */
    uint32_t seeks_most[DOMAINS][SEVERITIES + 1];
};

struct batch {
    uint32_t count, row[BATCH];
};

/* The four words of the own draw of each case of a batch. */
static inline void intake_draw(const struct intake *intake, const struct batch *batch,
                               uint32_t purpose, uint32_t words[4][BATCH])
{
    const struct philox_block counter = {{0, intake->now.month, purpose, 0}};
    const uint32_t *ids = intake->world->residents.id, *resident = intake->world->needs.resident;
    uint32_t id[BATCH];
    for (uint32_t k = 0; k < batch->count; k++)
        id[k] = ids[resident[batch->row[k]]];
    philox_many(intake->now.key, counter, id, batch->count,
                (uint32_t *[4]){words[0], words[1], words[2], words[3]});
}

/* In a neighbourhood: the chance to be found by going out, and how often levers lead to a talk. */
struct meeting {
    size_t neighbourhood;
    double find, integrality;
};

/* What of the chances is the same for all of a month. */
void intake_find_chances(struct intake *intake);
/* First pass, own rows only: who of the hidden needs of a batch comes in, and who would talk, of
 * which it returns how many. Leaves the batch empty, as the next does. */
uint32_t intake_present(const struct intake *intake, const struct meeting *meeting, uint32_t domain,
                        struct batch *batch);
/* Residents who, with this chance, weigh more or less help. */
void intake_scale(const struct intake *intake, uint32_t domain, double chance, struct batch *batch);

#endif
