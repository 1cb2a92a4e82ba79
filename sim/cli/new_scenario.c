#include "cli/new_scenario.h"

#include <string.h>

#include "cli/help.h"
#include "params/levers.h"
#include "params/numbers.h"
#include "params/scenario.h"
#include "params/table.h"

/* What is said before each part, in English and Dutch. */
struct heading {
    const char *text[2];
};

/* clang-format off */
static const struct heading beginning = {{
    "A scenario of samenspel. Change what you like, then: samenspel check, samenspel run. "
    "A line that begins with # is not read; take the # away to set what it says. "
    "What is not set keeps its default; samenspel params says more about each.",
    "Een scenario van samenspel. Verander wat je wilt, en dan: samenspel check, samenspel run. "
    "Een regel die met # begint wordt niet gelezen; haal # weg om in te stellen wat er staat. "
    "Wat er niet staat houdt zijn standaardwaarde; samenspel params zegt over elk meer."}};
static const struct heading place = {{
    "Where: one or more municipalities, or all (samenspel places lists them). A scale below 1 "
    "takes a part of the residents, for a quick look.",
    "Waar: een of meer gemeenten, of all voor alle (samenspel places noemt ze). Met een schaal "
    "onder 1 doet een deel van de inwoners mee, voor een snelle blik."}};
static const struct heading period = {{
    "When: the first month and how many.", "Wanneer: de eerste maand en hoeveel."}};
static const struct heading knobs = {{
    "Knobs, from 0 to 1. Each turns the levers under it.",
    "Knoppen, van 0 tot 1. Elke knop zet de hefbomen eronder."}};
static const struct heading levers = {{
    "Levers, from 0 to 1: what is set here no longer follows its knob.",
    "Hefbomen, van 0 tot 1: wat hier staat volgt zijn knop niet meer."}};
static const struct heading steering = {{
    "Steering, from 0 (tight) to 1 (making room), for all domains or for one.",
    "Sturing, van 0 (strak) tot 1 (ruimte geven), voor alle levensgebieden of voor een."}};
static const struct heading history = {{
    "History of collaboration, from -1 (trench warfare) to 1 (open dealing).",
    "Geschiedenis van samenwerken, van -1 (loopgraven) tot 1 (open kaart)."}};
static const struct heading schedule = {{
    "What changes on the way: from a month, and if you like to a month, and only in some "
    "neighbourhoods.",
    "Wat onderweg verandert: vanaf een maand, en desgewenst tot een maand, en alleen in sommige "
    "wijken."}};
static const struct heading processes = {{
    "Switch a process off to see what it does.",
    "Zet een proces uit om te zien wat het doet."}};
static const struct heading runs = {{
    "How often the same is run with other chances, and from which seed.",
    "Hoe vaak hetzelfde wordt gedraaid met andere kansen, en vanaf welk zaadje."}};
static const struct heading records = {{
    "What is kept: the residents followed, and the months of which everything is kept.",
    "Wat wordt bewaard: de gevolgde inwoners, en de maanden waarvan alles wordt bewaard."}};
static const struct heading parameters = {{
    "What is not chosen but assumed, with its range.",
    "Wat niet wordt gekozen maar aangenomen, met het bereik."}};
/* clang-format on */

struct page {
    FILE *file;
    bool dutch;
};

/* Prose stands after "# ", within the width of a page. */
static void say(const struct page *page, const char *text)
{
    int at = 0;
    for (const char *word = text; *word;) {
        const int length = (int)strcspn(word, " ");
        if (at > 0 && at + length > 90) {
            fputc('\n', page->file);
            at = 0;
        }
        at += fprintf(page->file, "%s%.*s", at > 0 ? " " : "# ", length, word);
        word += length;
        word += strspn(word, " ");
    }
    fputc('\n', page->file);
}

static void head(const struct page *page, const struct heading *heading)
{
    fputc('\n', page->file);
    say(page, heading->text[page->dutch]);
}

static void put_place(const struct page *page, const char *name, const char *municipality)
{
    FILE *file = page->file;
    say(page, beginning.text[page->dutch]);
    fputs("samenspel: 1\n", file);
    fprintf(file, "title.nl: \"%s\"\ntitle.en: \"%s\"\n", name, name);
    fputs("#question.nl: \"\"\n#question.en: \"\"\n", file);
    head(page, &place);
    fprintf(file, "place.municipality: \"%s\"\n#place.scale: 1\n", municipality);
    head(page, &period);
}

