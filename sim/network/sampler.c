#include "network/sampler.h"

#include "base/elementary.h"
#include "base/prefetch.h"
#include "base/wide.h"

/* Utilities above it are lowered together, so that no weight overflows. Where all weights together
 * are below the second, which is less than its exponential, none is above it. */
static const double HIGHEST = 600, SURELY_LOWER = 1e260;

/* So many actors and fewer lie so near that drawing proposals ahead does not pay. */
enum { FIRST_OPTIONS = 256, NEAR_MEMORY = 1024 };

const char *const sampler_names[] = {"dense", "sparse"};

/* The weights of one choice: changing nothing, the options, and the far alters' envelope. */
struct weights {
    double nothing, options, far;
    double shift; /* what utilities are lowered by */
    struct envelope_ego ego;
};

bool sampler_init(struct sampler *sampler, enum sampler_kind kind, const struct network *network,
                  const struct term *terms, size_t term_count, uint32_t max_degree,
                  struct spel_error *error)
{
    *sampler = (struct sampler){.kind = kind,
                                .network = network,
                                .terms = terms,
                                .term_count = term_count,
                                .max_degree = max_degree,
                                .ahead = network->actors > NEAR_MEMORY,
                                .counts = effect_counts(terms, term_count)};
    for (size_t t = 0; t < term_count; t++)
        sampler->lists |= terms[t].dyadic && terms[t].dyadic->kind == DYADIC_PAIRS;
    return choice_init(&sampler->choice, FIRST_OPTIONS, error) &&
           (kind == SAMPLER_DENSE ||
            envelope_init(&sampler->envelope, network, terms, term_count, error));
}

void sampler_clear(struct sampler *sampler)
{
    choice_clear(&sampler->choice);
    envelope_clear(&sampler->envelope);
}

static bool is_full(const struct sampler *sampler, uint32_t ego)
{
    return sampler->max_degree > 0 &&
           lists_degree(&sampler->network->out, ego) >= sampler->max_degree;
}

/* What is known of the options comes while those effects are worked out that need nothing of it. */
static void ask_for_options(const struct choice *choice, const struct network *network)
{
    for (size_t k = 0; k < choice->count; k++)
        prefetch(lists_at(&network->in, choice->alter[k]));
}

/* Listed pairs have values of their own, so that they are local. */
static bool put_listed(struct sampler *sampler, uint32_t ego)
{
    bool fine = true;
    for (size_t t = 0; t < sampler->term_count && fine; t++) {
        const struct dyadic *dyadic = sampler->terms[t].dyadic;
        if (dyadic && dyadic->kind == DYADIC_PAIRS)
            for (size_t p = dyadic->first[ego]; p < dyadic->first[ego + 1] && fine; p++)
                fine = choice_put(&sampler->choice, dyadic->alter[p]) != CHOICE_NONE;
    }
    return fine;
}

/* Gathers the options and their utilities, with room behind them for proposals. */
static bool gather(struct sampler *sampler, uint32_t ego, bool everybody, struct spel_error *error)
{
    struct choice *choice = &sampler->choice;
    bool fine = choice_gather(choice, sampler->network, ego, sampler->counts) &&
                (!sampler->lists || put_listed(sampler, ego));
    if (fine && everybody)
        fine = choice_add_all(choice, sampler->network);
    else if (fine)
        fine = choice_reserve(choice, PROPOSALS_TESTED);
    if (!fine)
        return error_set(error, SPEL_ERROR_MEMORY, "no memory for the options of an actor");
    if (!everybody && sampler->ahead) {
        proposals_find(&sampler->batch, &sampler->envelope, ego);
        ask_for_options(choice, sampler->network);
    }
    effect_utilities(sampler->terms, sampler->term_count, sampler->network, choice, 0,
                     choice->count);
    return true;
}

/* In four parts, always the same ones, so that no addition waits for the one before. */
static double sum_of(const double *values, size_t count)
{
    double part[4] = {0, 0, 0, 0};
    size_t k = 0;
    for (; k + 4 <= count; k += 4)
        for (size_t p = 0; p < 4; p++)
            part[p] += values[k + p];
    for (; k < count; k++)
        part[0] += values[k];
    return (part[0] + part[1]) + (part[2] + part[3]);
}

static double highest_of(const double *values, size_t count, double least)
{
    double part[4] = {least, least, least, least};
    size_t k = 0;
    for (; k + 4 <= count; k += 4)
        for (size_t p = 0; p < 4; p++)
            part[p] = values[k + p] > part[p] ? values[k + p] : part[p];
    for (; k < count; k++)
        part[0] = values[k] > part[0] ? values[k] : part[0];
    for (size_t p = 1; p < 4; p++)
        part[0] = part[p] > part[0] ? part[p] : part[0];
    return part[0];
}

/* The weights of utilities lowered by so much, and their sum. */
static double weigh_lowered(struct choice *choice, double shift)
{
    wide_exp(choice->utility, shift, choice->weight, choice_in_fours(choice, 0, choice->count));
    return sum_of(choice->weight, choice->count);
}

