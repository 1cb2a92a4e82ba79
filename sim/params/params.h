/* Everything that can be set, a struct per process. Its row in a table_*.c says
 * of a member what it means, its unit, default, range and source; here stands
 * only the symbol or the short form that the writer of a process looks for. */
#ifndef PARAMS_PARAMS_H
#define PARAMS_PARAMS_H

#include "params/domain.h"

/* clang-format off */
/* The first day: organisations and ties. */
struct settlement_params {
    double institutions_per_1000;
    double entrepreneurs_per_1000;
    double circle_local; /* share of kin and friend circles within one neighbourhood */
    double kin_ties; /* mean ties to kin outside the household, adults */
    double street_ties; /* mean ties to neighbours at 35-65 */
    double friend_ties; /* mean ties to friends */
    double reciprocity; /* chance that a tie made in a circle is answered where both have room */
    double closure; /* share of new ties drawn among friends of friends */
    double trust_mean; /* starting trust */
    double trust_sd;
    double burn_in; /* months before the first, with demography and steering held still */
    double burn_in_organisations; /* months before that in which they come and go */
};

struct calendar_params {
    double staff_per_1000; /* municipal staff for the social domain */
    double staff_hours;
    double lever_cost; /* share of staff hours that one lever at 1 asks */
    double control_cost; /* share that control asks at full monitoring */
    double policy_cost; /* share that policy writing asks at lean_policy 0 */
    double enactment_base; /* rho at no leadership and no flexibility */
    double enactment_gain; /* added at both 1 */
};

struct demography_params {
    double death_factor; /* multiplies death rates by age */
    double birth_factor; /* multiplies birth rates by age */
    double moving_factor; /* multiplies moving rates by age */
    double moving_local; /* share of moves out that stay inside the area */
    double moving_out; /* share of changes of address that leave the neighbourhood */
    double leave_home; /* chance that a child of 18 and over leaves home */
    double partnering; /* a single adult below 45 pairs */
    double parting; /* chance that a couple parts */
    double keeping; /* how strongly rates lean against drift from the first day */
    double long_term_care; /* a care client above the severity leaves */
    double long_term_care_severity;
};

struct needs_params {
    double onset[DOMAINS][AGE_BANDS]; /* monthly onset hazard at mean circumstances */
    double onset_factor[DOMAINS]; /* multiplies onset; schedulable, also for some neighbourhoods */
    double low_income; /* b_low */
    double isolation; /* b_iso, at most one tie */
    double other_needs; /* b_co, on the sum of own other needs up to 2 */
    double household; /* b_hh, on the worst need of other household members */
    double self_reliance; /* b_s, lowers onset */
    double self_reliance_centre; /* s-bar, a constant */
    double pace_spread; /* sd of the logarithm of a need's pace */
    double growth[DOMAINS]; /* g */
    double recovery[DOMAINS]; /* r, by help received */
    double own_recovery[DOMAINS]; /* f, by own strength */
    double crisis;
    double crisis_jump; /* added to severity */
    double relapse[DOMAINS]; /* chance within a year after a need ended, base onset included */
    double chronic; /* chance that a care need beginning at 75 or over is chronic */
    double chronic_floor; /* severity below which a chronic need never falls */
    double end_below; /* severity under which a need ends */
    double complexity_household; /* weight of the household's other domains in complexity */
};

/* Hours, counted once: shared by informal and formal support. */
struct hours_params {
    double required[DOMAINS]; /* eta: formal-replaceable hours a month at severity 1 */
    double presence[DOMAINS]; /* eta': hours a month at severity 1 that only people near can give */
    double replaceable[DOMAINS]; /* phi */
    double own_strength; /* share of required hours met by own strength at s = 1, c = 0 */
    double informal_effect; /* weight of an informal hour in recovery */
};

