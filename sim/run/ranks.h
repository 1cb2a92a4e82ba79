/* The processes that share a sweep: ranks, started by mpirun or srun, on one machine or many
 * that see one folder. Started by itself, the command is rank 0 of 1.
 *
 * What calls MPI (ranks_mpi.c) is a library that is loaded only where there are more ranks than
 * one, so that the command starts as fast with it as without and needs no MPI to be there.
 * Rank 0 hands out; the others ask. */
#ifndef RUN_RANKS_H
#define RUN_RANKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

enum ranks_kind { RANKS_ASKS, RANKS_TELLS, RANKS_LEAVES };

/* What another rank says to rank 0. */
struct ranks_message {
    uint32_t kind;                     /* enum ranks_kind */
    uint32_t stopped;                  /* it leaves because it was asked to stop, or cannot go on */
    uint32_t point, replicate, status; /* of the run that it tells of */
    double value;                      /* of the run, for --until */
};

/* What rank 0 gives: a number, with this bit where the run must have a process to itself. */
#define RANKS_ALONE   ((uint64_t)1 << 63)
#define RANKS_NOTHING UINT64_MAX

/* What the library with MPI gives. Each is called by one thread at a time. */
struct ranks_calls {
    bool (*begin)(int *rank, int *count, int *beside);
    void (*end)(void);
    void (*share)(void *bytes, size_t count, int from); /* with all */
    int (*least)(int number);                           /* over all */
    void (*tell)(const void *bytes, size_t count, int to);
    void (*hear)(void *bytes, size_t count, int from);
    bool (*waiting)(int *from); /* whether somebody has told something */
};
/* The name of the table in the library. */
#define RANKS_TABLE "samenspel_ranks"

struct ranks {
    int rank, count;
    int beside; /* on this machine, with itself */
    void *library;
    const struct ranks_calls *calls; /* NULL for one alone */
};

/* Says who is who. Refused where several were started and this build knows no MPI. */
bool ranks_begin(struct ranks *ranks, struct spel_error *error);
void ranks_end(struct ranks *ranks);

/* Called by all: whether all are fine, else the sentence of the first that is not. */
bool ranks_agree(const struct ranks *ranks, bool fine, struct spel_error *error);
/* Called by all: whether a text is the same everywhere; `what` it is. */
bool ranks_same(const struct ranks *ranks, const char *text, const char *what,
                struct spel_error *error);

/* By ranks other than 0: tells something. */
void ranks_tell(const struct ranks *ranks, const struct ranks_message *message);
/* The same, and what rank 0 answers: a number; RANKS_NOTHING at the end. */
uint64_t ranks_ask(const struct ranks *ranks, const struct ranks_message *message);
/* By rank 0: what another has told; false when nobody has. An asker is to be answered. */
bool ranks_hear(const struct ranks *ranks, int *from, struct ranks_message *message);
void ranks_answer(const struct ranks *ranks, int to, uint64_t number);

/* Threads for each rank when `wanted` is 0: those of the machine, shared by the ranks on it. */
int ranks_threads(const struct ranks *ranks, int wanted);

#endif
