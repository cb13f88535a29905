# Høringer: det som står i veien, og journalen
trouble-past = Fristen er ute. Den tidligste dagen er { $day }.
trouble-too-short-free = Gi folk minst til dagen etter åpningen. Den tidligste fristen er { $day }.
trouble-too-short-community-plan = Samfunnsdelen skal ligge ute i minst seks uker. Den tidligste fristen er { $day }.
trouble-too-short-public-display = Forslaget skal ligge ute i minst tretti dager. Den tidligste fristen er { $day }.
trouble-shortened = En åpen høring kan få lengre frist, men ikke kortere. Velg en dag etter { $day }.
trouble-nothing-asked = Velg en plan, eller skriv minst ett spørsmål.
trouble-frozen = Høringen er åpnet, og da endres ikke det folk svarer på. Gi lengre frist, eller hold en ny høring.
trouble-not-open = Høringen er ikke åpen.
trouble-late = Fristen var { $day }.
trouble-concluded = Høringen er avsluttet.
trouble-running = Høringen er åpen til { $day }. Vent til fristen er ute.
trouble-not-asked = Denne høringen går til andre.
trouble-answered = Organisasjonen har svart. Endre innspill { $number }.
trouble-nothing = Svar på minst én ting.
trouble-unassessed = Innspill { $number } i høringen «{ $hearing }» er ikke vurdert. Vurder det først.
trouble-draft = Dette er ikke utkastet som ble lagt ut.
trouble-reason = Velg hvilket punkt i reglene som gjelder, når et innspill holdes tilbake.
trouble-attachment = Vedlegget kan ikke brukes.

journal-save-hearing = lagret høringen
journal-withdraw-hearing = tok høringen tilbake
journal-open-hearing = åpnet høringen
journal-extend-hearing = ga lengre høringsfrist
journal-conclude-hearing = avsluttet høringen
journal-receive-statement = mottok et innspill
journal-amend-statement = mottok et endret innspill
journal-moderate-statement = avgjorde om et innspill vises
journal-assess-statement = vurderte et innspill

