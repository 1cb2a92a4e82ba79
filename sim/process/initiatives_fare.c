#include "process/initiatives_parts.h"
#include "world/founding.h"

/* Results count double in the first years; dependence on the founder follows the number of
 * members in about two years; so many members make an initiative half as large as can be. */
static const double EARLY_MONTHS = 24, DEPENDENCE_PACE = 0.05, HALF_SIZE = 16;

/* After its first year so many are needed to go on. */
enum { FIRST_YEAR = 12, FEWEST = 3 };

static int age_of(const struct initiating *initiating, uint32_t row)
{
    return (int)initiating->now.month - initiating->world->organisations.founded[row];
}

static double energy_after(const struct initiating *initiating, uint32_t row)
{
    const struct initiatives_params *p = &initiating->params->initiatives;
    const struct initiatives *s = &initiating->world->initiatives;
    const double energy = s->energy[row], room = initiating_lever(initiating, row, RULE_ROOM);
    const double early = 0.5 + 0.5 * EARLY_MONTHS / (EARLY_MONTHS + age_of(initiating, row));
    const double fresh = s->members[row] > 0 ? s->joined[row] / (double)s->members[row] : 0;
    const double gained = p->energy_results * (double)s->record[row] * early +
                          p->energy_meeting * initiating_lever(initiating, row, MEETING_PLACES) +
                          p->energy_fresh * (fresh < 1 ? fresh : 1);
    const double lost = p->energy_control * initiating_control(initiating, row) * (1 - room) +
                        p->energy_gap * (1 - (double)s->funding[row]) + p->energy_wear;
    return elementary_clamp(energy + gained * (1 - energy) - lost * energy, 0, 1);
}

/* Who asks for forms pays those who have filled them in; room in the rules pays the others too. */
static void fund(const struct initiating *initiating, uint32_t row)
{
    const struct initiatives_params *p = &initiating->params->initiatives;
    struct initiatives *s = &initiating->world->initiatives;
    const double room = initiating_lever(initiating, row, RULE_ROOM);
    const double ready = room + (1 - room) * (double)s->formality[row];
    s->funding[row] += (float)(p->funding_pace * (ready - (double)s->funding[row]));
    s->grant[row] = (int64_t)((double)s->funding[row] * p->cost * s->members[row] * 100 + 0.5);
}

void fare_month(const struct initiating *initiating, uint32_t row)
{
    const struct initiatives_params *p = &initiating->params->initiatives;
    struct initiatives *s = &initiating->world->initiatives;
    const double others = s->members[row] > 0 ? s->members[row] - 1.0 : 0;
    const double hangs =
        s->founder[row] == COLUMN_NONE ? 0 : p->dependence_half / (p->dependence_half + others);
    const double size = s->members[row] / (s->members[row] + HALF_SIZE);
    const double forms = (size + (double)s->funding[row] + initiating_control(initiating, row)) / 3;
    s->energy[row] = (float)energy_after(initiating, row);
    s->dependence[row] += (float)(DEPENDENCE_PACE * (hangs - (double)s->dependence[row]));
    s->formality[row] += (float)(p->formality_pace * (forms - (double)s->formality[row]));
    s->rest[row] -= s->rest[row] > 0;
    fund(initiating, row);
}

static bool too_few(const struct initiating *initiating, uint32_t row)
{
    const uint16_t members = initiating->world->initiatives.members[row];
    return members == 0 || (members < FEWEST && age_of(initiating, row) >= FIRST_YEAR);
}

static void end(const struct initiating *initiating, size_t m, uint32_t row)
{
    struct world *world = initiating->world;
    challenge_give_up(initiating, row);
    world->municipalities.initiatives_lost[m]++;
    events_add(&world->events, EVENT_INITIATIVE_ENDED, (int32_t)m, (int32_t)row,
               (float)age_of(initiating, row));
    membership_dissolve(world, row);
    founding_end(world, row);
}

/* Members become clients of an institution that has its name, its partners and its contracts. */
static void harden(const struct initiating *initiating, size_t m, uint32_t row)
{
    struct world *world = initiating->world;
    world->municipalities.initiatives_hardened[m]++;
    events_add(&world->events, EVENT_INITIATIVE_HARDENED, (int32_t)m, (int32_t)row,
               (float)age_of(initiating, row));
    membership_dissolve(world, row);
    world->organisations.kind[row] = ORGANISATION_INSTITUTION;
}

void fare_end(const struct initiating *initiating, uint32_t row)
{
    const struct initiatives_params *p = &initiating->params->initiatives;
    const struct initiatives *s = &initiating->world->initiatives;
    const size_t m = initiating->world->organisations.municipality[row];
    const double formality = s->formality[row];
    struct stream draw = stream_open(initiating->now, DRAW_INITIATIVE_END,
                                     organisations_key(&initiating->world->organisations, row));
    const double hazard =
        p->end / 12 * elementary_exp(p->end_energy * (0.5 - (double)s->energy[row]));
    const bool ends = stream_uniform(&draw) < hazard || too_few(initiating, row);
    const bool hardens = stream_uniform(&draw) < p->harden / 12 * formality * formality;
    if (ends)
        end(initiating, m, row);
    else if (hardens)
        harden(initiating, m, row);
}
