/* SIGINT and SIGTERM wait at the door: they are held back, and asked for at
 * safe points. So there is no handler, and no state that one would need. */
#ifndef CLI_INTERRUPTS_H
#define CLI_INTERRUPTS_H

#include <stdbool.h>

/* Before any thread is made: threads inherit it. */
void interrupts_hold(void);
/* Whether one waits; the argument is not used. */
bool interrupts_waiting(void *context);
/* A file that grows beyond what is allowed is a failed write, not a death. */
void interrupts_ignore_size(void);

#endif
