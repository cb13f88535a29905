# Arbeidsrommet
workspace-title = Dette må gjerast
workspace-nav-home = Oversikt
workspace-nav-journal = Journal
workspace-nav-people = Personar
workspace-lead = { $count ->
    [0] Alt er i rute. Ingen tiltak ventar på nokon.
    [one] Eitt tiltak treng at nokon ser på det.
   *[other] { $count } tiltak treng at nokon ser på dei.
}
workspace-needing = Treng oppfølging
workspace-measures = Tiltak
workspace-own = Tiltaka dykkar
workspace-open = Opne i arbeidsrommet
workspace-none = Ingen tiltak passar med dette valet.
need-count-late = forseinka eller over fristen
need-count-paused = på vent
need-count-silent = utan nytt på 90 dagar
need-count-unfunded = manglar pengar
need-late = Fristen er { $day }
need-paused = Ventar på ei avgjerd
need-silent = Ikkje noko nytt sidan { $day }
need-silent-always = Ingen har meldt noko enno
need-unfunded = { $missing } manglar
filter-all = Alle
filter-show = Vis
yes = Ja
no = Nei
change = Endre
history = Historie
public-page = Offentleg side
hours = { $count } timar
amount-and-hours = { $kroner } og { $hours }
budget-line = { $funder } { $year }: lova { $pledged }, levert { $delivered }
target-line = Frå { $start } { $from }, { $path }, til { $horizon }

# Lagra
saved-title = Lagra
saved-tiltak = Tiltaket er lagra, og endringa står i historia.
saved-status = Statusen er meld, og står på den offentlege sida.
saved-fjernet = Tiltaket er teke ut av planen. Historia er teken vare på.
saved-maal = Målet er lagra, og endringa står i historia.
saved-plan = Handlingsplanen er lagra, og endringa står i historia.
saved-revisjon = Revisjonen er vedteken. Han blir aldri endra meir.
saved-invitert = Tilgangen er gitt, og ei lenkje er på veg på e-post.
saved-uten-post = Tilgangen er gitt, men e-posten kunne ikkje sendast. Be personen om å logge inn med adressa si.
saved-avsluttet = Tilgangen er avslutta.

# Skjema
form-unsaved = Du har endringar som ikkje er lagra.
form-cancel = Avbryt
form-save = Lagre
form-optional = kan stå tom
form-other-languages = { $field } på nynorsk og engelsk
form-more-rows = Legg til fleire linjer
form-row = Linje { $number }
form-nobody = Ingen vald
form-nothing = Ingen
form-fixed = Dette kan programleiaren endre.
behalf-none = Berre meg sjølv

# Feil i skjema
mistake-date = Vel ein dato
mistake-future = Datoen kan ikkje liggje fram i tid
mistake-choice = Vel noko frå lista
mistake-whole = Skriv eit heilt tal, til dømes 250 000
mistake-year = Skriv eit årstal med fire siffer
mistake-number = Skriv eit tal, til dømes 1,5
mistake-too-long = Kort ned til { $most } teikn
mistake-title-taken = Det finst alt noko med denne tittelen. Skriv ein annan.
mistake-path-horizon = Sluttdatoen må liggje etter startdatoen
mistake-path-start = Startverdien må vere over 0
mistake-path-rate = Veksten må liggje mellom −50 og 50 prosent i året
mistake-path-points = Datoane må stige, og det siste punktet må liggje på sluttdatoen
fault-unknown = «{ $name }» finst ikkje lenger. Vel noko anna.
fault-twice = «{ $name }» står to gonger. Slå dei saman.
fault-empty = Skriv noko her
fault-too-long = Kort ned til { $most } teikn
fault-ends-before-start = Slutten ligg før starten. Rett ein av datoane.
fault-circle = Dette leier tilbake til seg sjølv. Ta bort eitt av ledda.
fault-status-none = Vel ein status
fault-status-order = Datoen ligg før førre status. Vel ein seinare dato.
fault-status-reason = Skriv kvifor. Det trengst når noko blir sett på vent, stoppa eller erstatta.
fault-status-replaced-by = Berre eit erstatta tiltak kan ha ein erstattar, og ikkje seg sjølv.
fault-out-of-range = Talet kan ikkje stemme. Sjå over år og beløp.
fault-cell = Talet { $name } passar ikkje i serien.
fault-correction = Ein korrigert serie må seie kva serie han korrigerer, og etter kva regel.
fault-address = Dette er ikkje ei e-postadresse
fault-website = Ei nettadresse byrjar med https:// eller http://
fault-choice = Valet passar ikkje til det det gjeld. Byt ut krev eit anna tiltak, og nytt krev eit utkast.
fault-expires = Eit hastevedtak gjeld eit tiltak og varer frå 1 til 90 dagar.
fault-floor = Langsiktige tiltak får mindre enn golvet i programmet. Skriv kvifor, eller gi dei meir.
fault-limit = Skriv ei grense: over eller under.
fault-too-early = Datoen kan ikkje vere før hendinga.
fault-adopted-before = Revisjonen kan ikkje vere vedteken før den førre. Rett datoen.
fault-revision = Ein vedteken revisjon kan ikkje endrast.
fault-adopted = Dette er med i ein vedteken revisjon og kan ikkje takast ut.

