/* The support network against its figures.
 *
 *   samenspel-networks [--targets TABLE | --rest] [--times N] SCENARIO MONTHS [PATH=VALUE]...
 *
 * Runs the scenario and prints, on the first day and every three years after, what ties are like: how
 * many and by age, of which kinds, answered, closed, near; and between these days: how many of the
 * ties of those who are still there are kept after one and seven years (all of them, those outside
 * the household, those of who was adult then), what share two years have in common, and why ties
 * ended. Then it holds the last of these days against the table of targets. Weights in the table of
 * parameters were found with it. With --rest it prints a row a year instead, that says whether ties
 * are at rest (rest.h). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "measure.h"
#include "rest.h"
#include "targets.h"
#include "wave.h"

enum { YEAR = 12, EVERY = 36, WAVES_MOST = 64 };

/* Ties of `then` whose ego still has some tie now, and those of them that are there now. */
static void compare(const struct wave *then, const struct wave *now, size_t *stayed, size_t *kept)
{
    size_t at = 0;
    *stayed = *kept = 0;
    for (size_t k = 0; k < then->count; k++) {
        while (at < now->count && now->ties[at].who >> 32 < then->ties[k].who >> 32)
            at++;
        if (at == now->count || now->ties[at].who >> 32 != then->ties[k].who >> 32)
            continue;
        (*stayed)++;
        for (size_t l = at; l < now->count && now->ties[l].who >> 32 == then->ties[k].who >> 32;
             l++)
            *kept += now->ties[l].who == then->ties[k].who;
    }
}

/* The share kept, and the share in common, of all ties or of those that `which` says. */
static void print_kept(const struct wave *waves, int wave, int years, const char *which,
                       struct moments *moments)
{
    static const char *const measures[] = {"kept", "in_common"};
    size_t stayed, kept, back, same;
    if (wave < years)
        return;
    compare(&waves[wave - years], &waves[wave], &stayed, &kept);
    compare(&waves[wave], &waves[wave - years], &back, &same);
    for (int m = 0; m < 2; m++) {
        char name[MOMENT_TEXT];
        snprintf(name, sizeof name, "%s.%d%s", measures[m], years, which);
        moments_add(moments, name, (double)kept, (double)(m == 0 ? stayed : stayed + back - kept));
        printf("  %s %.3f%s", name, moments_value(moments, name), m == 0 ? "" : "\n");
    }
}

static void print_by_age(const struct moments *moments, const char *what)
{
    printf("  %s by age:", what);
    for (int a = 0; a < AGE_BANDS; a++) {
        char name[MOMENT_TEXT];
        snprintf(name, sizeof name, "%s.%s", what, age_band_names[a]);
        printf(" %s %.2f", age_band_names[a], moments_value(moments, name));
    }
    printf("\n");
}

static void print_moments(const struct spel_model *model, struct moments *moments)
{
    static const char *const names[] = {"degree",
                                        "outside",
                                        "degree.adults",
                                        "at_most_one_tie",
                                        "no_tie",
                                        "ties.household",
                                        "ties.family",
                                        "ties.neighbours",
                                        "ties.friends",
                                        "kin_share",
                                        "reciprocity",
                                        "closure",
                                        "local_share",
                                        "strength",
                                        "contact.family",
                                        "contact.friends",
                                        "contact.neighbours",
                                        "contact.neighbours.15_35",
                                        "contact.neighbours.35_65",
                                        "contact.neighbours.65_up"};
    moments_forget(moments);
    measure_ties(model, moments);
    printf("month %u\n", (unsigned)model->now.month);
    for (size_t n = 0; n < sizeof names / sizeof *names; n++)
        printf("  %s %.3f%s", names[n], moments_value(moments, names[n]), n % 5 == 4 ? "\n" : "");
    print_by_age(moments, "degree");
    print_by_age(moments, "outside");
}

/* What became of ties over some months. */
struct flows {
    double months, people, chances, unused, made, choice, death, moving;
};

static void add_flows(struct flows *flows, const struct world *world)
{
    const struct neighbourhoods *n = &world->neighbourhoods;
    flows->months++;
    for (size_t k = 0; k < n->count; k++) {
        flows->people += n->residents[k];
        flows->chances += n->tie_chances[k];
        flows->unused += n->tie_chances_unused[k];
        flows->made += n->ties_made[k];
        flows->choice += n->ties_lost_by_choice[k];
        flows->death += n->ties_lost_by_death[k];
        flows->moving += n->ties_lost_by_moving[k];
    }
}

static void print_flows(struct flows *f)
{
    if (f->months > 0)
        printf("  a resident-year: chances %.2f, unused %.3f of them; made %.3f, dropped %.3f, "
               "lost by "
               "death %.3f, by moving %.3f\n",
               12 * f->chances / f->people, f->unused / f->chances, 12 * f->made / f->people,
               12 * f->choice / f->people, 12 * f->death / f->people, 12 * f->moving / f->people);
    *f = (struct flows){0};
}

