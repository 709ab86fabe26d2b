"""English: accusation, blame passed on, ultimatum, escalation and the wish to leave."""

from leopold.signals.patterns import Group

GROUPS = (
    Group(
        "accusation.you",
        0.55,
        """
        how could you [even|possibly] (let|allow|miss|forget|lose|do|send|say|charge|think|ignore|overlook)
        (how is it possible|how on earth|why on earth) ~3 (you|your|anyone|somebody|nobody)
        your (team|people|developers|engineers|staff|support|company|side|guys|colleagues) (never|didn't|haven't|
            hasn't|failed|ignored|broke|lost|deleted|forgot|refused|couldn't)
        (that's|that is|is) your (lookout|problem|responsibility|doing|mess|mistake)
        (misrepresent*|misrepresentation)
        (nobody|no one|none of you|not one of you) (even|at your end|on your side|from your) ~3 (bothered|told|
            wrote|warned|called|checked|tested|informed|noticed|answered|let)
        (nobody|no one) (told|wrote to|warned|informed|called|consulted|bothered) (me|us|to)
        (blamed|blaming|blame) (us|me|my team|our)
        i want to know (how|why|who) ~8 (was|were|still|could|left|allowed|nobody)
        (your|you) ~4 (cost|costs|costing|cost us|lost us|losing us) ~3 (us|client*|customer*|sales|money|thousands|
            #)
        (you|your team|your people|your company|your side|your guys|your engineer|your developers) [have|has|had|
            clearly|simply|just|again|then|also] (fail*|broke|broken|ruin*|ignor*|misled|mislead*|lied|neglect*|
            refus*|damag*|mess*|destroy*|overcharg*|deceiv*|cheat*|hid|hidden|wast*|cost us|let us down)
        (you|your) ~3 (incompeten*|negligen*|careless*|dishonest*|misleading|deceitful|irresponsib*|amateur*|
            mistake*|failure*|failing*|excuse*|lies|lie)
        (your|you) (fault|responsib* for this|are to blame|are responsible|caused|did this)
        you (never|didn't|haven't|did not|have not|couldn't|couldn't even) (bother*|even|care|check|test|tell|told|
            warn*|read|listen*|deliver*|send|sent|do|done|inform*|mention*|say|said|answer*|give|given|think|
            thought|call*|respond*|reply|replied)
        you (knew|were told|were warned|were aware|had been told|had been warned|were informed|were given)
        (because of|due to|thanks to|down to) your (fail*|error|mistake*|negligen*|delay*|incompeten*|carelessness|
            inaction|late)
        (bad faith|behind our back*|pulled the wool|taking us for|take us for|took us for|treat* us like|rip off|
            ripped off|rip-off|ripping us)
        """,
        unless="""
        (if you|sorry|my fault|our fault|our mistake|no problem|not your fault)
        """,
    ),
    Group(
        "blame_shift.them",
        0.5,
        """
        (write|please write|contact|please contact|ask|please ask|speak) (to|with|your|the) ~2 (support|helpdesk|
            support@|your (it|team|accounts|side)|our (sales|billing|support)|the other)
        (misunderstanding|miscommunication|confusing|confusion|clerical error|typo|mix-up|mixup) ~4 (on your|
            at our supplier|at the|by the|their|third|between|of the|system|lists)
        (in good faith|relied on ~6 third party|information from ~3 party|not something we control)
        (requirement*|scope|spec*|brief|goalposts) ~5 (tighter|changed|kept changing|moved|moving|shifted|grew|
            unclear|vague|ambiguous)
        (you) (told|wrote|said|confirmed) ~3 that (all|everything|it) ~2 (fine|ok|okay|good|ready)
        (if) ~2 (had told|had said|had asked|had sent|had given|had warned|had answered) ~3 (me|us|in|on|the)
        (with|on) (one|this|your|such|that) ~3 (not|isn't) (enough|possible|sufficient|supported|designed)
        aligning internally
        (please|might) ~3 (align|coordinate|clarify|agree) (internally|among yourselves|on your side)
        (not|isn't|wasn't|nothing to do with|never) ~1 (our|my) (fault|responsib*|problem|doing|error|mistake|side|
            job|end)
        (our|my) side ~3 (fine|working|correct|ok|okay|clean|no issue*|no problem*|green)
        (everything|all|nothing) ~3 (our|my) (side|end)
        (delay*|problem*|issue*|late*|error*|failure*|outage|fault) ~5 (caused|due|because|comes|came|result*|stem*|
            down|lies|is|was) ~2 (your|you|by your|from your|their|them|side)
        (as|since|because) (you|your team|your side|your people) (did|didn't|did not|have|haven't|were|weren't|had|
            only|sent|gave|chang*|took|delay*|fail*|provid*|never)
        (if|had) (you|your team|your side|your people|your developers) (had|hadn't|would have|only|sent|given|told|
            provided|answered|approved|replied)
        (the|your|previous|old) (hosting|hoster|courier|carrier|contractor|supplier|subcontractor|vendor|provider|
            bank|developers|accountant*|freelancer*|intern|temp) ~3 (is to blame|are to blame|at fault|let us down|
            messed|fail*|dropped|screwed|mixed)
        (blame|point the finger|complain to|take it up with|speak to) ~4 (courier|bank|supplier|developer*|vendor|
            provider|them|accounts|hosting|team|accountant*)
        (you|your team|your side) (should|could|ought to|might) have (told|said|checked|warned|asked|noticed|read|
            sent|known|mentioned|flagged|raised)
        you ~2 (approved|signed off|signed|agreed|accepted|asked for|insisted|chose|wanted|requested|
            confirmed) ~3 (it|this|that|them|yourself|yourselves|design*|version|spec*)
        (waiting|waited) ~4 (your|you) ~3 (approval|input|content|feedback|answer|reply|access|data|files|materials|
            side)
        (outside|beyond|out of) (our|my) (control|hands|influence|remit|scope)
        (late|slow|missing|incomplete|poor|bad|wrong|incorrect|lack of|absence of) ~2 (feedback|answer*|approval*|
            content|input|data|information|materials|specification|communication) ~3 (your|you)
        """,
        unless="""
        (sorry|apolog*|entirely our|all our|was our|is our|our mistake|thank*)
        """,
    ),
    Group(
        "ultimatum.deadline",
        0.65,
        """
        (final|last) (notice|warning|demand|chance|reminder before)
        our final (offer|position|deadline|reminder|request)
        reserve (all [of] our|our|all) (rights|right|remedies)
        (we|i) ~1 reserve the right to ~2 (terminat*|suspend*|claim|withhold|withdraw|charge|stop|take|cancel|
            disconnect|seek)
        (offer|proposal) is ~1 (withdrawn|off the table)
        without further notice
        (no|not) ~3 further (work|deliveries|orders|payments|services) ~8 until
        (after that|after which|thereafter|from then|past that) ~8 (solicitor*|lawyer*|court|withdrawn|terminat*|
            suspend*|collection*|elsewhere|interest|stop)
        (if|unless) ~14 (by|before|within|until) ~6 (we|i) (have no|are forced|am forced|will be forced|suspend|
            stop|cancel|terminate|switch|leave)
        (if|unless) ~16 (will|shall|we'll|i'll|going to) [have to|be forced to|be obliged to|then|also|simply|
            regretfully|unfortunately] (terminat*|cancel*|suspend*|stop*|leave|leaving|withdraw*|switch*|
            disconnect*|take legal|go to court|sue|claim|refer|escalat*|withhold|walk away|find another|
            look elsewhere|instruct|freeze|block|pull)
        (failing that|failing which|failing this|otherwise|or else) ~4 (will have to|have no|terminat*|cancel|stop|
            suspend|leave you|go to|go elsewhere|escalat*|forced|take legal|withhold|withdraw)
        (no (later|alternative|choice|option)) ~3 (than|but to) ~10 (or|otherwise|terminat*|cancel*|suspend*|stop*|
            withdraw*|legal)
        (no|little|any other) (alternative|choice|option) but to
        (either) ~10 or (we|i|you) (will|shall|walk|leave|can|cancel|stop)
        (you have|you've got|i am giving you|i'm giving you|we are giving you|we give you|giving you) ~2 (until|
            till|# days|# hours|# working|seven days|five days|ten days|fourteen days|one week|two weeks|24 hours|
            48 hours)
        (until|unless|before) ~12 (no (further|more)|nothing (else|further|more)|we (won't|will not|
            are not)) ~4 (work|deliver*|ship*|go*|happen*|start*|releas*|pay*)
        or (we|i) (walk|leave|cancel|go elsewhere|stop|pull out|will go|are out|am out)
        """,
    ),
    Group(
        "escalation.upward",
        0.6,
        """
        (adding|copying|copied|cc'ing|cc'd|ccing|looping|looped|bringing|involving|brought) [in] ~2 (boss|director|
            ceo|coo|cto|cfo|my manager|management|head of|lawyer*|solicitor*|counsel|owner|md|vp|board) ~3
        (take|taking|start|begin|commence|consider|considering|initiate|pursue|resort to|prepare) ~2 (legal action|
            legal proceedings|legal steps|litigation)
        (go|going|take|taking|taken|see|end up|meet) ~5 (to court|in court|to arbitration|small claims|
            before a judge)
        (trading standards|debt collect*|collection agency|ombudsman)
        (copied|copying|cc'd|cc|forwarded|forwarding|passed|passing|sent) ~5 (our ceo|our coo|our cto|our cfo|
            our director|our managing director|our board|our head|to legal|to our legal|our general counsel|my boss|
            my director|my manager|our owner|our chief|the board)
        (go|goes|going|over|pass*|handed) to ~1 (solicitor*|lawyer*|counsel|legal)
        (our|my|your) (lawyer*|solicitor*|attorney*|counsel|legal team|legal department) (will|is|are|has|have|to)
        (hand*|pass*|refer*|forward*|instruct*|consult*|consulting|brief*|involv*|speak* to|talking to|
            with) ~3 (our|my) (lawyer*|solicitor*|attorney*|counsel|legal team|legal department)
        (i want|i need|we want|we need|i'd like|put me through to|who is) (your|to speak|to talk|someone|
            somebody) ~4 (manager|boss|director|ceo|superior|supervisor|senior|charge|decide*)
        (i'm|i am|i've|i have|we are|we're) (adding|added|copying|copied|bringing|looping|including|
            involving) ~6 (because|so that|so|as|since|who)
        (my|our) (boss|ceo|director|board|managing director|cfo|chairman|owner) (wants to know|is asking|are asking|
            demands|insists|is now involved|will be calling|will be in touch|has asked me to)
        (escalat*)
        (speak|talk|speaking|write|writing|conversation|call) ~2 (to|with) ~2 (your (manager|boss|director|ceo|
            management|superior*|owner)|someone (senior|more senior|in charge|above|who can decide)|
            whoever is in charge)
        (taking|take|taken|going|raise|raised|raising|refer*) ~3 (higher|further|to the top|to (my|our|your) (board|
            director|ceo|boss|management|managing director|head*))
        """,
        negatable=True,
    ),
    Group(
        "churn_intent.leave",
        0.6,
        """
        (we|i|we're|i'm|we'll|i'll) ~2 (leaving you|leave you|walking away|walk away|pulling out|pull out|moving on|
            moving elsewhere|taking our business)
        (go|going|went|put|putting) ~3 (out to tender|to tender)
        (notice of) (non-renewal|nonrenewal|termination|cancellation|cancelation)
        (written|formal|our|as) notice (of|to|that|under) ~6 (renew*|terminat*|end|leave|cancel*|agreement|contract|
            section)
        (contract|agreement|sow|order|project|work|cooperation|account) (is|are|has been|will be) (suspended|
            terminated|cancelled|canceled|ended|withdrawn)
        (elects|elected|decided|decision|intend*|going) to (terminate|leave|end|exit|move|not renew|go with|
            discontinue)
        (we're|we are|i am|i'm) (moving|taking) (our|the|all our|everything) (hosting|account|business|domain*|site|
            website|data|services|contract|away|elsewhere|to)
        (send|hand over|forward|transfer) ~2 (logins|login|credentials|passwords|auth code*|domain*|dns|codes|
            source) ~2 to
        (terminating|terminate|cancelling|canceling|cancel|ending|end|closing|leaving|exiting|quit) [of] (the|our|
            this|my|your|with) ~1 (contract|agreement|subscription|account|service|services|partnership|cooperation|
            relationship|retainer|arrangement|membership)
        (terms|conditions|procedure|process|notice|cost|way|steps) (for|of|to) (ending|end|terminating|terminate|
            leaving|leave|exit|exiting|cancelling|cancel|cancellation|termination)
        (considering|consider|comparing|approached|looking at|look at|talk* to|spoken to|speaking to|evaluating|
            quotes from|quote from|offer from|proposal from|found|chosen|signed with|going with|gone with|moving to|
            move to|switch to|switching to) ~2 (other|another|different|new|alternative|rival|
            competing) ~1 (provider*|supplier*|vendor*|agency|agencies|host|hosting|contractor*|partner*|company|
            firm|options)
        (how|what) ~3 (read|interpret|understand|says|said) ~2 (clause|section|article) ~6 (terminat*|exit|notice|
            fee|refund|#)
        (want|request*|demand*|expect*|like|return|refund*|please) ~4 (our|my|the) (money|deposit|fee|fees|
            prepayment|advance) back
        (won't|will not|not) be (renewing|continuing|extending|signing)
        (notice|give notice|giving notice|serve notice|giving you notice) ~4 (terminat*|contract|period|agreement|
            leave|month*|days)
        (looking|shopping|look|shop) (around|elsewhere|at alternatives|for another|for a new|for alternatives|
            for someone else)
        (move|moving|moved|switch|switching|switched|migrat*|transfer*|take|taking) ~5 (elsewhere|away|to another|
            to a different|to someone else|to a new provider|to your competitor*|our business|in-house|in house)
        (talking|spoken|spoke|speaking|talks|meeting|met) (to|with) ~3 (competitor*|another|other|alternative*|
            your competition)
        (not|won't|will not|don't|no longer|not be|unlikely|not to) ~2 (renew|renewing|extend|extending|
            continue with|continuing with|continue working|work together|working together|work with you|use you|
            using you|be staying with)
        (part|parting) (ways|company)
        (when|how|what) ~5 (contract|agreement|notice period|subscription|minimum term) (end*|expire*|run out|is up|
            terminat*)
        (notice period|exit clause|termination clause|break clause|early termination|cancellation policy|exit fee*|
            termination fee|cancellation fee)
        (export|copy|backup|hand over|handover|return|transfer*) ~4 (all [of] our (data|files|content)|domain*|
            source code|credentials|auth code|our data|all the data)
        """,
        unless="""
        (refund policy)
        (glad|happy|delighted|pleased|thank*) ~8 (renew*|continue*|refund*)
        """,
        negatable=True,
    ),
)
