#include "output/fields_dutch.h"

#include <string.h>

enum { MOST_NAMES = 64 };

/* Each table up to its first row without a column. */
static const struct {
    const char *column, *name;
} names[TABLES][MOST_NAMES] = {
    [TABLE_RESIDENTS] =
        {
            {"neighbourhood", "wijk: plaats op de as neighbourhood, vanaf 0"},
            {"id", "nummer van de persoon"},
            {"birth", "maand van geboorte, geteld vanaf het begin"},
            {"next", "volgende persoon in het huishouden, in een kring"},
            {"position", "positie in het huishouden"},
            {"traits",
             "bits: 1 laag inkomen, 2 deze maand meer gevraagd dan er gegeven kan worden"},
            {"needs", "bit per levensdomein: heeft een zorg"},
            {"known", "bit per levensdomein: de gemeente kent de zorg"},
            {"ended", "bit per levensdomein: een zorg is voorbij en kan terugkomen"},
            {"worst", "ernst van de ergste zorg"},
            {"self_reliance", "zelfredzaamheid"},
            {"trust", "vertrouwen in de gemeente"},
            {"strain", "belasting door het zorgen"},
            {"burnout", "maanden die uitval door overbelasting nog duurt"},
            {"care_months", "maanden achtereen dat iemand minstens een uur per week helpt"},
            {"willingness", "bereidheid om te helpen"},
            {"available", "deel van wat een helper kan geven dat gevraagd kan worden"},
            {"demand", "uren die deze maand aan de helper zijn gevraagd"},
            {"given", "uren hulp die iemand deze maand gaf"},
            {"membership", "initiatief waar iemand lid van is: de rij plus een, 0 voor geen"},
            {"vision_cause", "kijk op oorzaken: van persoon tot omstandigheden"},
            {"vision_result", "kijk op het doel: van prestatie tot kwaliteit van leven"},
            {"news", "bits: 1 vertrokken, 2 verhuisd, 4 goede ervaring, 8 slechte ervaring, "
                     "16 gekomen, 32 overleden"},
            {"heard", "ervaringen van bekenden: goede in de lage vier bits, slechte in de hoge"},
            {"occupants", "hoeveel mensen deze plaats heeft gehad"},
        },
    [TABLE_NEEDS] =
        {
            {"resident", "van wie de zorg is"},
            {"domain", "levensdomein"},
            {"flags", "bits: 1 chronisch, 2 bestaand aanbod, 4 geholpen, 8 gesprek, 16 voorbij, "
                      "32 termijn beoordeeld"},
            {"provider", "plek van het contract dat helpt, 255 voor geen"},
            {"terms", "deel van de vergoeding dat van het resultaat afhangt, zo afgesproken"},
            {"scaling", "stappen op of af die de inwoner koos"},
            {"waiting", "maanden bekend zonder formele hulp"},
            {"alone", "maanden bekend boven 0,4 zonder enige helper"},
            {"complexity", "complexiteit van het huishouden, deze maand"},
            {"since", "maanden sinds de laatste ervaring"},
            {"spell", "maanden sinds het begin"},
            {"asked_of", "bit per band van de inwoner: deze maand gevraagd"},
            {"place", "werkplek: de rij plus een, in de gemeente, van de ondernemer; 0 geen, "
                      "65535 een baan"},
            {"place_hours", "uren hulp die de werkplek gaf"},
            {"severity", "ernst"},
            {"pace", "tempo van het beloop"},
            {"net", "uren die nodig zijn, zonder wat eigen kracht doet"},
            {"asked", "uren die aan bekenden zijn gevraagd"},
            {"informal", "vervangbare uren die bekenden gaven"},
            {"initiative", "vervangbare uren die initiatieven gaven"},
            {"presence", "uren dat bekenden er waren"},
            {"formal", "uren formele hulp"},
            {"effectiveness", "effectiviteit van de formele uren"},
        },
    [TABLE_SUPPORT_TIES] =
        {
            {"ego", "wie op de ander rekent"},
            {"alter", "op wie gerekend wordt"},
            {"kind", "soort band"},
            {"strength", "sterkte van de band"},
        },
    [TABLE_ORGANISATIONS] =
        {
            {"kind", "soort organisatie"},
            {"municipality", "gemeente waarin zij werkt"},
            {"domains", "bit per levensdomein waarin zij helpt"},
            {"founded", "maand van oprichting, geteld vanaf het begin"},
            {"self_interest", "gewicht van eigenbelang tegenover dat van de cliënt"},
            {"openness", "openheid over wrijving tussen eigenbelang en dat van de cliënt"},
            {"network_effort", "deel van de inzet dat naar partners gaat"},
            {"friction", "opgehoopte wrijving die niet is uitgesproken"},
            {"vision", "visie: oorzaak en doel, van -1 tot 1"},
            {"anchor", "visie waarnaar zij terugkeert"},
            {"trust", "vertrouwen in de gemeente"},
            {"alignment", "overeenstemming met de gemeente"},
            {"drift", "deel van het effect van haar uren dat aan eigenbelang opgaat"},
            {"hours", "uren bij cliënten, deze maand"},
            {"paid", "betaalde uren, deze maand"},
            {"hours_pay", "betaald voor uren, deze maand, per levensdomein"},
            {"results_pay", "betaald voor zorgen die voorbij zijn, deze maand, per levensdomein"},
            {"income", "inkomsten van deze maand, voor uren en resultaten"},
            {"cost", "betaalde uren van deze maand tegen hun prijs"},
            {"charged", "betaalde uren van deze maand tegen de prijs van haar contracten"},
            {"expenses", "wat het werk en de stilstand van deze maand haar kosten"},
            {"capacity", "uren die haar mensen per maand kunnen geven, tegen hun prijs"},
            {"margin", "inkomsten min kosten als deel van haar capaciteit, lopend gemiddelde"},
            {"effect", "uren bij cliënten, elk maal de effectiviteit, deze maand"},
            {"outcome", "effectiviteit van haar uren, lopend gemiddelde; 0 zolang onbekend"},
            {"voiced", "deel van de uren dat het uitspreken van wrijving kost"},
            {"routine", "hoe vast haar manier van werken zit"},
            {"attraction", "aantrekkelijkheid van elke mate van netwerken"},
            {"experience", "jaren ervaring achter deze aantrekkelijkheid"},
            {"aspiration", "opbrengst die zij gewend is"},
            {"idle", "maanden zonder contract, hoogstens 255"},
            {"uncovered", "deel van haar kosten dat inkomsten openlieten, lopend gemiddelde"},
            {"reserve", "reserve"},
            {"network_position", "netwerkpositie, van 0 alleenstaand tot 1 verbonden"},
            {"steering", "sturing waaronder zij werkt, gewogen naar uren"},
            {"quadrant", "kwadrant van sturing en netwerkpositie"},
            {"practice",
             "werkwijze, per levensdomein: boven 0 beter bij complexe zorgen dan gewoon"},
            {"proven", "werkwijze waarop zij terugvalt als een proef mislukt, per levensdomein"},
        },
    [TABLE_COLLABORATION_TIES] =
        {
            {"from", "organisatie die de ander noemt"},
            {"to", "organisatie die wordt genoemd; het grootste getal voor een lege plek"},
            {"strength", "sterkte van de samenwerking"},
        },
    [TABLE_INITIATIVES] =
        {
            {"neighbourhood", "wijk waar het begon"},
            {"domain", "levensdomein"},
            {"founder", "inwoner die ermee begon"},
            {"members", "aantal leden"},
            {"joined", "leden die deze maand meegingen doen"},
            {"energy", "energie"},
            {"dependence", "deel van de energie dat aan de oprichter hangt"},
            {"formality", "formaliteit"},
            {"funding", "deel van de kosten dat de gemeente betaalt"},
            {"record", "zorgen die met zijn hulp voorbijgingen op elke 100 toegezegde uren, "
                       "hoogstens 1, lopend gemiddelde"},
            {"offered", "uren die leden deze maand toezegden"},
            {"hours", "uren die zij deze maand gaven"},
            {"grant", "betaald door de gemeente, deze maand"},
            {"rest", "maanden tot het weer mag uitdagen"},
        },
};

const char *fields_dutch(enum fields_table table, const char *column)
{
    for (size_t i = 0; i < MOST_NAMES && names[table][i].column; i++)
        if (strcmp(names[table][i].column, column) == 0)
            return names[table][i].name;
    return NULL;
}
