/* Everything that can be set, a struct per process. The table (params/table.h)
 * has a row for every member: name, unit, default, range, meaning, source.
 * The default stands here only as [unit, default, min..max, grade; source] for
 * the writer of the row; the row is what counts. */
#ifndef PARAMS_PARAMS_H
#define PARAMS_PARAMS_H

#include "params/domain.h"

/* The first day: organisations and ties. */
struct settlement_params {
    double institutions_per_1000;  /* [1/1000 residents, 0.5, 0.05..5, assumed; model section 2] */
    double entrepreneurs_per_1000; /* [1/1000 residents, 0.3, 0..5, estimated; fact 121] */
    double
        circle_local; /* share of kin and friend circles within one neighbourhood [1, 0.5, 0..1, assumed] */
    double
        kin_ties; /* mean ties to kin outside the household, adults [1, 2.2, 0..5, estimated; facts 34,43] */
    double
        street_ties; /* mean ties to neighbours at 35-65 [1, 1.2, 0..4, estimated; facts 34,35] */
    double friend_ties; /* mean ties to friends [1, 2.4, 0..6, estimated; facts 34,43,46] */
    double
        reciprocity; /* chance that a tie made in a circle is answered where both have room [1, 0.7, 0..1, assumed] */
    double
        closure; /* share of new ties drawn among friends of friends [1, 0.3, 0..1, assumed; fact 51] */
    double trust_mean; /* starting trust [1, 0.59, 0..1, measured; fact 107] */
    double trust_sd;   /* [1, 0.2, 0.01..0.28, assumed] */
    double
        burn_in; /* months of needs and help before the first month, demography and steering held still [month, 24, 0..120, assumed] */
};

struct calendar_params {
    double
        staff_per_1000; /* municipal staff for the social domain [1/1000 residents, 2, 0.2..20, assumed] */
    double staff_hours; /* [hour/month, 120, 40..170, assumed] */
    double
        lever_cost; /* share of staff hours that one lever at 1 asks [1, 0.05, 0..0.5, assumed] */
    double control_cost; /* share that control asks at full monitoring [1, 0.15, 0..0.5, assumed] */
    double
        policy_cost; /* share that policy writing asks at lean_policy 0 [1, 0.10, 0..0.5, assumed] */
    double
        enactment_base; /* rho at no leadership and no flexibility [1/month, 0.02, 0.002..0.2, assumed] */
    double enactment_gain; /* added at both 1 [1/month, 0.08, 0..0.5, assumed] */
};

struct demography_params {
    double death_factor;  /* multiplies death rates by age [1, 1, 0..3, assumed] */
    double birth_factor;  /* multiplies birth rates by age [1, 1, 0..3, assumed] */
    double moving_factor; /* multiplies moving rates by age [1, 1, 0..3, assumed] */
    double
        moving_local; /* share of moves to another neighbourhood that stay inside the simulated area [1, 0.5, 0..1, assumed] */
    double
        moving_out; /* share of changes of address that leave the neighbourhood [1, 0.6, 0..1, assumed] */
    double
        leave_home; /* chance that a child of 18 and over leaves home [1/year, 0.12, 0..1, model section 3; assumed] */
    double
        partnering; /* chance that a single adult below 45 pairs; declines with age, see process [1/year, 0.10, 0..1, assumed, calibrated to position by age] */
    double parting; /* chance that a couple parts [1/year, 0.02, 0..0.5, assumed] */
    double
        long_term_care; /* chance a year that a care client above the severity leaves for long-term care [1/year, 0.04, 0..0.5, measured; fact 64] */
    double long_term_care_severity; /* [1, 0.6, 0..1, assumed] */
};

