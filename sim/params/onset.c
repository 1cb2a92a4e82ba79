/* Monthly onset hazards at mean circumstances. The calibration program writes
 * this file anew; until it has, a value is prevalence by age (rates_by_age.csv)
 * over a mean duration in months: care 40, youth 22, work 36, education 24,
 * debt 36, social 30 (assumed, about the published spells of help). */
#include "params/onset.h"

const double onset_defaults[DOMAINS][AGE_BANDS] = {
    [CARE] = {0.000253, 0.000253, 0.000253, 0.00211, 0.00211, 0.00221, 0.00295, 0.00414, 0.00664,
              0.00946},
    [YOUTH] = {0.00259, 0.00836, 0.0146, 0.00248, 0, 0, 0, 0, 0, 0},
    [WORK] = {0, 0, 0, 0.000744, 0.00104, 0.00129, 0.00143, 0.000697, 0, 0},
    [EDUCATION] = {0, 0.00362, 0.00362, 0, 0, 0, 0, 0, 0, 0},
    [DEBT] = {0, 0, 9.17e-05, 0.00148, 0.00336, 0.004, 0.00337, 0.00155, 0.000702, 0.000481},
    [SOCIAL] = {0.00103, 0.00103, 0.00103, 0.00475, 0.00464, 0.00402, 0.00431, 0.00353, 0.00433,
                0.00668},
};
