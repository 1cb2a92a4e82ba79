#include "support/networks.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

void networks_make(struct network_case *it, uint32_t actors, size_t columns)
{
    struct spel_error error;
    *it = (struct network_case){0};
    assert_true(network_init(&it->now, actors, columns, actors, &error));
    assert_true(network_init(&it->start, actors, columns, actors, &error));
    it->columns = columns;
    it->now.covariates = it->start.covariates = it->covariates;
    it->now.dyadics = it->start.dyadics = it->dyadics;
    it->model = (struct evolution_model){.terms = it->terms,
                                         .network_pace = {.terms = it->rate_terms},
                                         .behaviours = &it->behaviour,
                                         .behaviour_paces = &it->behaviour_pace};
}

void networks_clear(struct network_case *it)
{
    for (size_t d = 0; d < it->now.dyadic_count; d++) {
        free(it->dyadics[d].first);
        free(it->dyadics[d].alter);
        free(it->dyadics[d].value);
    }
    network_clear(&it->now);
    network_clear(&it->start);
    *it = (struct network_case){0};
}

static void copy(struct network *to, const struct network *from, size_t columns)
{
    struct spel_error error;
    lists_empty(&to->out);
    lists_empty(&to->in);
    for (uint32_t i = 0; i < from->actors; i++)
        for (uint32_t k = 0; k < lists_degree(&from->out, i); k++)
            assert_true(network_make(to, i, lists_actor(lists_row(&from->out, i)[k]), &error));
    for (uint32_t i = 0; i < from->actors; i++)
        memcpy(to->record + i * to->record_size, from->record + i * from->record_size,
               columns * sizeof *to->record);
    to->covariate_count = from->covariate_count;
    to->dyadic_count = from->dyadic_count;
}

void networks_begin(struct network_case *it)
{
    copy(&it->start, &it->now, it->columns);
}

void networks_rewind(struct network_case *it)
{
    copy(&it->now, &it->start, it->columns);
}

void networks_tie(struct network_case *it, uint32_t ego, uint32_t alter)
{
    struct spel_error error;
    assert_true(network_make(&it->now, ego, alter, &error));
}

struct covariate *networks_covariate(struct network_case *it, const char *name, size_t column)
{
    const uint32_t n = it->now.actors;
    double sum = 0, least = network_attribute(&it->now, 0, column), most = least, apart = 0;
    for (uint32_t i = 0; i < n; i++) {
        const double value = network_attribute(&it->now, i, column);
        sum += value;
        least = value < least ? value : least;
        most = value > most ? value : most;
        for (uint32_t j = 0; j < n; j++) {
            const double other = network_attribute(&it->now, j, column);
            apart += value < other ? other - value : value - other;
        }
    }
    assert_true(it->now.covariate_count < NETWORKS_COVARIATES);
    struct covariate *covariate = &it->covariates[it->now.covariate_count++];
    *covariate = (struct covariate){.name = name,
                                    .column = column,
                                    .mean = sum / n,
                                    .range = most - least,
                                    .least = least,
                                    .most = most};
    covariate->similarity_mean = 1 - apart / n / (n - 1) / covariate->range;
    return covariate;
}

struct dyadic *networks_plane(struct network_case *it, const char *name, size_t first_column,
                              double scale)
{
    assert_true(it->now.dyadic_count < NETWORKS_DYADICS);
    struct dyadic *dyadic = &it->dyadics[it->now.dyadic_count++];
    *dyadic = (struct dyadic){.name = name,
                              .kind = DYADIC_PLANE,
                              .column = {first_column, first_column + 1},
                              .scale = scale};
    double sum = 0;
    for (uint32_t i = 0; i < it->now.actors; i++)
        for (uint32_t j = 0; j < it->now.actors; j++) {
            const double distance = network_pair(&it->now, dyadic, i, j);
            sum += distance;
            dyadic->most = distance > dyadic->most ? distance : dyadic->most;
        }
    dyadic->mean = sum / it->now.actors / (it->now.actors - 1);
    return dyadic;
}

