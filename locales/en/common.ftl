# Words that stand on several pages
language-nb = Bokmål
language-nn = Nynorsk
language-en = English
language-menu = Language
skip-to-content = Skip to content
menu = Menu
main-menu = Main menu
you-are-here = You are here
sign-in = Sign in
sign-out = Sign out
workspace = Workspace
public-site = Public site
example = Example
example-explained = Example: made up to show how it works, not a fact.
nav-goals = Goals
nav-plan = Action plan
nav-guiding-plans = Plans
nav-hearings = Have your say
nav-figures = Figures
nav-organisations = Organisations
nav-about = About
footer-figures = Figures: { $sources }
footer-accessibility = Accessibility
footer-privacy = Privacy
footer-api = API
footer-about = About the programme
page-title = { $title } – { $programme }
source = Source: { $publisher }
source-table = Source: { $publisher }, table { $table }
fetched = fetched { $date }
show-as-table = See the figures as a table
download-csv = Download as CSV
no-number = not given

# Units
unit-persons = { $count ->
    [one] inhabitant
   *[other] inhabitants
}
unit-jobs = { $count ->
    [one] job
   *[other] jobs
}
unit-enterprises = { $count ->
    [one] enterprise
   *[other] enterprises
}
unit-visitors = { $count ->
    [one] visitor
   *[other] visitors
}
unit-overnight-stays = { $count ->
    [one] overnight stay
   *[other] overnight stays
}
unit-dwellings = { $count ->
    [one] home
   *[other] homes
}
unit-kroner = kroner
unit-percent = per cent

# Periods
period-kind-day = on one day
period-kind-month = calendar month
period-kind-quarter = quarter
period-kind-year = calendar year
period-kind-year-to-date = year to date
period-kind-twelve-months = twelve months
period-quarter = quarter { $number } of { $year }
period-year-to-date = January–{ $month } { $year } (year to date)
period-twelve-months = twelve months to { $month } { $year }

# Signs in place of numbers
missing-not-applicable = no figure can exist
missing-not-available = not available
missing-confidential = withheld to protect privacy
missing-not-yet-available = will come later
missing-nil = nothing was counted, and the source gives no number
missing-suppressed = cannot be shown, because the number is too small

# Statuses and horizons
status-planned = Planned
status-running = On track
status-delayed = Delayed
status-paused = Paused
status-done = Done
status-dropped = Stopped
status-replaced = Replaced
horizon-immediate = Immediate
horizon-this-year = This year
horizon-long-term = Long-term

# Errors
error-404-title = This page does not exist
error-404-lead = The address may be misspelt, or the page may have moved. Nothing is lost.
error-410-title = This page has been removed
error-410-lead = What stood here is no longer part of the programme. It still stands in the plan as it was.
error-403-title = You do not have access to this
error-403-lead = You can see and change what belongs to your role. Ask the programme lead if you think this is wrong.
error-405-title = This cannot be done here
error-405-lead = Go back and try the button on the page again.
error-413-title = What you sent is too large
error-413-lead = Shorten the text and try again.
error-414-title = The address is too long
error-414-lead = Go to the front page and find your way from there.
error-422-title = Something is missing or misspelt
error-422-lead = What you sent could not be read. Go back and try again.
error-csrf-title = The form is too old
error-csrf-lead = Open the page again and send the form once more. Nothing has changed.
error-500-title = Something went wrong on our side
error-500-lead = The error is in the log. Try again in a moment. Nothing is lost.
error-503-title = It is crowded here just now
error-503-lead = Try again in a moment. Nothing is lost.
error-to-front = To the front page
error-summary-title = Put this right to save
