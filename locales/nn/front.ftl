# Framsida
front-goals = Er vi på veg?
front-goals-none = Her kjem måla når dei er lagde inn.
front-plan = Kva vi gjer i år
front-plan-none = Her kjem tiltaka for året når handlingsplanen er lagd inn.
front-news = Endra sidan sist
front-news-none = Her kjem det som endrar seg i planen og i tala.
front-news-new = Nytt tiltak
front-news-adopted = revisjon { $number } er vedteken
front-news-figures = Nye tal frå { $publisher }
front-join = Bli med
front-join-measures = Bidra til eit tiltak
front-join-measures-detail = { $count ->
    [one] Eitt tiltak manglar
   *[other] { $count } tiltak manglar
} pengar, til saman { $kroner }.
front-join-organisations = Sjå kven som er med
front-join-organisations-detail = { $count ->
    [one] Éin organisasjon er med.
   *[other] { $count } organisasjonar er med.
}
front-join-contact = Skriv til oss
front-join-contact-detail = Vil du bli partnar, har du ein idé, eller ser du noko som er feil?

# Framsida til nettstaden sjølv
root-title = Vekstprogram
root-lead = { $count } program er her. Vel det du vil sjå.
root-none-title = Her kjem programmet
root-none-lead = Ingen program er lagde inn enno.
root-none-how = Den som driv nettstaden, legg inn eit program frå mappa det står i, med kommandoen vekst load.
