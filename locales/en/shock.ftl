# Shocks
workspace-nav-shocks = Shocks
shocks-lead = When something breaks what the plan rests on, declare it here. That does not change the plan. The measures that rest on what broke are put in a queue, and you decide them one by one.
shocks-declared = Declared shocks
shocks-none = Shocks will stand here once somebody declares one.
shocks-proposed = Figures beyond their limit
shocks-proposed-lead = These figures show that an assumption may be broken.
shock-declare = Declare a shock
shock-declare-this = Declare as a shock
shock-declare-button = Declare the shock
shock-declare-lead = Say what has happened, and what it does to what the plan rests on. Everybody can see the shock. Nothing in the plan changes until a body has adopted it.
shock-edit = Change the shock
shock-edit-title = Change { $title }
shock-title-hint = Short, and preferably with the date.
shock-date-hint = The day on which it struck. What was in the plan then can come into the queue.
shock-body-hint = What happened, and what you know of its consequences.
shock-assumptions = What still holds?
shock-assumptions-lead = What is weakened or broken takes along everything that rests on it.
shock-rests = { $measures ->
    [0] No open measures
    [one] One open measure
   *[other] { $measures } open measures
} and { $goals ->
    [0] no goals
    [one] one goal
   *[other] { $goals } goals
} rest on this.
shock-nothing-broken = Choose at least one assumption that is weakened or broken.
shock-proposed-title = Broken: { $text }
shock-declared-measures = { $count ->
    [0] No measures are in the queue.
    [one] One measure is in the queue.
   *[other] { $count } measures are in the queue.
}
shock-declared-goals = { $count ->
    [0] No goals wait.
    [one] One goal waits for somebody to say that it stands.
   *[other] { $count } goals wait for somebody to say that they stand.
}
shock-declared-plan = Nothing in the plan has changed.
shock-withdraw = Withdraw the shock
shock-withdraw-title = Withdraw { $title }?
shock-withdraw-lead = { $count ->
    [0] Nothing has been decided. The queue disappears, and the plan is as before.
    [one] One decision that has not been carried out disappears with the queue. The plan is as before.
   *[other] { $count } decisions that have not been carried out disappear with the queue. The plan is as before.
}
shock-acted-on = Something has already been carried out because of this shock. It is part of the history and cannot be withdrawn.
effect-holds = Holds
effect-weakened = Weakened
effect-broken = Broken
field-breaks = Broken
field-weakens = Weakened
field-declared = Declared on
field-declared-by = Declared by
watch-limit = The limit is { $limit }.

