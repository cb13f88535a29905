# Hendingar
workspace-nav-shocks = Hendingar
shocks-lead = Når noko bryt det planen byggjer på, melder du det her. Planen blir ikkje endra av det. Tiltaka som kviler på det som brast, blir lagde i ein kø, og de avgjer eitt og eitt.
shocks-declared = Melde hendingar
shocks-none = Her kjem hendingane når nokon melder ei.
shocks-proposed = Tal over grensa
shocks-proposed-lead = Desse tala viser at ein føresetnad kan vere broten.
shock-declare = Meld ei hending
shock-declare-this = Meld som hending
shock-declare-button = Meld hendinga
shock-declare-lead = Sei kva som har hendt, og kva det gjer med det planen byggjer på. Hendinga blir vist for alle. Ingenting i planen blir endra før nokon har vedteke det.
shock-edit = Endre hendinga
shock-edit-title = Endre { $title }
shock-title-hint = Kort, og gjerne med datoen.
shock-date-hint = Dagen då det skjedde. Det som var i planen då, kan kome i køen.
shock-body-hint = Kva som skjedde, og kva de veit om følgjene.
shock-assumptions = Kva gjeld framleis?
shock-assumptions-lead = Det som er svekt eller brote, tek med seg alt som kviler på det.
shock-rests = { $measures ->
    [0] Ingen opne tiltak
    [one] Eitt ope tiltak
   *[other] { $measures } opne tiltak
} og { $goals ->
    [0] ingen mål
    [one] eitt mål
   *[other] { $goals } mål
} kviler på dette.
shock-nothing-broken = Vel minst éin føresetnad som er svekt eller broten.
shock-proposed-title = Brote: { $text }
shock-declared-measures = { $count ->
    [0] Ingen tiltak ligg i køen.
    [one] Eitt tiltak ligg i køen.
   *[other] { $count } tiltak ligg i køen.
}
shock-declared-goals = { $count ->
    [0] Ingen mål ventar.
    [one] Eitt mål ventar på at nokon seier at det står.
   *[other] { $count } mål ventar på at nokon seier at dei står.
}
shock-declared-plan = Ingenting i planen er endra.
shock-withdraw = Trekk tilbake hendinga
shock-withdraw-title = Trekkje tilbake { $title }?
shock-withdraw-lead = { $count ->
    [0] Ingenting er avgjort. Køen forsvinn, og planen er som før.
    [one] Éi avgjerd som ikkje er sett i verk, forsvinn saman med køen. Planen er som før.
   *[other] { $count } avgjerder som ikkje er sette i verk, forsvinn saman med køen. Planen er som før.
}
shock-acted-on = Noko er alt sett i verk på grunn av denne hendinga. Då høyrer ho til historia og kan ikkje trekkjast tilbake.
effect-holds = Gjeld
effect-weakened = Svekt
effect-broken = Broten
field-breaks = Broten
field-weakens = Svekt
field-declared = Meld dato
field-declared-by = Meldt av
watch-limit = Grensa er { $limit }.

