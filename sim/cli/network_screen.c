#include "cli/network_screen.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const char *const shown[] = {"ties",          "recip",    "transTrip", "cycle3",
                                    "hamming",       "isolates", "outdeg_sd", "indeg_sd",
                                    "simX_centered", "same_cov", "beh_mean",  "beh_sd"};

void network_screen_tell(void *context, const struct network_progress *now)
{
    struct progress *progress = context;
    if (!progress_due(progress, now->seconds))
        return;
    const double share = (now->done + now->part) / now->runs;
    if (progress->terminal)
        fputs("\r\033[K", stderr);
    fprintf(stderr, "simulation %u of %u (%.0f%%), ", now->done, now->runs, 100 * share);
    if (now->mini_steps > 0 && now->seconds > 0)
        fprintf(stderr, "%.3g mini-steps/s, ", (double)now->mini_steps / now->seconds);
    progress_put_left(share > 0 ? now->seconds * (1 - share) / share : 0);
    if (!progress->terminal)
        fputc('\n', stderr);
    progress->line_is_open = progress->terminal;
    fflush(stderr);
}

static bool is_shown(const char *name)
{
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
        if (strcmp(shown[i], name) == 0)
            return true;
    return false;
}

void network_screen_results(const struct network_results *results)
{
    printf("%-24s %14s %14s\n", "at the end of the period", "mean", "sd");
    for (size_t s = 0; s < results->statistics; s++) {
        const struct network_moments moments = network_moments_of(results, s);
        if (!is_shown(results->names[s]) || moments.count == 0)
            continue;
        printf("%-24s %14.6g ", results->names[s], moments.mean);
        if (moments.count > 1)
            printf("%14.6g\n", moments.sd);
        else
            printf("%14s\n", "-");
    }
    const double steps = (double)results->mini_steps;
    printf("%zu simulation%s, %llu mini-steps in %.2f s on %d thread%s: %.3g mini-steps/s, "
           "%.2f CPU-us each\n",
           results->runs, results->runs == 1 ? "" : "s", (unsigned long long)results->mini_steps,
           results->seconds, results->threads, results->threads == 1 ? "" : "s",
           results->seconds > 0 ? steps / results->seconds : 0,
           steps > 0 ? 1e6 * results->processor_seconds / steps : 0);
}
