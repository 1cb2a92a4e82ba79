/* Monthly onset hazards at mean circumstances. Written by the calibration
 * program (tools/calibrate): prevalence by age band in months 13-60 of the six
 * municipalities together is what it was on the first day. */
#include "params/onset.h"

/* clang-format off */
const double onset_defaults[DOMAINS][AGE_BANDS] = {
    {0.000426, 9.75e-05, 0.000161, 0.00293, 0.000783, 0.00131, 0.00194, 0.00299, 0.00304, 0.00122}, /* care */
    {0.0031, 0.00482, 0.00784, 0.000931, 0, 0, 0, 0, 0, 0}, /* youth */
    {0, 0, 0, 0.00116, 0.000617, 0.000637, 0.000612, 0.000598, 0, 0}, /* work */
    {0, 0.00281, 0.000576, 0, 0, 0, 0, 0, 0, 0}, /* education */
    {0, 0, 0.000106, 0.00134, 0.00106, 0.000515, 0.000143, 1e-06, 1e-06, 1.86e-06}, /* debt */
    {0.00161, 0.000308, 0.000614, 0.00519, 0.00112, 0.00157, 0.00173, 0.00114, 0.0026, 0.00341}, /* social */
};
/* clang-format on */
