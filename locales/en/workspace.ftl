# The workspace
workspace-title = What needs doing
workspace-nav-home = Overview
workspace-nav-journal = Journal
workspace-nav-people = People
