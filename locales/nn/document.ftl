# Planen som dokument (PDF)
document-contents = Innhald
document-introduction = Om planen
document-goals = Måla
document-focus-area = Satsingsområde
document-measures = Tiltak
document-measures-of-goal = Tiltak som skal føre dit
document-status = Status
document-responsible = Ansvarleg
document-executing = Utfører
document-contributing = Bidreg
document-horizon = Horisont
document-dates = Tid
document-serves = Mål
document-depends-on = Byggjer på
document-replaced-by = Erstatta av
document-assumptions = Dette må stemme
document-funder = Kven gir
document-year = År
document-pledged = Lova
document-delivered = Levert
document-sum = Sum
document-cost = Trengst
document-missing = Manglar
document-table = Tala bak figuren
document-source = Kjelde
document-organisations = Kven er med
document-name = Organisasjon
document-role = Rolle
document-number = Organisasjonsnummer
document-sources = Kjelder
document-example-note = står ved det som er laga for å vise korleis planen verkar, og ikkje er eit faktum.
document-read-on-the-web = Les meir på nettet
document-content-hash = Innhaldsavtrykk (SHA-256)
document-of = av
document-revision = Revisjon { $number }, vedteken { $date }
document-adopted-by = { $body }, sak { $case }
document-lead = Planen har { $measures }, fordelte på { $areas ->
    [one] eitt satsingsområde
   *[other] { $areas } satsingsområde
}. Her er kven som gjer kva, når, og kven som betaler.
document-figure-measures = tiltak: { $counts }
document-figure-pledged = er lova av { $cost }
document-figure-missing = manglar, i { $measures ->
    [one] eitt tiltak
   *[other] { $measures } tiltak
}
document-figure-nothing-missing = manglar: alle tiltak er finansierte
document-figure-organisations = organisasjonar er med
document-since = sidan { $date }
document-dates-between = { $from } – { $to }
document-hours = { $hours ->
    [one] { $shown } time
   *[other] { $shown } timar
}
document-in-kroner = { $what }, kr
document-in-hours = { $what }, timar
document-money-and-hours = { $money } og { $hours }
document-adopted = Vedteken
document-role-owner = Eig programmet
document-role-executing = Driv programmet
document-role-steering = I styringsgruppa
document-role-partner = Partnar
document-role-contributor = Bidreg
document-source-table = { $publisher }, tabell { $table }
document-source-detail = { $licence }, henta { $date }
document-source-fetched = Henta { $date }
document-changes = Kva som er endra, og kvifor
document-changes-marked = Det som er teke ut, er stroke over og står i klammer. Det som er nytt, er understreka.
document-measure = Tiltaket
