/* The benchmark of the network engine: CPU-microseconds per mini-step by number
 * of actors, one thread.
 *
 *   bench_network [actors...]   without any: 100, 1,000 ... 1,000,000
 *
 * One stated model. Actors lie in a square at 16 a square kilometre, in the order
 * of their cells; effects are density, recip, transTrip, distance, sameX of five
 * groups, simX, inPopSqrt and outAct. The start network is made here: out of an
 * exponential in the distance, two fifths mutual, with closed triangles. Mean
 * degree is between 5 and 7 at start and end, and every actor has five mini-steps
 * in the mean. Beside it runs a gather of lines anywhere in the same memory, as
 * the machine's own measure. */
#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"
#include "bench/clock.h"
#include "network/evolution.h"

enum { EAST, NORTH, GROUP, VIEW, COLUMNS, GROUPS = 5 };
static const double PER_SQUARE_KILOMETRE = 16, STEPS = 5, DECAY = -0.5, STEPS_LEAST = 100000;

static void fail(const struct spel_error *error)
{
    fprintf(stderr, "%s\n", error->text);
    exit(1);
}

/* Anywhere in the square, then in the order in which they lie near each other. */
static void place_actors(struct network *network, struct stream *draw, struct spel_error *error)
{
    const uint32_t actors = network->actors;
    const double side = elementary_sqrt(actors / PER_SQUARE_KILOMETRE);
    double *anywhere = memory_take(actors, 2 * sizeof *anywhere, error);
    uint64_t *spare = memory_take(actors, 2 * sizeof *spare, error);
    uint32_t *order = memory_take(actors, sizeof *order, error);
    if (!anywhere || !spare || !order)
        fail(error);
    for (uint32_t i = 0; i < actors; i++) {
        double *record = network->record + i * network->record_size;
        record[EAST] = anywhere[2 * i] = side * stream_uniform(draw);
        record[NORTH] = anywhere[2 * i + 1] = side * stream_uniform(draw);
        record[GROUP] = stream_below(draw, GROUPS);
        record[VIEW] = 1 + stream_below(draw, 5);
    }
    plane_order(network, (const size_t[]){EAST, NORTH}, order, spare);
    for (uint32_t i = 0; i < actors; i++) {
        network->record[i * network->record_size + EAST] = anywhere[2 * order[i]];
        network->record[i * network->record_size + NORTH] = anywhere[2 * order[i] + 1];
    }
    memory_release(order);
    memory_release(spare);
    memory_release(anywhere);
}

static void tie(struct network *network, uint32_t ego, uint32_t alter, struct spel_error *error)
{
    if (ego != alter && !network_has(network, ego, alter) &&
        !network_make(network, ego, alter, error))
        fail(error);
}

/* Somebody near by the proposals of the plane, or an alter of an alter. */
static uint32_t somebody(const struct network *network, const struct plane *plane, uint32_t ego,
                         struct stream *draw)
{
    const uint32_t degree = lists_degree(&network->out, ego);
    if (degree > 0 && stream_below(draw, 3) == 0) {
        const uint32_t via = lists_row(&network->out, ego)[stream_below(draw, degree)];
        const uint32_t further = lists_degree(&network->out, via);
        return further == 0 ? ego : lists_row(&network->out, via)[stream_below(draw, further)];
    }
    for (;;) {
        double bound;
        const uint32_t alter = plane_propose(plane, ego, stream_uniform(draw), draw, &bound);
        if (alter != ego)
            return alter;
    }
}

static void make_start(struct network *network, const struct plane *plane, struct stream *draw,
                       struct spel_error *error)
{
    for (int round = 0; round < 4; round++)
        for (uint32_t i = 0; i < network->actors; i++) {
            const uint32_t alter = somebody(network, plane, i, draw);
            tie(network, i, alter, error);
            if (stream_below(draw, 5) < 2)
                tie(network, alter, i, error);
        }
}

static double mean_degree(const struct network *network)
{
    double ties = 0;
    for (uint32_t i = 0; i < network->actors; i++)
        ties += lists_degree(&network->out, i);
    return ties / network->actors;
}

/* Nanoseconds for a record anywhere, each address known beforehand. */
static double gather(const struct network *network)
{
    uint32_t at = 12345;
    double sum = 0;
    const double before = clock_seconds(CLOCK_PROCESS_CPUTIME_ID);
    for (int k = 0; k < 2000000; k++) {
        at = at * 1664525u + 1013904223u;
        sum += network_attribute(network, (uint32_t)((uint64_t)at * network->actors >> 32), EAST);
    }
    const double spent = clock_seconds(CLOCK_PROCESS_CPUTIME_ID) - before;
    return sum < 0 ? 0 : 1e9 * spent / 2000000;
}

