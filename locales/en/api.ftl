# API
api-title = API
api-lead = Everything that is open on the pages can be fetched as data: goals, plans, measures, figures and organisations. You need no key.
api-description = The description in OpenAPI, for tools:
api-texts = Texts come in every language they exist in: nb, nn and en.
api-signs = Where there is no number, the source's own sign stands with its meaning. A confidential figure is never zero, null or empty.
api-etags = Every answer has an ETag. Send it in If-None-Match, and the answer is 304 when nothing has changed.
api-errors = Errors come as application/problem+json and say what is wrong, where, and what would be right.
api-terms = The terms of use stand with each series. Names and e-mail addresses of persons are not here.
api-addresses = The addresses
api-query = Can be narrowed by
