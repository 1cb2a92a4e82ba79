#include "output/heading.h"

#include <string.h>

#include "base/memory.h"
#include "base/version.h"

const char *const heading_limits_en =
    "Skills, advisers, the council and national accountability are not in the model. The residents "
    "of 2022 stand for those of the first month. It shows what follows from stated assumptions, "
    "many of them unmeasured, and does not predict.";
const char *const heading_limits_nl =
    "Vaardigheden, adviseurs, de raad en landelijke verantwoording zitten niet in het model. De "
    "inwoners van 2022 staan voor die van de eerste maand. Dit laat zien wat uit uitgesproken "
    "aannames volgt, waarvan er veel niet gemeten zijn, en voorspelt niet.";

const char *const heading_network_format = "samenspel_network_format";
const char *const heading_difference_format = "samenspel_difference_format";
const char *const heading_program = "samenspel " SPEL_VERSION " (" SPEL_REVISION ")";

void heading_write(struct hdf *hdf, const struct scenario *scenario, bool finished)
{
    const int format = HEADING_FORMAT;
    const struct wording *title = &scenario->title;
    hdf_attribute_text(hdf, hdf->file, "Conventions", "CF-1.8");
    hdf_attribute_text(hdf, hdf->file, "title", title->en ? title->en : scenario->name);
    if (title->nl)
        hdf_attribute_text(hdf, hdf->file, "title_nl", title->nl);
    if (scenario->question.en)
        hdf_attribute_text(hdf, hdf->file, "question", scenario->question.en);
    if (scenario->question.nl)
        hdf_attribute_text(hdf, hdf->file, "question_nl", scenario->question.nl);
    hdf_attribute_text(hdf, hdf->file, "source", heading_program);
    hdf_attribute_number(hdf, hdf->file, "samenspel_format", H5T_NATIVE_INT, &format);
    hdf_attribute_text(hdf, hdf->file, "state", finished ? "finished" : "unfinished");
    hdf_attribute_text(hdf, hdf->file, "comment", heading_limits_en);
    hdf_attribute_text(hdf, hdf->file, "NX_class", "NXroot");
    hdf_attribute_text(hdf, hdf->file, "default", "series");
}

static bool refuse(struct hdf *hdf, struct heading *heading, const char *sentence,
                   const char *detail)
{
    error_set(hdf->error, SPEL_ERROR_INPUT, "%s: %s%s", hdf->path, sentence, detail);
    heading_clear(heading);
    hdf_close(hdf);
    return false;
}

static int format_of(struct hdf *hdf)
{
    int format = 0;
    if (H5Aexists(hdf->file, "samenspel_format") > 0) {
        const hid_t attribute = H5Aopen(hdf->file, "samenspel_format", H5P_DEFAULT);
        if (attribute >= 0 && H5Aread(attribute, H5T_NATIVE_INT, &format) < 0)
            format = 0;
        hdf_release(hdf, attribute);
    }
    return format;
}

bool heading_open(struct hdf *hdf, const char *path, struct heading *heading,
                  struct spel_error *error)
{
    *heading = (struct heading){.program = NULL};
    if (!hdf_open(hdf, path, error))
        return false;
    heading->program = hdf_read_attribute(hdf, "source");
    heading->title = hdf_read_attribute(hdf, "title");
    char *state = hdf_read_attribute(hdf, "state");
    heading->finished = state && strcmp(state, "finished") == 0;
    memory_release(state);
    if (hdf->failed) {
        heading_clear(heading);
        hdf_close(hdf);
        return false;
    }
    const int format = format_of(hdf);
    if (H5Aexists(hdf->file, heading_network_format) > 0)
        return refuse(hdf, heading, "holds simulated networks, not a run; it was written by ",
                      heading->program ? heading->program : "nobody");
    if (H5Aexists(hdf->file, heading_difference_format) > 0)
        return refuse(hdf, heading, "holds differences between runs, not a run; it was written by ",
                      heading->program ? heading->program : "nobody");
    if (!heading->program || strncmp(heading->program, "samenspel ", 10) != 0 || format < 1)
        return refuse(hdf, heading,
                      "an HDF5 file, but not one of samenspel; it says it comes from ",
                      heading->program ? heading->program : "nothing");
    if (format > HEADING_FORMAT)
        return refuse(hdf, heading, "of a newer format than this program reads; it was written by ",
                      heading->program);
    return true;
}

void heading_clear(struct heading *heading)
{
    memory_release(heading->program);
    memory_release(heading->title);
    *heading = (struct heading){.program = NULL};
}
