/* How many instructions this process has run, in its own code and that of libraries, where the
 * processor counts them and the system shows it: on many virtual machines neither does. */
#ifndef TESTS_BENCH_INSTRUCTIONS_H
#define TESTS_BENCH_INSTRUCTIONS_H

/* Negative when they cannot be counted. Of the thread that calls it. */
int instructions_open(void);
/* Since then; 0 when they are not counted. */
double instructions_read(int counter);

#endif