# Køen
queue-title = { $count ->
    [0] Alle tiltak er avgjorde
    [one] Eitt tiltak ventar på eit val
   *[other] { $count } tiltak ventar på eit val
}
queue-progress = { $done } av { $all } tiltak er avgjorde
queue-goals = { $done } av { $all } mål er avgjorde
queue-at-stake = { $kroner } og { $partners ->
    [one] éin partnar
   *[other] { $partners } partnarar
} blir rørte av det som står att
queue-long-term = Langsiktig del { $was } → { $will }
queue-long-term-floor = Langsiktig del { $was } → { $will } (golv { $floor })
queue-under-floor = Under golvet: vedtaket må seie kvifor.
queue-list = Tiltaka i køen
queue-none-fit = Ingen tiltak passar med dette valet.
queue-filter = Vis berre nokre
queue-filter-shown = Avgjort eller ikkje
queue-filter-assumption = Føresetnad
queue-filter-partner = Partnar
queue-shown-venter = Ventar
queue-shown-avgjort = Avgjort
queue-dependants = { $count ->
    [one] eitt anna tiltak byggjer på dette
   *[other] { $count } andre tiltak byggjer på dette
}
queue-through = byggjer på { $title }
queue-partners = { $count ->
    [one] 1 partnar
   *[other] { $count } partnarar
}
queue-pages = { $page } av { $pages }
queue-page-before = Førre
queue-page-after = Neste
queue-bulk = Avgjer fleire på éin gong
queue-back = Til køen
queue-empty = Ingen tiltak kviler på det som brast.
queue-none-waits-here = Ingenting ventar her.
queue-done = Alt i køen er avgjort.
queue-done-but-goals = No står måla att.
queue-done-adopt = Avgjerdene er forslag til ein revisjon blir vedteken.
queue-done-carried = Alt er sett i verk.
queue-to-goals = Gå til måla
queue-to-adopt = Vedta revisjon av { $title }
queue-broken = Brote:
queue-weakened = Svekt:
queue-reached-through = Byggjer på noko som er i køen:
queue-budget = budsjett. { $pledged } er lova og { $delivered } levert
queue-rest-on-it = byggjer på dette
queue-goals-count = { $count } mål
queue-goals-served = blir bygde opp under
queue-replaced-by = I staden kjem
queue-what-now = Kva gjer vi med { $title }?
queue-choices-hint = Erstatt og nytt lèt deg skrive eit nytt tiltak. Nytt kjem i tillegg: dette tiltaket ventar framleis på eit val.
queue-choose = Vel kva som skal skje
queue-draft = Skriv endringa
queue-edit-draft = Endre utkastet
queue-save-next = Lagre og gå til neste
queue-replace-hint = Berre når tiltaket blir erstatta.
queue-replace-with-new = Eit nytt tiltak, som eg skriv no
queue-reason-hint = Ho står i revisjonen og blir vist for alle når han er vedteken.
queue-decided-by = Blir avgjort av
queue-decided-by-hint = Organet eller rolla, til dømes Styringsgruppa.
queue-emergency = Hastevedtak
queue-rests-on-title = Dette byggjer på { $title }
queue-rests-on-lead = { $count ->
    [one] Det ligg òg i køen, fordi det byggjer på dette.
   *[other] Dei ligg òg i køen, fordi dei byggjer på dette.
}
queue-others-left = { $count ->
    [0] ingen andre opne tiltak
    [one] eitt anna ope tiltak
   *[other] { $count } andre opne tiltak
}
queue-about = Om tiltaket
queue-measure-page = Tiltaket i arbeidsrommet
queue-drafted = Slik blir det
queue-ask-first = Spør partnarane først
queue-answers = { $count ->
    [one] Eitt svar på om det framleis gjeld: { $verdicts }
   *[other] { $count } svar på om det framleis gjeld: { $verdicts }
}
queue-verdict-yes = { $count } ja
queue-verdict-changes = { $count } ja, med endringar
queue-verdict-no = { $count } nei
queue-verdict-unknown = { $count } veit ikkje
queue-holds-yes = Gjeld
queue-holds-changes = Gjeld, med endringar
queue-holds-no = Gjeld ikkje
queue-holds-unknown = Veit ikkje
queue-answer-number = Innspel { $number }
names-and-more = { $names } og { $count } til
choose-keep = Behald
choose-change = Endre
choose-pause = På vent
choose-stop = Stopp
choose-replace = Erstatt
choose-new = Nytt
chosen-keep = Behalde
chosen-change = Endra
chosen-pause = På vent
chosen-stop = Stoppa
chosen-replace = Erstatta
chosen-new = Nytt
chosen-repath = Ny bane
decided-by-case = { $body }, { $day }, sak { $case }
decision-in-force = Hastevedtak til { $day }: { $chosen }
decision-lapsed = Hastevedtaket gjekk ut: { $chosen }
decision-carried-out = { $chosen }, revisjon { $number }
decision-in-force-lead = Det verkar alt. Den neste revisjonen stadfester det. Kjem det ingen, fell tiltaket tilbake av seg sjølv.
decision-lapsed-lead = Ingen stadfesta det i tide, så tiltaket fall tilbake. Det ventar på eit nytt val.
decision-proposed-lead = Dette er eit forslag til den neste revisjonen blir vedteken. Berre dei som er logga inn, ser det.
decision-reopen = Legg tilbake i køen
decision-take-away = Ta bort forslaget
decision-replaces = Eit anna tiltak skal erstattast av dette. Legg det tilbake i køen først.
field-choice = Val
field-decided = Dato for avgjerda
field-emergency = Dette er eit hastevedtak
field-emergency-hint = Det verkar med ein gong. Blir det ikkje stadfesta av ein revisjon i tide, fell det tilbake.
field-expires = Gjeld til og med
field-expires-hint = Høgst 90 dagar etter avgjerda.
field-draft = Utkast
field-goal-draft = Målet slik det blir
field-tiltak = Tiltak

