/* The benchmark: CPU-nanoseconds per resident-month, process by process, with
 * two references of the machine measured in the same run: in-place update of a
 * large array (memory bandwidth) and a gather within 4,096 places.
 *
 *   bench FOLDER [residents, default 1000000] [months, default 24] [processes left out ...]
 *
 * FOLDER holds the place tables. The population is that of the six example
 * municipalities (about one million residents), thinned by `scale` below that
 * and repeated with other codes above it. Figures are medians over months of
 * CPU time of all threads (CLOCK_PROCESS_CPUTIME_ID). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "bench/bytes_moved.h"
#include "bench/clock.h"
#include "model/model.h"
#include "model/month.h"
#include "observe/variables.h"

enum { MONTHS_MOST = 240, LAPS = PROCESSES + 1, OBSERVE = PROCESSES, NEAR = 4096 };

struct watch {
    struct laps laps;
    double last, last_wall;
    double spent[LAPS][MONTHS_MOST], wall[LAPS][MONTHS_MOST]; /* CPU time, wall clock */
    size_t month;
};

static void take_lap(struct laps *laps, enum process process)
{
    struct watch *watch = (struct watch *)(void *)laps;
    const double now = clock_seconds(CLOCK_PROCESS_CPUTIME_ID);
    const double wall = clock_seconds(CLOCK_MONOTONIC);
    watch->spent[process][watch->month] += now - watch->last;
    watch->wall[process][watch->month] += wall - watch->last_wall;
    watch->last = now;
    watch->last_wall = wall;
}

