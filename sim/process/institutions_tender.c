#include "process/institutions_tender.h"

#include "world/costs.h"
#include "world/draw.h"
#include "world/results.h"

/* An effectiveness that nobody has seen, where no other is known either. */
static const double OUTCOME_UNSEEN = 0.6;

/* Nobody reckons that results bring less than half of what they took, or more than twice. */
static const double BRINGS_LEAST = 0.5;

/* Ties do not get weaker than this by work and wear: see formal_contracts.c. */
static const float LEAST_STRENGTH = 0.05f;

static size_t cell(const struct tender *tender)
{
    return tender->neighbourhood * DOMAINS * CONTRACT_SLOTS + tender->contract;
}

static size_t domain(const struct tender *tender)
{
    return tender->contract / CONTRACT_SLOTS;
}

static double lever(const struct tender *tender, enum lever which)
{
    return tender->world->neighbourhoods.lever[tender->neighbourhood * LEVERS + which];
}

static bool holds_a_part(const struct tender *tender, uint32_t organisation)
{
    const uint32_t *provider = tender->world->neighbourhoods.provider +
                               (tender->neighbourhood * DOMAINS + domain(tender)) * CONTRACT_SLOTS;
    for (size_t k = 0; k < CONTRACT_SLOTS; k++)
        if (provider[k] == organisation)
            return true;
    return false;
}

/* The more interested come first; whoever is too many goes. */
static void come_in(struct tender *tender, uint32_t organisation, size_t most)
{
    const struct organisations *o = &tender->world->organisations;
    struct stream draw = stream_open(tender->now, DRAW_TENDER, organisations_key(o, organisation));
    draw.counter.word[3] = (uint32_t)cell(tender) * 2;
    const double interest = stream_uniform(&draw);
    size_t at = tender->count < most ? tender->count++ : most;
    for (; at > 0 && tender->bidders[at - 1].interest < interest; at--)
        if (at < most)
            tender->bidders[at] = tender->bidders[at - 1];
    if (at < most)
        tender->bidders[at] = (struct bidder){.organisation = organisation, .interest = interest};
}

static void invite(struct tender *tender, bool all)
{
    const struct organisations *o = &tender->world->organisations;
    const struct municipalities *m = &tender->world->municipalities;
    const uint32_t municipality = tender->world->neighbourhoods.municipality[tender->neighbourhood];
    const uint32_t first = m->first_organisation[municipality];
    const double asked = tender->params->bidders + 0.5;
    const size_t most = asked < BIDDERS_MOST - 1 ? (size_t)asked : BIDDERS_MOST - 1;
    for (uint32_t i = first; i < first + m->organisations[municipality]; i++)
        if (o->kind[i] == ORGANISATION_INSTITUTION &&
            (all || o->domains[i] >> domain(tender) & 1) && !holds_a_part(tender, i))
            come_in(tender, i, most);
}

static double seen_outcome(const struct tender *tender)
{
    double sum = 0, known = 0;
    for (size_t b = 0; b < tender->count; b++) {
        const double outcome =
            tender->world->organisations.outcome[tender->bidders[b].organisation];
        sum += outcome;
        known += outcome > 0;
    }
    return known > 0 ? sum / known : OUTCOME_UNSEEN;
}

/* What a bidder can expect to be paid of the price of an hour: as far as pay follows results, what
 * those of this contract have brought against the hours that they took. */
static double brings(const struct tender *tender)
{
    const struct neighbourhoods *n = &tender->world->neighbourhoods;
    const size_t m = n->municipality[tender->neighbourhood];
    const double paid_as =
        (double)tender->world->municipalities.result_hours[m * DOMAINS + domain(tender)];
    const double took = results_hours(n->hours_seen[cell(tender)], n->results_seen[cell(tender)],
                                      paid_as, tender->pay->result_weight);
    const double brought = took > 0 ? paid_as / took : 1;
    return 1 - lever(tender, RESULTS_FINANCING) *
                   (1 - elementary_clamp(brought, BRINGS_LEAST, 1 / BRINGS_LEAST));
}

