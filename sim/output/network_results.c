#include "output/network_results.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"

enum { FIRST_ROWS = 1024 };

bool network_rows_add(struct network_rows *rows, const int32_t *row, struct spel_error *error)
{
    if (rows->count == rows->room) {
        const size_t room = rows->room ? 2 * rows->room : FIRST_ROWS;
        int32_t *cells = memory_take(room * rows->columns, sizeof *cells, error);
        if (!cells)
            return false;
        if (rows->count > 0)
            memcpy(cells, rows->cells, rows->count * rows->columns * sizeof *cells);
        memory_release(rows->cells);
        rows->cells = cells;
        rows->room = room;
    }
    memcpy(rows->cells + rows->count * rows->columns, row, rows->columns * sizeof *row);
    rows->count++;
    return true;
}

void network_rows_clear(struct network_rows *rows)
{
    memory_release(rows->cells);
    *rows = (struct network_rows){0};
}

void network_degrees_clear(struct network_degrees *degrees)
{
    memory_release(degrees->sum);
    memory_release(degrees->square);
    *degrees = (struct network_degrees){0};
}

void network_results_clear(struct network_results *results)
{
    network_degrees_clear(&results->out);
    network_degrees_clear(&results->in);
    memory_release(results->names);
    memory_release(results->values);
    *results = (struct network_results){0};
}

/* In the order of runs, so that the sums are the same for any number of threads. */
struct network_moments network_moments_of(const struct network_results *results, size_t statistic)
{
    struct network_moments moments = {0};
    double sum = 0, squares = 0;
    for (size_t r = 0; r < results->runs; r++) {
        const double value = results->values[r * results->statistics + statistic];
        if (isfinite(value)) {
            sum += value;
            moments.count++;
        }
    }
    moments.mean = moments.count > 0 ? sum / (double)moments.count : NAN;
    for (size_t r = 0; r < results->runs; r++) {
        const double apart = results->values[r * results->statistics + statistic] - moments.mean;
        squares += isfinite(apart) ? apart * apart : 0;
    }
    moments.sd = moments.count > 1 ? sqrt(squares / (double)(moments.count - 1)) : NAN;
    return moments;
}

struct network_moments network_degree_moments(const struct network_degrees *degrees, size_t degree,
                                              size_t runs)
{
    struct network_moments moments = {.count = runs, .sd = NAN};
    if (degree < degrees->count) {
        moments.mean = (double)degrees->sum[degree] / (double)runs;
        /* Whole numbers: what is lost by subtracting squares is far below what is shown. */
        const double square = (double)degrees->square[degree] / (double)runs;
        const double spread = fmax(0, square - moments.mean * moments.mean);
        moments.sd = runs > 1 ? sqrt(spread * (double)runs / (double)(runs - 1)) : NAN;
    } else {
        moments.sd = runs > 1 ? 0 : NAN;
    }
    return moments;
}
