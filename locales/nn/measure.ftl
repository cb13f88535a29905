# Tiltak og pengar
measures-none = Ingen tiltak enno
measures-count = { $count } tiltak
count-planned = { $count } planlagt
count-running = { $count } i rute
count-delayed = { $count } forseinka
count-paused = { $count } på vent
count-done = { $count } ferdig
count-dropped = { $count } stoppa
count-replaced = { $count } erstatta
money-none = Ingen pengar er sette av eller bedne om
money-covered = { $pledged } er lova av { $cost }
money-missing = { $pledged } er lova av { $cost }, { $missing } manglar
money-part-delivered = levert
money-part-pledged = lova
money-part-missing = manglar
