/* What can be switched off: the processes of the month, and parts of some of them. What
 * each is stands in its row of levers.c. */
#ifndef PARAMS_KNOCKOUTS_H
#define PARAMS_KNOCKOUTS_H

/* In no order; their names in scenarios below. */
/* clang-format off */
enum process {
    PROCESS_DEMOGRAPHY,
    PROCESS_NEEDS,
    PROCESS_INFORMAL_SUPPORT,
    PROCESS_INTAKE,
    PROCESS_FORMAL_SUPPORT,
    PROCESS_SELF_RELIANCE,
    PROCESS_TRUST,
    PROCESS_HISTORY,
    PROCESS_SUPPORT_NETWORK,
    PROCESS_COLLABORATION_NETWORK,
    PROCESS_INSTITUTIONS,
    PROCESS_REINFORCEMENT, /* of those below by what it brought them */
    PROCESS_ENTRY,
    PROCESS_ENTREPRENEURS,
    PROCESS_PRACTICES,
    PROCESS_SHARED_VISION,
    PROCESS_VISION_TO_CHOICE,
    PROCESS_STEERING,
    PROCESS_LEARNING,
    PROCESS_INCIDENTS,
    PROCESS_ELECTIONS,
    PROCESS_PEER_LEARNING,
    PROCESS_FINANCE,
    PROCESS_INITIATIVES,
    PROCESS_CHALLENGE,
    PROCESSES
};
/* clang-format on */
extern const char *const process_names[PROCESSES];

#endif
