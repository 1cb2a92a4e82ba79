#include "process/shared_vision.h"

#include "process/shared_alignment.h"
#include "world/draw.h"
#include "world/history.h"
#include "world/visions.h"

/* Against these, trust and engagement are counted: the trust of a usual party, the lever at
 * its default, and the mean strength of ties between organisations. */
static const double USUAL_TRUST = 0.59, USUAL_LEVER = 0.5, USUAL_STRENGTH = 0.3;

/* Who is drawn for the table is an adult who lives there; so many places are tried. */
enum { TRIES = 64, ADULT_MONTHS = 18 * 12 };

struct talking {
    const struct shared_vision_params *params;
    struct moment now;
    struct world *world;
    size_t municipality;
    double talks, voice, engagement, history;
};

double vision_confidence(const struct shared_vision_params *params, double distance, double reach)
{
    if (params->bounded >= 0.5)
        return distance < reach ? 1 : 0;
    return elementary_logistic((reach - distance) / params->softness);
}

double vision_reach(const struct shared_vision_params *params, double history, double trust,
                    double engagement)
{
    return elementary_clamp(params->confidence + params->confidence_history * history +
                                params->confidence_trust * trust +
                                params->confidence_engagement * engagement,
                            params->confidence_least, params->confidence_most);
}

static void approach(float *vision, const float *goal, double share)
{
    for (size_t k = 0; k < 2; k++)
        vision[k] = (float)(vision[k] + share * ((double)goal[k] - vision[k]));
}

static void return_to_anchor(const struct talking *talking, float *vision, const float *anchor)
{
    if (talking->params->bounded < 0.5)
        approach(vision, anchor, talking->params->anchoring);
}

/* One of the partners that it names, in proportion to the strength of the ties; its slot,
 * or COLLABORATION_SLOTS when there is none. */
static size_t partner_slot(const struct collaborations *ties, uint32_t i, double lot)
{
    const size_t first = (size_t)i * COLLABORATION_SLOTS;
    const size_t degree = collaborations_degree(ties, i);
    double sum = 0;
    for (size_t k = 0; k < degree; k++)
        sum += ties->strength[first + k];
    lot *= sum;
    for (size_t k = 0; k < degree; k++) {
        lot -= ties->strength[first + k];
        if (lot < 0 || k + 1 == degree)
            return k;
    }
    return COLLABORATION_SLOTS;
}

static void talk_with_partner(const struct talking *talking, uint32_t i, struct stream *draw)
{
    const struct collaborations *ties = &talking->world->collaborations;
    const size_t slot = partner_slot(ties, i, stream_uniform(draw));
    if (slot == COLLABORATION_SLOTS)
        return;
    const size_t row = (size_t)i * COLLABORATION_SLOTS + slot;
    float *one = talking->world->organisations.vision + (size_t)2 * i;
    float *other = talking->world->organisations.vision + (size_t)2 * ties->to[row];
    const double reach = vision_reach(talking->params, talking->history,
                                      (double)ties->strength[row] - USUAL_STRENGTH, 0);
    const double share = talking->params->step *
                         vision_confidence(talking->params, visions_distance(one, other), reach);
    const float before[2] = {one[0], one[1]};
    approach(one, other, share);
    approach(other, before, share);
}

static void organisation_month(const struct talking *talking, uint32_t i)
{
    struct organisations *o = &talking->world->organisations;
    struct stream draw = stream_open(talking->now, DRAW_TALK, i);
    return_to_anchor(talking, o->vision + (size_t)2 * i, o->anchor + (size_t)2 * i);
    if (stream_uniform(&draw) < talking->params->replacement)
        visions_renew_organisation(talking->world, i, talking->now);
    if (stream_uniform(&draw) < talking->talks)
        talk_with_partner(talking, i, &draw);
}

/* How far the municipality and who sits there move to each other. */
static double listen(const struct talking *talking, const float *table, float *party, double trust,
                     double *confidence)
{
    const double reach = vision_reach(talking->params, talking->history, trust - USUAL_TRUST,
                                      talking->engagement - USUAL_LEVER);
    *confidence = vision_confidence(talking->params, visions_distance(table, party), reach);
    return talking->params->step * *confidence;
}

/* The municipality stands at `table` throughout; what moves it is added up. */
static bool seat_organisation(const struct talking *talking, const float *table,
                              struct stream *draw, double moves[2])
{
    struct world *world = talking->world;
    const uint32_t first = world->municipalities.first_organisation[talking->municipality];
    const uint32_t rows = world->municipalities.organisations[talking->municipality];
    uint32_t i = 0;
    size_t tries = 0;
    do
        i = first + stream_below(draw, rows);
    while (!organisations_present(&world->organisations, i) && ++tries < TRIES);
    if (!organisations_present(&world->organisations, i))
        return false;
    float *party = world->organisations.vision + (size_t)2 * i;
    double confidence;
    const double share = listen(talking, table, party, world->organisations.trust[i], &confidence);
    for (size_t k = 0; k < 2; k++)
        moves[k] += share * ((double)party[k] - table[k]);
    approach(party, table, share);
    return true;
}

