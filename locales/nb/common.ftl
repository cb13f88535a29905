# Ord som står på flere sider
language-nb = Bokmål
language-nn = Nynorsk
language-en = English
language-menu = Språk
skip-to-content = Hopp til innholdet
menu = Meny
main-menu = Hovedmeny
you-are-here = Du er her
sign-in = Logg inn
sign-out = Logg ut
workspace = Arbeidsrom
public-site = Offentlig side
example = Eksempel
example-explained = Eksempel: laget for å vise hvordan det virker, ikke et faktum.
nav-goals = Mål
nav-plan = Handlingsplan
nav-guiding-plans = Planer
nav-hearings = Medvirkning
nav-figures = Tall
nav-organisations = Organisasjoner
nav-about = Om
footer-figures = Tallene: { $sources }
footer-accessibility = Tilgjengelighet
footer-privacy = Personvern
footer-api = API
footer-about = Om programmet
page-title = { $title } – { $programme }
source = Kilde: { $publisher }
source-table = Kilde: { $publisher }, tabell { $table }
fetched = hentet { $date }
show-as-table = Se tallene som tabell
download-csv = Last ned som CSV
no-number = ikke oppgitt

# Enheter
unit-persons = { $count ->
    [one] innbygger
   *[other] innbyggere
}
unit-jobs = { $count ->
    [one] arbeidsplass
   *[other] arbeidsplasser
}
unit-enterprises = { $count ->
    [one] virksomhet
   *[other] virksomheter
}
unit-visitors = { $count ->
   *[other] besøkende
}
unit-overnight-stays = { $count ->
    [one] overnatting
   *[other] overnattinger
}
unit-dwellings = { $count ->
    [one] bolig
   *[other] boliger
}
unit-kroner = kroner
unit-percent = prosent

# Perioder
period-kind-day = på én dag
period-kind-month = kalendermåned
period-kind-quarter = kvartal
period-kind-year = kalenderår
period-kind-year-to-date = hittil i år
period-kind-twelve-months = tolv måneder
period-quarter = { $number }. kvartal { $year }
period-year-to-date = januar–{ $month } { $year } (hittil i år)
period-twelve-months = tolv måneder til { $month } { $year }

# Tegn i stedet for tall
missing-not-applicable = tall kan ikke forekomme
missing-not-available = tall finnes ikke
missing-confidential = tall kan ikke vises, av hensyn til personvernet
missing-not-yet-available = tall kommer senere
missing-nil = ingenting er telt, og kilden oppgir ikke noe tall
missing-suppressed = tall kan ikke vises, fordi det er for lite

# Statuser og horisonter
status-planned = Planlagt
status-running = I rute
status-delayed = Forsinket
status-paused = På vent
status-done = Ferdig
status-dropped = Stoppet
status-replaced = Erstattet
horizon-immediate = Strakstiltak
horizon-this-year = Dette året
horizon-long-term = Langsiktig

# Feil
error-404-title = Denne siden finnes ikke
error-404-lead = Adressen kan være skrevet feil, eller siden kan ha flyttet. Ingenting er gått tapt.
error-410-title = Denne siden er tatt bort
error-410-lead = Det som sto her, er ikke lenger en del av programmet. Det står fortsatt i planen slik den var.
error-403-title = Du har ikke tilgang til dette
error-403-lead = Du kan se og endre det som hører til rollen din. Spør programlederen om du mener at dette er feil.
error-405-title = Det går ikke å gjøre dette her
error-405-lead = Gå tilbake og prøv knappen på siden en gang til.
error-413-title = Det du sendte, er for stort
error-413-lead = Kort ned teksten og prøv igjen.
error-414-title = Adressen er for lang
error-414-lead = Gå til forsiden og finn veien derfra.
error-422-title = Noe mangler eller er skrevet feil
error-422-lead = Det du sendte, kunne ikke leses. Gå tilbake og prøv igjen.
error-csrf-title = Skjemaet er for gammelt
error-csrf-lead = Åpne siden på nytt og send skjemaet en gang til. Ingenting er endret.
error-500-title = Noe gikk galt hos oss
error-500-lead = Feilen er skrevet i loggen. Prøv igjen om litt. Ingenting er gått tapt.
error-503-title = Her er det trangt akkurat nå
error-503-lead = Prøv igjen om litt. Ingenting er gått tapt.
error-to-front = Til forsiden
error-summary-title = Rett opp dette for å lagre
