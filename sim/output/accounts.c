#include "output/accounts.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/memory.h"

enum { SEED_TEXT = 20 };

struct columns_of_runs {
    size_t count;
    int32_t *run, *replicate, *months;
    int8_t *status;
    uint64_t *seed;
    const char **name, **digest, **message, **hex;
    char (*digest_text)[DIGEST_TEXT];
};

static bool take(struct columns_of_runs *c, size_t count, struct spel_error *error)
{
    *c = (struct columns_of_runs){.count = count};
    c->run = memory_take(count, sizeof *c->run, error);
    c->replicate = memory_take(count, sizeof *c->replicate, error);
    c->months = memory_take(count, sizeof *c->months, error);
    c->status = memory_take(count, sizeof *c->status, error);
    c->seed = memory_take(count, sizeof *c->seed, error);
    c->name = memory_take(count, sizeof *c->name, error);
    c->digest = memory_take(count, sizeof *c->digest, error);
    c->message = memory_take(count, sizeof *c->message, error);
    c->hex = memory_take(count, sizeof *c->hex, error);
    c->digest_text = memory_take(count, sizeof *c->digest_text, error);
    return c->run && c->replicate && c->months && c->status && c->seed && c->name && c->digest &&
           c->message && c->hex && c->digest_text;
}

static void give_back(struct columns_of_runs *c)
{
    memory_release(c->run);
    memory_release(c->replicate);
    memory_release(c->months);
    memory_release(c->status);
    memory_release(c->seed);
    memory_release(c->name);
    memory_release(c->digest);
    memory_release(c->message);
    memory_release(c->hex);
    memory_release(c->digest_text);
}

static void write_runs(struct hdf *hdf, hid_t group, const struct columns_of_runs *c)
{
    struct hdf_axis axis = hdf_axis_count(
        hdf, group, "run", c->count, (struct hdf_words){"1", "run", "Row of the table, from 0."});
    hdf_column_texts(hdf, group, "scenario", &axis, c->name,
                     (struct hdf_words){NULL, "scenario", "Name of the scenario."});
    hdf_column(hdf, group, "replicate", H5T_STD_I32LE, H5T_NATIVE_INT32, &axis, c->replicate,
               (struct hdf_words){"1", "replicate", "With the seed, the key of its chances."});
    const struct hdf_axis *axes[] = {&axis};
    const size_t start = 0;
    const hid_t status = hdf_dataset(hdf, group, "status", H5T_STD_I8LE, axes, 1, NULL,
                                     (struct hdf_words){"1", "status", "How the run went."});
    hdf_flags(hdf, status, ledger_status_names, LEDGER_STATUSES);
    hdf_write(hdf, status, H5T_NATIVE_INT8, &start, &c->count, 1, c->status);
    hdf_release(hdf, status);
    hdf_column(hdf, group, "months", H5T_STD_I32LE, H5T_NATIVE_INT32, &axis, c->months,
               (struct hdf_words){"month", "months", "Months that were run."});
    hdf_column(hdf, group, "seed", H5T_STD_U64LE, H5T_NATIVE_UINT64, &axis, c->seed,
               (struct hdf_words){"1", "seed", "Seed of the run."});
    hdf_column_texts(hdf, group, "seed_hex", &axis, c->hex,
                     (struct hdf_words){NULL, "seed",
                                        "The seed in hexadecimal digits, for programs "
                                        "without whole numbers of 64 bits."});
    hdf_column_texts(hdf, group, "digest", &axis, c->digest,
                     (struct hdf_words){NULL, "state digest",
                                        "Of the state, chained over its "
                                        "months in digests."});
    hdf_column_texts(hdf, group, "message", &axis, c->message,
                     (struct hdf_words){NULL, "message", "Why a run failed."});
    hdf_release(hdf, axis.scale);
}

