"""English: ultimatums and threats."""

from leopold.signals.patterns import Group

GROUPS = (
    Group(
        "ultimatum.or",
        0.8,
        """
        (if|unless|until) ~16 (we|i|we'll|i'll|you|you'll) [will|shall|would|are|am] [be forced to|have to|
            be obliged to|going to|forced to|then|simply|also|immediately] (@end|switch|shut|delete|claim|charge you|
            take legal|go to court|hand|refuse|terminate|walk|be cut|be blocked|be switched|lose|forget|regret)
        (unless|if|until) ~12 (forget|kiss) ~2 (about|it|goodbye)
        (or|otherwise|failing which|failing that|if not) [else] (we|i|we'll|i'll|you|you'll) [will|shall|are|
            would] [have to|be forced to|going to|immediately|simply] (@end|switch|shut|delete|sue|take legal|
            go to court|hand|walk away|pass|call our|lose|be cut|be blocked)
        (or else|take it or leave it|for the last time)
        (last|final) (warning|notice|demand|chance|ultimatum)
        (i|we) (give|am giving|are giving) you ~1 (until|till|#|one|two|three|twenty-four)
        without (further|any further|prior) (notice|warning|reminder)
        (after|from|past) that [date|day|point] (we|i) (will|shall) [then] (start|begin|file|@end|charge)
        no (payment|money|files|texts|contract|approval|signature) ~1 no (service|access|work|server|delivery|launch)
        either you ~10 or (we|i|you|we'll|i'll)
        (not up for discussion|non-negotiable|not negotiable|end of discussion|end of story|full stop)
        """,
        unless="""
        (if|unless) ~1 you ~1 (like|wish|want|prefer|agree|need|would)
        (free of charge|at no cost|for free|happy|glad|gladly|of course|apolog*|sorry|refund*)
        """,
    ),
    Group(
        "threat.harm",
        0.8,
        """
        (hear|hearing|heard) from (our|my) (lawyer*|solicitor*|attorney*|counsel|legal)
        (our|my) (lawyer*|solicitor*|attorney*|legal team|legal department) will ~1 (contact|write|be|deal|take|get|
            see)
        (we|i|we'll|i'll) ~3 (take legal|sue you|sue|go to court|take you to court|see you in court|start legal|
            instruct our|involve our|consider legal|press charges|report you|blacklist you|expose you)
        (one more|any further|any more|another) ~8 and (we|i|you|we'll|i'll|you'll|that|our|it|this)
        (bear|face|suffer|accept|prepared for|ready for|live with|without|have|having) ~1 (the|serious|
            legal) consequences
        there (will|would) be ~1 consequences
        (you will|you'll|you are going to|you're going to) ~1 (regret|be sorry|pay for this|pay for that)
        (don't|do not) (make|force|push) (us|me)
        you leave (us|me) no
        (i am|i'm|we are|we're|consider this) ~1 (warning|warned)
        (be warned|think twice|watch your)
        (reserve the right) to ~2 (@end|claim|charge|withhold)
        (would not|wouldn't) ~2 (advise|recommend) you
        (debt collect*|collection agency|collections agency|bailiff*)
        """,
        unless="(draft|happy|glad|sorry|apolog*|sign the|for signature|questions about)",
        negatable=True,
    ),
)
