# Tiltak og penger
measures-none = Ingen tiltak ennå
measures-count = { $count } tiltak
count-planned = { $count } planlagt
count-running = { $count } i rute
count-delayed = { $count } forsinket
count-paused = { $count } på vent
count-done = { $count } ferdig
count-dropped = { $count } stoppet
count-replaced = { $count } erstattet
money-none = Ingen penger er satt av eller bedt om
money-covered = { $pledged } er lovet av { $cost }
money-missing = { $pledged } er lovet av { $cost }, { $missing } mangler
money-part-delivered = levert
money-part-pledged = lovet
money-part-missing = mangler
