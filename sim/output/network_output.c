/* The folder of CSV files, and how each form of output comes to its place. */
#include <errno.h>
#include <math.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "output/network_results.h"
#include "output/system.h"
#include "params/numbers.h"

enum { PATH = 4096, FILES = 5 };
enum { FILE_MOMENTS, FILE_DEGREES, FILE_VALUES, FILE_ENDS, FILE_CHAINS };
static const char *const file_names[FILES] = {"moments.csv", "degrees.csv", "values.csv",
                                              "ends.csv", "chains.csv"};

static bool ends_with(const char *path, const char *ending)
{
    const size_t length = strlen(path), own = strlen(ending);
    return length > own && strcmp(path + length - own, ending) == 0;
}

static bool path_in(char path[PATH], const char *folder, const char *name, struct spel_error *error)
{
    return snprintf(path, PATH, "%s/%s", folder, name) < PATH ||
           error_set(error, SPEL_ERROR_INPUT, "%s: the path is too long", folder);
}

/* Removes the files that are ours, and the folder if nothing else is in it. */
static bool folder_remove(const char *folder, struct spel_error *error)
{
    char path[PATH];
    for (int f = 0; f < FILES; f++)
        if (!path_in(path, folder, file_names[f], error) || !system_remove(path, error))
            return false;
    return rmdir(folder) == 0 || errno == ENOENT ||
           system_failed(folder, "be replaced", errno, error);
}

static bool is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static FILE *file_create(const char *path, struct spel_error *error)
{
    FILE *file = fopen(path, "wb");
    if (!file)
        system_failed(path, "be written", errno, error);
    return file;
}

/* What has gone wrong in between is told here. */
static bool file_close(FILE *file, const char *path, struct spel_error *error)
{
    errno = 0;
    bool fine = fflush(file) == 0 && !ferror(file);
    const int number = errno;
    fine = fine ? system_sync(fileno(file), path, error)
                : system_failed(path, "be written", number ? number : EIO, error);
    return (fclose(file) == 0 || system_failed(path, "be written", errno, error)) && fine;
}

bool network_output_open(struct network_output *output, const char *path, bool force,
                         struct spel_error *error)
{
    *output = (struct network_output){.path = path, .force = force};
    output->form = ends_with(path, ".h5")    ? NETWORK_HDF
                   : ends_with(path, ".csv") ? NETWORK_CSV
                                             : NETWORK_FOLDER;
    const bool exists = system_exists(path);
    if (exists && !force)
        return error_set(error, SPEL_ERROR_INPUT, "%s: exists; --force overwrites it", path);
    if (exists && is_folder(path) != (output->form == NETWORK_FOLDER))
        return error_set(error, SPEL_ERROR_INPUT, "%s: is %s folder; choose another name", path,
                         is_folder(path) ? "a" : "no");
    output->temporary = system_path(path, ".tmp", error);
    if (!output->temporary)
        return false;
    if (output->form != NETWORK_FOLDER ||
        (folder_remove(output->temporary, error) &&
         (mkdir(output->temporary, 0777) == 0 ||
          system_failed(output->temporary, "be made", errno, error))))
        return true;
    memory_release(output->temporary);
    return false;
}

static void put_rows(FILE *file, const struct network_rows *rows)
{
    for (size_t r = 0; r < rows->count; r++)
        for (size_t c = 0; c < rows->columns; c++)
            fprintf(file, "%d%c", (int)rows->cells[r * rows->columns + c],
                    c + 1 < rows->columns ? ',' : '\n');
}

/* In the form of the reference's chains: what does not apply is empty. */
static void put_chain(FILE *file, const struct network_rows *rows, const char *const *variables)
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

static bool grows(struct network_output *output, FILE **file, int which, const char *heading,
                  struct spel_error *error)
{
    char path[PATH];
    if (*file)
        return true;
    if (!path_in(path, output->temporary, file_names[which], error))
        return false;
    *file = file_create(path, error);
    if (*file)
        fputs(heading, *file); /* a failure is told when it is closed */
    return *file != NULL;
}

static bool keep_rows(struct network_rows *kept, const struct network_rows *rows,
                      struct spel_error *error)
{
    kept->columns = rows->columns;
    for (size_t r = 0; r < rows->count; r++)
        if (!network_rows_add(kept, rows->cells + r * rows->columns, error))
            return false;
    return true;
}

