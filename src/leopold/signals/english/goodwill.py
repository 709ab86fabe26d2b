"""English: thanks, apologies, concessions, reassurance and praise."""

from leopold.signals.english import kindness
from leopold.signals.patterns import Group

GROUPS = (
    Group(
        "gratitude.reason",
        0.5,
        """
        (appreciate|appreciated) (your|that|you|it|this|the)
        grateful (for|to|that)
        (kinder|more patient|more generous) than
        (thank you|thanks|many thanks|big thanks|thank-you|grateful|thanking) [you|so much|very much|a lot|again|
            a million|both|all|everyone|hugely|really|ever so] (for|to)
        (thank you|thanks) (so much|very much|a million|a lot|all|again|both|hugely|indeed)
        (really|very|truly|much|greatly|sincerely|deeply|genuinely|so) (appreciat*|grateful|thankful)
        (i|we) [do|also|all] (appreciate|value)
        (owe) (you|your team) ~3 (one|a drink|a beer|lunch|big|thanks|cake)
        (means a lot|made my day|you saved|saved us|saved my|saved our|lifesaver|life saver|life-saver|
            couldn't have done)
        """,
        unless="""
        thanks to (the|our|a|an|this|these|that)
        (thank you|thanks|grateful) ~1 for (contacting|calling|visiting|choosing|subscribing|registering|signing up|
            shopping|flying|your (order|application|interest|enquiry|inquiry|comments|attention|subscription|purchase|
            registration|excellent cooperation|cooperation)|@ordinal|the @ordinal|another)
        (thanks|thank you) for [your|the|this|that|sending|getting] (nothing|email|mail|message|reply|letter|note|
            response|information|enquiry|inquiry|reminder|update|back)
        (in advance)
        (would|appreciate it if|appreciated if|appreciate if|be grateful if|be appreciated)
        (no thanks|no thank you|thank you but no)
        """,
    ),
    Group(
        "apology.sorry",
        0.6,
        """
        (no|there's no|there is no) excuse* [for|on|from]
        (we|i) (are|am) not blameless
        (stupid|silly|careless|foolish|clumsy|daft) of (me|us)
        (so|very|really|truly|terribly|deeply|genuinely|am|i'm|we're) sorry
        (take full responsibility|take the blame|hold my hands up|hold our hands up|own that|own this|ashamed|
            embarrassed|pardon)
        (that's|that is|that was|this is|this was|this one's|this one is|it's|it is|# is|that one is) (our|my|on|
            mine) ~1 (fault|failure|mistake|bad|error|oversight|us|me|$)
        (was|were) (rude|wrong|unfair|out of line|out of order|stupid|cheap|my doing|our doing)
        (apolog*|sorry) ~3 (for|about|that|this|again|we|i|it|you)
        ^ sorry
        (our|my) (sincere|sincerest|humble|deepest|full|heartfelt) apologies
        (our|my|please accept|accept our|accept my) apolog*
        apolog*
        (entirely|totally|completely|all|that's|was|is|it's|that was|definitely|absolutely|simply) [down to] (our|my|
            on) (fault|mistake|bad|error|oversight|doing|responsibility|us|me|end)
        (my|our) (fault|mistake|bad|oversight|error|screw-up|slip)
        (mea culpa|we messed up|i messed up|we dropped the ball|i dropped the ball|we got it wrong|i got it wrong|
            we screwed up|we let you down|i let you down|should have told you|should have warned you|should have called|
            should have caught|should have spotted|we owe you an)
        (forgive|excuse|pardon) (me|us|my|our|the)
        """,
        unless="""
        (any inconvenience|cross-posting|cross posting|pardon my french|apologies from|apology text|apology page|
            forgive me if|missed your call|small print|weather|we're closed|the apology|chatbot|sorry but)
        sorry to (bother|trouble|chase|be a pain|nag|pester|hear|disturb|interrupt|say|see)
        (i'm|i am) afraid
        sorry if
        (not|won't|no need to|don't) ~2 (apolog*|sorry|be sorry)
        (apology|apologies|sorry) ~3 (would|expect*|demand*|need*|want*)
        (owe|owes) (us|me)
        (not|isn't|wasn't|nothing|never) ~2 (my|our) (fault|mistake|error)
        """,
        asks=False,
    ),
    Group(
        "concession.give",
        0.55,
        """
        (we|i|we'll|i'll) (won't|will not|don't|shall not|are not going to|wouldn't) [even] (charge|bill|
            invoice) ~2 (you|for|that|this|anything)
        (take|see|accept|grant|concede) (your|the|that) (point|argument|objection)
        (you|you do|you did) have a (point|fair point|good point|case)
        (have it|do it|let's do it|we'll do it) (your|his|her|their) way
        (i|we|ok|okay|fine|alright|all right) ~1 (give in|relent|yield|back down|back off|i surrender|you win|i'll bite|
            stand corrected|were wrong to|won't insist|won't press|won't argue|let it go|will let it)
        (we'll|i'll|we will|i will|let's|let us) ~2 (let it go|overlook|forget about|turn a blind|call it quits|
            call it even|drop it|leave it at|say no more|meet in the|find a middle|split)
        (willing|prepared|happy|ready|glad|open|content|able) to ~2 (extend|reduce|lower|drop|forgo|forego|defer|knock|
            cut|settle for|pay half|compromise|throw|waive|shift|bend|budge)
        (we|i) (would|will|can|could|do|shall) ~1 (agree|settle|go along|live) ~1 (to|on|with|for)
        (fifteenth|monday|tuesday|wednesday|thursday|friday|that|it|date|week|price|offer) (is fine|works|will do|
            suits us|suits me) ~1 (with us|by us|with me|by me|for us|for me)
        (throw|throwing|threw) in
        (we|we'll|we'd|i'll|i|can|will|let us|happy to|do it|included) ~8 (free of charge|for free|at half price|
            at cost)
        (free of charge|for free) ~5 (we|we'll|i'll|until|from the launch)
        (we|i) (can|could|will|would) live with
        (we|i) are not blameless
        (start|begin) ~6 (with|then) ~4 (two|half|smaller|part|third)
        (you|your) (can|may|version|figure*|number*|reading) ~3 (was right|were right|is right|are right|right)
        (don't|do not) (take|charge|invoice|bill|worry about the (cost|bill|invoice)) ~3 (anything|off|me|us|extra|for)
        (is|are|comes|coming|taken|take|taking|knock*|took) ~1 (halved|waived|off your|off the|off my|on me|on us)
        # (accepted|agreed|fine|ok|done) $
        (that|this|it) one (is|was) (mine|ours|my|our)
        (on us|on the house|free month*|month* free|days free|month free|at our expense|at our cost|our treat|
            on our account|out of our own pocket|we'll cover|we will cover|we'll absorb|we will absorb|we'll swallow|
            we'll eat)
        (discount of|discount for|a discount|discount on|goodwill gesture|gesture of goodwill|as a gesture|
            reduce* the (price|fee|invoice|amount)|knock off|write off|writing off)
        (we|i|we'll|i'll|can|will|happy to) ~3 (refund|reimburse|compensate|credit) ~3 (you|your|the|for|in full|half)
        (we'll|i'll|we will|i will|we can|i can|happy to|we are ready to|we're ready to|willing to|prepared to|glad to|
            we're willing) ~3 (refund|credit|waive|reduce|extend|cancel the|drop|redo|replace|split|meet you|share|
            throw in|include|deduct|lower|cut|accept|agree|take off|pay half|compromise|squeeze|offer you|absorb|
            move the deadline|take back)
        (in that spirit|as a gesture|gesture of goodwill|good will|meet halfway|meet you halfway|meet in the middle|
            split the difference|fifty-fifty|50/50|half each|halves|compromise)
        (i|we) (accept|concede|agree|admit|acknowledge|grant|take the point|take your point) ~4 (that|you|your|
            we should|point|fair|proposal|offer|right|terms|it|blame|#)
        (you're|you are|that's|that is|he's|she's) (right|absolutely right|quite right|fair|a fair point|fair enough|
            correct)
        ^ ~2 (fair point|fair enough|point taken|good point|deal|agreed) $
        (fair point|fair enough|fair comment)
        (no problem if|whenever suits|don't mind waiting|happy to pay|happy to move|happy to extend)
        (drop|dropped|withdraw|withdrawn|take back) ~4 (claim|demand|condition|request|complaint|penalty|clause|
            objection|notice)
        (we've kept|we kept|kept to|stick to|hold|keep) ~2 (the|to the) (quoted|old|original|agreed|same|
            current) (price|rate|figure|quote|#)
        (instalments|payment plan|in # (parts|payments)|extra time|more time to pay|stagger*|spread the)
        """,
        unless="""
        (liability|live with but|do not agree|shame on)
        (asked|ask|want*|demand*|could we|can we|could you|can you|expect*|would you|request*|claim*) ~4 (discount|
            refund*|free|credit|compensat*|instal*|payment plan)
        (free) (to call|to contact|to ask|to get|time)
        credit card
        """,
    ),
    Group(
        "reassurance.calm",
        0.55,
        """
        (we|we'll|you'll|i) [will|can|shall] (get|work|come|pull) ~1 (through|out of|past) ~2 (this|it)
        (your|all your|all the|the) ~1 (data|money|files|order|domain|backups|site|mail*|records|deposit|place) (is|are|
            remains|remain|stays) [perfectly|completely|all|quite] (safe|secure|protected|untouched|intact)
        (we're|we are|i'm|i am|team is|engineers are) [fully|already|right|firmly] (on top of|onto|on the case|on it|
            dealing with it|all over it|behind you|by your side|with you on)
        (leave) (it|this|that|everything) (with|to) (me|us)
        (keep|keeping) ~1 (close|careful|sharp|good|eye|very close) ~1 (eye|watch|on) ~2 (it|this|that|things|progress|
            everything|myself)
        (nothing|no need|no reason|no cause|little) ~2 (to be|to|for) ~1 (nervous|worried|alarmed|alarm|afraid|anxious|
            concerned|worry|panic|fear|lose sleep)
        (safe|good|capable|best) hands
        (all|everything) [is|has|will|be|being] ~2 (taken care of|looked after|dealt with|covered|handled|backed up|
            accounted for|be fine|be ok|be okay|be all right)
        it ~1 (will|is going to) be (fine|ok|okay|all right)
        (we've|we have|i've|i have) (got this|it covered|everything covered|all bases|you covered|got you|taken steps|
            taken measures|put ~2 measures|put ~2 safeguards|put ~2 checks|added a check|learned from|learnt from)
        (you can|you may) [always|fully|certainly|safely] (count on|rely on|depend on|trust) (me|us|our|my|that)
        (we|i) (won't|will not|never|would never|are not going to) [going to] (let you down|leave you|abandon you|
            disappear|walk away from you|desert you|drop you)
        (personally|myself) ~4 (see to|make sure|make certain|check|oversee|look after|supervise|follow it|ensure|
            watch over|handle)
        (fully|totally|completely|absolutely|firmly) committed to (you|getting|making|your|this|fixing|resolving)
        (cannot|can't|won't|will not|not) (recur|happen again|happen twice|be repeated|repeat itself)
        (i|we) (own|will own|am taking|take) ~3 (personally|myself|ourselves)
        (nothing changes|no changes) (for|on|at) (you|your)
        (your|the) ~3 (approved|cleared) and (will|is|goes)
        (you did nothing wrong|you've done nothing wrong|not your fault|no harm done|you're fine|all is well|
            it will be there|please stop apologising|stop apologizing)
        (nothing|no data|no one's|no order*) (was|is|has been|were|will be) (lost|affected|damaged|missing|deleted)
        (next|another|regular|hourly|daily) update* (from|at|by|every|will)
        if (anything|it|that|something) ~6 (goes wrong|happens|slips|breaks|comes up|changes) ~8 (we|i|you|the|simply)
        (don't|do not|no need to|please don't|not to|nothing to) (worry|panic|be concerned|be alarmed|fret|stress)
        (no|zero) (need for|cause for|reason for|reason to) (concern|worry|alarm|panic)
        (rest assured|be assured|i assure you|we assure you|i can assure|we can assure|let me reassure|to reassure|
            reassure you|set your mind|peace of mind|hand on heart)
        (everything|all|things|situation|it's all|it is all) ~2 (under control|in hand|on track|on schedule|in order|
            safe|is fine|will be fine|will be ok|sorted|will work out|in good hands)
        (is|are|stays|remains|date|still|hereby) confirmed
        (we've got|we have|i've got|i have) (this|your back|it covered|you covered|it in hand|a plan)
        (will|would|won't|shall|should) (not|never) ~2 (happen|occur|repeat*) again
        (won't|can't|cannot|never|doesn't) ~1 (happen|occur|repeat*) again
        (our|my) (top|first|highest|number one) priority
        (you are important to us|your business is important|we want to keep you|we value (you|your|our)|here to help|
            you can rely|you can count|count on us|rely on us|we stand by|stand by you|we're here|we are here)
        (make sure|ensure|making sure|see to it) ~3 (this|it|that) ~3 (never|not|doesn't|won't)
        """,
        asks=False,
    ),
    Group(
        "praise.work",
        0.5,
        """
        (works|work|worked|working|runs|went|goes|ran|running) ~1 (a charm|like clockwork|like a dream|a treat|
            perfectly|flawlessly|beautifully|without a hitch|without any hitch|without a glitch|so smoothly|
            very smoothly|really well|very well|without incident)
        (exactly|just|precisely) what (we|i) (wanted|needed|asked for|hoped for|ordered|had in mind|were looking for|
            was looking for|imagined)
        (first-rate|first rate|top-notch|top notch|exemplary|impeccable|faultless|flawless|second to none|remarkable|
            superlative|a triumph|a credit to|a godsend)
        (nothing but|only) ~1 (good|great|positive|praise|excellent|kind|the best) ~2 (feedback|things|comments|words|
            reviews|to say|for)
        (without) (a hitch|any hitches|a single hitch|a glitch|a flaw)
        (keep) ~1 (up) ~2 (good|great|excellent|fantastic) (work|job)
        (could|couldn't|could not|can't|cannot) ~1 (have been|be|have) ~1 (more|better|any better) ~2 (helpful|pleased|
            happy|satisfied|patient|professional|kind|impressed|hoped|asked|attentive|friendly|responsive)
        (you|your team|team|they|everyone|your people|colleague*|staff) ~3 (gone|went|go|goes) ~1 (above and beyond|
            the extra mile|out of your way|out of their way)
        (what a|makes a|made a) ~2 (difference|improvement|transformation|job|team|result|effort)
        (attention to detail|sense of humour|patience|professionalism|dedication|speed|expertise|commitment|
            knowledge) ~3 (is|was|are|were) ~2 (remarkable|impressive|outstanding|exceptional|appreciated|second|
            amazing|excellent|superb|admirable|unmatched)
        (a|put in|good) ~2 good word for
        (we|i|really|just|they|customers|users|all) (love|loves|loved|adore*|delighted with|thrilled with|big fan of|
            fans of) ~1 (your|the new|the way you|what you|working with)
        (made|making) ~2 (life|lives|day|job|work) ~2 (easier|so much|simpler)
        (the|your|this|that|new|it|team|support|service|platform|everyone|system|page) ~2 (is|has been|was|have been|
            are) (great|solid|rock solid|excellent|brilliant|superb|fantastic|flawless|amazing|terrific|good at|
            first class|spot on|clearest|best|a joy)
        (clearest|best|nicest|cleanest|most thorough|most honest|most useful|smoothest) ~4 (i've|i have|we've|we have|
            in years|ever|so far|this year|received|worked with|seen)
        (you|you two|you both|you all) (are|were) ~2 (best|star*|great|brilliant|fantastic|wonderful|amazing|lifesaver*|
            good people)
        ^ _ (is|are|was|were) (good|great|excellent|brilliant|superb) $
        (saved) (our|my|the) (bacon|day|skin|neck|life|launch|weekend|week)
        (printing|printed|print) ~6 (wall|showroom|frame|fridge|office)
        (the|your|this|that|it|which|overall) ~4 (very|really|so|nicely|beautifully|well|cleanly|properly) (pretty|done|
            made|written|put together|built|explained|organised|organized|handled|thought through|clear)
        (proper|straight|careful|honest|clear|clean|neat) (answer|work|job|explanation|report)
        (better than|best) (most|we had|we've had|i've had|ever|yet|of the lot|i've seen|we have had|in years)
        (you|that|this) (beautiful|lovely|brilliant|clever|wonderful|absolute) (man|woman|people|person|star|legend|
            hero|thing)
        (saved|saves|save) (us|me|both) ~3 (month*|week*|day*|hour*|money|time|headache)
        (first time|never) ~4 (since|in) ~4 (years|worked|history|ever)
        (given|gave|giving|passed|pass) ~3 (your (number|name|details)|you a recommendation)
        (understood|understand|follow*) ~2 every* ~3 (line|word|thing|first)
        (zero|no|not a single|not one) (complaint*|issue*|bug*|defect*|observation*|mistake*|error*|problem*) ~3 (from|
            so far|all|since|this|in|$)
        (great|good|excellent|brilliant|fantastic|superb|amazing|outstanding|wonderful|lovely|fabulous|terrific|
            splendid|impressive|top|beautiful|first-class|stellar|awesome|cracking|stunning|perfect|incredible|
            phenomenal|nice) (work|job|stuff|result*|team|effort|service|session|meeting|design*|idea|support|start|
            thing|presentation|report|news|call|solution|people|turnaround|engineer*|docs|documentation|piece|catch|
            spot|site|website|text*|copy|training|day|week|month|quarter|numbers|to work with)
        (we|i|they|everyone|customers|clients|boss|team|he|she|all|users|staff|people|colleagues) [all|really|
            absolutely|just|both|already|do|simply|genuinely] (love|loves|loved|adore*|enjoyed|raving|rave about|like|
            likes|liked) (it|the|this|that|them|how|your|what|these|every)
        (it|this|that|these|they|everything|site|all|which) [all] (looks|look|is|are|was|were|works|runs|went|feels|
            reads) [absolutely|really|just|so|very|all|pretty|truly|simply] (great|brilliant|fantastic|superb|amazing|
            excellent|wonderful|lovely|perfect|gorgeous|beautiful|beautifully|perfectly|smoothly|like clockwork|
            like a dream|flawless*|spot on|impressive|marvellous|stunning|fabulous|a dream|a joy|a pleasure|terrific)
        (these|those|they|it|photos|designs|drawings|this) [are|is|look|looks] [all|really|absolutely|just] (lovely|
            gorgeous|great|brilliant|perfect|beautiful|stunning)
        (very|really|so|extremely|genuinely|seriously|hugely|most|quite|deeply) (impressed|pleased|happy with|
            happy about|delighted|chuffed|professional|responsive|helpful|thorough|smooth*|quick|good work)
        (impressed|delighted|chuffed|thrilled|over the moon|blown away|bowled over|well pleased) [with|by|at|how]
        (well done|hats off|kudos|bravo|top marks|five stars|spot on|nailed it|you nailed|smashed it|knocked it out|
            thumbs up|couldn't be happier|can't fault|cannot fault|second to none|a star|are stars|legend|legends|
            superstar*|genius|lifesaver|wizard)
        (pleasure|joy|delight) (to work|working|to deal|dealing|doing)
        (compliment*|credit to|praise|proud of|testament)
        (best|fastest|smoothest|quickest|easiest|nicest|cleanest) ~2 (migration|supplier|partner|team|service|we've|
            i've|we have|i have|support|launch|project|handover|year)
        (recommend*) (you|us|your)
        (exceeded|beyond|above) ~3 (expectation*|our hopes|what we expected|and beyond)
        (better|faster|quicker|sooner|smoother) than (we|i|expected|anyone|most|planned|hoped|promised|any)
        """,
        unless="""
        (good news|compliment slips|learning curve|honest answer)
        (not|isn't|wasn't|aren't|would be|hope|if|don't|never|didn't|could be|need) ~4 (great|good|excellent|exactly|
            well|perfectly|brilliant|perfect|lovely|nice|impressed|happy|pleased|professional|helpful|love|recommend*)
        """,
        asks=False,
    ),
    Group(
        "gratitude.bare",
        0.3,
        """
        ^ (thank you|thanks|thank you both|thanks both|thank you all|thanks all|thanks again) $
        ^ (thank you|thanks) (all of you|both of you|everyone|team)
        """,
    ),
    *kindness.GROUPS,
)
