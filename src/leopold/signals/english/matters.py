"""English: freer ways to ask again, to miss an answer, a promise or a payment, to promise, to refuse and to contest."""

from leopold.signals.patterns import Group

GROUPS = (
    Group(
        "repeat_request.again",
        0.5,
        """
        ^ bump [again]
        for the @ordinal time
        (me again|it's me again|me once more|it is me again|sorry it's me|only me again)
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
        (ask|asking|request|requesting|beg|remind|try|trying|chase|write|writing|send|sending|forward*|attach*|copy|
            copying|repeat|repeating|raise|raising) ~5 (again|once more|one more time|once again|yet again|another time|
            anew|below)
        (ask|asked|asking|requested|request|begged) ~4 (since|for weeks|for months|for days|daily|every day|every week|
            each week|repeatedly|twice|three times|four times|many times|several times|weeks ago|months ago|before)
        (again|once more|once again|one more time|yet again) (i|we|may i|could|can|would|please|the|my|our) ~3 (ask|
            request|kindly|remind|repeat|please|send|must|question)
        (allow me|let me|may i|permit me|i'd like|i would like|i want|i have|i come|coming|come|get|getting|circle|
            circling|loop|looping|swing|turn|return|returning|back) ~1 (come back|circle back|circling back|to return|
            back|get back|return) ~3 (to|on) ~4 (question|matter|subject|topic|point|request|my|our|this|the)
        (circling back|looping back|coming back to|touching base|checking back|chasing again|chaser|nudging)
        reminder (no|number|nr|#|two|three|four)
        (no) # (please|reminder|on this)
        (first|second|third|final|last|another|friendly|gentle|kind|quick|one more|little|small|polite|
            weekly) (reminder|nudge|chaser|try|prod|push|poke|ping)
        (our|my|the|this) (request|ask|question|reminder|need) (hasn't|has not|stands|still|remains|from|is the same)
        (not wanting|don't want|do not want|hate|sorry|without wanting|don't mean|do not mean|at the risk|i don't like|
            not trying) ~1 (to|of) ~1 (nag|nagging|pester|pestering|be a pain|being a pain|bother|chase|sound like|
            sounding like|repeat|repeating|push|press|hassle|be a nuisance|badger|become a)
        (is there|do we have|have you got|do you have|can you give|could you give|may we have|can we have|
            when will we have|have we got) ~1 (a date|any date|an eta|any eta|a date yet|a timeline|news|any news|
            an answer yet|any word) ~4 (yet|for|now|on)
        still ~3 (like to know|love to know|need|waiting|outstanding|missing|hoping|looking for|looking forward|
            on my list|open|wanting|lack|lacking|short of|require|without|owe|owed|owes|haven't|have not|not had|
            don't have|not got|expecting|keen to|to come|no sign|after|pending)
        (i've|we've|i have|we have|have) not (had|got|seen|received|been sent|been given) ~5 (yet|so far|until now|
            as of today|to date|still)
        (i've|we've|i have|we have|has|have) (written|asked|called|emailed|mailed|rung|chased|requested|messaged|
            reminded|raised|sent) ~6 (times|twice|again|now|already|since|about this|this before|once|thrice|so far|
            no reply)
        (been) (asking|waiting|requesting|chasing|begging|after) ~4 (since|for|daily|from|you|this|the|weeks|months|
            days)
        (your side|you|you guys|your team|your colleague) ~1 (owe|owes) (us|me)
        (could|can|would|will) (we|i|you|somebody|someone|anybody|anyone) ~1 (please|finally|now|kindly|at last|
            at long last) ~1 (finally|at last|now|get|have|at long)
        (finally|at last|at long last) (send|get|have|see|receive|give|share|confirm|provide|fix|tell)
        (has|have|did) (anyone|anybody|somebody|someone|one of you|you) ~2 (picked up|pick up|had a chance|got round|
            got around|looked at|looked into|look at|look into|manage|managed|found|find|dealt|get a chance|get round|
            chance)
        (were|are) you able to
        (resend*|re-send*|resent|re-sent|forwarding again|sending again|sending this again|attaching again|
            attached again|pasted again|copied below|reposting|re-posting|repeating)
        (top|bottom|back|push|pushing|bring|bringing|move|float*|bump*) ~4 (inbox|radar|list|pile)
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
        (no need|thank* you for|thanks for|remind me|still need to check|don't hesitate|will follow up|thanks again|
            see you again|landlord|exhibited|calendar|uncle|still looking forward|happy to send)
        """,
    ),
    Group(
        "unanswered_question.evaded",
        0.5,
        """
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
        (doesn't|does not|didn't|did not|don't|not|hardly|only half|partly|only partly|half) [really|quite|actually|
            even] (answer*|address*|respond*|replied to|touch*)
        (asked) ~6 (and|but|not) ~2 (you|got|the answer|received|answered|was told|were told|about|sent|what i got|
            what came)
        (my|our|the|that|this|same|simple|one|other|second|first|third|last|main|actual|real) ~1 (question|questions|
            query|queries|point|points|enquiry|request|ticket|issue) ~5 (still|remains|unanswered|open|ignored|skipped|
            nobody|no one|nothing|without|never|not been|waiting|was not|wasn't|is not|isn't|overlooked|lost|since|
            disappeared|vanished|forgotten|avoided|dodged|sidestepped|parked|untouched|no reply|to be answered)
        (what|how|and) about (my|our|the) ~1 (other|second|first|rest|actual|original|remaining|question|questions)
        (nothing|hear nothing|heard nothing|had nothing|got nothing|not heard|haven't heard|have not heard|no word|
            no news|no reply|no answer|no response|no feedback|no reaction|no sign of life|no comment|
            no acknowledgement|no callback|not a sound|not heard back|no one has answered|zero response|nothing back|
            nothing from|nothing came back) ~2 (since|from|for|on|about|to|yet|so far|back|until|till|in|at all|
            regarding|of|$)
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
        (walk*|danc*|skirt*|step*|beat*|talk*|tiptoe*|go|going|manoeuvr*) ~2 (around|round|about|past) ~1 (the (subject|
            question|bush|issue|topic|point|matter)|my question|it)
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
        (we'd|we had|i'd|i had|we|i|he'd|she'd|they'd|he|she|they|management|our director|the director|the board|
            everyone|customers|our users) [had|all|rather|really|always|naturally|certainly|originally|would|also|
            honestly|simply] (assumed|expected|understood|imagined|hoped|supposed|presumed|anticipated|reckoned|
            counted on|thought|pictured|envisaged|were hoping|were expecting|were counting|was hoping|was expecting|
            been given to|been led to|believed|took it) ~1 (that|the|a|for|to|more|it|we|you|this|our|your|would|better|
            something|on|at|an|from|by|after) ~12 (and|but|not|so|rather|covered|included|instead|more|better|faster|
            would|part|as|only|yet|surprise|by now)
        (our|my|the) ~1 (expectation*|understanding|assumption|impression|belief|hope|idea|hopes|reading) ~2 (was|were|
            had been|in|from|is|of|that)
        (it was) (our|my) (belief|understanding|expectation|assumption|impression)
        on the understanding that
        (in my mind|in my book|in our book|to my mind|in my view|in our view|in our eyes|by any standard|by any measure|
            for us|normally|usually|as a rule) ~1 (a|an|the|means|that|partners|this) ~8 (involves|means|includes|
            is more|more than|not|comes with|should|gets|get|looks different|would|covers)
        (sold|billed|advertised|described|presented|pitched|marketed|announced|promised|praised|introduced|
            labelled) ~2 (as|to us as|like)
        (guarantee|promise|offer|sla|proposal|contract|brochure|pitch|quote|quotation|spec|specification|specifications|
            brief|demo|plan|catalogue|website|presentation|datasheet|drawings|drawing|schedule|agreement|sales deck|
            slides|statement of work|order|mock-up|mockup|prototype) ~2 (gives|says|said|speaks|shows|showed|had|has|
            promised|promises|mentions|mentioned|specified|specifies|have|read|talks|talked|listed|lists|stated|states|
            included|foresees|spoke|guaranteed|described|called for|calls for) ~12 (we|it|ours|there|but|now|so far|
            only|got|get|what|instead|yet|not|here|took|takes|arrived|received|nothing|none)
        (ordered|asked for|paid for|booked|requested|agreed on|chose|picked|were promised|was promised|were shown|
            was shown|were offered|bought|signed up for|budgeted for|signed for) ~8 (and|but|not) ~2 (got|get|received|
            are getting|was sent|were sent|what we|had|found|have|came|what arrived|arrived|instead|this|not|it)
        (where) (is|are|was|were|'s) ~8 (pitch|proposal|promised|demo|presentation|offer|brochure|quote|contract|agreed|
            paid for|were shown|signed)
        for (a|an|such a) ~2 (premium|high-end|gold|platinum|professional|specialist|company of your|firm of your|
            agency of your|supplier of|enterprise|managed|top|expensive|product at|service at|service that|system that|
            dedicated|full-service|market leader|so-called)
        (slower|fewer|smaller|less|worse|shorter|poorer|weaker|later|narrower|thinner|longer|dearer|more expensive|
            lower) ~2 than ~3 (ordered|agreed|promised|expected|offered|quoted|planned|advertised|specified|before|
            hoped|thought|told|the sample|the old|demo|what|our old|last year's)
        (meant|supposed|intended|expected|designed|due) to ~14 (and|but|yet|instead|so far|only|still|not|now)
        (turn*|proved|proves|proving) ~1 (out|to be) ~4 (be|mean|only|not|just|nothing|a|an|less|different|extra)
        (came|comes|come) as ~1 (surprise|shock|disappointment)
        (unpleasant|nasty|bad|unwelcome) surprise
        (isn't|is not|aren't|not|wasn't) ~1 (the one|the ones|the same|the version|the model|the colour|the quality|
            the standard|the level|the service|the person|the material|the size|what was) ~2 (we|i|that|as|in|agreed|
            you|shown|ordered|promised|was|on)
        (have|has|had) (not|never|yet to) ~1 (materialised|materialized|come to pass|come true|happened|improved|
            delivered|lived up|brought|produced|worked as|been what|seen the|got any|noticed any|paid off)
        (haven't|hasn't|hadn't|didn't|don't|doesn't) ~1 (materialised|materialized|come true|improved|live up|lived up|
            bring|brought|produced|noticed any|seen any|meet our|match the|match what|match our|come across|resemble|
            convince|correspond)
        (would have|would've|'d have|i'd have|we'd have|should have|should've) ~1 (appreciated|liked|expected|welcomed|
            preferred|thought|wished|hoped|been told|been nice|been informed|been warned)
        (although|though|even though|while|whereas|despite) ~8 (agreed|promised|ordered|paid|quoted|included|specified|
            confirmed|guaranteed|contract*|offered|assured)
        (instead of|rather than|not) (the|a|an) ~4 (promised|agreed|ordered|quoted|advertised|expected|two|three|four|
            five|six|eight|ten|#|senior|dedicated|new|full)
        (awfully|remarkably|disappointingly|surprisingly|embarrassingly|pretty|rather|fairly|a bit|somewhat|
            quite) (patchy|standard|thin|slow|basic|ordinary|poor|bare|meagre|sparse|rough|weak|average|mediocre|empty|
            limited|amateurish|unfinished|superficial|generic|underwhelming|flat|shallow|short|lacking)
        (underwhelm*|mediocre|lacklustre|lackluster|half-baked|half-finished|half finished|unfinished|shadow of|
            pale imitation|a let-down|letdown|let down by|anticlimax|watered down|watered-down|stripped down|below par|
            sub-par|subpar|substandard|sub-standard|not up to scratch|not up to par|short of the mark|
            short of expectations|below expectations|not live up|wide of the mark|missed the mark|misses the mark|
            miss the mark|missing the point|far cry|leaves much|less than we|less than i|not the quality|
            nothing special|nothing like)
        (paid|paying|pay|charged|cost*|spent) ~6 (more|extra|premium|good money|top|third|full price|that much|
            kind of money|sort of money) ~8 (than|for|but|and|should|expect*|understanding)
        (the way it was (put|sold|presented|explained)|as it was (put|sold|presented|explained) to us|in the (workshop|
            demo|pitch|sales meeting|presentation) ~3 (we|it|you|they|was|were|would))
        (one person|dedicated|senior|experienced|native|same|personal|single) ~4 (agreed|promised|would|
            who) ~12 (instead|but|got|what we|have met|different|junior|trainee|intern|rota|student*)
        (are at|are only at|stand at|currently at|is at|was at|achieved|reached|come to|comes to|brought in|
            we have) ~2 # $
        (silly|naive|foolish|naively|perhaps naively) ~4 (thought|assumed|expected|believed)
        (normally|usually) ~6 (this (one|time)|not|instead|but)
        """,
        unless="""
        (faster|quicker|earlier|sooner|exceed*|surpass*|pleasant*|sorry|apolog*|thank*|happy|love*|great|glad|delighted|
            better than|than we feared|would have planned)
        (market*|prices|analyst*|earnings|economy|contraction|inventor*|traders|investment|storage|volatil*|museum)
        """,
        asks=None,
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
        (contrary to|despite|in spite of|notwithstanding|against|so much for|regardless of) ~3 (you|your|promise*|
            assurance*|assured|confirmed|agreed|commitment*|undertaking|guarantee*|what was|word)
        (promise*|undertaking|assurance*|commitment*|guarantee*|pledge*|word|agreement|deadline*|date|dates|
            appointment*|milestone*|target*|schedule|timetable|plan) ~8 (not been honoured|not been honored|
            not been kept|not been met|not honoured|not kept|not met|been missed|was missed|were missed|been broken|
            was broken|come and gone|came and went|gone by|have passed|has passed|passed without|worth nothing|
            worthless|meant nothing|forgotten|in the bin|slipped|slipping|expired|lapsed|empty|not been fulfilled|
            not fulfilled|never kept|never met|nothing has happened|out of the window|elapsed|went by|ignored|blown|
            moved again|been moved|been postponed|overdue)
        (was|were|should have been|should've been|ought to have been|were going to be|was going to be|supposed to be|
            meant to be|had to be|was to be|were to be|was to have been) ~2 (due|delivered|ready|finished|live|
            installed|done|shipped|sent|here|there|online|fixed|complete|completed|in place|up and running|on our desks|
            on my desk|in by|repaired|replaced|launched|connected|credited|refunded|with us|tested|handed over|migrated|
            printed|on site|on my) ~12 (still|yet|but|and|not|no|nothing|it's now|it is now|now|ago|last week|
            last month|yesterday|weeks|days|since|nobody)
        (due|promised|scheduled|planned|announced|agreed|expected|booked) (on|by|for|at|last|yesterday|in|
            before) ~10 (still|not|no|nothing|never|nobody|yet|missing|hasn't|haven't|isn't|wasn't|without|overdue|
            no sign|no one|late)
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
        (it is|it's|we are|we're|today is|that was|that is|this was|and it's) ~1 (now|already|nearly|almost|# days|two|
            three|four|five|six) ~1 (april|may|june|july|august|september|october|november|december|january|february|
            march|monday|tuesday|wednesday|thursday|friday|weeks|months|days|the #|noon|week|sprint)
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
        (stood up|let down|left waiting|waited in vain|waited all day|waited all morning|waited the whole|for nothing)
        (next sprint|any day now|almost there|nearly there|by the weekend|end of the week|soon|shortly|next week|
            next month|this week|tomorrow) ~3 (since|again|for weeks|for months|has been|was what|we heard|you said|
            they said|he said|she said|you wrote|you told|you promised)
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
            in no time|in the blink|in a heartbeat|a matter of minutes|before you know it|overnight|like magic|
            a no-brainer|won't know what hit|eat out of)
        (anything|whatever|everything|everything what|any request|any wish) ~1 (you|your) ~2 (need|want|require|ask|
            wish|dream*|heart|like|throw|fancy|imagine|can think|imaginable) ~2 (just|say|day|we|is|will|any|and|you|
            you'll|no|within)
        (just|only) say the word
        (cannot|can't|could not|couldn't|won't|will not|never|impossible to) ~1 (possibly fail|fail|go wrong|
            possibly go|miss|break|lose|crash|be hacked|be beaten|go down|regret|be late|disappoint)
        (nothing|no way|not a thing) ~2 (can|could|will) ~2 (go wrong|fail|break|happen|stop us)
        (never|not) ~1 (need|have to|hear|see|worry|think|be|touch|look|call|regret|lose|experience|wait|pay|
            deal) ~6 (again|another|ever|any more|anymore|elsewhere|for the rest|single)
        (you'll|you will|you can|you're going to) ~1 (never|forget about|stop worrying|be amazed|see miracles|
            be number one|be on page|double|triple|love every|be up and running|wonder how|thank me|throw away|
            sleep like|sit back|lean back|relax|rest easy|be blown)
        (forever|for ever|for all time|for life|once and for all|until the end of time|for eternity)
        (all|every|each|any) ~3 (bugs|box|boxes|issue|issues|problem|problems|wish|wishes|request|feature|features|
            deadline*|error*|customer*|page|pages|ticket*|shop|tills|requirement*|gap*|open points) ~6 (will be|by|
            this week|today|tomorrow|ticked|fixed|done|gone|solved|within|guaranteed|sorted|perfect|overnight)
        (beat|match|undercut|outdo|outperform|top) ~1 (any|every|all|anyone|anybody|everyone|whatever|the competition)
        (half|twice|double|third|quarter|tenth|fraction) ~2 (time|price|cost|speed|budget|as fast|as good|of the time|
            of the cost|of the price|the traffic|sales)
        (two|three|one|a couple of|# ) (hours|days|minutes|weeks|day|hour) (tops|max|maximum|flat|and it's|and you're|
            and we're|and done|easy|easily)
        (tops|flat out|easily|easy|no sweat|no question|guaranteed|without fail|for sure|for certain|bank on it|
            count on it|trust me|believe me|no doubt|sure sure|absolutely|definitely|hands down|no ifs|no buts) $
        (set your watch|bet my|bet the|bet your|stake my|eat my hat|put my name|put my hand in|swear on|cross my heart|
            hand on heart|money back|or your money|my word|you have our word|our solemn|on my life|on my mother|
            i promise|we promise|100 per cent|hundred per cent|hundred percent|one hundred per|thousand per cent|
            absolute certainty|complete certainty|dead certain|positively certain|with certainty|utmost certainty|
            total confidence)
        (no|not a single|zero|without any|without a|not one) ~1 (scenario|limit*|catch|learning curve|training|manual|
            interruption*|downtime|duplicates|error*|mistake*|hiccup*|delay*|surprise*|outage*|bug*|extra cost*|risk*|
            waiting|hassle|headache*|glitch*|data loss|second|exceptions|company on|customer who|system that|case|
            situation|problem we|task|project) ~6 (whatsoever|ever|at all|by|guaranteed|none|we|we can't|we haven't|
            could|couldn't|we couldn't|promise|not|zero|nothing|period|full stop|for|of any kind|in the)
        (no|any|not) ~2 whatsoever
        (the|our|your) ~3 (ever seen|ever had|in the world|on earth|in the world|on the planet|in the universe|
            in the whole country|in all of|in history|money can buy|in europe|you'll ever|you will ever)
        (best|smoothest|fastest|safest|cheapest|finest|easiest|strongest|biggest|perfect|most stable|
            most secure) ~4 (ever|in the|on the|you've|you'll|you will|anywhere|of all)
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
        (literally|simply|guaranteed to|bound to|certain to|sure to|can only|destined to) ~1 (cannot|never|impossible|
            unbeatable|succeed|win|work|be a success|go up|the best|be a hit|love|improve)
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
        (pay|paid|settle|settled|clear|cleared|transfer|transferred|remit|pays) ~8 (next week|next month|next quarter|
            after the|a week late|later|in instalments|in two|in three|in parts|half now|the rest|end of the month|
            end of next|once we|once the|once our|when our|when the|as soon as|until the|in january|in february|
            in march|in april|in may|in june|in july|in august|in september|in october|in november|in december|on the #|
            by instalments|monthly|bit by bit|over three|over the next|two of the|one of the|part of|instead of before|
            long ago)
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
        (our bank|the bank|our accounts|your account|our ledger|our books|account|books) ~3 (nothing|hasn't seen|
            has not seen|no trace|shows no|not seen|no record|hasn't received|has not received|doesn't show|
            shows nothing|not received|has nothing|shows as unpaid|open)
        (up to) ~3 (cleared|paid|settled) ~2 nothing
        (#|days|weeks|two weeks|three weeks|month|months|some days) (overdue|late|in arrears|past due|over terms|
            beyond terms|past the due|over the due|beyond the due|outside terms|over our terms|beyond our)
        (overdue|arrears|past due|unpaid|in default|dunning|payment reminder|delinquent|late payment|late fee|late fees|
            default interest|statutory interest)
        (not|isn't|aren't) ~1 (in question|disputed|contested|a question) ~6 (moved|just|later|time|only|bank|cash|
            funds|month)
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
            subtract|dock|docking|knock off) ~3 (back|half|second half|the rest|balance|fee|retention|amount|final|last|
            remainder|remaining|payment*|invoice*|instalment|# ~1 from|money|retainer|costs|from the|from your)
        (right of retention|right to retain|right to withhold|right of set-off|right of setoff|retention money|set-off|
            setoff|lien|withholding payment|abatement|reduce the fee|reducing the fee|reducing the monthly|
            reduced the monthly|price reduction)
        (don't|do not|doesn't|does not|not|no longer|never) ~1 (owe|owing|owed)
        (nothing|not a penny|not a cent|no amount) ~2 (is|was|are) ~1 (owed|owing|due|payable)
        (consider|regard|treat|deem) ~2 (bill|invoice|matter|account|it|this|amount) ~3 (settled|closed|paid|void|
            cancelled|withdrawn|done)
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
        asks=None,
    ),
    Group(
        "dispute.differs",
        0.5,
        """
        (we|i|my client|our client|our lawyers|management|our auditors|they|he|she) ~2 (dispute|disputes|contest|
            contests|deny|denies|reject|rejects|refute|refutes|challenge|challenges|object|objects|disagree|disagrees|
            differ|query|question|take issue|protest|object|repudiate)
        (see it|see this|see that|see things|read it|read that|read the|remember it|remember that|recall it|
            understand it|interpret it) ~2 (differently|otherwise|another way|the other way|quite differently)
        (differ|differs|differing|different|other|opposite|conflicting|contrary) (view|opinion|reading|interpretation|
            understanding|recollection|version|account|figure|total|count|result|conclusion|calculation)
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
        (charge*|invoice*|billed|invoiced|surcharge*|fee*|item*|line*|hours|overage|markup|mark-up|licence*|
            days) ~8 (never|not agreed|not ordered|nobody|no one|without|not approved|nor|wasn't|weren't|isn't in|
            not in the|not part|not covered|included|not mentioned|wrong|incorrect|twice|double|too many|too high|
            not delivered|duplicate*|unknown|unexplained|that did not|we did not|we didn't|i didn't)
        (twice|double|duplicate|two times) ~4 (charged|billed|invoiced|on the|invoice|bill|line|booked|item|listed|
            appears)
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
            not payable|not chargeable|not billable|free of charge|no charge|not owed|not our responsibility|not liable|
            yours)
        (not|isn't|wasn't|hardly|never) ~1 (what|how|as) (we|was|were|i|it was|had been|the contract) ~1 (agreed|agree|
            ordered|signed|discussed|contracted|understood|stipulated|specified|settled|says)
        (delivery note|order|invoice|bill|timesheet|list|statement|contract) ~6 (says|shows|lists|has|had|claims|states|
            gives|stated) ~8 (but|we|only|counted|received|got|there were|there was|actual|never|whereas|while|our|here|
            not)
        (we|our|i|the client|they) ~2 (counted|measured|count|measure|logged|recorded|received|weighed|clocked|make it|
            calculate|calculated|come to|comes to|arrive at|got|used|only had|only used) ~8 (not|instead|rather than|
            whereas|while|against|but|invoice|bill|charged|claim|contract says|you say|you bill)
        (why|how come|how) ~8 (on the bill|on the invoice|charged|billed|invoiced|on our bill|on this invoice|
            in the invoice|being charged|extra|surcharge|twice|so much|so high|double)
        (two|three|four|five|six|#|ten|twelve|eight) ~2 (call-outs|hours|days|visits|licences|units|seats|boxes|pallets|
            items|engineers|users|pages|lines|months|sessions) ~6 (there was|there were|only|we had|we counted|we got|
            was one|were two|not|never)
        (not|never) (of|for|from|on|the|at|to) ~4 (gross|net|munich|whole|only|but)
        (exclusive|commission|territory|lead|discount|bonus|rebate|margin|credit|deposit|penalty|warranty|
            liability) ~4 (is|was|were|has|had|isn't|wasn't|does|covers) ~4 (for|ours|not|per cent|of the|wrong|never|
            registered|only|on the|calculated|due|based|worked out|still)
        (correct|set straight|contradict|put right|rectify) ~1 (your|you|the record|one point|this|that|me)
        (for the record|with respect|i must correct|we must correct|i have to contradict|contrary to your|not as you|
            unlike what you|as opposed to what) ~4 (not|never|no|you|your|didn't|letter|claim|assertion|say|write|state)
        (you) (owe|overlooked|claim|assert|allege|maintain|contend|say|state|write|charged us|billed us|
            invoiced) ~10 (but|yet|we never|not|wrong|contract|in fact|actually|although|whereas|only|however)
        (defect|damage|fault|error|bug|crack|scratch*) ~3 (was there|were there|existed|was present|already|pre-dates|
            before handover|at handover|on arrival|on delivery|from the start|from day one)
        (did not|didn't|never|do not|don't|have not|haven't) ~2 (request|order|ask for|authorise|authorize|approve|sign|
            accept|agree|use|commission|book|instruct|want) ~3 (additional|extra|test*|service|this|these|that|any|the|
            premium|work|it|to|upgrade|option|hours|such)
        (unjustified|unwarranted|unfounded|unsubstantiated|disputed|contested|erroneous*|miscalculat*|wrongly|
            incorrectly|overbilled|overcharged|overcharge|overpaid|padded|arbitrary|unilateral*|retroactive*|
            null and void|not binding|inadmissible|unenforceable|no contractual basis)
        (nothing|not) ~3 (in the contract|in our contract|in the agreement|in the order|in the quote|in the sla|
            in the terms|in the offer|in the specification|in writing|in the minutes|to do with us)
        (have|has|was|were) (never|not) ~1 (been) ~1 (booked|credited|delivered|received|applied|agreed|deducted|
            taken into|recorded|refunded|reflected|mentioned)
        (on|off|in) ~2 (wrong|other) (base|basis|rate|tariff|price|quantity|assumption|premise|date|index)
        """,
        unless="""
        (sorry|apolog*|our mistake|our error|my mistake|no problem|agree with you|thank*|happy to|glad|
            unauthorised access|jinx|bug fix|password*|my own mistake|weekend work|for information|as agreed before|
            just to double-check)
        """,
        asks=None,
    ),
)