struct informal_support_params {
    double reluctance; /* share of hours not asked at empowerment 0 */
    double reluctance_relief; /* share of that reluctance taken away at empowerment 1 */
    double ordinary; /* hours that people near are together anyway, no care */
    double primary_share; /* share of presence hours that goes to a primary carer */
    double capacity_household;
    double capacity_kin;
    double capacity_other;
    double capacity_total; /* of one helper over all who ask */
    double willingness; /* mean of the willingness of adults */
    double strain_from; /* hours above which strain grows convexly */
    double strain_growth; /* strain a month at 40 hours a week */
    double strain_recovery;
    double carer_support_relief; /* share of strain growth taken away at carer_support 1 */
    double burnout_above; /* strain above which burnout can strike */
    double burnout_hazard;
    double burnout_months; /* mean months without capacity */
    double tie_growth; /* share of the way to 1 that a helping tie's strength goes in a month */
    double tie_fading; /* share of the way to the floor that other ties fade in a year */
    double tie_floor; /* strength at which fading ends */
};

/* Residents' initiatives; `birth_`: slopes of the logarithm of births. */
struct initiatives_params {
    double births; /* per 1,000 adults */
    double births_level; /* of the reference run */
    double birth_room;
    double birth_trust;
    double birth_engagement; /* of entrepreneurs */
    double usual_time; /* of the reference run */
    double shared_level; /* of the reference run */
    double asks; /* people asked to join, at full energy */
    double asks_near; /* share of them who live near, not tied */
    double accept; /* at the usual time */
    double leave; /* at an energy of one half */
    double pledge; /* at full energy */
    double energy_results;
    double energy_meeting;
    double energy_fresh;
    double energy_control;
    double energy_gap; /* of funding */
    double energy_wear;
    double founder_loss;
    double dependence_half; /* members */
    double end; /* at an energy of one half */
    double end_energy;
    double formality_pace;
    double harden; /* at full formality */
    double cost; /* a member */
    double funding_pace;
    double challenge; /* at full energy and record */
    double challenge_base; /* of the logit of being accepted, and its slopes */
    double challenge_room;
    double challenge_steering;
    double challenge_trust;
    double challenge_record;
    double fail; /* of a take-over, at an energy of one half */
    double rest; /* after a challenge */
};

struct intake_params {
    double seeking[DOMAINS]; /* at severity 0.3, trust at mean, no earlier waiting */
    double seeking_severity; /* slope of the logit in severity */
    double seeking_trust; /* slope in trust */
    double seeking_waiting; /* slope in years waited with another need, up to one */
    double outreach_find; /* a hidden need, where all is known */
    double knowledge_gain; /* K gained a month at outreach 1 */
    double knowledge_ties; /* K gained a month by ties with key persons */
    double knowledge_loss; /* K lost with staff turnover */
    double gate; /* chance a month not to pass the gate at full monitoring */
    double conversation_base; /* of the chance of a kitchen-table conversation, at sigma 0 */
    double conversation_hours; /* staff hours a conversation */
    double existing_offer; /* chance times mu to be given the existing offer instead of the need */
    double self_scaling; /* chance a month at the lever 1 to weigh scaling */
    double self_scaling_step; /* share by which the asked hours change a step */
};

/* How residents change their ties: weights of effects in the logit of a choice. */
struct support_network_params {
    double rate; /* opportunities a month of who counts on many */
    double rate_alone; /* added to the logarithm of the rate, over one more than the number of ties */
    double rounds; /* a month is cut into so many; 0 keeps the order in time exactly */
    double density; /* of every tie */
    double making; /* of making a tie, whatever it is */
    double crowding; /* outAct: of each other tie that ego has, twice */
    double reciprocity;
    double closure; /* gwespFF */
    double popularity; /* inPopSqrt */
    double household;
    double kin;
    double strength; /* of dropping a tie at strength 1 */
    double burden;
    double peers; /* of ten years between the ages, on making */
    double sociability; /* times a lot of the person's own, uniform in [-1, 1] */
    double street; /* on making */
    double neighbourhood; /* on making */
    double strangers; /* on making, over all strangers of a street, neighbourhood or town */
    double street_reach; /* places either way that are one's street */
    double kin_found; /* share of strangers beyond the street who prove to be kin */
    double burn_in; /* months of changing ties before the first */
    double burn_in_kin, burn_in_neighbourhood, burn_in_strangers; /* what differs in them */
    double focus; /* of making a tie to who goes to the same meeting place */
    double meeting_share; /* of residents who go there, at meeting_places 1 */
};

