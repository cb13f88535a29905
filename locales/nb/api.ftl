# API
api-title = API
api-lead = Alt som står åpent på sidene, kan hentes som data: mål, planer, tiltak, tall og organisasjoner. Du trenger ingen nøkkel.
api-description = Beskrivelsen etter OpenAPI, for verktøy:
api-texts = Tekster kommer på alle språkene de finnes på: nb, nn og en.
api-signs = Der det ikke finnes noe tall, står kildens eget tegn med forklaring. Et hemmelig tall er aldri null eller tomt.
api-etags = Hvert svar har en ETag. Send den i If-None-Match, så får du svar 304 når ingenting er endret.
api-errors = Feil kommer som application/problem+json og sier hva som er galt, hvor, og hva som ville vært riktig.
api-terms = Vilkårene for bruk står ved hver serie. Navn og e-postadresser til personer finnes ikke her.
api-addresses = Adressene
api-query = Kan avgrenses med
