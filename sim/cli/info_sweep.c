#include "cli/info_sweep.h"

#include <stdio.h>
#include <string.h>

#include "output/sweep_contents.h"

enum { MOST_FAILED = 10 };

/* The lines of the identity that begin so, without that: each on a line, or by commas. */
static void put_lines(const char *label, const char *identity, const char *begin, bool apart)
{
    size_t count = 0;
    for (const char *line = identity; line; line = strchr(line, '\n')) {
        line += *line == '\n';
        if (strncmp(line, begin, strlen(begin)) != 0)
            continue;
        const char *rest = line + strlen(begin);
        if (apart || count == 0)
            printf("%s%-12s", count > 0 ? "\n" : "", count > 0 ? "" : label);
        printf("%s%.*s", !apart && count > 0 ? ", " : "", (int)strcspn(rest, "\n"), rest);
        count++;
    }
    if (count > 0)
        putchar('\n');
}

static void put_failed(const struct sweep_contents *contents)
{
    size_t shown = 0;
    for (size_t r = 0; r < contents->runs && shown < MOST_FAILED; r++)
        if (contents->status[r] == LEDGER_FAILED) {
            printf("failed      %zu,%zu: %s\n", r / contents->replicates, r % contents->replicates,
                   contents->messages[r]);
            shown++;
        }
    if (contents->of_status[LEDGER_FAILED] > shown)
        printf("failed      and %zu more: /runs/message\n",
               contents->of_status[LEDGER_FAILED] - shown);
}

static void put_contents(const char *path, const struct sweep_contents *contents)
{
    printf("file        %s\ntitle       %s\n", path, contents->title);
    printf("written by  %s\n", contents->program);
    printf("sweep       %s, n %zu: %zu points, %zu replicates of each, %zu months\n",
           contents->design ? contents->design : "", contents->n, contents->points,
           contents->replicates, contents->months);
    printf("runs        %zu: %zu finished, %zu failed, %zu not run\n", contents->runs,
           contents->of_status[LEDGER_FINISHED], contents->of_status[LEDGER_FAILED],
           contents->of_status[LEDGER_WAITING]);
    printf("seed        0x%s\n", contents->seed ? contents->seed : "");
    if (contents->until && contents->until_replicates > 0)
        printf("until       %s: held after %zu replicates\n", contents->until,
               contents->until_replicates);
    else if (contents->until)
        printf("until       %s: did not hold\n", contents->until);
    put_lines("varied", contents->identity, "varied: ", true);
    put_lines("kept", contents->identity, "kept: ", false);
    put_failed(contents);
}

enum outcome info_sweep(const char *path)
{
    struct spel_error error = {.code = SPEL_FINE};
    struct sweep_contents contents;
    const bool fine = sweep_contents_read(path, &contents, &error);
    if (fine)
        put_contents(path, &contents);
    sweep_contents_clear(&contents);
    return fine ? OUTCOME_FINE : outcome_of(&error);
}
