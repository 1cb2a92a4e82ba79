#include "network/envelope.h"

#include "base/elementary.h"
#include "base/memory.h"

/* The sum of the bounds of the terms of one reach. */
static double bound_by(const struct envelope *envelope, enum effect_reach reach, uint32_t actor)
{
    double bound = 0;
    for (size_t t = envelope->first[reach]; t < envelope->first[reach + 1]; t++) {
        const struct term *term = &envelope->terms[t];
        if (term != envelope->by_distance)
            bound += term->effect->bound(term, envelope->network, actor);
    }
    return bound;
}

static double score_of(const struct envelope *envelope, uint32_t actor)
{
    return bound_by(envelope, REACH_ALTER, actor) + bound_by(envelope, REACH_AROUND, actor);
}

/* Where the many end: the split at which the envelope weighs least. */
static void find_split(struct envelope *envelope)
{
    const double everybody =
        envelope->by_distance ? plane_total(&envelope->plane) : envelope->network->actors;
    envelope->many = everybody;
    envelope->few = envelope->many_weight = 0;
    if (!envelope->by_score)
        return;
    const struct buckets *scores = &envelope->scores;
    const double closest = elementary_exp(envelope->closest);
    double least = -1, few = 0;
    for (int split = scores->highest; split >= scores->lowest; split--) {
        const double many = everybody * scores->row[split].weight;
        if (split < scores->highest)
            few += closest * scores->row[split + 1].weight * scores->row[split + 1].count;
        if (least >= 0 && many + few >= least)
            continue;
        least = many + few;
        envelope->split = split;
        envelope->many = many;
        envelope->few = few;
        envelope->many_weight = scores->row[split].upper;
    }
}

static bool take_terms(struct envelope *envelope, const struct term *terms, size_t term_count,
                       struct spel_error *error)
{
    envelope->terms = memory_take(term_count, sizeof *envelope->terms, error);
    if (!envelope->terms)
        return false;
    size_t taken = 0;
    for (int reach = REACH_EGO; reach < REACHES; reach++) {
        envelope->first[reach] = taken;
        for (size_t t = 0; t < term_count; t++)
            if (terms[t].role != ROLE_ENDOWMENT && (int)terms[t].effect->reach == reach)
                envelope->terms[taken++] = terms[t];
    }
    envelope->first[REACHES] = taken;
    return true;
}

/* The first distance in a plane whose effect weighs on making ties. */
static bool take_plane(struct envelope *envelope, struct spel_error *error)
{
    for (size_t t = envelope->first[REACH_PAIR]; t < envelope->first[REACHES]; t++) {
        const struct term *term = &envelope->terms[t];
        if (!term->dyadic || term->dyadic->kind != DYADIC_PLANE)
            continue;
        envelope->by_distance = term;
        envelope->closest = term->effect->bound(term, envelope->network, 0);
        return plane_init(&envelope->plane, envelope->network, term->dyadic, term->value, error);
    }
    return true;
}

static bool take_scores(struct envelope *envelope, struct spel_error *error)
{
    envelope->by_score = envelope->first[REACH_PAIR] > envelope->first[REACH_ALTER];
    if (!envelope->by_score)
        return true;
    double *score = memory_take(envelope->network->actors, sizeof *score, error);
    if (!score)
        return false;
    for (uint32_t i = 0; i < envelope->network->actors; i++)
        score[i] = score_of(envelope, i);
    const bool fine = buckets_init(&envelope->scores, score, envelope->network->actors, error);
    memory_release(score);
    return fine;
}

bool envelope_init(struct envelope *envelope, const struct network *network,
                   const struct term *terms, size_t term_count, struct spel_error *error)
{
    *envelope = (struct envelope){.network = network};
    if (!take_terms(envelope, terms, term_count, error) || !take_plane(envelope, error) ||
        !take_scores(envelope, error))
        return false;
    find_split(envelope);
    return true;
}

void envelope_clear(struct envelope *envelope)
{
    plane_clear(&envelope->plane);
    buckets_clear(&envelope->scores);
    memory_release(envelope->terms);
}

bool envelope_update(struct envelope *envelope, uint32_t actor, struct spel_error *error)
{
    if (!envelope->by_score)
        return true;
    const uint16_t before = envelope->scores.bucket[actor];
    if (!buckets_set(&envelope->scores, actor, score_of(envelope, actor), error))
        return false;
    if (envelope->scores.bucket[actor] != before || before == BUCKETS - 1)
        find_split(envelope);
    return true;
}

struct envelope_ego envelope_ego(const struct envelope *envelope, uint32_t ego)
{
    return (struct envelope_ego){bound_by(envelope, REACH_EGO, ego),
                                 bound_by(envelope, REACH_PAIR, ego)};
}

/* Of the few, at any distance, by the bucket of the score. */
static struct proposal propose_few(const struct envelope *envelope, double point,
                                   struct stream *draw)
{
    const double closest = elementary_exp(envelope->closest);
    const struct bucket *row = buckets_at(&envelope->scores, envelope->split, point / closest);
    const uint32_t alter = row->member[stream_below(draw, row->count)];
    return (struct proposal){alter, envelope->closest + row->upper,
                             bound_by(envelope, REACH_ALTER, alter)};
}

bool envelope_of_many(const struct envelope *envelope, uint32_t actor, double *score)
{
    if (!envelope->by_score)
        return true;
    *score = bound_by(envelope, REACH_ALTER, actor);
    return buckets_of(*score + bound_by(envelope, REACH_AROUND, actor)) <= envelope->split;
}

/* Of the many, by distance or any; one of the few is nobody here. */
static struct proposal propose_many(const struct envelope *envelope, uint32_t ego, double share,
                                    struct stream *draw)
{
    struct proposal proposal = {ego, 0, 0};
    if (envelope->by_distance)
        proposal.alter = plane_propose(&envelope->plane, ego, share, draw, &proposal.bound);
    else
        proposal.alter = stream_below(draw, envelope->network->actors);
    if (proposal.alter == ego || !envelope->by_score)
        return proposal;
    proposal.bound += envelope->many_weight;
    if (!envelope_of_many(envelope, proposal.alter, &proposal.score))
        proposal.alter = ego;
    return proposal;
}

/* Where the point of a share lies behind the many; before it when that is below 0. */
static double behind_many(const struct envelope *envelope, double share)
{
    return share * envelope_total(envelope) - envelope->many;
}

bool envelope_is_usual(const struct envelope *envelope, double share)
{
    const double point = behind_many(envelope, share);
    if (envelope->few > 0 && point >= 0)
        return false;
    return !envelope->by_distance || plane_is_within(&envelope->plane, 1 + point / envelope->many);
}

struct proposal envelope_propose(const struct envelope *envelope, uint32_t ego, double share,
                                 struct stream *draw)
{
    const double point = behind_many(envelope, share);
    if (envelope->few > 0 && point >= 0)
        return propose_few(envelope, point, draw);
    return propose_many(envelope, ego, 1 + point / envelope->many, draw);
}
