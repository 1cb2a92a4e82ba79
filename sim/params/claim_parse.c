/* The grammar of claims, from left to right. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "params/claim.h"
#include "params/nearest.h"
#include "params/period.h"

struct parser {
    const char *text;
    size_t at;
    const struct calendar_span *calendar;
    struct claim_test *test;
    struct claim_fault *fault;
};

static const char word_letters[] =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
static const char name_letters[] =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-+";

#if defined(__GNUC__)
__attribute__((format(printf, 3, 4)))
#endif
static bool
say(struct parser *parser, size_t at, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(parser->fault->sentence, sizeof parser->fault->sentence, format, arguments);
    va_end(arguments);
    parser->fault->at = at;
    return false;
}

static char next(struct parser *parser)
{
    parser->at += strspn(parser->text + parser->at, " ");
    return parser->text[parser->at];
}

static bool expect(struct parser *parser, char letter, const char *what)
{
    if (next(parser) != letter)
        return say(parser, parser->at, "%s is expected", what);
    parser->at++;
    return true;
}

/* A word of these letters, taken; false when there is none or it is too long. */
static bool take_word(struct parser *parser, const char *letters, const char *what,
                      char word[CLAIM_WORD])
{
    next(parser);
    const size_t length = strspn(parser->text + parser->at, letters);
    if (length == 0 || length >= CLAIM_WORD)
        return say(parser, parser->at,
                   length == 0 ? "%s is expected" : "%s: longer than 63 letters", what);
    memcpy(word, parser->text + parser->at, length);
    word[length] = '\0';
    parser->at += length;
    return true;
}

/* Months since the start of the first and the last month of a year or a month. */
static bool take_moment(struct parser *parser, long *first, long *last)
{
    const size_t at = parser->at + strspn(parser->text + parser->at, " ");
    const char *text = parser->text + at;
    const size_t digits = strspn(text, "0123456789");
    char moment[16], why[WHY_TEXT];
    const bool has_month = digits == 4 && text[4] == '-';
    const size_t length = has_month ? 5 + strspn(text + 5, "0123456789") : digits;
    if (digits != 4 || length >= sizeof moment)
        return say(parser, at, "a time is expected, such as 2025, 2025-03 or 2025..2029");
    snprintf(moment, sizeof moment, "%.*s", (int)length, text);
    if (!period_dates(moment, *parser->calendar, first, last, why))
        return say(parser, at, "%s", why);
    parser->at = at + length;
    return true;
}

static bool take_time(struct parser *parser, struct claim_node *node)
{
    const struct calendar_span *calendar = parser->calendar;
    long first, last, from;
    next(parser);
    const size_t at = parser->at;
    if (!take_moment(parser, &first, &last))
        return false;
    if (strncmp(parser->text + parser->at, "..", 2) == 0) {
        parser->at += 2;
        if (!take_moment(parser, &from, &last))
            return false;
    }
    const long end = 12L * calendar->start_year + calendar->start_month - 2 + calendar->months;
    if (last < first)
        return say(parser, at, "the time ends before it begins");
    if (first < 0)
        return say(parser, at, "before the first month, which is %04d-%02d", calendar->start_year,
                   calendar->start_month);
    if (last >= (long)calendar->months)
        return say(parser, at,
                   "after the last month, which is %04ld-%02ld (--set expect=[] leaves claims out)",
                   end / 12, end % 12 + 1);
    node->timed = true;
    node->from = (uint32_t)first;
    node->months = (uint32_t)(last - first + 1);
    return true;
}

static int add_node(struct parser *parser, enum claim_function function, size_t at)
{
    struct claim_test *test = parser->test;
    if (test->count == CLAIM_NODES) {
        say(parser, at, "more than %d functions and variables", CLAIM_NODES);
        return -1;
    }
    test->nodes[test->count] =
        (struct claim_node){.function = function, .first = -1, .second = -1, .at = at};
    return (int)test->count++;
}

static int function_named(struct parser *parser, const char *word, size_t at)
{
    struct nearest nearest = nearest_begin(word);
    char list[CLAIM_SENTENCE / 2] = "";
    for (int f = 0; f < CLAIM_FUNCTIONS; f++) {
        if (strcmp(claim_functions[f].name, word) == 0)
            return f;
        const size_t used = strlen(list);
        snprintf(list + used, sizeof list - used, "%s%s", f > 0 ? ", " : "",
                 claim_functions[f].name);
        nearest_offer(&nearest, claim_functions[f].name);
    }
    say(parser, at, "unknown function \"%s\", allowed are %s%s%s%s", word, list,
        nearest.best ? " (did you mean " : "", nearest.best ? nearest.best : "",
        nearest.best ? "?)" : "");
    return -1;
}

static bool take_variable(struct parser *parser, struct claim_node *node)
{
    if (next(parser) != '[')
        return true;
    do {
        parser->at++;
        if (node->where_count == CLAIM_WHERES)
            return say(parser, parser->at, "more than %d places", CLAIM_WHERES);
        if (!take_word(parser, word_letters, "a place, such as care or WK079601,",
                       node->where[node->where_count++]))
            return false;
    } while (next(parser) == ',');
    return expect(parser, ']', "\"]\"");
}

static int take_expression(struct parser *parser);