# The queue
queue-title = { $count ->
    [0] All measures are decided
    [one] One measure waits for a choice
   *[other] { $count } measures wait for a choice
}
queue-progress = { $done } of { $all } measures are decided
queue-goals = { $done } of { $all } goals are decided
queue-at-stake = { $kroner } and { $partners ->
    [one] one partner
   *[other] { $partners } partners
} are affected by what remains
queue-long-term = Long-term share { $was } → { $will }
queue-long-term-floor = Long-term share { $was } → { $will } (floor { $floor })
queue-under-floor = Below the floor: the decision must say why.
queue-list = The measures in the queue
queue-none-fit = No measures fit this choice.
queue-filter = Show only some
queue-filter-shown = Decided or not
queue-filter-assumption = Assumption
queue-filter-partner = Partner
queue-shown-venter = Waiting
queue-shown-avgjort = Decided
queue-dependants = { $count ->
    [one] one other measure rests on this
   *[other] { $count } other measures rest on this
}
queue-through = rests on { $title }
queue-partners = { $count ->
    [one] 1 partner
   *[other] { $count } partners
}
queue-pages = { $page } of { $pages }
queue-page-before = Previous
queue-page-after = Next
queue-bulk = Decide several at once
queue-back = To the queue
queue-empty = No measures rest on what broke.
queue-none-waits-here = Nothing waits here.
queue-done = Everything in the queue is decided.
queue-done-but-goals = The goals remain.
queue-done-adopt = The decisions are proposals until a revision is adopted.
queue-done-carried = All of it has been carried out.
queue-to-goals = Go to the goals
queue-to-adopt = Adopt a revision of { $title }
queue-broken = Broken:
queue-weakened = Weakened:
queue-reached-through = Rests on something in the queue:
queue-budget = budget. { $pledged } pledged and { $delivered } delivered
queue-rest-on-it = rest on this
queue-goals-count = { $count ->
    [one] 1 goal
   *[other] { $count } goals
}
queue-goals-served = served by it
queue-replaced-by = In its place comes
queue-what-now = What do we do with { $title }?
queue-choices-hint = Replace and new let you write a new measure. New comes in addition: this measure still waits for a choice.
queue-choose = Choose what is to happen
queue-draft = Write the change
queue-edit-draft = Change the draft
queue-save-next = Save and go to the next
queue-replace-hint = Only where the measure is replaced.
queue-replace-with-new = A new measure, which I will write now
queue-reason-hint = It stands in the revision, and everybody sees it once that is adopted.
queue-decided-by = Decided by
queue-decided-by-hint = The body or role, such as the steering group.
queue-emergency = Emergency decision
queue-rests-on-title = These rest on { $title }
queue-rests-on-lead = { $count ->
    [one] It is in the queue too, because it rests on this.
   *[other] They are in the queue too, because they rest on this.
}
queue-others-left = { $count ->
    [0] no other open measures
    [one] one other open measure
   *[other] { $count } other open measures
}
queue-about = About the measure
queue-measure-page = The measure in the workspace
queue-drafted = What it becomes
queue-ask-first = Ask the partners first
queue-answers = { $count ->
    [one] One answer on whether it still holds: { $verdicts }
   *[other] { $count } answers on whether it still holds: { $verdicts }
}
queue-verdict-yes = { $count } yes
queue-verdict-changes = { $count } yes, with changes
queue-verdict-no = { $count } no
queue-verdict-unknown = { $count } do not know
queue-holds-yes = Holds
queue-holds-changes = Holds, with changes
queue-holds-no = Does not hold
queue-holds-unknown = Does not know
queue-answer-number = Statement { $number }
names-and-more = { $names } and { $count } more
choose-keep = Keep
choose-change = Change
choose-pause = Pause
choose-stop = Stop
choose-replace = Replace
choose-new = New
chosen-keep = Kept
chosen-change = Changed
chosen-pause = On hold
chosen-stop = Stopped
chosen-replace = Replaced
chosen-new = New
chosen-repath = New path
decided-by-case = { $body }, { $day }, case { $case }
decision-in-force = Emergency decision until { $day }: { $chosen }
decision-lapsed = The emergency decision ran out: { $chosen }
decision-carried-out = { $chosen }, revision { $number }
decision-in-force-lead = It acts already. The next revision ratifies it. If none comes, the measure falls back by itself.
decision-lapsed-lead = Nobody ratified it in time, so the measure fell back. It waits for a new choice.
decision-proposed-lead = This is a proposal until the next revision is adopted. Only those who are signed in see it.
decision-reopen = Put back into the queue
decision-take-away = Take the proposal away
decision-replaces = Another measure is to be replaced by this one. Put that back into the queue first.
field-choice = Choice
field-decided = Date of the decision
field-emergency = This is an emergency decision
field-emergency-hint = It acts at once. Unless a revision ratifies it in time, it falls back.
field-expires = Holds through
field-expires-hint = At most 90 days after the decision.
field-draft = Draft
field-goal-draft = The goal as it is to be
field-tiltak = Measures

# Drafts
draft-change-title = Change { $title }
draft-change-lead = Write the measure as it is to be. The plan only changes when a revision is adopted.
draft-replace-title = In place of { $title }
draft-replace-lead = Write the measure that takes its place. The plan only changes when a revision is adopted.
draft-new-title = New measure
draft-new-lead = Write the measure that is added. The plan only changes when a revision is adopted.
draft-save = Save the proposal
draft-conflict = Somebody decided this while you were writing: { $chosen }. { $reason } If you save now, your proposal holds instead.
draft-conflict-gone = Somebody put this back into the queue while you were writing. If you save now, your proposal holds.

# Several at once
bulk-lead = One choice and one reason for all that you tick.
bulk-which = The measures it is about
bulk-none = Tick at least one measure
bulk-most = These are { $shown } of { $all }. Choose an assumption or a partner to see the rest.
bulk-narrowed = Other measures wait too, but do not fit the choice above.
bulk-reason-hint = The same reason will stand at each measure.
bulk-save = Save for all
bulk-conflict-title = Somebody decided this while you were writing
bulk-conflict-lead = It has not been overwritten, and its tick is taken away. The rest is as you wrote it. Look it over, and save.

# The goals
goals-step-title = { $count ->
    [0] All goals are decided
    [one] One goal waits for a choice
   *[other] { $count } goals wait for a choice
}
goals-step-lead = The goals stand as long as somebody says that they stand. The path to them can become another.
goals-step-waits = waits
goals-step-distance = against the target path
goals-step-rests-on = The goal rests on:
goals-step-choices-hint = A new path leads to the same goal in another way. Change makes it another goal.
choose-goal-keep = The goal stands
choose-goal-repath = New path
choose-goal-change = Change the goal
goals-step-path = The target path
goals-step-path-hint = Write another path, and compute what it asks for.
goals-step-words = The goal's words
goals-step-compute = Compute
goals-step-compared = What the path asks for
goals-step-what = What
goals-step-now = The path today
goals-step-then = The path you wrote
goals-step-rate = Growth a year from here
goals-step-end = At the end
goals-step-same = Nothing is changed. Write what is new, or choose that the goal stands.
goals-step-no-path = A growth goal needs a path.

