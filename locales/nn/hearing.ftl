# Høyringar: det som står i vegen, og journalen
trouble-past = Fristen er ute. Den tidlegaste dagen er { $day }.
trouble-too-short-free = Gi folk minst til dagen etter opninga. Den tidlegaste fristen er { $day }.
trouble-too-short-community-plan = Samfunnsdelen skal liggje ute i minst seks veker. Den tidlegaste fristen er { $day }.
trouble-too-short-public-display = Framlegget skal liggje ute i minst tretti dagar. Den tidlegaste fristen er { $day }.
trouble-shortened = Ei open høyring kan få lengre frist, men ikkje kortare. Vel ein dag etter { $day }.
trouble-nothing-asked = Vel ein plan, eller skriv minst eitt spørsmål.
trouble-frozen = Høyringa er opna, og då blir ikkje det folk svarar på, endra. Gi lengre frist, eller hald ei ny høyring.
trouble-not-open = Høyringa er ikkje open.
trouble-late = Fristen var { $day }.
trouble-concluded = Høyringa er avslutta.
trouble-running = Høyringa er open til { $day }. Vent til fristen er ute.
trouble-not-asked = Denne høyringa går til andre.
trouble-answered = Organisasjonen har svart. Endre innspel { $number }.
trouble-nothing = Svar på minst éin ting.
trouble-unassessed = Innspel { $number } i høyringa «{ $hearing }» er ikkje vurdert. Vurder det først.
trouble-draft = Dette er ikkje utkastet som vart lagt ut.
trouble-reason = Vel kva punkt i reglane som gjeld, når eit innspel blir halde tilbake.
trouble-attachment = Vedlegget kan ikkje brukast.

journal-save-hearing = lagra høyringa
journal-withdraw-hearing = tok høyringa tilbake
journal-open-hearing = opna høyringa
journal-extend-hearing = gav lengre høyringsfrist
journal-conclude-hearing = avslutta høyringa
journal-receive-statement = tok imot eit innspel
journal-amend-statement = tok imot eit endra innspel
journal-moderate-statement = avgjorde om eit innspel blir vist
journal-assess-statement = vurderte eit innspel

