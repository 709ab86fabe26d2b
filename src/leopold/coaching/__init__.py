"""The reply coach: a draft and its conversation to what may hurt, with the place and a suggestion.

What is good stays unsaid, and nothing is rewritten. To add a family of phrases, write it in both languages beside the
others and name it in `leopold.coaching.tone`; trained readers of signals are heard through `leopold.signals`.
"""

from __future__ import annotations

from leopold.coaching.advising import Coaching, advise, coach
from leopold.coaching.documents import document
from leopold.coaching.findings import KINDS, Advice

__all__ = ["KINDS", "Advice", "Coaching", "advise", "coach", "document"]