bool network_output_add(struct network_output *output, const struct network_rows *ends,
                        const struct network_rows *chains, const char *const *variables,
                        struct spel_error *error)
{
    if (output->form == NETWORK_HDF)
        return (!output->ends || keep_rows(&output->ends_rows, ends, error)) &&
               (!output->chains || keep_rows(&output->chains_rows, chains, error));
    if (output->ends) {
        if (!grows(output, &output->ends_file, FILE_ENDS, "run,ego,alter\n", error))
            return false;
        put_rows(output->ends_file, ends);
    }
    if (output->chains) {
        if (!grows(output, &output->chains_file, FILE_CHAINS,
                   "run,step,variable,ego,alter,difference,nochange\n", error))
            return false;
        put_chain(output->chains_file, chains, variables);
    }
    return true;
}

static void put_number(FILE *file, double value, const char *after)
{
    char text[NUMBER_TEXT] = "NA";
    if (isfinite(value))
        number_write(value, text);
    fprintf(file, "%s%s", text, after);
}

static void put_moments(FILE *file, const struct network_results *results)
{
    fputs("statistic,n_sims,mean,sd\n", file);
    for (size_t s = 0; s < results->statistics; s++) {
        const struct network_moments moments = network_moments_of(results, s);
        fprintf(file, "%s,%zu,", results->names[s], moments.count);
        put_number(file, moments.mean, ",");
        put_number(file, moments.sd, "\n");
    }
}

static void put_degrees(FILE *file, const struct network_results *results)
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

static void put_values(FILE *file, const struct network_results *results)
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

static bool file_write(const char *path, void (*put)(FILE *, const struct network_results *),
                       const struct network_results *results, struct spel_error *error)
{
    FILE *file = file_create(path, error);
    if (!file)
        return false;
    put(file, results);
    return file_close(file, path, error);
}

static bool grown_close(FILE **file, const char *path, struct spel_error *error)
{
    FILE *open = *file;
    *file = NULL;
    return !open || file_close(open, path, error);
}

/* The whole folder beside its place, then by its name: what was there goes last. */
static bool folder_write(struct network_output *output, const struct network_results *results,
                         struct spel_error *error)
{
    char path[FILES][PATH], old[PATH];
    for (int f = 0; f < FILES; f++)
        if (!path_in(path[f], output->temporary, file_names[f], error))
            return false;
    if (!grown_close(&output->ends_file, path[FILE_ENDS], error) ||
        !grown_close(&output->chains_file, path[FILE_CHAINS], error) ||
        !file_write(path[FILE_MOMENTS], put_moments, results, error) ||
        !file_write(path[FILE_DEGREES], put_degrees, results, error) ||
        (output->values && !file_write(path[FILE_VALUES], put_values, results, error)))
        return false;
    const bool exists = system_exists(output->path);
    if (exists && (snprintf(old, sizeof old, "%s.old", output->path) >= PATH ||
                   rename(output->path, old) != 0))
        return system_failed(output->path, "be replaced", errno, error);
    if (rename(output->temporary, output->path) != 0)
        return system_failed(output->path, "be put in its place", errno, error);
    return !exists || folder_remove(old, error);
}

bool network_output_finish(struct network_output *output, const struct network_results *results,
                           struct spel_error *error)
{
    bool fine;
    if (output->form == NETWORK_FOLDER)
        fine = folder_write(output, results, error);
    else if (output->form == NETWORK_CSV)
        fine = file_write(output->temporary, put_moments, results, error) &&
               system_replace(output->temporary, output->path, error);
    else
        fine = network_file_write(output, results, error);
    return fine;
}

void network_output_clear(struct network_output *output)
{
    if (output->ends_file)
        fclose(output->ends_file);
    if (output->chains_file)
        fclose(output->chains_file);
    if (output->temporary && output->form == NETWORK_FOLDER)
        folder_remove(output->temporary, NULL);
    else if (output->temporary)
        system_remove(output->temporary, NULL);
    network_rows_clear(&output->ends_rows);
    network_rows_clear(&output->chains_rows);
    memory_release(output->temporary);
    *output = (struct network_output){0};
}
