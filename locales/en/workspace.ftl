# The workspace
workspace-title = What needs doing
workspace-nav-home = Overview
workspace-nav-journal = Journal
workspace-nav-people = People
workspace-lead = { $count ->
    [0] Everything is on track. No measure waits for anybody.
    [one] One measure needs somebody to look at it.
   *[other] { $count } measures need somebody to look at them.
}
workspace-needing = To follow up
workspace-measures = Measures
workspace-own = Your measures
workspace-open = Open in the workspace
workspace-none = No measure fits this choice.
need-count-late = delayed or past the deadline
need-count-paused = on hold
need-count-silent = without news for 90 days
need-count-unfunded = lack money
need-late = The deadline is { $day }
need-paused = Waits for a decision
need-silent = No news since { $day }
need-silent-always = Nobody has reported yet
need-unfunded = { $missing } is missing
filter-all = All
filter-show = Show
yes = Yes
no = No
change = Change
history = History
public-page = Public page
hours = { $count } hours
amount-and-hours = { $kroner } and { $hours }
budget-line = { $funder } { $year }: pledged { $pledged }, delivered { $delivered }
target-line = From { $start } on { $from }, { $path }, until { $horizon }

# Saved
saved-title = Saved
saved-tiltak = The measure is saved, and the change stands in its history.
saved-status = The status is reported, and stands on the public page.
saved-fjernet = The measure is taken out of the plan. Its history is kept.
saved-maal = The goal is saved, and the change stands in its history.
saved-plan = The action plan is saved, and the change stands in its history.
saved-revisjon = The revision is adopted. It will never change again.
saved-invitert = Access is given, and a link is on its way by e-mail.
saved-uten-post = Access is given, but the e-mail could not be sent. Ask the person to sign in with their address.
saved-avsluttet = The access has ended.

# Forms
form-unsaved = You have changes that are not saved.
form-cancel = Cancel
form-save = Save
form-optional = may stay empty
form-other-languages = { $field } in Nynorsk and English
form-more-rows = Add more lines
form-row = Line { $number }
form-nobody = Nobody chosen
form-nothing = None
form-fixed = The programme lead can change this.
behalf-none = Only myself

# Mistakes in forms
mistake-date = Choose a date
mistake-future = The date cannot lie ahead
mistake-choice = Choose something from the list
mistake-whole = Write a whole number, such as 250 000
mistake-year = Write a year with four digits
mistake-number = Write a number, such as 1.5
mistake-too-long = Shorten it to { $most } characters
mistake-title-taken = Something with this title is there already. Write another.
mistake-path-horizon = The end date must lie after the start date
mistake-path-start = The start value must be above 0
mistake-path-rate = The growth must lie between −50 and 50 per cent a year
mistake-path-points = The dates must rise, and the last point must lie on the end date
fault-unknown = “{ $name }” is no longer there. Choose something else.
fault-twice = “{ $name }” stands twice. Join the two.
fault-empty = Write something here
fault-too-long = Shorten it to { $most } characters
fault-ends-before-start = The end lies before the start. Mend one of the dates.
fault-circle = This leads back to itself. Take one link away.
fault-status-none = Choose a status
fault-status-order = The date lies before the status before it. Choose a later date.
fault-status-reason = Write why. It is needed when something is put on hold, stopped or replaced.
fault-status-replaced-by = Only a replaced measure has another in its place, and not itself.
fault-out-of-range = The number cannot be right. Look over years and amounts.
fault-cell = The figure { $name } does not fit the series.
fault-correction = A corrected series must say which series it corrects, and by which rule.
fault-address = This is not an e-mail address
fault-website = An address of the web begins with https:// or http://
fault-choice = The choice does not fit what it is about. Replace needs another measure, and new needs a draft.
fault-expires = An emergency decision is about a measure and lasts from 1 to 90 days.
fault-floor = Long-term measures get less than the programme's floor. Say why, or give them more.
fault-limit = Give a limit: above or below.
fault-too-early = The date cannot be before the event.
fault-adopted-before = The revision cannot have been adopted before the previous one. Correct the date.
fault-revision = An adopted revision cannot be changed.
fault-adopted = This is part of an adopted revision and cannot be taken out.

