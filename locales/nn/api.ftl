# API
api-title = API
api-lead = Alt som står ope på sidene, kan hentast som data: mål, planar, tiltak, tal og organisasjonar. Du treng ingen nøkkel.
api-description = Skildringa etter OpenAPI, for verktøy:
api-texts = Tekstar kjem på alle språka dei finst på: nb, nn og en.
api-signs = Der det ikkje finst noko tal, står kjelda sitt eige teikn med forklaring. Eit hemmeleg tal er aldri null eller tomt.
api-etags = Kvart svar har ein ETag. Send han i If-None-Match, så får du svar 304 når ingenting er endra.
api-errors = Feil kjem som application/problem+json og seier kva som er gale, kvar, og kva som ville vore rett.
api-terms = Vilkåra for bruk står ved kvar serie. Namn og e-postadresser til personar finst ikkje her.
api-addresses = Adressene
api-query = Kan avgrensast med