# Høringer: sidene som alle ser
hearings-lead = { $count ->
    [0] Ingen høringer er åpne nå. Her ser du hva som er spurt om, og hva svarene endret.
    [one] Én høring er åpen nå. Du trenger ikke konto for å svare.
   *[other] { $count } høringer er åpne nå. Du trenger ikke konto for å svare.
}
hearings-open = Åpent nå
hearings-open-none = Her kommer høringer når de åpner.
hearings-over = Avsluttet, og hva det førte til
hearings-all = Alle høringer
hearing-days-left = { $left ->
    [one] siste dag
   *[other] { $left } dager igjen
}
hearing-asked = Vi spør { $who }.
hearing-being-assessed = { $count ->
    [0] Ingen svarte.
    [one] Ett innspill blir vurdert nå.
   *[other] { $count } innspill blir vurdert nå.
}
hearing-came-of = { $count } innspill. Endret etter innspill: { $changed }. Avsluttet { $day }.
hearing-deadline-draft = Fristen blir { $day }.
hearing-deadline-open = { $left ->
    [one] Fristen er i dag, { $day }.
   *[other] Fristen er { $day }. Det er { $left } dager igjen.
}
hearing-deadline-over = Fristen var { $day }.
hearing-phase-draft = Utkast
hearing-phase-open = Åpen
hearing-phase-closed = Fristen er ute
hearing-phase-assessed = Avsluttet
hearing-conclusion = Hva høringen førte til
hearing-changed = { $count ->
    [one] Se tiltaket som ble endret
   *[other] Se de { $count } tiltakene som ble endret
}
hearing-answer = Svar på høringen
hearing-answer-for-own = Du svarer for organisasjonen din.
hearing-no-account = Du trenger ikke konto, og du kan svare på så lite eller mye du vil.
hearing-by-link = De som er spurt, svarer med lenken i e-posten sin, eller logger inn.
hearing-partners-by-link = Partnere svarer for organisasjonen sin med lenken i e-posten, eller logger inn.
hearing-questions = Dette spør vi om
hearing-question-measures = { $count ->
    [one] Står tiltaket seg? Du kan svare ja, med endringer, nei eller vet ikke, og si hvorfor.
   *[other] Står hvert av de { $count } tiltakene seg? Du kan svare ja, med endringer, nei eller vet ikke, og si hvorfor.
}
hearing-draft = Utkastet
hearing-draft-lead = Slik planen ble lagt ut { $day }. Den endres ikke mens høringen er åpen.
hearing-draft-responsible = { $who } svarer for tiltaket.
hearing-draft-not-asked = Vi spør ikke om dette tiltaket.
hearing-draft-hash = Utkastets fingeravtrykk (SHA-256)
hearing-about = Om høringen
hearing-kind = Slags høring
hearing-kind-free = Fri høring
hearing-kind-community-plan = Høring av kommuneplanens samfunnsdel, minst seks uker (plan- og bygningsloven §§ 11-13 og 11-14)
hearing-kind-public-display = Offentlig i minst tretti dager før vedtaket (plan- og bygningsloven §§ 10-1 og 11-4)
hearing-circles = Hvem vi spør
hearing-period = Åpen
hearing-plan = Planen det gjelder
hearing-extended = Fristen var { $day } og ble utsatt
circle-public = alle
circle-residents = innbyggerne
circle-partners = partnerne
circle-forum = et fagforum
sender-partner = En partner
sender-organisation = En organisasjon
sender-resident = En innbygger
sender-anonymous = Ikke oppgitt
sender-choice-resident = Innbygger
sender-choice-organisation = En organisasjon eller bedrift
sender-choice-anonymous = Vil ikke oppgi
holds-yes = Ja
holds-changes = Med endringer
holds-no = Nei
holds-unknown = Vet ikke
outcome-taken-in = Tatt inn
outcome-partly = Tatt inn delvis
outcome-not-taken-in = Ikke tatt inn
outcome-noted = Tatt til orientering
statements-title = { $count ->
    [one] Ett innspill
   *[other] { $count } innspill
}
statements-none = Her kommer innspillene etter hvert som de er lest gjennom.
statements-waiting = { $count ->
    [one] Ett innspill er kommet, men ikke lest gjennom ennå.
   *[other] { $count } innspill er kommet, men ikke lest gjennom ennå.
}
statement-title = Innspill { $number }
statement-answers = Svar om { $measures }
statement-not-assessed = Det er ikke vurdert ennå.
statement-attachments = Vedlegg
statement-verdicts = Står tiltakene seg?
statement-changed = Endret av den som sendte det
statement-waiting = Innspillet er mottatt og blir vist når noen har lest gjennom det.
statement-withheld = Innspillet vises ikke: { $point } Det blir likevel vurdert når det er noe å vurdere.
assessment-changed = Endret etter innspillet:
assessment-by = Vurdert av { $who }
matrix-title = Hvem som svarte, og hva de mener
matrix-response = { $answered } av { $invited } organisasjoner som ble spurt, har svart.
matrix-small = Der færre enn fem har svart, er tallene enkeltstemmer og sier lite om resten.
matrix-who = Hvem som er spurt, og hvem som har svart
matrix-group = Slags partner
matrix-invited = Spurt
matrix-answered = Svart
matrix-silent = Ikke svart
matrix-unasked = Svart uten å være spurt
matrix-all = Står tiltakene seg? Alle som har svart
matrix-of = Svarene fra: { $group }
matrix-measure = Tiltak
group-municipality = Kommuner
group-association = Foreninger
group-company = Bedrifter
group-school = Skoler
group-forum = Fagforum
group-other = Andre partnere
group-outside = Andre organisasjoner
group-residents = Innbyggere
group-unnamed = Har ikke oppgitt hvem de er