struct needs_params {
    double onset
        [DOMAINS]
        [AGE_BANDS]; /* monthly onset hazard at mean circumstances [1/month, calibrated, 0..0.05, estimated] */
    double onset_factor
        [DOMAINS]; /* multiplies onset; schedulable, also for some neighbourhoods [1, 1, 0..3, -] */
    double low_income;  /* b_low [1, 0.5, 0..1, assumed] */
    double isolation;   /* b_iso, at most one tie [1, 0.3, 0..0.6, assumed] */
    double other_needs; /* b_co, on the sum of own other needs up to 2 [1, 0.4, 0..0.8, assumed] */
    double
        household; /* b_hh, on the worst need of other household members [1, 0.4, 0..0.8, assumed] */
    double self_reliance;        /* b_s, lowers onset [1, 1, 0..2, assumed] */
    double self_reliance_centre; /* s-bar, a constant [1, 0.6, 0..1, assumed] */
    double
        pace_spread; /* sd of the logarithm of a need's pace [1, 1.4, 0..2, estimated; fact 77] */
    double growth[DOMAINS];       /* g [1/month, 0.02, 0..0.04, assumed] */
    double recovery[DOMAINS];     /* r, by help received [1/month, 0.08, 0..0.16, assumed] */
    double own_recovery[DOMAINS]; /* f, by own strength [1/month, 0.06, 0..0.12, assumed] */
    double crisis;                /* [1/month, 0.01, 0..0.02, assumed] */
    double crisis_jump;           /* added to severity [1, 0.3, 0..0.6, assumed] */
    double relapse
        [DOMAINS]; /* chance within a year after a need ended, base onset included [1, work .07 care .10 youth .15 others .10, 0..0.5, measured for three; fact 94] */
    double
        chronic; /* chance that a care need beginning at 75 or over is chronic [1, 0.5, 0..1, assumed] */
    double
        chronic_floor; /* severity below which a chronic need never falls [1, 0.1, 0..0.5, assumed] */
    double end_below; /* severity under which a need ends [1, 0.05, 0.01..0.2, assumed] */
    double
        complexity_household; /* weight of the household's other domains in complexity [1, 0.5, 0..1, assumed] */
};

/* Hours, counted once: shared by informal and formal support. */
struct hours_params {
    double required
        [DOMAINS]; /* eta: formal-replaceable hours a month at severity 1 [hour/month, 60 24 16 16 8 12, 0..200, estimated (fitted to euro per client, fact 65)] */
    double presence
        [DOMAINS]; /* eta': hours a month at severity 1 that only people near can give [hour/month, care 450 youth 100 else 0, 0..1000, estimated; facts 1-3] */
    double replaceable
        [DOMAINS]; /* phi: share of what own strength leaves that informal help may replace [1, .6 .4 .3 .3 .3 .9, 0..1, assumed] */
    double
        own_strength; /* share of required hours met by own strength at s = 1, c = 0 [1, 0.3, 0..0.6, assumed] */
    double informal_effect; /* weight of an informal hour in recovery [1, 0.6, 0..1, assumed] */
};

struct informal_support_params {
    double
        reluctance; /* share of hours not asked at empowerment 0 [1, 0.4, 0..0.8, assumed; fact 37] */
    double
        reluctance_relief; /* share of that reluctance taken away at empowerment 1 [1, 0.6, 0..1, assumed] */
    double
        primary_share; /* share of presence hours that goes to a primary carer [1, 0.9, 0..1, assumed] */
    double capacity_household; /* [hour/month, 200, 0..400, assumed] */
    double capacity_kin;       /* [hour/month, 80, 0..160, assumed] */
    double capacity_other;     /* [hour/month, 14, 0..28, assumed] */
    double capacity_total; /* of one helper over all who ask [hour/month, 200, 0..400, assumed] */
    double willingness; /* mean of the willingness of adults [1, 0.6, 0..1, estimated; fact 38] */
    double
        strain_from; /* hours above which strain grows convexly [hour/week, 8, 0..40, measured; fact 127] */
    double
        strain_growth; /* strain a month at 40 hours a week [1/month, 0.08, 0..0.16, assumed; fact 127] */
    double strain_recovery; /* [1/month, 0.10, 0..0.2, assumed] */
    double
        carer_support_relief; /* share of strain growth taken away at carer_support 1 [1, 0.5, 0..1, assumed] */
    double burnout_above;  /* strain above which burnout can strike [1, 0.6, 0.3..0.9, assumed] */
    double burnout_hazard; /* [1/month, 0.05, 0..0.1, assumed] */
    double burnout_months; /* mean months without capacity [month, 6, 1..24, assumed] */
    double
        tie_growth; /* share of the way to 1 that a helping tie's strength goes in a month [1, 0.05, 0..0.1, assumed] */
    double
        tie_fading; /* share of the way to the floor that other ties fade in a year [1, 0.2, 0..0.4, assumed] */
    double tie_floor; /* strength at which fading ends until ties evolve [1, 0.2, 0..1, assumed] */
};