struct formal_support_params {
    double price[DOMAINS]; /* euro a paid hour */
    double budget[DOMAINS]; /* euro per inhabitant and year */
    double youth_stay; /* share of the youth budget that is a fixed sum for stay */
    double overrun[DOMAINS]; /* share by which contracted hours may exceed the budget */
    double follow_up; /* share of the gap to seen demand that contracts close a month, upward */
    double follow_down; /* downward */
    double shortfall; /* share of the seen demand that contracts leave open */
    double administration_base;
    double administration_gain; /* at full control */
    double results_relief; /* share of administration taken away by results financing at 1 */
    double result_hours[DOMAINS]; /* paid hours whose price a result is worth */
    double result_memory; /* months over which it is seen what results take */
    double result_weight; /* results that the usual figure counts for beside those seen */
    double result_noise; /* how far a result is paid above or below its price where nothing is agreed */
    double pay_memory; /* months over which pay is held against the price of hours */
    double buffer; /* share of a year's cost that an organisation can go without */
    double supply; /* factor of what contracts give, for the elasticity */
    double picking; /* hours held back from complex cases by own interest, when results pay */
    double feedback_to_learning; /* at feedback_quality 1 */
    double learning_burden; /* weight of learning monitoring in administration */
    double simple_loss; /* 0.15: match lost by discretion in simple cases */
    double complex_loss; /* 0.65: match lost by standards in complex cases */
    double complexity_half; /* 0.2 of c' = 1.2c/(c + 0.2) */
    double misaligned_loss; /* 0.15 (1 - alignment with resident) */
    double existing_offer_match; /* as a factor of the match */
    double uncoordinated_loss; /* 0.22 per other provider in the household */
    double coordination_relief; /* 0.6 */
    double team_hours; /* hours a month a member of a team */
    double drift; /* 0.35 */
    double learning_check; /* 0.6: how far learning checks drift */
    double network_gain; /* at formal_informal_link 1 */
    double practice_gain; /* 0.15 of 1 + 0.15 w c' */
    double relief_share; /* of formal hours, at formal_informal_link 1 */
    double friction; /* growth of unvoiced friction a month at full drift */
    double vision_distance; /* d0: mean distance of two parties at the start */
    double voice_cost; /* share of hours that friction takes when all of it is voiced, at full drift */
    double routine_loss; /* match of wholly complex cases lost per unit of routine above the usual */
    double link_growth; /* strength that a shared case adds to a collaboration tie a month */
};

struct self_reliance_params {
    double ended_event; /* s gained when own or informal help ended a need */
    double link_gain; /* monthly, times formal_informal_link q F/(R-O) */
    double empowerment_gain; /* monthly, times empowerment (1 - overload) */
    double place_gain; /* monthly, in a place for work or taking part */
    double replaced_loss; /* monthly, times share of formal hours that replace what was there */
    double refused_loss; /* monthly, times share asked and not helped */
    double return_rate; /* to the base */
    double base;
    double base_low_income;
    double base_old; /* at 80 and over */
};

struct trust_params {
    double gain; /* a */
    double loss_gain_ratio; /* L */
    double engagement_base; /* of w = 0.5 + engagement */
    double term; /* within which help should begin */
    double repeat; /* months between later experiences */
    double good_above; /* m from which a later experience is good */
    double hearsay; /* weight of an alter's experience */
    double tidings; /* weight of an incident or a withdrawn pilot nearby */
    double drift;
    double target;
    double target_history;
    double target_engagement;
    double organisation_drift; /* of organisations' trust to its target */
    double organisation_terms; /* per unit of the share of terms kept */
    double organisation_alignment;
    double organisation_money; /* lost per unit of cost uncovered */
    double organisation_control; /* lost per unit of control */
};

