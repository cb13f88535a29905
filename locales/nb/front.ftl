# Forsiden
front-goals = Er vi på vei?
front-goals-none = Her kommer målene når de er lagt inn.
front-plan = Hva vi gjør i år
front-plan-none = Her kommer årets tiltak når handlingsplanen er lagt inn.
front-news = Endret siden sist
front-news-none = Her kommer det som endrer seg i planen og i tallene.
front-news-new = Nytt tiltak
front-news-adopted = revisjon { $number } er vedtatt
front-news-figures = Nye tall fra { $publisher }
front-join = Bli med
front-join-measures = Bidra til et tiltak
front-join-measures-detail = { $count ->
    [one] Ett tiltak mangler
   *[other] { $count } tiltak mangler
} penger, til sammen { $kroner }.
front-join-organisations = Se hvem som er med
front-join-organisations-detail = { $count ->
    [one] Én organisasjon er med.
   *[other] { $count } organisasjoner er med.
}
front-join-contact = Skriv til oss
front-join-contact-detail = Vil du bli partner, har du en idé, eller ser du noe som er feil?

# Nettstedets egen forside
root-title = Vekstprogrammer
root-lead = { $count } programmer er her. Velg det du vil se.
root-none-title = Her kommer programmet
root-none-lead = Ingen programmer er lagt inn ennå.
root-none-how = Den som driver nettstedet, legger inn et program fra mappen det står i, med kommandoen vekst load.
