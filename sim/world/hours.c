#include "world/hours.h"

int hours_domains(unsigned mask)
{
    int count = 0;
    for (; mask; mask &= mask - 1)
        count++;
    return count;
}

double hours_complexity(const struct residents *residents, uint32_t i, double household_weight)
{
    unsigned others = 0;
    for (uint32_t j = residents->next[i]; j != i; j = residents->next[j])
        others |= residents->needs[j];
    if (others == 0 && (residents->needs[i] & (residents->needs[i] - 1)) == 0)
        return 0; /* one need and no others: the most common case */
    const double domains =
        hours_domains(residents->needs[i]) + household_weight * hours_domains(others);
    const double c = (domains - 1) / (DOMAINS - 1);
    return c < 0 ? 0 : c > 1 ? 1 : c;
}
