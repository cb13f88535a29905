# Arbeidsrommet
workspace-title = Dette må gjøres
workspace-nav-home = Oversikt
workspace-nav-journal = Journal
workspace-nav-people = Personer
workspace-lead = { $count ->
    [0] Alt er i rute. Ingen tiltak venter på noen.
    [one] Ett tiltak trenger at noen ser på det.
   *[other] { $count } tiltak trenger at noen ser på dem.
}
workspace-needing = Trenger oppfølging
workspace-measures = Tiltak
workspace-own = Tiltakene deres
workspace-open = Åpne i arbeidsrommet
workspace-none = Ingen tiltak passer med dette valget.
need-count-late = forsinket eller over fristen
need-count-paused = på vent
need-count-silent = uten nytt på 90 dager
need-count-unfunded = mangler penger
need-late = Fristen er { $day }
need-paused = Venter på en avgjørelse
need-silent = Ikke noe nytt siden { $day }
need-silent-always = Ingen har meldt noe ennå
need-unfunded = { $missing } mangler
filter-all = Alle
filter-show = Vis
yes = Ja
no = Nei
change = Endre
history = Historie
public-page = Offentlig side
hours = { $count } timer
amount-and-hours = { $kroner } og { $hours }
budget-line = { $funder } { $year }: lovet { $pledged }, levert { $delivered }
target-line = Fra { $start } { $from }, { $path }, til { $horizon }

# Lagret
saved-title = Lagret
saved-tiltak = Tiltaket er lagret, og endringen står i historien.
saved-status = Statusen er meldt, og står på den offentlige siden.
saved-fjernet = Tiltaket er tatt ut av planen. Historien er beholdt.
saved-maal = Målet er lagret, og endringen står i historien.
saved-plan = Handlingsplanen er lagret, og endringen står i historien.
saved-revisjon = Revisjonen er vedtatt. Den endres aldri mer.
saved-invitert = Tilgangen er gitt, og en lenke er på vei på e-post.
saved-uten-post = Tilgangen er gitt, men e-posten kunne ikke sendes. Be personen om å logge inn med adressen sin.
saved-avsluttet = Tilgangen er avsluttet.

# Skjemaer
form-unsaved = Du har endringer som ikke er lagret.
form-cancel = Avbryt
form-save = Lagre
form-optional = kan stå tom
form-other-languages = { $field } på nynorsk og engelsk
form-more-rows = Legg til flere linjer
form-row = Linje { $number }
form-nobody = Ingen valgt
form-nothing = Ingen
form-fixed = Dette kan programlederen endre.
behalf-none = Bare meg selv

# Feil i skjemaer
mistake-date = Velg en dato
mistake-future = Datoen kan ikke ligge fram i tid
mistake-choice = Velg noe fra listen
mistake-whole = Skriv et helt tall, for eksempel 250 000
mistake-year = Skriv et årstall med fire siffer
mistake-number = Skriv et tall, for eksempel 1,5
mistake-too-long = Kort ned til { $most } tegn
mistake-title-taken = Det finnes allerede noe med denne tittelen. Skriv en annen.
mistake-path-horizon = Sluttdatoen må ligge etter startdatoen
mistake-path-start = Startverdien må være over 0
mistake-path-rate = Veksten må ligge mellom −50 og 50 prosent i året
mistake-path-points = Datoene må stige, og det siste punktet må ligge på sluttdatoen
fault-unknown = «{ $name }» finnes ikke lenger. Velg noe annet.
fault-twice = «{ $name }» står to ganger. Slå dem sammen.
fault-empty = Skriv noe her
fault-too-long = Kort ned til { $most } tegn
fault-ends-before-start = Slutten ligger før starten. Rett en av datoene.
fault-circle = Dette leder tilbake til seg selv. Ta bort ett av leddene.
fault-status-none = Velg en status
fault-status-order = Datoen ligger før forrige status. Velg en senere dato.
fault-status-reason = Skriv hvorfor. Det trengs når noe settes på vent, stoppes eller erstattes.
fault-status-replaced-by = Bare et erstattet tiltak kan ha en erstatter, og ikke seg selv.
fault-out-of-range = Tallet kan ikke stemme. Se over år og beløp.
fault-cell = Tallet { $name } passer ikke i serien.
fault-correction = En korrigert serie må si hvilken serie den korrigerer, og etter hvilken regel.
fault-address = Dette er ikke en e-postadresse
fault-website = En nettadresse begynner med https:// eller http://
fault-choice = Valget passer ikke til det det gjelder. Erstatt krever et annet tiltak, og nytt krever et utkast.
fault-expires = Et hastevedtak gjelder et tiltak og varer fra 1 til 90 dager.
fault-floor = Langsiktige tiltak får mindre enn gulvet i programmet. Skriv hvorfor, eller gi dem mer.
fault-limit = Skriv en grense: over eller under.
fault-too-early = Datoen kan ikke være før hendelsen.
fault-adopted-before = Revisjonen kan ikke være vedtatt før den forrige. Rett datoen.
fault-revision = En vedtatt revisjon kan ikke endres.
fault-adopted = Dette er med i en vedtatt revisjon og kan ikke tas ut.

