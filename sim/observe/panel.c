#include "observe/panel.h"

#include <math.h>

#include "base/memory.h"
#include "base/sort.h"
#include "model/model.h"
#include "world/hours.h"

enum field {
    FIELD_AGE,
    FIELD_NEIGHBOURHOOD,
    FIELD_LOW_INCOME,
    FIELD_HOUSEHOLD,
    FIELD_SELF_RELIANCE,
    FIELD_TRUST,
    FIELD_STRAIN,
    FIELD_BURNOUT,
    FIELD_GIVEN,
    FIELD_TIES,
    FIELD_KNOWN,
    FIELD_WAITING,
    FIELD_ASKED,
    FIELD_INFORMAL,
    FIELD_PRESENCE,
    FIELD_FORMAL,
    FIELD_UNMET,
    FIELD_SEVERITY /* one a domain */
};

const struct panel_field panel_fields[] = {
    [FIELD_AGE] = {"age", "year", "age in years", "leeftijd in jaren"},
    [FIELD_NEIGHBOURHOOD] = {"lives_in", "1", "index of the neighbourhood, from 0",
                             "nummer van de wijk, vanaf 0"},
    [FIELD_LOW_INCOME] = {"low_income", "1", "1 with a low income, else 0",
                          "1 bij een laag inkomen, anders 0"},
    [FIELD_HOUSEHOLD] = {"household_size", "1", "persons in the household",
                         "mensen in het huishouden"},
    [FIELD_SELF_RELIANCE] = {"self_reliance", "1", "self-reliance s", "zelfredzaamheid"},
    [FIELD_TRUST] = {"trust", "1", "trust in the municipality", "vertrouwen in de gemeente"},
    [FIELD_STRAIN] = {"strain", "1", "strain of caring", "belasting door het zorgen"},
    [FIELD_BURNOUT] = {"burnout_months", "month", "months of burnout left",
                       "maanden die uitval door overbelasting nog duurt"},
    [FIELD_GIVEN] = {"hours_given", "hour/month", "hours given to others",
                     "uren die iemand anderen helpt"},
    [FIELD_TIES] = {"ties", "1", "people counted on", "mensen op wie iemand rekent"},
    [FIELD_KNOWN] = {"needs_known", "1", "needs that the municipality knows",
                     "zorgen die de gemeente kent"},
    [FIELD_WAITING] = {"waiting", "month", "longest wait of a known need",
                       "langste wachttijd van een bekende zorg"},
    [FIELD_ASKED] = {"hours_asked", "hour/month", "hours asked of others",
                     "uren die aan anderen zijn gevraagd"},
    [FIELD_INFORMAL] = {"informal_hours", "hour/month", "hours that others gave",
                        "uren die anderen hielpen"},
    [FIELD_PRESENCE] = {"presence_hours", "hour/month", "hours that others were there",
                        "uren dat anderen er waren"},
    [FIELD_FORMAL] = {"formal_hours", "hour/month", "hours that organisations gave",
                      "uren die organisaties hielpen"},
    [FIELD_UNMET] = {"unmet_hours", "hour/month", "hours that nobody filled",
                     "uren die niemand vulde"},
    [FIELD_SEVERITY + CARE] = {"severity_care", "1", "severity of the need in care, 0 without",
                               "ernst van wat speelt bij zorg, 0 als er niets speelt"},
    [FIELD_SEVERITY + YOUTH] = {"severity_youth", "1", "severity of the need in youth, 0 without",
                                "ernst van wat speelt bij jeugd, 0 als er niets speelt"},
    [FIELD_SEVERITY + WORK] = {"severity_work", "1", "severity of the need in work, 0 without",
                               "ernst van wat speelt bij werk, 0 als er niets speelt"},
    [FIELD_SEVERITY + EDUCATION] = {"severity_education", "1",
                                    "severity of the need in education, 0 without",
                                    "ernst van wat speelt bij onderwijs, 0 als er niets speelt"},
    [FIELD_SEVERITY + DEBT] = {"severity_debt", "1", "severity of the need in debt, 0 without",
                               "ernst van wat speelt bij schulden, 0 als er niets speelt"},
    [FIELD_SEVERITY + SOCIAL] = {"severity_social", "1",
                                 "severity of the need in social, 0 without",
                                 "ernst van wat speelt bij meedoen, 0 als er niets speelt"},
};

const size_t panel_field_count = sizeof panel_fields / sizeof *panel_fields;

/* The `wanted` residents with the lowest hashes: a fair sample that another
 * scenario with the same seed shares. */
