/* Monthly onset hazards at mean circumstances. Written by the calibration
 * program (tools/calibrate): prevalence by age band in months 13-60 of the six
 * municipalities together is what it was on the first day. */
#include "params/onset.h"

/* clang-format off */
const double onset_defaults[DOMAINS][AGE_BANDS] = {
    {0.000455, 9.24e-05, 0.000163, 0.0029, 0.000752, 0.00132, 0.00194, 0.00296, 0.00306, 0.00116}, /* care */
    {0.00306, 0.00481, 0.00779, 0.000726, 0, 0, 0, 0, 0, 0}, /* youth */
    {0, 0, 0, 0.00113, 0.000595, 0.000622, 0.000584, 0.000569, 0, 0}, /* work */
    {0, 0.0028, 0.000535, 0, 0, 0, 0, 0, 0, 0}, /* education */
    {0, 0, 0.000106, 0.00135, 0.00102, 0.000506, 0.000143, 1e-06, 1e-06, 1.33e-06}, /* debt */
    {0.0016, 0.000308, 0.000593, 0.00525, 0.00108, 0.00158, 0.00173, 0.00113, 0.00264, 0.00338}, /* social */
};
/* clang-format on */
