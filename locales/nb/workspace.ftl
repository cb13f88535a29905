# Arbeidsrommet
workspace-title = Dette må gjøres
workspace-nav-home = Oversikt
workspace-nav-journal = Journal
workspace-nav-people = Personer
