/* The part of informal support that offers: what each could be asked this month. Flat loops
 * over everybody. */
#ifndef PROCESS_INFORMAL_OFFERING_H
#define PROCESS_INFORMAL_OFFERING_H

#include "process/informal_asking.h"

/* What is available of a willingness of 1/255, by age in months, in 1/65535. */
void offering_ages(float by_age[AGE_MONTHS]);
/* What each can be asked, from the state before anyone asks; nothing is asked yet. */
void offering_block(const struct helping *helping, size_t block);

#endif