struct dyadic *networks_pairs(struct network_case *it, const char *name, uint32_t each, double mean)
{
    const uint32_t n = it->now.actors;
    assert_true(it->now.dyadic_count < NETWORKS_DYADICS && each < n / 4);
    struct dyadic *dyadic = &it->dyadics[it->now.dyadic_count++];
    *dyadic = (struct dyadic){.name = name, .kind = DYADIC_PAIRS, .mean = mean};
    dyadic->first = calloc(n + 1, sizeof *dyadic->first);
    dyadic->alter = calloc((size_t)n * each, sizeof *dyadic->alter);
    dyadic->value = calloc((size_t)n * each, sizeof *dyadic->value);
    assert_true(dyadic->first && dyadic->alter && dyadic->value);
    struct stream draw = stream_open((struct moment){stream_key(7, 0), 0}, 1, 0);
    size_t used = 0;
    for (uint32_t i = 0; i < n; i++) {
        dyadic->first[i] = used;
        uint32_t alter = stream_below(&draw, n / each - 1);
        for (uint32_t k = 0; k < each && alter < n; k++) {
            if (alter != i) {
                dyadic->alter[used] = alter;
                dyadic->value[used++] = stream_uniform(&draw) * 3 - 1;
            }
            alter += 1 + stream_below(&draw, n / each - 1);
        }
    }
    dyadic->first[n] = used;
    return dyadic;
}

static const struct covariate *covariate_of(const struct network_case *it, const char *name)
{
    for (size_t c = 0; c < it->now.covariate_count; c++)
        if (strcmp(it->covariates[c].name, name) == 0)
            return &it->covariates[c];
    fail_msg("no covariate %s", name);
    return NULL;
}

static const struct dyadic *dyadic_of(const struct network_case *it, const char *name)
{
    for (size_t d = 0; d < it->now.dyadic_count; d++)
        if (strcmp(it->dyadics[d].name, name) == 0)
            return &it->dyadics[d];
    fail_msg("no dyadic covariate %s", name);
    return NULL;
}

struct term *networks_term(struct network_case *it, const char *effect, enum term_role role,
                           double value, const char *of)
{
    assert_true(it->model.term_count < NETWORKS_TERMS);
    struct term *term = &it->terms[it->model.term_count++];
    *term = (struct term){.effect = effect_find(effect), .role = role, .value = value};
    if (!term->effect)
        fail_msg("no effect %s", effect);
    term->parameter = term->effect->parameter;
    if (term->effect->of == OF_COVARIATE)
        term->covariate = covariate_of(it, of);
    if (term->effect->of == OF_DYADIC)
        term->dyadic = dyadic_of(it, of);
    return term;
}

void networks_scatter(struct network_case *it, double degree, uint32_t seed)
{
    const uint32_t n = it->now.actors;
    struct stream draw = stream_open((struct moment){stream_key(seed, 0), 0}, 2, 0);
    while (networks_ties(&it->now) < degree * n) {
        const uint32_t ego = stream_below(&draw, n);
        const uint32_t step = 1 + stream_below(&draw, stream_uniform(&draw) < 0.8 ? 12 : n - 1);
        const uint32_t alter = (ego + step) % n;
        if (alter == ego || network_has(&it->now, ego, alter))
            continue;
        networks_tie(it, ego, alter);
        if (stream_uniform(&draw) < 0.5 && !network_has(&it->now, alter, ego))
            networks_tie(it, alter, ego);
    }
}

bool networks_same(const struct network *one, const struct network *other, size_t columns)
{
    bool same = one->actors == other->actors;
    for (uint32_t i = 0; i < one->actors && same; i++) {
        same = lists_degree(&one->out, i) == lists_degree(&other->out, i);
        for (uint32_t k = 0; k < lists_degree(&one->out, i) && same; k++)
            same = network_has(other, i, lists_actor(lists_row(&one->out, i)[k]));
        for (size_t c = 0; c < columns && same; c++)
            same = network_attribute(one, i, c) == network_attribute(other, i, c);
    }
    return same;
}

bool networks_sound(const struct network *network)
{
    size_t named = 0;
    for (uint32_t i = 0; i < network->actors; i++) {
        const uint32_t *row = lists_row(&network->out, i);
        for (uint32_t k = 0; k < lists_degree(&network->out, i); k++) {
            const uint32_t j = lists_actor(row[k]);
            for (uint32_t l = 0; l < k; l++)
                if (lists_actor(row[l]) == j)
                    return false;
            if (j == i || !lists_has(&network->in, j, i))
                return false;
        }
        named += lists_degree(&network->in, i);
    }
    return named == networks_ties(network);
}

size_t networks_ties(const struct network *network)
{
    size_t ties = 0;
    for (uint32_t i = 0; i < network->actors; i++)
        ties += lists_degree(&network->out, i);
    return ties;
}
