/* In every ready-made scenario nothing finds the house full. */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/village.h"

enum { MONTHS = 180, PATH = 512 };

static void nothing_was_refused(const char *name, const struct world *world)
{
    long refused = 0, lost = 0;
    for (size_t n = 0; n < world->neighbourhoods.count; n++)
        refused += world->neighbourhoods.refused_births[n];
    for (size_t b = 0; b < world->blocks.count; b++)
        lost += world->blocks.lost_onsets[b];
    if (refused > 0 || lost > 0 || world->events.lost > 0)
        fail_msg("%s: %ld refused, %ld onsets and %u events lost", name, refused, lost,
                 (unsigned)world->events.lost);
}

static void run_to(const char *folder, const char *name, const char *scale, uint32_t months)
{
    const char *const folders[] = {folder, NULL};
    char path[PATH];
    struct scenario scenario;
    struct spel_error error;
    snprintf(path, sizeof path, "%s/%s", folder, name);
    if (!scenario_read(&scenario, path, &scale, 1, folders, &error))
        fail_msg("%s", error.text);
    struct spel_model *model = spel_model_create(&scenario, 0, &error);
    assert_non_null(model);
    for (uint32_t month = 0; month < months; month++)
        spel_model_step(model);
    nothing_was_refused(name, &model->world);
    spel_model_free(model);
    scenario_clear(&scenario);
}

/* At a twentieth small neighbourhoods have a handful of residents and the least
 * room to spare: the hardest case. */
static void in_every_ready_made_scenario_no_birth_onset_or_event_is_lost(void **state)
{
    (void)state;
    const char *folder = getenv("SAMENSPEL_SCENARIOS");
    assert_non_null(folder);
    DIR *open = opendir(folder);
    assert_non_null(open);
    size_t scenarios = 0;
    for (struct dirent *entry; (entry = readdir(open)) != NULL;) {
        const size_t length = strlen(entry->d_name);
        if (length < 5 || strcmp(entry->d_name + length - 5, ".yaml") != 0)
            continue;
        run_to(folder, entry->d_name, "place.scale=0.05", MONTHS);
        scenarios++;
    }
    closedir(open);
    assert_in_range(scenarios, 2, 100);
}

static void nor_in_fifteen_years_of_a_quarter_of_a_municipality(void **state)
{
    (void)state;
    const char *folder = getenv("SAMENSPEL_SCENARIOS");
    run_to(folder, "aa-en-hunze.yaml", "place.scale=0.25", MONTHS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(in_every_ready_made_scenario_no_birth_onset_or_event_is_lost),
        cmocka_unit_test(nor_in_fifteen_years_of_a_quarter_of_a_municipality),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
