#include <math.h>
#include <string.h>

#include "observe/variables.h"
#include "output/comparison_file.h"
#include "run/explanation.h"

void explanation_name(const struct explanation_question *question, char text[EXPLANATION_NAME])
{
    snprintf(text, EXPLANATION_NAME, "%s%s", question->lever ? "levers." : "knobs.",
             question->lever ? lever_rows[question->index].name : knob_rows[question->index].name);
}

/* Names for people close a row, so that the table can be drawn by itself. */
static void put_names(FILE *file, const struct explanation_question *question, const char *process)
{
    const struct variable *outcome = &variables[question->variable];
    const char *name_nl = "", *name_en = "";
    for (size_t p = 0; p < PROCESSES; p++)
        if (strcmp(process_names[p], process) == 0) {
            name_nl = process_rows[p].name_nl;
            name_en = process_rows[p].name_en;
        }
    const bool lever = question->lever;
    fprintf(file, "%s,\"%s\",\"%s\",\"%s\",\"%s\",\"%s\",\"%s\"\n", outcome->unit, outcome->name_nl,
            outcome->name_en,
            lever ? lever_rows[question->index].name_nl : knob_rows[question->index].name_nl,
            lever ? lever_rows[question->index].name_en : knob_rows[question->index].name_en,
            name_nl, name_en);
}

/* The levels are those of the two ends of the knob; a sum or a loss has none. */
static void put_row(FILE *file, const struct explanation_question *question, const char *arm,
                    const char *process, const char *part_of, const struct effect *effect,
                    const struct paired *paired)
{
    char name[EXPLANATION_NAME];
    explanation_name(question, name);
    fprintf(file, "%s,", name);
    comparison_put_number(file, question->low, ",");
    comparison_put_number(file, question->high, ",");
    fprintf(file, "%s,\"%s\",%s,%s,%s,%s,%zu,", variables[question->variable].name,
            question->position ? question->position : "", question->period.text, arm, process,
            part_of, paired->count);
    comparison_put_number(file, effect ? effect->paired.baseline : NAN, ",");
    comparison_put_number(file, effect ? effect->paired.other : NAN, ",");
    comparison_put_number(file, paired->mean, ",");
    comparison_put_number(file, paired->mean - paired->half, ",");
    comparison_put_number(file, paired->mean + paired->half, ",");
    comparison_put_number(file, paired->above, ",");
    put_names(file, question, process);
}

void explanation_table(FILE *file, const struct explanation *explanation,
                       const struct explanation_question *question)
{
    fputs("knob,from,to,outcome,position,at,arm,process,part_of,pairs,level_from,level_to,effect,"
          "low,high,above_zero,unit,outcome_nl,outcome_en,knob_nl,knob_en,process_nl,process_en\n",
          file);
    put_row(file, question, "all", "", "", &explanation->all, &explanation->all.paired);
    for (size_t m = 0; m < explanation->count; m++) {
        const struct explained *mechanism = &explanation->mechanisms[m];
        const char *name = process_names[mechanism->process];
        const char *part_of = process_rows[mechanism->process].part_of;
        part_of = part_of ? part_of : "";
        put_row(file, question, "without", name, part_of, &mechanism->without,
                &mechanism->without.paired);
        put_row(file, question, "lost", name, part_of, NULL, &mechanism->lost);
        if (mechanism->carries)
            put_row(file, question, "alone", name, part_of, &mechanism->alone,
                    &mechanism->alone.paired);
    }
    put_row(file, question, "none", "", "", &explanation->none, &explanation->none.paired);
    put_row(file, question, "sum_alone", "", "", NULL, &explanation->sum_alone);
    put_row(file, question, "interaction", "", "", NULL, &explanation->interaction);
    put_row(file, question, "sum_lost", "", "", NULL, &explanation->sum_lost);
}
