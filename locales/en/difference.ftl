# The changes of a plan
difference-title = Changes from { $from } to { $to }
difference-revision = revision { $number }
difference-and = { $first } and { $last }
difference-goals-stand = The goals stand. The plan is changed.
difference-goals-changed = Both goals and plan are changed.
difference-plan-stands = The goals and the plan stand.
difference-nothing = Nothing is changed.
difference-adopted = Revision { $number } was adopted on { $date }.
difference-adopted-by = { $body } adopted revision { $number } on { $date }.
difference-adopted-by-case = { $body } adopted revision { $number } on { $date } (case { $case }).
difference-between = How the plan has changed from { $from } to { $to }.
difference-of = { $count ->
    [one] Of one measure, { $parts }.
   *[other] Of { $shown } measures, { $parts }.
}
difference-count-kept = { $count } kept
difference-count-changed = { $count } changed
difference-count-paused = { $count } put on hold
difference-count-stopped = { $count } stopped
difference-count-replaced = { $count } replaced
difference-count-removed = { $count } taken out
difference-count-new = { $count ->
    [0] None are new.
    [one] One is new.
   *[other] { $shown } are new.
}
difference-fate-kept = Kept
difference-fate-changed = Changed
difference-fate-paused = Put on hold
difference-fate-stopped = Stopped
difference-fate-replaced = Replaced
difference-fate-removed = Taken out
difference-fate-new = New
difference-status-planned = Planned on { $date }
difference-status-running = Under way on { $date }
difference-status-delayed = Delayed on { $date }
difference-status-paused = Put on hold on { $date }
difference-status-done = Done on { $date }
difference-status-dropped = Stopped on { $date }
difference-status-replaced = Replaced on { $date }
difference-field-title = Title
difference-field-sentence = Goal sentence
difference-field-body = Text
difference-field-status = Status
difference-field-focus-area = Focus area
difference-field-focus-areas = Focus areas
difference-field-goals = Goals
difference-field-depends-on = Depends on
difference-field-assumptions = This must hold
difference-field-horizon = Horizon
difference-field-responsible = Responsible
difference-field-executing = Carries it out
difference-field-contributing = Contributes
difference-field-starts = Starts
difference-field-ends = Ends
difference-field-cost = Costs
difference-field-budget = Money
difference-field-target = Target path
difference-field-owner = Responsible
difference-field-serves = Serves
difference-field-plan = Plan
difference-field-from = Came into the plan
difference-field-source = Source
difference-field-example = Example
difference-field-order = Place in the list
difference-field-indicator = Indicator
difference-field-id = Name in addresses
difference-other-plan = It belongs to another plan.
difference-other-from = The day on which it came into the plan is another.
difference-other-source = The source is another.
difference-other-example = Whether it is an example has been marked anew.
difference-other-order = It has another place in the list.
difference-other-indicator = It is measured by another figure.
difference-other-id = It has another name in addresses.
difference-other-budget = { $funder } { $year }: whether the amount is an example has been marked anew.
difference-pledged = { $funder }, pledged { $year }
difference-delivered = Delivered so far: { $after } (before: { $before })
difference-money-caption = is pledged to the measures
difference-money-caption-moved = is pledged to the measures. { $parts }.
difference-money-moved = { $amount } moved to other measures
difference-money-gone = { $amount } fell away
difference-money-come = { $amount } is new
difference-hours-caption = of work are pledged
difference-long-term-caption = of the money goes to what works in the long term
difference-rate-caption = a year is what it takes to reach the goal “{ $goal }”, by the figures that were known
difference-goals = The goals
difference-goals-same = { $count ->
    [one] The growth goal stands as before.
   *[other] All { $count } growth goals stand as before, with the same paths.
}
difference-goal-stands = The goal stands
difference-goal-repathed = The goal stands, its path is new
difference-goal-changed = The goal is changed
difference-frame = The plan itself
difference-deleted = removed: 
difference-inserted = new: 
difference-replaced-by = What took its place:
difference-decided = Decided on { $date } by { $by }.
difference-decided-case = Decided on { $date } by { $by }, case { $case }.
difference-after-input = Changed after input
difference-kept-news = { $count ->
    [one] One measure that is kept and has news
   *[other] { $count } measures that are kept and have news
}
difference-kept-same = { $count ->
    [one] One measure stands exactly as before
   *[other] { $count } measures stand exactly as before
}
difference-kept-more = { $count } more stand in the plan.
difference-see-plan = See the whole plan
difference-named = Names, assumptions and figures that have changed
difference-named-programme = The programme
difference-named-organisation = Organisation
difference-named-focus-area = Focus area
difference-named-assumption = Assumption
difference-named-indicator = Indicator
difference-named-series = Series
difference-named-new = new in the plan
difference-named-gone = no longer in the plan
difference-named-changed = changed
difference-pdf = The changes as PDF
difference-plan-pdf = The whole plan as PDF
difference-json = The changes as JSON
difference-before-whole = The plan before
difference-after-whole = The plan after
difference-compare = Compare two states
difference-compare-from = From
difference-compare-to = To
difference-compare-day = or a day
difference-compare-show = Show the changes
difference-compare-revision = Revision { $number }, { $date }
difference-compare-today = The plan today
difference-none-yet = The plan has not been adopted yet. When it has, what changed from one revision to the next will stand here.
difference-wrong-title = The states cannot be compared
difference-wrong = “{ $typed }” is neither a revision of this plan nor a day. Choose from the list, or write year, month and day like this: 2020-04-01.
difference-wrong-to-come = { $typed } has not been yet. Choose today or a day before.
difference-wrong-before = The plan did not exist on { $typed }. Choose a later day.
difference-page = Page { $number } of { $pages }
difference-pages = Pages of changes
difference-see = See what changed and why
difference-see-since = See everything that has changed since
difference-from-to = from { $from } to { $to }
difference-pledged-all = { $amount } pledged
difference-measure = See the measure
difference-frame-changed = The plan’s own text is changed
difference-floor-crossed = The long term gets less than the floor of { $floor }%.
difference-by = decided by { $by }
difference-by-case = decided by { $by }, case { $case }
