/* The decision module alone: whether pilots or a roll-out come closer to what fits, by what
 * they see. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/elementary.h"
#include "base/stream.h"
#include "params/table.h"
#include "process/steering_trial.h"

enum { MONTHS = 180, WORLDS = 4000, PLACES = 6 };

/* The score at steering 0, 0.2 to 1. */
typedef double landscape[PLACES];

/* As measured in a town with complex needs: best at 0.8, and nearly flat. */
static const landscape measured = {0, 0.0041, 0.0183, 0.0353, 0.0597, 0.0558};
/* Ten times as steep up to there. */
static const landscape steep = {0, 0.15, 0.3, 0.45, 0.6, 0.56};

static double score(const double *height, double steering)
{
    const double at = steering * (PLACES - 1);
    const size_t below = at >= PLACES - 1 ? PLACES - 2 : (size_t)at;
    return height[below] + (at - (double)below) * (height[below + 1] - height[below]);
}

/* One municipality: its domains share what they learn and the council that they have. */
struct place {
    struct params params;
    const double *height;
    double variance; /* of what is seen of a trial */
    double preference;
    double chosen[DOMAINS], step[DOMAINS], left[DOMAINS];
    float attraction[DOMAINS][STEERING_DIRECTIONS], experience[DOMAINS];
};

static void judge(struct place *place, size_t domain, struct stream *draw)
{
    const struct steering_params *p = &place->params.steering;
    const double step = place->step[domain], chosen = place->chosen[domain];
    const double seen = score(place->height, chosen + step) - score(place->height, chosen) +
                        sqrt(place->variance) * stream_normal(draw);
    const double shrunk = steering_trial_shrunk(p, seen, place->variance);
    for (size_t d = 0; d < DOMAINS; d++)
        steering_trial_learn(p, place->attraction[d], &place->experience[d], step, shrunk,
                             d == domain ? 1 : 0.5);
    if (steering_trial_kept(p, shrunk, step, place->preference))
        place->chosen[domain] = elementary_clamp(chosen + step, 0, 1);
    place->step[domain] = 0;
}

static void begin(struct place *place, size_t domain, struct stream *draw)
{
    const struct steering_params *p = &place->params.steering;
    const bool now = stream_uniform(draw) < steering_trial_chance(p, 1);
    const enum steering_direction direction = steering_trial_direction(
        p, place->attraction[domain], place->preference, stream_uniform(draw));
    if (!now)
        return;
    place->step[domain] = steering_trial_step(p, place->chosen[domain], direction);
    place->left[domain] = steering_trial_months(p, 0.5);
}

/* Steering in the end, on average over domains. Elections as with half of a shared vision. */
static double live(struct place *place, uint32_t world)
{
    const struct steering_params *p = &place->params.steering;
    struct stream draw = stream_open((struct moment){stream_key(11, world), 0}, 0, 0);
    double mean = 0;
    for (size_t d = 0; d < DOMAINS; d++)
        place->chosen[d] = 0.4;
    for (int month = 13; month < MONTHS; month++) {
        if (month % 48 == 38)
            place->preference = elementary_clamp(
                place->preference +
                    p->election_swing * (1 - p->election_damping / 2) * stream_normal(&draw),
                -1, 1);
        for (size_t d = 0; d < DOMAINS; d++)
            if (place->step[d] != 0 && --place->left[d] <= 0)
                judge(place, d, &draw);
            else if (place->step[d] == 0)
                begin(place, d, &draw);
    }
    for (size_t d = 0; d < DOMAINS; d++)
        mean += place->chosen[d] / DOMAINS;
    return mean;
}

static double ends(const double *height, double variance)
{
    double mean = 0;
    for (uint32_t world = 0; world < WORLDS; world++) {
        struct place place = {.height = height, .variance = variance};
        params_default(&place.params);
        mean += live(&place, world) / WORLDS;
    }
    return mean;
}

/* Half of the neighbourhoods against the rest: each half has twice the variance of the
 * whole. The roll-out has the whole and the shock that all share. */
static double gain_of_pilots(double sampling, double shared)
{
    return ends(steep, 4 * sampling * sampling) -
           ends(steep, sampling * sampling + shared * shared);
}

static void pilots_win_beyond_the_root_of_three_times_the_sampling_noise(void **state)
{
    (void)state;
    const double noise = 0.1, below = gain_of_pilots(noise, 1.2 * noise),
                 at = gain_of_pilots(noise, sqrt(3) * noise),
                 beyond = gain_of_pilots(noise, 2.5 * noise);
    print_message("pilots less roll-out: %.3f at 1.2, %.3f at 1.73, %.3f at 2.5\n", below, at,
                  beyond);
    assert_true(below < -0.02);
    assert_true(fabs(at) < 0.005);
    assert_true(beyond > 0.02);
}

/* What is seen in a town with complex needs without any step, by 157,000 residents: chance
 * of the whole, of halves against each other, and what comes to all alike. */
static const double CITY = 157000, WHOLE = 0.0025, HALVES_APART = 0.016, ALIKE = 0.017;
/* Of a change from one year to the mean of two, and of 14 neighbourhoods. */
static const double YEARS = 1.5, NEIGHBOURHOODS = 14;

static double gain_at(double residents, double municipal, double local)
{
    const double size = CITY / residents, error = YEARS * local * local / NEIGHBOURHOODS;
    return ends(measured, HALVES_APART * size + 4 * error) -
           ends(measured, WHOLE * size + error + ALIKE + YEARS * municipal * municipal);
}

static void where_scores_are_flat_only_very_large_places_tell_pilots_from_a_roll_out(void **state)
{
    (void)state;
    static const double residents[] = {6300, 31400, 157000, 1e6, 5e6};
    double gain[5];
    for (size_t i = 0; i < 5; i++) {
        gain[i] = gain_at(residents[i], 0.06, 0.02);
        print_message("%.0f residents: pilots less roll-out %.3f, reverse corner %.3f\n",
                      residents[i], gain[i], gain_at(residents[i], 0, 0.1));
    }
    assert_true(fabs(gain[1]) < 0.02 && fabs(gain[2]) < 0.02);
    assert_true(gain[3] > 0.05 && gain[4] > 0.12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pilots_win_beyond_the_root_of_three_times_the_sampling_noise),
        cmocka_unit_test(where_scores_are_flat_only_very_large_places_tell_pilots_from_a_roll_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
