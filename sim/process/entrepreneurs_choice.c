#include "process/entrepreneurs_choice.h"

#include "world/effort.h"

double entrepreneurs_payoff(const struct entrepreneurs_params *params, double result,
                            double self_interest, double filled)
{
    const double size = params->capital / params->place_capital;
    return result / (params->capital / 100) + params->motive * (1 - self_interest) * filled / size;
}

void entrepreneurs_choose(const struct entrepreneurs_params *params,
                          const struct institutions_params *learning, double lot,
                          struct organisations *o, uint32_t i)
{
    const struct effort_year year = {o->engagement[i], o->payoff[i], params->unit, lot};
    o->engagement[i] = o->network_effort[i] = (float)effort_choose(learning, o, i, &year);
}