# Reglene for hva som vises
hearing-rules-title = Slik behandler vi innspill
hearing-rules-lead = Alle innspill får nummer og svar, og alle kan lese dem. Bare fem grunner er gode nok til å holde et innspill tilbake.
hearing-rules-shown = Det organisasjonene i programmet svarer, vises med en gang. Andre innspill blir først lest gjennom av programmet, som regel innen to virkedager.
hearing-rules-withheld = Vi holder bare tilbake et innspill når ett av dette stemmer:
hearing-rules-assessed = Et innspill som holdes tilbake, blir likevel vurdert, med mindre det er reklame eller er sendt før. At vi er uenige, er aldri en grunn.
hearing-rules-persons = Navn og e-post til privatpersoner vises aldri, og slettes når høringen avsluttes, og senest seks måneder etter fristen. Den som oppga e-post, får først svaret tilsendt. Organisasjoner vises med navn.
hearing-rules-complain = Mener du at vi har tatt feil? Skriv til { $contact }.
moderation-log = Det vi har avgjort
moderation-log-none = Her kommer hver avgjørelse om å vise eller holde tilbake et innspill.
moderated-published = Vist
moderated-withheld = Holdt tilbake
moderated-waiting = Endret, og venter på å bli lest
moderation-reason-personal-data = Det forteller noe om noen som andre ikke har noe med.
moderation-reason-insult = Det trakasserer eller truer noen.
moderation-reason-unlawful = Loven forbyr å vise det.
moderation-reason-advertising = Det er reklame eller laget av en robot.
moderation-reason-duplicate = Den samme har sendt det samme før.

# Å svare
answer-title = Svar: { $title }
answer-for = Du svarer for
answer-measures = Står tiltakene seg?
answer-measures-lead = Svar på dem du har en mening om.
answer-measures-own = Tiltak dere er med på
answer-measures-others = { $count ->
    [one] Ett tiltak til
   *[other] { $count } tiltak til
}
answer-measures-all = { $count ->
    [one] Svar på ett tiltak
   *[other] Svar på ett eller flere av { $count } tiltak
}
answer-measure-draft = Hva tiltaket går ut på
answer-why = Hvorfor?
answer-text = Hva vil du si oss?
answer-text-hint = Skriv ikke om andres helse, familie eller lignende. Alle kan lese innspillet.
answer-kept = Vedlegg
answer-kept-hint = Ta bort haken for det som ikke skal være med.
answer-send = Send innspillet
answer-published-at-once = Svaret vises med en gang, med navnet på organisasjonen.
answer-published-when-read = Innspillet vises når noen har lest gjennom det. Navn og e-post vises ikke.
answer-known-title = Det er svart: innspill { $number }
answer-known = Svaret fra { $day } står i skjemaet. Endre det, og send på nytt.
answer-conflict-title = En annen har svart mens du skrev
answer-conflict = Innspill { $number } er sendt med den samme lenken eller for den samme organisasjonen. Det du skrev, står i skjemaet. Sender du nå, trer ditt svar i stedet for det andre.
answer-conflict-theirs = Se hva som er sendt
answer-over-title = Fristen er ute
answer-over = Fristen var { $day }. Er det noe viktig, kan du skrive til { $contact }. Programmet kan ta med innspill som kommer sent.
answer-over-assessed = Høringen er avsluttet, og alle innspill er vurdert. Fristen var { $day }. Skriv til { $contact } om du lurer på noe.
answer-see-own = Se innspill { $number }
answer-others-title = Denne høringen går til andre
answer-others = Vi spør { $who }. Vil du si noe likevel, kan du skrive til { $contact }. Er du partner, kan du logge inn eller bruke lenken i e-posten.
answer-unknown-title = Lenken virker ikke
answer-unknown = Kanskje ble den ikke kopiert helt, eller du har fått en nyere. Bruk den nyeste e-posten, eller skriv til { $contact }.
answer-too-large-title = Vedleggene er for store
answer-too-large = Til sammen kan de være { $megabytes } MB. Gå tilbake i nettleseren: det du skrev, står der. Velg mindre filer, og send på nytt.
receipt-title = Takk, innspill { $number } er mottatt
receipt-lead = Du har svart på «{ $title }».
receipt-number = er nummeret på innspillet
receipt-measures = { $count ->
    [one] tiltak du svarte på, av ett
   *[other] tiltak du svarte på, av { $count }
}
receipt-assessed = Alle innspill får svar. Du ser svaret på siden til innspillet.
receipt-change-link = Du kan endre innspillet med den samme lenken til og med { $day }.
receipt-change-member = Du kan endre svaret her til og med { $day }.
receipt-change-form = Oppga du e-post, har vi sendt deg en lenke. Med den kan du endre innspillet til og med { $day }.
receipt-follow = Se innspill { $number }
statement-mail-subject = Innspill { $number } er mottatt: { $title }
statement-mail-text = 
    Hei!

    Takk for innspill { $number } til «{ $title }». Alle innspill får svar. Svaret kommer her:

    { $page }

    Du kan endre innspillet til og med { $day } med denne lenken. Del den ikke med andre:

    { $link }

    Navn og e-post slettes når høringen avsluttes.

    Hilsen { $programme }
