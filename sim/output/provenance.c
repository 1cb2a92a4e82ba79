#include "output/provenance.h"

#include <gsl/gsl_version.h>
#include <stdio.h>

#include "base/version.h"
#include "output/heading.h"

static void put_text(struct hdf *hdf, hid_t group, const char *name, const char *text,
                     const char *doc)
{
    hdf_scalar_text(hdf, group, name, text ? text : "", (struct hdf_words){NULL, name, doc});
}

static void write_machine(struct hdf *hdf, hid_t group)
{
    char libraries[128], host[200];
    unsigned major, minor, release;
    H5get_libversion(&major, &minor, &release);
    snprintf(libraries, sizeof libraries, "HDF5 %u.%u.%u, GSL %s", major, minor, release,
             gsl_version);
    system_host(host, sizeof host);
    put_text(hdf, group, "libraries", libraries, "Libraries that wrote the file.");
    put_text(hdf, group, "host", host, "Processor and number of cores.");
}

void provenance_write(struct hdf *hdf, const struct scenario *scenario,
                      const struct provenance *provenance)
{
    char finished[SYSTEM_TIME_TEXT];
    system_time(finished);
    const hid_t group = hdf_group(hdf, hdf->file, "provenance");
    put_text(hdf, group, "scenario", scenario->text, "The scenario as it was written.");
    put_text(hdf, group, "resolved", scenario->resolved,
             "The scenario with every default filled in: what was run.");
    put_text(hdf, group, "name", scenario->name, "Name of the scenario.");
    put_text(hdf, group, "limits", heading_limits_en, "What the run does not include.");
    put_text(hdf, group, "limits_nl", heading_limits_nl, "The same in Dutch.");
    put_text(hdf, group, "program", heading_program, "Program, version and revision.");
    put_text(hdf, group, "version", SPEL_VERSION, "Version of the program.");
    put_text(hdf, group, "revision", SPEL_REVISION, "Revision of its sources.");
    put_text(hdf, group, "compiler", SPEL_COMPILER, "Compiler of the program.");
    put_text(hdf, group, "build", SPEL_BUILD_TYPE, "Kind of build.");
    put_text(hdf, group, "command", provenance->command, "The command, without folders.");
    put_text(hdf, group, "started", provenance->started, "When the run began, UTC.");
    put_text(hdf, group, "finished", finished, "When the file was written, UTC.");
    write_machine(hdf, group);
    hdf_scalar_number(hdf, group, "threads", provenance->threads,
                      (struct hdf_words){"1", "threads", "Threads; they change no result."});
    hdf_scalar_number(hdf, group, "seconds", provenance->seconds,
                      (struct hdf_words){"s", "seconds", "Time that the run took."});
    hdf_scalar_number(hdf, group, "settlement_seconds", provenance->settling,
                      (struct hdf_words){"s", "seconds of settlement",
                                         "Time that the first day of a replicate took."});
    hdf_scalar_number(hdf, group, "burn_in_seconds", provenance->burning_in,
                      (struct hdf_words){"s", "seconds of the run-in",
                                         "Time that the months before the first took."});
    hdf_release(hdf, group);
}
