/* What the tests of simulated networks share: specs that are read and made into models. */
#ifndef TESTS_RUN_GIVEN_SETTING_H
#define TESTS_RUN_GIVEN_SETTING_H

#include "params/given_network.h"

#include "run/network_setting.h"

struct given {
    struct network_spec spec;
    struct network_setting setting;
};

/* The spec n.yaml with this text, in front of the tables of four actors. */
static inline struct given *given_setting(const char *text)
{
    struct given *given = calloc(1, sizeof *given);
    struct spel_error error = {0};
    assert_non_null(given);
    given_file("n.yaml", text);
    if (!network_spec_read(&given->spec, "n.yaml", &error) ||
        !network_setting_init(&given->setting, &given->spec, &error))
        fail_msg("refused: %s", error.text);
    return given;
}

static inline void given_clear(struct given *given)
{
    network_setting_clear(&given->setting);
    network_spec_clear(&given->spec);
    free(given);
}

#endif
