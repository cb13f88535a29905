# Overordnede planer
guiding-plans-title = Planene programmet står på
guiding-plans-lead = Målene er ikke våre alene. De kommer fra planer som kommunen og næringslivet har vedtatt.
guiding-plans-none = Her kommer planene når de er lagt inn.
guiding-plan-goal-count = { $count } mål
guiding-plan-until = gjelder til { $horizon }
guiding-plan-owner = Eier
guiding-plan-adopted = Vedtatt
guiding-plan-horizon = Gjelder til
guiding-plan-about = Om planen
guiding-plan-goals = Målene i planen
guiding-plan-goals-none = Her kommer målene når de er lagt inn.
guiding-plan-served-by = Vekstmål som bygger opp under dette:
guiding-plan-measures = { $count } tiltak fører hit
guiding-plan-nothing-serves = Ingen vekstmål eller tiltak er knyttet til dette målet ennå.
