# Measures and money
measures-none = No measures yet
measures-count = { $count ->
    [one] one measure
   *[other] { $count } measures
}
count-planned = { $count } planned
count-running = { $count } on track
count-delayed = { $count } delayed
count-paused = { $count } paused
count-done = { $count } done
count-dropped = { $count } dropped
count-replaced = { $count } replaced
money-none = No money has been asked for or set aside
money-covered = { $pledged } pledged of { $cost }
money-missing = { $pledged } pledged of { $cost }, { $missing } missing
money-part-delivered = delivered
money-part-pledged = pledged
money-part-missing = missing