# Utkast
draft-change-title = Endre { $title }
draft-change-lead = Skriv tiltaket slik det skal bli. Planen blir først endra når ein revisjon blir vedteken.
draft-replace-title = I staden for { $title }
draft-replace-lead = Skriv tiltaket som kjem i staden. Planen blir først endra når ein revisjon blir vedteken.
draft-new-title = Nytt tiltak
draft-new-lead = Skriv tiltaket som kjem til. Planen blir først endra når ein revisjon blir vedteken.
draft-save = Lagre forslaget
draft-conflict = Nokon avgjorde dette medan du skreiv: { $chosen }. { $reason } Lagrar du no, gjeld forslaget ditt i staden.
draft-conflict-gone = Nokon la dette tilbake i køen medan du skreiv. Lagrar du no, gjeld forslaget ditt.

# Fleire på éin gong
bulk-lead = Eitt val og éi grunngiving for alle du kryssar av.
bulk-which = Tiltaka det gjeld
bulk-none = Kryss av minst eitt tiltak
bulk-most = Her er { $shown } av { $all }. Vel føresetnad eller partnar for å sjå resten.
bulk-narrowed = Andre tiltak ventar òg, men passar ikkje med valet over.
bulk-reason-hint = Den same grunngivinga står ved kvart tiltak.
bulk-save = Lagre for alle
bulk-conflict-title = Nokon avgjorde dette medan du skreiv
bulk-conflict-lead = Det er ikkje skrive over, og krysset er teke bort. Resten står som du skreiv det. Sjå over, og lagre.

# Måla
goals-step-title = { $count ->
    [0] Alle mål er avgjorde
    [one] Eitt mål ventar på eit val
   *[other] { $count } mål ventar på eit val
}
goals-step-lead = Måla står så lenge nokon seier at dei står. Banen dit kan bli ein annan.
goals-step-waits = ventar
goals-step-distance = mot målbanen
goals-step-rests-on = Målet kviler på:
goals-step-choices-hint = Ny bane fører til same mål på ein annan måte. Endre gjer målet til eit anna.
choose-goal-keep = Målet står
choose-goal-repath = Ny bane
choose-goal-change = Endre målet
goals-step-path = Målbanen
goals-step-path-hint = Skriv ein annan bane, og rekn ut kva han krev.
goals-step-words = Orda i målet
goals-step-compute = Rekn ut
goals-step-compared = Kva banen krev
goals-step-what = Krav
goals-step-now = Banen i dag
goals-step-then = Banen du skreiv
goals-step-rate = Vekst i året herifrå
goals-step-end = Ved slutten
goals-step-same = Ingenting er endra. Skriv det nye, eller vel at målet står.
goals-step-no-path = Eit mål i vekst må ha ein bane.

# Horisontar
horizons-show = Horisontane før og etter
horizons-before = før hendinga
horizons-after = med avgjerdene
horizons-now = i dag
horizons-money = Pengar
horizons-hours = Timar
horizons-nothing = ingenting
horizons-floor = Streken viser golvet for det langsiktige: { $floor }.
horizons-caption = Pengar og timar etter horisont, utan det som er stoppa, erstatta eller på vent
floor-title = Golvet for det langsiktige
floor-lead = Ein plan som gjev det langsiktige mindre enn dette av pengane eller timane, kan berre vedtakast med ei grunngiving. Ho står i revisjonen.
floor-mistake = Skriv eit heilt tal frå 0 til 100, eller lat feltet stå tomt.
floor-conflict = Nokon har endra dette medan du skreiv. Sjå over, og lagre på nytt.
field-floor = Golv i prosent
field-floor-hint = Tomt når programmet ikkje har noko golv.
adopt-waiting = { $count ->
    [one] Eitt tiltak i køen er ikkje avgjort
   *[other] { $count } tiltak i køen er ikkje avgjorde
}
adopt-waiting-goals = { $count ->
    [one] Eitt mål er ikkje avgjort
   *[other] { $count } mål er ikkje avgjorde
}
adopt-waiting-lead = Du kan vedta likevel. Det som ventar, står då i planen som før.
adopt-horizons = Horisontane

