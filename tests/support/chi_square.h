/* Whether counts are as chance would have them. */
#ifndef TESTS_CHI_SQUARE_H
#define TESTS_CHI_SQUARE_H

#include <stddef.h>

/* Pearson's chi-square of counts against what is expected, as a standard normal deviate (Wilson and
 * Hilferty 1931). What is expected less than 5 times is taken together. The sums must be equal. */
double chi_square(const size_t *seen, const double *expected, size_t count);

#endif
