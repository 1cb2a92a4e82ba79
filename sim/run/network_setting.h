/* From a network spec to what the engine runs on: the network of the start with
 * what is known of its actors, and the model by which it evolves. */
#ifndef RUN_NETWORK_SETTING_H
#define RUN_NETWORK_SETTING_H

#include "network/evolution.h"
#include "params/network_spec.h"

enum { SETTING_MEAN_ACTORS = 20000 }; /* the mean distance of more must be given */

struct network_setting {
    const struct network_spec *spec;
    struct pool pool;
    struct network start; /* covariates first, then behaviours */
    struct evolution_model model;
};

/* The spec stays where it is. Faults are one line each, with their places in the spec. Cleared also
 * after a failure. */
bool network_setting_init(struct network_setting *setting, const struct network_spec *spec,
                          struct spel_error *error);
void network_setting_clear(struct network_setting *setting);

/* A network like that of the start, to be changed; cleared with network_clear, also after a
 * failure. */
bool network_setting_copy(const struct network_setting *setting, struct network *network,
                          struct spel_error *error);
/* Makes such a copy as it was at the start. */
bool network_setting_restart(const struct network_setting *setting, struct network *network,
                             struct spel_error *error);

/* The terms and rates of the model: network_terms.c. False after faults. */
bool network_terms_init(struct network_setting *setting, struct spel_error *error);
/* Whether the rates at the start, with its ties, let the period end. */
bool network_terms_check(const struct network_setting *setting, struct spel_error *error);

#endif
