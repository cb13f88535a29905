# Hendelser
workspace-nav-shocks = Hendelser
shocks-lead = Når noe bryter det planen bygger på, melder du det her. Planen endres ikke av det. Tiltakene som hviler på det som brast, legges i en kø, og dere avgjør ett og ett.
shocks-declared = Meldte hendelser
shocks-none = Her kommer hendelsene når noen melder en.
shocks-proposed = Tall over grensen
shocks-proposed-lead = Disse tallene viser at en forutsetning kan være brutt.
shock-declare = Meld en hendelse
shock-declare-this = Meld som hendelse
shock-declare-button = Meld hendelsen
shock-declare-lead = Si hva som har hendt, og hva det gjør med det planen bygger på. Hendelsen vises for alle. Ingenting i planen endres før noen har vedtatt det.
shock-edit = Endre hendelsen
shock-edit-title = Endre { $title }
shock-title-hint = Kort, og gjerne med datoen.
shock-date-hint = Dagen da det skjedde. Det som var i planen da, kan komme i køen.
shock-body-hint = Hva som skjedde, og hva dere vet om følgene.
shock-assumptions = Hva gjelder fortsatt?
shock-assumptions-lead = Det som er svekket eller brutt, tar med seg alt som hviler på det.
shock-rests = { $measures ->
    [0] Ingen åpne tiltak
    [one] Ett åpent tiltak
   *[other] { $measures } åpne tiltak
} og { $goals ->
    [0] ingen mål
    [one] ett mål
   *[other] { $goals } mål
} hviler på dette.
shock-nothing-broken = Velg minst én forutsetning som er svekket eller brutt.
shock-proposed-title = Brutt: { $text }
shock-declared-measures = { $count ->
    [0] Ingen tiltak ligger i køen.
    [one] Ett tiltak ligger i køen.
   *[other] { $count } tiltak ligger i køen.
}
shock-declared-goals = { $count ->
    [0] Ingen mål venter.
    [one] Ett mål venter på at noen sier at det står.
   *[other] { $count } mål venter på at noen sier at de står.
}
shock-declared-plan = Ingenting i planen er endret.
shock-withdraw = Trekk tilbake hendelsen
shock-withdraw-title = Trekke tilbake { $title }?
shock-withdraw-lead = { $count ->
    [0] Ingenting er avgjort. Køen forsvinner, og planen er som før.
    [one] Én avgjørelse som ikke er satt i verk, forsvinner sammen med køen. Planen er som før.
   *[other] { $count } avgjørelser som ikke er satt i verk, forsvinner sammen med køen. Planen er som før.
}
shock-acted-on = Noe er allerede satt i verk på grunn av denne hendelsen. Da hører den til historien og kan ikke trekkes tilbake.
effect-holds = Gjelder
effect-weakened = Svekket
effect-broken = Brutt
field-breaks = Brutt
field-weakens = Svekket
field-declared = Meldt dato
field-declared-by = Meldt av
watch-limit = Grensen er { $limit }.

