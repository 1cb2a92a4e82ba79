/* The effects that need to know people: who lives with whom, who is kin, who lives
 * near, how strong a tie is. They stand beside the table of effects.h, in the same
 * form, for models of residents; what they read lies beside ego's options. */
#ifndef NETWORK_PEOPLE_H
#define NETWORK_PEOPLE_H

#include "network/effects.h"

/* Sixteen alters with sixteen alters each, those who name ego, a household. */
enum { PEOPLE_ROOM = 512, PEOPLE_WHERE = 1024 };

/* Bits of choice.relation. Three say where the alter lives, one of them each. */
enum {
    RELATION_HOUSEHOLD = 1,
    RELATION_KIN = 2,
    RELATION_STREET = 4,        /* some addresses away at most */
    RELATION_NEIGHBOURHOOD = 8, /* further, in the neighbourhood */
    RELATION_TOWN = 16,         /* in another neighbourhood of the municipality */
    RELATION_FOCUS = 32         /* both go to the same meeting place or initiative */
};

/* Ego's options in a room of its own, on the stack of who chooses. */
struct people_options {
    struct choice choice;        /* the first member: effects get its address */
    double sociability;          /* of ego, mean 0 */
    float apart[PEOPLE_ROOM];    /* years between ego and the alter */
    float burden[PEOPLE_ROOM];   /* of the alter, 0 to 1 */
    float strength[PEOPLE_ROOM]; /* of the tie, 0 without */
    double offset[PEOPLE_ROOM];  /* how much less likely ego is to meet the alter: a logarithm */
    uint32_t alter[PEOPLE_ROOM], two_path[PEOPLE_ROOM];
    uint8_t tied[PEOPLE_ROOM], back[PEOPLE_ROOM], relation[PEOPLE_ROOM];
    double utility[PEOPLE_ROOM], contribution[PEOPLE_ROOM], weight[PEOPLE_ROOM];
    uint32_t where[PEOPLE_WHERE];
};

/* No options yet; must be called once before the first choice. */
void people_options_init(struct people_options *options);

/* Effects of people by name, NULL when there is none. */
const struct effect *people_effect_find(const char *name);
extern const struct effect people_effects[];
extern const size_t people_effect_count;

#endif