# Felt
field-title = Tittel
field-title-hint = Kort, slik han skal stå på sidene.
field-sentence = Setning
field-sentence-hint = Målet som éi setning, slik det kan lesast høgt.
field-body = Tekst
field-body-hint = Du kan bruke avsnitt, lister og lenkjer (Markdown).
field-plan = Plan
field-focus-area = Satsingsområde
field-focus-areas = Satsingsområde
field-order = Plass i rekkja
field-goals = Mål som tiltaket skal føre til
field-horizon = Horisont
field-responsible = Ansvarleg
field-executing = Utførande
field-contributing = Bidragsytarar
field-owner = Ansvarleg
field-serves = Byggjer opp under
field-indicator = Indikator
field-indicator-hint = Talet som målet blir målt med.
field-starts = Frå
field-ends = Til
field-from = Kom inn i planen
field-from-hint = Berre for tiltak som ikkje var med frå den første dagen i planen.
field-period = Tid
field-assumptions = Dette må stemme
field-depends-on = Avheng av
field-source = Kjelde
field-example = Døme
field-example-hint = Kryss av når dette er laga for å vise korleis det verkar, og ikkje er eit faktum.
field-money = Pengar
field-cost = Kva tiltaket kostar
field-cost-hint = Éi linje for kvart år.
field-cost-year = År
field-cost-kroner = Beløp i kroner
field-cost-hours = Timar
field-cost-example = Døme
field-budget = Kven som bidreg med kva
field-budget-hint = Éi linje for kvar bidragsytar og kvart år. Det som er lova, og det som er levert.
field-budget-others = Bidraga til andre
field-budget-funder = Bidragsytar
field-budget-year = År
field-budget-kroner = Lova, i kroner
field-budget-hours = Lova, i timar
field-budget-delivered-kroner = Levert, i kroner
field-budget-delivered-hours = Levert, i timar
field-budget-example = Døme
field-status = Status
field-date = Dato
field-reason = Grunngiving
field-reason-hint = Må med når tiltaket blir sett på vent, stoppa eller erstatta. Ho blir vist for alle.
field-replaced-by = Erstatta av
field-replaced-by-hint = Berre når tiltaket er erstatta.
field-why = Kvifor endrar du dette?
field-why-hint = Står i journalen, for dei som er logga inn.
field-behalf = På vegner av
field-path = Målbane
field-path-hint = Korleis den ønskte verdien går frå start til slutt.
field-target = Målbane
field-target-from = Startdato
field-target-start = Startverdi
field-target-horizon = Sluttdato
field-target-rate = Vekst i prosent i året
field-target-rate-hint = Berre for ein målbane med fast vekst.
field-target-example = Tala i målbanen er eit døme
field-points-date = Dato
field-points-value = Verdi
target-path-none = Ingen målbane
target-path-rate = Fast vekst kvart år
target-path-points = Gjennom faste punkt
target-points = Punkta på målbanen
target-points-hint = Berre for ein målbane gjennom faste punkt. Det siste punktet ligg på sluttdatoen.
field-adopted = Dato for vedtaket
field-decided-by = Vedteke av
field-decided-by-hint = Organet som vedtok planen, til dømes Styringsgruppa.
field-case = Saksnummer
field-case-hint = Til dømes 14/20.
field-email = E-postadresse
field-name = Namn
field-name-hint = Slik det skal stå i journalen. Eit rollenamn er nok.
field-role = Rolle
field-organisation = Organisasjon
field-organisation-hint = Må med for ein partnar, som berre endrar det som høyrer til organisasjonen.

# Tiltak
measure-new = Nytt tiltak
measure-edit = Endre tiltaket
measure-edit-title = Endre { $title }
measure-how = Korleis går det?
status-save = Meld status
measure-rests-on = Føresetnader og tiltak som dette kviler på
measure-remove = Ta ut av planen
measure-remove-title = Ta ut { $title }?
measure-remove-lead = Tiltaket forsvinn frå planen. Historia blir ståande. Eit tiltak som er vedteke, kan ikkje takast ut; meld det stoppa i staden.
measure-adopted = Tiltaket er med i ein vedteken revisjon og kan ikkje takast ut. Meld det stoppa i staden.