static void follow(struct spel_model *model, long months, struct moments *moments)
{
    static struct wave all[WAVES_MOST], outside[WAVES_MOST], adults[WAVES_MOST];
    struct flows flows = {0};
    for (long month = 0; month <= months; month++) {
        if (month > 0) {
            spel_model_step(model);
            add_flows(&flows, &model->world);
        }
        if (month % YEAR != 0 || month / YEAR >= WAVES_MOST)
            continue;
        const int wave = (int)(month / YEAR);
        all[wave] = wave_take(model, true, 0);
        outside[wave] = wave_take(model, false, 0);
        adults[wave] = wave_take(model, true, 18);
        if (month % EVERY != 0 && month != 7 * YEAR && month != YEAR)
            continue;
        print_moments(model, moments);
        print_flows(&flows);
        for (int years = 1; years <= 7; years += 6) {
            print_kept(all, wave, years, "", moments);
            print_kept(outside, wave, years, ".outside", moments);
            print_kept(adults, wave, years, ".adults", moments);
        }
        fflush(stdout);
    }
    for (int w = 0; w < WAVES_MOST; w++) {
        wave_clear(&all[w]);
        wave_clear(&outside[w]);
        wave_clear(&adults[w]);
    }
}

/* Repeats the rows of the place table; they all belong to the municipality of the first. */
static bool repeat(struct scenario *scenario, size_t times)
{
    struct places *places = &scenario->places;
    struct place_row *rows = malloc(times * places->count * sizeof *rows);
    if (!rows)
        return false;
    for (size_t r = 0; r < times * places->count; r++)
        rows[r] = places->rows[r % places->count];
    places->rows = rows; /* the first rows stay with the scenario's own memory */
    places->count *= times;
    return true;
}

static struct spel_model *settle(struct scenario *scenario, size_t times, struct spel_error *error)
{
    if (times > 1 && !repeat(scenario, times))
        return NULL;
    return spel_model_create(scenario, 0, error);
}

static const char usage[] = "samenspel-networks [--targets TABLE | --rest] [--times N] SCENARIO "
                            "MONTHS [PATH=VALUE]...";

enum { TIMES_MOST = 1000, MONTHS_MOST = 12000 };

struct asked {
    const char *targets;
    bool rest;
    long times, months;
};

static bool whole_number(const char *text, long least, long most, long *number)
{
    char *end;
    *number = strtol(text, &end, 10);
    return end != text && *end == '\0' && *number >= least && *number <= most;
}

/* Reads what stands before the scenario, and the months after it; where the scenario stands, 0
 * when something is not as it must be. */
static int options_read(char **arguments, int count, struct asked *asked)
{
    int at = 1;
    *asked = (struct asked){.times = 1};
    for (; at < count && strncmp(arguments[at], "--", 2) == 0; at++) {
        const bool more = at + 1 < count;
        if (strcmp(arguments[at], "--rest") == 0)
            asked->rest = true;
        else if (strcmp(arguments[at], "--targets") == 0 && more)
            asked->targets = arguments[++at];
        else if (strcmp(arguments[at], "--times") != 0 || !more ||
                 !whole_number(arguments[++at], 1, TIMES_MOST, &asked->times))
            return 0;
    }
    return count - at >= 2 && !(asked->rest && asked->targets) &&
                   whole_number(arguments[at + 1], 0, MONTHS_MOST, &asked->months)
               ? at
               : 0;
}

static bool measure(struct spel_model *model, const struct asked *asked,
                    const struct targets *targets, struct spel_error *error)
{
    struct moments moments = {0};
    if (asked->rest)
        return rest_follow(model, asked->months) ||
               error_set(error, SPEL_ERROR_MEMORY, "no memory");
    if (!moments_init(&moments, error))
        return false;
    follow(model, asked->months, &moments);
    if (asked->targets)
        targets_print(targets, &moments, &moments);
    moments_clear(&moments);
    return true;
}

int main(int count, char **arguments)
{
    static const char *const folders[] = {"scenarios", NULL};
    static struct targets targets;
    struct scenario scenario;
    struct spel_error error;
    struct asked asked;
    error_clear(&error);
    const int at = options_read(arguments, count, &asked);
    if (at == 0) {
        fprintf(stderr, "usage: %s\n", usage);
        return 2;
    }
    if ((asked.targets && !targets_read(&targets, asked.targets, &error)) ||
        !scenario_read(&scenario, arguments[at], (const char *const *)arguments + at + 2,
                       (size_t)(count - at - 2), folders, &error)) {
        fprintf(stderr, "%s\n", error.text);
        return 2;
    }
    struct spel_model *model = settle(&scenario, (size_t)asked.times, &error);
    const bool fine = model && measure(model, &asked, &targets, &error);
    if (!fine)
        fprintf(stderr, "%s\n", error.text);
    spel_model_free(model);
    scenario_clear(&scenario);
    return fine ? 0 : 1;
}
