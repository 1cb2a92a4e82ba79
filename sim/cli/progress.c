#include "cli/progress.h"

#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

static const double terminal_seconds = 0.25, line_seconds = 30;

void progress_init(struct progress *progress, bool quiet)
{
    *progress = (struct progress){.quiet = quiet, .terminal = isatty(STDERR_FILENO) == 1};
}

void progress_put_left(double seconds)
{
    const unsigned long left = (unsigned long)(seconds + 0.5);
    if (left >= 3600)
        fprintf(stderr, "%lu h %02lu min left", left / 3600, left / 60 % 60);
    else if (left >= 60)
        fprintf(stderr, "%lu min %02lu s left", left / 60, left % 60);
    else
        fprintf(stderr, "%lu s left", left);
}

static void put_line(const struct run_progress *now)
{
    const double made = (double)(now->done - now->done_before);
    const double rate = now->seconds > 0 ? made / now->seconds : 0;
    if (now->runs > 1)
        fprintf(stderr, "run %u of %u, ", now->run + 1, now->runs);
    fprintf(stderr, "month %u of %u (%.0f%%), %.1f months/s, ", now->month, now->months,
            100.0 * (double)now->done / (double)now->total, rate);
    progress_put_left(rate > 0 ? (double)(now->total - now->done) / rate : 0);
}

bool progress_due(struct progress *progress, double seconds)
{
    const double wait = progress->terminal ? terminal_seconds : line_seconds;
    const bool due = !progress->quiet && seconds - progress->shown >= wait;
    if (due)
        progress->shown = seconds;
    return due;
}

void progress_tell(void *context, const struct run_progress *now)
{
    struct progress *progress = context;
    if (progress->quiet || (!progress_due(progress, now->seconds) && !now->writing))
        return;
    if (progress->terminal)
        fputs("\r\033[K", stderr);
    if (!now->writing)
        put_line(now);
    else if (progress->terminal)
        fputs("writing the file", stderr);
    if (!progress->terminal && !now->writing)
        fputc('\n', stderr);
    progress->line_is_open = progress->terminal;
    fflush(stderr);
}

void progress_end(struct progress *progress)
{
    if (progress->line_is_open)
        fputs("\r\033[K", stderr);
    progress->line_is_open = false;
}
