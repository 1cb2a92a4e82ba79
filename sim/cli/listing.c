#include "cli/listing.h"

#include <stdio.h>
#include <string.h>

#include "cli/help.h"

enum { LINE = 2048 };

const struct option_row listing_options[] = {
    {"format", 'f', "FORMAT", "text (as it is), md (a Markdown table) or json."},
    {"lang", 'l', "LANGUAGE", "en (as it is) or nl: the language of names and sentences."},
};

bool listing_begin(struct listing *listing, const struct arguments *arguments)
{
    static const char *const formats[] = {"text", "md", "json", NULL};
    static const char *const languages[] = {"en", "nl", NULL};
    const int format = argument_among(arguments, "format", formats);
    const int language = argument_among(arguments, "lang", languages);
    if (format < 0 || language < 0)
        return false;
    *listing = (struct listing){(enum listing_format)format, language == 1, 0};
    return true;
}

static const char *label_of(const struct listing *listing, const struct field *field)
{
    return listing->dutch ? field->label_nl : field->label_en;
}

static void print_json_text(const char *text)
{
    putchar('"');
    for (; *text; text++) {
        const unsigned char byte = (unsigned char)*text;
        if (byte < ' ')
            printf("\\u%04x", byte);
        else
            printf("%s%c", byte == '"' || byte == '\\' ? "\\" : "", byte);
    }
    putchar('"');
}

static void row_json(const struct listing *listing, const struct field *fields, size_t count)
{
    fputs(listing->count == 0 ? "[\n  {" : ",\n  {", stdout);
    for (size_t i = 0; i < count; i++) {
        printf("%s\"%s\": ", i > 0 ? ", " : "", fields[i].key);
        if (!fields[i].value)
            fputs("null", stdout);
        else if (fields[i].is_json)
            fputs(fields[i].value, stdout);
        else
            print_json_text(fields[i].value);
    }
    putchar('}');
}

static void row_md(const struct listing *listing, const struct field *fields, size_t count)
{
    for (size_t i = 0; i < count && listing->count == 0; i++)
        if (label_of(listing, &fields[i]))
            printf("| %s ", label_of(listing, &fields[i]));
    if (listing->count == 0)
        puts("|");
    for (size_t i = 0; i < count && listing->count == 0; i++)
        if (label_of(listing, &fields[i]))
            fputs("|---", stdout);
    if (listing->count == 0)
        puts("|");
    for (size_t i = 0; i < count; i++) {
        if (!label_of(listing, &fields[i]))
            continue;
        fputs("| ", stdout);
        for (const char *text = fields[i].value ? fields[i].value : ""; *text; text++)
            printf("%s%c", *text == '|' ? "\\" : "", *text);
        putchar(' ');
    }
    puts("|");
}

static void row_text(const struct listing *listing, const struct field *fields, size_t count)
{
    printf("%s%s: %s\n", listing->count > 0 ? "\n" : "", fields[0].value, fields[1].value);
    for (size_t i = 2; i < count; i++) {
        char line[LINE];
        const char *label = label_of(listing, &fields[i]);
        if (!label || !fields[i].value)
            continue;
        snprintf(line, sizeof line, "%s: %s", label, fields[i].value);
        print_wrapped(stdout, 4, line);
    }
}

void listing_row(struct listing *listing, const struct field *fields, size_t count)
{
    if (listing->format == LISTING_JSON)
        row_json(listing, fields, count);
    else if (listing->format == LISTING_MD)
        row_md(listing, fields, count);
    else
        row_text(listing, fields, count);
    listing->count++;
}

void listing_end(struct listing *listing)
{
    if (listing->format == LISTING_JSON)
        puts(listing->count > 0 ? "\n]" : "[]");
}
