# Innlogging
sign-in-title = Logg inn
sign-in-lead = Vi sender deg ei lenkje på e-post. Du treng ikkje passord.
sign-in-address = E-postadresse
sign-in-address-hint = Den adressa du har fått tilgang med.
sign-in-address-wrong = Skriv e-postadressa slik: namn@eksempel.no
sign-in-error-title = Rett opp dette for å logge inn
sign-in-send = Send meg ei lenkje
sign-in-sent-title = Sjå i innboksen din
sign-in-sent-lead = Om adressa har tilgang, er ei lenkje på veg. Ho kan brukast éin gong, og verkar i eit kvarter.
sign-in-sent-wait = Kjem ho ikkje, kan ho liggje i søppelposten, eller adressa kan vere ei anna enn den du fekk tilgang med.
sign-in-again = Be om ei ny lenkje
sign-in-open-title = Logg inn i { $programme }
sign-in-open-lead = Trykk på knappen, så er du inne. Lenkja kan berre brukast éin gong.
sign-in-used-title = Lenkja verkar ikkje lenger
sign-in-used-lead = Ho er brukt, eller ho er for gammal. Be om ei ny, så er ho hos deg om eit augeblikk.
sign-in-mail-subject = Logg inn i { $programme }
sign-in-mail-text =
    Hei!

    Her er lenkja som loggar deg inn i { $programme }:

    { $link }

    Ho kan brukast éin gong, og verkar i eit kvarter. Bad du ikkje om ho, kan du sjå bort frå denne e-posten.
role-lead = Programleiar
role-editor = Redaktør
role-steering = Styringsgruppa
role-partner = Partnar
role-analyst = Analytikar
