"""English: freer ways to accuse, to pass blame on, to set terms and to go higher."""

from leopold.signals.patterns import Group

GROUPS = (
    Group(
        "accusation.deed",
        0.5,
        """
        your ~2 @staff [simply|just|has|have|had|also|then|clearly] (never|didn't|did not|hasn't|haven't|has not|
            have not|failed|couldn't|could not|refused|won't|wouldn't|cannot|can't) ~1 (check*|test*|tell|told|inform*|
            warn*|read|listen*|look*|answer*|even|bother*|know|follow*|to|do|turn*|show*|come|came|call*|care|manage*|
            understand|do|notice*|secure*|back|document*|update*|deliver*|think|sen*|hand*|give|been)
        you (failed|refused|neglected|declined|forgot|omitted|chose not|decided not|did not bother|didn't bother|
            couldn't be bothered|saw fit) to
        (you've|you have|you had|your ~1 @staff has|your ~1 @staff have) ~1 (cost|lost|ruined|broken|damaged|destroyed|
            wrecked|driven|messed|blown|wasted|endangered|jeopardised|jeopardized|compromised|undermined|embarrassed|
            insulted|misled|lied|ignored|abused|exploited|broken|breached|violated|sabotaged|taken advantage|played|
            kept us|held us|hidden|concealed|let us|let me|let the|tricked|pocketed|overrun|exposed|sent our|sold us|
            sold our|robbed|stolen)
        (you are|you're|you were|your ~1 @staff is|your ~1 @staff are|you have been|you've been) ~1 (lying|hiding|
            stalling|cheating|taking advantage|abusing|playing games|dragging your|milking|fleecing|overcharging|
            misleading|deceiving|ignoring|neglecting|blocking|sabotaging|withholding|fobbing|stringing|passing off|
            profiting|charging us for|billing us for|billing for|sitting on|asleep at|blackmailing|holding our|
            holding us|poaching|copying our|spying)
        your ~3 (cost|caused|led to|brought down|took down|broke|wiped|destroyed|crashed|corrupted|ruined|killed|
            knocked out|cost us|triggered|flooded|blew|leaked) ~1 (us|our|the|my|a|this|all|out|to|half|several)
        (on|under) your (watch|nose|noses|supervision|responsibility|guard)
        (took|taken|take|pocketed|kept|keep) ~1 (our money|the money|our deposit|our fee|advantage of us|
            advantage of our|credit for our|the credit)
        (kept|keep|keeping) ~1 (us in the dark|from us|it from us|quiet about|this from us|it quiet|us waiting)
        (i|we) (blame|hold) (you|your)
        (you|your @staff) (sold|promised|charged|billed|gave|sent|delivered|handed|told) (us|me) ~8 (knowing|
            never existed|doesn't exist|does not exist|didn't exist|never worked|doesn't work|does not work|not even|
            false|wrong|fake|untested|old|used|second-hand|stolen|outdated|someone else's|another customer's|
            another client's)
        (nobody|no one|not one|none) (of|at|on|in|from) your ~1 (@staff|end|people|experts|engineers|colleagues)
        (thanks to|because of|courtesy of|due to|owing to) (you|your) ~8 (we|our|the|had to|lost|cannot|down|customers|
            i)
        (you) (went|go|have gone) ~2 (behind our|behind my|over our|straight to our|ahead without|ahead and|back on)
        (abuse|misuse|breach|violation|betrayal|lack) of (trust|confidence|our trust|our data|your position|access|care|
            duty|respect|diligence|supervision)
        your ~2 @staff ~3 @deed
        your ~2 @staff ~2 (let|allowed|left|told|promised|signed|sent|charged|billed|switched|turned|walked|changed|
            sold|put|caused|gave|took|kept|made|decided|chose|caused|opened|restored|installed|connected|published|hung|
            shouted|knew) ~4 (without|wrong|despite|although|even though|instead|down|off|out|unlocked|us down|expire|
            lapse|behind|open|outside|twice|nothing|false|untested|in the rain|on the floor|against|knowing)
        you [have|had|simply|just|then|also|knowingly|deliberately|quietly|clearly|again|even|yourselves] @deed
        you [have|had|simply|just|then|also|knowingly|deliberately|quietly|clearly|even] (let|allowed) (the|our|a|it|
            this|that|someone|us|them) ~5 (expire|lapse|happen|slip|hunt|run|down|go|die|rot|walk|fail|drift|access|
            believe)
        you [have|had|simply|just|then|also|knowingly|deliberately|quietly|clearly|even|only] (invoiced|billed|charged|
            booked|claimed|sold) ~8 (nobody|no one|no person|never|not|twice|did not|didn't|nothing|without|knowing|
            although)
        you [have|had|simply|just|then|also|quietly|even] (changed|switched|moved|restored|deployed|released|published|
            stopped|installed|shut|sent|went live|turned off|turned on|cancelled|sold|passed|shared|gave) ~6 (without|
            behind|despite|although|instead|knowing|against|before checking|before testing|untested)
        (without|never|not) ~1 (so much as|asking|telling|warning|informing|consulting|bothering|testing|
            checking) ~3 (us|anyone|anybody|a text|a word|it|first|permission|nobody|one of us|our)
        (we|i) (were|was|have been|had been|are being|am being|feel|feel we were) [deliberately|knowingly|simply|badly|
            also|repeatedly|plainly|clearly|first|then] (misled|deceived|lied to|cheated|overcharged|tricked|duped|
            fobbed off|strung along|ripped off|kept in the dark|misinformed|left in the dark|left alone|left stranded|
            abandoned|taken for|sold a|talked into|mis-sold|defrauded|shortchanged|short-changed|stood up)
        (nobody|no one) but (you|your)
        (only|solely) (you|your) ~1 (had|have|has|@staff|could|knew)
        (not by us|not us but|not ours but|and not ours|not our doing|wasn't us|was not us)
        (fault|mistake|failure|failing|blame|error|responsibility|negligence|cause|blunder|mess|problem) ~2 (is|was|
            were|lies|lay|rests|sits|remains) [entirely|squarely|solely|clearly|firmly|purely|with] (yours|with you|
            with your|on you|on your|at your|your|you)
        (result|consequence*|because|outcome|fruit|product) of your
        (because|since) ~1 your ~3 (@staff|@deed)
        (your|you) ~3 (sloppy|sloppiness|careless*|shoddy|negligen*|reckless*|lazy|laziness|lax|slapdash|incompeten*|
            slipshod|botched|half-hearted|amateurish|cost cutting|cost-cutting|short cuts|shortcuts|cutting corners|
            corner-cutting|greed|arrogance|ignorance|inaction|deception|dishonest*|mismanag*|poor planning|bad planning|
            blunder*|oversight*|obstruct*|stalling|cover-up|half-truth*|misrepresent*)
        (by|through) (withholding|ignoring|refusing|deleting|switching|failing|hiding|concealing|delaying|cutting|
            blocking|neglecting|changing|removing|leaving|skipping|publishing|exposing|letting|disabling) ~8 (you|your)
        (instead of|rather than) (fixing|telling|warning|testing|checking|asking|answering|calling|informing|solving|
            doing|reading|admitting|repairing|cutting|looking|helping|replacing) ~8 (you|your)
        you ~10 (instead of|rather than) (fixing|telling|warning|testing|checking|asking|answering|calling|informing|
            solving|doing|reading|admitting|repairing|replacing)
        (would|could|might) (have|never have|not have) ~12 (if|had) (you|your)
        (if|had) (you|your) ~1 @staff ~2 (had|read|looked|listened|checked|followed|done|told|sent|tested|asked)
        had (you|your) ~14 (would|could|might|wouldn't)
        (you|you've|your @staff) ~2 (made|make|making) ~1 (us|me) look
        you (knew|chose|decided|preferred|pretended|claimed|opted|were aware|were happy|saw) ~6 (not to|nothing|quiet|
            to hide|to ignore|until we|and said|and did|and kept|anyway|but|only when|still|and let|did not|didn't)
        (you|your @staff) ~6 (said nothing|told no one|told nobody|did nothing|kept quiet|looked the other way|
            looked away|never told|never mentioned|hoped we|hoping we|hoped nobody|never turned up|never checked|
            never tested|never looked|never came|never called|behind our backs)
        (lifted|plagiarised|plagiarized|stolen|tampered with|poached|leaked|doctored|falsified|fabricated|backdated|
            embellished|padded) ~3 (from|by|with|inside|and|the|our|hours)
        (gross negligence|breach of trust|breach of confidence|breach of duty|conflict of interest|cover up|covered up|
            false pretences|wilful|wilfully|negligence|negligent|sheer incompetence|dereliction|a fraud|are frauds|
            fraudulent)
        (one look|one glance|a glance|a single call|one call|one phone call|a quick look) ~8 (could have|would have)
        (you|your ~1 @staff) (treat|treats|treated) (us|the|our|this|me) ~1 (like|as)
        your ~2 @staff ~1 (have|has|had|was|were|is|are) ~2 (ignored|rude|unprepared|drunk|late|asleep|smoking|careless|
            hanging up|hung up|caught|told|warned|asked|nowhere|untrained|lost|deleted|removed|cut|left|walked|lied)
        (contrary to|despite|against|in spite of) ~1 (our|the|your|written|clear|express) ~2 (instruction*|warning*|
            instructions|request|agreement|procedure*|own rules|assurance*)
        (you're|you are|you were|@staff are|@staff is) [the one|the ones|clearly|entirely|solely|fully] (to blame|
            responsible for|at fault|the cause|hiding|lying|stalling|dragging|cheating|overcharging)
        """,
        unless="""
        (if you (have|see|need|want|like|missed|forgot|lost)|sorry|my fault|our fault|our mistake|our own mistake|
            no problem|not your fault|lovely|beautiful|password*|user name|username|thank*|glad|lost property|
            how dare ~2 forget)
        you missed (nothing|a lovely|a good|a great)
        (we|i) (dropped|missed|lost|forgot)
        """,
    ),
    Group(
        "blame_shift.cause",
        0.5,
        """
        (user|human|operator|operating|handling|client|customer) error
        (works|working|behaves|performing|functioning) as (designed|intended|specified|documented)
        (by design|misuse|incorrect use|improper use|used incorrectly|not used properly|in the manual|wrong cable|
            wrong settings|local problem|your own network|your local|in your environment|your own team|your own staff|
            your own people|your own it)
        (nothing|little|not much|hardly anything) ~1 (we|i) (can|could|can do|could do) ~2 (do|about|change|influence|
            done)
        (not|isn't|wasn't|nothing) ~2 in (our|my) (hands|power|control|remit|scope|gift)
        (have|need|better|best) ~1 (take that up|take it up|complain to)
        (i|we) (was|were) ~1 (instructed|on holiday|on leave|not there|away|only following|following|acting) ~4 (when|
            at the time|orders|instructions|under|on your)
        (that|this|it) (was|decision was|came) ~1 (before my|before our|decided by|head office|management's|
            my predecessor*|a decision of|decided over)
        (someone|somebody|a colleague|one of your|a user|an employee|an administrator) ~1 (on|in|at|of) your ~1 (@staff|
            side|end|it|people) ~1 (must|changed|deleted|switched|turned|moved|unplugged|entered|clicked|closed|removed|
            opened|blocked)
        (we|i) (were|was|have been|are|am|'re|'m) ~2 (waiting|kept waiting|blocked|held up|stuck|delayed|
            let down) ~1 (for|on|by|because) ~1 (you|your|the|a|our|approval|feedback|them|another|third)
        you (didn't|did not|never|only|haven't|hadn't) ~1 (send|sent|give|gave|given|provide|provided|approve*|confirm*|
            deliver*|supply|supplied|return*|order*|tell|told|ask*|specify|specified|mention*|upload*|update*|pay|paid|
            book*|renew*) ~8 (so|until|hence|therefore|which is why|that's why|before|on time|in time|late)
        (as|since|because) ~1 (the|our|your|my) ~2 (supplier|carrier|courier|manufacturer|vendor|bank|bank's|printer|
            contractor|subcontractor|agency|provider|partner|previous|client|customer|warehouse|landlord|distributor|
            registrar|network|colleague) ~2 (has|have|had|was|were|is|did|didn't|couldn't|only|failed|refused|never|
            sent|forgot|went|changed|delayed|took)
        (blame|credit|fault|responsibility) ~2 (must|should|has to|needs to|can only|cannot|can't|does not|
            doesn't) ~1 (lie|rest|go|be|sit|fall|attach|land)
        (the) (supplier|carrier|courier|manufacturer|vendor|bank|printers|contractor|subcontractor|other agency|
            previous agency|provider|distributor|registrar|third party|freelancer) ~1 (let|failed|forgot|missed|
            cancelled|gave|is late|was late|hasn't|still)
        (fault|faults|mistake|mistakes|error|cause|blame|responsibility|problem|issue|delay|reason|root cause|
            culprit) ~6 (manufacturer|supplier*|courier|carrier|vendor|customs|bank|printer*|freelancer|agency|operator|
            provider|contractor|subcontractor|third party|third-party|third parties|predecessor|landlord|utility|
            integrator|registrar|weather|union|government|ministry|airline|shipping|distributor|wholesaler|factory|
            human error|other side|your side|your end|your network|your own|your users|your firewall|your browser|
            your cabling|your team|your staff|elsewhere|upstream|software house|electrician|network people|data centre|
            data center)
        (manufacturer|supplier|suppliers|courier|carrier|vendor|customs|bank|printers|freelancer|agency|operator|
            provider|contractor|subcontractor|predecessor|landlord|registrar|union|airline|distributor|wholesaler|
            factory|intern|apprentice|trainee|temp|electrician|sales|legal|finance|purchasing|procurement|accounts|
            marketing|compliance|head office|logistics|previous agency|other agency) [simply|has|have|had|then|just|
            again|themselves|also] (did it|held|misunderstood|lost|forgot|changed|delayed|let us down|mixed|rejected|
            holding|held it up|held us up|left the|left us|sent the wrong|delivered the wrong|sold it|promised it|
            gave us the wrong|went bankrupt|went bust|is to blame|are to blame|messed|made a mistake|made the mistake|
            overslept|misread|mislaid|dropped the|got it wrong|did not tell|didn't tell|never told|failed to|refused to|
            was ill|was sick|decided|decides|insisted|shipped)
        (through|is|was|are) no fault of (ours|mine|our own)
        (not|isn't|wasn't|never|hardly|nor|neither) ~2 (our|my|us|ours|mine) ~1 (fault|doing|problem|responsibility|job|
            department|decision|call|choice|mistake|error|area|making|remit|side|end|idea|system|equipment|who)
        (don't|do not|can't|cannot|please don't) ~1 (look at me|blame me|blame us|shoot the messenger|be cross with|
            hold us|hold me|blame the)
        (direct|take|address|raise) ~2 (anger|complaint*|it up|this up|that up|question*|frustration) ~2 (with|to|
            at) ~1 (them|the|him|her|your|another)
        (works|runs|tested|fine|loads) ~2 (on our|on my|at our|at my|in our|for us|for me|here) ~1 (machine*|end|side|
            computer*|system*|office|environment|laptop*|lab)
        (between|matter between|a matter for|up to) (you and|yourselves and)
        (a matter for|a question for) (you|your|them|the)
        (had|if) (we|i|they|he|she|the|our) ~1 (been told|been given|been informed|known|had|received|been asked|got|
            been warned|been|was|were) ~12 (would|could|wouldn't|might)
        (would|could) ~1 have ~8 (if|had) (the|we|it|you|your|someone|anyone|they|i|he|she)
        (nobody|no one|no agency|none of us|nobody at) ~2 (could|would|can) ~1 (have|foresee|foreseen|could've|known|
            predict*|expect*|guess*)
        (nobody|no one) could've
        (could not|couldn't|can't|cannot|impossible to) ~2 (foresee*|have known|be foreseen|predict*|anticipate*|
            have been expected|influence|control)
        (my|our) predecessor* ~1 (signed|agreed|negotiated|promised|sold|set|made|decided|left it|left this|left us|
            never|did)
        (before my time|before our time|inherited|was like that when|when we took over|already like that|
            already there when|was there before|legacy of)
        (we|i) (were|was|are|am|have been|had been|only|got|received|get) ~1 (only|just|simply|merely|never|
            not) ~1 (given|told|passed|informed|following|acting|doing what|the messenger|as good as|middlemen|asked|
            consulted|involved|received|got|resellers)
        (garbage in|rubbish in|as good as the|only as good|only work with|can only work|only do what|only pass|
            only deliver|only build|depends on others|depend on others)
        (your|the client's|the customer's) ~2 (users|staff|people|colleagues|side|team|firewall|browser|network|cabling|
            policy|settings|antivirus|proxy|provider|printer|server|laptops|router|building|data|files|texts|photos|
            file|spreadsheet|list|brief|specification|content|template|logo|hardware) ~3 (don't|do not|didn't|did not|
            is too|are too|was too|were too|too strict|too old|too late|wrong|never|late|incomplete|at fault|the real|
            to blame|the problem|the cause|outdated|blocks|blocking|blocked|changed|unclear|out of date|not ready|
            corrupt*|faulty)
        (came|comes|stems|stem|originates|resulted|arises|arose|traced|traceable|due|down|owing|attributable) ~1 (from|
            to|back to) ~1 (your) ~2 (spreadsheet|supplier|colleague*|side|end|@staff|browser|network|list|brief|
            configuration|retention|policy|settings|data|change*|import|previous|users|upgrade|update|decision|request*)
        (with|on|for|given|at|under) ~1 (a budget|that budget|this budget|the budget|a brief|a deadline|that deadline|
            such|the time) ~2 (like that|as we had|we had|you gave|as tight|as small|we were given|available|short)
        (if the (brief|budget|data|texts|specification|information|content|weather|order|requirements|photos|briefing|
            contract)) ~2 (had|was|were)
        (these things|such things|that sort of thing|it) (occur|occurs|happen|happens) ~2 (when|with|if|in)
        (you|your @staff|your company|your ~1 @staff) ~1 (signed|approved|signed off|insisted|asked for|wanted|chose|
            specified|requested|ordered|agreed|confirmed|picked|decided|accepted|preferred|opted|declined|were offered|
            were warned|were told|turned down) ~4 (it|this|that|them|proof|version|design|layout|date|cheaper|cheapest|
            against our advice|yourself|yourselves|option|without|not to|spec*|template|upgrade|backup*|plan)
        (we|i) (passed|forwarded|handed|sent|gave) ~3 (on|to them|over|to the) ~8 (what they|from there|since then|
            can't tell|their|is with them|is theirs|same day)
        (our|my) (side|part|end|half|team|work|job) ~2 (kept|was done|was ready|is done|is ready|was finished|
            is finished|has been ready|did everything|delivered|was on time|stuck to)
        (due to|because of|owing to) ~1 (circumstances|events|factors|reasons|third|the strike|strike|a strike|
            the supplier*|our supplier*|the carrier*|the manufacturer*|the courier*|the bank*|the weather|staff|illness|
            sickness|the holidays|the shortage|customs|the pandemic|force)
        (part|covered|included|within) ~2 (of our contract|of our scope|our remit|our scope|our responsibility)
        (was|were|is|are) never (part of|in) our
        (misunderstood|misread|misinterpreted|mistyped|overlooked) ~2 (ticket|brief|instructions|email|order|our|the)
        (please understand|you must understand|you have to understand|you need to understand|as you know|
            bear in mind) ~12 (depend|vendor|supplier|partner*|third|beyond|only works|their|not ours|other|waiting for)
        (depending|depends|depend|dependent|reliant|rely|relying) on ~2 (your|the|our|other|third|supplier*|partner*|
            others) ~2 (@staff|supplier*|partner*|input|data|carrier|approval|parties|feedback|vendor)
        (we|i) would ~1 (gladly|happily|readily|certainly) have
        """,
        unless="""
        (sorry|apolog*|entirely our|all our|was our|is our|our mistake|our own|thank*|nicer|present|lunch|dinner|round|
            mine alone|ours alone|our fault|great|lovely|happy|delighted|enjoyed)
        have a chance to
        """,
        asks=False,
    ),
    Group(
        "ultimatum.or_else",
        0.55,
        """
        ^ ~4 no ~3 (no (payment|money|signature|deal|renewal|contract|order*|go-live|second|further|work|access|launch|
            release|more|extension|invoice|phase|delivery|visit|meeting|cheque|reference|sign-off|handover|support|
            transfer|data|keys|final))
        (by|before|until|within|in) ~4 or (we|i|we'll|i'll|we're|i'm|the|it|it's|you|you'll|lose|our|this|there|
            there'll|forfeit)
        or (the|this|our|your|that) (contract|project|deal|hosting|site|work|account|offer|agreement|order|retainer|
            partner*|lawyers|slot|service|server*|job|invoice*|relationship|pilot|licence*|money) ~2 (ends|end|stops|
            stop|is off|goes|go|is over|will be|is cancelled|is terminated|is gone|is dead|expires|lapses|gets|closes|
            takes)
        or (there|it|that|this) (won't|will not|will|is|goes) be
        or (lose|forfeit|face|expect|risk|else|consider|you'll|you will|you can forget|say goodbye|find)
        or (we|i|we're|i'm|we'll|i'll) ~1 (shall|will|will not|go|are|off|gone|out|leave|switch|cancel|call|stop|pull|
            ask|take|hand|give|terminate|refuse|buy|move|instruct|report|return|withdraw|suspend|withhold|won't|find|
            end|walk)
        if ~6 (not|no|isn't|aren't|hasn't|haven't|don't|doesn't|didn't|still|nothing) ~10 (by|before|within|until|till|
            on) ~5 (@when|#|days|hours|week|month|then|noon|the end) ~4 (we|i|we'll|i'll|the|our|it|you|your)
        (if|unless) ~16 (we|i|the|our|it|this|your|you) ~3 (will|shall|am going to|are going to|have to|must|
            'll) ~2 (be (forced|obliged|compelled|terminated|cancelled|suspended|withdrawn|stopped|disconnected|
            switched off|reported|informed|closed|blocked|removed|ended|referred|handed|passed)|terminate|cancel|
            suspend|stop|leave|withdraw|switch|disconnect|claim|refer|escalate|withhold|find another|instruct|freeze|
            block|pull|end|report|walk|seek|not renew|lose access|no choice|no longer|go to|go off|go public|bring in|
            reject|refuse|invoke|exercise|delete)
        (if|unless|without|until) ~14 (contract|hosting|site|service|services|server|access|account|work|project|order|
            offer|support|line|agreement|deal|slot|licence|system) ~3 (ends|stops|goes off|goes dark|is over|is off|
            will be|is terminated|is cancelled|is suspended|lapses|expires|comes to|gets|goes)
        (one|a) (more|final|last) (week|day|chance|month|try|attempt|opportunity|hour|outage|mistake|incident|slip|
            delay|missed|failure|excuse|such|time|surprise|like) ~12 (and|then|before|or|after)
        (next|another) (outage|week like|day like|mistake|incident|failure|delay|slip|excuse|such|missed|surprise|
            breach|complaint|late) ~8 (last|and we|and i|off|leave|will be|means|over|done|gone|end)
        (last|final) (chance|warning|deadline|extension|attempt)
        (not|no) ~1 (a day|one day|an hour|a minute|one minute|an hour|a week|day|a second) (longer|more|than)
        (set|setting|give|giving|grant|granting|gave|fix|fixing|allow) ~2 (you|a|an|you a|the|one|our) ~2 (deadline|
            limit|period|time limit|grace|respite|final|# days|# hours|# working|one more|seven days|ten days|two weeks|
            fourteen days|48 hours|until|till)
        (period of grace|grace of|cure period|remedy period|time limit of|within which to|to remedy|to cure)
        (not negotiable|non-negotiable|nonnegotiable|no room for negotiation|take it or leave it|line in the sand|
            final offer|final position|final word|ball is in your court|up to you now|make up your mind|make your mind)
        (only if|only when|only once|only after|provided|on condition|condition that|one condition|as long as|not until|
            not before|nothing until|no later than) ~14 (will|shall|refrain|we|i|pay|sign|renew|work|continue|
            release) ~2 (refrain|continue|sign|renew|pay|work|release|attend|meet|talk|proceed|resume|stay|withdraw|
            send|agree|go on|move|reconsider|lift|return)
        (failing which|failing that|failing this|failing receipt|failing payment|failing a|failing an|or else|otherwise|
            after which|after that|thereafter|beyond that|past that|by then|if not) ~2 (we|i|it|the|our|we'll|i'll|you|
            your|this|they) ~2 (shall|will|goes|is off|are off|leave|passes|stop|'ll|must|have to|are gone|ends|hand|
            go to|withdraw|order|take|terminate|cancel|court|lawyers)
        otherwise ~8 (police|court|lawyer*|informed|terminat*|cancel*|over|ends|withdrawn|competitor*|claim|suspended|
            reported|stop|forced|consequences|refund|publish|press|penalt*|switch*)
        (patience|funding|goodwill|tolerance|ultimatum) ~6 (ends|expires|runs out|stands|is withdrawn|lapses) ~2 (on|at|
            for|until|with|@when|#)
        (suffer|bear|face|accept) ~1 (the|all) consequences
        (consequences|repercussions)
        (hosting|site|service|services|server|servers|access|account|line|lights|support|work|developers|phones|system|
            lights|team) ~4 (goes|go|going|come|comes|switched|turned|shut|be switched|be shut|be turned|be cut) (off|
            down|dark|elsewhere|home|on another)
        (i|we) (expect|require|demand|insist|must have) ~14 or ~1 (i'll|we'll|i|we|the|you|it|else|i'm|we're)
        (consider this|treat this|regard this|take this) ~1 (as|your|our|a|the) ~2 (final|last|formal|notice|warning|
            ultimatum|only)
        (we|i) ~3 (hold|withhold|holding|not pay|not sign|not renew|not attend|not move|not continue|not release|
            not ship|stop|suspend|no further|wait|not send|block|not start|not install) ~10 (until|unless|before|till)
        (no|not|nothing) ~1 (further|more|new|other) ~3 (order*|work|payment*|project*|business|invoice*|hours|deliver*|
            meeting*|budget|assignment*|contract*) ~8 (until|unless|before|till|as long as)
        (give|name|show|tell) me one (good|reason|single|more)
        (prepared|ready|willing|going) to (wait|give you|hold) ~6 (until|till|not a|longer|then)
        (hereby|formally|expressly|finally|again) ~2 (required|requested|demand*|called upon|summoned|put on notice|
            ordered to)
        (bought you|bought us|you have|you've got|you now have|he has) ~2 (until|till) ~1 (@when|#|the end|close|five|
            six|the weekend)
        (# hours|twenty-four hours|forty-eight hours|seven days|five days|ten days|fourteen days|two weeks|one week|
            a week|three days|# days|# working days) ~3 (after that|then|or|otherwise|and not|before we|before i|
            failing|and then|to remedy|to fix|to pay|to restore|to decide|to comply)
        (that's it|simple as that|it's simple|it is simple|let's be plain|let me be clear|to be clear|make no mistake|
            i mean it|do not test|don't test) ~3 (no|either|sign|pay|or|we're|if|unless)
        either ~12 or ~1 (the|our|this|we|i|it|that) ~3 (ends|stops|will|leave|leaves|goes|cancel|find|terminate|look|
            over|off|withdraw|switch|shall|walk|closes|pull|stop|hand)
        (will|shall|would) ~1 (hold you|hold your) ~2 (liable|responsible|accountable)
        (as of|from|effective) ~4 (@when|#|then) ~4 (we|i|will) ~2 (stop|suspend*|charg*|block*|withdrawn|terminated|
            no longer)
        """,
        unless="""
        (last|final|one more|one last|another) ~1 chance to (get|buy|save|register|see|win|book|join)
        (dinner|beer|lunch|coffee|tea|book|register|use the|join|whichever|convenient|let us know|let me know|prefer|
            suits|quote|free to|happy to|warranty|grace period and|nobody is|glad|vacation|holiday)
        """,
        asks=False,
    ),
    Group(
        "escalation.reported",
        0.5,
        """
        (we|i|we've|i've|we'll|i'll|we're|i'm) ~5 (report*|inform*|notif*|alert*|told|tell|telling|complain*|complaint|
            written|writing|write|wrote|appeal*|turned|turning|turn|apply|applied|petition*|contacted|contacting|
            contact|approached|briefed|briefing|brief|instructed|instructing|instruct|engaged|retained|consulted|sued|
            involved|involving|involve|hear*) ~6 @authority
        (raise|raised|raising|take|taken|taking|took|bring|brought|bringing|refer*|pass*|hand*|table|put|submit*|
            forward*|send|sent|sending|escalat*|goes|going|go|gone|went|moved|lodge*|file|filed) ~8 (to|with|before|at|
            across|on) ~3 @authority
        (ask|asked|asking|requested|invited|got|have|had) ~2 @authority ~2 (to (ring|call|write|intervene|step|contact|
            take|look|speak|mediate|handle|join|deal|chair|decide|get involved|review)|into|involved|onto)
        @authority ~2 (has|have|had|is|are|was|were|will|would|wants|want|needs|now|shall|must) ~2 (been|be|now|asked|
            asking|hear|take|contact*|call*|ring|write*|follow*|involved|informed|notified|told|copied|alerted|deal|
            dealing|handl*|demand*|looking|investigat*|review*|reading|your|know|an|requested|decide*|interven*|mediat*|
            speak|to know|answers) ~2 (from|with|your|you|it|this|informed|of|over|an|me|us|involved|up|in|matter|know|
            explanation|why|on|about|by|answers|$)
        (sits|lands|landed|is|are|be|lies|lying|ends up) ~2 (on|with|before|at) ~2 (our|the|your|my|his|
            her) ~2 (@authority|desk) ~1 (desk|now|already|today|$)
        @authority desk
        (over|above) (my|your|his|her|their|our) (head|pay grade|level)
        (name|number|address|line|details|contact|email) ~4 (of|for) ~2 (your|the|whoever) ~2 (manager|boss|director|
            superior*|supervisor|ceo|head|complaints|person in charge|responsible|owner|senior|legal|board|line)
        (line manager|your superior*|someone senior|somebody senior|someone more senior|somebody more senior|
            someone higher|somebody higher|person of rank|of that rank|whoever runs|next level|chain of command|
            complaints department|complaints procedure)
        (injunction|police report|criminal complaint|crime reference|registered post|registered letter|
            recorded delivery|subpoena|writ|statutory demand|letter before action|letter before claim|letter of claim|
            legal proceedings|issue proceedings|court proceedings|county court|small claims|adjudication|tribunal|
            data protection authority|information commissioner|consumer protection|trading standards|
            supervisory authority|citizens advice|trade association|trade body|chamber of commerce|licensing body|
            parish council|public prosecutor|supplier incident|vendor incident|executive review|executive sponsor|
            parent company|legal advice|debt recovery|collection agency|bailiff*|consumer programme|local paper|
            public domain|trustpilot)
        (legal) (advised|has advised|have advised|is looking|are looking|will|has been|have been|is now|are now|wants|
            want)
        (lawyer*|solicitor*|counsel|barrister*|attorney*) ~3 (appointed|instruct*|applied|write|writing|letter|advis*|
            contact*|drafting|drafted|draft*|preparing|prepare*|reading|have it|has it|looking|been told|in touch|
            take over)
        (before we|before i|and|then we|then i|we|i) (instruct|go public|go to the press|take you to|issue proceedings|
            appoint an expert)
        (taking|take|taken|took|go|going|gone|went|move) ~2 (it|this|that|matter) ~2 (further|higher|upstairs|
            up a level|to the top|one level up|up the chain|up the ladder)
        (nowhere|no further|not getting anywhere|no progress|cannot resolve|can't resolve|not solve|can't solve|
            won't solve|between the two of us|no luck) ~8 (writing to you|manager|director|head|directly|level|involve|
            so i|so we|therefore|your|personally|senior)
        (raised|handled|looked at|dealt with|taken up|reviewed|discussed|explained|resolved) ~4 (by|with) ~2 (mr|ms|mrs|
            dr|someone|somebody|whoever|the person) ~2 (personally|above|in charge|senior|responsible|authority|
            directly|who)
        (asking|asked|ask|request*|demand*|want|apply|applied|call*|push*) ~4 (for|to have) ~3 (removed|removal|
            replaced|replacement|taken off|off our|different account|another account|new account|a new contact)
        (copy|copies) of this ~3 (goes|went|has gone|is going|will go|letter|has been|to)
        (formal|official|written|sworn) (notice|complaint|report|grievance|statement|protest|proceedings)
        (put|place|placing|raise*) ~3 (on the|onto the) ~1 (agenda|board's|committee's|next)
        (declared|logged|registered|recorded|raised|treated|flagged) ~2 (as|a) ~1 (major|critical|supplier|p1|severity|
            priority one|formal|security|reportable) ~1 (incident|complaint|breach|issue)
        """,
        unless="""
        (thank*|glad|happy|congratulat*|lunch|dinner|pleased|price list|newsletter|welcome|opening hours|invite*|award|
            flowers|roses|proud|holiday|party|anniversary|loan|out of town|great|lovely|delighted|patched|kernel|matrix)
        """,
        negatable=True,
    ),
)
