# The action plan
plan-none = The action plan will stand here once it has been entered.
plan-empty = The measures will stand here once they have been entered.
plan-lead = The plan has { $counts }. { $money }.
plan-lead-on = On { $date } the plan had { $counts }. { $money }.
plan-not-yet = On { $date } there was no plan yet. Choose a later day, or see the plan today.
plan-as-of = You see the plan as it was on
plan-in-force = Revision { $number } was in force
plan-today = See the plan today
plan-pdf = Adopted plan as PDF
plan-json = The plan as JSON
plan-stratml = The plan as StratML (for other planning systems)
plan-about = About the plan
plan-all = All action plans
plan-money-of = { $found } of { $asked }
plan-filter = Choose measures
plan-filter-all = All
plan-filter-horizon = Horizon
plan-filter-status = Status
plan-filter-date = As the plan was on
plan-filter-show = Show
plan-filter-shown = Showing { $shown } of { $all } measures.
plan-filter-none = Show all
plan-date-wrong-title = The date cannot be used
plan-date-wrong = “{ $typed }” is not a date. Write year, month and day, like this: 2020-04-01.
plan-date-to-come = { $typed } is still to come. Choose today or an earlier day.
plan-revisions = Revisions
plan-revisions-none = The plan will stand here as it is adopted.
plan-revision = Revision { $number }
plan-revision-pdf = This revision as PDF
plan-adopted-lead = Adopted on { $date } by { $body }. At that time there were { $counts }.
plan-adopted-changed = { $count ->
    [0] Nothing has changed since.
    [one] Since then, one measure has a new status, has come in or has gone out.
   *[other] Since then, { $count } measures have a new status, have come in or have gone out.
}
plan-since = Changed since the decision
plan-since-none = All measures have the status they had when the plan was adopted.
plan-since-before = Before: { $status }.
plan-since-new = New in the plan.
plan-since-gone = Taken out
plan-decision = The decision
plan-adopted-by = Adopted by
plan-adopted-on = Date
plan-case = Case number
plan-hash = Fingerprint of the content (SHA-256)
plan-content = Has anything changed?
plan-intact = No. The content is exactly what was adopted: the fingerprint matches.
plan-altered = Yes. The content is not what was adopted: the fingerprint does not match.
