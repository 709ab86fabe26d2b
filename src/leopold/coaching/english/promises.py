"""English: what promises something, and what makes a date of it vague."""

from leopold.signals.patterns import Group

GROUPS = (
    Group(
        "promise.active",
        0.6,
        """
        (we|i) (will|shall) [also|then|of course|certainly|definitely|surely|personally|try to|do our best to|
            do my best to|do everything to|make sure to|immediately] @do
        (we'll|i'll) [also|then|of course|certainly|definitely|surely|personally|try to|do our best to|
            do my best to] @do
        (we will|i will|we'll|i'll) get (back|it|this|that|you|them|the|your|someone|somebody)
        (we are|we're|i am|i'm) [also|just] going to @do
        (we|i|we'll|i'll) [will|shall] (hope|plan|intend|aim|try|promise) to @do
        """,
        asks=False,
    ),
    Group(
        "promise.passive",
        0.6,
        """
        (it|this|that|page|report|list|problem|issue|refund|money|invoice|error|everything|all|rest|site|server|
            document*|contract|update|fix|repair|order|goods|parts) (will|shall) [then|of course|certainly] be @done
        you (will|shall) [also|then] (get|receive|hear)
        you'll [also|then] (get|receive|hear)
        """,
        asks=False,
    ),
    Group(
        "vague.time",
        0.85,
        """
        (soon|shortly|asap|eventually|sometime|someday|presently)
        as soon as (possible|we can|i can|we have time|i have time|we get|i get)
        as (quickly|fast) as (possible|we can|i can)
        in (due course|the near future|good time|a while|the foreseeable future)
        at (some point|the earliest|our earliest|my earliest)
        when (we|i) (can|have time|find time|get round|get around|get to)
        (some|one) of these days
        in the (coming|next few) (days|weeks|time)
        (sooner or later|at a later date|at a later time|later on)
        (a bit|a little|somewhat) later
        later $
        """,
    ),
    Group(
        "tied.event",
        0.5,
        """
        (if|once|when|whenever|after|until|unless|before|every|each|daily|weekly|monthly|while|during|as long as)
        as soon as (you|your|the|this|that|it|he|she|they|he's|she's|payment|there|our|ours)
        (on|upon) (receipt|request|your|arrival|demand)
        depending on
        """,
        unless="(if you had|had you|when (we|i) (can|have time|find time|get round|get around))",
    ),
    Group(
        "tied.manner",
        0.5,
        """
        (always|happy|glad|gladly|pleased|would|meanwhile|regularly|automatically|not|won't|never|no|without)
        from now on
        let you (decide|choose|have a look)
        """,
    ),
)