# Høyringar: sidene som alle ser
hearings-lead = { $count ->
    [0] Ingen høyringar er opne no. Her ser du kva som er spurt om, og kva svara endra.
    [one] Éi høyring er open no. Du treng ikkje konto for å svare.
   *[other] { $count } høyringar er opne no. Du treng ikkje konto for å svare.
}
hearings-open = Ope no
hearings-open-none = Her kjem høyringar når dei opnar.
hearings-over = Avslutta, og kva det førte til
hearings-all = Alle høyringar
hearing-days-left = { $left ->
    [one] siste dag
   *[other] { $left } dagar att
}
hearing-asked = Vi spør { $who }.
hearing-being-assessed = { $count ->
    [0] Ingen svarte.
    [one] Eitt innspel blir vurdert no.
   *[other] { $count } innspel blir vurderte no.
}
hearing-came-of = { $count } innspel. Endra etter innspel: { $changed }. Avslutta { $day }.
hearing-deadline-draft = Fristen blir { $day }.
hearing-deadline-open = { $left ->
    [one] Fristen er i dag, { $day }.
   *[other] Fristen er { $day }. Det er { $left } dagar att.
}
hearing-deadline-over = Fristen var { $day }.
hearing-phase-draft = Utkast
hearing-phase-open = Open
hearing-phase-closed = Fristen er ute
hearing-phase-assessed = Avslutta
hearing-conclusion = Kva høyringa førte til
hearing-changed = { $count ->
    [one] Sjå tiltaket som vart endra
   *[other] Sjå dei { $count } tiltaka som vart endra
}
hearing-answer = Svar på høyringa
hearing-answer-for-own = Du svarer for organisasjonen din.
hearing-no-account = Du treng ikkje konto, og du kan svare på så lite eller mykje du vil.
hearing-by-link = Dei som er spurde, svarer med lenkja i e-posten sin, eller loggar inn.
hearing-partners-by-link = Partnarar svarer for organisasjonen sin med lenkja i e-posten, eller loggar inn.
hearing-questions = Dette spør vi om
hearing-question-measures = { $count ->
    [one] Står tiltaket seg? Du kan svare ja, med endringar, nei eller veit ikkje, og seie kvifor.
   *[other] Står kvart av dei { $count } tiltaka seg? Du kan svare ja, med endringar, nei eller veit ikkje, og seie kvifor.
}
hearing-draft = Utkastet
hearing-draft-lead = Slik planen vart lagd ut { $day }. Han blir ikkje endra medan høyringa er open.
hearing-draft-responsible = { $who } svarer for tiltaket.
hearing-draft-not-asked = Vi spør ikkje om dette tiltaket.
hearing-draft-hash = Fingeravtrykket til utkastet (SHA-256)
hearing-about = Om høyringa
hearing-kind = Slags høyring
hearing-kind-free = Fri høyring
hearing-kind-community-plan = Høyring av samfunnsdelen til kommuneplanen, minst seks veker (plan- og bygningslova §§ 11-13 og 11-14)
hearing-kind-public-display = Offentleg i minst tretti dagar før vedtaket (plan- og bygningslova §§ 10-1 og 11-4)
hearing-circles = Kven vi spør
hearing-period = Open
hearing-plan = Planen det gjeld
hearing-extended = Fristen var { $day } og vart utsett
circle-public = alle
circle-residents = innbyggjarane
circle-partners = partnarane
circle-forum = eit fagforum
sender-partner = Ein partnar
sender-organisation = Ein organisasjon
sender-resident = Ein innbyggjar
sender-anonymous = Ikkje oppgitt
sender-choice-resident = Innbyggjar
sender-choice-organisation = Ein organisasjon eller ei bedrift
sender-choice-anonymous = Vil ikkje oppgi
holds-yes = Ja
holds-changes = Med endringar
holds-no = Nei
holds-unknown = Veit ikkje
outcome-taken-in = Teke inn
outcome-partly = Teke inn delvis
outcome-not-taken-in = Ikkje teke inn
outcome-noted = Teke til orientering
statements-title = { $count ->
    [one] Eitt innspel
   *[other] { $count } innspel
}
statements-none = Her kjem innspela etter kvart som dei er lesne gjennom.
statements-waiting = { $count ->
    [one] Eitt innspel er kome, men ikkje lese gjennom enno.
   *[other] { $count } innspel er komne, men ikkje lesne gjennom enno.
}
statement-title = Innspel { $number }
statement-answers = Svar om { $measures }
statement-not-assessed = Det er ikkje vurdert enno.
statement-attachments = Vedlegg
statement-verdicts = Står tiltaka seg?
statement-changed = Endra av den som sende det
statement-waiting = Innspelet er motteke og blir vist når nokon har lese gjennom det.
statement-withheld = Innspelet blir ikkje vist: { $point } Det blir likevel vurdert når det er noko å vurdere.
assessment-changed = Endra etter innspelet:
assessment-by = Vurdert av { $who }
matrix-title = Kven som svarte, og kva dei meiner
matrix-response = { $answered } av { $invited } organisasjonar som vart spurde, har svart.
matrix-small = Der færre enn fem har svart, er tala einskildstemmer og seier lite om resten.
matrix-who = Kven som er spurde, og kven som har svart
matrix-group = Slags partnar
matrix-invited = Spurde
matrix-answered = Svart
matrix-silent = Ikkje svart
matrix-unasked = Svart utan å vere spurde
matrix-all = Står tiltaka seg? Alle som har svart
matrix-of = Svara frå: { $group }
matrix-measure = Tiltak
group-municipality = Kommunar
group-association = Foreiningar
group-company = Bedrifter
group-school = Skular
group-forum = Fagforum
group-other = Andre partnarar
group-outside = Andre organisasjonar
group-residents = Innbyggjarar
group-unnamed = Har ikkje oppgitt kven dei er

