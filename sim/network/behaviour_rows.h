/* The functions behind the table of behaviour effects. Private to the table. */
#ifndef NETWORK_BEHAVIOUR_ROWS_H
#define NETWORK_BEHAVIOUR_ROWS_H

#include "network/behaviour.h"

behaviour_change linear_change, quadratic_change, in_degree_change, out_degree_change,
    mutual_degree_change, unnamed_change;
behaviour_statistic linear_statistic, quadratic_statistic, in_degree_statistic,
    out_degree_statistic, mutual_degree_statistic, unnamed_statistic;

behaviour_change average_similarity, total_similarity, attraction_higher, attraction_lower,
    average_alter, total_alter, average_mutual_alter, highest_alter, lowest_alter;
behaviour_statistic average_similarity_statistic, total_similarity_statistic,
    attraction_higher_statistic, attraction_lower_statistic, average_alter_statistic,
    total_alter_statistic, average_mutual_alter_statistic, highest_alter_statistic,
    lowest_alter_statistic;

#endif
