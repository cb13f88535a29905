# The plan as a document (PDF)
document-contents = Contents
document-introduction = About the plan
document-goals = The goals
document-focus-area = Focus area
document-measures = Measure
document-measures-of-goal = Measures that are to lead there
document-status = Status
document-responsible = Responsible
document-executing = Carried out by
document-contributing = Contributing
document-horizon = Horizon
document-dates = Time
document-serves = Goals
document-depends-on = Builds on
document-replaced-by = Replaced by
document-assumptions = What must be true
document-funder = Who gives
document-year = Year
document-pledged = Pledged
document-delivered = Delivered
document-sum = Sum
document-cost = Needed
document-missing = Missing
document-table = The figures behind the chart
document-source = Source
document-organisations = Who takes part
document-name = Organisation
document-role = Role
document-number = Organisation number
document-sources = Sources
document-example-note = stands beside what was made up to show how the plan works and is not a fact.
document-read-on-the-web = Read more on the web
document-content-hash = Content hash (SHA-256)
document-of = of
document-revision = Revision { $number }, adopted { $date }
document-adopted-by = { $body }, case { $case }
document-lead = The plan has { $measures } in { $areas ->
    [one] one focus area
   *[other] { $areas } focus areas
}. Here is who does what, when, and who pays.
document-figure-measures = measures: { $counts }
document-figure-pledged = pledged of { $cost }
document-figure-missing = missing, in { $measures ->
    [one] one measure
   *[other] { $measures } measures
}
document-figure-nothing-missing = missing: all measures are funded
document-figure-organisations = organisations take part
document-since = since { $date }
document-dates-between = { $from } – { $to }
document-hours = { $hours ->
    [one] { $shown } hour
   *[other] { $shown } hours
}
document-in-kroner = { $what }, NOK
document-in-hours = { $what }, hours
document-money-and-hours = { $money } and { $hours }
document-adopted = Adopted
document-role-owner = Owns the programme
document-role-executing = Runs the programme
document-role-steering = In the steering group
document-role-partner = Partner
document-role-contributor = Contributes
document-source-table = { $publisher }, table { $table }
document-source-detail = { $licence }, fetched { $date }
document-source-fetched = Fetched { $date }
document-changes = What changed, and why
document-changes-marked = What was taken out is struck through and stands in brackets. What is new is underlined.
document-measure = The measure
