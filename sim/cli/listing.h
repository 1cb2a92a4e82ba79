/* Rows of a table as text, Markdown or JSON, with labels in Dutch or English. */
#ifndef CLI_LISTING_H
#define CLI_LISTING_H

#include "cli/arguments.h"

enum listing_format { LISTING_TEXT, LISTING_MD, LISTING_JSON };

struct listing {
    enum listing_format format;
    bool dutch;
    size_t count; /* rows so far */
};

/* One thing that a row says. */
struct field {
    const char *key;                 /* in JSON */
    const char *label_nl, *label_en; /* NULL: only in JSON */
    const char *value;               /* NULL: not said */
    bool is_json;                    /* in JSON as it stands, without quotes */
};

/* --format and --lang, for the table of options of a command that lists. */
extern const struct option_row listing_options[];
enum { LISTING_OPTIONS = 2 };

/* Reads the two options; false after a sentence on stderr. */
bool listing_begin(struct listing *listing, const struct arguments *arguments);
/* The first field names the row, the second entitles it. Rows of one listing have the same
 * fields. */
void listing_row(struct listing *listing, const struct field *fields, size_t count);
void listing_end(struct listing *listing);

#endif
