#include "run/sweep_alone.h"

#include <errno.h>
#include <omp.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ASK_MILLISECONDS = 100 };

static bool write_all(int file, const void *bytes, size_t count)
{
    const char *from = bytes;
    while (count > 0) {
        const ssize_t done = write(file, from, count);
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            return false;
        from += done;
        count -= (size_t)done;
    }
    return true;
}

/* Tells the run and its series, and ends by a signal: there is nothing to be tidied, and all
 * that is open belongs to the process that this one was made from. A run that was asked to stop
 * is not told. */
static void be_alone(const struct sweep_plan *plan, const struct sweep_options *options,
                     struct sweep_run *run, float *values, int told)
{
    omp_set_num_threads(1); /* the others stayed behind */
    if (sweep_point_run(plan, options, run, values) && write_all(told, run, sizeof *run))
        write_all(told, values, plan->run_values * sizeof *values);
    kill(getpid(), SIGKILL);
}

/* Reads until the end; false when asked to stop before. */
static bool listen(int file, const struct sweep_options *options, void *bytes, size_t count,
                   size_t *heard)
{
    for (ssize_t done = 1; done != 0;) {
        struct pollfd about = {.fd = file, .events = POLLIN};
        if (options->stop && options->stop(options->context))
            return false;
        if (*heard == count)
            return true;
        if (poll(&about, 1, ASK_MILLISECONDS) <= 0)
            continue;
        done = read(file, (char *)bytes + *heard, count - *heard);
        if (done < 0 && errno != EINTR)
            return true;
        *heard += done > 0 ? (size_t)done : 0;
        done = done < 0 ? 1 : done;
    }
    return true;
}

static void fail(struct sweep_run *run, int status)
{
    const int number = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    run->status = LEDGER_FAILED;
    snprintf(run->message, sizeof run->message,
             "it was under way when the program ended, and tried again alone it ended its process "
             "by signal %d (%s)",
             number, strsignal(number));
}

bool sweep_alone_run(const struct sweep_plan *plan, const struct sweep_options *options,
                     struct sweep_run *run, float *values)
{
    const size_t series = plan->run_values * sizeof *values;
    struct sweep_run told = *run;
    size_t heard = 0;
    int ends[2], status = 0;
    if (pipe(ends) != 0)
        return sweep_point_run(plan, options, run, values);
    const pid_t process = fork();
    if (process == 0)
        be_alone(plan, options, run, values, ends[1]);
    close(ends[1]);
    bool goes_on = process > 0 && listen(ends[0], options, &told, sizeof told, &heard);
    const bool began = goes_on && heard == sizeof told;
    heard = 0;
    goes_on = goes_on && (!began || listen(ends[0], options, values, series, &heard));
    close(ends[0]);
    if (process < 0)
        return sweep_point_run(plan, options, run, values);
    kill(process, SIGKILL);
    while (waitpid(process, &status, 0) < 0 && errno == EINTR)
        ;
    if (began && heard == series)
        *run = told;
    else if (goes_on)
        fail(run, status);
    return goes_on;
}
