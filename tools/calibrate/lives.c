#include "lives.h"

#include <stdio.h>
#include <string.h>

#include "base/memory.h"

static const double WEEKS = 52.0 / 12;
enum {
    RETURN_MONTHS = 12,
    GAP_MONTHS = 2,
    START = 400 /* months before month 0 that can be told */
};

bool lives_init(struct lives *lives, size_t places, uint16_t from, uint16_t to,
                struct spel_error *error)
{
    *lives = (struct lives){.size = 1024, .from = from, .to = to};
    while (lives->size < 3 * places)
        lives->size *= 2;
    lives->rows = memory_take(lives->size, sizeof *lives->rows, error);
    lives->here = memory_take(places, sizeof *lives->here, error);
    if (lives->rows && lives->here)
        return true;
    lives_clear(lives);
    return false;
}

void lives_clear(struct lives *lives)
{
    memory_release(lives->rows);
    memory_release(lives->here);
    lives->rows = NULL;
    lives->here = NULL;
}

static struct life *life_of(struct lives *lives, uint32_t id)
{
    uint32_t at = (uint32_t)digest_mix(id) & (lives->size - 1);
    while (lives->rows[at].id != 0 && lives->rows[at].id != id)
        at = (at + 1) & (lives->size - 1);
    lives->rows[at].id = id;
    return &lives->rows[at];
}

static void name_add(struct moments *moments, const char *what, int domain, double part,
                     double whole)
{
    char name[MOMENT_TEXT];
    snprintf(name, sizeof name, "%s.%s", what, domain_names[domain]);
    moments_add(moments, name, part, whole);
}

static void add_wait(struct moments *moments, int domain, unsigned months)
{
    /* A month of the model is the middle of what it stands for. */
    const double weeks = (months + 0.5) * WEEKS;
    name_add(moments, "wait_weeks", domain, weeks, 1);
    name_add(moments, "wait_16_weeks", domain, weeks >= 16, 1);
}

static void add_spell(struct moments *moments, int domain, unsigned months)
{
    static const unsigned ends[] = {6, 12, 24, 36, 48, 60, UINT32_MAX};
    static const char *const names[] = {"spell_0_6",   "spell_6_12",  "spell_12_24", "spell_24_36",
                                        "spell_36_48", "spell_48_60", "spell_60_up"};
    bool found = false;
    for (size_t k = 0; k < sizeof ends / sizeof *ends; k++) {
        const bool here = !found && months < ends[k];
        found |= here;
        name_add(moments, names[k], domain, here, 1);
    }
}

/* A registered user: known and, where help is what is registered, helped. Income
 * support and debt are registered when known. */
static bool in_use(const struct needs *needs, uint32_t row, int domain)
{
    return domain == WORK || domain == DEBT || needs->flags[row] & NEED_HELPED;
}

/* Follows one domain of one person: `row` COLUMN_NONE without a known need. */
static void follow(struct lives *lives, struct life *life, const struct needs *needs, uint32_t row,
                   int domain, uint16_t month, struct moments *moments)
{
    const bool counts = month >= lives->from + START && month <= lives->to + START;
    const bool known = row != COLUMN_NONE;
    const bool uses = known && in_use(needs, row, domain);
    if (known && life->since[domain] == 0)
        life->since[domain] = month;
    if (known && !life->helped[domain] && needs->flags[row] & NEED_HELPED) {
        if (counts && life->since[domain] > START + 1)
            add_wait(moments, domain, (unsigned)(month - life->since[domain]));
        life->helped[domain] = 1;
    }
    if (!known)
        life->since[domain] = life->helped[domain] = 0;
    if (uses && life->used[domain] == 0) {
        const unsigned before = month == START + 1 ? needs->spell[row] : 0;
        life->used[domain] = (uint16_t)(before < START ? month - before : 1);
        const unsigned gap = life->left[domain] ? month - life->left[domain] : 0;
        if (gap >= GAP_MONTHS && gap <= RETURN_MONTHS + GAP_MONTHS)
            name_add(moments, "returns", domain, 1, 0);
    }
    if (uses && counts)
        name_add(moments, "exits_a_year", domain, 0, 1);
    if (!uses && life->used[domain] != 0) {
        if (counts) {
            name_add(moments, "exits_a_year", domain, 12, 0);
            add_spell(moments, domain, month - life->used[domain]);
            name_add(moments, "returns", domain, 0, 1);
        }
        life->left[domain] = counts ? month : 0;
        life->used[domain] = 0;
    }
    if (uses && month > START) {
        const unsigned year = (month - START - 1u) / 12;
        life->years[domain] |= (uint8_t)(year < 8 ? 1u << year : 0);
    }
}

void lives_read(struct lives *lives, const struct spel_model *model, struct moments *moments)
{
    const struct residents *residents = &model->world.residents;
    const struct needs *needs = &model->world.needs;
    const uint16_t month = (uint16_t)(model->done + START);
    for (size_t i = 0; i < residents->count; i++) {
        /* Who has had nothing known and was not followed here is passed over. */
        if (residents->id[i] == 0 ||
            (residents->known[i] == 0 && lives->here[i] != residents->id[i]))
            continue;
        struct life *life = life_of(lives, residents->id[i]);
        uint32_t rows[DOMAINS];
        memset(rows, 0xff, sizeof rows);
        if (residents->needs[i])
            for (uint32_t row = residents->first_need[i]; row != COLUMN_NONE;
                 row = needs->next[row])
                if (!(needs->flags[row] & NEED_ENDED) &&
                    residents->known[i] >> needs->domain[row] & 1)
                    rows[needs->domain[row]] = row;
        for (int d = 0; d < DOMAINS; d++)
            if (rows[d] != COLUMN_NONE || life->since[d] || life->used[d])
                follow(lives, life, needs, rows[d], d, month, moments);
        bool followed = residents->known[i] != 0;
        for (int d = 0; d < DOMAINS; d++)
            followed |= life->used[d] != 0;
        lives->here[i] = followed ? residents->id[i] : 0;
    }
}

void lives_close(const struct lives *lives, struct moments *moments, unsigned years)
{
    const unsigned all = (1u << years) - 1;
    for (uint32_t at = 0; at < lives->size; at++) {
        const struct life *life = &lives->rows[at];
        if (life->id == 0)
            continue;
        const unsigned wmo = (life->years[CARE] | life->years[SOCIAL]) & all;
        if (wmo)
            moments_add(moments, "every_year.wmo", wmo == all, 1);
        for (int d = 0; d < DOMAINS; d++)
            if (life->years[d] & all)
                name_add(moments, "every_year", d, (life->years[d] & all) == all, 1);
    }
}
