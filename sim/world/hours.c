#include "world/hours.h"

/* Bits set in six bits. */
_Static_assert(DOMAINS == 6, "the table counts the bits of six domains");
static const uint8_t bits[1 << DOMAINS] = {
    0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, 1, 2, 2, 3, 2, 3, 3, 4, 2, 3, 3, 4, 3, 4, 4, 5,
    1, 2, 2, 3, 2, 3, 3, 4, 2, 3, 3, 4, 3, 4, 4, 5, 2, 3, 3, 4, 3, 4, 4, 5, 3, 4, 4, 5, 4, 5, 5, 6,
};

int hours_domains(unsigned mask)
{
    return bits[mask];
}

/* Children do not carry care, the young a little, the old less. */
float hours_age_factor(int years)
{
    return years < 12   ? 0
           : years < 18 ? 0.05f
           : years < 25 ? 0.12f
           : years < 40 ? 0.3f
           : years < 50 ? 0.5f
           : years < 70 ? 1
           : years < 80 ? 0.7f
                        : 0.4f;
}

double hours_time(const struct residents *residents, uint32_t i, uint32_t month)
{
    const int months = residents_age_months(residents, i, month);
    if (residents->id[i] == 0 || residents->burnout[i] > 0 || months < 0)
        return 0;
    return hours_age_factor(months / 12) * (residents->willingness[i] / 255.0) *
           (1 - (double)residents->strain[i]) * (1 - residents->worst[i] / 255.0);
}

/* The domains of the rest of the household. Its size cannot be foreseen, so that of most is
 * read without a branch: back at `i`, the walk stays there and adds nothing. */
static unsigned domains_of_others(const struct residents *residents, uint32_t i)
{
    enum { USUAL = 4 };
    uint32_t j = residents->next[i];
    unsigned others = 0;
    for (int k = 0; k < USUAL; k++) {
        const uint32_t away = -(uint32_t)(j != i); /* all bits or none */
        others |= residents->needs[j] & away;
        j ^= (j ^ residents->next[j]) & away;
    }
    for (; j != i; j = residents->next[j])
        others |= residents->needs[j];
    return others;
}

double hours_complexity(const struct residents *residents, uint32_t i, double household_weight)
{
    const unsigned others = domains_of_others(residents, i);
    const double domains =
        hours_domains(residents->needs[i]) + household_weight * hours_domains(others);
    const double c = (domains - 1) * (1.0 / (DOMAINS - 1));
    return c < 0 ? 0 : c > 1 ? 1 : c;
}
