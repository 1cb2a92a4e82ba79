/* The functions behind the table of behaviour effects. Private to the table. */
#ifndef NETWORK_BEHAVIOUR_ROWS_H
#define NETWORK_BEHAVIOUR_ROWS_H

#include "network/behaviour.h"

behaviour_change behaviour_linear, behaviour_quadratic, behaviour_in_degree, behaviour_out_degree,
    behaviour_mutual_degree, behaviour_unnamed;
behaviour_statistic behaviour_linear_statistic, behaviour_quadratic_statistic,
    behaviour_in_degree_statistic, behaviour_out_degree_statistic,
    behaviour_mutual_degree_statistic, behaviour_unnamed_statistic;

behaviour_change behaviour_average_similarity, behaviour_total_similarity,
    behaviour_attraction_higher, behaviour_attraction_lower, behaviour_average_alter,
    behaviour_total_alter, behaviour_average_mutual_alter, behaviour_highest_alter,
    behaviour_lowest_alter;
behaviour_statistic behaviour_average_similarity_statistic, behaviour_total_similarity_statistic,
    behaviour_attraction_higher_statistic, behaviour_attraction_lower_statistic,
    behaviour_average_alter_statistic, behaviour_total_alter_statistic,
    behaviour_average_mutual_alter_statistic, behaviour_highest_alter_statistic,
    behaviour_lowest_alter_statistic;

#endif
