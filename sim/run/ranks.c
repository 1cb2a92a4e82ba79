#include "run/ranks.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/sha256.h"
#include "base/version.h"
#include "run/run.h"

enum { LONGEST_PATH = 4096 };
static const char library_name[] = "samenspel-mpi.so";

/* How many processes the starter says that it has started: of Open MPI, of MPICH and those after
 * it, and of Slurm for either. 0: it has not said. */
static long started(void)
{
    const char *count = getenv("OMPI_COMM_WORLD_SIZE");
    if (!count)
        count = getenv("PMI_SIZE");
    if (!count && getenv("PMIX_RANK"))
        count = getenv("SLURM_STEP_NUM_TASKS");
    return count ? strtol(count, NULL, 10) : 0;
}

/* Beside the command, or where an installed tree has its libraries. */
static void *load(void)
{
    static const char *const folders[] = {".", SPEL_LIBRARIES_FROM_COMMAND};
    char command[LONGEST_PATH], path[2 * LONGEST_PATH];
    const ssize_t length = readlink("/proc/self/exe", command, sizeof command - 1);
    if (length <= 0)
        return NULL;
    command[length] = '\0';
    *strrchr(command, '/') = '\0';
    void *library = NULL;
    for (size_t i = 0; !library && i < sizeof folders / sizeof *folders; i++) {
        snprintf(path, sizeof path, "%s/%s/%s", command, folders[i], library_name);
        if (access(path, R_OK) == 0)
            library = dlopen(path, RTLD_NOW | RTLD_GLOBAL);
    }
    return library;
}

bool ranks_begin(struct ranks *ranks, struct spel_error *error)
{
    const long count = started();
    *ranks = (struct ranks){.rank = 0, .count = 1, .beside = 1};
    if (count <= 1)
        return true;
    ranks->library = load();
    ranks->calls = ranks->library ? dlsym(ranks->library, RANKS_TABLE) : NULL;
    if (!ranks->calls) {
        ranks_end(ranks);
        return error_set(error, SPEL_ERROR_INPUT,
                         "started as one of %ld ranks, without MPI: %s is not beside the command "
                         "(it is built where CMake finds MPI); --array I/N needs none",
                         count, library_name);
    }
    return ranks->calls->begin(&ranks->rank, &ranks->count, &ranks->beside) ||
           error_set(error, SPEL_ERROR_INTERNAL, "MPI cannot begin with threads in each rank");
}

void ranks_end(struct ranks *ranks)
{
    if (ranks->calls)
        ranks->calls->end();
    ranks->calls = NULL;
}

bool ranks_agree(const struct ranks *ranks, bool fine, struct spel_error *error)
{
    if (!ranks->calls)
        return fine;
    const int first = ranks->calls->least(fine ? ranks->count : ranks->rank);
    if (first == ranks->count)
        return true;
    ranks->calls->share(error, sizeof *error, first);
    return false;
}

bool ranks_same(const struct ranks *ranks, const char *text, const char *what,
                struct spel_error *error)
{
    char own[SHA256_TEXT], first[SHA256_TEXT];
    if (!ranks->calls)
        return true;
    sha256_text(text ? text : "", text ? strlen(text) : 0, own);
    memcpy(first, own, sizeof first);
    ranks->calls->share(first, sizeof first, 0);
    return strcmp(own, first) == 0 ||
           error_set(error, SPEL_ERROR_INPUT, "rank %d of %d has another %s than rank 0",
                     ranks->rank, ranks->count, what);
}

void ranks_tell(const struct ranks *ranks, const struct ranks_message *message)
{
    ranks->calls->tell(message, sizeof *message, 0);
}

uint64_t ranks_ask(const struct ranks *ranks, const struct ranks_message *message)
{
    uint64_t number = RANKS_NOTHING;
    ranks_tell(ranks, message);
    ranks->calls->hear(&number, sizeof number, 0);
    return number;
}

bool ranks_hear(const struct ranks *ranks, int *from, struct ranks_message *message)
{
    if (!ranks->calls->waiting(from))
        return false;
    ranks->calls->hear(message, sizeof *message, *from);
    return true;
}

void ranks_answer(const struct ranks *ranks, int to, uint64_t number)
{
    ranks->calls->tell(&number, sizeof number, to);
}

/* A rank that is bound to some of the processors has those; else the ranks of a machine share
 * all. */
int ranks_threads(const struct ranks *ranks, int wanted)
{
    const int here = run_threads(wanted);
    const bool bound = here < sysconf(_SC_NPROCESSORS_ONLN);
    const int each = wanted > 0 || bound ? here : here / ranks->beside;
    return each > 0 ? each : 1;
}
