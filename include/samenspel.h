/* samenspel: an agent simulator of the social domain of Dutch municipalities.
 *
 * Everything here begins with spel_. The library neither prints nor exits and
 * has no hidden state: several runs may live beside each other. */
#ifndef SAMENSPEL_H
#define SAMENSPEL_H

#include "samenspel/error.h"
#include "samenspel/run.h"

/* Of the library that is used, not of these headers: "0.1.0", and the git
 * revision it was built from, "unknown" outside a checkout. */
const char *spel_version(void);
const char *spel_revision(void);

#endif