# Felter
field-title = Tittel
field-title-hint = Kort, slik den skal stå på sidene.
field-sentence = Setning
field-sentence-hint = Målet som én setning, slik det kan leses høyt.
field-body = Tekst
field-body-hint = Du kan bruke avsnitt, lister og lenker (Markdown).
field-plan = Plan
field-focus-area = Satsingsområde
field-focus-areas = Satsingsområder
field-order = Plass i rekken
field-goals = Mål som tiltaket skal føre til
field-horizon = Horisont
field-responsible = Ansvarlig
field-executing = Utførende
field-contributing = Bidragsytere
field-owner = Ansvarlig
field-serves = Bygger opp under
field-indicator = Indikator
field-indicator-hint = Tallet som målet måles med.
field-starts = Fra
field-ends = Til
field-from = Kom inn i planen
field-from-hint = Bare for tiltak som ikke var med fra planens første dag.
field-period = Tid
field-assumptions = Dette må stemme
field-depends-on = Avhenger av
field-source = Kilde
field-example = Eksempel
field-example-hint = Kryss av når dette er laget for å vise hvordan det virker, og ikke er et faktum.
field-money = Penger
field-cost = Hva tiltaket koster
field-cost-hint = Én linje for hvert år.
field-cost-year = År
field-cost-kroner = Beløp i kroner
field-cost-hours = Timer
field-cost-example = Eksempel
field-budget = Hvem som bidrar med hva
field-budget-hint = Én linje for hver bidragsyter og hvert år. Det som er lovet, og det som er levert.
field-budget-others = Andres bidrag
field-budget-funder = Bidragsyter
field-budget-year = År
field-budget-kroner = Lovet, i kroner
field-budget-hours = Lovet, i timer
field-budget-delivered-kroner = Levert, i kroner
field-budget-delivered-hours = Levert, i timer
field-budget-example = Eksempel
field-status = Status
field-date = Dato
field-reason = Begrunnelse
field-reason-hint = Må med når tiltaket settes på vent, stoppes eller erstattes. Den vises for alle.
field-replaced-by = Erstattet av
field-replaced-by-hint = Bare når tiltaket er erstattet.
field-why = Hvorfor endrer du dette?
field-why-hint = Står i journalen, for dem som er logget inn.
field-behalf = På vegne av
field-path = Målbane
field-path-hint = Hvordan den ønskede verdien går fra start til slutt.
field-target = Målbane
field-target-from = Startdato
field-target-start = Startverdi
field-target-horizon = Sluttdato
field-target-rate = Vekst i prosent i året
field-target-rate-hint = Bare for en målbane med fast vekst.
field-target-example = Tallene i målbanen er et eksempel
field-points-date = Dato
field-points-value = Verdi
target-path-none = Ingen målbane
target-path-rate = Fast vekst hvert år
target-path-points = Gjennom faste punkter
target-points = Punktene på målbanen
target-points-hint = Bare for en målbane gjennom faste punkter. Det siste punktet ligger på sluttdatoen.
field-adopted = Vedtatt dato
field-decided-by = Vedtatt av
field-decided-by-hint = Organet som vedtok planen, for eksempel Styringsgruppa.
field-case = Saksnummer
field-case-hint = For eksempel 14/20.
field-email = E-postadresse
field-name = Navn
field-name-hint = Slik det skal stå i journalen. Et rollenavn er nok.
field-role = Rolle
field-organisation = Organisasjon
field-organisation-hint = Må med for en partner, som bare endrer det som hører til organisasjonen.

# Tiltak
measure-new = Nytt tiltak
measure-edit = Endre tiltaket
measure-edit-title = Endre { $title }
measure-how = Hvordan går det?
status-save = Meld status
measure-rests-on = Forutsetninger og tiltak som dette hviler på
measure-remove = Ta ut av planen
measure-remove-title = Ta ut { $title }?
measure-remove-lead = Tiltaket forsvinner fra planen. Historien blir stående. Et tiltak som er vedtatt, kan ikke tas ut; meld det stoppet i stedet.
measure-adopted = Tiltaket er med i en vedtatt revisjon og kan ikke tas ut. Meld det stoppet i stedet.