# Horizons
horizons-show = The horizons before and after
horizons-before = before the shock
horizons-after = with the decisions
horizons-now = today
horizons-money = Money
horizons-hours = Hours
horizons-nothing = nothing
horizons-floor = The mark shows the floor for the long term: { $floor }.
horizons-caption = Money and hours by horizon, without what is stopped, replaced or on hold
floor-title = The floor for the long term
floor-lead = A plan that gives the long term less than this of its money or hours can only be adopted with a reason. It stands in the revision.
floor-mistake = Write a whole number from 0 to 100, or leave the field empty.
floor-conflict = Somebody has changed this while you were writing. Look it over, and save again.
field-floor = Floor in per cent
field-floor-hint = Empty where the programme has no floor.
adopt-waiting = { $count ->
    [one] One measure in the queue is not decided
   *[other] { $count } measures in the queue are not decided
}
adopt-waiting-goals = { $count ->
    [one] One goal is not decided
   *[other] { $count } goals are not decided
}
adopt-waiting-lead = You can adopt all the same. What waits then stands in the plan as before.
adopt-horizons = The horizons

# Emergency decisions
lapse-reason = The emergency decision held until { $day } and was not ratified. The measure is as it was before.
expiring-title = Emergency decisions that soon run out
expiring-day = holds until { $day }
expiring-lead = Without a revision that ratifies them, the measures fall back by themselves.

# Assumptions
assumptions-title = Assumptions
assumptions-description = What must be true for goals and measures to make sense, and what rests on it.
assumptions-lead = { $count ->
    [one] The goals and measures rest on one assumption.
   *[other] The goals and measures rest on { $count } assumptions.
} When one of them breaks, we have to decide anew what we do.
assumptions-none = What must be true will stand here once somebody writes it.
assumptions-shocks = Shocks
assumptions-no-shocks = No shock has broken any of them.
assumptions-see = All assumptions
assumption-owner = Watched by
assumption-sign = How we see it break
assumption-watch = A figure that watches
assumption-watch-hint = When the figure goes above or below its limit, a shock is proposed.
assumption-rests = Rests on it
assumption-rests-count = { $measures ->
    [0] No measures
    [one] One measure
   *[other] { $measures } measures
} and { $goals ->
    [0] no goals
    [one] one goal
   *[other] { $goals } goals
}
assumption-rests-show = Show them
assumption-broken-by = Broken by
assumption-weakened-by = Weakened by
assumption-new = New assumption
assumption-edit = Change the assumption
watch-no-figure = We have no figure yet.
watch-above = The limit is at most { $limit }.
watch-below = The limit is at least { $limit }.
watch-crossed = Beyond the limit now.
watch-within = Within it.
field-text = Assumption
field-text-hint = What must be true, as one sentence.
field-sign = How we see it break
field-sign-hint = Something you can see, with numbers or dates where possible.
field-watch = Indicator
field-watch-above = Broken when the figure is above
field-watch-below = Broken when the figure is below

# The page of a shock
shock-page-lead = { $day }: { $broken ->
    [0] no assumptions were broken
    [one] one assumption was broken
   *[other] { $broken } assumptions were broken
}, and { $weakened ->
    [0] none were weakened
    [one] one was weakened
   *[other] { $weakened } were weakened
}.
shock-touched = { $broken } broken, { $weakened } weakened
shock-broke = What it broke
shock-revisions = What the plan became
shock-no-revision = No revision has been adopted because of this yet.
shock-revision = { $title }, revision { $number }
shock-decided = What was decided
shock-declared-by = Declared by { $who } on { $day }.
shock-in-force = Emergency decision. It holds until { $day } unless it is ratified.
shock-lapsed = The emergency decision was not ratified. The measure fell back on { $day }.
shock-count-keep = kept
shock-count-change = changed
shock-count-pause = on hold
shock-count-stop = stopped
shock-count-replace = replaced
shock-count-new = { $count ->
    [one] new
   *[other] new
}
shock-count-repath = new path
measure-shocks = Decided after a shock

# Saved
saved-hendelse = The shock is saved. Nothing in the plan has changed.
saved-trukket = The shock is withdrawn. The plan is as before.
saved-avgjort = The decision is saved as a proposal. The plan changes when a revision is adopted.
saved-avgjort-flere = The decisions are saved as proposals. The plan changes when a revision is adopted.
saved-hastevedtak = The emergency decision acts from now on. It falls back unless a revision ratifies it.
saved-nytt = The new measure is proposed. This measure still waits for a choice.
saved-tilbake = It is in the queue again.
saved-gulv = The floor is saved.
saved-forutsetning = The assumption is saved.
journal-set-long-term-floor = set the floor for the long term
