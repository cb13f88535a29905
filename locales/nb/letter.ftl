# Brevet til partnerne
letter-greeting = Kjære partner
letter-greeting-all = Kjære partnere
letter-goals-stand = { $count ->
    [one] Vekstmålet står som før.
   *[other] Alle de { $count } vekstmålene står som før.
}
letter-own = Dette gjelder dere
letter-own-none = Dere har ikke ansvar for noe i planen ennå, og har ikke lovet noe til den. Vil dere være med på et av tiltakene, så si fra til oss.
letter-own-kept = { $count ->
    [one] Dette står som før: { $names }.
   *[other] Disse { $count } tiltakene står som før: { $names }.
}
letter-sum-none = Dere har ikke lovet penger eller timer. Det dere gjør, er nevnt her.
letter-sum-same = Til sammen har dere lovet { $amount }, det samme som før.
letter-sum-new = Til sammen har dere nå lovet { $amount }.
letter-sum-gone = Dere hadde lovet { $before }. Ikke noe av det trengs i planen slik den er nå.
letter-sum-changed = Til sammen hadde dere lovet { $before }. Nå er det { $after }.
letter-sum-delivered = Av dette er { $amount } levert. Takk for det.
letter-fate-kept = står.
letter-fate-changed = er endret.
letter-fate-paused = er satt på vent.
letter-fate-stopped = er stoppet.
letter-fate-replaced = er erstattet.
letter-fate-removed = er tatt ut av planen.
letter-fate-new = er nytt.
letter-pledge-same = Dere har lovet { $amount }, som før.
letter-pledge-new = Dere har lovet { $amount }.
letter-pledge-gone = Dere hadde lovet { $before }. Det trengs ikke her lenger.
letter-pledge-changed = Dere hadde lovet { $before }. Nå er det { $after }.
letter-delivered = { $amount } er levert.
letter-delivered-all = Alt er levert.
letter-duty-both = Dere har ansvaret og gjennomfører det.
letter-duty-responsible = Dere har ansvaret.
letter-duty-executing = Dere er med på å gjennomføre det.
letter-ends = Det skal være ferdig { $after }, ikke { $before }.
letter-why = Grunnen: { $why }
letter-instead = I stedet kommer { $name }.
letter-rest = Hele planen
letter-and-more = { $names } og { $count } til
letter-becomes = { $name } (blir til { $other })
letter-we-kept = **Vi beholder** { $names }.
letter-we-changed = **Vi endrer** { $names }.
letter-we-paused = **Vi setter på vent** { $names }.
letter-we-stopped = **Vi stopper** { $names }.
letter-we-replaced = **Vi erstatter** { $names }.
letter-we-removed = **Vi tar ut** { $names }.
letter-we-new = **Vi starter** { $names }.
letter-see-changes = Se alt som er endret, og hvorfor
letter-next = Hva skjer nå?
letter-to = Til { $name }
letter-title = Brev til partnerne
letter-draft-subject = Planen er endret
letter-draft-closing = Si fra til oss hvis noe her ikke stemmer, eller hvis dere mener at noe annet bør gjøres først. Vi leser alt, og dere får svar.

    Takk for at dere er med.
letter-workspace-lead = Skriv det som er felles for alle. Det hver partner trenger å vite om sitt eget, står i brevet av seg selv.
letter-common = Felles for alle
letter-partners = Brevene
letter-partners-lead = Les hvert brev før du sender det. Under hvert brev kan du skrive noe til den ene partneren.
letter-not-saved = Lagre det som er felles først. Da kan du skrive til hver partner og sende.
letter-read = Les brevet
letter-not-sent = Ikke sendt
letter-sent = { $count ->
    [one] Sendt { $date } til én mottaker
   *[other] Sendt { $date } til { $count } mottakere
}
letter-write = Skriv brevet til partnerne
letter-save = Lagre brevet
letter-to-one = Bare til denne partneren
letter-send-title = Send brevet
letter-send = Send på e-post
letter-send-lead = Brevet sendes som vanlig tekst, ett til hver adresse. Adressene lagres ikke.
letter-pdf = Brevet som PDF
letter-text = Brevet som tekst
letter-language = Språk: { $language }
letter-public-title = Brev til partnerne
letter-addresses-none = Skriv minst én adresse.
letter-addresses-wrong = «{ $typed }» er ingen e-postadresse.
letter-addresses-many = Høyst { $most } adresser om gangen.
letter-mail-failed = E-posten kunne ikke sendes til alle: { $sent } av { $all } gikk ut. Prøv igjen med resten.
field-subject = Overskrift
field-opening = Innledning
field-opening-hint = Det du vil si til alle først. Du kan bruke avsnitt, lister og lenker (Markdown).
field-closing = Hva skjer nå?
field-closing-hint = Det som skjer videre, og hva du ber partnerne om.
field-signed = Underskrift
field-signed-hint = Hvem som skriver under, for eksempel rollen og hvem den er for. Én linje for hver.
field-published = Vis det felles brevet for alle på nettsiden
field-greeting = Hilsen først
field-greeting-hint = I stedet for «Kjære partner».
field-own-words = Noe bare til dem
field-own-words-hint = Står etter innledningen, bare i dette brevet.
field-recipients = E-postadresser
field-recipients-hint = Én på hver linje.
saved-brev = Brevet er lagret.
saved-brev-sendt = Brevet er sendt.
saved-brev-uten-post = Brevet er lagt i utboksen, for det er ikke satt opp noen e-posttjener.
journal-save-letter = skrev på brevet til partnerne
journal-send-letter = sendte brevet til en partner
letter-conflict = Noen andre har skrevet på brevet siden du åpnet det. Åpne det på nytt, og skriv inn det du hadde tenkt.