struct tally {
    double cpu, steps, unchanged, proposals, start, end, bytes, gather;
};

/* One period, added to the tally. */
static void evolve(const struct evolution_model *model, struct network *network,
                   struct philox_key key, struct tally *tally, struct spel_error *error)
{
    struct evolution evolution;
    struct mini_step step;
    bool over = false;
    tally->start += mean_degree(network);
    if (!evolution_init(&evolution, model, network, SAMPLER_SPARSE, key, error))
        fail(error);
    const double before = clock_seconds(CLOCK_PROCESS_CPUTIME_ID);
    while (evolution_next(&evolution, &step, &over, error) && !over) {
        tally->steps++;
        tally->unchanged += step.alter == step.ego;
    }
    tally->cpu += clock_seconds(CLOCK_PROCESS_CPUTIME_ID) - before;
    if (!over)
        fail(error);
    tally->proposals += (double)evolution.sampler.proposals;
    tally->end += mean_degree(network);
    tally->bytes =
        (double)(lists_bytes(&network->out) + lists_bytes(&network->in)) / network->actors;
    tally->gather = gather(network);
    evolution_clear(&evolution);
}

static void run_once(const struct evolution_model *model, uint32_t actors, uint32_t run,
                     const struct dyadic *distance, struct tally *tally, struct spel_error *error)
{
    const struct moment now = {stream_key(1, run), 0};
    struct stream draw = stream_open(now, 0, 0);
    struct network network;
    struct plane plane;
    if (!network_init(&network, actors, COLUMNS, 6 * (size_t)actors, error))
        fail(error);
    place_actors(&network, &draw, error);
    if (!plane_init(&plane, &network, distance, DECAY, error))
        fail(error);
    make_start(&network, &plane, &draw, error);
    plane_clear(&plane);
    evolve(model, &network, stream_key(2, run), tally, error);
    network_clear(&network);
}

/* The stated model on so many actors; a small network as often as gives a figure. */
static void measure(uint32_t actors, struct spel_error *error)
{
    const struct covariate group = {.column = GROUP, .range = 4, .least = 0, .most = 4};
    const struct covariate view = {
        .column = VIEW, .range = 4, .similarity_mean = 0.6, .least = 1, .most = 5};
    const struct dyadic distance = {.kind = DYADIC_PLANE,
                                    .column = {EAST, NORTH},
                                    .scale = 1,
                                    .most = elementary_sqrt(2 * actors / PER_SQUARE_KILOMETRE)};
    struct term terms[] = {{.effect = effect_find("density"), .value = -1.67},
                           {.effect = effect_find("recip"), .value = 2.2},
                           {.effect = effect_find("transTrip"), .value = 0.5},
                           {.effect = effect_find("X"), .value = DECAY, .dyadic = &distance},
                           {.effect = effect_find("sameX"), .value = 0.4, .covariate = &group},
                           {.effect = effect_find("simX"), .value = 0.5, .covariate = &view},
                           {.effect = effect_find("inPopSqrt"), .value = 0.1},
                           {.effect = effect_find("outAct"), .value = -0.02}};
    const struct evolution_model model = {.terms = terms,
                                          .term_count = sizeof terms / sizeof *terms,
                                          .network_pace = {.rate = STEPS * 1.02}};
    struct tally tally = {0};
    uint32_t runs = 0;
    while (tally.steps < STEPS_LEAST)
        run_once(&model, actors, runs++, &distance, &tally, error);
    printf("%10u  %7.3f  %11.0f  %6.2f  %6.2f  %6.1f%%  %9.2f  %7.1f  %9.1f\n", actors,
           1e6 * tally.cpu / tally.steps, tally.steps / tally.cpu, tally.start / runs,
           tally.end / runs, 100 * tally.unchanged / tally.steps, tally.proposals / tally.steps,
           tally.bytes, tally.gather);
    fflush(stdout);
}

int main(int count, char **words)
{
    struct spel_error error = {0};
    puts(
        "    actors  us/step  steps/s      degree  at end  nothing  proposals    bytes  gather ns");
    for (uint32_t actors = 100; count == 1 && actors <= 1000000; actors *= 10)
        measure(actors, &error);
    for (int i = 1; i < count; i++)
        measure((uint32_t)strtoul(words[i], NULL, 10), &error);
    return 0;
}