# Køen
queue-title = { $count ->
    [0] Alle tiltak er avgjort
    [one] Ett tiltak venter på et valg
   *[other] { $count } tiltak venter på et valg
}
queue-progress = { $done } av { $all } tiltak er avgjort
queue-goals = { $done } av { $all } mål er avgjort
queue-at-stake = { $kroner } og { $partners ->
    [one] én partner
   *[other] { $partners } partnere
} berøres av det som gjenstår
queue-long-term = Langsiktig andel { $was } → { $will }
queue-long-term-floor = Langsiktig andel { $was } → { $will } (gulv { $floor })
queue-under-floor = Under gulvet: vedtaket må si hvorfor.
queue-list = Tiltakene i køen
queue-none-fit = Ingen tiltak passer med dette valget.
queue-filter = Vis bare noen
queue-filter-shown = Avgjort eller ikke
queue-filter-assumption = Forutsetning
queue-filter-partner = Partner
queue-shown-venter = Venter
queue-shown-avgjort = Avgjort
queue-dependants = { $count ->
    [one] ett annet tiltak bygger på dette
   *[other] { $count } andre tiltak bygger på dette
}
queue-through = bygger på { $title }
queue-partners = { $count ->
    [one] 1 partner
   *[other] { $count } partnere
}
queue-pages = { $page } av { $pages }
queue-page-before = Forrige
queue-page-after = Neste
queue-bulk = Avgjør flere på én gang
queue-back = Til køen
queue-empty = Ingen tiltak hviler på det som brast.
queue-none-waits-here = Ingenting venter her.
queue-done = Alt i køen er avgjort.
queue-done-but-goals = Nå gjenstår målene.
queue-done-adopt = Avgjørelsene er forslag til en revisjon blir vedtatt.
queue-done-carried = Alt er satt i verk.
queue-to-goals = Gå til målene
queue-to-adopt = Vedta revisjon av { $title }
queue-broken = Brutt:
queue-weakened = Svekket:
queue-reached-through = Bygger på noe som er i køen:
queue-budget = budsjett. { $pledged } er lovet og { $delivered } levert
queue-rest-on-it = bygger på dette
queue-goals-count = { $count } mål
queue-goals-served = bygges opp under
queue-replaced-by = I stedet kommer
queue-what-now = Hva gjør vi med { $title }?
queue-choices-hint = Erstatt og nytt lar deg skrive et nytt tiltak. Nytt kommer i tillegg: dette tiltaket venter fortsatt på et valg.
queue-choose = Velg hva som skal skje
queue-draft = Skriv endringen
queue-edit-draft = Endre utkastet
queue-save-next = Lagre og gå til neste
queue-replace-hint = Bare når tiltaket blir erstattet.
queue-replace-with-new = Et nytt tiltak, som jeg skriver nå
queue-reason-hint = Den står i revisjonen og vises for alle når den er vedtatt.
queue-decided-by = Besluttes av
queue-decided-by-hint = Organet eller rollen, for eksempel Styringsgruppa.
queue-emergency = Hastevedtak
queue-rests-on-title = Dette bygger på { $title }
queue-rests-on-lead = { $count ->
    [one] Det ligger også i køen, fordi det bygger på dette.
   *[other] De ligger også i køen, fordi de bygger på dette.
}
queue-others-left = { $count ->
    [0] ingen andre åpne tiltak
    [one] ett annet åpent tiltak
   *[other] { $count } andre åpne tiltak
}
queue-about = Om tiltaket
queue-measure-page = Tiltaket i arbeidsrommet
queue-drafted = Slik blir det
queue-ask-first = Spør partnerne først
queue-answers = { $count ->
    [one] Ett svar på om det fortsatt gjelder: { $verdicts }
   *[other] { $count } svar på om det fortsatt gjelder: { $verdicts }
}
queue-verdict-yes = { $count } ja
queue-verdict-changes = { $count } ja, med endringer
queue-verdict-no = { $count } nei
queue-verdict-unknown = { $count } vet ikke
queue-holds-yes = Gjelder
queue-holds-changes = Gjelder, med endringer
queue-holds-no = Gjelder ikke
queue-holds-unknown = Vet ikke
queue-answer-number = Innspill { $number }
names-and-more = { $names } og { $count } til
choose-keep = Behold
choose-change = Endre
choose-pause = På vent
choose-stop = Stopp
choose-replace = Erstatt
choose-new = Nytt
chosen-keep = Beholdt
chosen-change = Endret
chosen-pause = På vent
chosen-stop = Stoppet
chosen-replace = Erstattet
chosen-new = Nytt
chosen-repath = Ny bane
decided-by-case = { $body }, { $day }, sak { $case }
decision-in-force = Hastevedtak til { $day }: { $chosen }
decision-lapsed = Hastevedtaket gikk ut: { $chosen }
decision-carried-out = { $chosen }, revisjon { $number }
decision-in-force-lead = Det virker alt. Den neste revisjonen stadfester det. Kommer det ingen, faller tiltaket tilbake av seg selv.
decision-lapsed-lead = Ingen stadfestet det i tide, så tiltaket falt tilbake. Det venter på et nytt valg.
decision-proposed-lead = Dette er et forslag til den neste revisjonen blir vedtatt. Bare de som er logget inn, ser det.
decision-reopen = Legg tilbake i køen
decision-take-away = Ta bort forslaget
decision-replaces = Et annet tiltak skal erstattes av dette. Legg det tilbake i køen først.
field-choice = Valg
field-decided = Dato for beslutningen
field-emergency = Dette er et hastevedtak
field-emergency-hint = Det virker med en gang. Blir det ikke stadfestet av en revisjon i tide, faller det tilbake.
field-expires = Gjelder til og med
field-expires-hint = Høyst 90 dager etter beslutningen.
field-draft = Utkast
field-goal-draft = Målet slik det blir
field-tiltak = Tiltak

