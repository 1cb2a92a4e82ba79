/* The triad census: how many triples of actors are of each of the sixteen kinds
 * (Holland and Leinhardt 1970), by visiting only triples with a tie (Batagelj
 * and Mrvar 2001, Social Networks 23). */
#include "base/memory.h"
#include "network/statistics_rows.h"

enum { TO = 1, FROM = 2, KINDS = 16 };

/* clang-format off */
static const char *const kind_names[KINDS] = {
    "triad_003", "triad_012", "triad_102", "triad_021D", "triad_021U", "triad_021C", "triad_111D", "triad_111U",
    "triad_030T", "triad_030C", "triad_201", "triad_120D", "triad_120U", "triad_120C", "triad_210", "triad_300",
};
/* clang-format on */

/* The kind of u, v and w by their three pairs, each TO, FROM or both: by how many are mutual and
 * how many go one way, then by whether somebody gives two ties and gets none, or the reverse. */
static unsigned kind_of(unsigned uv, unsigned uw, unsigned vw)
{
    const unsigned gives[3] = {(uv & TO) + (uw & TO), (uv >> 1) + (vw & TO), (uw >> 1) + (vw >> 1)};
    const unsigned gets[3] = {(uv >> 1) + (uw >> 1), (uv & TO) + (vw >> 1), (uw & TO) + (vw & TO)};
    const unsigned mutual = (uv == 3) + (uw == 3) + (vw == 3);
    const unsigned one_way = (uv == 1 || uv == 2) + (uw == 1 || uw == 2) + (vw == 1 || vw == 2);
    bool two_given = false, two_got = false, source = false, sink = false;
    for (int a = 0; a < 3; a++) {
        two_given |= gives[a] == 2;
        two_got |= gets[a] == 2;
        source |= gives[a] == 2 && gets[a] == 0;
        sink |= gets[a] == 2 && gives[a] == 0;
    }
    switch (mutual * 4 + one_way) {
    case 1:
        return 1;
    case 2:
        return two_given ? 3 : two_got ? 4 : 5;
    case 3:
        return two_given ? 8 : 9;
    case 4:
        return 2;
    case 5:
        return two_got ? 6 : 7;
    case 6:
        return source ? 11 : sink ? 12 : 13;
    case 8:
        return 10;
    case 9:
        return 14;
    case 12:
        return 15;
    default:
        return 0;
    }
}

/* Those tied to an actor in any way, once each, and how. */
struct around {
    uint32_t *actor;
    size_t count;
    uint8_t *how; /* [actor] */
};

static void look_around(struct around *around, const struct network *network, uint32_t actor)
{
    for (size_t k = 0; k < around->count; k++)
        around->how[around->actor[k]] = 0;
    around->count = 0;
    const struct lists *const both[2] = {&network->out, &network->in};
    for (unsigned direction = 0; direction < 2; direction++) {
        const uint32_t *row = lists_row(both[direction], actor);
        for (uint32_t k = 0; k < lists_degree(both[direction], actor); k++) {
            const uint32_t other = lists_actor(row[k]);
            if (around->how[other] == 0)
                around->actor[around->count++] = other;
            around->how[other] |= direction == 0 ? TO : FROM;
        }
    }
}

/* Every triple with a tie is counted at its first pair with one. */
static void count_triples(const struct around *of_u, const struct around *of_v, uint32_t u,
                          uint32_t v, size_t actors, double census[KINDS])
{
    size_t others = 0;
    const unsigned uv = of_u->how[v];
    for (size_t k = 0; k < of_u->count; k++) {
        const uint32_t w = of_u->actor[k];
        if (w == v)
            continue;
        others++;
        if (v < w)
            census[kind_of(uv, of_u->how[w], of_v->how[w])] += 1;
    }
    for (size_t k = 0; k < of_v->count; k++) {
        const uint32_t w = of_v->actor[k];
        if (w == u || of_u->how[w] != 0)
            continue;
        others++;
        if (u < w)
            census[kind_of(uv, 0, of_v->how[w])] += 1;
    }
    census[kind_of(uv, 0, 0)] += (double)(actors - others - 2);
}

static void take_census(const struct network *network, struct around *of_u, struct around *of_v,
                        double census[KINDS])
{
    for (uint32_t u = 0; u < network->actors; u++) {
        look_around(of_u, network, u);
        for (size_t k = 0; k < of_u->count; k++) {
            const uint32_t v = of_u->actor[k];
            if (v < u)
                continue;
            look_around(of_v, network, v);
            count_triples(of_u, of_v, u, v, network->actors, census);
        }
    }
    const double n = network->actors;
    census[0] = n * (n - 1) * (n - 2) / 6;
    for (int kind = 1; kind < KINDS; kind++)
        census[0] -= census[kind];
}

bool statistics_census(struct statistics_out *out, struct spel_error *error)
{
    double census[KINDS] = {0};
    bool fine = true;
    if (out->values) {
        const size_t n = out->context->now->actors;
        uint32_t *actor = memory_take(2 * n, sizeof *actor, error);
        uint8_t *how = memory_take(2 * n, sizeof *how, error);
        struct around of_u = {actor, 0, how};
        struct around of_v = {actor ? actor + n : NULL, 0, how ? how + n : NULL};
        fine = actor && how;
        if (fine)
            take_census(out->context->now, &of_u, &of_v, census);
        memory_release(actor);
        memory_release(how);
    }
    statistics_put_all(out, kind_names, KINDS, NULL, census);
    return fine;
}