field-sender = Hvem er du?
field-organisation-name = Navnet på organisasjonen
field-organisation-name-hint = Bare hvis du svarer for en organisasjon. Navnet vises.
field-person-name = Navnet ditt
field-person-name-hint = Vises ikke, og slettes når høringen avsluttes.
field-email-statement-hint = Vi sender kvittering og en lenke du kan endre innspillet med. Vises ikke, og slettes når høringen avsluttes.
field-rest = Alle tiltak vi ikke svarer på, står seg for oss
field-rest-hint = For deg som har fem minutter: sett hake her, og svar bare på dem som bør endres.
field-files = Legg ved filer
field-files-hint = Inntil { $most } filer på { $megabytes } MB: pdf, png, jpg eller ren tekst. Alle kan laste dem ned.
field-statement = Innspillet
mistake-sender = Velg hvem du er
mistake-organisation-name = Skriv navnet på organisasjonen
mistake-file-kind = { $name } er ikke pdf, png, jpg eller ren tekst.
mistake-file-large = { $name } er for stor.
mistake-files-many = { $name } kom ikke med: det er plass til { $most } filer.
guard-leave-empty = La dette feltet stå tomt
guard-trap = Et felt som skal stå tomt, var fylt ut. Nå er det tomt. Send på nytt. Det du skrev, står her.
guard-again = Send en gang til. Det du skrev, står her. Vi ber om det for å holde roboter ute.
guard-flood = Det kommer svært mange svar akkurat nå. Vent noen minutter, og send på nytt. Det du skrev, står her.

# Høringer i arbeidsrommet
hearing-new = Ny høring
hearing-to-assess = { $count ->
    [0] Ingen innspill venter på svar.
    [one] Ett innspill venter på svar.
   *[other] { $count } innspill venter på svar.
}
hearing-open = Åpne høringen
hearing-open-lead = Når du åpner, legges planen ut slik den er nå, og spørsmålene kan ikke endres.
hearing-extend = Gi lengre frist
hearing-invite = Send personlige lenker
hearing-conclude = Avslutt høringen
hearing-conclude-hint = Hva høringen førte til. Teksten vises for alle. Navn og e-post til dem som svarte, slettes.
hearing-body-hint = Hva dere spør om, og hvorfor.
hearing-deadline-hint = Siste dag for å svare.
hearing-questions-hint = Ett spørsmål på hver linje.
statement-show = Skal innspillet vises?
statement-assess = Vurder innspillet
publication-waiting = Ikke lest gjennom
publication-published = Vises
publication-withheld = Holdt tilbake
field-kind = Slags høring
field-circles = Hvem spør dere?
field-deadline = Frist
field-every-measure = Spør om hvert tiltak står seg
field-questions = Spørsmål
field-conclusion = Hva høringen førte til
field-publication = Avgjørelse
field-point = Grunn til å holde det tilbake
field-becomes = Hva ble det til?
field-assessment = Svaret vårt
field-changed = Tiltak som ble endret
field-assessed-by = Vurdert av
saved-hoering = Høringen er oppdatert.
hearing-mail-subject = Vi vil høre hva dere mener: { $title }
hearing-mail-for = Med denne lenken svarer du for { $organisation }, uten å logge inn:
hearing-mail-for-oneself = Med denne lenken svarer du uten å logge inn:
hearing-mail-text =
    Hei!

    { $programme } spør om «{ $title }». { $answers }

    { $link }

    Du kan svare, og endre svaret, til og med { $day }. Lenken er din: den som har den, kan svare i stedet for deg.

    E-postadressen din slettes når høringen er avsluttet, og senest { $forgotten }.

    Hilsen { $programme }
