"""English: freer ways to be late with money, to refuse it and to contest it."""

from leopold.signals.patterns import Group

GROUPS = (
    Group(
        "payment_delay.reasons",
        0.5,
        """
        (payment|payments|invoice|invoices|transfer|cheque|check|money|funds|remittance|bill|bills|instalment|balance|
            deposit|fee|retainer|amount) ~10 (parked|frozen|on hold|held up|held|stuck|sitting|sits|queue|queued|
            scheduled|approval*|countersign*|signature|signatory|postponed|deferred|moved to|pushed|slipped|delayed|
            next month|next week|week later|weeks later|with a delay|the following|after the|not before|only be paid|
            only go out|end of the month|end of next|second half|next run|next payment|beginning of|start of next|
            in two parts|in instalments|in parts|a few days|few days late|tuesday week|a bit later|bit late|soon as|
            as soon|once the|until the|missed the|not yet|yet to|hasn't|haven't|came back|bounced|returned|rejected|
            unpaid|overdue|still open|outstanding|not arrived|not been|days ago|weeks ago|months ago|past due|was due|
            were due|fell due|was payable|were payable)
        (we|we'll|i|i'll|us|our|he|they|will|be|accounts|finance|only|they'll) ~4 (pay|paid|settle|settled|transfer|
            transferred|remit|pays) ~8 (next week|next month|next quarter|after the|a week late|later|in instalments|
            in two|in three|in parts|half now|the rest|end of the month|end of next|once we|once the|once our|when our|
            when the|as soon as|until the|on the #|by instalments|bit by bit|over three|over the next|two of the|
            one of the|instead of before|long ago)
        (could|can|may|might|would) (we|you|i) ~3 (until|till|extra|more time|defer|delay|postpone|spread|split|stagger|
            extend|extension|instalment*|pay later|settle later|pay in|paid after|pay after|wait|longer|grace|few more)
        (give|grant|allow|need|ask for|asking for) ~2 (until|till|more time|extra time|few more weeks|few weeks|
            another month|another week|another #|a month|extension|# more days|respite|breathing) ~4 (to pay|payment|
            invoice*|season|month|others|pay|settle|end of|quarter|bill)
        (cash|cash-flow|cashflow|money|liquidity|funds|budget|account|bank|finances|funding|grant|overdraft) ~4 (tight|
            little tight|low|short|squeeze*|strained|stretched|empty|thin|problem*|crunch|gap|frozen|froze|dry|
            exhausted|used up|late|delayed|arrive*|come through|not come|released|waiting)
        (waiting|wait) ~3 (our|the|to be) ~3 (customer*|client*|grant|bank|funding|investor*|paid|payment|head office|
            subsidy|tax|loan|budget|refund)
        (client|customer|customers|clients|ministry|insurer|landlord|investor|investors|head office|bank|council|
            grant office|funder) ~2 (hasn't paid|haven't paid|has not paid|have not paid|pays late|paid late|
            not paid us|owes us|moved our|blocked|froze|frozen|changed our|changed its|is slow|delayed|is late|
            wants every)
        (person|colleague|director|owner|signatory|accountant|bookkeeper|cfo|boss|lady|treasurer|joan|finance|accounts|
            countersigner|manager|chairman|he|she) ~6 (sign*|pays|payment*|invoice*|approve*|accounts|transfers|
            releases|authoris*) ~8 (on leave|holiday|hospital|ill|sick|away|off|back|out of office|honeymoon|maternity|
            vacation|abroad|travelling|left|at sea|retired)
        (nothing|no money|no payment|no funds|no transfer|not a penny|not a cent|neither) ~3 (come in|came in|gone out|
            arrived|been received|has been paid|reached|has reached|shown up|landed|been credited|since|paid since|
            on our account|in our account|out since|come from)
        (nothing|no money) ~4 from you ~3 (since|yet|so far|until)
        (direct debit|standing order|card|cheque|check|sepa|transfer) ~8 (came back|bounced|failed|declined|returned|
            unpaid|rejected|not gone|hasn't come|not come|not arrived|didn't go|did not go|refused|not honoured|expired|
            did not clear|hasn't cleared)
        (statement|account|ledger|list|summary) ~4 (attached|enclosed|shows|now stands|stands at|highlighted|in yellow|
            in red|over # days|open items|arrears|overdue|oldest) ~3 (items|over|overdue|outstanding|open|at|days|
            unpaid|invoice*|due|with|balance|#|in)
        (our bank|the bank|our accounts|your account|our ledger|our books) ~3 (nothing|hasn't seen|has not seen|
            no trace|shows no|not seen|no record|hasn't received|has not received|doesn't show|shows nothing|
            not received|has nothing|shows as unpaid)
        (up to) ~3 (cleared|paid|settled) ~2 nothing
        (days|weeks|months|#) ~1 (overdue|in arrears|past due|over terms|beyond terms|past the due|over the due|
            beyond the due|outside terms)
        (overdue|arrears|past due|unpaid|in default|dunning|payment reminder|delinquent|late payment|late fee|late fees|
            default interest|statutory interest)
        (amount|invoice|bill|money|sum) ~2 (isn't|is not|not) ~1 (in question|disputed|contested)
        (payment|spending|budget|purchase|outgoing) ~1 (freeze|run|runs|stop|ban|moratorium|block|approvals|approval|
            cycle|date|round)
        (in approvals|in approval|for approval|awaiting approval|pending approval|for signature|second signature|
            second signatory|signing rules|countersign*|hasn't clicked|not yet released|not been released|
            in the system but|with finance|with accounts|with our finance|with our accounts|with head office|
            with purchasing|with treasury|in the pipeline|on its way to accounts)
        (manage|afford|pay|settle|cover) ~3 (two|one|half|part|some|only) ~2 (of|this month|now|the|for now) ~3 (month|
            invoices|others|rest|season|five|four|three|week|quarter)
        (advance|pre-finance|prefinance|bridge|front) ~3 (own pocket|ourselves|it|that|sum|amount|gap)
        (po|purchase order|cost centre|order number|vat number|supplier number|new vendor|vendor number|iban|
            reference number|vendor setup) ~4 (missing|wrong|not on|was not|wasn't|isn't|not set|needed|lacks|lacking|
            invalid|expired|changed|new) ~10 (invoice|paid|payment|parked|queue|reject*|wait|delay*|stuck|finance|
            accounts)
        """,
        unless="""
        (thank*) ~4 (payment|paying|paid)
        (salary|salaries|wages|tickets|delivery is|parking|shares|refuse*|will not pay|won't pay|not going to pay|
            dispute*|patch|defect*|training days|went out this morning|was paid|has been paid|were paid|is paid|
            we've paid|are paid|until it is fixed|until you|unless you|until the snag|credit note)
        (paid|settled) ~3 (today|yesterday|this morning|in full|on time|thank*)
        (payment|invoice) terms
        (outstanding) (work|job|result*|service|effort|question*|item*|issue*|point*|ticket*)
        (overdue|outstanding) (patch|update|library|book|task*|review)
        """,
    ),
    Group(
        "payment_refusal.never",
        0.55,
        """
        (we|i|we'll|i'll|i'm|we're|this firm|this company|my client|our client|our auditors|the board|the trustees|
            our director|management|finance|the council|accounts) ~3 (not|won't|cannot|can't|refuse*|decline*|neither|
            never|no|reject*|unable|unwilling|don't intend|no intention) ~4 (pay|paying|settle|settling|honour|
            honouring|honor|release|releasing|approve|approving|owe|cover|covering|reimburse|transfer|foot|
            fund) ~3 (for|this|the|that|your|it|any|against|a|these|either|until|unless|invoice*|bill|further|half|both|
            more|$)
        (no|not|nothing|nil) ~3 (payment*|funds|money|cheque|remuneration|transfer|penny|cent|pound|euro) ~6 (for|to|
            until|unless|from us|will be|released|leave|further|more|before|without|made|out of)
        no ~2 no (payment|money|pay|invoice|cheque|fee)
        (pay|paying|paid|settle|settled) ~2 (only|for the|half|part|neither|nothing|what we|the rest when|
            the undisputed|two|three|one) ~8 (not|nor|but|other|when|until|unless|rest|remainder|neither|remaining|
            and no more|received|once)
        (paying|pay|payment) ~10 (out of the question|is off|not happening|never|forget it|no way|make no sense|
            under no circumstances|dream on|not an option|over my dead body|in your dreams)
        (out of the question|under no circumstances|over my dead body|when hell freezes|not a chance|no chance|
            in your dreams|forget it|not on your life|can whistle|whistle for|sue me|see you in court) ~8 (pay*|
            invoice*|bill|fee*|money|charge*|cent|penny|it)
        (over my dead body|under no circumstances|in no case|on no account|by no means) ~6 (pay|transfer|settle|
            invoice*|fee|bill|money)
        (invoice|invoices|bill|bills|fee|fees|balance|amount|money|retainer|payment|instalment|last bill|these|
            remainder) ~6 (go unpaid|goes unpaid|stays unpaid|remain unpaid|will be returned|returned unpaid|
            be returned|not to be paid|not be paid|won't be paid|never be paid|disputed tray|in the bin|waste paper|
            wastepaper|shredded|withheld|retained|blocked|stopped|frozen|refused|rejected|void|null and void|
            be cancelled|not be honoured|not honoured|won't go through|sent back|goes back|going back|go back|
            not accepted|not be settled|not be released|won't be released|not released|suspended|reduced to|cut to|zero|
            nil)
        (cheque|check|direct debit|standing order|card|transfer|payment|mandate) ~6 (stopped|cancelled|canceled|blocked|
            revoked|recalled|withdrawn|reversed|clawed|called back|suspended|countermanded)
        (stopped|cancelled|canceled|blocked|revoked|recalled|withdrawn|reversed|withdrew|suspended) ~3 (cheque|check|
            direct debit|standing order|card|payment*|transfer*|mandate)
        (keep|keeping|kept|hold|holding|held|retain|retaining|withhold|withholding|deduct|deducting|offset|offsetting|
            subtract|dock|docking|knock off) ~3 (half|second half|the rest|balance|fee|retention|amount|final|last|
            remainder|remaining|payment*|invoice*|instalment|# ~1 from|money|retainer|costs|from your)
        (right of retention|right to retain|right to withhold|right of set-off|right of setoff|retention money|set-off|
            setoff|lien|withholding payment|abatement|reduce the fee|reducing the fee|reducing the monthly|
            reduced the monthly|price reduction)
        (don't|do not|doesn't|does not|not|no longer|never) ~1 (owe|owing|owed)
        (nothing|not a penny|not a cent|no amount) ~2 (is|was|are) ~1 (owed|owing|due|payable)
        (consider|regard|treat|deem) ~2 (bill|invoice|matter|account|this|amount) ~3 (settled|closed|paid|void|
            cancelled|withdrawn)
        (you'll|you will|you) ~1 (be paid|get paid|get your money|see your money|get the rest|receive the rest|
            see a penny|see another|have your money) ~2 (when|once|after|if|as soon|the day|only)
        (when|once|until|after|before|unless|as soon as) ~10 (works|work|fixed|done|delivered|ordered|finished|complete|
            empty|receive|repaired|corrected|resolved|right|solved|replaced|documentation|snag*) ~8 (pay|paid|payment|
            invoice|money|release*|transfer|settle)
        (pay|paid|payment|invoice|money|release*|transfer|settle|stage) ~4 (when|once|until|after|before|
            unless) ~8 (works|work|fixed|done|delivered|ordered|finished|complete|empty|get what|receive|repaired|
            corrected|resolved|right|solved|replaced|documentation|snag*|clean|credit)
        (good money after bad|throwing money|throw money|money for nothing|money down the drain|pay for nothing|
            paying for nothing|pay twice|paying twice|pay for your mistake*|pay for your error*|pay for something|
            pay for work|paying for work|pay for a service|paying for a service|pay for a product|pay for hours|
            pay for air|pay for other)
        (stick|keep|tear up|shred|frame|shove|bin|take back|withdraw|you can have) ~1 (your|the|that|this) ~1 (invoice*|
            bill|bills)
        (send|sent|sending) ~2 (invoice*|bill|reminder*) ~3 (as often|as many|as much|till|until you)
        (reminder*|invoice*|dunning) ~3 (changes nothing|change nothing|won't change|makes no difference|pointless|
            waste)
        (why|how) ~2 (should|would|must|can|do|are) (we|i) ~3 (pay|paying|expected to pay|supposed to pay|charged)
        (for the duration|as long as|until further notice|while the) ~12 (invoice*|fee|payment*|bill|nil|zero|pay)
        """,
        unless="""
        (pay|paying) ~1 more than
        (stop ~2 on ~4 (check*|cheque*))
        (stop payment*|marked paid|both together|insurance|new po|refund*|paid by mistake|salary|retain the data)
        (credit|next invoice|not|isn't) ~1 (due|covers) ~1 (until|before|till|for|it|this)
        (hold|keep) ~3 (invoice|line) ~2 (until the new|for now please)
        """,
    ),
    Group(
        "dispute.differs",
        0.5,
        """
        (should|ought|must|may|can) ~1 (not|never) ~1 (be|have been|have) ~1 (charged|billed|invoiced|on the invoice|
            on our|on the bill|appear*|added|included|deducted|paying|applied|liable)
        (please|kindly|must|ask you to|request you to|need to|should|could you|expect you to) ~1 (correct|amend|cancel|
            reissue|re-issue|revise|withdraw|credit|adjust|rectify|reverse|strike|reduce|recalculate|
            remove) ~4 (invoice|invoices|charge|charges|line|lines|bill|amount|item|items|statement|fee|surcharge|
            figure|hours|total|calculation|entry|entries)
        (our|my) ~1 (records|figures|count|logs|calculation|calculations|books|reading|version|copy|minutes|notes|
            reckoning|timesheets|ledger|files|contract|correspondence|system) ~3 (show|shows|say|says|differ|differs|
            make it|tell|tells|give|gives|come to|comes to|contradict*|do not|don't|does not|doesn't|has only|have only|
            has no|have no|only|clearly)
        (according to|by|per|going by|as per) (our|my) ~1 (records|count|logs|calculation|calculations|reckoning|books|
            notes|minutes|timesheets|measurements|reading|contract|order|files|copy)
        (that|this|it|these|those|they) (is|was|are|were) (not|never) (correct|right|true|accurate|so|the case|what we|
            how we|in the|our|agreed|ordered|as agreed|chargeable|billable|due|owed|covered by|on our)
        (that's|it's|that is|it is) (simply|just|plainly|factually|plain|clearly|quite) ~1 (wrong|incorrect|untrue|
            false|inaccurate|not true|not correct|not right|mistaken)
        (that's not|that isn't|this isn't|it isn't|it's not|that wasn't|this is not|that is not) (correct|right|true|
            accurate|so|the case|how i|how we|what i remember|what we|what was|our|an extra|additional)
        (incorrect|inaccurate|untrue|erroneous|unfounded|groundless|untenable)
        nowhere ~2 (in|does|did|is|was|do|on|says|mention*|agreed|find|see)
        (you've|you have|your ~1 @staff has|your ~1 @staff have|you) ~1 (counted|calculated|applied|added|included|
            booked|charged|billed|invoiced|used|deducted|forgotten|overlooked|ignored|quoted|multiplied|rounded|
            treated) ~8 (wrong|twice|instead|although|but|whereas|while|rather than|not the|double|without|should|
            despite|two|too|even though|never)
        (beg to differ|agree to disagree|let that stand|let this stand|leave that unchallenged|can't leave that|
            cannot leave that|must object|take exception|strongly disagree|have to disagree|must disagree|do not share|
            don't share|with all respect|do not see it|don't see it|not how i see|not how we see|dispute that|
            contest that|stand by our|insist that|maintain that|hold that|take the position|our position is|
            our view is that|our reading is|our lawyers say|our understanding of the contract)
        (not|isn't|aren't|never) ~1 (liable|responsible for|obliged to|bound by|our liability|our responsibility|
            our obligation|payable|chargeable|billable|enforceable|binding|an extra|a change request|out of scope|
            additional work)
        (no|without) ~1 (contractual|legal|written|signed|valid|factual) ~1 (basis|ground*|agreement|order|approval|
            obligation|entitlement|right|justification|authority|reason|foundation)
        (agreed|contractual|contracted|fixed|quoted|offered|capped|flat) ~2 (rate|price|fee|figure|amount|sum|budget|
            hours|discount|limit|cap|maximum|rates|prices) ~8 (not|but|yet|whereas|instead|while|invoice|bill|you|was|
            so|exceed*|higher|more|ignored)
        (invoice|bill|invoices|statement|account) ~6 (contains|includes|lists|shows|has|carries|covers|charges|bills|
            is for|are for|differs|exceeds|seems|appears|refers) ~8 (never|not|didn't|did not|wrong|twice|mistake|error|
            nobody|too|instead|no one|without|exceed*|incorrect*|another|unknown|more than|higher than|although|but)
        (on what basis|on what grounds|by whom|under which|under what|what entitles|what justifies|with what right|
            how did you|how do you|who) ~3 (authoris*|authoriz*|approved|agreed|ordered|charg*|arrive at|come to|
            calculat*|justif*|entitle*|get to) ~3 (this|that|the|these|it|such|#|you|us|to)
        (first|existing|known|pre-existing|latent|manufacturing|original|your own) (defect|defects|fault|faults|damage|
            error|bug) ~6 (not|warranty|charge*|cover*|yours|your|free|was|were)
        (we|i|my client|our client|our lawyers|management|our auditors|they|he|she) ~2 (dispute|disputes|contest|
            contests|deny|denies|reject|rejects|refute|refutes|challenge|challenges|object|objects|disagree|disagrees|
            differ|query|question|take issue|protest|object|repudiate)
        (see it|see this|see that|see things|read it|read that|read the|remember it|remember that|recall it|
            understand it|interpret it) ~2 (differently|otherwise|another way|the other way|quite differently)
        (differ|differs|differing|opposite|conflicting|contrary) (view|opinion|reading|interpretation|understanding|
            recollection|version|account|figure|total|count|result|conclusion|calculation)
        (your|the) ~1 (figure*|number*|total|sum|calculation|count|claim|account|version|reading|interpretation|
            statement|arithmetic|maths|assertion|allegation|argument|reasoning|list|letter|minutes|timesheet*|invoice*|
            bill|measurement*|assessment|position|view|contention|report) ~8 (can't be right|cannot be right|not right|
            isn't right|is wrong|are wrong|incorrect|inaccurate|not correct|isn't correct|mistaken|doesn't match|
            don't match|does not match|differs|differ|too high|too much|does not add|doesn't add|don't add|
            does not tally|doesn't tally|unfounded|untrue|not true|isn't true|false|baseless|no basis|not supported|
            unsupported|contradict*|disagree|part company|ignore|ignores|overlook*|leaves out|double count*|exaggerat*|
            overstat*|inflated|misstat*|misrepresent*|is disputed|are disputed|rejected|not agree|excessive|unjustified|
            out by|off by|wrong base|includes hours|include hours)
        (can't|cannot|couldn't|could not|don't|do not|unable to|won't|will not|not) ~2 (find|see|recognise|accept|agree|
            go along|follow|share|subscribe|concur|confirm|acknowledge|verify|reconcile|concede|live) ~3 (basis|grounds|
            justification|reason*|claim*|invoice*|charge*|interpretation|view|reading|figure*|argument|calculation|
            hours|position|version|that|assessment|opinion|with this|with that|with your|clause|legal|account|your|line|
            surcharge*|deduction|finding*)
        (there is|there's|there was|was|were|there are|has|have) (no|never|not) ~2 (such|basis|ground*|oral agreement|
            agreement|clause|mention|order|contract|written|legal|provision|obligation|surcharge|agreed|signed|
            authorisation|approval|such thing|automatic|entitlement|mandate)
        (nobody|no one|neither|none of us|never) ~2 (asked for|ordered|agreed|signed|approved|requested|authorised|
            authorized|commissioned|booked|instructed|accepted|wanted|sanctioned)
        (not|never|without|wasn't|weren't|isn't|aren't|didn't|hasn't been) ~2 (agreed|ordered|approved|requested|
            commissioned|authorised|authorized|signed off|booked|delivered|quoted|offered|contracted|carried out|
            performed|received|provided|instructed|used) ~6 (charge*|invoice*|bill*|hours|work|service*|fee*|item*|
            line*|surcharge*|by us|to us|here|additional|extra|and yet|test*|licence*)
        (charge*|invoice*|billed|invoiced|surcharge*|fee|fees|item|items|line|overage|markup|mark-up) ~8 (never|
            not agreed|not ordered|nobody|not approved|wasn't|weren't|isn't in|not in the|not part|not covered|
            not mentioned|incorrect|twice|double|too many|too high|not delivered|duplicate*|unexplained|that did not|
            we did not|we didn't|i didn't)
        (twice|double|duplicate|two times) ~4 (charged|billed|invoiced|invoice|bill|booked|item|appears)
        (was|were|is|are) ~3 (free|included|covered|capped|fixed|flat|agreed|warranty|guarantee) ~8 (invoice|bill|
            charge*|not|so|and yet|but|nonetheless|appear|why|surcharge|extra|invoiced|billed|price)
        (warranty|guarantee|goodwill|statutory) (case|claim|matter|work|repair|period) ~8 (not|bill|charge*|free|
            invoice|cover*|so)
        (contract|agreement|specification|sla|quote|offer|order|terms|clause|delivery note|paragraph|section|annex|spec|
            wording|version we signed|rate card|minutes|proposal|framework) ~6 (says|states|provides|reads|covers|
            covered|excludes|includes|does not|doesn't|clearly|nowhere|entitles|obliges|stipulates|gives|refers|defines|
            limits|caps|mentions|unclear|ambiguous|allows|means|was for|is for) ~10 (not|so|no|only|therefore|free|
            charge|cost*|yours|your|all|nothing|but|both|within|without|responsible|nowhere|us|hence|#|clear|that|every)
        (as|so|hence|therefore|thus) ~2 (yours to|your responsibility|your cost|at your cost|at your expense|
            not payable|not chargeable|not billable|free of charge|not owed|not our responsibility|not liable|yours)
        (not|isn't|wasn't|hardly|never) ~1 (what|how|as) (we|was|were|i|it was|had been|the contract) ~1 (agreed|agree|
            ordered|signed|discussed|contracted|understood|stipulated|specified|settled|says)
        (delivery note|invoice|bill|timesheet|list|statement|contract) ~6 (says|shows|lists|has|had|claims|states|gives|
            stated) ~8 (but|we|only|counted|received|got|there were|there was|actual|never|whereas|while|our|here|not)
        (we|our|i|the client|they) ~2 (counted|measured|count|measure|logged|recorded|received|weighed|clocked|
            calculate|calculated|come to|comes to|arrive at|only had|only used) ~8 (not|instead|rather than|whereas|
            while|against|but|invoice|bill|charged|claim|contract says|you say|you bill)
        (why|how come|how) ~8 (on the bill|on the invoice|charged|billed|invoiced|on our bill|on this invoice|
            in the invoice|being charged|extra|surcharge|twice|so much|double)
        (two|three|four|five|six|#|ten|twelve|eight) ~2 (call-outs|hours|days|visits|licences|units|seats|boxes|pallets|
            items|engineers|users|pages|lines|sessions) ~6 (there was|there were|we had|we counted|we got|was one|
            were two)
        (not|never) (of|for|from|on|the|at|to) ~4 (gross|net|munich)
        (exclusive|commission|territory|discount|bonus|rebate|margin|credit|deposit|penalty|warranty|liability) ~4 (is|
            was|were|has|had|isn't|wasn't|does|covers) ~4 (for|ours|not|per cent|of the|wrong|never|registered|only|
            on the|calculated|due|based|worked out|still)
        (correct|set straight|contradict|put right|rectify) ~1 (your|you|the record|one point|this|that|me)
        (for the record|with respect|i must correct|we must correct|i have to contradict|contrary to your|not as you|
            unlike what you|as opposed to what) ~4 (not|never|no|you|your|didn't|letter|claim|assertion|say|write|state)
        you (claim|assert|allege|maintain|contend)
        (defect|damage|fault|error|bug|crack|scratch*) ~3 (was there|were there|existed|was present|already|pre-dates|
            before handover|at handover|on arrival|on delivery|from the start|from day one)
        (did not|didn't|never|do not|don't|have not|haven't) (request|order|ask for|authorise|authorize|approve|
            commission|book|instruct) ~3 (additional|extra|test*|service|this|these|any|premium|work|upgrade|option|
            hours|such|the)
        (unjustified|unwarranted|unfounded|unsubstantiated|disputed|contested|erroneous*|miscalculat*|wrongly|
            incorrectly|overbilled|overcharged|overcharge|overpaid|padded|unilateral*|null and void|not binding|
            inadmissible|unenforceable|no contractual basis)
        (nothing|not) ~3 (in the contract|in our contract|in the agreement|in the order|in the quote|in the sla|
            in the terms|in the offer|in the specification|in writing|in the minutes|to do with us)
        (have|has|was|were) (never|not) ~1 (been) ~1 (booked|credited|delivered|received|applied|agreed|deducted|
            taken into|recorded|refunded|reflected|mentioned)
        (on|off|in) ~2 (wrong|other) (base|basis|rate|tariff|price|quantity|assumption|premise|date|index)
        """,
        unless="""
        (no problem|glad|thank* for correcting|well spotted|you are right|you're right|i was wrong|we were wrong)
        (sorry|apolog*|our mistake|our error|my mistake|no problem|agree with you|thank*|happy to|glad|
            unauthorised access|jinx|bug fix|password*|my own mistake|weekend work|for information|as agreed before|
            just to double-check)
        """,
    ),
)
