# Handlingsplanen
plan-none = Her kommer handlingsplanen når den er lagt inn.
plan-empty = Her kommer tiltakene når de er lagt inn i planen.
plan-lead = Planen har { $counts }. { $money }.
plan-lead-on = { $date } hadde planen { $counts }. { $money }.
plan-not-yet = { $date } fantes ikke planen ennå. Velg en senere dag, eller se planen i dag.
plan-as-of = Du ser planen slik den var
plan-in-force = Da gjaldt revisjon { $number }
plan-today = Se planen i dag
plan-pdf = Vedtatt plan som PDF
plan-json = Planen som JSON
plan-stratml = Planen som StratML (for andre plansystemer)
plan-about = Om planen
plan-all = Alle handlingsplanene
plan-money-of = { $found } av { $asked }
plan-filter = Velg tiltak
plan-filter-all = Alle
plan-filter-horizon = Horisont
plan-filter-status = Status
plan-filter-date = Slik planen var
plan-filter-show = Vis
plan-filter-shown = Viser { $shown } av { $all } tiltak.
plan-filter-none = Vis alle
plan-date-wrong-title = Datoen kan ikke brukes
plan-date-wrong = «{ $typed }» er ingen dato. Skriv år, måned og dag, slik: 2020-04-01.
plan-date-to-come = { $typed } har ikke vært ennå. Velg i dag eller en dag før.
plan-revisions = Revisjoner
plan-revisions-none = Her kommer planen slik den blir vedtatt.
plan-revision = Revisjon { $number }
plan-revision-pdf = Denne revisjonen som PDF
plan-adopted-lead = Vedtatt { $date } av { $body }. Da var det { $counts }.
plan-adopted-changed = { $count ->
    [0] Ingenting er endret siden.
    [one] Siden har ett tiltak fått ny status, kommet til eller gått ut.
   *[other] Siden har { $count } tiltak fått ny status, kommet til eller gått ut.
}
plan-since = Endret siden vedtaket
plan-since-none = Alle tiltakene har samme status som da planen ble vedtatt.
plan-since-before = Før: { $status }.
plan-since-new = Nytt i planen.
plan-since-gone = Tatt ut
plan-decision = Vedtaket
plan-adopted-by = Vedtatt av
plan-adopted-on = Dato
plan-case = Saksnummer
plan-hash = Avtrykk av innholdet (SHA-256)
plan-content = Er noe endret?
plan-intact = Nei. Innholdet er nøyaktig det som ble vedtatt: avtrykket stemmer.
plan-altered = Ja. Innholdet er ikke det som ble vedtatt: avtrykket stemmer ikke.