# Hastevedtak
lapse-reason = Hastevedtaket galdt til { $day } og blei ikkje stadfesta. Tiltaket er som det var før.
expiring-title = Hastevedtak som snart går ut
expiring-day = gjeld til { $day }
expiring-lead = Utan ein revisjon som stadfester dei, fell tiltaka tilbake av seg sjølve.

# Føresetnader
assumptions-title = Føresetnader
assumptions-description = Det som må vere sant for at mål og tiltak skal gje meining, og kva som kviler på det.
assumptions-lead = { $count ->
    [one] Måla og tiltaka kviler på éin føresetnad.
   *[other] Måla og tiltaka kviler på { $count } føresetnader.
} Når éin av dei brest, må vi avgjere på nytt kva vi gjer.
assumptions-none = Her kjem det som må vere sant, når nokon skriv det.
assumptions-shocks = Hendingar
assumptions-no-shocks = Inga hending har brote nokon av dei.
assumptions-see = Alle føresetnader
assumption-owner = Blir følgd av
assumption-sign = Slik ser vi at han brest
assumption-watch = Eit tal som følgjer med
assumption-watch-hint = Når talet går over eller under grensa, blir ei hending foreslått.
assumption-rests = Kviler på han
assumption-rests-count = { $measures ->
    [0] Ingen tiltak
    [one] Eitt tiltak
   *[other] { $measures } tiltak
} og { $goals ->
    [0] ingen mål
    [one] eitt mål
   *[other] { $goals } mål
}
assumption-rests-show = Vis dei
assumption-broken-by = Broten av
assumption-weakened-by = Svekt av
assumption-new = Ny føresetnad
assumption-edit = Endre føresetnaden
watch-no-figure = Vi har ikkje noko tal enno.
watch-above = Grensa er høgst { $limit }.
watch-below = Grensa er minst { $limit }.
watch-crossed = Utanfor grensa no.
watch-within = Innanfor.
field-text = Føresetnad
field-text-hint = Det som må vere sant, som éi setning.
field-sign = Slik ser vi at han brest
field-sign-hint = Noko de kan sjå, med tal eller dato der det går.
field-watch = Indikator
field-watch-above = Broten når talet er over
field-watch-below = Broten når talet er under

# Sida om ei hending
shock-page-lead = { $day }: { $broken ->
    [0] ingen føresetnader blei brotne
    [one] éin føresetnad blei broten
   *[other] { $broken } føresetnader blei brotne
}, og { $weakened ->
    [0] ingen blei svekte
    [one] éin blei svekt
   *[other] { $weakened } blei svekte
}.
shock-touched = { $broken } brotne, { $weakened } svekte
shock-broke = Kva ho braut
shock-revisions = Kva planen blei
shock-no-revision = Ingen revisjon er vedteken på grunn av dette enno.
shock-revision = { $title }, revisjon { $number }
shock-decided = Kva som blei avgjort
shock-declared-by = Meldt av { $who } { $day }.
shock-in-force = Hastevedtak. Det gjeld til { $day } om det ikkje blir stadfesta.
shock-lapsed = Hastevedtaket blei ikkje stadfesta. Tiltaket fall tilbake { $day }.
shock-count-keep = behaldne
shock-count-change = endra
shock-count-pause = på vent
shock-count-stop = stoppa
shock-count-replace = erstatta
shock-count-new = { $count ->
    [one] nytt
   *[other] nye
}
shock-count-repath = ny bane
measure-shocks = Avgjort etter ei hending

# Lagra
saved-hendelse = Hendinga er lagra. Ingenting i planen er endra.
saved-trukket = Hendinga er trekt tilbake. Planen er som før.
saved-avgjort = Avgjerda er lagra som forslag. Planen blir endra når ein revisjon blir vedteken.
saved-avgjort-flere = Avgjerdene er lagra som forslag. Planen blir endra når ein revisjon blir vedteken.
saved-hastevedtak = Hastevedtaket verkar frå no. Det fell tilbake om ingen revisjon stadfester det.
saved-nytt = Det nye tiltaket er foreslått. Dette tiltaket ventar framleis på eit val.
saved-tilbake = Det ligg i køen igjen.
saved-gulv = Golvet er lagra.
saved-forutsetning = Føresetnaden er lagra.
journal-set-long-term-floor = sette golvet for det langsiktige