struct history_params {
    double pace;
    double terms_expected; /* share of terms kept at which history stays as it is */
    double drift_found; /* chance a month at full drift and full monitoring */
};

struct shared_vision_params {
    double talks_least; /* a month, at dialogue 0 and 1 */
    double talks_most;
    double seats; /* at the table of the municipality */
    double step; /* share of the way that a talk moves who is wholly confident */
    double confidence; /* eps: distance up to which parties let each other persuade them */
    double confidence_least;
    double confidence_most;
    double confidence_history; /* added to eps, per unit of h */
    double confidence_trust; /* per unit of trust */
    double confidence_engagement; /* per unit of engagement above one half */
    double softness; /* 0.1 in the exponent */
    double anchoring; /* return to the own anchor */
    double replacement; /* chance that who leads is replaced */
    double bounded; /* 1: bounded confidence alone, with a sharp edge and without anchors */
    double judgement; /* how far an agreed picture turns the weights of judgement */
};

/* How organisations change their ties: weights of effects in the logit of a choice. */
struct collaboration_network_params {
    double rate; /* opportunities of an organisation in a month */
    double density; /* of every tie */
    double making; /* of making a tie, whatever it is */
    double crowding; /* outAct: of each other tie that ego has, twice */
    double strangers; /* whom one does not meet weigh together as so many whom one meets */
    double reciprocity;
    double closure; /* gwespFF */
    double complement; /* of working where ego works, in other domains */
    double alignment; /* of both visions */
    double rivalry; /* of the same domains */
    double effort; /* of ego, per unit of network effort */
    double trust; /* of ego, per unit of trust in the municipality */
    double history; /* per unit of h */
    double brokerage; /* of making a tie, per unit of coordination */
    double strength; /* of dropping a tie at strength 1 */
    double start; /* strength of a tie that was just made */
};

struct institutions_params {
    double term; /* months that a contract runs */
    double gap; /* months until a contract without a holder is placed */
    double bidders; /* who bid for a contract beside its holder */
    double price; /* weight of a price that is lower by its whole, where terms are those of a tender */
    double outcome; /* weight of an hour's effectiveness */
    double position; /* weight of network position */
    double incumbency; /* weight of holding the contract, where newcomers have no room */
    double mark_up; /* over cost, on half partnership terms */
    double continuity_loss; /* effectiveness lost when a contract changes hands */
    double continuity_pace; /* share of that regained a month */
    double rival_loss; /* strength of a tie between rivals in a tender, on half partnership terms */
    double memory; /* of attractions, phi */
    double sharpness; /* of the choice of effort */
    double habit; /* weight of keeping the level of effort */
    double unit; /* a difference of pay-off that counts as one */
    double aspiration; /* share of the way that what one is used to follows the pay-off of a year */
    double openness_pace;
    double openness_trust; /* per unit of trust against 0.59 */
    double openness_engagement; /* per unit of the lever against 0.5 */
    double openness_errors; /* per unit of error tolerance against 0.5 */
    double openness_punished; /* openness lost a month per unit of tightening and of openness */
    double routine_growth; /* a month, at usual size and control */
    double renewal; /* chance a year of a wholly routine institution */
    double renewal_drop; /* share of routine that renewal takes away */
    double renewal_cost; /* months of its cost that renewal takes */
    double entry; /* newcomers a year, as a share of the institutions that there should be */
    double exit; /* chance a month of who has spent its reserve */
    double reserve; /* months of its cost that an institution keeps on the first day */
    double credit; /* months of its cost that it may owe before its reserve counts as spent */
    double patience; /* months after which a newcomer without a contract gives up */
};