# Mål og planer
goal-new = Nytt mål
goal-edit-title = Endre { $title }
goals-all = Alle mål
plan-new = Ny handlingsplan
plan-edit = Endre planen
plan-edit-title = Endre { $title }
plan-adopt = Vedta revisjon
plan-no-revision = Planen er ikke vedtatt ennå.
plan-newest-revision = Sist vedtatt: revisjon { $number }, { $day }, { $body }.

# Vedtak
adopt-title = Vedta { $title }
adopt-lead = Her ser du hva som blir vedtatt. En revisjon endres aldri etterpå.
adopt-show = Vis planen den dagen
adopt-what = Planen slik den er { $day }
adopt-first = Dette blir den første revisjonen.
adopt-kept = beholdt
adopt-changed = endret
adopt-new = nye
adopt-gone = tatt ut
adopt-mark-changed = Endret
adopt-mark-new = Ny
adopt-mark-gone = Tatt ut
adopt-decision = Vedtaket
adopt-floor-crossed = Planen gir de langsiktige tiltakene mindre enn { $floor } % av pengene eller timene. Da må vedtaket si hvorfor, og det står i revisjonen.
field-floor-reason = Hvorfor de langsiktige tiltakene får mindre
adopt-reason-hint = Hvorfor planen er endret. Den vises for alle.
adopt-too-early = Planen fantes ikke den dagen. Velg en senere dato.
adopt-before-last = Datoen ligger før forrige revisjon. Velg en senere dato.
adopt-stale = Noe er endret siden du åpnet siden. Se over planen, og vedta på nytt.

# To som endrer samtidig
conflict-title = Noen har endret dette mens du skrev
conflict-by = { $who } lagret dette { $day }:
conflict-lead = Ingenting er tapt. Endringene er lagt sammen i skjemaet. Der dere har endret det samme, står ditt. Se over, og lagre.
conflict-status = Tiltaket er endret siden du åpnet siden. Se hvordan det står nå, og meld på nytt om det fortsatt stemmer.
conflict-caption = Dette blir endret når du lagrer
conflict-field = Felt
conflict-theirs = Slik det er lagret
conflict-ours = Slik du skrev det

# Historie og journal
moment = { $date } kl. { $time }
history-title = Historien til { $title }
history-first = Lagt inn.
journal-lead = Alt som er endret, av hvem, når og hvorfor. Det nyeste står øverst.
journal-none = Her kommer endringene når noen gjør dem.
journal-older = Eldre
journal-things = { $count } ting
journal-behalf = på vegne av { $organisation }
journal-load = hentet inn programmet fra filene
journal-load-plan = hentet inn en plan fra en fil
journal-save-goal = lagret målet
journal-save-plan = lagret handlingsplanen
journal-save-measure = lagret tiltaket
journal-change-status = meldte status
journal-remove-measure = tok tiltaket ut av planen
journal-save-assumption = endret forutsetningen
journal-declare-shock = meldte en hendelse
journal-withdraw-shock = trakk en hendelse tilbake
journal-decide = avgjorde hva som skjer med tiltak eller mål
journal-reopen = la noe tilbake i køen
journal-lapse = lot et hastevedtak gå ut
journal-adopt-revision = vedtok en revisjon
journal-invite = ga noen tilgang
journal-end-access = avsluttet en tilgang
journal-role = Rolle: { $role }
journal-revision = { $title }, revisjon { $number }

# Personer
people-lead = De som har tilgang, og hva de kan gjøre. Navn og adresser vises bare her.
people-invite = Gi tilgang
people-end = Avslutt tilgangen
people-not-yourself = Du kan ikke endre din egen tilgang
people-partner-organisation = Velg organisasjonen som partneren handler for
role-explained-lead = Programleder: endrer alt, vedtar revisjoner og gir tilgang
role-explained-editor = Redaktør: endrer mål, planer og tiltak
role-explained-steering = Styringsgruppa: ser alt i arbeidsrommet
role-explained-partner = Partner: endrer det som hører til egen organisasjon
role-explained-analyst = Analytiker: ser alt i arbeidsrommet
invite-mail-subject = Du har fått tilgang til { $programme }
invite-mail-text =
    Hei!

    { $who } har gitt deg tilgang til { $programme }. Denne lenken logger deg inn:

    { $link }

    Den kan brukes én gang, og virker i sju dager. Siden ber du om en ny her, med denne e-postadressen:

    { $again }