static void put_turns(const struct page *page, const struct scenario *defaults)
{
    FILE *file = page->file;
    char number[NUMBER_TEXT];
    head(page, &knobs);
    for (int i = 0; i < KNOBS; i++) {
        number_write(defaults->knobs[i], number);
        say(page, page->dutch ? knob_rows[i].layman_nl : knob_rows[i].layman_en);
        fprintf(file, "knobs.%s: %s\n", knob_rows[i].name, number);
    }
    head(page, &levers);
    for (int i = 0; i < LEVERS; i++) {
        number_write(defaults->levers[i], number);
        say(page, page->dutch ? lever_rows[i].layman_nl : lever_rows[i].layman_en);
        fprintf(file, "#levers.%s: %s\n", lever_rows[i].name, number);
    }
    head(page, &steering);
    number_write(defaults->steering[0], number);
    fprintf(file, "steering.all: %s\n", number);
    for (int i = 0; i < DOMAINS; i++)
        fprintf(file, "#steering.%s: %s\n", domain_names[i], number);
    head(page, &history);
    number_write(defaults->history, number);
    fprintf(file, "history: %s\n", number);
}

static void put_rest(const struct page *page, const struct scenario *defaults)
{
    FILE *file = page->file;
    head(page, &schedule);
    fprintf(file, "#schedule:\n#  - {from: %d-01, set: {knobs.%s: 0.8, steering.%s: 0.6}}\n",
            defaults->start_year + 4, knob_rows[KNOB_LEARNING].name, domain_names[YOUTH]);
    fprintf(file,
            "#  - {from: %d-03, to: %d-06, set: {needs.onset_factor.%s: 1.5}, "
            "only: {urbanity: [1, 2]}}\n",
            defaults->start_year + 5, defaults->start_year + 6, domain_names[SOCIAL]);
    fprintf(file, "#  - {from: %d-01, set: {incidents.%s: 1}}\n", defaults->start_year + 6,
            domain_names[YOUTH]);
    head(page, &processes);
    for (int i = 0; i < PROCESSES; i++) {
        say(page, page->dutch ? process_rows[i].layman_nl : process_rows[i].layman_en);
        fprintf(file, "#processes.%s: off\n", process_names[i]);
    }
    head(page, &runs);
    fprintf(file, "runs.replicates: %u\nruns.seed: %llu\n", (unsigned)defaults->replicates,
            (unsigned long long)defaults->seed);
    head(page, &records);
    fprintf(file, "#record.panel: %u\n#record.neighbourhoods: yes\n#record.organisations: yes\n",
            (unsigned)defaults->panel);
    fprintf(file, "#record.snapshots: [%04d-%02d]\n", defaults->start_year, defaults->start_month);
}

static void put_parameter(const struct page *page, const struct parameter *row)
{
    char path[PATH_TEXT], number[NUMBER_TEXT], min[NUMBER_TEXT], max[NUMBER_TEXT], range[PATH_TEXT];
    number_write(row->min, min);
    number_write(row->max, max);
    const bool plain = strcmp(row->unit, "1") == 0;
    snprintf(range, sizeof range, "[%s, %s]%s%s", min, max, plain ? "" : " ",
             plain ? "" : row->unit);
    say(page, page->dutch ? row->layman_nl : row->layman_en);
    for (size_t i = 0; i < parameter_size(row); i++) {
        parameter_path(row, i, path);
        number_write(parameter_default(row, i), number);
        fprintf(page->file, "#parameters.%s: %s%s%s\n", path, number, i == 0 ? "   # " : "",
                i == 0 ? range : "");
    }
}

void new_scenario_write(FILE *file, const char *name, const char *municipality, bool dutch)
{
    const struct page page = {file, dutch};
    struct scenario defaults;
    if (!scenario_default(&defaults, name, NULL))
        return;
    put_place(&page, name, municipality);
    fprintf(file, "time.start: %04d-%02d\ntime.months: %u\n", defaults.start_year,
            defaults.start_month, (unsigned)defaults.months);
    put_turns(&page, &defaults);
    put_rest(&page, &defaults);
    head(&page, &parameters);
    for (size_t g = 0; g < parameter_group_count; g++)
        for (size_t r = 0; r < parameter_groups[g]->count; r++)
            put_parameter(&page, &parameter_groups[g]->rows[r]);
    scenario_clear(&defaults);
}
