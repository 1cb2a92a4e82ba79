#include "params/levers.h"

/* A process that is a mechanism and a whole leaves out what would say otherwise. */
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

/* clang-format off */
const struct knob_row knob_rows[KNOBS] = {
    [KNOB_VISION] = {"vision", "visie", "vision",
        "Hoeveel werk er wordt gemaakt van een gedeeld beeld van oorzaken en doelen.",
        "How much work goes into a shared picture of causes and ends."},
    [KNOB_INFORMAL] = {"informal", "informele netwerken", "informal networks",
        "Hoeveel ruimte en steun mensen krijgen die elkaar helpen.",
        "How much room and support people get who help each other."},
    [KNOB_FORMAL] = {"formal", "formele voorzieningen", "formal services",
        "Hoe instellingen worden betaald en met bewoners samenwerken.",
        "How institutions are paid and how they work with residents."},
    [KNOB_ORGANISATION] = {"organisation", "gemeentelijke organisatie", "municipal organisation",
        "Hoe de gemeente zelf werkt: erop uit, met weinig regels en over grenzen heen.",
        "How the municipality itself works: outdoors, with few rules and across boundaries."},
    [KNOB_LEARNING] = {"learning", "leren", "learning",
        "Hoe bewust de gemeente leert van wat zij doet.",
        "How deliberately the municipality learns from what it does."},
};

/* A lever equals its knob unless measurement says otherwise. */
#define FOLLOWS(knob) knob, 0, 1, 0, 1, -1
const struct lever_row lever_rows[LEVERS] = {
    [CARER_SUPPORT] = {"carer_support", FOLLOWS(KNOB_INFORMAL), "sees informal carers",
        "steun voor mantelzorgers", "support for carers",
        "Mantelzorgers worden gezien en ontlast.",
        "Informal carers are seen and relieved."},
    [EMPOWERMENT] = {"empowerment", FOLLOWS(KNOB_INFORMAL), "sets people's own strength free",
        "eigen kracht", "own strength",
        "Mensen worden aangesproken op wat zij zelf en met hun omgeving kunnen.",
        "People are called upon for what they can do themselves and with those around them."},
    [RESULTS_FINANCING] = {"results_financing", FOLLOWS(KNOB_FORMAL), "from products to results",
        "betalen naar resultaat", "paying for results",
        "Aanbieders krijgen betaald voor resultaten in plaats van uren.",
        "Providers are paid for results instead of hours."},
    [FORMAL_INFORMAL_LINK] = {"formal_informal_link", FOLLOWS(KNOB_FORMAL),
        "professionals work with the network around a person",
        "professional en netwerk samen", "professionals with networks",
        "Professionals werken samen met familie, buren en vrienden.",
        "Professionals work together with family, neighbours and friends."},
    [OUTREACH] = {"outreach", FOLLOWS(KNOB_ORGANISATION), "goes out",
        "eropaf", "outreach",
        "De gemeente gaat erop uit en wacht niet tot mensen zich melden.",
        "The municipality goes out and does not wait until people come."},
    [LEAN_POLICY] = {"lean_policy", FOLLOWS(KNOB_ORGANISATION), "writes few policy papers",
        "weinig beleidsnota's", "few policy papers",
        "Er wordt minder geschreven en meer gedaan.",
        "Less is written and more is done."},
    [FLEXIBILITY] = {"flexibility", FOLLOWS(KNOB_ORGANISATION), "flexible staff and processes",
        "beweeglijkheid", "flexibility",
        "Mensen en geld gaan snel naar waar zij nodig zijn.",
        "Staff and money move quickly to where they are needed."},
    [COORDINATION] = {"coordination", FOLLOWS(KNOB_ORGANISATION),
        "takes worries off people by coordinating help",
        "hulp op elkaar afstemmen", "coordinating help",
        "Wie hulp van meer kanten krijgt, heeft er één plan en één team voor.",
        "Those helped from several sides have one plan and one team for it."},
    [ENGAGEMENT] = {"engagement", FOLLOWS(KNOB_ORGANISATION),
        "shows engagement on an equal footing",
        "betrokkenheid", "engagement",
        "De gemeente staat naast mensen, als gelijken.",
        "The municipality stands beside people, as equals."},
    [LEADERSHIP] = {"leadership", FOLLOWS(KNOB_ORGANISATION), "leaders who lead by relations",
        "leiderschap", "leadership",
        "Leidinggevenden geven het voorbeeld, en wat besloten is wordt ook gedaan.",
        "Leaders set the example, and what was decided is done."},
    [INTEGRALITY] = {"integrality", FOLLOWS(KNOB_ORGANISATION), "works across domains",
        "over domeinen heen", "across domains",
        "Geld en blik gaan over de grenzen van zorg, jeugd, werk en schulden heen.",
        "Money and view cross the borders of care, youth, work and debt."},
    [SELF_SCALING] = {"self_scaling", FOLLOWS(KNOB_ORGANISATION),
        "residents scale help up and down themselves",
        "zelf op- en afschalen", "scaling help oneself",
        "Bewoners kiezen zelf wanneer zij meer of minder hulp nodig hebben.",
        "Residents choose themselves when they need more or less help."},
    [FEEDBACK_QUALITY] = {"feedback_quality", FOLLOWS(KNOB_LEARNING),
        "reporting in service of learning",
        "leren van verantwoording", "reporting that teaches",
        "Verantwoorden dient om te leren in plaats van om te controleren.",
        "Reporting serves learning instead of control."},
    [VISION_HORIZON] = {"vision_horizon", FOLLOWS(KNOB_VISION), "long- and short-term vision",
        "lange adem", "long view",
        "De gemeente kijkt jaren vooruit voor zij oordeelt over wat zij probeert.",
        "The municipality looks years ahead before it judges what it tries."},
    [EXPERIMENTATION] = {"experimentation", FOLLOWS(KNOB_LEARNING), "tries things out",
        "uitproberen", "experimentation",
        "Er wordt vaker iets anders geprobeerd.",
        "Something else is tried more often."},
    [ERROR_TOLERANCE] = {"error_tolerance", FOLLOWS(KNOB_LEARNING), "may make mistakes",
        "fouten mogen", "room for error",
        "Wie iets probeert mag zich vergissen, en na een incident blijft men kalm.",
        "Who tries may err, and after an incident people keep calm."},
    [START_SMALL] = {"start_small", FOLLOWS(KNOB_LEARNING), "starts small",
        "klein beginnen", "starting small",
        "Iets nieuws begint in een paar wijken en wordt met de andere vergeleken.",
        "What is new begins in a few neighbourhoods and is compared with the others."},
    [PEER_LEARNING] = {"peer_learning", FOLLOWS(KNOB_LEARNING), "learns from other places",
        "leren van anderen", "learning from others",
        "De gemeente neemt over wat het in vergelijkbare gemeenten goed deed.",
        "The municipality takes over what did well in municipalities like it."},
    [DIALOGUE] = {"dialogue", FOLLOWS(KNOB_VISION), "talks about causes and ends",
        "gesprek over de bedoeling", "talk about what it is for",
        "Gemeente en organisaties praten met elkaar over oorzaken en over wat zij willen bereiken.",
        "Municipality and organisations talk with each other about causes and about what they want "
        "to reach."},
    [CITIZEN_VOICE] = {"citizen_voice", FOLLOWS(KNOB_VISION), "residents have a say",
        "stem van bewoners", "residents' voice",
        "Bewoners zitten aan tafel als het over de bedoeling gaat.",
        "Residents sit at the table when it is about what it is all for."},
};