static void write_digests(struct hdf *hdf, hid_t parent, const struct ledger *ledger)
{
    const size_t count = ledger->digest_count;
    char(*texts)[DIGEST_TEXT] = memory_take(count, sizeof *texts, hdf->error);
    const char **lines = memory_take(count, sizeof *lines, hdf->error);
    int32_t *run = memory_take(count, sizeof *run, hdf->error);
    int32_t *month = memory_take(count, sizeof *month, hdf->error);
    hdf->failed |= !texts || !lines || !run || !month;
    for (size_t d = 0; d < count && !hdf->failed; d++) {
        digest_text(ledger->digests[d].chain, texts[d]);
        lines[d] = texts[d];
        run[d] = (int32_t)ledger->digests[d].run;
        month[d] = (int32_t)ledger->digests[d].month;
    }
    const hid_t group = hdf_group(hdf, parent, "digests");
    struct hdf_axis axis = hdf_axis_count(
        hdf, group, "row", count, (struct hdf_words){"1", "row", "Row of the table, from 0."});
    hdf_column(hdf, group, "run", H5T_STD_I32LE, H5T_NATIVE_INT32, &axis, run,
               (struct hdf_words){"1", "run", "Row of the table of runs."});
    hdf_column(hdf, group, "month", H5T_STD_I32LE, H5T_NATIVE_INT32, &axis, month,
               (struct hdf_words){"month", "month", "Month after which the state was digested."});
    hdf_column_texts(hdf, group, "digest", &axis, lines,
                     (struct hdf_words){NULL, "state digest", "Chained to those before."});
    hdf_release(hdf, axis.scale);
    hdf_release(hdf, group);
    memory_release(texts);
    memory_release(lines);
    memory_release(run);
    memory_release(month);
}

void accounts_write(struct hdf *hdf, const struct frame *frame, const struct ledger *ledger)
{
    struct columns_of_runs c = {.count = 0};
    char seed[SEED_TEXT];
    if (hdf->failed)
        return;
    snprintf(seed, sizeof seed, "0x%016" PRIx64, frame->scenario->seed);
    if (take(&c, ledger->run_count, hdf->error)) {
        for (size_t r = 0; r < c.count; r++) {
            const struct ledger_run *run = &ledger->runs[r];
            digest_text(run->chain, c.digest_text[r]);
            c.run[r] = (int32_t)r;
            c.replicate[r] = (int32_t)frame_replicate_of(frame, r);
            c.months[r] = (int32_t)run->months;
            c.status[r] = (int8_t)run->status;
            c.seed[r] = frame->scenario->seed;
            c.name[r] = frame->scenarios[frame_scenario_of(frame, r)].name;
            c.digest[r] = c.digest_text[r];
            c.message[r] = run->message;
            c.hex[r] = seed;
        }
        const hid_t group = hdf_group(hdf, hdf->file, "runs");
        write_runs(hdf, group, &c);
        write_digests(hdf, group, ledger);
        hdf_release(hdf, group);
    } else {
        hdf->failed = true;
    }
    give_back(&c);
}

struct account *accounts_read(struct hdf *hdf, size_t *count)
{
    size_t months, texts;
    int *run = hdf_read_numbers(hdf, "/runs/digests/run", H5T_NATIVE_INT, sizeof(int), count);
    int *month = hdf_read_numbers(hdf, "/runs/digests/month", H5T_NATIVE_INT, sizeof(int), &months);
    char **digest = hdf_read_texts(hdf, "/runs/digests/digest", &texts);
    if (!hdf->failed && (months != *count || texts != *count))
        hdf->failed =
            !error_set(hdf->error, SPEL_ERROR_FILE, "%s: /runs/digests is damaged", hdf->path);
    struct account *accounts =
        hdf->failed ? NULL : memory_take(*count, sizeof *accounts, hdf->error);
    for (size_t i = 0; accounts && i < *count; i++) {
        accounts[i].run = run[i];
        accounts[i].month = month[i];
        snprintf(accounts[i].digest, sizeof accounts[i].digest, "%s", digest[i]);
    }
    hdf->failed |= !accounts;
    memory_release(run);
    memory_release(month);
    hdf_release_texts(digest, texts);
    return accounts;
}
