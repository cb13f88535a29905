# Handlingsplanen
plan-none = Her kjem handlingsplanen når han er lagd inn.
plan-empty = Her kjem tiltaka når dei er lagde inn i planen.
plan-lead = Planen har { $counts }. { $money }.
plan-lead-on = { $date } hadde planen { $counts }. { $money }.
plan-not-yet = { $date } fanst ikkje planen enno. Vel ein seinare dag, eller sjå planen i dag.
plan-as-of = Du ser planen slik han var
plan-in-force = Då galdt revisjon { $number }
plan-today = Sjå planen i dag
plan-pdf = Vedteken plan som PDF
plan-json = Planen som JSON
plan-stratml = Planen som StratML (for andre plansystem)
plan-about = Om planen
plan-all = Alle handlingsplanane
plan-money-of = { $found } av { $asked }
plan-filter = Vel tiltak
plan-filter-all = Alle
plan-filter-horizon = Horisont
plan-filter-status = Status
plan-filter-date = Slik planen var
plan-filter-show = Vis
plan-filter-shown = Viser { $shown } av { $all } tiltak.
plan-filter-none = Vis alle
plan-date-wrong-title = Datoen kan ikkje brukast
plan-date-wrong = «{ $typed }» er ingen dato. Skriv år, månad og dag, slik: 2020-04-01.
plan-date-to-come = { $typed } har ikkje vore enno. Vel i dag eller ein dag før.
plan-revisions = Revisjonar
plan-revisions-none = Her kjem planen slik han blir vedteken.
plan-revision = Revisjon { $number }
plan-revision-pdf = Denne revisjonen som PDF
plan-adopted-lead = Vedteken { $date } av { $body }. Då var det { $counts }.
plan-adopted-changed = { $count ->
    [0] Ingenting er endra sidan.
    [one] Sidan har eitt tiltak fått ny status, kome til eller gått ut.
   *[other] Sidan har { $count } tiltak fått ny status, kome til eller gått ut.
}
plan-since = Endra sidan vedtaket
plan-since-none = Alle tiltaka har same status som då planen vart vedteken.
plan-since-before = Før: { $status }.
plan-since-new = Nytt i planen.
plan-since-gone = Teke ut
plan-decision = Vedtaket
plan-adopted-by = Vedteken av
plan-adopted-on = Dato
plan-case = Saksnummer
plan-hash = Avtrykk av innhaldet (SHA-256)
plan-content = Er noko endra?
plan-intact = Nei. Innhaldet er nøyaktig det som vart vedteke: avtrykket stemmer.
plan-altered = Ja. Innhaldet er ikkje det som vart vedteke: avtrykket stemmer ikkje.
