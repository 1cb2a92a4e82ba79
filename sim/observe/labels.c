#include <stdio.h>
#include <string.h>

#include "model/model.h"
#include "observe/sums.h"
#include "observe/variables.h"
#include "params/levers.h"

/* The row of the place table from which municipality `i` takes its names. */
static const struct place_row *municipality_row(const struct spel_model *model, size_t i)
{
    return &model->scenario->places.rows[model->world.municipalities.first[i]];
}

/* A row of the table has no other name: one organisation may follow another there. */
static const char *numbered(const char *what, size_t i, char text[AXIS_TEXT])
{
    snprintf(text, AXIS_TEXT, "%s%zu", what, i);
    return text;
}

const char *axis_told(const struct scenario *scenario, enum axis axis, size_t i,
                      char text[AXIS_TEXT])
{
    static const char *const incomes[INCOMES] = {[INCOME_LOW] = "low", [INCOME_OTHER] = "other"};
    static const char *const ages[LIVES] = {"0_17", "18_64", "65_79", "80_plus"};
    const struct places *places = &scenario->places;
    switch (axis) {
    case AXIS_MUNICIPALITY:
        return i < places->count ? places->rows[i].municipality_code : NULL;
    case AXIS_NEIGHBOURHOOD:
        return i < places->count ? places->rows[i].code : NULL;
    case AXIS_DOMAIN:
        return i < DOMAINS ? domain_names[i] : NULL;
    case AXIS_INCOME:
        return i < INCOMES ? incomes[i] : NULL;
    case AXIS_AGE:
        return i < LIVES ? ages[i] : NULL;
    case AXIS_DEGREE:
        return i <= TIE_SLOTS ? numbered("", i, text) : NULL;
    case AXIS_LEVER:
        return i < LEVERS ? lever_rows[i].name : NULL;
    default:
        return NULL;
    }
}

static const char organisation_label[] = "organisation_";

bool axis_is_organisation(const char *label)
{
    const size_t length = sizeof organisation_label - 1;
    return strncmp(label, organisation_label, length) == 0 && label[length] &&
           label[length + strspn(label + length, "0123456789")] == '\0';
}

const char *axis_label(const struct spel_model *model, enum axis axis, size_t i,
                       char text[AXIS_TEXT])
{
    if (axis == AXIS_MUNICIPALITY)
        return municipality_row(model, i)->municipality_code;
    if (axis == AXIS_ORGANISATION)
        return numbered(organisation_label, i, text);
    return axis_told(model->scenario, axis, i, text);
}

const char *axis_title(const struct spel_model *model, enum axis axis, size_t i,
                       char text[AXIS_TEXT])
{
    static const char *const ages[LIVES] = {"0 t/m 17 jaar", "18 t/m 64 jaar", "65 t/m 79 jaar",
                                            "80 jaar en ouder"};
    switch (axis) {
    case AXIS_MUNICIPALITY:
        return municipality_row(model, i)->municipality;
    case AXIS_NEIGHBOURHOOD:
        return model->scenario->places.rows[i].name;
    case AXIS_DOMAIN:
        return domain_names_nl[i];
    case AXIS_ORGANISATION:
        return numbered("organisatie ", i, text);
    case AXIS_INCOME:
        return i == INCOME_LOW ? "laag inkomen" : "overige inkomens";
    case AXIS_AGE:
        return ages[i];
    case AXIS_DEGREE:
        return numbered("aantal banden: ", i, text);
    default:
        return lever_rows[i].name_nl;
    }
}
