/* What each key of a scenario does to it. */
#include <float.h>
#include <string.h>
#include <yaml.h>

#include "base/memory.h"
#include "params/apply.h"

enum { LONGEST_WORDING = 500, FORMAT = 1 };
enum { MOST_MONTHS = 2400, MOST_REPLICATES = 100000, LARGEST_PANEL = 1000000 };

void apply_format(const struct item *item)
{
    uint64_t format;
    if (value_whole(&item->value, 0, UINT64_MAX, &format) && format != FORMAT)
        fault(&item->value,
              format > FORMAT ? "a newer format than this program reads, which is %d"
                              : "no such format: this program reads %d",
              FORMAT);
}

void apply_refused(const struct item *item)
{
    fault_of_key(&item->value, "%s", item->key->refusal);
}

void apply_based_on(const struct item *item)
{
    if (item->value.layer->set)
        fault(&item->value, "can only stand in a file");
}

void apply_wording(const struct item *item)
{
    struct scenario *scenario = item->value.reader->scenario;
    char **const wordings[] = {
        [WORDING_TITLE_NL] = &scenario->title.nl,
        [WORDING_TITLE_EN] = &scenario->title.en,
        [WORDING_QUESTION_NL] = &scenario->question.nl,
        [WORDING_QUESTION_EN] = &scenario->question.en,
    };
    char **wording = wordings[item->key->index];
    const char *text = value_text(&item->value, LONGEST_WORDING);
    char *own = text ? text_own(item->value.reader, text) : NULL;
    if (!own)
        return;
    memory_release(*wording);
    *wording = own;
}

void apply_place(const struct item *item)
{
    struct reader *reader = item->value.reader;
    if (item->key->index == PLACE_MUNICIPALITY) {
        reader->municipality = item->value;
        return;
    }
    double scale;
    if (!value_number(&item->value, -DBL_MAX, DBL_MAX, "1", &scale))
        return;
    if (!(scale > 0 && scale <= 1))
        fault(&item->value, "outside (0, 1]%s", scale == 0 ? ": nobody would be left" : "");
    else
        reader->scenario->scale = scale;
}

void apply_time(const struct item *item)
{
    struct scenario *scenario = item->value.reader->scenario;
    uint64_t months;
    int year, month;
    if (item->key->index == TIME_MONTHS) {
        if (value_whole(&item->value, 1, MOST_MONTHS, &months))
            scenario->months = (uint32_t)months;
    } else if (value_month(&item->value, &year, &month)) {
        scenario->start_year = year;
        scenario->start_month = month;
    }
}

void apply_history(const struct item *item)
{
    value_number(&item->value, -1, 1, "1", &item->value.reader->scenario->history);
}

void apply_schedule(const struct item *item)
{
    item->value.reader->schedule = item->value;
}

void apply_sweep(const struct item *item)
{
    item->value.reader->sweep = item->value;
}

void apply_process(const struct item *item)
{
    bool on;
    if (value_yes(&item->value, &on))
        item->value.reader->scenario->process_off[item->key->index] = !on;
}

void apply_runs(const struct item *item)
{
    struct scenario *scenario = item->value.reader->scenario;
    uint64_t number;
    if (item->key->index == RUNS_SEED)
        value_whole(&item->value, 0, UINT64_MAX, &scenario->seed);
    else if (value_whole(&item->value, 1, MOST_REPLICATES, &number))
        scenario->replicates = (uint32_t)number;
}

/* A word out of a few; -1 with a fault. */
static int word_among(const struct value *value, const char *const *words, const char *allowed)
{
    const char *text = value_text(value, LONGEST_WORDING);
    for (int i = 0; text && words[i]; i++)
        if (strcmp(text, words[i]) == 0)
            return i;
    if (text)
        fault(value, "%s", allowed);
    return -1;
}

void apply_record(const struct item *item)
{
    static const char *const series[] = {"all", NULL};
    static const char *const digests[] = {"yearly", "monthly", NULL};
    struct scenario *scenario = item->value.reader->scenario;
    uint64_t panel;
    int digest;
    switch (item->key->index) {
    case RECORD_SERIES:
        word_among(&item->value, series, "only \"all\" is allowed: every variable is recorded");
        break;
    case RECORD_NEIGHBOURHOODS:
        value_yes(&item->value, &scenario->record_neighbourhoods);
        break;
    case RECORD_ORGANISATIONS:
        value_yes(&item->value, &scenario->record_organisations);
        break;
    case RECORD_PANEL:
        if (value_whole(&item->value, 0, LARGEST_PANEL, &panel))
            scenario->panel = (uint32_t)panel;
        break;
    case RECORD_SNAPSHOTS:
        item->value.reader->snapshots = item->value;
        break;
    default:
        digest = word_among(&item->value, digests, "yearly or monthly is expected");
        if (digest >= 0)
            scenario->digest_monthly = digest == 1;
    }
}
