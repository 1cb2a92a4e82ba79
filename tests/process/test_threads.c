/* Each process alone gives the same on any number of threads. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <omp.h>

#include "process/steps.h"
#include "support/village.h"

enum { MONTHS = 14, MOST_THREADS = 8 };

/* Two villages in step, one on one thread, the other on another number each
 * month; whichever process first makes them differ is named. */
static void each_process_is_the_same_on_1_to_8_threads(void **state)
{
    (void)state;
    struct village one, more;
    const int before = omp_get_max_threads();
    village_settle(&one, "knobs: {informal: 0.8, formal: 0.8, organisation: 0.9}\n");
    village_settle(&more, "knobs: {informal: 0.8, formal: 0.8, organisation: 0.9}\n");
    struct moment now = one.model->now;
    for (now.month = 1; now.month <= MONTHS; now.month++)
        for (size_t p = 0; p < STEPS; p++) {
            one.model->world.events.count = more.model->world.events.count = 0;
            omp_set_num_threads(1);
            processes[p].step(&one.scenario, now, &one.model->world);
            omp_set_num_threads(2 + (int)(now.month % (MOST_THREADS - 1)));
            processes[p].step(&more.scenario, now, &more.model->world);
            if (!village_same(&one, &more))
                fail_msg("%s: month %u differs on %d threads", processes[p].name,
                         (unsigned)now.month, omp_get_max_threads());
        }
    omp_set_num_threads(before);
    village_clear(&one);
    village_clear(&more);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_process_is_the_same_on_1_to_8_threads),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