static void weigh(struct tender *tender, uint32_t holder)
{
    const struct institutions_params *p = tender->params;
    const struct organisations *o = &tender->world->organisations;
    const double terms = lever(tender, COLLABORATION_TERMS);
    const double unseen = seen_outcome(tender), of_price = brings(tender);
    for (size_t b = 0; b < tender->count; b++) {
        struct bidder *bidder = &tender->bidders[b];
        const uint32_t i = bidder->organisation;
        bidder->price =
            costs_of_hour(tender->costs, o, i) * (1 + p->mark_up * (0.5 + terms)) / of_price;
        bidder->outcome = o->outcome[i] > 0 ? (double)o->outcome[i] : unseen;
        bidder->appeal = p->outcome * bidder->outcome -
                         p->price * (1 - terms) * (bidder->price - 1) +
                         p->position * (double)o->network_position[i];
        if (i == holder)
            bidder->appeal += p->incumbency * (1 - lever(tender, ENTRANT_OPENNESS));
    }
}

void tender_open(struct tender *tender)
{
    const uint32_t holder = tender->world->neighbourhoods.provider[cell(tender)];
    tender->count = 0;
    invite(tender, false);
    if (tender->count == 0 && holder == COLUMN_NONE)
        invite(tender, true);
    if (holder != COLUMN_NONE)
        tender->bidders[tender->count++] = (struct bidder){.organisation = holder};
    weigh(tender, holder);
}

/* The greatest of appeal and a lot of the extreme-value kind is a multinomial logit. */
static size_t choose(const struct tender *tender)
{
    const struct organisations *o = &tender->world->organisations;
    size_t best = 0;
    double most = 0;
    for (size_t b = 0; b < tender->count; b++) {
        struct stream draw = stream_open(tender->now, DRAW_TENDER,
                                         organisations_key(o, tender->bidders[b].organisation));
        draw.counter.word[3] = (uint32_t)cell(tender) * 2 + 1;
        const double lot = -elementary_log(-elementary_log(stream_uniform(&draw)));
        if (b == 0 || tender->bidders[b].appeal + lot > most) {
            best = b;
            most = tender->bidders[b].appeal + lot;
        }
    }
    return best;
}

static void part(const struct tender *tender, uint32_t one, uint32_t other)
{
    struct collaborations *ties = &tender->world->collaborations;
    const float loss =
        (float)(tender->params->rival_loss * 2 * (1 - lever(tender, COLLABORATION_TERMS)));
    const uint32_t m = tender->world->neighbourhoods.municipality[tender->neighbourhood];
    const size_t ended = (size_t)collaborations_weaken(ties, one, other, loss, LEAST_STRENGTH) +
                         (size_t)collaborations_weaken(ties, other, one, loss, LEAST_STRENGTH);
    tender->world->municipalities.rivals_parted[m] += (uint32_t)ended;
}

uint32_t tender_award(struct tender *tender)
{
    struct neighbourhoods *n = &tender->world->neighbourhoods;
    if (tender->count == 0)
        return COLUMN_NONE;
    const size_t won = choose(tender), at = cell(tender);
    const uint32_t winner = tender->bidders[won].organisation;
    for (size_t b = 0; b < tender->count; b++)
        if (b != won)
            part(tender, winner, tender->bidders[b].organisation);
    if (n->provider[at] != winner)
        n->settling_in[at] = (float)tender->params->continuity_loss;
    n->provider[at] = winner;
    n->contract_price[at] = (float)tender->bidders[won].price;
    n->contract_left[at] = (uint8_t)(tender->params->term + 0.5);
    tender->world->organisations.domains[winner] |= (uint8_t)(1u << domain(tender));
    return winner;
}
