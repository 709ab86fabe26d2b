"""English: late payment, refusal to pay, and what is disputed."""

from leopold.signals.patterns import Group

GROUPS = (
    Group(
        "payment_delay.late",
        0.6,
        """
        (overdue|outstanding|past due|unpaid|in arrears|arrears) ~6
        (invoice*|bill|payment*|amount|balance|_) ~6 (was due|were due|fell due|is overdue|still open|still unpaid|is late|not paid|not been paid|hasn't been paid|remains unpaid|not arrived|hasn't arrived|not come|not received|hasn't come|not been received|haven't seen|days late|weeks late)
        (not|haven't|hasn't|still|yet|never|no sign|don't see|can't see|nothing) ~4 (received|seen|got|had|of|show*) ~4 (payment*|money|transfer|funds|remittance)
        (payment*|transfer|money|invoice*|settlement) ~6 (delay*|postpone*|late|next week|next month|end of the month|held up|stuck|slipp*|soon|shortly|when we|after we|as soon as|once)
        (pay|settle|transfer) ~4 (later|next week|next month|in instal*|in part*|as soon as|when we|when our|once we|after|half now|a bit late|bit later)
        (cash flow|cashflow|liquidity|tight month|money is tight|tight on cash|short of cash|short of funds|waiting to be paid|our client hasn't paid)
        (more|bit more|extra|extend|extension|another) ~3 time ~3 (pay|payment|settle|invoice)
        (payment run|accounts payable|approval queue|signing every payment|payment approval*|waiting for approval|budget freeze|spending freeze)
        (chase|chased|chasing|reminder) ~4 (payment|invoice*|accounts|remittance|balance)
        (when|where) ~6 (payment|paid|settle*|settled|remittance)
        (accounts|finance|accountant|bookkeeper) ~5 (away|off|holiday|leave|ill|sick|backlog|looking into|chas*|behind)
        """,
        unless="(thank*) ~4 (payment|paying|paid)\n(payment|invoice) ~3 (terms)\n(paid|settled) ~3 (today|yesterday|this morning)\n(outstanding) (work|job|result*|service|effort|question*|item*|issue*|point*|ticket*)",
    ),
    Group(
        "payment_refusal.refuse",
        0.65,
        """
        (not|won't|refuse to|refusing to|never|cannot|can't|no intention of|not going to|not prepared to|don't intend to|decline to|stop) ~3 (pay|paying|settle|settling|approve|approving) ~6
        (hold|holding|withhold*|stop*|suspend*|freez*|block*|on hold|put on hold|paus*) ~4 (payment*|invoice*|final stage|fee|fees|balance|money|retainer|instal*|remittance)
        (invoice*|payment*|bill|fee|balance) ~6 (on hold|withheld|suspended|stopped|blocked|frozen|rejected|returned|sent back|refused|not be paid|won't be paid|not be settled|stay unpaid|will wait)
        (reject|rejecting|refuse|refusing|return|returning|sending back|sent back|send back) ~4 (invoice*|bill)
        (not|won't|nothing|no money|don't expect|no payment|penny|cent|nor) ~5 (pay|paid|payment|released) ~3 (until|unless|before|till|for this|for that|for work|for something|from us)
        (no reason|don't see why|why should|why would) ~3 (pay|be paying|be charged)
        (pay|paying|paid) ~4 (not a penny|not a cent|nothing|another penny|another cent|a penny more|a cent more|for nothing|only half|half of|only for)
        (deduct*|set off|offset|net off|take off) ~6 (invoice*|bill|payment|fee|balance|final)
        (charge back|chargeback|direct debit (cancelled|stopped)|cancelled the direct debit|stopped the standing order)
        (isn't|not) (due|owed|payable)
        """,
        asks=False,
    ),
    Group(
        "dispute.contest",
        0.55,
        """
        (disput*|contest*|contested|disagree*|object*|challeng*) ~6 (invoice*|charge*|amount*|bill*|fee*|figure*|hours|claim*|clause|interpretation|calculation|with|to|this|that|your|line*|item*)
        (we|i) (do not|don't|cannot|can't|never) (accept|agree|recognise|recognize|acknowledge|approve*|order*|sign*|ask*|request*|authoris*|authoriz*)
        (never|not) ~2 (agreed|signed|ordered|authorised|authorized|approved|requested|asked for|accepted|instructed|received) ~3 (to|any|this|that|these|it|the|an|for)
        (overcharg*|overbill*|double charged|charged twice|billed twice|incorrectly charged|wrongly charged|charged for something|invoiced twice|double billed|overstated|inflated)
        (invoice*|bill|charge*|amount|figure*|hours|total) ~5 (wrong|incorrect|not correct|doesn't match|not match|does not match|too high|not right|isn't right|unjustified|not justified|excessive|not what was agreed|error|mistake|inflated|doesn't reflect)
        (why) ~5 (charged|billed|invoiced|invoice|paying|charge)
        (what|which) ~5 (charged for|this charge|these charges|this line|this item|invoice for)
        (contract|agreement|clause|sla|terms|quote|proposal|estimate) ~3 (says|states|said|clearly|provides|doesn't|does not|never|stipulat*|specif*|is clear|limits|caps)
        (according to|under|per|as per|by) [the|our] (contract|agreement|clause|sla|terms|annex*|section) ~12 (not|no|only|but|you|should|must|free|included)
        (breach*|in breach|violat*) ~4 (contract|agreement|clause|sla|terms|_)
        (not|isn't|wasn't|aren't) ~2 (in|part of|within|covered|included) ~3 (scope|contract|agreement|quote|order|price)
        (out of|outside) [the|our] (scope|contract|agreement)
        (not refundable|non-refundable|nonrefundable|no refund|not entitled|no entitlement|without merit|unfounded|no basis|without basis)
        (your|the) (claim*|position|interpretation|reading|version) ~4 (wrong|incorrect|false|baseless|not correct|unfounded|no basis|reject*|not accept*|cannot accept)
        (counterclaim*|counter-claim*|compensation|damages|penalty|penalties|service credit*|liquidated damages) ~5 (claim*|entitled|demand*|due|expect*|request*|invoke|under|for the|owed|apply)
        """,
        unless="(sorry|apolog*|our mistake|our error|my mistake)",
    ),
)
