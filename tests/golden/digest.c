/* Prints the state digest of each month of a scenario: what compilers.sh
 * compares between compilers, levels and instruction sets.
 *
 * digest SCENARIO MONTHS [path=value]... */
#include <stdio.h>
#include <stdlib.h>

#include "base/error.h"
#include "model/model.h"
#include "params/scenario.h"

static void print_digest(const struct spel_model *model)
{
    char text[DIGEST_TEXT];
    digest_text(spel_model_digest(model), text);
    printf("%u %s\n", (unsigned)model->done, text);
}

int main(int count, char **arguments)
{
    if (count < 3)
        return 2;
    struct scenario scenario;
    struct spel_error error;
    error_clear(&error);
    const char *const folders[] = {NULL};
    if (!scenario_read(&scenario, arguments[1], (const char *const *)arguments + 3,
                       (size_t)count - 3, folders, &error)) {
        fprintf(stderr, "%s\n", error.text);
        return 2;
    }
    struct spel_model *model = spel_model_create(&scenario, 0, &error);
    const long months = strtol(arguments[2], NULL, 10);
    if (model) {
        print_digest(model);
        for (long month = 0; month < months; month++) {
            spel_model_step(model);
            print_digest(model);
        }
    } else {
        fprintf(stderr, "%s\n", error.text);
    }
    spel_model_free(model);
    scenario_clear(&scenario);
    return model ? 0 : 2;
}
