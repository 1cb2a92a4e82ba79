/* Sums that variables are made of, per block, neighbourhood and municipality.
 * One pass over residents and one over needs fills them; everything else is a
 * quotient of two of them. */
#ifndef OBSERVE_SUMS_H
#define OBSERVE_SUMS_H

#include "model/model.h"

enum people_sum {
    PEOPLE,
    PEOPLE_LOW_INCOME,
    PEOPLE_18,         /* of 18 and over */
    PEOPLE_20,         /* of 20 and over */
    PEOPLE_65,         /* of 65 and over */
    PEOPLE_80,         /* of 80 and over */
    PEOPLE_AGE,        /* years */
    PEOPLE_NEEDY,      /* with at least one need */
    PEOPLE_HIDDEN,     /* with a need that is not known */
    PEOPLE_COMPLEXITY, /* household complexity of the needy */
    PEOPLE_SELF_RELIANCE,
    PEOPLE_SELF_RELIANCE_SQUARED,
    PEOPLE_SELF_RELIANCE_LOW, /* of those with a low income */
    PEOPLE_TRUST,
    PEOPLE_TRUST_LOW,    /* of those with a low income */
    PEOPLE_CARERS,       /* of 20 and over: at least 1 h/week for 3 months, or 8 h/week */
    PEOPLE_CARERS_HEAVY, /* at least 8 h/week */
    PEOPLE_CARE_HOURS,   /* h/week of carers */
    PEOPLE_HOURS_GIVEN,  /* hours this month, of everyone */
    PEOPLE_STRAIN,       /* of carers */
    PEOPLE_STRAINED,     /* carers above strain 0.6 */
    PEOPLE_BURNOUT,
    SAMPLE_PEOPLE, /* of a fixed sample of residents: how many */
    PEOPLE_TIES,   /* of these: ties */
    PEOPLE_TIES_SQUARED,
    PEOPLE_ISOLATED, /* at most one tie */
    PEOPLE_KIN,
    PEOPLE_LOCAL,  /* ties within the neighbourhood, household apart */
    PEOPLE_ABROAD, /* ties to other neighbourhoods */
    SAMPLE_TIES,   /* of a smaller sample: ties outside the household */
    SAMPLE_MUTUAL, /* of these answered */
    SAMPLE_PATHS,  /* two-paths from ego */
    SAMPLE_CLOSED, /* of these closed by a tie of ego */
    PEOPLE_DEGREE, /* of the larger sample, by number of ties: so many sums from here on */
    PEOPLE_SUMS = PEOPLE_DEGREE + TIE_SLOTS + 1
};

enum need_sum {
    NEED_CASES,
    NEED_KNOWN,
    NEED_SEVERITY,
    NEED_REQUIRED,
    NEED_OWN,
    NEED_ASKED,
    NEED_INFORMAL,
    NEED_PLACED, /* has a place for work or taking part */
    NEED_PLACE,  /* hours of help that it gave */
    NEED_FORMAL,
    NEED_PRESENCE,
    NEED_INITIATIVE,
    NEED_UNMET,
    NEED_WAITING,        /* known cases without formal help */
    NEED_WAITING_MONTHS, /* months that these have waited */
    NEED_SERVED,         /* cases with formal hours */
    NEED_EFFECTIVE,      /* formal hours times their effectiveness */
    NEED_ENDS,           /* ended this month */
    NEED_ENDS_BY_HELP,   /* of these, by formal help */
    NEED_BETWEEN,        /* known above 0.4 without any helper for six months */
    NEED_TALKED,         /* seen in a conversation */
    NEED_OFFERED,        /* given the existing offer */
    NEED_SPELL,          /* months since onset */
    NEED_SUMS
};

enum collaboration_sum {
    COLLABORATION_ORGANISATIONS,
    COLLABORATION_TIES,
    COLLABORATION_STRENGTH,
    COLLABORATION_ANSWERED, /* ties that are returned */
    COLLABORATION_PATHS,    /* two-paths */
    COLLABORATION_CLOSED,   /* of these closed by a tie of the first to the last */
    COLLABORATION_SUMS
};

/* Stages of life, in completed years; each but the last ends where the next begins. */
enum life { LIFE_CHILD, LIFE_ADULT, LIFE_OLDER, LIFE_OLD, LIVES };
enum { ADULT_FROM = 18, OLDER_FROM = 65, OLD_FROM = 80 };

/* Sums of needs by domain, over all domains, and over all domains by income and by age. */
enum {
    SUMS_INCOME = DOMAINS + 1,
    SUMS_AGE = SUMS_INCOME + INCOMES,
    SUMS_GROUPS = SUMS_AGE + LIVES
};

struct sums {
    const struct spel_model *model;
    size_t neighbourhood; /* SIZE_MAX for a whole municipality */
    size_t municipality;
    double people[PEOPLE_SUMS];
    double needs[SUMS_GROUPS][NEED_SUMS];
    double collaboration[COLLABORATION_SUMS]; /* of a whole municipality, else 0 */
};

/* Fills `sums` for block `b`; neighbourhood and municipality are left alone. */
void sums_measure(struct sums *sums, const struct spel_model *model, size_t b);
/* The parts of it, added to sums of 0: what every resident adds, `wide` only where avx2_can()
 * says so and to the same bits; ties, of a sample of residents; needs. */
void sums_measure_everyone(double *people, const struct spel_model *model, size_t b, bool wide);
void sums_measure_ties(double *people, const struct world *world, size_t b);
void sums_measure_needs(struct sums *sums, const struct spel_model *model, size_t b);
/* Adds `part` to `sums`; the collaboration network, which no part has, is left alone. */
void sums_add(struct sums *sums, const struct sums *part);

#endif