static uint32_t choose(struct panel *panel, const struct spel_model *model, uint32_t wanted,
                       uint64_t *items, uint64_t *spare)
{
    const struct residents *residents = &model->world.residents;
    size_t count = 0;
    for (size_t i = 0; i < residents->count; i++)
        if (residents->id[i] != 0)
            items[count++] = sort_item((uint32_t)(digest_mix(residents->id[i]) >> 32), (uint32_t)i);
    sort_items(items, spare, count);
    const uint32_t chosen = wanted < count ? wanted : (uint32_t)count;
    for (uint32_t p = 0; p < chosen; p++) {
        panel->place[p] = sort_value(items[p]);
        panel->person[p] = residents->id[panel->place[p]];
    }
    return chosen;
}

bool panel_init(struct panel *panel, const struct spel_model *model, uint32_t wanted,
                struct spel_error *error)
{
    *panel = (struct panel){0};
    const size_t places = model->world.residents.count;
    uint64_t *items = memory_take(places, sizeof *items, error);
    uint64_t *spare = memory_take(places, sizeof *spare, error);
    panel->person = memory_take(wanted, sizeof *panel->person, error);
    panel->place = memory_take(wanted, sizeof *panel->place, error);
    panel->values = memory_take(wanted * panel_field_count, sizeof *panel->values, error);
    const bool taken = items && spare && panel->person && panel->place && panel->values;
    if (taken)
        panel->count = choose(panel, model, wanted, items, spare);
    else
        panel_clear(panel);
    memory_release(items);
    memory_release(spare);
    return taken;
}

void panel_clear(struct panel *panel)
{
    memory_release(panel->person);
    memory_release(panel->place);
    memory_release(panel->values);
    *panel = (struct panel){0};
}

/* Where the person is now: at the place known, or forward along a move (whose
 * vacated place still says where to), else looked up. */
static uint32_t find(const struct residents *residents, uint32_t person, uint32_t place)
{
    if (place == COLUMN_NONE || residents->id[place] == person)
        return place;
    const uint32_t next = residents->next[place];
    if (residents->id[place] == 0 && next < residents->count && residents->id[next] == person)
        return next;
    for (uint32_t i = 0; i < residents->count; i++)
        if (residents->id[i] == person)
            return i;
    return COLUMN_NONE;
}

static void measure(struct panel *panel, const struct spel_model *model, size_t p)
{
    const struct residents *residents = &model->world.residents;
    const struct needs *needs = &model->world.needs;
    const uint32_t i = panel->place[p];
    float *values = panel->values + p;
    const size_t stride = panel->count;
    for (size_t f = 0; f < panel_field_count; f++)
        values[f * stride] = i == COLUMN_NONE ? NAN : 0;
    if (i == COLUMN_NONE)
        return;
    uint32_t household = 1;
    for (uint32_t j = residents->next[i]; j != i; j = residents->next[j])
        household++;
    const size_t block = blocks_find(&model->world.blocks, i);
    values[FIELD_AGE * stride] = (float)residents_age_months(residents, i, model->now.month) / 12;
    values[FIELD_NEIGHBOURHOOD * stride] = (float)model->world.blocks.neighbourhood[block];
    values[FIELD_LOW_INCOME * stride] = residents->traits[i] & TRAIT_LOW_INCOME ? 1 : 0;
    values[FIELD_HOUSEHOLD * stride] = (float)household;
    values[FIELD_SELF_RELIANCE * stride] = residents->self_reliance[i];
    values[FIELD_TRUST * stride] = residents->trust[i];
    values[FIELD_STRAIN * stride] = residents->strain[i];
    values[FIELD_BURNOUT * stride] = residents->burnout[i];
    values[FIELD_GIVEN * stride] = residents->given[i] / 16.0f;
    values[FIELD_TIES * stride] = (float)ties_degree(&model->world.ties, i);
    values[FIELD_KNOWN * stride] = (float)hours_domains[residents->known[i] & residents->needs[i]];
    for (uint32_t row = residents->first_need[i]; row != COLUMN_NONE; row = needs->next[row]) {
        if (needs->flags[row] & NEED_ENDED)
            continue;
        values[FIELD_ASKED * stride] += needs->asked[row];
        values[FIELD_INFORMAL * stride] += needs->informal[row];
        values[FIELD_PRESENCE * stride] += needs->presence[row];
        values[FIELD_FORMAL * stride] += needs->formal[row];
        values[FIELD_UNMET * stride] +=
            needs->net[row] - hours_from_people(needs, row) - needs->formal[row];
        values[(size_t)(FIELD_SEVERITY + needs->domain[row]) * stride] = needs->severity[row];
        if (needs->waiting[row] > values[FIELD_WAITING * stride])
            values[FIELD_WAITING * stride] = needs->waiting[row];
    }
}

void panel_measure(struct panel *panel, const struct spel_model *model)
{
    for (size_t p = 0; p < panel->count; p++) {
        panel->place[p] = find(&model->world.residents, panel->person[p], panel->place[p]);
        measure(panel, model, p);
    }
}