/* Weights of the options gathered; making a tie weighs nothing for an ego that is full. */
static void weigh(struct sampler *sampler, bool full, struct weights *weights)
{
    struct choice *choice = &sampler->choice;
    const double far = weights->ego.own + weights->ego.pair;
    weights->shift = 0;
    weights->options = weigh_lowered(choice, 0);
    if (!(weights->options < SURELY_LOWER && far <= HIGHEST)) {
        const double highest = highest_of(choice->utility, choice->count, far);
        weights->shift = highest > HIGHEST ? highest : 0;
        weights->options = weigh_lowered(choice, weights->shift);
    }
    if (full) {
        for (size_t k = choice->tied_count; k < choice->count; k++)
            choice->weight[k] = 0;
        weights->options = sum_of(choice->weight, choice->count);
    }
    weights->nothing = elementary_exp(-weights->shift);
}

/* In (0, 1), from two words: far alters of ten million may weigh little. With a bit more it could
 * be rounded to 1. */
static double fine_uniform(struct stream *draw)
{
    const uint64_t high = stream_word(draw);
    return ((double)(high << 20 | stream_word(draw) >> 12) + 0.5) * 0x1p-52;
}

static uint32_t option_at(const struct choice *choice, double point)
{
    return choice->alter[choice_at(choice->weight, choice->count, point)];
}

/* Proposes a far alter; ego itself when the proposal is refused. */
static uint32_t try_far(struct sampler *sampler, const struct weights *weights, double share,
                        struct stream *draw)
{
    struct choice *choice = &sampler->choice;
    const struct envelope *envelope = &sampler->envelope;
    sampler->proposals++;
    if (sampler->ahead && envelope_is_usual(envelope, share))
        return proposals_try(&sampler->batch, envelope, weights->ego, choice, draw);
    const struct proposal proposal = envelope_propose(envelope, choice->ego, share, draw);
    if (proposal.alter != choice->ego && choice_find(choice, proposal.alter) == CHOICE_NONE) {
        const uint32_t k = choice_put(choice, proposal.alter);
        if (k == CHOICE_NONE)
            return choice->ego;
        size_t open;
        const struct term *terms = envelope_open(envelope, &open);
        effect_utilities(terms, open, sampler->network, choice, k, k + 1);
        const double utility = proposal.score + choice->utility[k];
        choice_drop_last(choice);
        if (stream_uniform(draw) < elementary_exp(utility - proposal.bound - weights->ego.pair))
            return proposal.alter;
    }
    return choice->ego;
}

/* Weights beyond it are too near to what a double holds to be added to others. */
static const double LARGEST = 1e250;

static bool prepare(struct sampler *sampler, uint32_t ego, bool everybody, struct weights *weights,
                    struct spel_error *error)
{
    const bool full = is_full(sampler, ego);
    *weights = (struct weights){.far = 0};
    if (!gather(sampler, ego, everybody, error))
        return false;
    if (!everybody && !full)
        weights->ego = envelope_ego(&sampler->envelope, ego);
    weigh(sampler, full, weights);
    if (!everybody && !full)
        weights->far = elementary_exp(weights->ego.own + weights->ego.pair - weights->shift) *
                       envelope_total(&sampler->envelope);
    return true;
}

/* Where the envelope is far above what can be chosen (all that is popular is tied already),
 * refusals without end would follow. After as many as there are actors everybody is looked at:
 * what would have been accepted does not depend on how much was refused before, so that the
 * distribution is the same. */
bool sampler_choose(struct sampler *sampler, uint32_t ego, struct stream *draw, uint32_t *alter,
                    struct spel_error *error)
{
    struct weights weights;
    bool everybody = sampler->kind == SAMPLER_DENSE || envelope_total(&sampler->envelope) > LARGEST;
    if (!everybody && sampler->ahead)
        proposals_aim(&sampler->batch, &sampler->envelope, ego, draw);
    if (!prepare(sampler, ego, everybody, &weights, error))
        return false;
    for (uint32_t refused = 0;; refused++) {
        if (!everybody && (refused == sampler->network->actors || weights.far > LARGEST)) {
            everybody = true;
            if (!prepare(sampler, ego, everybody, &weights, error))
                return false;
        }
        const double near = weights.nothing + weights.options;
        const double point = fine_uniform(draw) * (near + weights.far);
        *alter = ego;
        if (point < weights.nothing)
            return true;
        *alter = point < near ? option_at(&sampler->choice, point - weights.nothing)
                              : try_far(sampler, &weights, (point - near) / weights.far, draw);
        if (*alter != ego)
            return true;
    }
}

bool sampler_toggled(struct sampler *sampler, uint32_t ego, uint32_t alter,
                     struct spel_error *error)
{
    return sampler->kind == SAMPLER_DENSE || (envelope_update(&sampler->envelope, alter, error) &&
                                              envelope_update(&sampler->envelope, ego, error));
}

bool sampler_log_probability(struct sampler *sampler, uint32_t ego, uint32_t alter,
                             double *log_probability, struct spel_error *error)
{
    struct weights weights = {.far = 0};
    if (!gather(sampler, ego, true, error))
        return false;
    weigh(sampler, is_full(sampler, ego), &weights);
    const double total = elementary_log(weights.nothing + weights.options);
    const uint32_t k = alter == ego ? CHOICE_NONE : choice_find(&sampler->choice, alter);
    const bool barred = k != CHOICE_NONE && sampler->choice.weight[k] == 0;
    *log_probability = barred             ? -1e300
                       : k == CHOICE_NONE ? -weights.shift - total
                                          : sampler->choice.utility[k] - weights.shift - total;
    return true;
}
