/* Monthly onset hazards at mean circumstances. Written by the calibration
 * program (tools/calibrate): prevalence by age band in months 13-60 of the six
 * municipalities together is what it was on the first day. */
#include "params/onset.h"

/* clang-format off */
const double onset_defaults[DOMAINS][AGE_BANDS] = {
    {0.000426, 0.000108, 0.000129, 0.00285, 0.000882, 0.00133, 0.00208, 0.00308, 0.00331, 0.00155}, /* care */
    {0.00315, 0.00501, 0.00673, 0.000784, 0, 0, 0, 0, 0, 0}, /* youth */
    {0, 0, 0, 0.00109, 0.00065, 0.000662, 0.000601, 0.000488, 0, 0}, /* work */
    {0, 0.00277, 0.000684, 0, 0, 0, 0, 0, 0, 0}, /* education */
    {0, 0, 0.000148, 0.00148, 0.00113, 0.000571, 0.000121, 1e-06, 1e-06, 1.91e-06}, /* debt */
    {0.00154, 0.000305, 0.00051, 0.0049, 0.00128, 0.00145, 0.00166, 0.000919, 0.00258, 0.00279}, /* social */
};
/* clang-format on */
