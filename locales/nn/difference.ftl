# Endringane i ein plan
difference-title = Endringar frå { $from } til { $to }
difference-revision = revisjon { $number }
difference-and = { $first } og { $last }
difference-goals-stand = Måla står. Planen er endra.
difference-goals-changed = Både mål og plan er endra.
difference-plan-stands = Måla og planen står.
difference-nothing = Ingenting er endra.
difference-adopted = Revisjon { $number } blei vedteken { $date }.
difference-adopted-by = { $body } vedtok revisjon { $number } den { $date }.
difference-adopted-by-case = { $body } vedtok revisjon { $number } den { $date } (sak { $case }).
difference-between = Slik er planen endra frå { $from } til { $to }.
difference-of = { $count ->
    [one] Av eitt tiltak er { $parts }.
   *[other] Av { $shown } tiltak er { $parts }.
}
difference-count-kept = { $count } behaldne
difference-count-changed = { $count } endra
difference-count-paused = { $count } sette på vent
difference-count-stopped = { $count } stoppa
difference-count-replaced = { $count } erstatta
difference-count-removed = { $count } tekne ut
difference-count-new = { $count ->
    [0] Ingen er nye.
    [one] Eitt er nytt.
   *[other] { $shown } er nye.
}
difference-fate-kept = Behalde
difference-fate-changed = Endra
difference-fate-paused = Sett på vent
difference-fate-stopped = Stoppa
difference-fate-replaced = Erstatta
difference-fate-removed = Teke ut
difference-fate-new = Nytt
difference-status-planned = Planlagt { $date }
difference-status-running = I gang { $date }
difference-status-delayed = Forseinka { $date }
difference-status-paused = Sett på vent { $date }
difference-status-done = Ferdig { $date }
difference-status-dropped = Stoppa { $date }
difference-status-replaced = Erstatta { $date }
difference-field-title = Tittel
difference-field-sentence = Målsetjing
difference-field-body = Tekst
difference-field-status = Status
difference-field-focus-area = Satsingsområde
difference-field-focus-areas = Satsingsområde
difference-field-goals = Mål
difference-field-depends-on = Avheng av
difference-field-assumptions = Dette må stemme
difference-field-horizon = Horisont
difference-field-responsible = Ansvarleg
difference-field-executing = Utfører
difference-field-contributing = Bidreg
difference-field-starts = Startar
difference-field-ends = Ferdig
difference-field-cost = Kostar
difference-field-budget = Pengar
difference-field-target = Målbane
difference-field-owner = Ansvarleg
difference-field-serves = Byggjer opp under
difference-field-plan = Plan
difference-field-from = Kom inn i planen
difference-field-source = Kjelde
difference-field-example = Døme
difference-field-order = Plass i rekkja
difference-field-indicator = Indikator
difference-field-id = Namn i adresser
difference-other-plan = Det høyrer til ein annan plan.
difference-other-from = Dagen det kom inn i planen, er ein annan.
difference-other-source = Kjelda er ei anna.
difference-other-example = Det er merkt på nytt om det er eit døme eller ikkje.
difference-other-order = Det har fått ein annan plass i rekkja.
difference-other-indicator = Det blir målt med eit anna tal.
difference-other-id = Han har fått eit anna namn i adresser.
difference-other-budget = { $funder } { $year }: merkt på nytt om beløpet er eit døme eller ikkje.
difference-pledged = { $funder }, lova { $year }
difference-delivered = Levert til no: { $after } (før: { $before })
difference-money-caption = er lova til tiltaka
difference-money-caption-moved = er lova til tiltaka. { $parts }.
difference-money-moved = { $amount } er flytta til andre tiltak
difference-money-gone = { $amount } er falne bort
difference-money-come = { $amount } er nye
difference-hours-caption = arbeid er lova
difference-long-term-caption = av pengane går til det som verkar på lang sikt
difference-rate-caption = i året må det vekse for å nå målet «{ $goal }», med dei tala som var kjende
difference-goals = Måla
difference-goals-same = { $count ->
    [one] Vekstmålet står som før.
   *[other] Alle dei { $count } vekstmåla står som før, med same målbane.
}
difference-goal-stands = Målet står
difference-goal-repathed = Målet står, vegen er ny
difference-goal-changed = Målet er endra
difference-frame = Planen sjølv
difference-deleted = fjerna: 
difference-inserted = nytt: 
difference-replaced-by = Det som kom i staden:
difference-decided = Avgjort { $date } av { $by }.
difference-decided-case = Avgjort { $date } av { $by }, sak { $case }.
difference-after-input = Endra etter innspel
difference-kept-news = { $count ->
    [one] Eitt tiltak som står, med nytt å melde
   *[other] { $count } tiltak som står, med nytt å melde
}
difference-kept-same = { $count ->
    [one] Eitt tiltak står nøyaktig som før
   *[other] { $count } tiltak står nøyaktig som før
}
difference-kept-more = { $count } til står i planen.
difference-see-plan = Sjå heile planen
difference-named = Namn, føresetnader og tal som er endra
difference-named-programme = Programmet
difference-named-organisation = Organisasjon
difference-named-focus-area = Satsingsområde
difference-named-assumption = Føresetnad
difference-named-indicator = Indikator
difference-named-series = Talserie
difference-named-new = ny i planen
difference-named-gone = ikkje lenger i planen
difference-named-changed = endra
difference-pdf = Endringane som PDF
difference-plan-pdf = Heile planen som PDF
difference-json = Endringane som JSON
difference-before-whole = Planen før
difference-after-whole = Planen etter
difference-compare = Samanlikn to utgåver
difference-compare-from = Frå
difference-compare-to = Til
difference-compare-day = eller ein dag
difference-compare-show = Vis endringane
difference-compare-revision = Revisjon { $number }, { $date }
difference-compare-today = Planen i dag
difference-none-yet = Planen er ikkje vedteken enno. Når han er det, står det her kva som er endra frå ein revisjon til den neste.
difference-wrong-title = Utgåvene kan ikkje samanliknast
difference-wrong = «{ $typed }» er verken ein revisjon av denne planen eller ein dag. Vel frå lista, eller skriv år, månad og dag, slik: 2020-04-01.
difference-wrong-to-come = { $typed } har ikkje vore enno. Vel i dag eller ein dag før.
difference-wrong-before = Planen fanst ikkje { $typed }. Vel ein seinare dag.
difference-page = Side { $number } av { $pages }
difference-pages = Sider med endringar
difference-see = Sjå kva som er endra, og kvifor
difference-see-since = Sjå alt som er endra sidan
difference-from-to = frå { $from } til { $to }
difference-pledged-all = { $amount } lova
difference-measure = Sjå tiltaket
difference-frame-changed = Teksten i sjølve planen er endra
difference-floor-crossed = Det langsiktige får mindre enn golvet på { $floor } %.
difference-by = avgjort av { $by }
difference-by-case = avgjort av { $by }, sak { $case }
