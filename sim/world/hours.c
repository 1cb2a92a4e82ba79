#include "world/hours.h"

/* Bits added in pairs, in fours, and all of them. */
int hours_domains(unsigned mask)
{
    const unsigned pairs = mask - (mask >> 1 & 0x55);
    const unsigned fours = (pairs & 0x33) + (pairs >> 2 & 0x33);
    return (int)((fours + (fours >> 4)) & 15);
}

double hours_complexity(const struct residents *residents, uint32_t i, double household_weight)
{
    unsigned others = 0;
    for (uint32_t j = residents->next[i]; j != i; j = residents->next[j])
        others |= residents->needs[j];
    const double domains =
        hours_domains(residents->needs[i]) + household_weight * hours_domains(others);
    const double c = (domains - 1) * (1.0 / (DOMAINS - 1));
    return c < 0 ? 0 : c > 1 ? 1 : c;
}
