/* What is written into the records of organisations before one of them chooses. */
#ifndef PROCESS_COLLABORATION_KNOW_H
#define PROCESS_COLLABORATION_KNOW_H

#include "process/collaboration_choice.h"

/* What each is itself: once, when the municipality is entered. */
void collaboration_know_itself(struct collaboration_choice *choice);
/* What each is to actor `ego`. */
void collaboration_know_others(struct collaboration_choice *choice, uint32_t ego);

#endif
