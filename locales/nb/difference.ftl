# Endringene i en plan
difference-title = Endringer fra { $from } til { $to }
difference-revision = revisjon { $number }
difference-and = { $first } og { $last }
difference-goals-stand = Målene står. Planen er endret.
difference-goals-changed = Både mål og plan er endret.
difference-plan-stands = Målene og planen står.
difference-nothing = Ingenting er endret.
difference-adopted = Revisjon { $number } ble vedtatt { $date }.
difference-adopted-by = { $body } vedtok revisjon { $number } den { $date }.
difference-adopted-by-case = { $body } vedtok revisjon { $number } den { $date } (sak { $case }).
difference-between = Slik er planen endret fra { $from } til { $to }.
difference-of = { $count ->
    [one] Av ett tiltak er { $parts }.
   *[other] Av { $shown } tiltak er { $parts }.
}
difference-count-kept = { $count } beholdt
difference-count-changed = { $count } endret
difference-count-paused = { $count } satt på vent
difference-count-stopped = { $count } stoppet
difference-count-replaced = { $count } erstattet
difference-count-removed = { $count } tatt ut
difference-count-new = { $count ->
    [0] Ingen er nye.
    [one] Ett er nytt.
   *[other] { $shown } er nye.
}
difference-fate-kept = Beholdt
difference-fate-changed = Endret
difference-fate-paused = Satt på vent
difference-fate-stopped = Stoppet
difference-fate-replaced = Erstattet
difference-fate-removed = Tatt ut
difference-fate-new = Nytt
difference-status-planned = Planlagt { $date }
difference-status-running = I gang { $date }
difference-status-delayed = Forsinket { $date }
difference-status-paused = Satt på vent { $date }
difference-status-done = Ferdig { $date }
difference-status-dropped = Stoppet { $date }
difference-status-replaced = Erstattet { $date }
difference-field-title = Tittel
difference-field-sentence = Målsetning
difference-field-body = Tekst
difference-field-status = Status
difference-field-focus-area = Satsingsområde
difference-field-focus-areas = Satsingsområder
difference-field-goals = Mål
difference-field-depends-on = Avhenger av
difference-field-assumptions = Dette må stemme
difference-field-horizon = Horisont
difference-field-responsible = Ansvarlig
difference-field-executing = Utfører
difference-field-contributing = Bidrar
difference-field-starts = Starter
difference-field-ends = Ferdig
difference-field-cost = Koster
difference-field-budget = Penger
difference-field-target = Målbane
difference-field-owner = Ansvarlig
difference-field-serves = Bygger opp under
difference-field-plan = Plan
difference-field-from = Kom inn i planen
difference-field-source = Kilde
difference-field-example = Eksempel
difference-field-order = Plass i rekken
difference-field-indicator = Indikator
difference-field-id = Navn i adresser
difference-other-plan = Det hører til en annen plan.
difference-other-from = Dagen det kom inn i planen, er en annen.
difference-other-source = Kilden er en annen.
difference-other-example = Det er merket på nytt om det er et eksempel eller ikke.
difference-other-order = Det har fått en annen plass i rekken.
difference-other-indicator = Det måles med et annet tall.
difference-other-id = Den har fått et annet navn i adresser.
difference-other-budget = { $funder } { $year }: merket på nytt om beløpet er et eksempel eller ikke.
difference-pledged = { $funder }, lovet { $year }
difference-delivered = Levert til nå: { $after } (før: { $before })
difference-money-caption = er lovet til tiltakene
difference-money-caption-moved = er lovet til tiltakene. { $parts }.
difference-money-moved = { $amount } er flyttet til andre tiltak
difference-money-gone = { $amount } er falt bort
difference-money-come = { $amount } er nye
difference-hours-caption = arbeid er lovet
difference-long-term-caption = av pengene går til det som virker på lang sikt
difference-rate-caption = i året må det vokse for å nå målet «{ $goal }», med de tallene som var kjent
difference-goals = Målene
difference-goals-same = { $count ->
    [one] Vekstmålet står som før.
   *[other] Alle de { $count } vekstmålene står som før, med samme målbane.
}
difference-goal-stands = Målet står
difference-goal-repathed = Målet står, veien er ny
difference-goal-changed = Målet er endret
difference-frame = Planen selv
difference-deleted = fjernet: 
difference-inserted = nytt: 
difference-replaced-by = Det som kom i stedet:
difference-decided = Besluttet { $date } av { $by }.
difference-decided-case = Besluttet { $date } av { $by }, sak { $case }.
difference-after-input = Endret etter innspill
difference-kept-news = { $count ->
    [one] Ett beholdt tiltak med nytt å melde
   *[other] { $count } beholdte tiltak med nytt å melde
}
difference-kept-same = { $count ->
    [one] Ett tiltak står nøyaktig som før
   *[other] { $count } tiltak står nøyaktig som før
}
difference-kept-more = { $count } til står i planen.
difference-see-plan = Se hele planen
difference-named = Navn, forutsetninger og tall som er endret
difference-named-programme = Programmet
difference-named-organisation = Organisasjon
difference-named-focus-area = Satsingsområde
difference-named-assumption = Forutsetning
difference-named-indicator = Indikator
difference-named-series = Tallserie
difference-named-new = ny i planen
difference-named-gone = ikke lenger i planen
difference-named-changed = endret
difference-pdf = Endringene som PDF
difference-plan-pdf = Hele planen som PDF
difference-json = Endringene som JSON
difference-before-whole = Planen før
difference-after-whole = Planen etter
difference-compare = Sammenlign to utgaver
difference-compare-from = Fra
difference-compare-to = Til
difference-compare-day = eller en dag
difference-compare-show = Vis endringene
difference-compare-revision = Revisjon { $number }, { $date }
difference-compare-today = Planen i dag
difference-none-yet = Planen er ikke vedtatt ennå. Når den er det, står det her hva som er endret fra en revisjon til den neste.
difference-wrong-title = Utgavene kan ikke sammenlignes
difference-wrong = «{ $typed }» er verken en revisjon av denne planen eller en dag. Velg fra listen, eller skriv år, måned og dag, slik: 2020-04-01.
difference-wrong-to-come = { $typed } har ikke vært ennå. Velg i dag eller en dag før.
difference-wrong-before = Planen fantes ikke { $typed }. Velg en senere dag.
difference-page = Side { $number } av { $pages }
difference-pages = Sider med endringer
difference-see = Se hva som er endret, og hvorfor
difference-see-since = Se alt som er endret siden
difference-from-to = fra { $from } til { $to }
difference-pledged-all = { $amount } lovet
difference-measure = Se tiltaket
difference-frame-changed = Planens egen tekst er endret
difference-floor-crossed = Det langsiktige får mindre enn gulvet på { $floor } %.
difference-by = besluttet av { $by }
difference-by-case = besluttet av { $by }, sak { $case }