struct intake_params {
    double
        seeking; /* chance a month to seek help at severity 0.3, trust at mean, no earlier waiting [1/month, 0.06, 0..0.5, assumed, calibrated] */
    double seeking_severity; /* slope of the logit in severity [1, 5, 0..10, assumed] */
    double seeking_trust;    /* slope in trust [1, 2, 0..4, assumed] */
    double seeking_waiting;  /* slope in share of the year waited before [1, -1, -2..0, assumed] */
    double
        outreach_find; /* chance a month that full outreach finds a hidden need where all is known [1/month, 0.05, 0..0.1, assumed] */
    double knowledge_gain; /* K gained a month at outreach 1 [1/month, 0.05, 0..0.1, assumed] */
    double
        knowledge_ties; /* K gained a month by ties with key persons [1/month, 0.01, 0..0.02, assumed] */
    double
        knowledge_loss; /* K lost with staff turnover [1/month, 0.014, 0..0.05, estimated; fact 113] */
    double
        gate; /* chance a month not to pass the gate at full monitoring [1, 0.5, 0..0.95, assumed] */
    double
        conversation_base; /* of the chance of a kitchen-table conversation, at sigma 0 [1, 0.3, 0..1, assumed; model] */
    double conversation_hours; /* staff hours a conversation [hour, 6, 1..40, assumed] */
    double
        existing_offer; /* chance times mu to be given the existing offer instead of the need [1, 0.5, 0..1, assumed] */
    double
        self_scaling; /* chance a month at the lever 1 to weigh scaling [1/month, 0.3, 0..1, assumed] */
    double
        self_scaling_step; /* share by which the asked hours change a step [1, 0.25, 0..1, assumed] */
};

struct formal_support_params {
    double price[DOMAINS]; /* euro a paid hour [euro/hour, 45 100 65 65 65 65, 10..300, assumed] */
    double budget
        [DOMAINS]; /* euro per inhabitant and year [euro/year, 290 300 40 50 12 18, 0..2000, care+social measured fact 65, rest assumed] */
    double
        youth_stay; /* share of the youth budget that is a fixed sum for stay [1, 0.4, 0..0.9, assumed] */
    double overrun
        [DOMAINS]; /* share by which contracted hours may exceed the budget [1, youth .4, care .1, else 0, 0..1, assumed] */
    double
        follow_up; /* share of the gap to seen demand that contracts close a month, upward [1/month, 0.06, 0..0.12, assumed] */
    double follow_down;         /* downward [1/month, 0.03, 0..0.06, assumed] */
    double administration_base; /* [1, 0.17, 0..0.5, estimated; fact 101] */
    double administration_gain; /* at full control [1, 0.18, 0..0.36, estimated; fact 101] */
    double
        results_relief; /* share of administration taken away by results financing at 1 [1, 0.4, 0..0.8, assumed] */
    double
        feedback_to_learning; /* share of monitoring that turns from control to learning at feedback_quality 1 [1, 0.5, 0..1, assumed; section 5] */
    double
        learning_burden; /* weight of learning monitoring in administration [1, 0.333, 0..1, assumed] */
    double
        simple_loss; /* 0.15: match lost by discretion in simple cases [1, 0.15, 0..0.3, assumed] */
    double
        complex_loss; /* 0.65: match lost by standards in complex cases [1, 0.65, 0..1, assumed] */
    double complexity_half; /* 0.2 of c' = 1.2c/(c + 0.2) [1, 0.2, 0.05..0.4, assumed] */
    double misaligned_loss; /* 0.15 (1 - alignment with resident) [1, 0.15, 0..0.3, assumed] */
    double
        existing_offer_match; /* match of an existing offer given instead of the need, as a factor [1, 0.7, 0..1, assumed] */
    double
        uncoordinated_loss; /* 0.22 per other provider in the household [1, 0.22, 0..0.44, assumed] */
    double coordination_relief; /* 0.6 [1, 0.6, 0..1, assumed] */
    double team_hours;     /* hours a month a member of a team [hour/month, 2, 0..8, assumed] */
    double drift;          /* 0.35 [1, 0.35, 0..0.7, assumed] */
    double learning_check; /* 0.6: how far learning checks drift [1, 0.6, 0..1, assumed] */
    double
        network_gain; /* share by which formal hours gain from the network around a person at formal_informal_link 1 [1, 0.15, 0..0.3, assumed] */
    double
        relief_share; /* share of formal hours that relieves carers instead of replacing them at formal_informal_link 1 [1, 0.3, 0..0.6, assumed] */
    double
        friction; /* growth of unvoiced friction a month at full drift [1/month, 0.02, 0..0.04, assumed] */
    double
        vision_distance; /* d0: mean distance of two parties at the start [1, 0.9, 0.1..3, estimated; calibration] */
    double
        link_growth; /* strength that a shared case adds to a collaboration tie a month [1/month, 0.01, 0..0.02, assumed] */
};

