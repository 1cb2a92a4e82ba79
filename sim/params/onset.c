/* Monthly onset hazards at mean circumstances. Written by the calibration
 * program (tools/calibrate): prevalence by age band in months 13-60 of the six
 * municipalities together is what it was on the first day. */
#include "params/onset.h"

/* clang-format off */
const double onset_defaults[DOMAINS][AGE_BANDS] = {
    {0.000377, 1.29e-05, 0.000108, 0.00229, 0.000118, 0.000649, 0.000912, 0.00161, 0.00191, 0.00108}, /* care */
    {0.00276, 0.00426, 0.00689, 0.000334, 0, 0, 0, 0, 0, 0}, /* youth */
    {0, 0, 0, 0.000933, 0.000151, 0.000362, 0.000285, 0.000295, 0, 0}, /* work */
    {0, 0.00254, 0.000328, 0, 0, 0, 0, 0, 0, 0}, /* education */
    {0, 0, 0.000112, 0.00145, 0.00068, 0.000321, 0.00014, 5.17e-06, 1e-06, 8.35e-06}, /* debt */
    {0.000986, 2.76e-05, 0.000346, 0.00389, 8.6e-05, 0.000485, 0.000517, 0.000307, 0.0011, 0.00163}, /* social */
};
/* clang-format on */
