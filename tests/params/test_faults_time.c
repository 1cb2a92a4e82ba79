/* What a scenario says of time and place, and cannot be, is refused with its sentence. */
#include "params/given.h"

static void impossible_dates_are_refused(void **state)
{
    (void)state;
    text_refused(HEAD PLACE "time: {start: 2015-13}\n",
                 "s.yaml:3:15: time.start = 2015-13: not a month: a year has months 01 to 12");
    text_refused(HEAD PLACE "time: {start: 2015-1}\n",
                 "s.yaml:3:15: time.start = 2015-1: not a month: YYYY-MM is expected, such as "
                 "2015-01");
    text_refused(HEAD PLACE "time: {start: 0015-01}\n",
                 "s.yaml:3:15: time.start = 0015-01: not a possible year: 1900 to 2200");
    text_refused(HEAD PLACE "schedule: [{from: 2014-12, set: {levers.outreach: 1}}]\n",
                 "s.yaml:3:19: schedule[1].from = 2014-12: before the start, which is 2015-01");
    text_refused(HEAD PLACE "schedule: [{from: 2016-01, to: 2016-01, set: {levers.outreach: 1}}]\n",
                 "s.yaml:3:32: schedule[1].to = 2016-01: not after the month it begins; it is the "
                 "first month in which the settings no longer hold");
    text_refused(HEAD PLACE "record: {snapshots: [2030-01]}\n",
                 "s.yaml:3:22: record.snapshots = 2030-01: after the last of the 180 months");
    text_refused(
        HEAD PLACE "record: {snapshots: [2016-01, 2015-01]}\n",
        "s.yaml:3:31: record.snapshots = 2015-01: months are expected in order, each once");
}

static void a_schedule_says_when_what_and_where(void **state)
{
    (void)state;
    text_refused(HEAD PLACE "schedule: [{set: {levers.outreach: 1}}]\n",
                 "s.yaml:3:12: schedule[1]: \"from\" is missing, as in {from: 2019-01, set: "
                 "{knobs.learning: 0.8}}");
    text_refused(HEAD PLACE "schedule: [{from: 2016-01}]\n",
                 "s.yaml:3:12: schedule[1]: \"set\" is missing, as in {from: 2019-01, set: "
                 "{knobs.learning: 0.8}}");
    text_refused(HEAD PLACE "schedule: [{from: 2016-01, set: {}}]\n",
                 "s.yaml:3:33: schedule[1].set: there is nothing to set");
    text_refused(HEAD PLACE "schedule: [{form: 2016-01, set: {levers.outreach: 1}}]\n",
                 "s.yaml:3:13: schedule[1].form: unknown key (did you mean from?)");
    text_refused(HEAD PLACE "schedule: [{from: 2016-01, set: {trust.gain: 0.1}}]\n",
                 "s.yaml:3:46: schedule[1].set.trust.gain: the schedule cannot set this; it sets "
                 "knobs, levers, steering, incidents and needs.onset_factor");
    text_refused(HEAD PLACE "schedule: [{from: 2016-01, set: {needs.onset_factor.social: 4}}]\n",
                 "s.yaml:3:61: schedule[1].set.needs.onset_factor.social = 4: outside [0, 3]");
    text_refused(
        HEAD PLACE "schedule: [{from: 2016-01, set: {steering.all: 1}, only: {urbanity: 1}}]\n",
        "s.yaml:3:58: schedule[1].only: steering belongs to a whole municipality: it cannot "
        "be limited to some neighbourhoods");
    text_refused(HEAD PLACE
                 "schedule: [{from: 2016-01, set: {levers.outreach: 1}, only: {urbanity: "
                 "[6]}}]\n",
                 "s.yaml:3:73: schedule[1].only.urbanity = 6: outside [1, 5]");
    text_refused(
        HEAD PLACE "schedule:\n- from: 2016-01\n  set: {levers.outreach: 1}\n"
                   "  only: {neighbourhoods: [WK019399]}\n",
        "s.yaml:4:1: schedule[1].only.neighbourhoods: no neighbourhood \"WK019399\" in the "
        "places of this scenario (did you mean WK019310?)");
}

static void an_incident_belongs_in_the_schedule_of_a_whole_municipality(void **state)
{
    (void)state;
    text_refused(HEAD PLACE "schedule: [{from: 2016-01, set: {incidents.youth: 2}}]\n",
                 "s.yaml:3:51: schedule[1].set.incidents.youth = 2: outside [0, 1]");
    text_refused(HEAD PLACE "incidents: {youth: 1}\n",
                 "s.yaml:3:20: incidents.youth: an incident belongs in the schedule, as {from: "
                 "2019-01, set: {incidents.youth: 1}}");
    text_refused(
        HEAD PLACE "schedule: [{from: 2016-01, set: {incidents.all: 1}, only: {urbanity: 1}}]\n",
        "s.yaml:3:59: schedule[1].only: an incident belongs to a whole municipality: it cannot "
        "be limited to some neighbourhoods");
}

static void unknown_places_are_refused_with_the_nearest(void **state)
{
    (void)state;
    text_refused(HEAD,
                 "s: place.municipality is missing: name one, as place: {municipality: Utrecht}");
    text_refused(
        HEAD "place: {municipality: Utrect}\n",
        "s.yaml:2:23: place.municipality = Utrect: no such municipality in the place tables "
        "(did you mean Utrecht?)");
    text_refused(HEAD "place: {municipality: [Zwolle, GM0193]}\n",
                 "s.yaml:2:32: place.municipality = GM0193: this municipality stands there twice");
    text_refused(HEAD "place: {municipality: []}\n",
                 "s.yaml:2:23: place.municipality: from one to 1000 municipalities are expected");
    set_refused("place.municipality=[Zwole]",
                "--set place.municipality=[Zwole]: no such municipality "
                "in the place tables (did you mean Zwolle?)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(impossible_dates_are_refused),
        cmocka_unit_test(a_schedule_says_when_what_and_where),
        cmocka_unit_test(an_incident_belongs_in_the_schedule_of_a_whole_municipality),
        cmocka_unit_test(unknown_places_are_refused_with_the_nearest),
    };
    return cmocka_run_group_tests(tests, folder_enter, folder_leave);
}
