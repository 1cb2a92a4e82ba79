/* A comparison on the screen, in Dutch or English. */
#ifndef CLI_COMPARE_SCREEN_H
#define CLI_COMPARE_SCREEN_H

#include "cli/screen.h"
#include "output/comparison.h"

/* What is compared and what differs; the headline variables by period; who gains and who loses
 * in the last period. */
void compare_screen(const struct comparison *comparison, enum language language);

/* "+0.0123 ±0.0021*": a difference with three digits, half of its interval, and a star when the
 * interval does not hold zero. */
enum { DIFFERENCE_TEXT = 64 };
void difference_text(const struct paired *paired, char text[DIFFERENCE_TEXT]);

#endif
