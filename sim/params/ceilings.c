#include "params/ceilings.h"

#include "params/apply.h"

const double onset_ceiling[DOMAINS] = {
    [CARE] = 0.05,      [YOUTH] = 0.06, [WORK] = 0.03,
    [EDUCATION] = 0.03, [DEBT] = 0.02,  [SOCIAL] = 0.03,
};

const double moving_ceiling = 0.06;

/* The largest factor of onset in a domain, by itself or in some month. */
static double factor_most(const struct scenario *scenario, int domain)
{
    double most = scenario->params.needs.onset_factor[domain];
    for (size_t e = 0; e < scenario->schedule_count; e++)
        for (size_t s = 0; s < scenario->schedule[e].setting_count; s++) {
            const struct setting *setting = &scenario->schedule[e].settings[s];
            if (setting->kind == SETTING_ONSET_FACTOR &&
                (setting->index < 0 || setting->index == domain) && setting->value > most)
                most = setting->value;
        }
    return most;
}

void ceilings_check(struct reader *reader)
{
    const struct scenario *scenario = reader->scenario;
    for (int d = 0; d < DOMAINS; d++) {
        const double factor = factor_most(scenario, d);
        for (int band = 0; band < AGE_BANDS && reader_goes_on(reader); band++) {
            const double onset = scenario->params.needs.onset[d][band];
            if (onset * factor > onset_ceiling[d])
                fault_of(reader, scenario->name,
                         "needs.onset.%s.%s = %g times a needs.onset_factor of %g: above the "
                         "ceiling of %g a month",
                         domain_names[d], age_band_names[band], onset, factor, onset_ceiling[d]);
        }
    }
}
