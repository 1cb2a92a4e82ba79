#include "output/network_csv.h"

#include <math.h>

#include "params/numbers.h"

void network_csv_rows(FILE *file, const struct network_rows *rows)
{
    for (size_t r = 0; r < rows->count; r++)
        for (size_t c = 0; c < rows->columns; c++)
            fprintf(file, "%d%c", (int)rows->cells[r * rows->columns + c],
                    c + 1 < rows->columns ? ',' : '\n');
}

/* In the form of the reference's chains: what does not apply is empty. */
void network_csv_chain(FILE *file, const struct network_rows *rows, const char *const *variables)
{
    for (size_t r = 0; r < rows->count; r++) {
        const int32_t *row = rows->cells + r * rows->columns;
        fprintf(file, "%d,%d,%s,%d,", (int)row[0], (int)row[1], variables[row[2]], (int)row[3]);
        if (row[2] == 0)
            fprintf(file, "%d,,%d\n", (int)row[4], row[4] == row[3]);
        else
            fprintf(file, ",%d,%d\n", (int)row[5], row[5] == 0);
    }
}

static void put_number(FILE *file, double value, const char *after)
{
    char text[NUMBER_TEXT] = "NA";
    if (isfinite(value))
        number_write(value, text);
    fprintf(file, "%s%s", text, after);
}

void network_csv_moments(FILE *file, const struct network_results *results)
{
    fputs("statistic,n_sims,mean,sd\n", file);
    for (size_t s = 0; s < results->statistics; s++) {
        const struct network_moments moments = network_moments_of(results, s);
        fprintf(file, "%s,%zu,", results->names[s], moments.count);
        put_number(file, moments.mean, ",");
        put_number(file, moments.sd, "\n");
    }
}

void network_csv_degrees(FILE *file, const struct network_results *results)
{
    const size_t count =
        results->out.count > results->in.count ? results->out.count : results->in.count;
    fputs("degree,n_sims,out_mean,out_sd,in_mean,in_sd\n", file);
    for (size_t d = 0; d < count; d++) {
        const struct network_moments out = network_degree_moments(&results->out, d, results->runs);
        const struct network_moments in = network_degree_moments(&results->in, d, results->runs);
        fprintf(file, "%zu,%zu,", d, results->runs);
        put_number(file, out.mean, ",");
        put_number(file, out.sd, ",");
        put_number(file, in.mean, ",");
        put_number(file, in.sd, "\n");
    }
}

void network_csv_values(FILE *file, const struct network_results *results)
{
    fputs("run", file);
    for (size_t s = 0; s < results->statistics; s++)
        fprintf(file, ",%s", results->names[s]);
    for (size_t r = 0; r < results->runs; r++) {
        fprintf(file, "\n%zu", r + 1);
        for (size_t s = 0; s < results->statistics; s++) {
            fputc(',', file);
            put_number(file, results->values[r * results->statistics + s], "");
        }
    }
    fputc('\n', file);
}