static int smaller(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(const double *values, size_t count)
{
    double sorted[MONTHS_MOST];
    memcpy(sorted, values, count * sizeof *sorted);
    qsort(sorted, count, sizeof *sorted, smaller);
    return sorted[count / 2];
}

/* GB/s of an in-place update over 256 MiB, and ns of a gather of eight bytes
 * within 4,096 places of a running position. */
static void references(double *bandwidth, double *gather)
{
    const size_t count = 32u << 20;
    double *array = memory_take(count, sizeof *array, NULL);
    double best = 1e9, nearest = 1e9;
    for (int k = 0; array && k < 5; k++) {
        double start = clock_seconds(CLOCK_MONOTONIC);
        for (size_t i = 0; i < count; i++)
            array[i] += 1;
        const double update = clock_seconds(CLOCK_MONOTONIC) - start;
        best = update < best ? update : best;
        start = clock_seconds(CLOCK_MONOTONIC);
        uint32_t state = 1;
        double sum = 0;
        for (size_t i = NEAR; i < count / 2; i++) {
            state = state * 1664525u + 1013904223u;
            sum += array[i - NEAR + (state >> 19)];
        }
        const double near = (clock_seconds(CLOCK_MONOTONIC) - start) / (double)(count / 2 - NEAR);
        nearest = near < nearest ? near : nearest;
        array[0] += sum * 1e-300;
    }
    memory_release(array);
    *bandwidth = 2 * 8.0 * (double)count / best / 1e9;
    *gather = nearest * 1e9;
}

/* Repeats the rows of the place table with other codes. */
static bool repeat(struct scenario *scenario, size_t times)
{
    struct places *places = &scenario->places;
    struct place_row *rows = malloc(times * places->count * sizeof *rows);
    if (!rows)
        return false;
    for (size_t t = 0; t < times; t++)
        for (size_t r = 0; r < places->count; r++) {
            rows[t * places->count + r] = places->rows[r];
            if (t > 0)
                rows[t * places->count + r].municipality_code[0] = (char)('a' + t % 26);
        }
    places->rows = rows; /* the first rows stay with the scenario's own memory */
    places->count *= times;
    return true;
}

static bool read_scenario(struct scenario *scenario, const char *folder, size_t residents,
                          struct spel_error *error)
{
    static const char text[] =
        "samenspel: 1\n"
        "title: {nl: bench, en: bench}\n"
        "place: {municipality: [\"'s-Hertogenbosch\", Utrecht, Zwolle, Aa en Hunze, Heerlen, "
        "Eindhoven]}\n";
    char path[] = "/tmp/samenspel-bench-XXXXXX";
    const int descriptor = mkstemp(path);
    FILE *file = descriptor >= 0 ? fdopen(descriptor, "w") : NULL;
    if (!file || fputs(text, file) < 0 || fclose(file) != 0)
        return false;
    char scale[64];
    const double part = (double)residents / 999490;
    snprintf(scale, sizeof scale, "place.scale=%.6f", part < 1 ? part : 1);
    const char *const folders[] = {folder, NULL};
    const char *const overrides[] = {scale};
    const bool read = scenario_read(scenario, path, overrides, 1, folders, error);
    remove(path);
    return read && (part <= 1.5 || repeat(scenario, (size_t)(part + 0.5)));
}

static size_t world_bytes(const struct world *world)
{
    struct population list[POPULATIONS];
    world_populations(world, list);
    size_t bytes = 0;
    for (size_t p = 0; p < POPULATIONS; p++)
        bytes += list[p].rows * columns_row_bytes(list[p].columns);
    const struct scratch *scratch = &world->scratch;
    bytes += scratch->mover_capacity * sizeof *scratch->movers;
    bytes += scratch->letter_capacity * 2 * sizeof *scratch->letters;
    bytes += scratch->places *
             (sizeof *scratch->intent + sizeof *scratch->known + sizeof *scratch->request_units +
              sizeof *scratch->request_row + sizeof *scratch->turns);
    bytes += (scratch->blocks + 2 * scratch->neighbourhoods) * DOMAINS * CONTRACT_SLOTS * RANKS * 4;
    bytes += scratch->rows * sizeof *scratch->cases;
    bytes += scratch->blocks * TALLIES * sizeof(double);
    const struct collaboration_room *room = &world->collaborations.room;
    bytes += COLLABORATION_WORKERS *
             (room->actors * ((COLLABORATION_SLOTS + COLLABORATION_NAMED) * sizeof *room->out + 2 +
                              COLLABORATION_KNOWN * sizeof *room->known) +
              room->options * (2 * sizeof *room->alter + 3 + 3 * sizeof *room->weight) +
              room->places * sizeof *room->where);
    return bytes;
}

static size_t residents_of(const struct world *world)
{
    size_t count = 0;
    for (size_t n = 0; n < world->neighbourhoods.count; n++)
        count += world->neighbourhoods.residents[n];
    return count;
}

/* Runs the months under the watch; returns their number. */
static void run_months(struct watch *watch, struct spel_model *model,
                       struct observation *observation, size_t months, double *total,
                       double *clock_time)
{
    for (watch->month = 0; watch->month < months; watch->month++) {
        model->now.month = ++model->done;
        const double start = watch->last = clock_seconds(CLOCK_PROCESS_CPUTIME_ID);
        const double wall = watch->last_wall = clock_seconds(CLOCK_MONOTONIC);
        month_run(model->scenario, model->now, &model->world, &watch->laps);
        total[watch->month] = watch->last - start;
        clock_time[watch->month] = clock_seconds(CLOCK_MONOTONIC) - wall;
        watch->last = clock_seconds(CLOCK_PROCESS_CPUTIME_ID);
        observation_measure(observation, model);
        watch->spent[OBSERVE][watch->month] = clock_seconds(CLOCK_PROCESS_CPUTIME_ID) - watch->last;
    }
}

/* The nine processes of residents and help; the calendar counts with demography. */
static const enum process first_layer[] = {
    PROCESS_DEMOGRAPHY, PROCESS_NEEDS,          PROCESS_INFORMAL_SUPPORT,
    PROCESS_INTAKE,     PROCESS_FORMAL_SUPPORT, PROCESS_SELF_RELIANCE,
    PROCESS_TRUST,      PROCESS_FINANCE,
};

static void print_months(const struct watch *watch, const struct world *world, size_t months,
                         const double *total, const double *clock_time)
{
    const double all = median(total, months), people = (double)residents_of(world);
    printf(
        "\nprocess            CPU-ns per resident-month   share   bytes per resident   wall-ns\n");
    for (size_t p = 0; p < PROCESSES; p++) {
        const double spent = median(watch->spent[p], months);
        if (spent / people < 1e-12)
            continue; /* a knock-out within a process has no time of its own */
        printf("%-18s %12.2f              %5.1f%%   %10.0f        %10.2f\n", process_names[p],
               spent / people * 1e9, 100 * spent / all,
               bytes_moved(world, (enum process)p) / people,
               median(watch->wall[p], months) / people * 1e9);
    }
    double first = 0;
    for (size_t k = 0; k < sizeof first_layer / sizeof *first_layer; k++)
        first += median(watch->spent[first_layer[k]], months);
    printf("%-18s %12.2f              (demography to trust, and finance)\n", "residents and help",
           first / people * 1e9);
    printf("%-18s %12.2f              (medians over %zu months)\n", "the month", all / people * 1e9,
           months);
    printf("%-18s %12.2f\n", "wall clock", median(clock_time, months) / people * 1e9);
    printf("%-18s %12.2f              (not in the month)\n", "measuring",
           median(watch->spent[OBSERVE], months) / people * 1e9);
}

/* Settles under the clocks and says what it took. */
static struct spel_model *settle(const struct scenario *scenario, struct spel_error *error)
{
    double bandwidth, gather;
    references(&bandwidth, &gather);
    const double start = clock_seconds(CLOCK_PROCESS_CPUTIME_ID),
                 wall = clock_seconds(CLOCK_MONOTONIC);
    struct spel_model *model = model_settle(scenario, 0, error);
    if (!model)
        return NULL;
    const double settled = clock_seconds(CLOCK_PROCESS_CPUTIME_ID),
                 settled_wall = clock_seconds(CLOCK_MONOTONIC);
    model_burn_in(model);
    const double burnt = clock_seconds(CLOCK_PROCESS_CPUTIME_ID),
                 burnt_wall = clock_seconds(CLOCK_MONOTONIC);
    const struct world *world = &model->world;
    const double people = (double)residents_of(world);
    size_t rows = 0;
    for (size_t b = 0; b < world->blocks.count; b++)
        rows += world->blocks.row_count[b];
    printf("residents          %.0f, places %zu, neighbourhoods %zu\n", people,
           world->residents.count, world->neighbourhoods.count);
    printf("reference          %.1f GB/s in-place update, %.2f ns local gather (one thread)\n",
           bandwidth, gather);
    printf("settlement         %.2f CPU-us a resident, %.2f s of wall clock\n",
           (settled - start) / people * 1e6, settled_wall - wall);
    printf("burn-in            %.2f CPU-us a resident, %.2f s of wall clock, %.0f months\n",
           (burnt - settled) / people * 1e6, burnt_wall - settled_wall,
           scenario->params.settlement.burn_in);
    printf("memory             %.0f bytes a resident, ties included\n",
           (double)world_bytes(world) / people);
    printf("needs              %.3f a resident\n", (double)rows / people);
    return model;
}

/* Leaves processes out, from settlement on. */
static bool leave_out(struct scenario *scenario, char **words, int count)
{
    for (int w = 0; w < count; w++) {
        size_t p = 0;
        while (p < PROCESSES && strcmp(process_names[p], words[w]) != 0)
            p++;
        if (p == PROCESSES) {
            fprintf(stderr, "bench: no process is called %s\n", words[w]);
            return false;
        }
        scenario->process_off[p] = true;
    }
    return true;
}

int main(int count, char **words)
{
    static struct scenario scenario;
    static struct watch watch = {.laps = {take_lap}};
    struct spel_error error = {0};
    if (count < 2) {
        fprintf(stderr, "usage: bench FOLDER [residents] [months] [processes left out ...]\n");
        return 2;
    }
    const size_t wanted = count > 2 ? strtoul(words[2], NULL, 10) : 1000000;
    size_t months = count > 3 ? strtoul(words[3], NULL, 10) : 24;
    months = months > MONTHS_MOST ? MONTHS_MOST : months < 1 ? 1 : months;
    struct observation observation;
    double total[MONTHS_MOST], clock_time[MONTHS_MOST];
    if (!read_scenario(&scenario, words[1], wanted, &error)) {
        fprintf(stderr, "%s\n", error.text);
        return 2;
    }
    if (count > 4 && !leave_out(&scenario, words + 4, count - 4))
        return 2;
    struct spel_model *model = settle(&scenario, &error);
    if (!model || !observation_init(&observation, model, &error)) {
        fprintf(stderr, "%s\n", error.text);
        return 5;
    }
    run_months(&watch, model, &observation, months, total, clock_time);
    print_months(&watch, &model->world, months, total, clock_time);
    observation_clear(&observation);
    spel_model_free(model);
    return 0;
}
