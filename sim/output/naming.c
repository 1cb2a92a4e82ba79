#include "output/naming.h"

#include <stdint.h>
#include <stdio.h>

#include "params/knockouts.h"
#include "params/levers.h"

enum kind { KIND_KNOB, KIND_LEVER, KIND_PROCESS, KINDS };
enum { NAMED = (int)KNOBS + (int)LEVERS + (int)PROCESSES };
enum text { TEXT_EN, TEXT_NL, TEXT_PLAIN_EN, TEXT_PLAIN_NL, TEXTS };

struct named {
    enum kind kind;
    const char *name, *texts[TEXTS];
};

static struct named named_at(size_t i)
{
    if (i < KNOBS) {
        const struct knob_row *row = &knob_rows[i];
        return (struct named){
            KIND_KNOB, row->name, {row->name_en, row->name_nl, row->layman_en, row->layman_nl}};
    }
    if ((i -= KNOBS) < LEVERS) {
        const struct lever_row *row = &lever_rows[i];
        return (struct named){
            KIND_LEVER, row->name, {row->name_en, row->name_nl, row->layman_en, row->layman_nl}};
    }
    const struct process_row *row = &process_rows[i - LEVERS];
    return (struct named){KIND_PROCESS,
                          process_names[i - LEVERS],
                          {row->name_en, row->name_nl, row->layman_en, row->layman_nl}};
}

static void write_kinds(struct hdf *hdf, hid_t group, const struct hdf_axis *axis)
{
    static const char *const kinds[KINDS] = {"knob", "lever", "process"};
    int8_t values[NAMED];
    for (size_t i = 0; i < NAMED; i++)
        values[i] = (int8_t)named_at(i).kind;
    const size_t start = 0;
    const hid_t dataset =
        hdf_dataset(hdf, group, "kind", H5T_STD_I8LE, &axis, 1, NULL,
                    (struct hdf_words){"1", "kind", "A knob turns levers; a process can be off."});
    hdf_flags(hdf, dataset, kinds, KINDS);
    hdf_write(hdf, dataset, H5T_NATIVE_INT8, &start, &axis->length, 1, values);
    hdf_release(hdf, dataset);
}

void naming_write(struct hdf *hdf)
{
    static const char *const columns[TEXTS] = {"name_en", "name_nl", "plain_en", "plain_nl"};
    static const char *const docs[TEXTS] = {"Short name in English.", "Short name in Dutch.",
                                            "A sentence in plain words.", "The same in Dutch."};
    const char *texts[NAMED];
    const hid_t group = hdf_group(hdf, hdf->file, "names");
    for (size_t i = 0; i < NAMED; i++)
        texts[i] = named_at(i).name;
    struct hdf_axis axis =
        hdf_axis_texts(hdf, group, "name", texts, NAMED,
                       (struct hdf_words){NULL, "name", "As in scenarios, without its group."});
    for (enum text text = 0; text < TEXTS; text++) {
        for (size_t i = 0; i < NAMED; i++)
            texts[i] = named_at(i).texts[text];
        hdf_column_texts(hdf, group, columns[text], &axis, texts,
                         (struct hdf_words){NULL, columns[text], docs[text]});
    }
    write_kinds(hdf, group, &axis);
    hdf_release(hdf, axis.scale);
    hdf_release(hdf, group);
}