# Utkast
draft-change-title = Endre { $title }
draft-change-lead = Skriv tiltaket slik det skal bli. Planen endres først når en revisjon blir vedtatt.
draft-replace-title = I stedet for { $title }
draft-replace-lead = Skriv tiltaket som kommer i stedet. Planen endres først når en revisjon blir vedtatt.
draft-new-title = Nytt tiltak
draft-new-lead = Skriv tiltaket som kommer til. Planen endres først når en revisjon blir vedtatt.
draft-save = Lagre forslaget
draft-conflict = Noen avgjorde dette mens du skrev: { $chosen }. { $reason } Lagrer du nå, gjelder ditt forslag i stedet.
draft-conflict-gone = Noen la dette tilbake i køen mens du skrev. Lagrer du nå, gjelder ditt forslag.

# Flere på én gang
bulk-lead = Ett valg og én begrunnelse for alle du krysser av.
bulk-which = Tiltakene det gjelder
bulk-none = Kryss av minst ett tiltak
bulk-most = Her er { $shown } av { $all }. Velg forutsetning eller partner for å se resten.
bulk-narrowed = Andre tiltak venter også, men passer ikke med valget over.
bulk-reason-hint = Den samme begrunnelsen står ved hvert tiltak.
bulk-save = Lagre for alle
bulk-conflict-title = Noen avgjorde dette mens du skrev
bulk-conflict-lead = Det er ikke overskrevet, og krysset er tatt bort. Resten står som du skrev det. Se over, og lagre.

# Målene
goals-step-title = { $count ->
    [0] Alle mål er avgjort
    [one] Ett mål venter på et valg
   *[other] { $count } mål venter på et valg
}
goals-step-lead = Målene står så lenge noen sier at de står. Banen dit kan bli en annen.
goals-step-waits = venter
goals-step-distance = mot målbanen
goals-step-rests-on = Målet hviler på:
goals-step-choices-hint = Ny bane fører til samme mål på en annen måte. Endre gjør målet til et annet.
choose-goal-keep = Målet står
choose-goal-repath = Ny bane
choose-goal-change = Endre målet
goals-step-path = Målbanen
goals-step-path-hint = Skriv en annen bane, og regn ut hva den krever.
goals-step-words = Målets ord
goals-step-compute = Regn ut
goals-step-compared = Hva banen krever
goals-step-what = Krav
goals-step-now = Banen i dag
goals-step-then = Banen du skrev
goals-step-rate = Vekst i året herfra
goals-step-end = Ved slutten
goals-step-same = Ingenting er endret. Skriv det nye, eller velg at målet står.
goals-step-no-path = Et mål i vekst må ha en bane.

# Horisonter
horizons-show = Horisontene før og etter
horizons-before = før hendelsen
horizons-after = med avgjørelsene
horizons-now = i dag
horizons-money = Penger
horizons-hours = Timer
horizons-nothing = ingenting
horizons-floor = Streken viser gulvet for det langsiktige: { $floor }.
horizons-caption = Penger og timer etter horisont, uten det som er stoppet, erstattet eller på vent
floor-title = Gulvet for det langsiktige
floor-lead = En plan som gir det langsiktige mindre enn dette av pengene eller timene, kan bare vedtas med en begrunnelse. Den står i revisjonen.
floor-mistake = Skriv et helt tall fra 0 til 100, eller la feltet stå tomt.
floor-conflict = Noen har endret dette mens du skrev. Se over, og lagre på nytt.
field-floor = Gulv i prosent
field-floor-hint = Tomt når programmet ikke har noe gulv.
adopt-waiting = { $count ->
    [one] Ett tiltak i køen er ikke avgjort
   *[other] { $count } tiltak i køen er ikke avgjort
}
adopt-waiting-goals = { $count ->
    [one] Ett mål er ikke avgjort
   *[other] { $count } mål er ikke avgjort
}
adopt-waiting-lead = Du kan vedta likevel. Det som venter, står da i planen som før.
adopt-horizons = Horisontene