# Reglane for kva som blir vist
hearing-rules-title = Slik handsamar vi innspel
hearing-rules-lead = Alle innspel får nummer og svar, og alle kan lese dei. Berre fem grunnar er gode nok til å halde eit innspel tilbake.
hearing-rules-shown = Det organisasjonane i programmet svarer, blir vist med ein gong. Andre innspel blir først lesne gjennom av programmet, som regel innan to virkedagar.
hearing-rules-withheld = Vi held berre tilbake eit innspel når eitt av dette stemmer:
hearing-rules-assessed = Eit innspel som blir halde tilbake, blir likevel vurdert, med mindre det er reklame eller er sendt før. At vi er usamde, er aldri ein grunn.
hearing-rules-persons = Namn og e-post til privatpersonar blir aldri viste, og blir sletta når høyringa blir avslutta, og seinast seks månader etter fristen. Den som oppgav e-post, får først svaret tilsendt. Organisasjonar blir viste med namn.
hearing-rules-complain = Meiner du at vi har teke feil? Skriv til { $contact }.
moderation-log = Det vi har avgjort
moderation-log-none = Her kjem kvar avgjerd om å vise eller halde tilbake eit innspel.
moderated-published = Vist
moderated-withheld = Halde tilbake
moderated-waiting = Endra, og ventar på å bli lese
moderation-reason-personal-data = Det fortel noko om nokon som andre ikkje har noko med.
moderation-reason-insult = Det trakasserer eller trugar nokon.
moderation-reason-unlawful = Lova forbyr å vise det.
moderation-reason-advertising = Det er reklame eller laga av ein robot.
moderation-reason-duplicate = Den same har sendt det same før.

# Å svare
answer-title = Svar: { $title }
answer-for = Du svarer for
answer-measures = Står tiltaka seg?
answer-measures-lead = Svar på dei du har ei meining om.
answer-measures-own = Tiltak de er med på
answer-measures-others = { $count ->
    [one] Eitt tiltak til
   *[other] { $count } tiltak til
}
answer-measures-all = { $count ->
    [one] Svar på eitt tiltak
   *[other] Svar på eitt eller fleire av { $count } tiltak
}
answer-measure-draft = Kva tiltaket går ut på
answer-why = Kvifor?
answer-text = Kva vil du seie oss?
answer-text-hint = Skriv ikkje om helsa, familien eller liknande til andre. Alle kan lese innspelet.
answer-kept = Vedlegg
answer-kept-hint = Ta bort haken for det som ikkje skal vere med.
answer-send = Send innspelet
answer-published-at-once = Svaret blir vist med ein gong, med namnet på organisasjonen.
answer-published-when-read = Innspelet blir vist når nokon har lese gjennom det. Namn og e-post blir ikkje viste.
answer-known-title = Det er svart: innspel { $number }
answer-known = Svaret frå { $day } står i skjemaet. Endre det, og send på nytt.
answer-conflict-title = Ein annan har svart medan du skreiv
answer-conflict = Innspel { $number } er sendt med den same lenkja eller for den same organisasjonen. Det du skreiv, står i skjemaet. Sender du no, kjem svaret ditt i staden for det andre.
answer-conflict-theirs = Sjå kva som er sendt
answer-over-title = Fristen er ute
answer-over = Fristen var { $day }. Er det noko viktig, kan du skrive til { $contact }. Programmet kan ta med innspel som kjem seint.
answer-over-assessed = Høyringa er avslutta, og alle innspel er vurderte. Fristen var { $day }. Skriv til { $contact } om du lurer på noko.
answer-see-own = Sjå innspel { $number }
answer-others-title = Denne høyringa går til andre
answer-others = Vi spør { $who }. Vil du seie noko likevel, kan du skrive til { $contact }. Er du partnar, kan du logge inn eller bruke lenkja i e-posten.
answer-unknown-title = Lenkja verkar ikkje
answer-unknown = Kanskje vart ho ikkje kopiert heilt, eller du har fått ei nyare. Bruk den nyaste e-posten, eller skriv til { $contact }.
answer-too-large-title = Vedlegga er for store
answer-too-large = Til saman kan dei vere { $megabytes } MB. Gå tilbake i nettlesaren: det du skreiv, står der. Vel mindre filer, og send på nytt.
receipt-title = Takk, innspel { $number } er motteke
receipt-lead = Du har svart på «{ $title }».
receipt-number = er nummeret på innspelet
receipt-measures = { $count ->
    [one] tiltak du svarte på, av eitt
   *[other] tiltak du svarte på, av { $count }
}
receipt-assessed = Alle innspel får svar. Du ser svaret på sida til innspelet.
receipt-change-link = Du kan endre innspelet med den same lenkja til og med { $day }.
receipt-change-member = Du kan endre svaret her til og med { $day }.
receipt-change-form = Oppgav du e-post, har vi sendt deg ei lenkje. Med den kan du endre innspelet til og med { $day }.
receipt-follow = Sjå innspel { $number }
statement-mail-subject = Innspel { $number } er motteke: { $title }
statement-mail-text = 
    Hei!

    Takk for innspel { $number } til «{ $title }». Alle innspel får svar. Svaret kjem her:

    { $page }

    Du kan endre innspelet til og med { $day } med denne lenkja. Del henne ikkje med andre:

    { $link }

    Namn og e-post blir sletta når høyringa blir avslutta.

    Helsing { $programme }
