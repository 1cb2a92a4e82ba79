#include "support/sets.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

const char sets_all[] = "ABCDEFG";

struct set_term {
    char set;
    const char *effect, *of;
    double value;
    enum term_role role;
};

/* clang-format off */
static const struct set_term set_terms[] = {
    {'A', "density", NULL, -2, ROLE_EVALUATION}, {'A', "recip", NULL, 2, ROLE_EVALUATION},
    {'B', "density", NULL, -2.5, ROLE_EVALUATION}, {'B', "recip", NULL, 2.2, ROLE_EVALUATION},
    {'B', "transTrip", NULL, 0.5, ROLE_EVALUATION},
    {'C', "density", NULL, -2.7, ROLE_EVALUATION}, {'C', "recip", NULL, 2.4, ROLE_EVALUATION},
    {'C', "transTrip", NULL, 0.6, ROLE_EVALUATION}, {'C', "cycle3", NULL, -0.3, ROLE_EVALUATION},
    {'C', "simX", "alcohol", 0.7, ROLE_EVALUATION},
    {'D', "density", NULL, -2.7, ROLE_EVALUATION}, {'D', "recip", NULL, 2.4, ROLE_EVALUATION},
    {'D', "transTrip", NULL, 0.6, ROLE_EVALUATION}, {'D', "cycle3", NULL, -0.3, ROLE_EVALUATION},
    {'D', "inPopSqrt", NULL, 0.1, ROLE_EVALUATION}, {'D', "outAct", NULL, -0.05, ROLE_EVALUATION},
    {'D', "simX", "alcohol", 0.7, ROLE_EVALUATION},
    {'E', "density", NULL, -2, ROLE_EVALUATION}, {'E', "recip", NULL, 1.5, ROLE_EVALUATION},
    {'E', "recip", NULL, 1, ROLE_ENDOWMENT},
    {'F', "density", NULL, -2.5, ROLE_EVALUATION}, {'F', "recip", NULL, 2.2, ROLE_EVALUATION},
    {'F', "transTrip", NULL, 0.5, ROLE_EVALUATION}, {'F', "simX", "alcohol", 0.7, ROLE_EVALUATION},
    {'G', "density", NULL, -3.3, ROLE_EVALUATION}, {'G', "recip", NULL, 2, ROLE_EVALUATION},
    {'G', "transTrip", NULL, 0.3, ROLE_EVALUATION}, {'G', "X", "distance", -0.5, ROLE_EVALUATION},
    {'G', "sameX", "group", 0.6, ROLE_EVALUATION},
};
static const double set_rates[] = {5, 6, 6, 6, 5, 6, 8};
/* clang-format on */

static bool readable(const char *path)
{
    return access(path, R_OK) == 0;
}

void sets_path(const char *name, char path[SETS_PATH])
{
    snprintf(path, SETS_PATH, "%s/%s", CARRIED_REFERENCE, name);
    if (readable(path))
        return;
    const char *folder = getenv("SAMENSPEL_REFERENCE");
    static const char *const places[] = {"reference/saom/reference", "reference/saom/data",
                                         "reference", "data", "."};
    for (size_t p = 0; folder && *folder && p < sizeof places / sizeof *places; p++) {
        snprintf(path, SETS_PATH, "%s/%s/%s", folder, places[p], name);
        if (readable(path))
            return;
    }
    print_message("%s: not carried, and not in the folder of SAMENSPEL_REFERENCE\n", name);
    skip();
}

static void read_edges(struct network_case *it, const char *name)
{
    char path[SETS_PATH];
    struct csv edges;
    sets_path(name, path);
    csv_read(&edges, path);
    for (size_t r = 0; r < edges.rows; r++)
        networks_tie(it, (uint32_t)csv_number(&edges, r, "ego") - 1,
                     (uint32_t)csv_number(&edges, r, "alter") - 1);
    csv_clear(&edges);
}

