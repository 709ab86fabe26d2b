"""English: freer ways to ask again, to miss an answer or what was promised, and to promise too much."""

from leopold.signals.patterns import Group

GROUPS = (
    Group(
        "repeat_request.again",
        0.5,
        """
        ^ bump [again]
        for the @ordinal time
        ^ ~1 (me again|it's me again|me once more|it is me again|only me again)
        ^ [so|and|hi|hello|hey] (what became of|what's become of|whatever happened to|what happened to|
            what has become of|what has happened to|where are we with|where are we on|where do we stand|
            how are we doing with|how are we getting on|how far are you|how far along|where is my|where are my|
            where's my|where is our|where are our|where's our|where's the|how's that|how's the|how is that|
            what's the latest|what is the latest|what's the status|what is the status|what's happening|
            what is happening with|anything on|anything yet|any joy|any luck|any word|any sign|any movement|
            any progress|any news|any update|when can we finally|when will we finally|when do i finally)
        (whatever happened to|what became of) ~1 (the|my|our|that|this)
        as (asked|requested|discussed|promised|mentioned|agreed) ~6 (last week|last month|before|already|twice|again|
            week before|several|weeks ago|on monday|on tuesday|on wednesday|on thursday|on friday|in january|
            in february|in march|in april|in may|in june|in july|in august|in september|in october|in november|
            in december)
        (ask|asking|request|requesting|beg|remind|reminding|chase|write|writing|repeat|repeating|raise|
            raising) ~3 (again|once more|one more time|once again|yet again|another time|anew)
        (ask|asked|asking|requested|request|begged) ~4 (since|for weeks|for months|for days|daily|every day|every week|
            each week|repeatedly|twice|three times|four times|many times|several times|weeks ago|months ago|before)
        (again|once more|once again|one more time|yet again) (i|we|may i|could|can|would|please|the|my|our) ~3 (ask|
            request|kindly|remind|repeat|please|send|must|question)
        (come back|coming back|circle back|circling back|return|returning|get back|back) to ~4 (question|matter|subject|
            topic|point|request|issue of)
        (circling back|looping back|coming back to|touching base|checking back|chasing again|chaser|nudging)
        reminder (no|number|nr|two|three|four)
        (no) # (please|reminder|on this)
        (first|second|third|final|last|another|friendly|gentle|kind|quick|one more|little|small|polite|
            weekly) (reminder|nudge|chaser|try|prod|push|poke|ping)
        (our|my|the|this) (request|ask|question|reminder|need) (hasn't|has not|stands|still|remains|from|is the same)
        (not wanting|don't want|do not want|without wanting|don't mean|do not mean|at the risk|i don't like|
            not trying) ~1 (to|of) ~1 (nag|nagging|pester|pestering|be a pain|being a pain|bother|chase|sound like|
            sounding like|repeat|repeating|push|press|hassle|be a nuisance|badger|become a)
        (is there|do we have|have you got|do you have|can you give|could you give|may we have|can we have|
            when will we have|have we got) ~1 (a date|any date|an eta|any eta|a date yet|a timeline|news|any news|
            an answer yet|any word) ~4 (yet|for|now|on)
        (i|we|i'm|we're|am|are|have|i'd|we'd|is|has|and|but|you|^) ~1 still ~3 (like to know|love to know|waiting|
            outstanding|missing|on my list|wanting|lack|lacking|without|owe us|owe me|owes us|haven't|have not|not had|
            don't have|not got|no sign)
        (i've|we've|i have|we have|have) not (had|got|seen|received|been sent|been given) ~5 (yet|so far|until now|
            as of today|to date|still)
        (i've|we've|i have|we have) (written|asked|called|emailed|mailed|rung|chased|requested|messaged|reminded|raised|
            sent) ~6 (times|twice|again|already|since|about this|this before|thrice|so far|no reply)
        (been) (asking|waiting|requesting|chasing|begging|after) ~4 (since|for|daily|from|you|this|the|weeks|months|
            days)
        (your side|you|you guys|your team|your colleague) ~1 (owe|owes) (us|me)
        (could|can|would|will) (we|i|you|somebody|someone|anybody|anyone) ~1 (please|finally|kindly|at last|
            at long last) ~1 (finally|at last|at long last)
        (finally|at last|at long last) (send|get|have|see|receive|give|share|confirm|provide|fix|tell)
        (has|have|did) (anyone|anybody|somebody|someone|one of you) ~2 (picked up|pick up|got round|got around|
            looked into|look into|dealt|get round)
        (were|are) you able to (find out|look into|have a look|get hold)
        (forwarding again|sending again|sending this again|attaching again|attached again|pasted again|copied below|
            reposting|repeating)
        (top|bottom) ~2 (inbox|pile|list)
        (slipped|fallen|fell|slip|lost|buried|gone) ~2 (through the|off your|into spam|to spam|in your spam|down the|
            under the|between the|your inbox|in the shuffle|in the post)
        (see|refer to|refer|find|quoting|repeat) ~2 (trailing|earlier|previous|below|original|last) ~1 (mail*|e-mail*|
            email*|message*|request*|note*|question*)
        (do the needful|needful)
        (haven't|have not|didn't|not) ~1 (come back|came back|got back|get back|heard back|heard anything)
        (last|one last|final|another|one more) (try|attempt|time|go) ~4 (for|to get|at|by|to)
        (how often|how many times|how many more times|how much longer|how long) ~1 (do|must|should|have|has|will|are|
            does|shall|am|can) ~1 (i|we|it|us|this)
        (repeat|reiterate|renew|reissue|restate) (my|our|the|that|this) ~1 (request|question|ask|call|query|demand|plea)
        """,
        unless="""
        (waiting ~6 from (another|his|her|their|the other|someone)|no need|thank* you for|thanks for|remind me|
            still need to check|don't hesitate|will follow up|thanks again|see you again|landlord|exhibited|calendar|
            uncle|still looking forward|happy to send)
        """,
    ),
    Group(
        "unanswered_question.evaded",
        0.5,
        """
        (i|we|i've|we've|i'd|we'd|my|our) ~3 (sent|wrote|written|emailed|mailed|asked|raised|reported|submitted|filed|
            called|phoned|rang|messaged|enquired|requested|posted|opened|logged) ~10 (and|but) (nothing|no one|nobody|
            never|not|haven't|still|silence|have not|have heard|heard|all i|all we|got no|had no|received no|
            there was no|no reply|no answer)
        (i'd|we'd|i would|we would|i|we) ~1 (still|really|also|just) ~2 (like|want|need|expect|waiting|
            await) ~3 (answer|reply|response|explanation)
        (please|just|simply|finally|could you|would you) ~1 (answer|answering) (the|my|our|this|that) ~1 (question*|
            point*)
        all (i|we) (want|wanted|asked|need|ask|needed) ~1 (to know|was|is|for)
        what (i|we) (asked|want to know|wanted to know|need to know|was asking|were asking|would like to know|
            actually asked|really want) ~1 (is|was|about|for)
        (it's|it is|it has been|it's been|been|that's|that is|has been) ~2 (days|weeks|months|a week|a month|
            a fortnight|hours) ~1 (since|now|ago|without|and)
        (answered|replied to|addressed|responded to|dealt with|covered|touched on) ~1 (one|the first|the second|
            question|half|everything|two|three|only|part|all|neither|none) ~2 (of|but|except|#|question*|point*)
        (forgot|omitted|neglected|failed|managed not|refuse|refused) to (answer|say|mention|reply|tell us|tell me|
            respond|address|explain)
        (left open|left hanging|in limbo|unaddressed|unreplied|gathering dust) ~4 (question*|point*|request*|ticket*|
            since|weeks|days|month*)
        (question*|point*|request*|ticket*|enquiry) ~4 (hanging|left open|in the air|in limbo|unaddressed|
            gathering dust|into thin air|went nowhere|no owner|no movement|no update)
        (i|we) (note|notice|noticed|see|observe|noted) ~1 (that|you|your) ~6 (not|no|nothing|haven't|didn't|hasn't|
            don't|silent|without|skipped|avoided|left out)
        (which|what) (part|bit) of (my|our|the)
        (no|without|zero|never|nor) ~1 (explanation|follow-up|follow up|acknowledgement|acknowledgment|confirmation|
            callback|call back|status update|update|information|indication|clarification|word of|sign of life) ~4 (from|
            since|so far|yet|on|about|to date|why|what|at all|ever|came|when|whatsoever|given)
        (never|not) ~2 (followed up|called back|got back|came back|responded|replied|acknowledged|written back|
            rung back|reacted|returned my|returned our|answered)
        (as for|regarding|concerning|on the subject of|with regard to) ~6 (nothing|silence|not a word|no answer|
            not one word|no reply|no comment|none the wiser|no news)
        (you|your @staff) (keep|kept|keeps|always|again|simply) ~2 (avoid*|ignor*|dodg*|skip*|changing the subject|
            answering a|answering something|answering another|replying to|sending me|pointing|referring)
        (different|another|other|wrong) question
        (is|was) ~1 (anyone|anybody|someone|somebody|my message|your inbox) ~2 (reading|receiving|looking|dealing|
            answering|picking up)
        (not|without|isn't|never) (a|one|a single|even a) ~1 (word|peep|line|syllable|sentence|mention|squeak|reply|
            answer|response|reaction|sausage|comment)
        (silent|silence|quiet|deafening|dead air) (as to|on|about|regarding|since|from|ever|when|there|so far|for|
            on this)
        (is|are|was|remains|stays|stay|been|gone|went|go|fell|fallen) ~1 (silent|quiet|silence|unanswered|unaddressed|
            untouched|unresolved|unacknowledged|ignored|open since|blank)
        (your|the|this|that) ~2 (letter|answer|reply|mail|email|response|message|report) ~4 (silent|nothing about|
            nothing on|no mention|does not mention|doesn't mention|doesn't say|does not say|says nothing|avoids|skips|
            misses|ignores|leaves out|left out|dodges|sidesteps|fails to|passes over|only covers|only answers|
            covers everything but|addresses everything except|not address|everything except|everything but|one of)
        (did not|didn't|do not|don't|never|without|failed to|fail to|forgot to|avoid*|neglect* to|
            omitted to) ~1 (mention*|say|tell us|tell me|saying|explain*|address*|comment*|touch on|respond* to|
            react* to|answer*|cover*|confirm*|acknowledge*|refer to|come to|specify|specifying|stating) ~2 (when|why|
            whether|how|who|what|where|which|the|my|our|that|it|a word|if|anything|about)
        (isn't|is not|wasn't|was not|not|wasn't really|isn't really|not quite) [really|quite|exactly|actually|
            at all] what (i|we) [had|was|were|have|actually] (asked|wanted to know|meant|enquired|inquired|wrote about|
            asking)
        (doesn't|does not|didn't|did not|hardly|only half|partly|only partly|half) [really|quite|actually|
            even] (answer*|address*) ~3 (it|that|my|our|question*|what)
        (asked) ~6 (and|but|not) ~2 (you|got|the answer|received|answered|was told|were told|about|sent|what i got|
            what came)
        (my|our|same|simple|one|other|second|first|third|main|actual|real) ~1 (question|questions|query|queries|point|
            points|enquiry|ticket) ~5 (still|remains|unanswered|open|ignored|skipped|nobody|no one|nothing|without|
            never|not been|waiting|overlooked|lost|since|disappeared|vanished|forgotten|avoided|dodged|sidestepped|
            parked|untouched|no reply|to be answered)
        (what|how|and) about (my|our|the) ~1 (other|second|first|rest|actual|original|remaining|question|questions)
        (hear nothing|heard nothing|had nothing|got nothing|not heard|haven't heard|have not heard|no word|no news|
            no reply|no answer|no response|no feedback|no reaction|no sign of life|no comment|no acknowledgement|
            no callback|not heard back|no one has answered|zero response|nothing back|nothing came back) ~2 (since|from|
            for|on|about|to|yet|so far|back|until|till|at all|regarding|$)
        (nobody|no one|none of you|no human|not one person|noone) ~3 (come back|came back|got back|told us|told me|
            tells|reply|replies|replied|answer|answers|answered|responded|responds|reacted|reacts|explained|explain|
            called back|rang back|rung back|wrote back|knows|seems to|phoned back|returned|acknowledged|picks|reads|
            got in touch|been in touch|respond)
        (weeks|days|months|week|month|hours|year) (on|later|now|after|have passed|and counting|ago) ~6 (still|no|
            nothing|not|nobody|don't|haven't|never|no one|yet|silence|without)
        still (don't|do not|doesn't|haven't|have not|no|not) ~2 (know|told|heard|clear|answer|explanation|idea|wiser|
            got|reply|understand|the faintest|had an|been given|been told|explained)
        (answered|answer|reply|replied|responded|come back|talk|talked|wrote|explained) ~3 (everything|anything|all|
            questions|points|lots|a lot) ~1 (but|except|apart|other than|save)
        (important|main|key|crucial|essential|decisive|one) ~1 (bit|part|question|point|thing|piece) ~6 (lost|missing|
            skipped|left out|missed|forgotten|absent|not there|ignored)
        (lot|lots|plenty|many|all those|so many|nice|fine|lovely) of words
        (a lot of|lots of|plenty of|many|so many|too many|nice|pretty) words
        (is it|was that|is that) [a] (yes|no) [or]
        (walk*|danc*|skirt*|step*|beat*|talk*|tiptoe*|manoeuvr*) ~2 (around|round|about) ~1 (the (subject|question|bush|
            issue|topic|matter))
        (avoid*|evad*|dodg*|sidestep*|duck*|deflect*|skirt*|ignor*|skip*|overlook*|gloss*|brush*) ~4 (question*|subject|
            issue|point*|paragraph|topic|matter|answer|request*|query|part|sentence|in your|half of)
        (change|changed|changing) the subject
        (standard|canned|automatic|automated|stock|template|boilerplate|generic|copy-paste|copied) (reply|replies|
            answer|answers|response|responses|text|phrase*|message|paragraph)
        (autoresponder|auto-reply|autoreply|out-of-office|out of office|voicemail|answering machine|
            read receipt) ~8 (only|but|nothing|again|full|every|never|for|since|says|no)
        (left|leaving|leave) ~2 (message*|voicemail*|note*|word) ~6 (no|nobody|never|nothing|without|not|but|since|
            unreturned|back|with)
        (ticket|case|mail|mails|email|emails|letter|letters|message|messages|call|calls|request|requests|reminders|
            enquiry) ~6 (unanswered|ignored|unreturned|no reply|without reply|without a reply|without an answer|
            into the void|black hole|into a void|into space|nowhere|not been returned|never returned|unacknowledged|
            untouched|not reacted|no reaction|fallen on deaf|on deaf ears|met with|not been answered|no response|
            no feedback|gone quiet|line went|without result|without response)
        (talking to|speaking to|writing to|shouting at|shouting into) ~1 (wall|brick|void|myself|ourselves|machine)
        (did|have|has) ~2 (my|our|the) ~1 (mail|email|e-mail|message|letter|question*|note|request) ~2 (reach*|arrive*|
            get through|got through|been read|landed|lost)
        (line|phone|hotline|office|chat) ~3 (went|goes|stays|rings|ringing|remained) ~1 (quiet|dead|silent|out|
            unanswered|on and on|forever|dark)
        (beyond|apart from|other than|except) ~4 (automatic|acknowledgement|receipt|auto)
        """,
        unless="""
        (look forward|looking forward|no problem|take your time|no (reply|answer|response) (needed|required|necessary)|
            sorry for|apolog*|no news is good|bus|sensor|closed automatically|yet to see a|question of|test question*|
            quiz)
        """,
    ),
    Group(
        "unmet_expectation.fell_short",
        0.5,
        """
        (promised|advertised|quoted|ordered|expected|sold|brochure|demo|spec|specification|sla|proposal|pitch|offer|
            contract|paid for|signed up for) ~12 (but|yet|whereas|in reality|in practice|in fact|instead) ~2 (we|it|
            what|only|the|there|our|this|i|they|no|not|none|nothing|have|got|is|are|so)
        (for) (the (money|price|fee|amount|sum|rate)|what|this kind of money|that kind of money|that money|this money|
            the money) ~1 (we|i) (pay|paid|are paying|am paying|were charged|spent|spend)
        (at|for) (this|that|such a|these|those) (price|prices|rate|rates|fee|level|money) ~1 (i|we|one|you|it|the|there)
        (should) (come with|be standard|have been included|have come with|be a given|go without saying|have covered)
        (would|'d|would've) ~1 (have thought|have expected|think|expect) ~4 (that|a|an|the|more|better|you|it|some|
            at least)
        (one|you|anyone|customers) ~1 (would|might|'d) ~1 (expect|have thought|have expected|imagine|assume)
        (you'd think|you'd expect)
        (not|isn't|wasn't|aren't|weren't|nowhere near|hardly|nothing like) ~1 (as|the) ~1 (described|fast|good|agreed|
            promised|advertised|shown|ordered|smooth|stable|easy|specified|expected|pictured|quick|seamless|real-time|
            standard we|level we|service we|quality we|result we|team we|product we|system we)
        (as|so) (fast|good|easy|smooth|quick|simple|stable|reliable|cheap|complete|thorough|seamless) as ~1 (promised|
            advertised|you|we|expected|in the|claimed|described|was)
        only (half|two|three|four|five|six|#|one|seven|a third|a quarter|part|some) ~2 (of|out of) ~8 (work|works|
            arrived|delivered|done|live|finished|usable|ready|trained|migrated|came|here|converted|translated|connected|
            installed|working|imported|complete|set up)
        (is|was) (that|this) (all|it|really all|everything|supposed to be|meant to be|what) ~3 (we|there|you|get|paid|
            the|it|to|$)
        (that|this) (can't|cannot) be (it|all|what|right)
        (no mention|no trace|no sign|nothing) ~1 (of|left of) ~2 (what|the|promised|advertised) ~4 (promised|pitch*|
            agreed|demo|sold|advertised|features|discussed|shown)
        (we|i) (wanted|needed|were after|was after|asked for|were looking for|hired you for|came to you for) ~8 (and|
            but|not|instead) ~2 (got|get|received|what|ended up|have|found|this|a)
        (end|ended|ending) up with ~6 (instead|less|half|not|without|that|a|nothing)
        (fell|falls|fallen|fall|falling|come up|came up|comes up) ~2 short
        (disappoint*|let-down|letdown|sobering|anticlima*) ~4 (result*|outcome|quality|to find|to see|to discover|
            to receive)
        (bit of|rather|somewhat|quite|little|very|most|was|am|are|is|were) ~2 (underwhelm*|surprised to (find|see|learn|
            hear|discover|get|receive)|taken aback|dismayed to|puzzled to|astonished to|baffled to)
        (half|part|most|none|little|nothing|much) of (what|the) ~2 (we|was|were|promised|you|agreed|features) ~2 (asked|
            ordered|promised|agreed|discussed|paid|shown|need|works|wanted|had|sold|talked)
        (took|takes|taking|lasted|needs|needed|waited|cost|costs) ~6 (instead of|not the|rather than the|against the|
            versus the|when we were|longer than|more than the|twice the|double the|three times the) ~2 (agreed|promised|
            quoted|#|two|three|four|one|planned|contract*|advertised|an hour|a day|told|estimate*|estimated|you)
        (we'd|we had|i'd|i had|we|i|he'd|she'd|they'd|he|she|they|management|our director|the director|the board|
            everyone|our users) [had|all|rather|really|always|naturally|certainly|originally] (assumed|expected|
            understood|imagined|hoped|supposed|presumed|anticipated|reckoned|counted on|thought|pictured|were hoping|
            were expecting|were counting|was hoping|was expecting|believed|took it) ~12 (and not|but|instead|rather|
            covered|included|more|better|faster|a surprise|by now|free|ready|done)
        (our|my) ~1 (expectation*|understanding|assumption|impression|belief) ~2 (was|were|had been|in|from|of)
        (it was) (our|my) (belief|understanding|expectation|assumption|impression)
        on the understanding that
        (in my mind|in my book|in our book|to my mind|in my view|in our view|in our eyes|by any standard|by any measure|
            for us|normally|usually|as a rule) ~1 (a|an|the|means|that|partners|this) ~8 (involves|means|includes|
            is more|more than|not|comes with|should|gets|get|looks different|would|covers)
        (sold|billed|advertised|pitched|marketed|praised) ~2 (as|to us as|to me as)
        (guarantee|promise|offer|sla|proposal|contract|brochure|pitch|quote|quotation|spec|specification|specifications|
            brief|demo|catalogue|datasheet|drawings|drawing|sales deck|slides|statement of work|mock-up|mockup|
            prototype) ~2 (gives|says|said|speaks|shows|showed|had|has|promised|promises|mentions|mentioned|specified|
            specifies|have|read|talks|talked|listed|lists|stated|states|included|foresees|spoke|guaranteed|described|
            called for|calls for) ~12 (we|it|ours|there|but|now|so far|only|got|get|what|instead|yet|not|here|took|
            takes|arrived|received|nothing|none)
        (ordered|asked for|paid for|booked|agreed on|chose|were promised|was promised|were shown|was shown|were offered|
            bought|signed up for|budgeted for|signed for) ~8 (and|but) ~2 (got|get|received|are getting|was sent|
            were sent|what we|found|came|what arrived|arrived|instead)
        (where) (is|are|was|were|'s) ~8 (pitch|proposal|promised|demo|presentation|offer|brochure|quote|contract|agreed|
            paid for|were shown|signed)
        for (a|an|such a) ~2 (premium|high-end|gold|platinum|professional|specialist|company of your|firm of your|
            agency of your|supplier of|enterprise|managed|top|expensive|product at|service at|service that|system that|
            dedicated|full-service|market leader|so-called)
        (slower|fewer|smaller|less|worse|shorter|poorer|weaker|later|narrower|thinner|longer|dearer|more expensive|
            lower) ~2 than ~3 (ordered|agreed|promised|expected|offered|quoted|planned|advertised|specified|before|
            hoped|thought|told|the sample|the old|demo|what|our old|last year's)
        (meant|supposed|intended|expected|designed) to ~14 (but|yet|instead|so far|only|and we are|and it is|and now)
        (turn*|proved|proves|proving) ~1 (out|to be) ~4 (mean|only|not|nothing|less|different|extra)
        (came|comes|come) as ~1 (surprise|shock|disappointment)
        (unpleasant|nasty|bad|unwelcome) surprise
        (isn't|is not|aren't|not|wasn't) ~1 (the one|the ones|the same|the version|the model|the colour|the quality|
            the standard|the level|the service|the person|the material|the size|what was) ~2 (we|i|that|as|in|agreed|
            you|shown|ordered|promised|was|on)
        (have|has|had) (not|never|yet to) ~1 (materialised|materialized|come to pass|come true|happened|improved|
            delivered|lived up|brought|produced|worked as|been what|seen the|got any|noticed any|paid off)
        (haven't|hasn't|hadn't|didn't|don't|doesn't) ~1 (materialised|materialized|come true|improved|live up|lived up|
            bring|brought|produced|noticed any|seen any|meet our|match what|match our|come across|resemble|convince|
            correspond)
        (would have|would've|'d have|i'd have|we'd have|should have|should've) ~1 (appreciated|liked|expected|welcomed|
            preferred|thought|wished|hoped|been told|been nice|been informed|been warned)
        (although|though|even though|while|whereas|despite) ~8 (agreed|promised|ordered|paid|quoted|included|specified|
            confirmed|guaranteed|contract*|offered|assured)
        (instead of|rather than|not) (the|a|an) ~4 (promised|agreed|ordered|quoted|advertised|expected|senior|dedicated)
        (awfully|remarkably|disappointingly|surprisingly|embarrassingly|pretty|rather|fairly|a bit|somewhat|
            quite) (patchy|standard|thin|slow|basic|ordinary|poor|bare|meagre|sparse|rough|weak|average|mediocre|empty|
            limited|amateurish|unfinished|superficial|generic|underwhelming|flat|shallow|short|lacking)
        (underwhelm*|mediocre|lacklustre|lackluster|half-baked|half-finished|half finished|unfinished|shadow of|
            pale imitation|a let-down|letdown|anticlimax|watered down|watered-down|stripped down|below par|sub-par|
            subpar|substandard|sub-standard|not up to scratch|not up to par|short of the mark|short of expectations|
            below expectations|not live up|wide of the mark|missed the mark|misses the mark|miss the mark|
            missing the point|far cry|leaves much|less than we|less than i|not the quality|nothing special|nothing like)
        (paid|paying|pay|charged|cost*|spent) ~6 (more|extra|premium|good money|top|third|full price|that much|
            kind of money|sort of money) ~8 (than|for|but|and|should|expect*|understanding)
        (the way it was (put|sold|presented|explained)|as it was (put|sold|presented|explained) to us|in the (workshop|
            demo|pitch|sales meeting|presentation) ~3 (we|it|you|they|was|were|would))
        (one person|dedicated|senior|experienced|native|same|personal|single) ~4 (agreed|promised|would|
            who) ~12 (instead|but|got|what we|have met|different|junior|trainee|intern|rota|student*)
        (silly|naive|foolish|naively|perhaps naively) ~4 (thought|assumed|expected|believed)
        (normally|usually) ~6 this (one|time)
        """,
        unless="""
        (faster|quicker|earlier|sooner|exceed*|surpass*|pleasant*|sorry|apolog*|thank*|happy|love*|great|glad|delighted|
            better than|than we feared|would have planned)
        (market*|prices|analyst*|earnings|economy|contraction|inventor*|traders|investment|storage|volatil*|museum)
        """,
    ),
    Group(
        "broken_promise.word",
        0.5,
        """
        (you|your ~2 @staff|he|she|they|your ceo|your boss) [had|all|also|both|even|then|personally|repeatedly|yourself|
            himself|herself] (assured|promised|undertook|guaranteed|committed|pledged|swore|vowed|gave us|gave me|
            told us|told me|said|wrote|announced|agreed|confirmed|offered) ~14 (yet|still|but|nothing|not|never|no|now|
            hasn't|haven't|didn't|isn't|none|wasn't|nobody|without|since|ago|last week|yesterday|doesn't|does not|past|
            gone|weekend|worth)
        (had|have|gave|given|give|took|take|kept|keep|broke|break|broken|on) ~1 (your|his|her|their) ~1 (word|promise|
            assurance*|undertaking|commitment|guarantee|pledge)
        (contrary to|despite|in spite of) ~2 (your (promise*|assurance*|word|commitment*|undertaking|guarantee*|
            confirmation)|what you|what was|all your)
        (promise*|undertaking|assurance*|commitment*|guarantee*|pledge*|word|agreement|deadline*|date|dates|
            appointment*|milestone*|target*|schedule|timetable|plan) ~8 (not been honoured|not been honored|
            not been kept|not been met|not honoured|not kept|not met|been missed|was missed|were missed|been broken|
            was broken|come and gone|came and went|gone by|have passed|has passed|passed without|worth nothing|
            worthless|meant nothing|forgotten|in the bin|slipped|slipping|expired|lapsed|empty|not been fulfilled|
            not fulfilled|never kept|never met|nothing has happened|out of the window|elapsed|went by|ignored|blown|
            moved again|been moved|been postponed|overdue)
        (should have been|should've been|ought to have been|were going to be|was going to be|supposed to be|meant to be|
            was to be|were to be|was to have been|was due|were due|was promised|were promised) ~14 (still|yet|but|
            nothing|it's now|it is now|ago|last week|last month|nobody|hasn't|haven't|has not|have not|is not|isn't|
            since)
        (due|promised|scheduled|planned|announced|agreed|expected|booked) (on|by|for|at|last|yesterday|
            before) ~10 (still|nothing|never|nobody|hasn't|haven't|isn't|wasn't|overdue|no sign|no one)
        (engineer|technician|installer|driver|courier|trainer|consultant|fitter|electrician|team|crew|man|kit|parts|
            equipment|handsets|router|server|delivery|shipment|parcel|order|goods|hardware|replacement|update|report|
            draft|patch|fix|callback|call|file*|document*|figures|numbers|contract|release|quote|demo|credit|
            refund) ~10 (not been seen|hasn't turned up|not turned up|never turned up|never showed|not shown up|
            hasn't shown|not appeared|never appeared|hasn't arrived|haven't arrived|has not arrived|have not arrived|
            never arrived|did not arrive|didn't arrive|never came|hasn't come|haven't come|has not come|didn't come|
            did not come|never happened|not happened|hasn't happened|hasn't materialised|nowhere|no-show|
            is still missing|are still missing|still hasn't|still has not|still haven't|still not|not here|isn't here|
            not there|never materialised|is still not|is not here|never sent|not been sent|not been delivered|
            not been credited|not credited)
        (tomorrow|today|monday|tuesday|wednesday|thursday|friday|next week|the weekend|last week|by easter|by christmas|
            mid) ~1 (you|he|she|they) ~1 (said|wrote|told|promised)
        (you|he|she|they) (said|wrote|told us|told me|promised|quoted) ~2 (by|before|on|in|at|within|until|end of|#|two|
            three|four|five|tomorrow|next|this|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday|eight|
            ten) ~14 (now|still|but|today|it's|ago|already|yet|not|no|nothing|it is)
        (we|i) (were|was|had been|have been|'ve been) ~1 (told|promised|assured|given|guaranteed) ~12 (and|but|yet|
            still|it has|it's|now|not|never|no|since|then)
        (it is|it's|we are|today is|and it's) ~1 (now|already|nearly|almost) ~2 (april|june|july|august|september|
            october|november|december|january|february|monday|tuesday|wednesday|thursday|friday|noon|sprint)
        (now|already|nearly) ~1 (april|june|july|august|september|october|november|december|january|february|the #|
            midday|wednesday|thursday|friday|saturday|sprint)
        (dates|deadlines|promises|appointments) ~2 (have been|were|was|given|so far|already|later) ~6 (given|missed|
            gone|passed|broken|come|past|none|moved|not)
        (another|one more|yet another|third|fourth|fifth) (date|deadline|promise|appointment|week|excuse|postponement|
            milestone) ~4 (bin|missed|gone|passed|broken|lost|without|down|that|slipped|blown|window)
        (personal|solemn|firm|written|explicit|clear|verbal|faithful) (guarantee|promise|assurance|commitment|
            undertaking|word)
        (nothing|nobody|no one|none) ~2 (has|have|came|comes|come) ~2 (come of|came of|of it|turned up|shown up|
            happened|materialised|arrived|appeared|been done|come|changed since)
        (agreed|promised|weekly|monthly|regular|quarterly) ~2 (call|calls|meeting|meetings|report|reports|visit|visits|
            update|updates|review|reviews|check|checks) ~6 (once|never|not|twice|none|stopped|hasn't|haven't|nothing|
            only|no longer|zero)
        (condition|part|basis|term) of (our|the) ~2 (renewal|agreement|deal|contract|order|offer) ~8 (still|not|never|
            but|and)
        (stood|standing|left|stand) (us|me) up
        (left waiting|waited in vain|waited all day|waited all morning|waited the whole)
        (next sprint|any day now|almost there|nearly there|weekend|soon|shortly|next week|next month|this week|
            tomorrow) ~3 (again|for weeks|for months|we heard|you said|they said|he said|she said|you wrote|you told|
            you promised)
        (as|like|what) (promised|agreed|you promised|you agreed|you confirmed|we agreed|was promised|
            was agreed) ~8 (not|never|yet|still|but|hasn't|haven't|didn't|wasn't|nothing|isn't|no)
        (you|your|were|was) ~2 going to ~10 (still|but|yet|haven't|hasn't|nothing|not seen|never|last week|yesterday|
            ago|friday|monday|tuesday|wednesday|thursday)
        """,
        unless="""
        (as promised ~4 (here|attached|is|are|please|find)|sorry|apolog*|my fault|our fault|mutual agreement|glad|
            thank*|delighted|vat|happy)
        (picnic|market|pay|paid|cheque|payment*)
        """,
    ),
    Group(
        "overpromise.anything",
        0.5,
        """
        (consider it|as good as|good as|practically|already as good as) (done|sorted|fixed|solved|finished|delivered|
            live|yours|in the bag)
        (in the bag|a dead cert|sure thing|sure-fire|foolproof|bulletproof|bullet-proof|watertight|failsafe|fail-safe|
            cast- iron|money-back|iron-clad|ironclad|unbreakable|unsinkable|unhackable|idiot-proof|future-proof|
            risk-free|no-risk|plug and play|one-stop|round the clock|day or night|night or day|24 hour|
            whatever it takes|no matter what|come what may|come rain or shine|mark my words|sky is the limit|
            sky's the limit|no limit*|without limit*|without any limitation|walk in the park|child's play|piece of cake|
            a doddle|a breeze|a cinch|a formality|blindfold|blindfolded|in our sleep|with our eyes closed|with one hand|
            in no time|in the blink|in a heartbeat|a matter of minutes|before you know it|like magic|a no-brainer|
            won't know what hit|eat out of)
        (anything|whatever|everything|everything what|any request|any wish) ~1 (you|your) ~2 (need|want|require|ask|
            wish|dream*|heart|like|throw|fancy|imagine|can think|imaginable) ~2 (just|say|day|we|is|will|any|and|you|
            you'll|no|within)
        (just|only) say the word
        (cannot|can't|could not|couldn't|won't|will not|never|impossible to) ~1 (possibly fail|fail|go wrong|
            possibly go|miss|break|lose|crash|be hacked|be beaten|go down|regret|be late|disappoint)
        (nothing|no way|not a thing) ~2 (can|could|will) ~2 (go wrong|fail|break|happen|stop us)
        (never|not) ~1 (need|hear|see|worry|think|regret|lose|experience) ~6 (again|another|ever|any more|anymore|
            elsewhere|for the rest|single)
        (you'll|you will|you can|you're going to) ~1 (never|forget about|stop worrying|be amazed|see miracles|
            be number one|be on page|double|triple|love every|be up and running|wonder how|thank me|throw away|
            sleep like|sit back|lean back|relax|rest easy|be blown)
        (forever|for ever|for all time|once and for all|until the end of time|for eternity) $
        (all|every|each|any) ~3 (bugs|box|boxes|issue|issues|problem|problems|wish|wishes|request|feature|features|
            deadline*|error*|customer*|page|pages|ticket*|shop|tills|requirement*|gap*|open points) ~6 (will be|by|
            this week|today|tomorrow|ticked|fixed|done|gone|solved|within|guaranteed|sorted|perfect|overnight)
        (beat|match|undercut|outdo|outperform|top) ~1 (any|every|all|anyone|anybody|everyone|whatever|the competition)
        (half|double|quarter|tenth|fraction) ~2 (time|price|cost|speed|budget|as fast|as good|of the time|of the cost|
            of the price)
        (two|three|one|a couple of|# ) (hours|days|minutes|weeks|day|hour) (tops|max|maximum|flat|and it's|and you're|
            and we're|and done|easy|easily)
        (tops|flat out|no sweat|no question|guaranteed|for sure|for certain|bank on it|count on it|trust me|believe me|
            no doubt|absolutely|definitely|hands down|no ifs|no buts) $
        (set your watch|bet my|bet the|bet your|stake my|eat my hat|put my hand in|swear on|cross my heart|
            hand on heart|money back|or your money|you have our word|our solemn|on my life|on my mother|100 per cent|
            hundred per cent|hundred percent|one hundred per|thousand per cent|absolute certainty|complete certainty|
            dead certain|positively certain|with certainty|utmost certainty|total confidence)
        (no|single|zero|any|not one) ~1 (scenario|catch|learning curve|interruption*|downtime|duplicates|hiccup*|
            outage*|hassle|headache*|glitch*|data loss|company on|system|case|problem|process*) ~6 (whatsoever|ever|
            guaranteed|couldn't|can't|haven't)
        (no|any|not) ~2 whatsoever
        (the|our|your) ~3 (ever seen|in the world|on earth|in the world|on the planet|in the universe|
            in the whole country|in history|money can buy|you'll ever|you will ever)
        (smoothest|fastest|safest|cheapest|finest|easiest) ~4 (ever|you've|you'll|you will|anywhere|of all)
        (pay*|pays|paid) for itself
        (we|i) (can|could|will|are able to|'ll|are going to) ~1 (do|handle|deliver|build|solve|fix|connect|integrate|
            guarantee|squeeze|manage|cover|make|get|map|migrate|move|finish|support) ~1 (anything|everything|all|
            that as well|any|every|whatever|the lot|it all|whole|it blindfold|that in|it in an|it by tomorrow|
            it tonight|it overnight|it happen)
        (nothing|peanuts|trivial|easy|no problem|no issue|no trouble|simple) ~2 (for us|for my|for our|at all|for him|
            to us)
        (nothing) (the|our|this|for) ~4 (won't|even|can't)
        (won't|will not|wouldn't) even (notice|feel|get|know|need|see|have to|break)
        (every single|each and every|everyone|everybody|everything|all #|all of it|the whole lot|the lot|
            all of them) ~10 (by (monday|tuesday|wednesday|thursday|friday|tomorrow|tonight|the end of|next week|noon|
            launch|christmas|easter)|within (a week|days|hours|minutes|# ~1)|overnight|in one go|first time)
        (double|doubled|triple|tripled|tenfold|quadruple|skyrocket|explode|rocket) ~4 (your|traffic|sales|in|by|within|
            revenue|leads|visitors|turnover|orders|conversion*)
        (number one|top of google|first page|page one|top three|first place) ~6 (google|within|in|by|guarantee*|weeks|
            search)
        (ten|dozens|loads|plenty|hundreds|unlimited|as many) ~1 (of|seniors|people|engineers|developers) ~6 (tomorrow|
            here|want|bench|ready|waiting|start|overnight|need|like)
        (tell|told|promise|assure) ~1 (your|my|the) (board|boss|md|director|ceo|client|customer*|management|
            team) ~10 (done|every|will be|ready|live|fixed|settled|on time|no problem|safe)
        (always) (pay|deliver|answer|available|there|on time|work*|ready|meet|reply|within|the same day)
        (mastered|master|learn|learned|understand|set up|installed|up and running|live|migrated|switched) ~4 (in|
            within) ~1 (five|ten|two|three|minutes|a|an|#|one|seconds|under|no time) ~2 (minutes|hour|hours|day|
            afternoon|morning|weekend|seconds|clicks|week|evening)
        (literally|guaranteed to|bound to|certain to|sure to|destined to) ~1 (cannot|never|impossible|unbeatable|
            succeed|be a success|go up|the best|be a hit|love|improve)
        (without any|no) (effort|work|training|downtime|limitation|limits|restrictions|compromise)
        """,
        unless="""
        (can't guarantee|cannot guarantee|won't guarantee|not promise|can't promise|cannot promise|unable|hope|hoping|
            hopefully|if possible|sorry|unless|at the latest we hope|you never|thank*|love*|great job|who does|
            nobody knows)
        guarantee* (note*|letter*|fee*|by|from)
        (not|don't|didn't|isn't|wasn't|doesn't|haven't) ~3 (easy|easily|always|sure|certain|definitely|absolutely)
        """,
        asks=False,
    ),
)