answered-mail-subject = Svar på innspill { $number }: { $title }
answered-mail-changed = Dette ble endret: { $measures }.
answered-mail-nothing = Ingen tiltak ble endret.
answered-mail-text =
    Hei!

    Høringen «{ $title }» er avsluttet. Her er svaret på innspill { $number }.

    { $outcome }. { $answer }

    { $changed }

    Innspillet og svaret står her: { $page }

    Navn og e-postadresser til dem som svarte, er nå slettet hos oss. Dette er den siste e-posten om høringen.

    Hilsen { $programme }

# Høringer i arbeidsrommet: å planlegge, spørre og følge opp
hearings-work-lead = { $count ->
    [0] Ingen innspill venter på svar.
    [one] Ett innspill venter på svar.
   *[other] { $count } innspill venter på svar.
}
hearing-edit = Endre høringen
hearing-withdraw = Trekk høringen
hearing-conflict = Noen andre har lagret høringen etter at du åpnet den. Det du skrev, står her. Trykk en gang til for å la ditt gjelde.
hearing-circles-hint = Alle og innbyggerne svarer med skjemaet på siden. Partnere og forum svarer for organisasjonen sin.
hearing-forum = Fagforumet som spørres
hearing-some-measures = Velg tiltak ett for ett
hearing-some-measures-hint = Gjelder når dere ikke spør om alle. Tiltakene må høre til planen som er valgt over.
hearing-will-ask = Organisasjoner som spørres
hearing-extend-hint = Hvorfor folk får lengre tid. Vises på siden.
field-forum-name = Navnet på forumet
field-members = Organisasjonene i forumet
field-measures = Tiltak dere spør om
mistake-circles = Velg minst én gruppe som skal spørres.
mistake-forum-name = Skriv navnet på forumet.
mistake-forum-members = Velg organisasjonene i forumet.
mistake-measures-plan = Velg planen som tiltakene hører til, eller ta bort tiltak fra andre planer.
mistake-before-opening = Høringen var ikke åpnet denne dagen.
mistake-file-gone = { $name } lå for lenge uten å bli sendt og er slettet. Legg den ved på nytt.
saved-hoering-trukket = Høringen er trukket. Ingen andre har sett den.
saved-hoering-avsluttet = Høringen er avsluttet. De som oppga e-post, får svaret, og navn og adresser er slettet.
saved-lenker = Lenkene er sendt.
saved-paaminnet = De som ikke har svart, har fått en ny lenke. Den gamle virker ikke lenger.
saved-innspill = Innspillet er skrevet inn og har fått nummer.
saved-avgjort-innspill = Avgjørelsen står i loggen som alle kan lese.
saved-innspill-slettet = Teksten er slettet for godt. Loggen viser at det er gjort.
journal-erase-statement = slettet teksten i et innspill
trouble-not-withheld = Bare innspill som er holdt tilbake, kan slettes. Hold det tilbake først.
links-title = Personlige lenker
links-lead = { $count ->
    [0] Ingen har fått lenke ennå.
    [one] Én har fått lenke. { $silent ->
        [0] Den er besvart.
       *[other] Den er ikke besvart.
    }
   *[other] { $count } har fått lenke. { $silent ->
        [0] Alle har svart.
        [one] Én har ikke svart.
       *[other] { $silent } har ikke svart.
    }
}
links-unreached = Spurt, men uten lenke og uten svar:
links-table = Hvem som har fått lenke
links-address = E-postadresse
links-for = Svarer for
links-oneself = Seg selv
links-sent = Sendt
links-became = Hva skjedde
links-forgotten = Slettet
links-answered = Svarte { $day }
links-answered-otherwise = Organisasjonen har svart: innspill { $number }
links-opened = Åpnet { $day }, ikke svart
links-unopened = Ikke åpnet
links-remind = { $count ->
    [one] Minn den som ikke har svart
   *[other] Minn de { $count } som ikke har svart
}
hearing-invite-send = Send lenkene
invite-addresses-hint = Én mottaker på hver linje: e-postadresse, komma og organisasjonen adressen svarer for. Du kan lime inn fra et regneark.
invite-organisation-hint = Brukes for linjer uten organisasjon.
field-everybody = Send også til alle som kan logge inn for organisasjonene som er spurt
invite-none = Skriv minst én e-postadresse, eller kryss av for alle som kan logge inn.
invite-many = Send til inntil 500 om gangen.
invite-report = { $sent ->
    [0] Ingen lenker er sendt.
    [one] Én lenke er sendt.
   *[other] { $sent } lenker er sendt.
} { $refused ->
    [one] Én linje står igjen i skjemaet og er ikke sendt:
   *[other] { $refused } linjer står igjen i skjemaet og er ikke sendt:
}
invite-refused-address = «{ $line }»: dette er ikke en e-postadresse.
invite-refused-organisation = «{ $line }»: vi kjenner ingen organisasjon med dette navnet.
invite-refused-not-asked = «{ $line }»: høringen spør ikke denne organisasjonen.
invite-refused-nobody = «{ $line }»: skriv hvilken organisasjon adressen svarer for.
invite-refused-answered = «{ $line }»: har svart og trenger ingen ny lenke.
invite-refused-unsent = «{ $line }»: e-posten kunne ikke sendes nå. Prøv igjen.
statement-assess-next = Vurder innspill { $number }
statement-waits = Venter på svar
statements-work-none = Her kommer innspillene, også de som ikke er lest gjennom.
statement-choices-hint = Tallene 1 til 4 velger når markøren står her.
statement-save-next = Lagre og gå til neste
statement-erase = Slett teksten for godt
statement-erase-lead = Tekst, begrunnelser og vedlegg slettes, også i historikken, og kan ikke hentes tilbake. Nummeret, svaret og loggen blir stående. Sikkerhetskopier som er tatt før, har teksten til de byttes ut.
statement-erase-button = Slett for godt
statement-erased = Innspillet er holdt tilbake, og teksten er slettet: { $point }
moderated-erased = Slettet for godt
statement-registered = Kom på papir eller på telefon og er skrevet inn av programmet.
statement-registered-late = Kom etter fristen og er skrevet inn av programmet.
statement-register = Skriv inn et innspill
statement-register-lead = For det som kom på papir, på telefon eller for sent. Det får nummer og svar som alle andre innspill, og siden sier at det er skrevet inn.
statement-register-button = Skriv inn
field-received = Kom inn
field-received-hint = Dagen da dere fikk det. Er det etter fristen, sier siden det.
registered-partner = En partner
registered-organisation = En annen organisasjon
registered-resident = En innbygger
registered-anonymous = Noen som ikke vil oppgi hvem de er
registered-organisation-hint = For en partner.
registered-name-hint = For en annen organisasjon. Navnet vises. Skriv ikke navn på privatpersoner.
registered-statement-hint = Slik det står i brevet, uten navn og adresse på privatpersoner.
field-point-hint = Bare når det holdes tilbake. Punktet vises for alle.
field-assessment-hint = Hva dere gjør med det, og hvorfor. Vises for alle.
field-changed-hint = Da står «endret etter innspill» ved tiltaket i sammenlikningen av planene.
field-assessed-by-hint = En rolle eller et organ, ikke et navn.
adopt-unanswered = { $count ->
    [one] Planen kan ikke vedtas før dette innspillet er vurdert:
   *[other] Planen kan ikke vedtas før disse { $count } innspillene er vurdert:
}
hearing-organisations = { $count ->
    [0] –
    [one] Én organisasjon
   *[other] { $count } organisasjoner
}
hearing-why = Hvorfor vi spør
hearing-figure-said = { $count ->
    [one] innspill kom inn
   *[other] innspill kom inn
}
hearing-figure-changed = { $count ->
    [one] tiltak ble endret
   *[other] tiltak ble endret
}
hearing-figure-answered = av dem som ble spurt, svarte
hearing-of = { $part } av { $whole }
