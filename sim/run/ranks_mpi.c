/* The calls of MPI that run/ranks.h is made of: a library of its own. An error of MPI ends all
 * ranks, as is usual; what was finished is on the disk. */
#include <mpi.h>

#include "run/ranks.h"

enum { TAG = 1 };

static bool begin(int *rank, int *count, int *beside)
{
    int level;
    MPI_Comm machine;
    MPI_Init_thread(NULL, NULL, MPI_THREAD_SERIALIZED, &level);
    MPI_Comm_rank(MPI_COMM_WORLD, rank);
    MPI_Comm_size(MPI_COMM_WORLD, count);
    MPI_Comm_split_type(MPI_COMM_WORLD, MPI_COMM_TYPE_SHARED, 0, MPI_INFO_NULL, &machine);
    MPI_Comm_size(machine, beside);
    MPI_Comm_free(&machine);
    return level >= MPI_THREAD_SERIALIZED;
}

static void end(void)
{
    MPI_Finalize();
}

static void share(void *bytes, size_t count, int from)
{
    MPI_Bcast(bytes, (int)count, MPI_BYTE, from, MPI_COMM_WORLD);
}

static int least(int number)
{
    int all = number;
    MPI_Allreduce(&number, &all, 1, MPI_INT, MPI_MIN, MPI_COMM_WORLD);
    return all;
}

static void tell(const void *bytes, size_t count, int to)
{
    MPI_Send(bytes, (int)count, MPI_BYTE, to, TAG, MPI_COMM_WORLD);
}

static void hear(void *bytes, size_t count, int from)
{
    MPI_Recv(bytes, (int)count, MPI_BYTE, from, TAG, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
}

static bool waiting(int *from)
{
    int there = 0;
    MPI_Status status;
    MPI_Iprobe(MPI_ANY_SOURCE, TAG, MPI_COMM_WORLD, &there, &status);
    if (there)
        *from = status.MPI_SOURCE;
    return there != 0;
}

extern const struct ranks_calls samenspel_ranks;
const struct ranks_calls samenspel_ranks = {begin, end, share, least, tell, hear, waiting};
