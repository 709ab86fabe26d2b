"""English: accusation, blame passed on, ultimatum, escalation and the wish to leave."""

from leopold.signals.english import demands, partings
from leopold.signals.patterns import Group

GROUPS = (
    Group(
        "accusation.you",
        0.55,
        """
        how could you [even|possibly] (let|allow|miss|forget|lose|do|send|say|charge|think|ignore|overlook)
        (how is it possible|how on earth|why on earth) ~3 (you|your|anyone|somebody|nobody)
        your (team|people|developers|engineers|staff|support|company|side|guys|colleagues) (never|didn't|haven't|hasn't|
            failed|ignored|broke|lost|deleted|forgot|refused|couldn't)
        (that's|that is|is) your (lookout|problem|responsibility|doing|mess|mistake)
        (misrepresent*|misrepresentation)
        (nobody|no one|none of you|not one of you) (even|at your end|on your side|from your) ~3 (bothered|told|wrote|
            warned|called|checked|tested|informed|noticed|answered|let)
        (nobody|no one) (told|wrote to|warned|informed|called|consulted|bothered) (me|us|to)
        (blamed|blaming|blame) (us|me|my team|our)
        i want to know (how|why|who) ~8 (was|were|still|could|left|allowed|nobody)
        (your|you|you've) ~4 (cost us|costing us|cost me|lost us|losing us)
        (your|you|you've) ~4 (cost|costs|costing|lost|losing) ~3 (us ~3|our|my) ~2 (client*|customer*|sales|money|
            thousands|order*|weekend|week|day|contract|tender)
        (you|your team|your people|your company|your side|your guys|your engineer|your developers) [have|has|had|
            clearly|simply|just|again|then|also] (fail*|broke|broken|ruin*|ignor*|misled|mislead*|lied|neglect*|refus*|
            damag*|mess*|destroy*|overcharg*|deceiv*|cheat*|hid|hidden|wast*|cost us|let us down)
        (you|your) ~3 (incompeten*|negligen*|careless*|dishonest*|misleading|deceitful|irresponsib*|amateur*|mistake*|
            failure*|failing*|excuse*|lies|lie)
        (your|you) (fault|responsib* for this|are to blame|are responsible|caused|did this)
        you (never|didn't|haven't|did not|have not|couldn't|couldn't even) (bother*|even|care|check|test|tell|told|
            warn*|read|listen*|deliver*|send|sent|do|done|inform*|mention*|say|said|answer*|give|given|think|thought|
            call*|respond*|reply|replied)
        you (knew|were told|were warned|were aware|had been told|had been warned|were informed|were given)
        (because of|due to|thanks to|down to) your (fail*|error|mistake*|negligen*|delay*|incompeten*|carelessness|
            inaction|late)
        (you|you've|you have) [have|just|simply|really|all] (made|left|turned|created) ~3 (mess|in the lurch|chaos|
            shambles|in the dark|stranded|with nothing|hanging|high and dry|holding the)
        (nobody|no one) ~1 (on|at|in) your (side|end|team|office|company)
        (you|you've|you have|your company|they) [have|has|just] (charged|billed|invoiced|overcharged) (us|me) ~2 (for|
            twice|double|too) ~6 (nobody|no one|never|not|twice|double|much|didn't|nothing|without)
        it was you who ~1 (switched|turned|deleted|changed|broke|cancelled|canceled|stopped|moved|lost|told|promised|
            insisted|wanted|asked|sent|caused|started|forgot|missed|closed|shut|blocked|ignored|removed)
        (you|you've|you have) ~3 (less than|not been|not entirely|not exactly|anything but|economical) ~1 (honest|open|
            straight|transparent|truthful|frank|fair|with the truth)
        (you|you've|your team|your people|your side|your company|they) [have|has|simply|just|really|clearly|completely|
            totally] (dropped the ball|messed up|screwed up|let us down|let me down|sat on|walked out|walked off|
            botched|bungled|overlooked|dragged your feet|strung us|stringing us|been stringing|been dragging|
            been sitting on|gone behind|went behind|went ahead|gone ahead|turned your back|kept us waiting|kept quiet|
            kept it from|kept this from|hung up)
        (you|you've|you have|your people|your team) ~3 (without|behind) ~1 (asking|telling|informing|warning|consulting|
            our (knowledge|consent|back*|approval|permission)|permission|notice|a word)
        (your (staff|people|team|engineer|engineers|support|colleague|manager|side)) ~3 (wrong|false|incorrect|
            misleading|rude|unhelpful|useless|walked)
        (happened|happening|problem|is) because ~2 (you|your|nobody on|no one on)
        (bad faith|behind our back*|pulled the wool|taking us for|take us for|took us for|treat* us like|rip off|
            ripped off|rip-off|ripping us)
        """,
        unless="""
        (if you|sorry|my fault|our fault|our mistake|no problem|not your fault|lovely|beautiful|password*|user name|
            username)
        """,
    ),
    Group(
        "blame_shift.them",
        0.5,
        """
        (write|please write|contact|please contact|ask|please ask|speak) (to|with|your|the) ~2 (support|helpdesk|
            support@|your (it|team|accounts|side)|our (sales|billing|support)|the other)
        (that|this|it|one|delay|rest) ~1 (is|was) on you [guys|and|i'm|not|this|entirely|alone|$]
        (that's|it's) on you
        (our|my) hands (are|were) tied
        (we|i) (were|was|have been|had been|have|had) (never|not) [been] (given|sent|told|informed|provided|notified|
            asked) ~4 (address|information|data|access|details|spec*|deadline|date|file*|content|requirement*|brief|
            password*|version|that|about|of|any|what|which)
        (nobody|no one) (told|informed|warned|notified) (us|me) ~1 (that|about|of|the)
        (it's|it is|it was|was) ~2 (carrier|courier|supplier|vendor|bank|host|provider|contractor|subcontractor|
            developer*|accountant*|plugin|network|isp|manufacturer|shop|warehouse|customs) [that|who|which] ~4 (not (us|
            me|our|ours)|lost|broke|failed|delayed|messed|late)
        (your (people|team|side|staff|colleague*|office|department|engineer*|developer*|boss|accounts)) [have|
            has] (changed|kept changing|asked for|insisted|approved|signed|wanted|requested|held|stopped|blocked|
            delayed|took|sat)
        (we|i) (are|am|can) ~1 (not|not be|hardly) ~1 (responsible|liable|accountable|to blame|answerable) ~1 (for|
            if) ~3 (your|you|users|third|what|others|their|his|delay*|the way|data|content|loss*|damage*)
        (problem|issue|fault|cause|error|bug|mistake|delay) ~2 (lies|is|sits|was|comes from|starts) ~1 (with|on|at|in|
            from) ~1 (your|the third*|third*|the supplier|the carrier|them|the bank|another|the vendor)
        (can only|could only) work with what
        (we|i) [have] (did|done|delivered|finished|completed|kept) (our|my) (part|bit|side|share|job|end|half)
        (nothing to do with|no bearing on|unrelated to) (us|our|my)
        (would|could) have been ~3 (ready|done|finished|fine|on time|delivered|avoided) ~2 (had|if)
        (that|this|it) ~1 (is|would be) ~2 (question|matter|issue|one|thing) (for|of) (your|the (supplier|carrier|bank|
            vendor|provider))
        nothing ~1 wrong ~1 (at|on|with) (our|my)
        you ~1 (signed|approved|agreed|wrote|chose|ordered|wanted|asked for|accepted|requested) ~3 (yourself|yourselves)
        (misunderstanding|miscommunication|confusing|confusion|clerical error|typo|mix-up|mixup) ~4 (on your|
            at our supplier|at the|by the|their|third|between|of the|system|lists)
        (in good faith|relied on ~6 third party|information from ~3 party|not something we control)
        (requirement*|scope|spec*|brief|goalposts) ~5 (tighter|changed|kept changing|moved|moving|shifted|grew|unclear|
            vague|ambiguous)
        (you) (told|wrote|said|confirmed) ~3 that (all|everything|it) ~2 (fine|ok|okay|good|ready)
        (if) ~2 (had told|had said|had asked|had sent|had given|had warned|had answered) ~3 (me|us|in|on|the)
        (with|on) (one|this|your|such|that) ~3 (not|isn't) (enough|possible|sufficient|supported|designed)
        aligning internally
        (please|might) ~3 (align|coordinate|clarify|agree) (internally|among yourselves|on your side)
        (not|isn't|wasn't|nothing to do with|never) ~1 (our|my) (fault|responsib*|problem|doing|error|mistake|side|job|
            end)
        (our|my) side ~3 (fine|working|correct|ok|okay|clean|no issue*|no problem*|green)
        (everything|all|nothing) ~3 (our|my) (side|end)
        (delay*|problem*|issue*|late*|error*|failure*|outage|fault) ~5 (caused|due|because|comes|came|result*|stem*|
            down|lies|is|was) ~2 (your|you|by your|from your|their|them|side)
        (as|since|because) (you|your team|your side|your people) (did|didn't|did not|have|haven't|were|weren't|had|only|
            sent|gave|chang*|took|delay*|fail*|provid*|never)
        (if|had) (you|your team|your side|your people|your developers) (had|hadn't|would have|only|sent|given|told|
            provided|answered|approved|replied)
        (the|your|previous|old) (hosting|hoster|courier|carrier|contractor|supplier|subcontractor|vendor|provider|bank|
            developers|accountant*|freelancer*|intern|temp) ~3 (is to blame|are to blame|at fault|let us down|messed|
            fail*|dropped|screwed|mixed)
        (blame|point the finger|complain to|take it up with|speak to) ~4 (courier|bank|supplier|developer*|vendor|
            provider|them|accounts|hosting|team|accountant*)
        (you|your team|your side) (should|could|ought to|might) have (told|said|checked|warned|asked|noticed|read|sent|
            known|mentioned|flagged|raised)
        you ~2 (approved|signed off|signed|agreed|accepted|asked for|insisted|chose|wanted|requested|confirmed) ~3 (it|
            this|that|them|yourself|yourselves|design*|version|spec*)
        (waiting|waited) ~4 (your|you) ~3 (approval|input|content|feedback|answer|reply|access|data|files|materials|
            side)
        (outside|beyond|out of) (our|my) (control|hands|influence|remit|scope)
        (late|slow|missing|incomplete|poor|bad|wrong|incorrect|lack of|absence of) ~2 (feedback|answer*|approval*|
            content|input|data|information|materials|specification|communication) ~3 (your|you)
        """,
        unless="""
        (sorry|apolog*|entirely our|all our|was our|is our|our mistake|thank*|nicer|present|lunch|dinner|round)
        have a chance to
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
        (if|unless) ~14 (by|before|within|until) ~6 (we|i) (have no|are forced|am forced|will be forced|suspend|stop|
            cancel|terminate|switch|leave)
        (if|unless) ~16 (will|shall|we'll|i'll|going to) [have to|be forced to|be obliged to|then|also|simply|
            regretfully|unfortunately] (terminat*|cancel*|suspend*|stop*|leave|leaving|withdraw*|switch*|disconnect*|
            take legal|go to court|sue|claim|refer|escalat*|withhold|walk away|find another|look elsewhere|instruct|
            freeze|block|pull)
        (failing that|failing which|failing this|otherwise|or else) ~4 (will have to|have no|terminat*|cancel|stop|
            suspend|leave you|go to|go elsewhere|escalat*|forced|take legal|withhold|withdraw)
        (no (later|alternative|choice|option)) ~3 (than|but to) ~10 (or|otherwise|terminat*|cancel*|suspend*|stop*|
            withdraw*|legal)
        (no|little|any other) (alternative|choice|option) but to
        (either) ~10 or (we|i|you) (will|shall|walk|leave|can|cancel|stop)
        (you have|you've got|i am giving you|i'm giving you|we are giving you|we give you|giving you) ~2 (until|till|
            # days|# hours|# working|seven days|five days|ten days|fourteen days|one week|two weeks|24 hours|48 hours)
        (until|unless|before) ~12 (no (further|more)|nothing (else|further|more)|we (won't|will not|are not)) ~4 (work|
            deliver*|ship*|go*|happen*|start*|releas*|pay*)
        or (we|i) (walk|leave|cancel|go elsewhere|stop|pull out|will go|are out|am out)
        """,
        unless="(last|final) chance to (get|buy|save|register|see|win|book|join)|dinner|beer|lunch",
    ),
    Group(
        "escalation.upward",
        0.6,
        """
        (adding|copying|copied|cc'ing|cc'd|ccing|looping|looped|bringing|involving|brought) [in] ~2 (boss|director|ceo|
            coo|cto|cfo|my manager|management|head of|lawyer*|solicitor*|counsel|owner|md|vp|board)
        (take|taking|start|begin|commence|consider|considering|initiate|pursue|resort to|prepare) ~2 (legal action|
            legal proceedings|legal steps|litigation)
        (go|going|take|taking|taken|see|end up|meet) ~5 (to court|in court|to arbitration|small claims|before a judge)
        (trading standards|debt collect*|collection agency|ombudsman)
        (copied|copying|cc'd|cc|forwarded|forwarding|passed|passing|sent) ~5 (our ceo|our coo|our cto|our cfo|
            our director|our managing director|our board|our head|to legal|to our legal|our general counsel|my boss|
            my director|my manager|our owner|our chief|the board)
        (go|goes|going|over|pass*|handed) to ~1 (solicitor*|lawyer*|counsel|legal)
        (our|my|your) (lawyer*|solicitor*|attorney*|counsel|legal team|legal department) (will|is|are|has|have|
            to) ~3 (contact*|write|writing|written|letter|claim|against|touch|you|handl*|deal*|look*|take|taken|reply|
            respond|advis*|involved|instruct*|sue|action)
        (hear|hearing|heard) from (our|my) (lawyer*|solicitor*|attorney*|counsel|legal|board|director|boss|ceo)
        (raise|raising|raised|bring*|take|taking|discuss*) ~2 (this|it|that|matter|issue|complaint) ~2 (with|to) (your|
            our|my) ~1 (manager|boss|director|ceo|board|management|superior*|owner|head*|supervisor)
        (put|putting|have put|add|adding|added|bring*|brought|loop*|involv*|get|getting|call*|draw*) ~1 (our|my|your|
            the) ~1 (ceo|cfo|coo|cto|director|boss|board|head of|manager|chairman|owner|lawyer*|solicitor*|
            management) ~2 (copy|cc|copied|loop|in on|into|involved|on this|this)
        (formal|official|written) complaint*
        (lodge|lodging|file|filing|filed|submit*|make|making) ~2 complaint* ~4 (regulator|authorit*|ombudsman|against|
            with|about you|to the)
        (who|what) is your ~2 (manager|boss|superior|supervisor|director)
        (debt collector*|collection agency|collections agency|debt collection)
        (this|it|matter|case|file) ~2 (go|goes|going|went|passed|handed|referred|turned over) ~1 (to|over) ~3 (lawyer*|
            solicitor*|legal|attorney*|counsel|collections|management|board)
        (to|with) (somebody|someone|anybody|anyone|the person|people) ~1 (who|with) ~2 (decide|decides|authority|
            decisions|in charge|responsible|senior)
        (take|taking|pursue|bring*|settle) ~3 (to|before|through|in) ~1 (court|courts|tribunal|arbitration)
        (hand*|pass*|refer*|forward*|instruct*|consult*|consulting|brief*|involv*|speak* to|talking to|with) ~3 (our|
            my) (lawyer*|solicitor*|attorney*|counsel|legal team|legal department)
        (i want|i need|we want|we need|i'd like|put me through to|who is) (your|to speak|to talk|someone|
            somebody) ~4 (manager|boss|director|ceo|superior|supervisor|senior|charge|decide*)
        (i'm|i am|i've|i have|we are|we're) (adding|added|copying|copied|bringing|looping|including|
            involving) ~6 (because|so that|since)
        (my|our) (boss|ceo|director|board|managing director|cfo|chairman|owner) (wants to know|is asking|are asking|
            demands|insists|is now involved|will be calling|will be in touch|has asked me to)
        (escalat*)
        (speak|talk|speaking|write|writing|conversation|call) ~2 (to|with) ~2 (your (manager|boss|director|ceo|
            management|superior*|owner)|someone (senior|more senior|in charge|above|who can decide)|
            whoever is in charge)
        (taking|take|taken|going|raise|raised|raising|refer*) ~3 (higher|further|to the top|to (my|our|your) (board|
            director|ceo|boss|management|managing director|head*))
        """,
        unless="""
        (matrix|privilege|procedure|kernel|escalation path|escalation level*|escalation contact*)
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
        (contract|agreement|sow|order|project|work|cooperation|account) (is|are|has been|will be) (suspended|terminated|
            cancelled|canceled|ended|withdrawn)
        (elects|elected|decided|decision|intend*|going) to (terminate|leave|end|exit|move|not renew|go with|discontinue)
        (we're|we are|i am|i'm) (moving|taking) (our|the|all our|everything) (hosting|account|business|domain*|site|
            website|data|services|contract|away|elsewhere|to)
        (send|hand over|forward|transfer) ~2 (logins|login|credentials|passwords|auth code*|domain*|dns|codes|
            source) ~2 to
        (terminating|terminate|cancelling|canceling|cancel|ending|end|closing|leaving|exiting|quit) [of] (the|our|this|
            my|your|with) ~1 (contract|agreement|subscription|account|service|services|partnership|cooperation|
            relationship|retainer|arrangement|membership)
        (terms|conditions|procedure|process|notice|cost|way|steps) (for|of|to) (ending|end|terminating|terminate|
            leaving|leave|exit|exiting|cancelling|cancel|cancellation|termination)
        (considering|consider|comparing|approached|looking at|look at|talk* to|spoken to|speaking to|evaluating|
            quotes from|quote from|offer from|proposal from|found|chosen|signed with|going with|gone with|moving to|
            move to|switch to|switching to) ~2 (other|another|different|new|alternative|rival|competing) ~1 (provider*|
            supplier*|vendor*|agency|agencies|host|hosting|contractor*|partner*|company|firm)
        (how|what) ~3 (read|interpret|understand|says|said) ~2 (clause|section|article) ~6 (terminat*|exit|notice|fee|
            refund|#)
        (want|request*|demand*|expect*|like|return|refund*|please) ~4 (our|my|the) (money|deposit|fee|fees|prepayment|
            advance) back
        (won't|will not|not) be (renewing|continuing|extending|signing)
        (notice|give notice|giving notice|serve notice|giving you notice) ~4 (terminat*|contract|period|agreement|leave|
            month*|days)
        (looking|shopping|look|shop) (around|elsewhere|at alternatives|for another|for a new|for alternatives|
            for someone else)
        (move|moving|moved|switch|switching|switched|migrat*|transfer*|take|taking) ~5 (elsewhere|away|to another|
            to a different|to someone else|to a new provider|to your competitor*|our business|in-house|in house)
        (talking|spoken|spoke|speaking|talks|meeting|met) (to|with) ~3 (competitor*|another|other|alternative*|
            your competition)
        (not|won't|will not|don't|no longer|not be|unlikely|not to) ~2 (renew|renewing|extend|extending|continue with|
            continuing with|continue working|work together|working together|work with you|use you|using you|
            be staying with)
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
    *demands.GROUPS,
    *partings.GROUPS,
)