# Hastevedtak
lapse-reason = Hastevedtaket gjaldt til { $day } og ble ikke stadfestet. Tiltaket er som det var før.
expiring-title = Hastevedtak som snart går ut
expiring-day = gjelder til { $day }
expiring-lead = Uten en revisjon som stadfester dem, faller tiltakene tilbake av seg selv.

# Forutsetninger
assumptions-title = Forutsetninger
assumptions-description = Det som må være sant for at mål og tiltak skal gi mening, og hva som hviler på det.
assumptions-lead = { $count ->
    [one] Målene og tiltakene hviler på én forutsetning.
   *[other] Målene og tiltakene hviler på { $count } forutsetninger.
} Når én av dem brister, må vi avgjøre på nytt hva vi gjør.
assumptions-none = Her kommer det som må være sant, når noen skriver det.
assumptions-shocks = Hendelser
assumptions-no-shocks = Ingen hendelse har brutt noen av dem.
assumptions-see = Alle forutsetninger
assumption-owner = Følges av
assumption-sign = Slik ser vi at den brister
assumption-watch = Et tall som følger med
assumption-watch-hint = Når tallet går over eller under grensen, foreslås en hendelse.
assumption-rests = Hviler på den
assumption-rests-count = { $measures ->
    [0] Ingen tiltak
    [one] Ett tiltak
   *[other] { $measures } tiltak
} og { $goals ->
    [0] ingen mål
    [one] ett mål
   *[other] { $goals } mål
}
assumption-rests-show = Vis dem
assumption-broken-by = Brutt av
assumption-weakened-by = Svekket av
assumption-new = Ny forutsetning
assumption-edit = Endre forutsetningen
watch-no-figure = Vi har ikke noe tall ennå.
watch-above = Grensen er høyst { $limit }.
watch-below = Grensen er minst { $limit }.
watch-crossed = Utenfor grensen nå.
watch-within = Innenfor.
field-text = Forutsetning
field-text-hint = Det som må være sant, som én setning.
field-sign = Slik ser vi at den brister
field-sign-hint = Noe dere kan se, med tall eller dato der det går.
field-watch = Indikator
field-watch-above = Brutt når tallet er over
field-watch-below = Brutt når tallet er under

# Siden om en hendelse
shock-page-lead = { $day }: { $broken ->
    [0] ingen forutsetninger ble brutt
    [one] én forutsetning ble brutt
   *[other] { $broken } forutsetninger ble brutt
}, og { $weakened ->
    [0] ingen ble svekket
    [one] én ble svekket
   *[other] { $weakened } ble svekket
}.
shock-touched = { $broken } brutt, { $weakened } svekket
shock-broke = Hva den brøt
shock-revisions = Hva planen ble
shock-no-revision = Ingen revisjon er vedtatt på grunn av dette ennå.
shock-revision = { $title }, revisjon { $number }
shock-decided = Hva som ble avgjort
shock-declared-by = Meldt av { $who } { $day }.
shock-in-force = Hastevedtak. Det gjelder til { $day } om det ikke blir stadfestet.
shock-lapsed = Hastevedtaket ble ikke stadfestet. Tiltaket falt tilbake { $day }.
shock-count-keep = beholdt
shock-count-change = endret
shock-count-pause = på vent
shock-count-stop = stoppet
shock-count-replace = erstattet
shock-count-new = { $count ->
    [one] nytt
   *[other] nye
}
shock-count-repath = ny bane
measure-shocks = Avgjort etter en hendelse

# Lagret
saved-hendelse = Hendelsen er lagret. Ingenting i planen er endret.
saved-trukket = Hendelsen er trukket tilbake. Planen er som før.
saved-avgjort = Avgjørelsen er lagret som forslag. Planen endres når en revisjon blir vedtatt.
saved-avgjort-flere = Avgjørelsene er lagret som forslag. Planen endres når en revisjon blir vedtatt.
saved-hastevedtak = Hastevedtaket virker fra nå. Det faller tilbake om ingen revisjon stadfester det.
saved-nytt = Det nye tiltaket er foreslått. Dette tiltaket venter fortsatt på et valg.
saved-tilbake = Det ligger i køen igjen.
saved-gulv = Gulvet er lagret.
saved-forutsetning = Forutsetningen er lagret.
journal-set-long-term-floor = satte gulvet for det langsiktige
