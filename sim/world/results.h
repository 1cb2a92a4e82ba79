/* What a need that ends after help takes: paid hours for each, by what was seen, where the usual
 * figure counts for so many results more:
 *
 *   (hours + weight x usual) / (results + weight)
 *
 * Who has seen few goes by the usual; who has seen none, to the last digit. */
#ifndef WORLD_RESULTS_H
#define WORLD_RESULTS_H

static inline double results_hours(double hours, double results, double usual, double weight)
{
    return usual + (hours - results * usual) / (results + weight);
}

#endif