struct self_reliance_params {
    double
        ended_event; /* s gained when own or informal help ended a need [1, 0.03, 0..0.06, assumed] */
    double
        link_gain; /* monthly, times formal_informal_link q F/(R-O) [1/month, 0.005, 0..0.01, assumed] */
    double
        empowerment_gain; /* monthly, times empowerment (1 - overload) [1/month, 0.005, 0..0.01, assumed] */
    double
        replaced_loss; /* monthly, times share of formal hours that replace what was there [1/month, 0.005, 0..0.01, assumed] */
    double
        refused_loss; /* monthly, times share asked and not helped [1/month, 0.005, 0..0.01, assumed] */
    double return_rate;     /* to the base [1/month, 0.02, 0..0.04, assumed] */
    double base;            /* [1, 0.65, 0.3..1, assumed; fact 31] */
    double base_low_income; /* [1, -0.1, -0.2..0, assumed] */
    double base_old;        /* at 80 and over [1, -0.1, -0.2..0, assumed] */
};

struct trust_params {
    double gain;            /* a [1, 0.10, 0..0.2, assumed] */
    double loss_gain_ratio; /* L [1, 2, 1..5, assumed; fact 132] */
    double engagement_base; /* of w = 0.5 + engagement [1, 0.5, 0..1, assumed] */
    double term;           /* within which help should begin [month, 2, 1..12, measured: 8 weeks] */
    double repeat;         /* months between later experiences [month, 6, 1..24, assumed] */
    double good_above;     /* m from which a later experience is good [1, 0.5, 0..1, assumed] */
    double hearsay;        /* weight of an alter's experience [1, 0.1, 0..0.2, assumed] */
    double drift;          /* [1/month, 0.01, 0..0.02, assumed] */
    double target;         /* [1, 0.59, 0..1, measured; fact 107] */
    double target_history; /* [1, 0.15, 0..0.3, assumed] */
    double target_engagement; /* [1, 0.05, 0..0.1, assumed] */
    double
        organisation_drift; /* of organisations' trust to its target by kept terms, money and control [1/month, 0.02, 0..0.04, assumed] */
};

struct finance_params {
    double
        carry_over; /* largest share of a year's budget carried over, either sign [1, 0.1, 0..0.5, model] */
    double
        pooling_speed; /* share of a surplus that flexibility 1 moves in a month [1/month, 0.2, 0..0.4, assumed] */
};

struct params {
    struct settlement_params settlement;
    struct calendar_params calendar;
    struct demography_params demography;
    struct needs_params needs;
    struct hours_params hours;
    struct informal_support_params informal_support;
    struct intake_params intake;
    struct formal_support_params formal_support;
    struct self_reliance_params self_reliance;
    struct trust_params trust;
    struct finance_params finance;
};

#endif
