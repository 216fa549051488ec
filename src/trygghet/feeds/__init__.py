"""What has happened and what is to come, for programs that follow it: Atom and iCalendar."""
