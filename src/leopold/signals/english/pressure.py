"""English: accusation, blame passed on, ultimatum, escalation and the wish to leave."""

from leopold.signals.patterns import Group

GROUPS = (
    Group(
        "accusation.you",
        0.55,
        """
        (you|your team|your people|your company|your side|your guys|your engineer|your developers) [have|has|had|clearly|simply|just|again|then|also] (fail*|broke|broken|ruin*|ignor*|misled|mislead*|lied|neglect*|refus*|damag*|mess*|destroy*|overcharg*|deceiv*|cheat*|hid|hidden|wast*|cost us|let us down)
        (you|your) ~3 (incompeten*|negligen*|careless*|dishonest*|misleading|deceitful|irresponsib*|amateur*|mistake*|failure*|failing*|excuse*|lies|lie)
        (your|you) (fault|responsib* for this|are to blame|are responsible|caused|did this)
        you (never|didn't|haven't|don't|did not|have not|couldn't|couldn't even) (bother*|even|care|check|test|tell|told|warn*|read|listen*|deliver*|send|sent|do|done|inform*|mention*|say|said|answer*|give|given|think|thought|call*|respond*|reply|replied)
        (nobody|no one|none of you|not one of you) ~3 (bothered|told|wrote|warned|called|checked|tested|informed|noticed|thought|answered|asked|let)
        you (knew|were told|were warned|were aware|had been told|had been warned|were informed|were given) 
        (because of|due to|thanks to|down to) your (fail*|error|mistake*|negligen*|delay*|incompeten*|carelessness|inaction|late)
        (bad faith|behind our back*|pulled the wool|taking us for|take us for|took us for|treat* us like|rip off|ripped off|rip-off|ripping us)
        (blamed|blaming) (us|me|my)
        (accus*) (us|me) ~3
        """,
        unless="(if you|sorry|my fault|our fault|our mistake|no problem|not your fault)",
    ),
    Group(
        "blame_shift.them",
        0.5,
        """
        (not|isn't|wasn't|nothing to do with|never) ~1 (our|my) (fault|responsib*|problem|doing|error|mistake|side|job|end)
        (our|my) side ~3 (fine|working|correct|ok|okay|clean|no issue*|no problem*|green)
        (everything|all|nothing) ~3 (our|my) (side|end)
        (delay*|problem*|issue*|late*|error*|failure*|outage|fault) ~5 (caused|due|because|comes|came|result*|stem*|down|lies|is|was) ~2 (your|you|by your|from your|their|them|side)
        (as|since|because) (you|your team|your side|your people) (did|didn't|did not|have|haven't|were|weren't|had|only|sent|gave|chang*|took|delay*|fail*|provid*|never)
        (if|had) (you|your team|your side|your people|your developers) (had|hadn't|would have|only|sent|given|told|provided|answered|approved|replied) 
        (the|your|previous|old) (hosting|hoster|courier|carrier|contractor|supplier|subcontractor|vendor|provider|bank|developers|accountant*|freelancer*|intern|temp) ~3 (is to blame|are to blame|at fault|let us down|messed|fail*|dropped|screwed|mixed)
        (blame|point the finger|complain to|take it up with|speak to) ~4 (courier|bank|supplier|developer*|vendor|provider|them|accounts|hosting|team|accountant*)
        (you|your team|your side) (should|could|ought to|might) have (told|said|checked|warned|asked|noticed|read|sent|known|mentioned|flagged|raised)
        you ~2 (approved|signed off|signed|agreed|accepted|asked for|insisted|chose|wanted|requested|confirmed) ~3 (it|this|that|them|yourself|yourselves|design*|version|spec*)
        (waiting|waited) ~4 (your|you) ~3 (approval|input|content|feedback|answer|reply|access|data|files|materials|side)
        (outside|beyond|out of) (our|my) (control|hands|influence|remit|scope)
        (force majeure|third party|third-party) ~6
        (late|slow|missing|incomplete|poor|bad|wrong|incorrect|lack of|absence of) ~2 (feedback|answer*|approval*|content|input|data|information|materials|specification|communication) ~3 (your|you)
        """,
        unless="(sorry|apolog*|our fault|my fault|our mistake|thank*)",
    ),
    Group(
        "ultimatum.deadline",
        0.65,
        """
        (if|unless) ~14 (by|before|within|until|end) ~8 (we|i) (will|shall|have no|are going|are forced|must|would have|reserve|suspend|stop|cancel|terminate|switch|close)
        (if|unless) ~16 (will|shall|we'll|i'll|going to) [have to|be forced to|be obliged to|then|also|simply|regretfully|unfortunately] (terminat*|cancel*|suspend*|stop*|leave|leaving|withdraw*|switch*|disconnect*|take legal|go to court|sue|claim|charge*|refer|escalat*|withhold|move to|walk|find another|look elsewhere|pass|instruct|freeze|block|pull)
        (final|last) (notice|warning|reminder|chance|demand|opportunity|offer|deadline|call)
        (failing|otherwise|or else|in the absence of) ~6 (we|i|will|shall|we'll|i'll)
        (no (later|alternative|choice|option)) ~3 (than|but to) ~10 (or|otherwise|terminat*|cancel*|suspend*|stop*|withdraw*|legal)
        (no|little|any other) (alternative|choice|option) but to
        (either) ~10 or (we|i|you) (will|shall|walk|leave|can|cancel|stop)
        (you have|you've got|i am giving you|i'm giving you|we are giving you|we give you|giving you) ~2 (until|till|# days|# hours|# working|seven days|five days|ten days|fourteen days|one week|two weeks|24 hours|48 hours)
        (until|unless|before) ~12 (no (further|more)|nothing (else|further|more)|we (won't|will not|are not)) ~4 (work|deliver*|ship*|go*|happen*|start*|releas*|pay*)
        or (we|i) (walk|leave|cancel|go elsewhere|stop|pull out|will go|are out|am out)
        (reserve the right|reserve all rights|reserve our rights|without further notice|formal notice|notice of default|notice of breach)
        """,
    ),
    Group(
        "escalation.upward",
        0.6,
        """
        (escalat*)
        (adding|copying|copied|cc'ing|cc'd|ccing|looping|looped|bringing|including|involving|involve|brought) [in] ~2 (boss|director|ceo|coo|cto|cfo|manager|management|head|legal|lawyer*|solicitor*|counsel|owner|md|vp|board|_) ~3 (because|so|as|since|now|here|into|for|who|to this)
        (speak|talk|speaking|write|writing|conversation|call) ~2 (to|with) ~2 (your (manager|boss|director|ceo|management|superior*|owner)|someone (senior|more senior|in charge|above|who can decide)|whoever is in charge)
        (lawyer*|solicitor*|attorney*|legal (team|department|counsel|advice|action|proceedings|adviser|advisor*)|our counsel|in court|to court|the court|litigation|sue|tribunal|ombudsman|regulator|arbitration|small claims|trading standards|debt collect*|collection agency|collections agency)
        (i want|i need|we want|we need|i'd like|put me through|who is) ~3 (your|a) (manager|boss|director|ceo|superior|supervisor)
        (taking|take|taken|going|raise|raised|raising|refer*) ~3 (higher|further|to the top|to (my|our|your) (board|director|ceo|boss|management|managing director|head*))
        (my|our) (boss|ceo|director|board|management|owner|managing director|cfo|chairman|legal team|lawyers) (wants|is asking|are asking|asked|has asked|have asked|demands|insists|has told|will be|is now|are now|is involved|has got involved|has decided)
        """,
    ),
    Group(
        "churn_intent.leave",
        0.6,
        """
        (terminat*) ~5 (contract|agreement|service*|account|relationship|cooperation|partnership|subscription|_)
        (cancel*|end|ending|close|closing) ~3 (contract|agreement|subscription|account|service*|partnership|cooperation|relationship|retainer|arrangement|membership|order)
        (notice|give notice|giving notice|serve notice|giving you notice) ~4 (terminat*|contract|period|agreement|leave|month*|days)
        (looking|shopping|look|shop) (around|elsewhere|at alternatives|at other|for another|for a new|for alternatives|for someone else)
        (other|another|different|new|alternative|rival|competing) (provider*|supplier*|vendor*|agency|agencies|host|hosting|contractor*|partner*|company|firm|options|quote*)
        (move|moving|moved|switch|switching|switched|migrat*|transfer*|take|taking) ~5 (elsewhere|away|to another|to a different|to someone else|to a new provider|to your competitor*|our business|in-house|in house)
        (competitor*|alternatives|elsewhere|competing) ~4 (offer*|quote*|price*|cheaper|talk*|spoke*|speak*|look*|evaluat*|approach*)
        (talking|spoken|spoke|speaking|talks|meeting|met) (to|with) ~3 (competitor*|another|other|alternative*|your competition)
        (leave|leaving|quit|quitting|drop|dropping) (you|us|your company|your service|the platform|for good)
        (not|won't|will not|don't|no longer|not be|unlikely) ~3 (renew|renewing|extend|extending|continue|continuing|work together|working together|use you|using you|proceed|be staying|stay)
        (part|parting) (ways|company)
        (review*|reconsider*|rethink*|reassess*|evaluat*|assess*|weigh*) ~5 (options|relationship|contract|cooperation|partnership|whether to|supplier*|provider*|vendor*|future)
        (when|how|what) ~5 (contract|agreement|notice period|subscription|minimum term) (end*|expire*|run out|is up|terminat*)
        (notice period|exit clause|termination clause|break clause|early termination|cancellation policy|exit fee*|termination fee|cancellation fee)
        (export|copy|backup|hand over|handover|return|transfer*) ~4 (all [of] our (data|files|content)|domain*|source code|credentials|auth code|our data|all the data)
        (refund|money back|deposit back)
        (tender|rfp|request for proposal*|going out to tender)
        """,
        unless="(refund policy)\n(glad|happy|delighted|pleased|thank*) ~8 (renew*|continue*|refund*)",
    ),
)
