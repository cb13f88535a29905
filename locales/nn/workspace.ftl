# Arbeidsrommet
workspace-title = Dette må gjerast
workspace-nav-home = Oversikt
workspace-nav-journal = Journal
workspace-nav-people = Personar
