# Planen som dokument (PDF)
document-contents = Innhold
document-introduction = Om planen
document-goals = Målene
document-focus-area = Satsingsområde
document-measures = Tiltak
document-measures-of-goal = Tiltak som skal føre dit
document-status = Status
document-responsible = Ansvarlig
document-executing = Utfører
document-contributing = Bidrar
document-horizon = Horisont
document-dates = Tid
document-serves = Mål
document-depends-on = Bygger på
document-replaced-by = Erstattet av
document-assumptions = Dette må stemme
document-funder = Hvem gir
document-year = År
document-pledged = Lovet
document-delivered = Levert
document-sum = Sum
document-cost = Trengs
document-missing = Mangler
document-table = Tallene bak figuren
document-source = Kilde
document-organisations = Hvem er med
document-name = Organisasjon
document-role = Rolle
document-number = Organisasjonsnummer
document-sources = Kilder
document-example-note = står ved det som er laget for å vise hvordan planen virker, og ikke er et faktum.
document-read-on-the-web = Les mer på nettet
document-content-hash = Innholdsavtrykk (SHA-256)
document-of = av
document-revision = Revisjon { $number }, vedtatt { $date }
document-adopted-by = { $body }, sak { $case }
document-lead = Planen har { $measures }, fordelt på { $areas ->
    [one] ett satsingsområde
   *[other] { $areas } satsingsområder
}. Her er hvem som gjør hva, når, og hvem som betaler.
document-figure-measures = tiltak: { $counts }
document-figure-pledged = er lovet av { $cost }
document-figure-missing = mangler, i { $measures ->
    [one] ett tiltak
   *[other] { $measures } tiltak
}
document-figure-nothing-missing = mangler: alle tiltak er finansiert
document-figure-organisations = organisasjoner er med
document-since = siden { $date }
document-dates-between = { $from } – { $to }
document-hours = { $hours ->
    [one] { $shown } time
   *[other] { $shown } timer
}
document-in-kroner = { $what }, kr
document-in-hours = { $what }, timer
document-money-and-hours = { $money } og { $hours }
document-adopted = Vedtatt
document-role-owner = Eier programmet
document-role-executing = Driver programmet
document-role-steering = I styringsgruppa
document-role-partner = Partner
document-role-contributor = Bidrar
document-source-table = { $publisher }, tabell { $table }
document-source-detail = { $licence }, hentet { $date }
document-source-fetched = Hentet { $date }
document-changes = Hva som er endret, og hvorfor
document-changes-marked = Det som er tatt ut, er strøket over og står i klammer. Det som er nytt, er understreket.
document-measure = Tiltaket
