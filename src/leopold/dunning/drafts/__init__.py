"""The wording of reminders, one file per language; `leopold.dunning.drafting` makes letters of it.

Of each step there is an opening and a request by reason, and greetings and closings by tone. Courteous and plain:
nothing threatens, nobody is blamed, and late interest is named only where a person asked for it.
"""