static int8_t in_127ths(float value)
{
    return (int8_t)(127 * value + (value < 0 ? -0.5f : 0.5f));
}

static bool seat_resident(const struct talking *talking, const float *table, struct stream *draw,
                          double moves[2])
{
    struct world *world = talking->world;
    struct residents *residents = &world->residents;
    const size_t n = world->municipalities.first[talking->municipality];
    const size_t last = n + world->municipalities.neighbourhoods[talking->municipality] - 1;
    const uint32_t first = world->neighbourhoods.first[n];
    const uint32_t end = world->neighbourhoods.first[last] + world->neighbourhoods.places[last];
    uint32_t i = first;
    for (size_t tries = 0; tries < TRIES; tries++) {
        i = first + stream_below(draw, end - first);
        if (residents_present(residents, i) &&
            residents_age_months(residents, i, talking->now.month) >= ADULT_MONTHS)
            break;
    }
    if (!residents_present(residents, i))
        return false;
    float party[2] = {residents->vision_cause[i] / 127.0f, residents->vision_result[i] / 127.0f};
    double confidence;
    const double share = listen(talking, table, party, residents->trust[i], &confidence);
    for (size_t k = 0; k < 2; k++)
        moves[k] += share * ((double)party[k] - table[k]);
    approach(party, table, share);
    residents->vision_cause[i] = in_127ths(party[0]);
    residents->vision_result[i] = in_127ths(party[1]);
    if (stream_uniform(draw) < confidence)
        history_kept(world, talking->municipality, HISTORY_REQUESTS, 1);
    else
        history_broken(world, talking->municipality, HISTORY_REQUESTS, 1);
    return true;
}

static void hold_table(const struct talking *talking, struct stream *draw)
{
    float *vision = talking->world->municipalities.vision + 2 * talking->municipality;
    const float table[2] = {vision[0], vision[1]};
    const unsigned seats = (unsigned)(talking->params->seats + 0.5);
    const unsigned residents = (unsigned)(seats * talking->voice + 0.5);
    unsigned taken = 0;
    double moves[2] = {0, 0};
    for (unsigned seat = 0; seat < seats; seat++)
        taken += seat < residents ? seat_resident(talking, table, draw, moves)
                                  : seat_organisation(talking, table, draw, moves);
    for (size_t k = 0; k < 2 && taken > 0; k++)
        vision[k] = (float)(vision[k] + moves[k] / taken);
}

static void municipality_month(const struct talking *talking)
{
    const size_t m = talking->municipality;
    struct municipalities *municipalities = &talking->world->municipalities;
    struct stream draw = stream_open(talking->now, DRAW_TABLE, (uint32_t)m);
    return_to_anchor(talking, municipalities->vision + 2 * m, municipalities->anchor + 2 * m);
    if (stream_uniform(&draw) < talking->params->replacement)
        visions_renew_municipality(talking->world, m, talking->now);
    if (stream_uniform(&draw) < talking->talks)
        hold_table(talking, &draw);
}

static void talk_in(const struct shared_vision_params *params, struct moment now,
                    struct world *world, size_t m)
{
    const double dialogue = world_lever(world, m, DIALOGUE);
    const struct talking talking = {
        .params = params,
        .now = now,
        .world = world,
        .municipality = m,
        .talks = params->talks_least + (params->talks_most - params->talks_least) * dialogue,
        .voice = world_lever(world, m, CITIZEN_VOICE),
        .engagement = world_lever(world, m, ENGAGEMENT),
        .history = world->municipalities.history[m],
    };
    const uint32_t first = world->municipalities.first_organisation[m];
    for (uint32_t i = first; i < first + world->municipalities.organisations[m]; i++)
        if (organisations_present(&world->organisations, i))
            organisation_month(&talking, i);
    municipality_month(&talking);
}

/* Municipalities do not touch each other: who works on which is of no matter. */
void shared_vision_talk(const struct shared_vision_params *params, struct moment now,
                        struct world *world)
{
#pragma omp parallel for schedule(dynamic)
    for (size_t m = 0; m < world->municipalities.count; m++)
        talk_in(params, now, world, m);
}

void shared_vision_step(const struct shared_vision_params *params, double vision_distance,
                        bool to_choice, struct moment now, struct world *world)
{
    shared_vision_talk(params, now, world);
    shared_alignment(vision_distance, world);
    for (size_t m = 0; m < world->municipalities.count && to_choice; m++)
        shared_judgement(params->judgement, world, m);
}
