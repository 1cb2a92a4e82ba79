#include "world/draw.h"
#include "world/settlement.h"
#include "world/visions.h"

static int8_t vision(struct stream *draw)
{
    return (int8_t)(127 * visions_draw(draw));
}

/* A draw with the wanted mean and spread in [0, 1]: a normal on the scale of
 * the logit, whose slope at the mean is m (1 - m). */
static double bounded(struct stream *draw, double mean, double sd)
{
    const double centre = elementary_log(mean / (1 - mean));
    return elementary_logistic(centre + sd / (mean * (1 - mean)) * stream_normal(draw));
}

/* Self-reliance starts near where it returns to. */
static double self_reliance_base(const struct residents *residents, size_t i,
                                 const struct self_reliance_params *params, uint32_t month)
{
    double base = params->base;
    if (residents->traits[i] & TRAIT_LOW_INCOME)
        base += params->base_low_income;
    if (residents_age_months(residents, i, month) >= 80 * 12)
        base += params->base_old;
    return elementary_clamp(base, 0.02, 0.98);
}

void settle_person(struct residents *residents, size_t place, const struct scenario *scenario,
                   struct moment now)
{
    const struct params *p = &scenario->params;
    struct moment always = now;
    always.month = 0; /* a person's nature does not depend on when it is read */
    struct stream draw = stream_open(always, DRAW_NEWCOMER, residents->id[place]);
    residents->self_reliance[place] = (float)bounded(
        &draw, self_reliance_base(residents, place, &p->self_reliance, now.month), 0.05);
    residents->willingness[place] =
        (uint8_t)(255 * bounded(&draw,
                                elementary_clamp(p->informal_support.willingness, 0.02, 0.98),
                                0.2));
    residents->vision_cause[place] = vision(&draw);
    residents->vision_result[place] = vision(&draw);
    residents->trust[place] =
        (float)stream_beta(&draw, p->settlement.trust_mean, p->settlement.trust_sd);
    residents->first_need[place] = COLUMN_NONE;
}
