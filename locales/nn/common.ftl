# Ord som står på fleire sider
language-nb = Bokmål
language-nn = Nynorsk
language-en = English
language-menu = Språk
skip-to-content = Hopp til innhaldet
menu = Meny
main-menu = Hovudmeny
you-are-here = Du er her
sign-in = Logg inn
sign-out = Logg ut
workspace = Arbeidsrom
public-site = Offentleg side
example = Døme
example-explained = Døme: laga for å vise korleis det verkar, ikkje eit faktum.
nav-goals = Mål
nav-plan = Handlingsplan
nav-guiding-plans = Planar
nav-hearings = Medverknad
nav-figures = Tal
nav-organisations = Organisasjonar
nav-about = Om
footer-figures = Tala: { $sources }
footer-accessibility = Tilgjenge
footer-privacy = Personvern
footer-api = API
footer-about = Om programmet
page-title = { $title } – { $programme }
source = Kjelde: { $publisher }
source-table = Kjelde: { $publisher }, tabell { $table }
fetched = henta { $date }
show-as-table = Sjå tala som tabell
download-csv = Last ned som CSV
no-number = ikkje oppgitt

# Einingar
unit-persons = { $count ->
    [one] innbyggjar
   *[other] innbyggjarar
}
unit-jobs = { $count ->
    [one] arbeidsplass
   *[other] arbeidsplassar
}
unit-enterprises = { $count ->
    [one] verksemd
   *[other] verksemder
}
unit-visitors = { $count ->
   *[other] besøkjande
}
unit-overnight-stays = { $count ->
    [one] overnatting
   *[other] overnattingar
}
unit-dwellings = { $count ->
    [one] bustad
   *[other] bustader
}
unit-kroner = kroner
unit-percent = prosent

# Periodar
period-kind-day = på éin dag
period-kind-month = kalendermånad
period-kind-quarter = kvartal
period-kind-year = kalenderår
period-kind-year-to-date = hittil i år
period-kind-twelve-months = tolv månader
period-quarter = { $number }. kvartal { $year }
period-year-to-date = januar–{ $month } { $year } (hittil i år)
period-twelve-months = tolv månader til { $month } { $year }

# Teikn i staden for tal
missing-not-applicable = tal kan ikkje førekome
missing-not-available = tal finst ikkje
missing-confidential = tal kan ikkje visast, av omsyn til personvernet
missing-not-yet-available = tal kjem seinare
missing-nil = ingenting er talt, og kjelda oppgjev ikkje noko tal
missing-suppressed = tal kan ikkje visast, fordi det er for lite

# Statusar og horisontar
status-planned = Planlagd
status-running = I rute
status-delayed = Forseinka
status-paused = På vent
status-done = Ferdig
status-dropped = Stoppa
status-replaced = Erstatta
horizon-immediate = Strakstiltak
horizon-this-year = Dette året
horizon-long-term = Langsiktig

# Feil
error-404-title = Denne sida finst ikkje
error-404-lead = Adressa kan vere skriven feil, eller sida kan ha flytta. Ingenting er gått tapt.
error-410-title = Denne sida er teken bort
error-410-lead = Det som stod her, er ikkje lenger ein del av programmet. Det står framleis i planen slik han var.
error-403-title = Du har ikkje tilgang til dette
error-403-lead = Du kan sjå og endre det som høyrer til rolla di. Spør programleiaren om du meiner at dette er feil.
error-405-title = Det går ikkje å gjere dette her
error-405-lead = Gå tilbake og prøv knappen på sida ein gong til.
error-413-title = Det du sende, er for stort
error-413-lead = Kort ned teksten og prøv igjen.
error-414-title = Adressa er for lang
error-414-lead = Gå til framsida og finn vegen derifrå.
error-422-title = Noko manglar eller er skrive feil
error-422-lead = Det du sende, kunne ikkje lesast. Gå tilbake og prøv igjen.
error-csrf-title = Skjemaet er for gammalt
error-csrf-lead = Opne sida på nytt og send skjemaet ein gong til. Ingenting er endra.
error-500-title = Noko gjekk gale hos oss
error-500-lead = Feilen er skriven i loggen. Prøv igjen om litt. Ingenting er gått tapt.
error-503-title = Her er det trongt akkurat no
error-503-lead = Prøv igjen om litt. Ingenting er gått tapt.
error-to-front = Til framsida
error-summary-title = Rett opp dette for å lagre
