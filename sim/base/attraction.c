#include "base/attraction.h"

#include "base/elementary.h"

void attraction_learn(const struct attraction_rule *rule, float *attraction, float *experience,
                      size_t options, size_t done, const double *payoff, double weight)
{
    const double before = rule->memory * *experience, after = before + weight;
    if (after <= 0)
        return;
    for (size_t j = 0; j < options; j++) {
        const double share = j == done ? 1 : rule->forgone;
        const double brought = share > 0 ? share * payoff[j] : 0;
        attraction[j] = (float)((before * attraction[j] + weight * brought) / after);
    }
    *experience = (float)after;
}

static double appeal(const struct attraction_rule *rule, const float *attraction,
                     const double *pull, size_t j)
{
    return rule->sharpness * (attraction[j] + (pull ? pull[j] : 0));
}

/* Every weight is taken against the greatest, so that none is too large to be written. */
static double greatest(const struct attraction_rule *rule, const float *attraction,
                       const double *pull, size_t options)
{
    double most = appeal(rule, attraction, pull, 0);
    for (size_t j = 1; j < options; j++) {
        const double here = appeal(rule, attraction, pull, j);
        most = here > most ? here : most;
    }
    return most;
}

double attraction_chance(const struct attraction_rule *rule, const float *attraction,
                         const double *pull, size_t options, size_t i)
{
    const double most = greatest(rule, attraction, pull, options);
    double total = 0;
    for (size_t j = 0; j < options; j++)
        total += elementary_exp(appeal(rule, attraction, pull, j) - most);
    return elementary_exp(appeal(rule, attraction, pull, i) - most) / total;
}

size_t attraction_choose(const struct attraction_rule *rule, const float *attraction,
                         const double *pull, size_t options, double lot)
{
    const double most = greatest(rule, attraction, pull, options);
    double total = 0;
    for (size_t j = 0; j < options; j++)
        total += elementary_exp(appeal(rule, attraction, pull, j) - most);
    double left = lot * total;
    for (size_t j = 0; j + 1 < options; j++) {
        left -= elementary_exp(appeal(rule, attraction, pull, j) - most);
        if (left < 0)
            return j;
    }
    return options - 1;
}
