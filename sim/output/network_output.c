/* The folder of CSV files, and how each form of output comes to its place. */
#include <dirent.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "output/network_csv.h"
#include "output/system.h"

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

static bool is_ours(const char *name)
{
    bool ours = strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
    for (int f = 0; f < FILES; f++)
        ours = ours || strcmp(name, file_names[f]) == 0;
    return ours;
}

/* Whether nothing would be lost with the folder but what we have written. */
static bool folder_is_ours(const char *folder, struct spel_error *error)
{
    DIR *listing = opendir(folder);
    const struct dirent *entry;
    bool fine = listing || system_failed(folder, "be opened", errno, error);
    while (fine && (entry = readdir(listing)))
        if (!is_ours(entry->d_name))
            fine = error_set(error, SPEL_ERROR_INPUT,
                             "%s: holds %s, which is not of samenspel network; choose another name",
                             folder, entry->d_name);
    if (listing)
        closedir(listing);
    return fine;
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
    if (exists && output->form == NETWORK_FOLDER && !folder_is_ours(path, error))
        return false;
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
        network_csv_rows(output->ends_file, ends);
    }
    if (output->chains) {
        if (!grows(output, &output->chains_file, FILE_CHAINS,
                   "run,step,variable,ego,alter,difference,nochange\n", error))
            return false;
        network_csv_chain(output->chains_file, chains, variables);
    }
    return true;
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
        !file_write(path[FILE_MOMENTS], network_csv_moments, results, error) ||
        !file_write(path[FILE_DEGREES], network_csv_degrees, results, error) ||
        (output->values && !file_write(path[FILE_VALUES], network_csv_values, results, error)))
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
        fine = file_write(output->temporary, network_csv_moments, results, error) &&
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
