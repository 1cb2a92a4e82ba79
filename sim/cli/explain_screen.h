/* An explanation on the screen, in Dutch or English. */
#ifndef CLI_EXPLAIN_SCREEN_H
#define CLI_EXPLAIN_SCREEN_H

#include "cli/screen.h"
#include "run/explanation.h"

void explain_screen(const struct explanation *explanation,
                    const struct explanation_question *question, enum language language);

#endif