static void read_column(struct network_case *it, const char *file, const char *name, size_t column)
{
    char path[SETS_PATH];
    struct csv actors;
    sets_path(file, path);
    csv_read(&actors, path);
    assert_int_equal(actors.rows, it->now.actors);
    for (size_t r = 0; r < actors.rows; r++)
        it->now.record[r * it->now.record_size + column] = csv_number(&actors, r, name);
    csv_clear(&actors);
}

static void make_pupils(struct network_case *it)
{
    char path[SETS_PATH]; /* a test is skipped before it takes memory */
    sets_path("s501_edges.csv", path);
    sets_path("s50_attributes.csv", path);
    networks_make(it, 50, 2);
    read_edges(it, "s501_edges.csv");
    read_column(it, "s50_attributes.csv", "alcohol1", 0);
    read_column(it, "s50_attributes.csv", "smoke1", 1);
    networks_covariate(it, "alcohol", 0);
    networks_covariate(it, "smoke", 1);
}

static void make_synthetic(struct network_case *it)
{
    networks_make(it, 400, 3);
    read_edges(it, "G400_edges_w1.csv");
    read_column(it, "G400_actors.csv", "x_m", 0);
    read_column(it, "G400_actors.csv", "y_m", 1);
    read_column(it, "G400_actors.csv", "group", 2);
    networks_plane(it, "distance", 0, 0.001);
    networks_covariate(it, "group", 2);
}

/* The mean is that of both waves; the mean similarity that of the first. */
static void add_behaviour(struct network_case *it)
{
    static const char *const names[] = {"linear", "quad", "avSim"};
    static const double values[] = {0.3, -0.1, 3};
    it->covariates[0].mean = 2.99;
    it->behaviour = (struct behaviour){.covariate = &it->covariates[0],
                                       .least = 1,
                                       .most = 5,
                                       .terms = it->behaviour_terms,
                                       .term_count = 3};
    for (int t = 0; t < 3; t++)
        it->behaviour_terms[t] =
            (struct behaviour_term){behaviour_effect_find(names[t]), values[t]};
    it->behaviour_pace.rate = 1.2;
    it->model.behaviour_count = 1;
}

void sets_make(struct network_case *it, char set)
{
    if (set == 'G')
        make_synthetic(it);
    else
        make_pupils(it);
    for (size_t t = 0; t < sizeof set_terms / sizeof *set_terms; t++)
        if (set_terms[t].set == set)
            networks_term(it, set_terms[t].effect, set_terms[t].role, set_terms[t].value,
                          set_terms[t].of);
    it->model.network_pace.rate = set_rates[set - 'A'];
    if (set == 'F')
        add_behaviour(it);
    networks_begin(it);
}

void sets_make_table(struct network_case *it, const struct csv *table)
{
    networks_make(it, 50, 1);
    for (size_t r = 0; r < table->rows; r++) {
        const uint32_t ego = (uint32_t)csv_number(table, r, "ego") - 1;
        const bool tied = csv_number(table, r, "tie") == 1;
        const double centred = csv_number(table, r, "egoX") * (tied ? -1 : 1);
        it->now.record[ego * it->now.record_size] = (double)(int)(centred + 2.88 + 0.5);
        if (tied)
            networks_tie(it, ego, (uint32_t)csv_number(table, r, "alter") - 1);
    }
    networks_covariate(it, "alcohol", 0);
    networks_begin(it);
}

bool sets_moment(const struct csv *moments, char set, const char *statistic, double *runs,
                 double *mean, double *sd)
{
    const size_t set_at = csv_column(moments, "set"), name_at = csv_column(moments, "statistic");
    for (size_t r = 0; r < moments->rows; r++) {
        char **cells = moments->cells + (r + 1) * moments->columns;
        if (cells[set_at][0] != set || strcmp(cells[name_at], statistic) != 0)
            continue;
        *runs = csv_number(moments, r, "n_sims");
        *mean = csv_number(moments, r, "mean");
        *sd = csv_number(moments, r, "sd");
        return true;
    }
    return false;
}
