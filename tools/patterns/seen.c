/* What a municipality can see of its steering.
 *
 *   samenspel-seen REPLICATES SCENARIO [PATH=VALUE]...
 *
 * Runs the scenario with steering held at 0, 0.2 to 1, reads what its municipality sees
 * (7.11 of MODEL.md), and prints, of the score by which it would judge a trial, every
 * outcome weighing the same: what the step up to each level brings, from the third year
 * on; and, of the change from one year to the mean of the third and fourth after it, in
 * which no trial is, what chance does to it in the whole place and between halves of its
 * neighbourhoods, and what comes to all replicates alike. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "model/model.h"
#include "params/scenarios.h"
#include "process/steering_judge.h"

enum { LEVELS = 6, OVERRIDES = 32, DRAWS = 20, FROM = 2, GAP = 2, JUDGED = 2, SETTING = 40 };

/* Means of a month, of all years, replicates, neighbourhoods and domains of a level. */
struct sight {
    struct steering_view *views;
    size_t replicates, years, neighbourhoods;
    size_t *by_size; /* neighbourhoods, the largest first */
};

static struct steering_view *view_at(const struct sight *sight, size_t r, size_t y, size_t n,
                                     size_t d)
{
    return &sight->views[((r * sight->years + y) * sight->neighbourhoods + n) * DOMAINS + d];
}

static void add(struct steering_view *sum, const struct steering_view *more, double weight)
{
    for (size_t k = 0; k < LOOKS; k++)
        sum->look[k] += weight * more->look[k];
}

/* The running mean of a year is undone: `before` is what it was a month ago. */
static void add_month(struct sight *sight, const struct world *world, const float *before, size_t r,
                      uint32_t month)
{
    const float *seen = world->neighbourhoods.seen;
    const double memory = month < 12 ? month + 1.0 : 12;
    for (size_t n = 0; n < sight->neighbourhoods; n++)
        for (size_t d = 0; d < DOMAINS; d++)
            for (size_t half = 0; half < HALVES; half++) {
                struct steering_view was = {{0}}, is = {{0}};
                steering_view_add(&was, before, n, d, half);
                steering_view_add(&is, seen, n, d, half);
                struct steering_view *view = view_at(sight, r, month / 12, n, d);
                add(view, &was, (1 - memory) / 12);
                add(view, &is, memory / 12);
            }
}

static void rank(struct sight *sight, const struct world *world)
{
    const uint32_t *residents = world->neighbourhoods.residents;
    for (size_t n = 0; n < sight->neighbourhoods; n++) {
        size_t larger = 0;
        for (size_t i = 0; i < sight->neighbourhoods; i++)
            larger += residents[i] > residents[n] || (residents[i] == residents[n] && i < n);
        sight->by_size[larger] = n;
    }
}

static bool look_once(struct sight *sight, const struct scenario *scenario, size_t r,
                      struct spel_error *error)
{
    struct spel_model *model = spel_model_create(scenario, (uint32_t)r, error);
    if (!model)
        return false;
    const struct world *world = &model->world;
    const size_t count = world->municipalities.neighbourhoods[0], room = count * SIGHTS;
    float *before = memory_take(room, sizeof *before, error);
    if (r == 0) {
        sight->neighbourhoods = count;
        sight->views = memory_take(sight->replicates * sight->years * count * DOMAINS,
                                   sizeof *sight->views, error);
        sight->by_size = memory_take(count, sizeof *sight->by_size, error);
    }
    const bool fine = before && sight->views && sight->by_size;
    for (uint32_t month = 0; fine && month < 12 * sight->years; month++) {
        memcpy(before, world->neighbourhoods.seen, room * sizeof *before);
        spel_model_step(model);
        add_month(sight, world, before, r, month);
        if (r == 0 && month == 0)
            rank(sight, world);
    }
    memory_release(before);
    spel_model_free(model);
    return fine;
}

static bool look(struct sight *sight, char **arguments, int count, size_t level,
                 struct spel_error *error)
{
    static const char *const folders[] = {"scenarios", "scenarios/patterns", NULL};
    const char *overrides[OVERRIDES + 2];
    char steering[SETTING];
    struct scenarios scenarios;
    size_t settings = 0;
    for (int i = 1; i < count && settings < OVERRIDES; i++)
        overrides[settings++] = arguments[i];
    snprintf(steering, sizeof steering, "steering.all=%g", (double)level / (LEVELS - 1));
    overrides[settings++] = steering;
    overrides[settings++] = "processes.learning=off";
    if (!scenarios_read(&scenarios, arguments[0], overrides, settings, folders, error))
        return false;
    sight->years = scenarios.rows->months / 12;
    bool fine = scenarios.rows->municipality_count == 1 ||
                error_set(error, SPEL_ERROR_INPUT, "%s: must be of one municipality", arguments[0]);
    for (size_t r = 0; fine && r < sight->replicates; r++)
        fine = look_once(sight, scenarios.rows, r, error);
    scenarios_clear(&scenarios);
    return fine;
}

