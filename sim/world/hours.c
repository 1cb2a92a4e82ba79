#include "world/hours.h"

_Static_assert(DOMAINS == 6, "the table counts the bits of six domains");
const uint8_t hours_domains[1 << DOMAINS] = {
    0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, 1, 2, 2, 3, 2, 3, 3, 4, 2, 3, 3, 4, 3, 4, 4, 5,
    1, 2, 2, 3, 2, 3, 3, 4, 2, 3, 3, 4, 3, 4, 4, 5, 2, 3, 3, 4, 3, 4, 4, 5, 3, 4, 4, 5, 4, 5, 5, 6,
};

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

struct complexities hours_complexities(double household_weight)
{
    struct complexities complexities;
    for (int own = 0; own <= DOMAINS; own++)
        for (int others = 0; others <= DOMAINS; others++) {
            const double c = (own + household_weight * others - 1) * (1.0 / (DOMAINS - 1));
            complexities.of[own][others] = c < 0 ? 0 : c > 1 ? 1 : c;
        }
    return complexities;
}
