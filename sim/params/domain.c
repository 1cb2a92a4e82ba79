#include "params/domain.h"

const char *const domain_names[DOMAINS] = {
    [CARE] = "care",           [YOUTH] = "youth", [WORK] = "work",
    [EDUCATION] = "education", [DEBT] = "debt",   [SOCIAL] = "social",
};

const char *const domain_names_nl[DOMAINS] = {
    [CARE] = "zorg",           [YOUTH] = "jeugd",   [WORK] = "werk",
    [EDUCATION] = "onderwijs", [DEBT] = "schulden", [SOCIAL] = "meedoen",
};

const char *const age_band_names[AGE_BANDS] = {"0_4",   "5_11",  "12_17", "18_22", "23_29",
                                               "30_44", "45_59", "60_74", "75_84", "85_plus"};

const int age_band_from[AGE_BANDS] = {0, 5, 12, 18, 23, 30, 45, 60, 75, 85};

int age_band(int years)
{
    int band = AGE_BANDS - 1;
    while (band > 0 && years < age_band_from[band])
        band--;
    return band;
}
