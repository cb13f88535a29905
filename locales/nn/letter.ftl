# Brevet til partnarane
letter-greeting = Kjære partnar
letter-greeting-all = Kjære partnarar
letter-goals-stand = { $count ->
    [one] Vekstmålet står som før.
   *[other] Alle dei { $count } vekstmåla står som før.
}
letter-own = Dette gjeld dykk
letter-own-none = De har ikkje ansvar for noko i planen enno, og har ikkje lova noko til han. Vil de vere med på eit av tiltaka, så sei frå til oss.
letter-own-kept = { $count ->
    [one] Dette står som før: { $names }.
   *[other] Desse { $count } tiltaka står som før: { $names }.
}
letter-sum-none = De har ikkje lova pengar eller timar. Det de gjer, er nemnt her.
letter-sum-same = Til saman har de lova { $amount }, det same som før.
letter-sum-new = Til saman har de no lova { $amount }.
letter-sum-gone = De hadde lova { $before }. Ikkje noko av det trengst i planen slik han er no.
letter-sum-changed = Til saman hadde de lova { $before }. No er det { $after }.
letter-sum-delivered = Av dette er { $amount } levert. Takk for det.
letter-fate-kept = står.
letter-fate-changed = er endra.
letter-fate-paused = er sett på vent.
letter-fate-stopped = er stoppa.
letter-fate-replaced = er erstatta.
letter-fate-removed = er teke ut av planen.
letter-fate-new = er nytt.
letter-pledge-same = De har lova { $amount }, som før.
letter-pledge-new = De har lova { $amount }.
letter-pledge-gone = De hadde lova { $before }. Det trengst ikkje her lenger.
letter-pledge-changed = De hadde lova { $before }. No er det { $after }.
letter-delivered = { $amount } er levert.
letter-delivered-all = Alt er levert.
letter-duty-both = De har ansvaret og gjennomfører det.
letter-duty-responsible = De har ansvaret.
letter-duty-executing = De er med på å gjennomføre det.
letter-ends = Det skal vere ferdig { $after }, ikkje { $before }.
letter-why = Grunnen: { $why }
letter-instead = I staden kjem { $name }.
letter-rest = Heile planen
letter-and-more = { $names } og { $count } til
letter-becomes = { $name } (blir til { $other })
letter-we-kept = **Vi held fram med** { $names }.
letter-we-changed = **Vi endrar** { $names }.
letter-we-paused = **Vi set på vent** { $names }.
letter-we-stopped = **Vi stoppar** { $names }.
letter-we-replaced = **Vi erstattar** { $names }.
letter-we-removed = **Vi tek ut** { $names }.
letter-we-new = **Vi startar** { $names }.
letter-see-changes = Sjå alt som er endra, og kvifor
letter-next = Kva skjer no?
letter-to = Til { $name }
letter-title = Brev til partnarane
letter-draft-subject = Planen er endra
letter-draft-closing = Sei frå til oss dersom noko her ikkje stemmer, eller dersom de meiner at noko anna bør gjerast først. Vi les alt, og de får svar.

    Takk for at de er med.
letter-workspace-lead = Skriv det som er felles for alle. Det kvar partnar treng å vite om sitt eige, står i brevet av seg sjølv.
letter-common = Felles for alle
letter-partners = Breva
letter-partners-lead = Les kvart brev før du sender det. Under kvart brev kan du skrive noko til den eine partnaren.
letter-not-saved = Lagre det som er felles først. Då kan du skrive til kvar partnar og sende.
letter-read = Les brevet
letter-not-sent = Ikkje sendt
letter-sent = { $count ->
    [one] Sendt { $date } til éin mottakar
   *[other] Sendt { $date } til { $count } mottakarar
}
letter-write = Skriv brevet til partnarane
letter-save = Lagre brevet
letter-to-one = Berre til denne partnaren
letter-send-title = Send brevet
letter-send = Send på e-post
letter-send-lead = Brevet blir sendt som vanleg tekst, eitt til kvar adresse. Adressene blir ikkje lagra.
letter-pdf = Brevet som PDF
letter-text = Brevet som tekst
letter-language = Språk: { $language }
letter-public-title = Brev til partnarane
letter-addresses-none = Skriv minst éi adresse.
letter-addresses-wrong = «{ $typed }» er inga e-postadresse.
letter-addresses-many = Høgst { $most } adresser om gongen.
letter-mail-failed = E-posten kunne ikkje sendast til alle: { $sent } av { $all } gjekk ut. Prøv igjen med resten.
field-subject = Overskrift
field-opening = Innleiing
field-opening-hint = Det du vil seie til alle først. Du kan bruke avsnitt, lister og lenkjer (Markdown).
field-closing = Kva skjer no?
field-closing-hint = Det som skjer vidare, og kva du ber partnarane om.
field-signed = Underskrift
field-signed-hint = Kven som skriv under, til dømes rolla og kven ho er for. Éi linje for kvar.
field-published = Vis det felles brevet for alle på nettsida
field-greeting = Helsing først
field-greeting-hint = I staden for «Kjære partnar».
field-own-words = Noko berre til dei
field-own-words-hint = Står etter innleiinga, berre i dette brevet.
field-recipients = E-postadresser
field-recipients-hint = Éi på kvar linje.
saved-brev = Brevet er lagra.
saved-brev-sendt = Brevet er sendt.
saved-brev-uten-post = Brevet er lagt i utboksen, for det er ikkje sett opp nokon e-posttenar.
journal-save-letter = skreiv på brevet til partnarane
journal-send-letter = sende brevet til ein partnar
letter-conflict = Nokon andre har skrive på brevet sidan du opna det. Opne det på nytt, og skriv inn det du hadde tenkt.
