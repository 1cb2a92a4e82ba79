#include "process/demography_turnover.h"

#include "process/demography_keeping.h"

/* Children of a family that arrives, on average (demography_arriving.c); years that a parent is
 * older. */
static const double CHILDREN = 1.71;
enum { ADULT = 18, GENERATION = 30 };

/* Who comes in a run for each that is counted here: others go to long-term care, and people grow
 * older. 1.12 to 1.22 in five of the example municipalities, from month 25 to 120. */
static const double BESIDE = 1.17;

/* Of those who come in their twenties some have gone again within the year. */
static double stays(int age)
{
    return age >= 23 && age < 30 ? 0.8 : 1;
}

/* Of a year: residents that others must come for, and children who leave home and stay. */
struct balance {
    double residents, lost, staying;
};

/* The chance a year of leaving the area by moving. */
static double moving_away(const struct scenario *scenario, int age)
{
    const struct demography_params *p = &scenario->params.demography;
    return scenario->places.rates[age < AGES ? age : AGES - 1].moving * p->moving_factor *
           p->moving_out * (1 - p->moving_local);
}

static double children_of(const struct position_row *row)
{
    const double heads = 1 - row->share[SHARE_CHILD];
    return heads > 0
               ? CHILDREN *
                     (row->share[SHARE_PARTNER_CHILDREN] / 2 + row->share[SHARE_SINGLE_PARENT]) /
                     heads
               : 0;
}

/* Adds `count` residents of one age and position. */
static void add_up(struct balance *balance, const struct scenario *scenario,
                   const struct keeping *keeping, int age, enum position position, double count)
{
    const struct demography_params *p = &scenario->params.demography;
    const struct rates_row *rates = &scenario->places.rates[age];
    balance->residents += count;
    balance->lost +=
        count * (rates->death * p->death_factor - rates->birth * p->birth_factor * keeping->births);
    if (position != POSITION_CHILD) {
        balance->lost +=
            count * (moving_away(scenario, age) + keeping->emptying[age] * p->moving_factor);
        return;
    }
    const double leaving = age < ADULT ? 0 : keeping_leaving_home(keeping, p, age);
    balance->lost += count * (leaving * keeping->away[age] +
                              (1 - leaving) * moving_away(scenario, age + GENERATION));
    balance->staying += count * leaving * (1 - keeping->away[age]);
}

/* The last band is open. */
static double years_of_band(int age)
{
    return keeping_five(age) < AGE_FIVES - 1 ? 5 : AGES - 5 * (AGE_FIVES - 1);
}

static struct balance find_balance(const struct scenario *scenario, const struct world *world,
                                   const struct keeping *keeping, size_t municipality)
{
    const uint32_t *settled =
        world->municipalities.settled + municipality * AGE_FIVES * POSITION_KINDS;
    struct balance balance = {0};
    for (int age = 0; age < AGES; age++)
        for (int p = 0; p < POSITION_KINDS; p++)
            add_up(&balance, scenario, keeping, age, (enum position)p,
                   settled[keeping_five(age) * POSITION_KINDS + p] / years_of_band(age));
    return balance;
}

/* As likely at each age as arrivals have it (demography_arriving.c), whatever their number; returns
 * how many that would be in a year, of those in the table. */
static double find_coming(struct turnover *turnover, const struct scenario *scenario,
                          const struct keeping *keeping)
{
    double come = 0;
    for (int age = ADULT; age < AGES; age++) {
        turnover->heads[age] = keeping_heads(keeping, age);
        if (turnover->heads[age] <= 0)
            continue;
        const double coming = keeping_coming(keeping, moving_away(scenario, age), age);
        turnover->coming[age] = coming / turnover->heads[age];
        come += keeping->density[age] * coming * (1 + children_of(keeping->positions[age]));
    }
    return come;
}

void demography_turnover(struct turnover *turnover, const struct scenario *scenario,
                         const struct world *world, size_t municipality)
{
    struct keeping keeping;
    keeping_find(&keeping, &scenario->params.demography, &scenario->places, world, municipality);
    const struct balance balance = find_balance(scenario, world, &keeping, municipality);
    *turnover = (struct turnover){.staying = 0};
    const double come = find_coming(turnover, scenario, &keeping);
    double all = 0;
    for (int age = 0; age < AGES; age++)
        all += keeping.density[age];
    const bool goes_on = balance.lost > 0 && come > 0;
    const double times = goes_on ? BESIDE * balance.lost / balance.residents * all / come : 0;
    for (int age = ADULT; age < AGES; age++)
        turnover->coming[age] *= times * stays(age) / 12;
    turnover->staying = goes_on ? balance.staying / balance.lost : 0;
}
