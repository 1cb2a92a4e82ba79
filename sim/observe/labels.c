#include <stdio.h>

#include "model/model.h"
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

const char *axis_label(const struct spel_model *model, enum axis axis, size_t i,
                       char text[AXIS_TEXT])
{
    switch (axis) {
    case AXIS_MUNICIPALITY:
        return municipality_row(model, i)->municipality_code;
    case AXIS_NEIGHBOURHOOD:
        return model->scenario->places.rows[i].code;
    case AXIS_DOMAIN:
        return domain_names[i];
    case AXIS_ORGANISATION:
        return numbered("organisation_", i, text);
    case AXIS_INCOME:
        return i == INCOME_LOW ? "low" : "other";
    case AXIS_DEGREE:
        return numbered("", i, text);
    default:
        return lever_rows[i].name;
    }
}

const char *axis_title(const struct spel_model *model, enum axis axis, size_t i,
                       char text[AXIS_TEXT])
{
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
    case AXIS_DEGREE:
        return numbered("aantal banden: ", i, text);
    default:
        return lever_rows[i].name_nl;
    }
}