field-sender = Kven er du?
field-organisation-name = Namnet på organisasjonen
field-organisation-name-hint = Berre om du svarer for ein organisasjon. Namnet blir vist.
field-person-name = Namnet ditt
field-person-name-hint = Blir ikkje vist, og blir sletta når høyringa blir avslutta.
field-email-statement-hint = Vi sender kvittering og ei lenkje du kan endre innspelet med. Blir ikkje vist, og blir sletta når høyringa blir avslutta.
field-rest = Alle tiltak vi ikkje svarer på, står seg for oss
field-rest-hint = For deg som har fem minutt: set hake her, og svar berre på dei som bør endrast.
field-files = Legg ved filer
field-files-hint = Inntil { $most } filer på { $megabytes } MB: pdf, png, jpg eller rein tekst. Alle kan laste dei ned.
field-statement = Innspelet
mistake-sender = Vel kven du er
mistake-organisation-name = Skriv namnet på organisasjonen
mistake-file-kind = { $name } er ikkje pdf, png, jpg eller rein tekst.
mistake-file-large = { $name } er for stor.
mistake-files-many = { $name } kom ikkje med: det er plass til { $most } filer.
guard-leave-empty = Lat dette feltet stå tomt
guard-trap = Eit felt som skal stå tomt, var fylt ut. No er det tomt. Send på nytt. Det du skreiv, står her.
guard-again = Send ein gong til. Det du skreiv, står her. Vi ber om det for å halde robotar ute.
guard-flood = Det kjem svært mange svar akkurat no. Vent nokre minutt, og send på nytt. Det du skreiv, står her.

# Høyringar i arbeidsrommet
hearing-new = Ny høyring
hearing-to-assess = { $count ->
    [0] Ingen innspel ventar på svar.
    [one] Eitt innspel ventar på svar.
   *[other] { $count } innspel ventar på svar.
}
hearing-open = Opne høyringa
hearing-open-lead = Når du opnar, blir planen lagd ut slik han er no, og spørsmåla kan ikkje endrast.
hearing-extend = Gi lengre frist
hearing-invite = Send ei personleg lenkje
hearing-conclude = Avslutt høyringa
hearing-conclude-hint = Kva høyringa førte til. Teksten blir vist for alle. Namn og e-post til dei som svarte, blir sletta.
hearing-body-hint = Kva de spør om, og kvifor.
hearing-deadline-hint = Siste dagen for å svare.
hearing-questions-hint = Eitt spørsmål på kvar linje.
statement-show = Skal innspelet visast?
statement-assess = Vurder innspelet
publication-waiting = Ikkje lese gjennom
publication-published = Blir vist
publication-withheld = Halde tilbake
field-kind = Slags høyring
field-circles = Kven spør de?
field-deadline = Frist
field-every-measure = Spør om kvart tiltak står seg
field-questions = Spørsmål
field-conclusion = Kva høyringa førte til
field-publication = Avgjerd
field-point = Grunn til å halde det tilbake
field-becomes = Kva vart det til?
field-assessment = Svaret vårt
field-changed = Tiltak som vart endra
field-assessed-by = Vurdert av
saved-hoering = Høyringa er oppdatert.
hearing-mail-subject = Vi vil høyre kva de meiner: { $title }
hearing-mail-for = Med denne lenkja svarer du for { $organisation }, utan å logge inn:
hearing-mail-for-oneself = Med denne lenkja svarer du utan å logge inn:
hearing-mail-text =
    Hei!

    { $programme } spør om «{ $title }». { $answers }

    { $link }

    Du kan svare, og endre svaret, til og med { $day }. Lenkja er di: den som har ho, kan svare i staden for deg.

    E-postadressa di blir sletta når høyringa er avslutta, og seinast { $forgotten }.

    Helsing { $programme }
