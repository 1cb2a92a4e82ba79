/* A village for tests of the model: Aa en Hunze at a tenth of its size, some
 * 2,500 residents in 22 neighbourhoods, settled and run in a moment. */
#ifndef TESTS_VILLAGE_H
#define TESTS_VILLAGE_H

#include "model/model.h"
#include "params/scenario.h"

struct village {
    struct scenario scenario;
    struct spel_model *model;
};

/* The scenario; `more` is YAML that follows the head and the place, or NULL. The
 * test fails when it is refused. */
void village_scenario(struct scenario *scenario, const char *more);
/* The same on a share of the place other than a tenth, and of another place. */
void village_scaled(struct scenario *scenario, double scale, const char *more);
void village_of(struct scenario *scenario, const char *municipality, double scale,
                const char *more);
/* Several places in one scenario. */
void village_towns(struct scenario *scenario, const char *const *municipalities, size_t count,
                   double scale, const char *more);
/* Scenario and first day; the village must stay where it is until it is cleared. */
void village_settle(struct village *village, const char *more);
/* The whole place, so that rounding to persons hides no misfit, on its first day
 * without the run-in; for the tests of settlement. */
void village_whole(struct village *village);
void village_clear(struct village *village);
/* Runs some months. */
void village_run(struct village *village, uint32_t months);

/* The village as it was on the first day, beside the one that has run so many months. */
struct village_pair {
    struct village before, after;
};
void village_pair(struct village_pair *pair, const char *more, uint32_t months);
void village_pair_clear(struct village_pair *pair);

/* Turns a lever in every neighbourhood. */
void village_lever(struct world *world, enum lever lever, double value);
/* Puts the same steering into force in every domain and neighbourhood. */
void village_steer(struct world *world, double steering);

/* Whether two villages are in the same state. */
bool village_same(const struct village *one, const struct village *other);

/* A need in its domain, or COLUMN_NONE. */
uint32_t village_need(const struct world *world, uint32_t resident, enum domain domain);

#endif