const char *const process_names[PROCESSES] = {
    [PROCESS_DEMOGRAPHY] = "demography",
    [PROCESS_NEEDS] = "needs",
    [PROCESS_INFORMAL_SUPPORT] = "informal_support",
    [PROCESS_INTAKE] = "intake",
    [PROCESS_FORMAL_SUPPORT] = "formal_support",
    [PROCESS_SELF_RELIANCE] = "self_reliance",
    [PROCESS_TRUST] = "trust",
    [PROCESS_HISTORY] = "history",
    [PROCESS_SUPPORT_NETWORK] = "support_network",
    [PROCESS_COLLABORATION_NETWORK] = "collaboration_network",
    [PROCESS_ENTREPRENEURS] = "entrepreneurs",
    [PROCESS_PRACTICES] = "practices",
    [PROCESS_SHARED_VISION] = "shared_vision",
    [PROCESS_VISION_TO_CHOICE] = "vision_to_choice",
    [PROCESS_STEERING] = "steering",
    [PROCESS_LEARNING] = "learning",
    [PROCESS_INCIDENTS] = "incidents",
    [PROCESS_ELECTIONS] = "elections",
    [PROCESS_PEER_LEARNING] = "peer_learning",
    [PROCESS_FINANCE] = "finance",
};
const struct process_row process_rows[PROCESSES] = {
    [PROCESS_DEMOGRAPHY] = {"bevolking", "demography",
        "Mensen worden ouder, worden geboren, verhuizen en sterven.",
        "People grow older, are born, move house and die.",
        .stage = "who lives where is what all mechanisms act on, and no lever is read there"},
    [PROCESS_NEEDS] = {"problemen", "needs",
        "Problemen ontstaan, worden erger of minder en gaan over.",
        "Problems begin, grow worse or lighter, and end.",
        .stage = "without needs nobody asks, helps or waits: there is nothing left to explain"},
    [PROCESS_INFORMAL_SUPPORT] = {"informele steun", "informal support",
        "Mensen vragen en geven elkaar hulp, en raken soms overbelast.",
        "People ask and give each other help, and are sometimes overburdened."},
    [PROCESS_INTAKE] = {"toegang", "intake",
        "Mensen zoeken hulp of worden gevonden, en hun vraag wordt bekeken.",
        "People seek help or are found, and their request is looked at."},
    [PROCESS_FORMAL_SUPPORT] = {"professionele hulp", "formal support",
        "Instellingen geven hulp, met wachttijd en meer of minder resultaat.",
        "Institutions give help, with waiting and with more or less result."},
    [PROCESS_SELF_RELIANCE] = {"zelfredzaamheid", "self-reliance",
        "Hulp, of het gebrek daaraan, verandert wat mensen zelf kunnen.",
        "Help, or its lack, changes what people can do themselves."},
    [PROCESS_TRUST] = {"vertrouwen", "trust",
        "Ervaringen veranderen het vertrouwen in de gemeente.",
        "Experiences change trust in the municipality."},
    [PROCESS_HISTORY] = {"geschiedenis", "history",
        "Gehouden en gebroken beloften werken lang door tussen partijen.",
        "Kept and broken promises work on between parties for long."},
    [PROCESS_SUPPORT_NETWORK] = {"netwerk van steun", "support network",
        "Mensen leren elkaar kennen, gaan op elkaar rekenen en verliezen elkaar uit het oog.",
        "People get to know each other, come to count on each other and lose sight of each other."},
    [PROCESS_COLLABORATION_NETWORK] = {"samenwerking", "collaboration network",
        "Organisaties gaan met elkaar samenwerken en houden daar weer mee op.",
        "Organisations begin to work together and stop doing so."},
    [PROCESS_ENTREPRENEURS] = {"ondernemers", "entrepreneurs",
        "Sociale ondernemers bieden plekken om te werken en mee te doen, beginnen en houden op.",
        "Social entrepreneurs offer places to work and take part, begin and end."},
    [PROCESS_PRACTICES] = {"uitproberen", "trial and error",
        "Organisaties proberen andere werkwijzen uit en nemen ze van elkaar over.",
        "Organisations try out other ways of working and take them over from each other."},
    [PROCESS_SHARED_VISION] = {"gedeelde visie", "shared vision",
        "Partijen praten over oorzaken en doelen en komen nader tot elkaar, of niet.",
        "Parties talk about causes and ends and come closer to each other, or not."},
    [PROCESS_VISION_TO_CHOICE] = {"visie in het oordeel", "vision in judgement",
        "Wat partijen samen voor ogen staat bepaalt waarop de gemeente haar beleid beoordeelt.",
        "The picture that parties share decides by what the municipality judges its policy.",
        .part_of = "shared_vision"},
    [PROCESS_STEERING] = {"sturing", "steering",
        "De gemeente kiest hoe zij stuurt, en wat gekozen is werkt langzaam door.",
        "The municipality chooses how to steer, and what was chosen slowly comes into force."},
    [PROCESS_LEARNING] = {"leren door proberen", "learning by trying",
        "De gemeente probeert een andere sturing, kijkt wat die doet en houdt wat werkt.",
        "The municipality tries another steering, looks what it does and keeps what works.",
        .part_of = "steering"},
    [PROCESS_INCIDENTS] = {"incidenten", "incidents",
        "Er gaat iets ernstig mis, en de gemeente grijpt terug naar controle.",
        "Something goes badly wrong, and the municipality falls back on control.",
        .part_of = "steering"},
    [PROCESS_ELECTIONS] = {"verkiezingen", "elections",
        "Een nieuwe raad heeft een andere voorkeur voor ruimte of controle.",
        "A new council prefers room or control more than the last.",
        .part_of = "steering"},
    [PROCESS_PEER_LEARNING] = {"afkijken", "learning from others",
        "De gemeente neemt over wat het elders goed deed.",
        "The municipality takes over what did well elsewhere.",
        .part_of = "steering"},
    [PROCESS_FINANCE] = {"geld", "finance",
        "Budgetten worden uitgegeven, overgeheveld en overschreden.",
        "Budgets are spent, moved and overrun."},
};

static const char *const planned_levers[] = {
    "rule_room", "meeting_places",
    "entrant_openness", "collaboration_terms",
};
static const char *const planned_processes[] = {
    "initiatives", "institutions",
};
/* clang-format on */

const char *planned_name(enum planned_kind kind, size_t i)
{
    const size_t levers = sizeof planned_levers / sizeof *planned_levers;
    const size_t processes = sizeof planned_processes / sizeof *planned_processes;
    if (kind == PLANNED_LEVER)
        return i < levers ? planned_levers[i] : NULL;
    return i < processes ? planned_processes[i] : NULL;
}

bool knob_has_lever(enum knob knob)
{
    for (size_t i = 0; i < LEVERS; i++)
        if (lever_rows[i].knob == knob)
            return true;
    return false;
}

double lever_from_knob(enum lever lever, const double knobs[KNOBS])
{
    const struct lever_row *row = &lever_rows[lever];
    const double value = row->a + row->b * knobs[row->knob];
    return value < row->min ? row->min : value > row->max ? row->max : value;
}
