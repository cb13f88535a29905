# Innlogging
sign-in-title = Logg inn
sign-in-lead = Vi sender deg en lenke på e-post. Du trenger ikke passord.
sign-in-address = E-postadresse
sign-in-address-hint = Den adressen du har fått tilgang med.
sign-in-address-wrong = Skriv e-postadressen slik: navn@eksempel.no
sign-in-error-title = Rett opp dette for å logge inn
sign-in-send = Send meg en lenke
sign-in-sent-title = Se i innboksen din
sign-in-sent-lead = Hvis adressen har tilgang, er en lenke på vei. Den kan brukes én gang, og virker i et kvarter.
sign-in-sent-wait = Kommer den ikke, kan den ligge i søppelposten, eller adressen kan være en annen enn den du fikk tilgang med.
sign-in-again = Be om en ny lenke
sign-in-open-title = Logg inn i { $programme }
sign-in-open-lead = Trykk på knappen, så er du inne. Lenken kan bare brukes én gang.
sign-in-used-title = Lenken virker ikke lenger
sign-in-used-lead = Den er brukt, eller den er for gammel. Be om en ny, så er den hos deg om et øyeblikk.
sign-in-mail-subject = Logg inn i { $programme }
sign-in-mail-text =
    Hei!

    Her er lenken som logger deg inn i { $programme }:

    { $link }

    Den kan brukes én gang, og virker i et kvarter. Ba du ikke om den, kan du se bort fra denne e-posten.
role-lead = Programleder
role-editor = Redaktør
role-steering = Styringsgruppa
role-partner = Partner
role-analyst = Analytiker
