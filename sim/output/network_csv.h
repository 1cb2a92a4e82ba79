/* The CSV files of simulated networks. What goes wrong in writing is told when a file is closed. */
#ifndef OUTPUT_NETWORK_CSV_H
#define OUTPUT_NETWORK_CSV_H

#include "output/network_results.h"

void network_csv_moments(FILE *file, const struct network_results *results);
void network_csv_degrees(FILE *file, const struct network_results *results);
void network_csv_values(FILE *file, const struct network_results *results);
void network_csv_rows(FILE *file, const struct network_rows *rows);
/* Mini-steps in the form of the reference's chains: what does not apply is empty. */
void network_csv_chain(FILE *file, const struct network_rows *rows, const char *const *variables);

#endif