# Mål og planar
goal-new = Nytt mål
goal-edit-title = Endre { $title }
goals-all = Alle mål
plan-new = Ny handlingsplan
plan-edit = Endre planen
plan-edit-title = Endre { $title }
plan-adopt = Vedta revisjon
plan-no-revision = Planen er ikkje vedteken enno.
plan-newest-revision = Sist vedteken: revisjon { $number }, { $day }, { $body }.

# Vedtak
adopt-title = Vedta { $title }
adopt-lead = Her ser du kva som blir vedteke. Ein revisjon blir aldri endra etterpå.
adopt-show = Vis planen den dagen
adopt-what = Planen slik han er { $day }
adopt-first = Dette blir den første revisjonen.
adopt-kept = haldne ved lag
adopt-changed = endra
adopt-new = nye
adopt-gone = tekne ut
adopt-mark-changed = Endra
adopt-mark-new = Ny
adopt-mark-gone = Teken ut
adopt-decision = Vedtaket
adopt-floor-crossed = Planen gir dei langsiktige tiltaka mindre enn { $floor } % av pengane eller timane. Då må vedtaket seie kvifor, og det står i revisjonen.
field-floor-reason = Kvifor dei langsiktige tiltaka får mindre
adopt-reason-hint = Kvifor planen er endra. Grunngivinga blir vist for alle.
adopt-too-early = Planen fanst ikkje den dagen. Vel ein seinare dato.
adopt-before-last = Datoen ligg før førre revisjon. Vel ein seinare dato.
adopt-stale = Noko er endra sidan du opna sida. Sjå over planen, og vedta på nytt.

# To som endrar samtidig
conflict-title = Nokon har endra dette mens du skreiv
conflict-by = { $who } lagra dette { $day }:
conflict-lead = Ingenting er tapt. Endringane er lagde saman i skjemaet. Der de har endra det same, står ditt. Sjå over, og lagre.
conflict-status = Tiltaket er endra sidan du opna sida. Sjå korleis det står no, og meld på nytt om det framleis stemmer.
conflict-caption = Dette blir endra når du lagrar
conflict-field = Felt
conflict-theirs = Slik det er lagra
conflict-ours = Slik du skreiv det

# Historie og journal
moment = { $date } kl. { $time }
history-title = Historia til { $title }
history-first = Lagt inn.
journal-lead = Alt som er endra, av kven, når og kvifor. Det nyaste står øvst.
journal-none = Her kjem endringane når nokon gjer dei.
journal-older = Eldre
journal-things = { $count } ting
journal-behalf = på vegner av { $organisation }
journal-load = henta inn programmet frå filene
journal-load-plan = henta inn ein plan frå ei fil
journal-save-goal = lagra målet
journal-save-plan = lagra handlingsplanen
journal-save-measure = lagra tiltaket
journal-change-status = melde status
journal-remove-measure = tok tiltaket ut av planen
journal-save-assumption = endra føresetnaden
journal-declare-shock = melde ei hending
journal-withdraw-shock = trekte ei hending tilbake
journal-decide = avgjorde kva som skjer med tiltak eller mål
journal-reopen = la noko tilbake i køen
journal-lapse = let eit hastevedtak gå ut
journal-adopt-revision = vedtok ein revisjon
journal-invite = gav nokon tilgang
journal-end-access = avslutta ein tilgang
journal-role = Rolle: { $role }
journal-revision = { $title }, revisjon { $number }

# Personar
people-lead = Dei som har tilgang, og kva dei kan gjere. Namn og adresser blir viste berre her.
people-invite = Gi tilgang
people-end = Avslutt tilgangen
people-not-yourself = Du kan ikkje endre din eigen tilgang
people-partner-organisation = Vel organisasjonen som partnaren handlar for
role-explained-lead = Programleiar: endrar alt, vedtek revisjonar og gir tilgang
role-explained-editor = Redaktør: endrar mål, planar og tiltak
role-explained-steering = Styringsgruppa: ser alt i arbeidsrommet
role-explained-partner = Partnar: endrar det som høyrer til eigen organisasjon
role-explained-analyst = Analytikar: ser alt i arbeidsrommet
invite-mail-subject = Du har fått tilgang til { $programme }
invite-mail-text =
    Hei!

    { $who } har gitt deg tilgang til { $programme }. Denne lenkja loggar deg inn:

    { $link }

    Ho kan brukast éin gong, og verkar i sju dagar. Sidan bed du om ei ny her, med denne e-postadressa:

    { $again }
