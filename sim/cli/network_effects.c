#include "cli/network_effects.h"

#include <string.h>

#include "cli/arguments.h"
#include "cli/listing.h"
#include "cli/pattern.h"
#include "network/behaviour.h"
#include "network/effects.h"
#include "params/nearest.h"
#include "params/numbers.h"

/* One effect on ties or on a behaviour. */
struct listed {
    const char *name, *formula, *on, *of, *sum, *source;
    double parameter;
};

static void list(struct listing *listing, const struct listed *row)
{
    char parameter[NUMBER_TEXT];
    number_write(row->parameter, parameter);
    const struct field fields[] = {
        {"name", "effect", "effect", row->name, false},
        {"formula", "bijdrage", "contribution", row->formula, false},
        {"on", "op", "on", row->on, false},
        {"of", "van", "of", row->of, false},
        {"statistic", "maat", "statistic", row->sum, false},
        {"parameter", "parameter", "parameter", row->parameter != 0 ? parameter : NULL, true},
        {"source", "bron", "source", row->source, false},
    };
    listing_row(listing, fields, sizeof fields / sizeof *fields);
}

static void offer(struct listing *listing, const char *pattern, struct nearest *nearest,
                  const struct listed *row)
{
    nearest_offer(nearest, row->name);
    if (!pattern || pattern_matches(pattern, row->name))
        list(listing, row);
}

enum outcome network_effects_list(const struct arguments *arguments)
{
    static const char *const of[] = {[OF_NOTHING] = NULL,
                                     [OF_COVARIATE] = "a covariate or behaviour",
                                     [OF_DYADIC] = "a dyadic covariate"};
    const char *pattern = arguments->position_count > 1 ? arguments->positions[1] : NULL;
    struct nearest nearest = nearest_begin(pattern ? pattern : "");
    struct listing listing;
    if (!listing_begin(&listing, arguments))
        return OUTCOME_BAD_INPUT;
    for (size_t i = 0; i < effect_count; i++)
        offer(&listing, pattern, &nearest,
              &(struct listed){effects[i].name, effects[i].formula, "ties", of[effects[i].of],
                               effects[i].sum, effects[i].source, effects[i].parameter});
    for (size_t i = 0; i < behaviour_effect_count; i++)
        offer(&listing, pattern, &nearest,
              &(struct listed){.name = behaviour_effects[i].name,
                               .formula = behaviour_effects[i].formula,
                               .on = "a behaviour",
                               .source = behaviour_effects[i].source});
    if (pattern && listing.count == 0)
        return bad_input("network", "no effect matches \"%s\"%s%s%s", pattern,
                         nearest.best ? " (did you mean " : "", nearest.best ? nearest.best : "",
                         nearest.best ? "?)" : "");
    listing_end(&listing);
    return OUTCOME_FINE;
}