static double score(const struct steering_view *before, const struct steering_view *since)
{
    double weight[JUDGEMENTS];
    for (size_t o = 0; o < JUDGEMENTS; o++)
        weight[o] = 1.0 / JUDGEMENTS;
    return steering_judge_change(weight, before, since);
}

/* The change of the whole, or of the neighbourhoods of one arm: of each two that follow
 * each other in size the draw says which is in arm 1. */
static double change(const struct sight *sight, size_t r, size_t y, size_t d, int arm,
                     uint32_t draw)
{
    struct steering_view before = {{0}}, since = {{0}};
    for (size_t i = 0; i < sight->neighbourhoods; i++) {
        const size_t n = sight->by_size[i];
        const int in = (int)((draw >> (i / 2) ^ i) & 1);
        if (arm >= 0 && in != arm)
            continue;
        add(&before, view_at(sight, r, y, n, d), 1);
        for (size_t k = 0; k < JUDGED; k++)
            add(&since, view_at(sight, r, y + GAP + k, n, d), 1.0 / JUDGED);
    }
    return score(&before, &since);
}

struct noise {
    double whole, halves, alike; /* squares, summed over windows and domains */
    double windows;
};

static void hear(struct noise *noise, const struct sight *sight, size_t y, size_t d)
{
    const double replicates = (double)sight->replicates;
    double sum = 0, squares = 0, apart = 0;
    for (size_t r = 0; r < sight->replicates; r++) {
        const double whole = change(sight, r, y, d, -1, 0);
        sum += whole;
        squares += whole * whole;
        for (uint32_t draw = 0; draw < DRAWS; draw++) {
            const uint32_t lot = (draw + 1) * UINT32_C(2654435761) >> 8;
            const double gap = change(sight, r, y, d, 1, lot) - change(sight, r, y, d, 0, lot);
            apart += gap * gap / DRAWS;
        }
    }
    const double chance = (squares - sum * sum / replicates) / (replicates - 1);
    noise->whole += chance;
    noise->alike += sum * sum / replicates / replicates - chance / replicates;
    noise->halves += apart / replicates;
    noise->windows++;
}

/* What the step from `below` brought, of each replicate, on average over domains. */
static void step(const struct sight *below, const struct sight *sight, double *mean, double *error)
{
    const double replicates = (double)sight->replicates;
    double sum = 0, squares = 0;
    for (size_t r = 0; r < sight->replicates; r++) {
        double brought = 0;
        for (size_t d = 0; d < DOMAINS; d++) {
            struct steering_view was = {{0}}, is = {{0}};
            for (size_t y = FROM; y < sight->years; y++)
                for (size_t n = 0; n < sight->neighbourhoods; n++) {
                    add(&was, view_at(below, r, y, n, d), 1);
                    add(&is, view_at(sight, r, y, n, d), 1);
                }
            brought += score(&was, &is) / DOMAINS;
        }
        sum += brought;
        squares += brought * brought;
    }
    *mean = sum / replicates;
    *error = sqrt((squares - sum * sum / replicates) / (replicates - 1) / replicates);
}

static void print(const struct sight sights[LEVELS])
{
    struct noise noise = {0};
    printf("steering | the step up to it | standard error\n");
    for (size_t level = 0; level < LEVELS; level++) {
        const struct sight *sight = &sights[level];
        double mean = 0, error = 0;
        if (level > 0)
            step(sight - 1, sight, &mean, &error);
        printf("%.1f | %.4f | %.4f\n", (double)level / (LEVELS - 1), mean, error);
        for (size_t y = 1; y + GAP + JUDGED <= sight->years; y++)
            for (size_t d = 0; d < DOMAINS; d++)
                hear(&noise, sight, y, d);
    }
    printf("\nwithout a trial, standard deviations: chance of the whole %.4f, halves apart %.4f "
           "(in variance %.1f times), alike %.4f\n",
           sqrt(noise.whole / noise.windows), sqrt(noise.halves / noise.windows),
           noise.halves / noise.whole, sqrt(fmax(noise.alike / noise.windows, 0)));
}

int main(int count, char **arguments)
{
    struct sight sights[LEVELS] = {{.views = NULL}};
    struct spel_error error;
    const int replicates = count > 1 ? atoi(arguments[1]) : 0;
    error_clear(&error);
    if (count < 3 || replicates < 2 || count - 3 > OVERRIDES) {
        fprintf(stderr, "usage: samenspel-seen REPLICATES SCENARIO [PATH=VALUE]...\n");
        return 2;
    }
    bool fine = true;
    for (size_t level = 0; fine && level < LEVELS; level++) {
        sights[level].replicates = (size_t)replicates;
        fine = look(&sights[level], arguments + 2, count - 2, level, &error);
    }
    if (fine)
        print(sights);
    else
        fprintf(stderr, "%s\n", error.text);
    for (size_t level = 0; level < LEVELS; level++) {
        memory_release(sights[level].views);
        memory_release(sights[level].by_size);
    }
    return fine ? 0 : 2;
}
