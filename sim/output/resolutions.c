#include "output/resolutions.h"

#include "base/memory.h"

/* One column of texts, a scenario each. */
struct text_column {
    const char *name, *title, *doc;
};

enum { TITLE, TITLE_NL, QUESTION, QUESTION_NL, RESOLVED, COLUMNS };

static const struct text_column columns[COLUMNS] = {
    [TITLE] = {"title", "title", "Title of the scenario, in English."},
    [TITLE_NL] = {"title_nl", "title in Dutch", "The same in Dutch."},
    [QUESTION] = {"question", "question", "What the scenario asks, in English."},
    [QUESTION_NL] = {"question_nl", "question in Dutch", "The same in Dutch."},
    [RESOLVED] = {"resolved", "resolved scenario",
                  "The scenario with every default filled in: what was run."},
};

static const char *text_of(const struct scenario *scenario, size_t column)
{
    const char *const texts[COLUMNS] = {
        [TITLE] = scenario->title.en,       [TITLE_NL] = scenario->title.nl,
        [QUESTION] = scenario->question.en, [QUESTION_NL] = scenario->question.nl,
        [RESOLVED] = scenario->resolved,
    };
    return texts[column] ? texts[column] : "";
}

void resolutions_write(struct hdf *hdf, const struct frame *frame,
                       const struct frame_scales *scales)
{
    const hid_t group = hdf_group(hdf, hdf->file, "scenarios");
    const char **texts = memory_take(frame->scenario_count, sizeof *texts, hdf->error);
    hdf_axis_link(hdf, &scales->scenario, group);
    hdf->failed |= !texts;
    for (size_t c = 0; c < COLUMNS && !hdf->failed; c++) {
        for (size_t s = 0; s < frame->scenario_count; s++)
            texts[s] = text_of(&frame->scenarios[s], c);
        hdf_column_texts(hdf, group, columns[c].name, &scales->scenario, texts,
                         (struct hdf_words){NULL, columns[c].title, columns[c].doc});
    }
    hdf_attribute_text(hdf, group, "description",
                       "The scenarios of the file. The first was asked for, its claims name the "
                       "others; they share place, months, seed and replicates.");
    memory_release(texts);
    hdf_release(hdf, group);
}

bool resolutions_read(struct hdf *hdf, struct resolutions *resolutions)
{
    size_t names, texts;
    *resolutions = (struct resolutions){.count = 0};
    resolutions->names = hdf_read_texts(hdf, "/series/scenario", &names);
    resolutions->texts = hdf_read_texts(hdf, "/scenarios/resolved", &texts);
    if (!hdf->failed && names == texts && names > 0) {
        resolutions->count = names;
        return true;
    }
    if (!hdf->failed)
        hdf->failed =
            !error_set(hdf->error, SPEL_ERROR_FILE, "%s: /scenarios is damaged", hdf->path);
    hdf_release_texts(resolutions->names, names);
    hdf_release_texts(resolutions->texts, texts);
    *resolutions = (struct resolutions){.count = 0};
    return false;
}

void resolutions_clear(struct resolutions *resolutions)
{
    hdf_release_texts(resolutions->names, resolutions->count);
    hdf_release_texts(resolutions->texts, resolutions->count);
    *resolutions = (struct resolutions){.count = 0};
}