/* Trial and error of organisations. */
struct practices_params {
    double trial; /* a month and domain, at experimentation, discretion, tolerance and pioneers 1 */
    double tolerance_floor; /* 0.3: share of that at no error tolerance */
    double routine; /* share that routine takes away */
    double step_mean; /* of what a trial changes */
    double step_sd;
    double months; /* that a trial takes */
    double error; /* with which its effect is seen at feedback_quality 0 */
    double error_relief; /* share taken away at feedback_quality 1 */
    double spread; /* share of the way to a better partner, a month at strength 1 */
    double wear; /* lost a month as staff leave */
    double pioneers_entrepreneurs; /* as a factor of that of institutions */
};

struct entrepreneurs_params {
    double capital; /* usual capital */
    double place_capital; /* that one place ties up */
    double hours; /* of help that a place gives */
    double stay; /* mean months in a place */
    double job; /* chance a month that it becomes a job, at severity 0 */
    double fellows; /* chance a month to look for a tie with others in places there */
    double introduction; /* a client comes in view, at link 1 and severity 0 */
    double product; /* that a place brings in */
    double guidance; /* that it costs without control, where one has few */
    double burden; /* added to guidance, times control */
    double custom; /* margin by engagement and network position, share of usual capital */
    double settling; /* share of the way to the usual capital */
    double luck; /* sd of a month's result, share of usual capital */
    double ruin; /* share of the usual capital under which one ends */
    double founding; /* newcomers a year, as a share of entrepreneurs on the first day */
    double motive; /* weight of places filled in the pay-off */
    double unit; /* a difference of pay-off that counts as one */
};

struct finance_params {
    double carry_over; /* largest share of a year's budget carried over, either sign */
    double pooling_speed; /* share of a surplus that flexibility 1 moves in a month */
    double hour_cost; /* of its price, for a usual organisation */
    double effort_cost; /* added to the cost of an hour per unit of network effort */
    double routine_saving; /* taken off per unit of routine */
    double friction_cost; /* added to the cost of an hour at full unvoiced friction */
    double idle_cost; /* of an hour that staff could give and does not, as a share of its cost */
    double idle_pace; /* share of idle staff that goes in a month */
    double reserve_wear; /* share of reserves that goes in a month */
};

struct steering_params {
    double trial_rate; /* a month, at experimentation 1 */
    double step; /* of a trial */
    double wait; /* before a trial is looked at */
    double judged_least; /* months at vision_horizon 0 */
    double judged_most; /* at 1 */
    double prior_spread; /* root of v0 */
    double preference_weight; /* of politics against the score */
    double memory; /* of experience-weighted attraction */
    double forgone;
    double sharpness; /* of the logit of directions */
    double pressure; /* towards control, by incidents and overspending */
    double municipal_error; /* of a year's score */
    double neighbourhood_error;
    double error_feedback; /* share that feedback_quality takes away */
    double error_learning; /* share that learning monitoring takes away */
    double incident_rate; /* a year at 100,000 residents */
    double incident_size; /* power of residents */
    double incident_most; /* factor by unmet need and drift */
    double incident_push;
    double incident_damping; /* by leadership and error_tolerance */
    double incident_release; /* share a month */
    double incident_quiet; /* months */
    double reference_unmet[DOMAINS]; /* severe unmet need of the reference run */
    double reference_drift[DOMAINS];
    double election_swing;
    double election_damping; /* by alignment */
    double lean_pace; /* of lean_policy, in enactment */
    double lean_spread;
    double peer_distance; /* scale of likeness */
};

struct params {
    struct settlement_params settlement;
    struct calendar_params calendar;
    struct demography_params demography;
    struct needs_params needs;
    struct hours_params hours;
    struct informal_support_params informal_support;
    struct initiatives_params initiatives;
    struct intake_params intake;
    struct formal_support_params formal_support;
    struct support_network_params support_network;
    struct self_reliance_params self_reliance;
    struct trust_params trust;
    struct collaboration_network_params collaboration_network;
    struct institutions_params institutions;
    struct practices_params practices;
    struct entrepreneurs_params entrepreneurs;
    struct finance_params finance;
    struct history_params history;
    struct shared_vision_params shared_vision;
    struct steering_params steering;
};
/* clang-format on */

#endif
