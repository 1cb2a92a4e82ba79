/* The network engine on two small networks, against RSiena: CPU-microseconds per
 * mini-step, one thread.
 *
 *   bench_sets FOLDER
 *
 * FOLDER holds G400_actors.csv and G400_edges_w1.csv (set G: 400 actors), and may
 * hold s501_edges.csv (set B: 50 actors). RSiena 1.6.2 took 3.975 microseconds on
 * set B and 53.125 on set G, without scores and overhead, on a core of the same
 * kind (MODEL.md, network). */
#include <stdio.h>
#include <stdlib.h>

#include "bench/clock.h"
#include "network/evolution.h"

enum { EAST, NORTH, GROUP, COLUMNS };

struct set {
    const char *name, *edges;
    uint32_t actors;
    size_t runs;
    double rsiena; /* microseconds */
    struct evolution_model model;
};

static FILE *open_table(const char *folder, const char *name)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "r");
    int letter = 0;
    while (file && letter != '\n' && letter != EOF)
        letter = fgetc(file);
    return file;
}

static void read_actors(struct network *network, const char *folder)
{
    FILE *file = open_table(folder, "G400_actors.csv");
    unsigned actor, east, north, group, area;
    while (file && fscanf(file, "%u,%u,%u,%u,%u", &actor, &east, &north, &group, &area) == 5) {
        double *record = network->record + (actor - 1) * network->record_size;
        record[EAST] = east;
        record[NORTH] = north;
        record[GROUP] = group;
    }
    if (file)
        fclose(file);
}

static size_t read_edges(FILE *file, uint32_t (*edges)[2], size_t most)
{
    size_t count = 0;
    while (count < most && fscanf(file, "%u,%u", &edges[count][0], &edges[count][1]) == 2)
        count++;
    fclose(file);
    return count;
}

/* CPU time of the mini-steps of one run, from the start network. */
static double run_once(const struct set *set, struct network *network, uint32_t (*edges)[2],
                       size_t edge_count, uint32_t run, size_t *steps)
{
    struct spel_error error = {0};
    struct evolution evolution;
    struct mini_step step;
    bool over = false;
    lists_empty(&network->out);
    lists_empty(&network->in);
    for (size_t e = 0; e < edge_count; e++)
        network_make(network, edges[e][0] - 1, edges[e][1] - 1, &error);
    if (!evolution_init(&evolution, &set->model, network, SAMPLER_SPARSE, stream_key(1, run),
                        &error))
        exit(1);
    const double before = clock_seconds(CLOCK_PROCESS_CPUTIME_ID);
    while (evolution_next(&evolution, &step, &over, &error) && !over)
        (*steps)++;
    const double spent = clock_seconds(CLOCK_PROCESS_CPUTIME_ID) - before;
    evolution_clear(&evolution);
    return spent;
}

static void measure(const struct set *set, const char *folder)
{
    static uint32_t edges[4096][2];
    struct spel_error error = {0};
    struct network network;
    FILE *file = open_table(folder, set->edges);
    if (!file) {
        printf("%s: %s is not in %s\n", set->name, set->edges, folder);
        return;
    }
    const size_t edge_count = read_edges(file, edges, 4096);
    if (!network_init(&network, set->actors, COLUMNS, edge_count, &error))
        exit(1);
    read_actors(&network, set->actors == 400 ? folder : "");
    size_t steps = 0;
    double spent = 0;
    for (uint32_t run = 0; run < set->runs; run++)
        spent += run_once(set, &network, edges, edge_count, run, &steps);
    const double each = 1e6 * spent / (double)steps;
    printf("%-4s %6u  %8zu  %8.3f  %11.0f  %8.1f\n", set->name, set->actors, steps, each,
           1e6 / each, set->rsiena / each);
    network_clear(&network);
}

int main(int count, char **words)
{
    if (count != 2) {
        fputs("bench_sets FOLDER\n", stderr);
        return 2;
    }
    const struct covariate group = {.name = "group", .column = GROUP, .least = 1, .most = 5};
    const struct dyadic distance = {.name = "distance",
                                    .column = {EAST, NORTH},
                                    .scale = 0.001,
                                    .mean = 2.47199881413615,
                                    .most = 7.1};
    struct term b[] = {{.effect = effect_find("density"), .value = -2.5},
                       {.effect = effect_find("recip"), .value = 2.2},
                       {.effect = effect_find("transTrip"), .value = 0.5}};
    struct term g[] = {{.effect = effect_find("density"), .value = -3.3},
                       {.effect = effect_find("recip"), .value = 2},
                       {.effect = effect_find("transTrip"), .value = 0.3},
                       {.effect = effect_find("X"), .value = -0.5, .dyadic = &distance},
                       {.effect = effect_find("sameX"), .value = 0.6, .covariate = &group}};
    /* Set B at the rate at which RSiena was timed. */
    const struct set sets[] = {{"B",
                                "s501_edges.csv",
                                50,
                                400,
                                3.975,
                                {.terms = b, .term_count = 3, .network_pace = {.rate = 20}}},
                               {"G",
                                "G400_edges_w1.csv",
                                400,
                                100,
                                53.125,
                                {.terms = g, .term_count = 5, .network_pace = {.rate = 8}}}};
    puts("set  actors     steps   us/step      steps/s  x RSiena");
    for (size_t s = 0; s < sizeof sets / sizeof *sets; s++)
        measure(&sets[s], words[1]);
    return 0;
}
