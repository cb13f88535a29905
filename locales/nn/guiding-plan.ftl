# Overordna planar
guiding-plans-title = Planane programmet står på
guiding-plans-lead = Måla er ikkje våre åleine. Dei kjem frå planar som kommunen og næringslivet har vedteke.
guiding-plans-none = Her kjem planane når dei er lagde inn.
guiding-plan-goal-count = { $count } mål
guiding-plan-until = gjeld til { $horizon }
guiding-plan-owner = Eigar
guiding-plan-adopted = Vedteken
guiding-plan-horizon = Gjeld til
guiding-plan-about = Om planen
guiding-plan-goals = Måla i planen
guiding-plan-goals-none = Her kjem måla når dei er lagde inn.
guiding-plan-served-by = Vekstmål som byggjer opp under dette:
guiding-plan-measures = { $count } tiltak fører hit
guiding-plan-nothing-serves = Ingen vekstmål eller tiltak er knytte til dette målet enno.
