# Organisasjonar og det dei gir
organisations-title = Saman om veksten
organisations-lead = Kommunen, næringslivet og skulane eig programmet saman. Her er kven som er med, kva dei svarar for og kva dei gir.
organisations-owner = Eigar
organisations-executing = Driv programmet
organisations-steering = Styrer
organisations-partner = Partnarar
organisations-contributor = Bidreg
organisations-other = Andre
organisation-role-owner = Prosjekteigar
organisation-role-executing = Driv programmet
organisation-role-steering = Med i styringsgruppa
organisation-role-partner = Partnar
organisation-role-contributor = Bidragsytar
organisation-kind = Type
organisation-kind-municipality = Kommune
organisation-kind-association = Foreining
organisation-kind-company = Bedrift
organisation-kind-school = Skule
organisation-kind-forum = Fagforum
organisation-kind-other = Organisasjon
organisation-number = Organisasjonsnummer
organisation-website = Nettstad
organisation-measure-count = { $count ->
    [0] ingen tiltak enno
   *[other] { $count } tiltak
}
organisation-pledged = { $kroner } lova
organisation-measures-responsible = Svarar for desse tiltaka
organisation-measures-executing = Gjennomfører desse tiltaka
organisation-measures-contributing = Bidreg til desse tiltaka
organisation-goals = Mål ho svarar for
organisation-plans-and-figures = Planar og tal ho svarar for
organisation-gives = Lova og levert
organisation-gives-caption = Bidrag, år for år
organisation-gives-by-measure = Sjå bidraga tiltak for tiltak
organisation-gives-year = År
organisation-gives-pledged = Lova
organisation-gives-delivered = Levert
organisation-gives-pledged-hours = Lova timar
organisation-gives-delivered-hours = Leverte timar
organisation-gives-money = { $pledged } lova, { $delivered } levert.
organisation-gives-time = { $pledged } timar lova, { $delivered } leverte.
