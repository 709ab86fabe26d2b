"""What is done about unpaid invoices, on rows: reminders, pauses, payment plans, late interest.

Whoever sends anything holds the row of the workspace, as whoever keeps a ledger does; so of a payment and a reminder
that race, one sees the other.
"""
