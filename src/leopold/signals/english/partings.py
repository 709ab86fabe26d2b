"""English: freer ways to say that one is leaving, or thinks of it."""

from leopold.signals.patterns import Group

GROUPS = (
    Group(
        "churn_intent.end",
        0.55,
        """
        (decided|chosen|opted|resolved|voted|agreed|minded|tempted|plan|planning|intend|intending|going|determined|
            forced) ~1 (to|not to|against) ~1 (leave|end|part|terminate|not renew|not extend|stop working|
            bring ~2 in-house|take our|continue without|go our own|renew|discontinue|leaving|renewing|renewal|extending|
            go separate|look elsewhere|move elsewhere|move away|move our|migrate away|wind down|close our account|
            switch provider*|switch supplier*|change provider*|change supplier*)
        (close|cancel|delete|terminate|deactivate|end) (our|my|the) ~3 (account|accounts|contract|subscription|service|
            services|retainer|membership|maintenance|agreement)
        (how|what) ~1 (do|can|would|could|must|should|is|are) ~3 (we|i|notice|to|the) ~3 (cancel|terminate|leave|
            get out|close our|export our|export all|transfer our|move our|notice period|exit|give notice|take our)
        (new provider|incoming provider|next provider|new host|new hoster|new integrator|another provider|
            another agency|another supplier|another host|different provider|different supplier|different agency|
            alternative provider|alternative supplier|second supplier|rival agency|rival supplier)
        (don't|can't|do not|cannot|hard to|difficult to|struggle to) ~1 see ~1 (us|ourselves|a reason|any reason|
            a future|how we|much point|the point|why we) ~4 (renew*|stay*|continu*|work*|future|together|another|
            with you|extend*|sign*|remain*|keep*)
        no (future|point|sense|basis|reason) ~3 (continu*|work* together|together|cooperation|going on|renew*|stay*|
            for us here|partnership|collaborat*|in carrying)
        (we're|we are|i'm|i am) ~1 (done|finished|through) (here|with you|with this|with your|after this|once)
        (i think|perhaps|maybe|probably|possibly|might be|may be|is) ~2 time ~2 (we|to|for us) ~3 (went|go|part|parted|
            moved|move|look|looked|separate|ended|end|leave|left|say goodbye|change|call it|try|find|stopped)
        (our|the) ~1 (last|final) ~1 (year|month|renewal|invoice|order|season|project|campaign) (with|from|together)
        (outside|beyond|after) (the|our|this) ~2 (contract|agreement|term|notice|period) ~3 (we (will|shall|won't)|no)
        (migrat*|moving|move|transferring|transfer|switching|leaving) ~4 (away from you|off your|from your platform|
            from you to|to another|to a new|elsewhere|out of your)
        (business|custom|budget|account|hosting|order|orders|work|money|mandate) ~2 (elsewhere|to someone else|
            to somebody else|to another|to others|to your competit*|to a competit*|away from you)
        (better|cheaper|similar|other|competing|attractive|good|second|another) (offer|offers|quote|quotes) ~3 (from|
            elsewhere|on the table|on my desk|in hand|already)
        (will|shall|would|may|might) ~1 (be our last|be the last|end here|end there|end with|end on|not be extended|
            not be renewed|expire at|lapse at|cease)
        (we|i|we've|i've|we're|we'd|i'd|it|it's|they) ~3 (outgrown|winding down|winding this down|parting|
            going our separate|separate ways|no future|see no future|fare better|be better off|better served|better off|
            better elsewhere|looking around|looked around|shopping around|sounding out|putting out feelers|
            talking to others|exploring other|exploring our|weighing our|weighing up|keeping our options|
            considering our|reviewing our options|reconsider*|rethinking|re-tendering|retendering)
        (separate ways|part company with you|part ways|call it a day|call time on|draw a line|pull the plug|jump ship|
            time for a change|time to move|time to go|time we went|time we moved|time to part|new home for|
            fresh start with|change of provider|change of supplier|change providers|change suppliers|change supplier|
            change provider|change agency|change agencies|change hosts|changing providers|good riddance|last one we|
            last job we|last order|last invoice from|last time we use|end of the road|last year with|final month|
            final year with)
        (contract|agreement|retainer|subscription|licence|license|deal|partnership|relationship|arrangement|plan|
            maintenance|hosting|support) ~6 (run out|lapse|not prolong|not be prolonged|not extend|not be extended|
            not renew|not be renewed|won't be renewed|will end|ends on|ends with|to an end|come to an end|ended|
            terminated|be terminated|discontinued|not be continued|won't be continued|expire without|without renewal|
            let go|cancel|is over)
        (we|we'll|i|i'll|to|shall|will) ~2 (let|letting|allow*) ~4 (run out|lapse|expire)
        (we|i|we're|i'm|our|hereby|formally|wish|notice) ~6 (terminat*|cancel*|discontinu*|not renew*|non-renewal|
            withdraw from|withdrawing from|exit|exiting) ~3 (contract|agreement|subscription|service*|retainer|account|
            plan|membership|licence*|partnership|arrangement|hosting|cooperation|collaboration|maintenance|support|
            engagement|relationship|project)
        (another|other|new|different|second|smaller|bigger|local|cheaper|nearer|rival|alternative|single) (firm|agency|
            company|provider|supplier|outfit|vendor|host|hoster|contractor|shop|integrator|partner|consultancy|
            house) ~6 (will|is going|going to|offered|offers|does|quoted|quote|takes over|take over|taking over|
            look after|instead|tempted|for half|chosen|signed|from|and it)
        (found|seek*|looking for|chosen|choose|choosing|selected|picked|appointed|engaged|hired|going with|gone with|
            opted for|moving to|moved to|switch* to|buy from|order from|talked to|speaking to|tried|
            trying) ~3 (alternative*|competitor*|rival*|replacement)
        (found|seek*|looking for|chosen|choose|choosing|selected|picked|appointed|engaged|hired|going with|gone with|
            opted for|moving to|moved to|switch* to|tried|trying) ~1 (another|new|different) (provider|supplier|agency|
            company|firm|host|partner|contractor)
        (find|need|want|look for|looking for|found) ~1 (somebody|someone|a partner|a firm|a supplier|an agency) (nearer|
            closer|else|local|cheaper|who can|who is|who has|bigger|smaller|that can)
        your (competitor|competitors|competition|rival|rivals)
        (reduce|reducing|cut|cutting|downgrade|downgrading|scale|scaling|trim|drop|shrink|halve) ~4 (from|seats|
            licences|licenses|package|contract|retainer|plan|scope|spend|users|down|hours|volume) ~3 (to|by|see|down|
            half|cheapest|smallest|minimum)
        (auth code*|epp code*|authinfo|transfer code*|transfer key*|auth-code*|authcode*|domain transfer|
            transfer of ~2 domain*|exit plan|exit clause|exit terms|full export|complete export|export of all|
            export all|all our data in|all of our data|handover to (another|the new|our new)|migrate away|
            migration away|data back|off-boarding|offboarding)
        (tempted|tempting|attractive|refreshing|half the price|half of that|cheaper) ~6 (offer|to go|to leave|to switch|
            elsewhere|competitor*|we're|we are|to accept|to move)
        (leave you|leave for|switch provider*|switch supplier*|switch tomorrow|jump ship|move away from you|walk away|
            go elsewhere|go somewhere else|take our business|take it elsewhere|buy elsewhere|look elsewhere|
            try elsewhere|pull out|bow out|stop using you*|stop working with you*)
        (we|i) (are|'re|am|will be|shall be|have decided on) ~1 (leaving|gone|going elsewhere|moving away|moving on|
            quitting|pulling out|done with you|through with you|finished with you) $
        but we are leaving
        (don't|do not|no need to|needn't|please don't) ~1 (bother|reserve|send|prepare|plan|count|renew|place|extend|
            schedule|quote) ~6 (renewal|offer|quote|capacity|next year|further orders|any more|extension|proposal|
            for us|on us|our behalf|new contract)
        (won't|not|no longer|neither) ~3 (needing|requiring|using|place|placing|order|ordering|renew|renewing|prolong|
            continuing|extend|sign|signing) ~4 (your|orders|services|service|contract|from you|with you|another|
            any more|anymore|further|beyond|next year|agreement|subscription|licence*|retainer)
        (in-house|in house|do it ourselves|run it ourselves|own team|insourc*) ~3 (from|instead|next|why|in future|
            cheaper|would|could)
        (bring*|take|taking|do|doing|handle|handling|move|moving|run|running|host|hosting|build*|pull*|
            mov*) ~4 (in-house|in house|ourselves|back inside|internally|to our own)
        (stay with you|keep us|keeping us|keep our business|hold on to us|win us back|lose us|losing us|retain us|
            stay as a|staying with you|remain a customer|remain with you|remain your|reason to stay|reasons to stay|
            convince us to stay|why we should stay|sign for another|sign another)
        (way|how|cost*|possible) ~4 out of ~3 (contract|year|deal|agreement|term|commitment|clause|lease|subscription)
        (already|gone|going|went|switched|moving|moved|goes|go|migrat*) ~2 (back to|over to|across to|to) ~2 (old tool|
            old system|old provider|competitor*|another|other|someone else|somebody else|microsoft|google|in-house|
            excel|cloud)
        (put|putting|goes|go|going|went|is|be|are) ~3 (out to tender|to tender|up for tender|up for grabs|tendered|
            re-tendered|retendered|out for quotes|out to bid)
        (tender|rfp|pitch|beauty contest|shortlist|bid|bids|quotes) ~4 (others|other|elsewhere|three|competing|against|
            next provider|replacement|new provider|alternative*)
        (when|once|as soon as|after) ~6 (contract|current order|term|project|agreement|order|year|period|notice|
            licence) ~6 (we (intend|plan|will|want|are going|shall)|we'll|directly|elsewhere|not|no more|leave|end)
        (isn't|not|aren't) ~1 (the|our|your) only (shop|game|supplier|show|fish|provider|one|agency)
        (order|buy|purchase|get) ~3 (directly|elsewhere|from your|from another|from someone|from somebody|from others|
            from the manufacturer)
        (last|final) ~1 (contract|order|project|invoice|job|campaign|renewal) ~2 (with|we|from|for) ~2 (you|place|do|
            with)
        (if|once|in case|when) we (leave|part|left|go|move|split|separate|switch|cancel|end|quit)
        (recommendation|advice|vote|decision|suggestion|preference|verdict) ~4 (leave|switch|change|go|move|end|
            terminate|cancel|drop|not to renew)
        (ready|prepared|close|about|inclined|tempted|minded) to (leave|switch|cancel|walk|move|end|terminate|
            go elsewhere)
        """,
        unless="""
        (refund policy|glad|happy|delighted|pleased|thank*|cancelled meeting|meeting|unlike|sorry to|better than|
            ship your)
        (not|never|won't|don't) ~3 (leave you|let you|to terminate|to cancel|to leave|to end)
        (event|course|booking|room|hotel|flight|webinar|lunch|session|appointment)
        """,
    ),
)
