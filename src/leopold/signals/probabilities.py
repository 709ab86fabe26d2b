"""How often a careful reader marked what a group of phrases found, with smoothing, on the visible stories.

Written by ``python -m benchmarks.signal_scores --estimate``; groups that found too little
there keep their own estimate.
"""

PROBABILITIES: dict[str, float] = {}
