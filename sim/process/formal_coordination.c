#include "process/formal_coordination.h"

#include "base/found.h"
#include "process/formal_case.h"

/* The factor that a case of contract `c` has left beside one of contract `other`: a loss where
 * another provider serves that, which links between providers and coordination make smaller. */
static double find_beside(const struct formal_support_params *params, const struct world *world,
                          const struct formal_contracts *contracts, size_t c, size_t other)
{
    const uint32_t one = contracts->of[c].provider, two = contracts->of[other].provider;
    if (two == COLUMN_NONE || two == one)
        return 1;
    const double link = collaborations_link(&world->collaborations, one, two);
    return 1 - params->uncoordinated_loss * (1 - link) * contracts->of[c].uncoordinated;
}

/* Members of households with needs beside a case: which of the cases that are looked at together,
 * its contract, and the first need of the member. Which members these are cannot be foreseen, so
 * they are listed before their needs are looked at. */
enum { BESIDE_ROOM = 2 * FORMAL_TOGETHER, BESIDE_USUAL = 3 };
struct beside {
    size_t count;
    uint8_t of[BESIDE_ROOM + 1], contract[BESIDE_ROOM + 1]; /* one more is written than counts */
    uint32_t need[BESIDE_ROOM + 1];
};

/* Takes the losses of all that are listed, in their order, and empties the list. Every other
 * active domain counts that another provider serves; nobody serves what is not known. */
static void take_losses(const struct formal_support_params *params, const struct world *world,
                        struct formal_contracts *contracts, struct beside *beside,
                        double *coordination)
{
    const struct needs *needs = &world->needs;
    for (size_t k = 0; k < beside->count; k++) {
        const size_t c = beside->contract[k], domain = c / CONTRACT_SLOTS;
        double left = coordination[beside->of[k]];
        for (uint32_t row = beside->need[k]; row != COLUMN_NONE; row = needs->next[row]) {
            const uint8_t slot = needs->provider[row];
            const bool counts = (needs->domain[row] != domain) & (slot != NO_PROVIDER);
            const size_t other = counts ? needs->domain[row] * (size_t)CONTRACT_SLOTS + slot : c;
            double *factor = &contracts->beside[c][other];
            if (*factor == 0) /* not asked for yet */
                *factor = contracts->beside[other][c] =
                    find_beside(params, world, contracts, c, other);
            left *= *factor;
        }
        coordination[beside->of[k]] = left;
    }
    beside->count = 0;
}

/* Lists the member `j` of the household where it has one of the `others` and that is known. */
static inline void list_member(const struct residents *residents, uint32_t j, unsigned others,
                               size_t of, size_t contract, struct beside *beside)
{
    beside->of[beside->count] = (uint8_t)of;
    beside->contract[beside->count] = (uint8_t)contract;
    beside->need[beside->count] = residents->first_need[j];
    beside->count += (residents->needs[j] & residents->known[j] & others) != 0;
}

/* Lists the household of a case. Households are mostly small, but how small cannot be foreseen: so
 * that of most is walked without a branch; back at the resident, the walk stays there and lists
 * nothing. Returns where it is then: somebody who is not listed yet, or the resident. */
static inline uint32_t list_household(const struct residents *residents, uint32_t i, size_t of,
                                      size_t contract, struct beside *beside)
{
    const unsigned others = ~(1u << contract / CONTRACT_SLOTS);
    list_member(residents, i, others, of, contract, beside);
    uint32_t j = residents->next[i];
    for (int member = 0; member < BESIDE_USUAL; member++) {
        const uint32_t away = -(uint32_t)(j != i); /* all bits or none */
        list_member(residents, j, others & away, of, contract, beside);
        j ^= (j ^ residents->next[j]) & away;
    }
    return j;
}

void formal_coordinate(const struct formal_support_params *params,
                       const struct formal_served *served, const uint16_t *rows, size_t count,
                       struct formal_contracts *contracts, const struct world *world,
                       double *coordination)
{
    const struct residents *residents = &world->residents;
    const uint8_t *complexity = world->needs.complexity + served->first;
    uint8_t several[FORMAL_TOGETHER];
    uint16_t places[FORMAL_TOGETHER];
    for (size_t k = 0; k < count; k++) {
        coordination[k] = 1;
        several[k] = complexity[rows[k]] != 0; /* domains with a need in the household */
    }
    const size_t listed = found_list(several, count, places);
    struct beside beside;
    beside.count = 0;
    for (size_t k = 0; k < listed; k++) {
        const size_t of = places[k], contract = formal_case_contract(served->cases[rows[of]]);
        const uint32_t i = world->needs.resident[served->first + rows[of]];
        if (beside.count >= BESIDE_ROOM - BESIDE_USUAL)
            take_losses(params, world, contracts, &beside, coordination);
        uint32_t j = list_household(residents, i, of, contract, &beside);
        for (; j != i; j = residents->next[j]) {
            if (beside.count == BESIDE_ROOM)
                take_losses(params, world, contracts, &beside, coordination);
            list_member(residents, j, ~(1u << contract / CONTRACT_SLOTS), of, contract, &beside);
        }
    }
    take_losses(params, world, contracts, &beside, coordination);
}
