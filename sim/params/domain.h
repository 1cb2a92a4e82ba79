/* The problem domains, the age bands and the levers: what per-something
 * parameters run over. To add a domain: one row here and in domain.c, and its
 * figures in params/table_*.c. */
#ifndef PARAMS_DOMAIN_H
#define PARAMS_DOMAIN_H

#include <stddef.h>

enum domain { CARE, YOUTH, WORK, EDUCATION, DEBT, SOCIAL, DOMAINS };

/* Age bands of onset rates: 0-4, 5-11, 12-17, 18-22, 23-29, 30-44, 45-59,
 * 60-74, 75-84, 85 and over. */
enum { AGE_BANDS = 10 };

enum lever {
    CARER_SUPPORT,
    EMPOWERMENT,
    ENTRANT_OPENNESS,
    RESULTS_FINANCING,
    COLLABORATION_TERMS,
    FORMAL_INFORMAL_LINK,
    OUTREACH,
    LEAN_POLICY,
    FLEXIBILITY,
    COORDINATION,
    ENGAGEMENT,
    LEADERSHIP,
    INTEGRALITY,
    SELF_SCALING,
    FEEDBACK_QUALITY,
    VISION_HORIZON,
    EXPERIMENTATION,
    ERROR_TOLERANCE,
    START_SMALL,
    PEER_LEARNING,
    DIALOGUE,
    CITIZEN_VOICE,
    MEETING_PLACES,
    RULE_ROOM,
    LEVERS
};

/* By what a municipality judges how things go. */
enum judged {
    JUDGED_WAITING,
    JUDGED_OVERSPENDING,
    JUDGED_DRIFT,
    JUDGED_ENDED,
    JUDGED_SELF_RELIANCE,
    JUDGED_NETWORKS,
    JUDGEMENTS
};

enum knob { KNOB_VISION, KNOB_INFORMAL, KNOB_FORMAL, KNOB_ORGANISATION, KNOB_LEARNING, KNOBS };

extern const char *const domain_names[DOMAINS];     /* "care", … as in scenarios and files */
extern const char *const domain_names_nl[DOMAINS];  /* "zorg", … */
extern const char *const age_band_names[AGE_BANDS]; /* "0_4", …, "85_plus" */
extern const int age_band_from[AGE_BANDS];          /* first age of each band, years */

/* The band of an age in years; ages above the last band belong to it. */
int age_band(int years);

#endif