# Fields
field-title = Title
field-title-hint = Short, as it is to stand on the pages.
field-sentence = Sentence
field-sentence-hint = The goal as one sentence that can be read aloud.
field-body = Text
field-body-hint = You can use paragraphs, lists and links (Markdown).
field-plan = Plan
field-focus-area = Focus area
field-focus-areas = Focus areas
field-order = Place in the order
field-goals = Goals that the measure should lead to
field-horizon = Horizon
field-responsible = Responsible
field-executing = Executing
field-contributing = Contributing
field-owner = Responsible
field-serves = Serves
field-indicator = Indicator
field-indicator-hint = The figure by which the goal is measured.
field-starts = From
field-ends = To
field-from = Came into the plan
field-from-hint = Only for measures that were not there from the plan's first day.
field-period = Time
field-assumptions = This must be true
field-depends-on = Depends on
field-source = Source
field-example = Example
field-example-hint = Tick this where it was made to show how it works and is not a fact.
field-money = Money
field-cost = What the measure costs
field-cost-hint = One line for each year.
field-cost-year = Year
field-cost-kroner = Amount in kroner
field-cost-hours = Hours
field-cost-example = Example
field-budget = Who gives what
field-budget-hint = One line for each contributor and year. What is pledged, and what is delivered.
field-budget-others = What others give
field-budget-funder = Contributor
field-budget-year = Year
field-budget-kroner = Pledged, in kroner
field-budget-hours = Pledged, in hours
field-budget-delivered-kroner = Delivered, in kroner
field-budget-delivered-hours = Delivered, in hours
field-budget-example = Example
field-status = Status
field-date = Date
field-reason = Reason
field-reason-hint = Needed when the measure is put on hold, stopped or replaced. Everybody can read it.
field-replaced-by = Replaced by
field-replaced-by-hint = Only where the measure is replaced.
field-why = Why do you change this?
field-why-hint = Stands in the journal, for those who are signed in.
field-behalf = On behalf of
field-path = Target path
field-path-hint = How the wanted value goes from start to end.
field-target = Target path
field-target-from = Start date
field-target-start = Start value
field-target-horizon = End date
field-target-rate = Growth in per cent a year
field-target-rate-hint = Only for a target path of steady growth.
field-target-example = The numbers of the target path are an example
field-points-date = Date
field-points-value = Value
target-path-none = No target path
target-path-rate = Steady growth every year
target-path-points = Through fixed points
target-points = The points of the target path
target-points-hint = Only for a target path through fixed points. The last point lies on the end date.
field-adopted = Date of adoption
field-decided-by = Adopted by
field-decided-by-hint = The body that adopted the plan, such as the steering group.
field-case = Case number
field-case-hint = Such as 14/20.
field-email = E-mail address
field-name = Name
field-name-hint = As it is to stand in the journal. The name of a role is enough.
field-role = Role
field-organisation = Organisation
field-organisation-hint = Needed for a partner, who changes only what belongs to the organisation.

# Measures
measure-new = New measure
measure-edit = Change the measure
measure-edit-title = Change { $title }
measure-how = How is it going?
status-save = Report the status
measure-rests-on = Assumptions and measures that this rests on
measure-remove = Take out of the plan
measure-remove-title = Take out { $title }?
measure-remove-lead = The measure goes from the plan. Its history stays. A measure that was adopted cannot be taken out; report it as stopped instead.
measure-adopted = The measure is part of an adopted revision and cannot be taken out. Report it as stopped instead.

# Goals and plans
goal-new = New goal
goal-edit-title = Change { $title }
goals-all = All goals
plan-new = New action plan
plan-edit = Change the plan
plan-edit-title = Change { $title }
plan-adopt = Adopt a revision
plan-no-revision = The plan has not been adopted yet.
plan-newest-revision = Last adopted: revision { $number }, { $day }, { $body }.

# Adopting
adopt-title = Adopt { $title }
adopt-lead = This is what will be adopted. A revision never changes afterwards.
adopt-show = Show the plan on that day
adopt-what = The plan as it is on { $day }
adopt-first = This will be the first revision.
adopt-kept = kept
adopt-changed = changed
adopt-new = new
adopt-gone = taken out
adopt-mark-changed = Changed
adopt-mark-new = New
adopt-mark-gone = Taken out
adopt-decision = The decision
adopt-floor-crossed = The plan gives long-term measures less than { $floor } % of the money or the hours. The decision must say why, and the revision will hold the reason.
field-floor-reason = Why long-term measures get less
adopt-reason-hint = Why the plan has changed. Everybody can read it.
adopt-too-early = The plan was not there on that day. Choose a later date.
adopt-before-last = The date lies before the revision before it. Choose a later date.
adopt-stale = Something has changed since you opened the page. Look over the plan, and adopt again.

# Two who change at once
conflict-title = Somebody changed this while you were writing
conflict-by = { $who } saved this on { $day }:
conflict-lead = Nothing is lost. The changes are put together in the form. Where both changed the same, yours stands. Look it over, and save.
conflict-status = The measure has changed since you opened the page. See how it stands now, and report again if it still holds.
conflict-caption = What changes when you save
conflict-field = Field
conflict-theirs = As it is saved
conflict-ours = As you wrote it

# History and journal
moment = { $date } at { $time }
history-title = The history of { $title }
history-first = Entered.
journal-lead = Everything that was changed, by whom, when and why. The newest stands first.
journal-none = Changes will stand here when somebody makes them.
journal-older = Older
journal-things = { $count } things
journal-behalf = on behalf of { $organisation }
journal-load = brought the programme in from its files
journal-load-plan = loaded a plan from a file
journal-save-goal = saved the goal
journal-save-plan = saved the action plan
journal-save-measure = saved the measure
journal-change-status = reported the status
journal-remove-measure = took the measure out of the plan
journal-save-assumption = changed the assumption
journal-declare-shock = declared an event
journal-withdraw-shock = withdrew an event
journal-decide = decided what becomes of measures or goals
journal-reopen = put something back into the queue
journal-lapse = let an emergency decision lapse
journal-adopt-revision = adopted a revision
journal-invite = gave somebody access
journal-end-access = ended an access
journal-role = Role: { $role }
journal-revision = { $title }, revision { $number }

# People
people-lead = Those who have access, and what they can do. Names and addresses are shown only here.
people-invite = Give access
people-end = End the access
people-not-yourself = You cannot change your own access
people-partner-organisation = Choose the organisation that the partner acts for
role-explained-lead = Programme lead: changes everything, adopts revisions and gives access
role-explained-editor = Editor: changes goals, plans and measures
role-explained-steering = Steering group: sees the whole workspace
role-explained-partner = Partner: changes what belongs to its own organisation
role-explained-analyst = Analyst: sees the whole workspace
invite-mail-subject = You have been given access to { $programme }
invite-mail-text =
    Hello!

    { $who } has given you access to { $programme }. This link signs you in:

    { $link }

    It can be used once, and works for seven days. Later you ask for a new one here, with this e-mail address:

    { $again }
