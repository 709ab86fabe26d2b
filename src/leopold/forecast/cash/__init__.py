"""Expected cash by week, from the distributions of open invoices.

What is expected of a week is exact: each open sum times the probability that it comes then. Its interval is simulated
with a seed, invoices that are late together drawn together (`courses`), and made as wide as past weeks needed
(`replaying`).
"""

from leopold.forecast.cash.replaying import Past
from leopold.forecast.cash.summing import Cash, Sum, by_week
from leopold.forecast.cash.weeks import Due, Weeks

__all__ = ["Cash", "Due", "Past", "Sum", "Weeks", "by_week"]
