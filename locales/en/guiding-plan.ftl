# Guiding plans
guiding-plans-title = The plans the programme stands on
guiding-plans-lead = The goals are not ours alone. They come from plans adopted by the municipality and the business community.
guiding-plans-none = The plans will stand here once they have been entered.
guiding-plan-goal-count = { $count ->
    [one] { $count } goal
   *[other] { $count } goals
}
guiding-plan-until = valid until { $horizon }
guiding-plan-owner = Owner
guiding-plan-adopted = Adopted
guiding-plan-horizon = Valid until
guiding-plan-about = About the plan
guiding-plan-goals = The goals of the plan
guiding-plan-goals-none = The goals will stand here once they have been entered.
guiding-plan-served-by = Growth goals that serve this:
guiding-plan-measures = { $count ->
    [one] { $count } measure leads here
   *[other] { $count } measures lead here
}
guiding-plan-nothing-serves = No growth goal or measure is tied to this goal yet.
