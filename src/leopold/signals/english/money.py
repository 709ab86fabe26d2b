"""English: late payment, refusal to pay, and what is disputed."""

from leopold.signals.english import dues
from leopold.signals.patterns import Group

GROUPS = (
    Group(
        "payment_delay.late",
        0.6,
        """
        (cash flow|cashflow) ~1 (is|problem*|issue*|difficult*|tight|squeeze|gap|crunch|low)
        (our|my) (cash flow|cashflow)
        (our|my) liquidity ~3 (tight|problem*|low|squeeze*|short|difficult*)
        (invoice*|payment|bill|balance|instal*) ~8 (was due|were due|fell due)
        (reviewing|review of|holding up|checking) ~3 (vendor|supplier|all) ~2 (payment*|invoice*)
        please expect # days
        now # days (overdue|late|past|behind)
        (going forward|from now on|new) ~4 (# days|payment terms|60 days|90 days)
        (invoice*|bill*|payment*|amount*|balance|account|sum|#) ~8 (overdue|past due|in arrears|still unpaid|
            remains unpaid|remain unpaid|still outstanding|remains outstanding|remain outstanding)
        (overdue|unpaid|past due|outstanding) (invoice*|bill*|payment*|amount*|balance|account)
        (not|haven't|hasn't|haven't|still not|yet to|never|no sign of|don't see|can't see|still no|
            without) ~2 (received|seen|got|had|see|receive|of|arrived|a) ~3 (payment*|money|transfer|funds|remittance)
        (payment*|transfer|money|funds) ~4 (delayed|late|hasn't arrived|not arrived|held up|stuck|not come|hasn't come|
            slipped|didn't go|did not go|hasn't gone)
        (payment|transfer|money) [will|to] ~2 (go|follow|be|come|made|leave) ~4 (next week|next month|end of the month|
            later|soon|shortly|on monday|on friday|as soon as|once)
        (pay|settle|transfer) ~6 (next week|next month|in instal*|as soon as|once (we|our|the)|when (our|we|the)|
            half now|bit late|bit later|few days late|end of the month)
        (payment|invoice) ~3 (in|with|on|at) ~3 (pile|approval|accounts|finance|queue|desk|signature)
        (more time|extra time|few more days|another week|another month|an extension) to pay
        (invoice*|bill|payment*|amount|balance|money|transfer|deposit|fee) ~6 (is overdue|still open|still unpaid|
            is late|not paid|not been paid|hasn't been paid|remains unpaid|not arrived|hasn't arrived|not come|
            not received|hasn't come|not been received|haven't seen|days late|weeks late)
        (tight month|money is tight|tight on cash|short of cash|short of funds|waiting to be paid|
            our client hasn't paid)
        (payment run|accounts payable|approval queue|signing every payment|payment approval*|waiting for approval|
            budget freeze|spending freeze)
        (chase|chased|chasing|reminder) ~4 (payment|invoice*|accounts|remittance|balance)
        """,
        unless="""
        (thank*) ~4 (payment|paying|paid)
        (payment|invoice) ~3 (terms)
        (paid|settled) ~3 (today|yesterday|this morning)
        (outstanding) (work|job|result*|service|effort|question*|item*|issue*|point*|ticket*)
        """,
    ),
    Group(
        "payment_refusal.refuse",
        0.65,
        """
        (#) is on hold
        (position) ~5 (unchanged|stands|remains|final)
        (full and final settlement|in full settlement|take it or leave it)
        (invoice*|amount|fee*|sum|balance|charge*|payment|money|nothing) ~4 (not|isn't|is) (due|owed|payable)
        (invoice*|payment|bill|fee|money) ~3 (stays|stay|remain*|sits|will sit|waits) ~4 (where|until|here|unpaid|
            on hold)
        (i|we|i'm|we're|we'll|i'll|client|company|board|director|boss|management) ~2 (not|won't|don't|cannot|can't|
            not going to|not prepared to|stop|stopped) ~3 (pay|paying|settle|settling)
        (refuse to|refusing to|refused to|no intention of|don't intend to|decline to|^ not|won't be) ~2 (pay|paying|
            settle|settling)
        (hold|holding|withhold*|stop*|suspend*|freez*|block*|on hold|put on hold|paus*) ~4 (payment*|invoice*|
            final stage|fee|fees|balance|money|retainer|instal*|remittance)
        (invoice*|payment*|bill|fee|balance) ~6 (on hold|withheld|suspended|stopped|blocked|frozen|rejected|returned|
            sent back|refused|not be paid|won't be paid|not be settled|stay unpaid|will wait)
        (reject|rejecting|refuse|refusing|return|returning|sending back|sent back|send back) ~4 (invoice*|bill)
        (not|won't|nothing|no money|don't expect|no payment|penny|cent|nor) ~5 (pay|paid|payment|released) ~3 (until|
            unless|before|till|for this|for that|for work|for something|from us)
        (no reason|don't see why|why should|why would) ~3 (pay|be paying|be charged)
        (pay|paying|paid) ~4 (not a penny|not a cent|nothing|another penny|another cent|a penny more|a cent more|
            for nothing|only half|half of|only for)
        (deduct*|set off|offset|net off|take off) ~6 (invoice*|bill|payment|fee|balance|final)
        (charge back|chargeback|direct debit (cancelled|stopped)|cancelled the direct debit|stopped the standing order)
        """,
        unless="""
        (is|falls|fall|are) due (on|this|at|in|by)
        (pay|paying) ~1 more than
        (stop ~2 on ~4 (check*|cheque*))
        (stop payment*)
        (not|isn't) due (until|before|till|for)
        """,
        asks=False,
    ),
    Group(
        "dispute.contest",
        0.55,
        """
        (we|i|he|she|client|customer|formally|must|hereby|strongly) ~2 (dispute|disputing|disputes|contest|contesting|
            disagree|disagrees|object|objects|challenge|challenging) ~6 (invoice*|charge*|amount*|bill*|fee*|figure*|
            hours|claim*|clause|interpretation|calculation|with|to|this|that|your|line*|item*|the)
        (in|under|remains|is|are|as) (dispute|disputed)
        notice of dispute
        (paid|paying|charged|billed|invoiced) ~6 (to (repair|fix|redo|correct)|for your (mistake|error)|asked you not|
            never worked|twice)
        (contract|agreement|clause #|sla|our terms|quote|proposal|annex) (clearly|is clear|states|says|provides|
            stipulat*|specif*|does not|doesn't)
        (not|isn't|wasn't) ~1 (on|in|part of) ~1 (rate card|price list|quote|offer|order form|contract|agreement)
        (clause|wording|paragraph|section|term|terms|offer|change|changes|condition*|#) ~4 (not acceptable|unacceptable|
            cannot accept|can't accept)
        (we|i) (do not|don't|cannot|can't|never|didn't|did not) (accept|agree|agreed|recognise|recognize|acknowledge|
            approve*|order*|sign*|ask*|request*|authoris*|authoriz*) ~5 (invoice*|charge*|amount*|bill*|fee*|figure*|
            hours|clause|claim*|term*|price*|service|work|this|your|line*|item*|penalt*|interpretation)
        (never|not) ~2 (agreed|signed|ordered|authorised|authorized|approved|requested|asked for|accepted|
            instructed) ~3 (to|any|this|that|these|it|the|an|for)
        (overcharg*|overbill*|double charged|charged twice|billed twice|incorrectly charged|wrongly charged|
            charged for something|invoiced twice|double billed)
        (your|invoice*|bill|charge*|hours|amount*|claim*) ~5 (overstated|inflated)
        (overstated|inflated) ~2 (invoice*|bill*|charge*|hours|amount*|claim*)
        (we|i) (do not|don't|cannot|can't|won't) accept ~2 #
        (invoice*|bill|charge*|amount|figure*|hours|total) ~5 (wrong|incorrect|not correct|doesn't match|not match|
            does not match|too high|not right|isn't right|unjustified|not justified|excessive|not what was agreed|error|
            mistake|inflated|doesn't reflect)
        (why) ~5 (charged|billed|invoiced|invoice|paying|charge)
        (what|which) ~5 (charged for|this charge|these charges|this line|this item|invoice for)
        (according to|under|per|as per|by) [the|our] (contract|agreement|clause|sla|terms|annex*|section) ~12 (not|no|
            only|but|you|should|must|free|included)
        (breach*|in breach|violat*) ~4 (contract|agreement|clause|sla|terms|_)
        (not|isn't|wasn't|aren't) ~2 (in|part of|within|covered|included) ~3 (scope|contract|agreement|quote|order|
            price)
        (out of|outside) [the|our] (scope|contract|agreement)
        (not refundable|non-refundable|nonrefundable|no refund|not entitled|no entitlement|without merit|unfounded|
            no basis|without basis)
        (your|the) (claim*|position|interpretation|reading|version) ~4 (wrong|incorrect|false|baseless|not correct|
            unfounded|no basis|reject*|not accept*|cannot accept)
        (counterclaim*|counter-claim*|compensation|damages|penalty|penalties|service credit*|
            liquidated damages) ~5 (claim*|entitled|demand*|due|expect*|request*|invoke|under|for the|owed|apply)
        """,
        unless="(sorry|apolog*|our mistake|our error|my mistake)",
    ),
    *dues.GROUPS,
)