/* What follows a comma: a number, a scenario, or a second expression. */
static bool take_second(struct parser *parser, int index, bool *has_number)
{
    struct claim_node *node = &parser->test->nodes[index];
    const struct claim_function_row *row = &claim_functions[node->function];
    char word[CLAIM_WORD], why[WHY_TEXT];
    next(parser);
    const size_t at = parser->at;
    const size_t length = strspn(parser->text + at, name_letters);
    const size_t after = at + length + strspn(parser->text + at + length, " ");
    const bool bare = length > 0 && strchr("),", parser->text[after]) && parser->text[after];
    if (bare && !take_word(parser, name_letters, "a scenario", word))
        return false;
    const bool counts = row->second == CLAIM_MAY_NUMBER || row->second == CLAIM_NUMBER;
    if (bare && counts && !*has_number && number_read(word, &node->number, why))
        return *has_number = true;
    if (bare && (node->scenario[0] || node->second >= 0))
        return say(parser, at, "nothing more is expected after the scenario or second expression");
    if (bare) {
        memcpy(node->scenario, word, sizeof word);
        return true;
    }
    if (row->second != CLAIM_SECOND || node->second >= 0 || node->scenario[0])
        return say(parser, at, "the name of a scenario is expected: %s has no second expression",
                   row->name);
    const int second = take_expression(parser);
    parser->test->nodes[index].second = second;
    return second >= 0;
}

static bool take_function(struct parser *parser, int index)
{
    struct claim_node *node = &parser->test->nodes[index];
    const struct claim_function_row *row = &claim_functions[node->function];
    bool has_number = false;
    parser->at++;
    if ((node->first = take_expression(parser)) < 0)
        return false;
    while (next(parser) == ',') {
        parser->at++;
        if (!take_second(parser, index, &has_number))
            return false;
    }
    if (!expect(parser, ')', "\")\""))
        return false;
    if (row->second == CLAIM_SECOND && node->second < 0 && !node->scenario[0])
        return say(parser, node->at, "%s needs a scenario or a second expression after a comma",
                   row->name);
    return row->second != CLAIM_NUMBER || has_number ||
           say(parser, node->at, "%s needs a number after a comma", row->name);
}

static int take_expression(struct parser *parser)
{
    char word[CLAIM_WORD];
    next(parser);
    const size_t at = parser->at;
    if (!take_word(parser, word_letters, "a function or a variable", word))
        return -1;
    const bool called = next(parser) == '(';
    const int function = called ? function_named(parser, word, at) : CLAIM_VARIABLE;
    const int index = function < 0 ? -1 : add_node(parser, (enum claim_function)function, at);
    if (index < 0)
        return -1;
    struct claim_node *node = &parser->test->nodes[index];
    if (!called)
        memcpy(node->name, word, sizeof word);
    if (!(called ? take_function(parser, index) : take_variable(parser, node)))
        return -1;
    if (next(parser) == '@') {
        parser->at++;
        if (!take_time(parser, node))
            return -1;
    }
    return index;
}

static bool take_comparison(struct parser *parser)
{
    static const char *const signs[] = {
        [CLAIM_BELOW] = "<", [CLAIM_AT_MOST] = "<=", [CLAIM_ABOVE] = ">", [CLAIM_AT_LEAST] = ">="};
    struct claim_test *test = parser->test;
    char sign[3] = "", number[CLAIM_WORD], why[WHY_TEXT];
    next(parser);
    const size_t at = parser->at;
    const size_t length = strspn(parser->text + at, "<>=!");
    if (length < sizeof sign)
        memcpy(sign, parser->text + at, length);
    size_t s = 0;
    while (s < 4 && strcmp(sign, signs[s]) != 0)
        s++;
    if (s == 4)
        return say(parser, at, "one of < <= > >= is expected");
    test->comparison = (enum claim_comparison)s;
    parser->at += length;
    if (!take_word(parser, name_letters, "a number", number))
        return false;
    const size_t start = parser->at - strlen(number);
    return number_read(number, &test->number, why) || say(parser, start, "%s", why);
}

/* Gives each node the time that holds for it. */
static void give_times(struct claim_test *test, int index, uint32_t from, uint32_t months)
{
    struct claim_node *node = &test->nodes[index];
    if (!node->timed) {
        node->from = from;
        node->months = months;
    }
    if (node->first >= 0)
        give_times(test, node->first, node->from, node->months);
    if (node->second >= 0)
        give_times(test, node->second, node->from, node->months);
}

bool claim_parse(struct claim_test *test, const char *text, const struct calendar_span *calendar,
                 struct claim_fault *fault)
{
    struct parser parser = {text, 0, calendar, test, fault};
    *test = (struct claim_test){.root = -1};
    test->root = take_expression(&parser);
    if (test->root < 0 || !take_comparison(&parser))
        return false;
    if (next(&parser))
        return say(&parser, parser.at, "nothing more is expected after the number");
    for (size_t n = 0; n < test->count; n++)
        if (test->nodes[n].function == CLAIM_HALF_WIDTH && (int)n != test->root)
            return say(&parser, test->nodes[n].at,
                       "half_width can only stand outermost: it looks "
                       "at all replicates");
    give_times(test, test->root, 0, calendar->months);
    return true;
}
