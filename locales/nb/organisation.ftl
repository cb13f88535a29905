# Organisasjoner og det de gir
organisations-title = Sammen om veksten
organisations-lead = Kommunen, næringslivet og skolene eier programmet sammen. Her er hvem som er med, hva de svarer for og hva de gir.
organisations-owner = Eier
organisations-executing = Driver programmet
organisations-steering = Styrer
organisations-partner = Partnere
organisations-contributor = Bidrar
organisations-other = Andre
organisation-role-owner = Prosjekteier
organisation-role-executing = Driver programmet
organisation-role-steering = Med i styringsgruppa
organisation-role-partner = Partner
organisation-role-contributor = Bidragsyter
organisation-kind = Type
organisation-kind-municipality = Kommune
organisation-kind-association = Forening
organisation-kind-company = Bedrift
organisation-kind-school = Skole
organisation-kind-forum = Fagforum
organisation-kind-other = Organisasjon
organisation-number = Organisasjonsnummer
organisation-website = Nettsted
organisation-measure-count = { $count ->
    [0] ingen tiltak ennå
   *[other] { $count } tiltak
}
organisation-pledged = { $kroner } lovet
organisation-measures-responsible = Svarer for disse tiltakene
organisation-measures-executing = Gjennomfører disse tiltakene
organisation-measures-contributing = Bidrar til disse tiltakene
organisation-goals = Mål den svarer for
organisation-plans-and-figures = Planer og tall den svarer for
organisation-gives = Lovet og levert
organisation-gives-caption = Bidrag, år for år
organisation-gives-by-measure = Se bidragene tiltak for tiltak
organisation-gives-year = År
organisation-gives-pledged = Lovet
organisation-gives-delivered = Levert
organisation-gives-pledged-hours = Lovede timer
organisation-gives-delivered-hours = Leverte timer
organisation-gives-money = { $pledged } lovet, { $delivered } levert.
organisation-gives-time = { $pledged } timer lovet, { $delivered } levert.
