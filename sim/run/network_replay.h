/* A chain of mini-steps replayed: how probable each was, without any chance. */
#ifndef RUN_NETWORK_REPLAY_H
#define RUN_NETWORK_REPLAY_H

#include "run/network_setting.h"

struct network_replay_row {
    long run, step;                /* run: 0 where the chain has none */
    double log_option, log_choice; /* minus infinity for what the model excludes */
};

/* How far the chain's own log-probabilities are from ours. */
struct network_replay_report {
    size_t rows;
    double worst_option, worst_choice;
    long row_option, row_choice; /* lines of the file */
};

struct network_replay_options {
    bool against; /* the chain has the columns log_p_option and log_p_choice: compare */
    /* Told of each row; may be NULL. */
    void (*tell)(void *context, const struct network_replay_row *row);
    void *context;
};

/* Replays the chain file from the start of the setting; where it has a column `run`, anew for each
 * run. A row that cannot be read is a fault with its line. */
bool network_replay(const struct network_setting *setting, const char *path,
                    const struct network_replay_options *options,
                    struct network_replay_report *report, struct spel_error *error);

#endif
