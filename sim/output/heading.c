#include "output/heading.h"

#include "base/version.h"

const char *const heading_limits_en =
    "Steering follows the scenario: nobody decides on it yet. Who has ties with whom changes only "
    "by death and moving, not by choice. There are no residents' initiatives yet. The residents of "
    "2022 stand for those of the first month.";
const char *const heading_limits_nl =
    "De sturing volgt het scenario: niemand besluit er nog over. Wie met wie een band heeft "
    "verandert alleen door sterfte en verhuizing, niet door keuze. Er zijn nog geen "
    "bewonersinitiatieven. De inwoners van 2022 staan voor die van de eerste maand.";

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