answered-mail-subject = Svar på innspel { $number }: { $title }
answered-mail-changed = Dette vart endra: { $measures }.
answered-mail-nothing = Ingen tiltak vart endra.
answered-mail-text =
    Hei!

    Høyringa «{ $title }» er avslutta. Her er svaret på innspel { $number }.

    { $outcome }. { $answer }

    { $changed }

    Innspelet og svaret står her: { $page }

    Namn og e-postadresser til dei som svarte, er no sletta hos oss. Dette er den siste e-posten om høyringa.

    Helsing { $programme }

# Høyringar i arbeidsrommet: å planleggje, spørje og følgje opp
hearings-work-lead = { $count ->
    [0] Ingen innspel ventar på svar.
    [one] Eitt innspel ventar på svar.
   *[other] { $count } innspel ventar på svar.
}
hearing-edit = Endre høyringa
hearing-withdraw = Trekk høyringa
hearing-conflict = Nokon andre har lagra høyringa etter at du opna ho. Det du skreiv, står her. Trykk ein gong til for å la ditt gjelde.
hearing-circles-hint = Alle og innbyggjarane svarer med skjemaet på sida. Partnarar og forum svarer for organisasjonen sin.
hearing-forum = Fagforumet som blir spurt
hearing-some-measures = Vel tiltak eitt for eitt
hearing-some-measures-hint = Gjeld når de ikkje spør om alle. Tiltaka må høyre til planen som er vald over.
hearing-will-ask = Organisasjonar som blir spurde
hearing-extend-hint = Kvifor folk får lengre tid. Blir vist på sida.
field-forum-name = Namnet på forumet
field-members = Organisasjonane i forumet
field-measures = Tiltak de spør om
mistake-circles = Vel minst éi gruppe som skal spørjast.
mistake-forum-name = Skriv namnet på forumet.
mistake-forum-members = Vel organisasjonane i forumet.
mistake-measures-plan = Vel planen som tiltaka høyrer til, eller ta bort tiltak frå andre planar.
mistake-before-opening = Høyringa var ikkje opna denne dagen.
mistake-file-gone = { $name } låg for lenge utan å bli send og er sletta. Legg ho ved på nytt.
saved-hoering-trukket = Høyringa er trekt. Ingen andre har sett ho.
saved-hoering-avsluttet = Høyringa er avslutta. Dei som oppgav e-post, får svaret, og namn og adresser er sletta.
saved-lenker = Lenkjene er sende.
saved-paaminnet = Dei som ikkje har svart, har fått ei ny lenkje. Den gamle verkar ikkje lenger.
saved-innspill = Innspelet er skrive inn og har fått nummer.
saved-avgjort-innspill = Avgjerda står i loggen som alle kan lese.
saved-innspill-slettet = Teksten er sletta for godt. Loggen viser at det er gjort.
journal-erase-statement = sletta teksten i eit innspel
trouble-not-withheld = Berre innspel som er haldne tilbake, kan slettast. Hald det tilbake først.
links-title = Personlege lenkjer
links-lead = { $count ->
    [0] Ingen har fått lenkje enno.
    [one] Éin har fått lenkje. { $silent ->
        [0] Ho er svart på.
       *[other] Ho er ikkje svart på.
    }
   *[other] { $count } har fått lenkje. { $silent ->
        [0] Alle har svart.
        [one] Éin har ikkje svart.
       *[other] { $silent } har ikkje svart.
    }
}
links-unreached = Spurde, men utan lenkje og utan svar:
links-table = Kven som har fått lenkje
links-address = E-postadresse
links-for = Svarer for
links-oneself = Seg sjølv
links-sent = Send
links-became = Kva skjedde
links-forgotten = Sletta
links-answered = Svarte { $day }
links-answered-otherwise = Organisasjonen har svart: innspel { $number }
links-opened = Opna { $day }, ikkje svart
links-unopened = Ikkje opna
links-remind = { $count ->
    [one] Minn den som ikkje har svart
   *[other] Minn dei { $count } som ikkje har svart
}
hearing-invite-send = Send lenkjene
invite-addresses-hint = Éin mottakar på kvar linje: e-postadresse, komma og organisasjonen adressa svarer for. Du kan lime inn frå eit rekneark.
invite-organisation-hint = Blir brukt for linjer utan organisasjon.
field-everybody = Send òg til alle som kan logge inn for organisasjonane som er spurde
invite-none = Skriv minst éi e-postadresse, eller kryss av for alle som kan logge inn.
invite-many = Send til inntil 500 om gongen.
invite-report = { $sent ->
    [0] Ingen lenkjer er sende.
    [one] Éi lenkje er send.
   *[other] { $sent } lenkjer er sende.
} { $refused ->
    [one] Éi linje står att i skjemaet og er ikkje send:
   *[other] { $refused } linjer står att i skjemaet og er ikkje sende:
}
invite-refused-address = «{ $line }»: dette er ikkje ei e-postadresse.
invite-refused-organisation = «{ $line }»: vi kjenner ingen organisasjon med dette namnet.
invite-refused-not-asked = «{ $line }»: høyringa spør ikkje denne organisasjonen.
invite-refused-nobody = «{ $line }»: skriv kva organisasjon adressa svarer for.
invite-refused-answered = «{ $line }»: har svart og treng inga ny lenkje.
invite-refused-unsent = «{ $line }»: e-posten kunne ikkje sendast no. Prøv igjen.
statement-assess-next = Vurder innspel { $number }
statement-waits = Ventar på svar
statements-work-none = Her kjem innspela, også dei som ikkje er lesne gjennom.
statement-choices-hint = Tala 1 til 4 vel når markøren står her.
statement-save-next = Lagre og gå til neste
statement-erase = Slett teksten for godt
statement-erase-lead = Tekst, grunngivingar og vedlegg blir sletta, også i historikken, og kan ikkje hentast tilbake. Nummeret, svaret og loggen blir ståande. Tryggingskopiar som er tekne før, har teksten til dei blir bytte ut.
statement-erase-button = Slett for godt
statement-erased = Innspelet er halde tilbake, og teksten er sletta: { $point }
moderated-erased = Sletta for godt
statement-registered = Kom på papir eller på telefon og er skrive inn av programmet.
statement-registered-late = Kom etter fristen og er skrive inn av programmet.
statement-register = Skriv inn eit innspel
statement-register-lead = For det som kom på papir, på telefon eller for seint. Det får nummer og svar som alle andre innspel, og sida seier at det er skrive inn.
statement-register-button = Skriv inn
field-received = Kom inn
field-received-hint = Dagen de fekk det. Er det etter fristen, seier sida det.
registered-partner = Ein partnar
registered-organisation = Ein annan organisasjon
registered-resident = Ein innbyggjar
registered-anonymous = Nokon som ikkje vil oppgi kven dei er
registered-organisation-hint = For ein partnar.
registered-name-hint = For ein annan organisasjon. Namnet blir vist. Skriv ikkje namn på privatpersonar.
registered-statement-hint = Slik det står i brevet, utan namn og adresse på privatpersonar.
field-point-hint = Berre når det blir halde tilbake. Punktet blir vist for alle.
field-assessment-hint = Kva de gjer med det, og kvifor. Blir vist for alle.
field-changed-hint = Då står «endra etter innspel» ved tiltaket i samanlikninga av planane.
field-assessed-by-hint = Ei rolle eller eit organ, ikkje eit namn.
adopt-unanswered = { $count ->
    [one] Planen kan ikkje vedtakast før dette innspelet er vurdert:
   *[other] Planen kan ikkje vedtakast før desse { $count } innspela er vurderte:
}
hearing-organisations = { $count ->
    [0] –
    [one] Éin organisasjon
   *[other] { $count } organisasjonar
}
hearing-why = Kvifor vi spør
hearing-figure-said = { $count ->
    [one] innspel kom inn
   *[other] innspel kom inn
}
hearing-figure-changed = { $count ->
    [one] tiltak vart endra
   *[other] tiltak vart endra
}
hearing-figure-answered = av dei som vart spurde, svarte
hearing-of = { $part } av { $whole }
