"""English: praise, thanks and patience that mean the opposite."""

from leopold.signals.patterns import Group

GROUPS = (
    Group(
        "sarcasm.praise",
        0.5,
        """
        (famous|legendary|celebrated|much-praised|renowned|vaunted|award-winning|so-called|world-class|world-famous|
            state-of-the-art|much-advertised|five-star|legendarily|proverbial) ~1 (support|service|helpdesk|hotline|
            response|quality|reliability|uptime|speed|team|experts|expert|update|updates|care|responsiveness|efficiency|
            backup|backups|process|attention|24|customer|"|solution|fix|priority|transparency|automation|ai|punctuality)
        (what) (a|an) ~1 (relief|achievement|surprise|coincidence|treat|joy|triumph|success|idea|honour|privilege|
            comfort|luxury|bargain|performance|masterpiece|start|service|thrill|innovation|efficient|improvement) ~3 $
        (always|ever) ~1 (a pleasure|nice|good|lovely|fun|a joy|comforting|reassuring|heartening) to ~8 (again|
            hear that|be told|learn|know that|see that|find|read|wait|hold|be ignored|discover|explain)
        (can hardly wait|on the edge of my|bated breath|breathless|riveting|sitting on the edge)
        (who knew|who'd have|rumour has it|rumor has it|news flash|newsflash|plot twist|slow clap|fancy that|stop press|
            hold the front)
        (spoiled|spoilt|spoiling) (us|for|me)
        (remind me) ~1 (again|what|why|how|who|which)
        (must be) ~1 (lovely|nice|wonderful|great|fun|a record|magic|relaxing|very|so)
        (my|our|your) ~1 (favourite|favorite) (part|bit|feature|line|sentence|excuse|hobby|pastime|colour)
        nothing (says|like|beats)
        (saga|adventure|fun|suspense|mystery|joy|story|comedy|excitement|show) (continues|goes on|never ends|that keeps|
            must go)
        (impressive|respectable|proud|mere|whopping|cool|brisk|breathtaking|lightning|grand total of|record) (nine|
            eight|seven|six|five|four|three|two|ten|eleven|twelve|#|a hundred) ~1 (hours|days|weeks|months|minutes|
            reminders|attempts|times|percent|emails|calls|versions)
        (at this|at that|at the current) (rate|pace|speed) ~8 (retire*|grandchildren|christmas|next year|century|easter|
            dead|never|finished by|done by|decade|2030|pension|spring)
        (a|the) (true|real|genuine|veritable|minor|small) (miracle|triumph|feat|masterpiece|innovation|revelation|
            work of|stroke of|novelty|sensation|breakthrough|treat|blessing|artist*|talent)
        (glad|happy|pleased|good|nice|great|lovely|delighted) ~1 (to|that|we|you) ~8 (after only|only three|only two|
            only #|at least someone|at last somebody|for once|still working|not alone|not the only|amused|sleep well|
            enjoying|having fun|on holiday|so relaxed|so busy|found time|find time)
        (another|yet another) (triumph|success|victory|masterpiece|milestone|highlight|stroke|glorious|brilliant|
            wonderful|fantastic|great|perfect|splendid|lovely|proud)
        (stroke of genius|sheer genius|pure genius|genius idea|brilliant idea to|great idea to|clever idea to|
            good thinking to|smart move to|nice touch to|bold move|bold choice|brave decision|inspired choice|
            inspired idea|lovely touch|nice touch)
        (thank|thanks) ~2 (goodness|heavens|god) ~8 (nobody|no one|nothing|otherwise|imagine|survey|hold music)
        (as|just as) ~1 (useful|helpful|effective|reliable|fast|quick|clear|informative|much use|much help) as ~1 (a|an|
            the|ever|watching) ~4 (chocolate|teapot|glue|snail|paper|brick|wall|door|umbrella|stone|mud|fish|sieve|
            handbrake|ashtray|weather|pigeon|post|paint)
        (perhaps|maybe|possibly|should we|shall we|shall i|should i) ~2 (try|ask|call|write|send|use|consult|hire|phone|
            buy|paint|install|knit|build) ~4 (prayer|pope|oracle|pigeon*|fax|telegram|telegraph|postcard|psychic|
            magician|drums|priest|astrologer|unicorn|abacus|candles|typewriter|carrier|letter by|horse|bottle|exorcist)
        ^ (oh|well|ah|how|so|and|but|yes|sure) ~1 (superb|splendid|marvellous|wonderful|brilliant|fantastic|lovely|
            charming|delightful|terrific|super|joy|wow|bravo|magnificent|fabulous|tremendous|impressive)
        ^ (superb|splendid|marvellous|magnificent|charming|delightful|tremendous|bravo|hooray|hurrah|hurray|wow|yay)
        ^ (great|lovely|brilliant|excellent|fantastic|wonderful|perfect|super|terrific|nice|good|impressive|clever|
            amazing|outstanding) ~6 (another|yet another|again|outage*|offline|down|crash*|wrong|broken|lost|empty|
            nobody|delay*|late|missing|ignored|survey*|failed|fail*|wait*|deleted|invented|blank|upside|without|queue|
            hold|no one|dead|useless|frozen|twice|gone|disappeared|vanished|three weeks|bug*|closed|chatbot)
        (thank you|thanks|cheers|many thanks) ~2 for ~4 (@ordinal|another|yet another|again|nothing|not|losing|deleting|
            breaking|ignoring|outage*|surprise|wasting|ruining|confusion|reminding us|silence|survey|informing|
            letting us know after|heads-up ~2 after|sharing our|leaving)
        (thanks a bunch|thanks a million|thanks ever so|thanks so very|just what we needed|exactly what we needed|
            just what i needed|as if we needed|all we needed|what every)
        (congratulations|congrats|hats off|well done|bravo|kudos|chapeau|compliments|applause|round of applause|
            standing ovation|full marks|top marks|ten out of ten|gold star|gold medal|medal|trophy|award|prize|oscar|
            olympic*|world record|guinness|nobel|masterclass|work of art|masterpiece|museum|poetry|magic trick|houdini|
            miracle*|hall of fame) ~8 (late|lost|again|outage*|incident|another|without|for whoever|nobody|wrong|
            missing|breaking|failing|losing|timesheet*|invent*|creativ*|delay*|disappear*|fail*|three|four|five|weeks|
            ignor*|broken|down|empty|hold|hiding|vanish*|only|excuse*|creative|fiction|answer*|crash*|error*|record)
        (how|very|most|really|so) (thoughtful|clever|kind|considerate|generous|reassuring|comforting|convenient|helpful|
            ingenious|inventive|touching|practical|efficient|charming|refreshing|modern|sweet|efficient|decent|
            imaginative|creative|original|brave|bold) (of|to|that)
        (do|please do|oh do) let (us|me) know (if|when|should|in case) ~8 (gets|get|in the way|bother*|disturb*|
            convenient|trouble*|interrupt*|too much|inconvenien*)
        (do|must|have to|can only|really do|rather) admire (your|the|how)
        (heaven forbid|god forbid|perish the thought|far be it|bless them|bless your|bless him|if only|silly old me|
            silly me|how silly|foolish of me|foolish me|naive me|stupid me|pardon me for|excuse me for|forgive me for)
        (no rush|take your time|no hurry|no pressure|don't worry|don't hurry|whenever you) ~4 (only|it's just|just the|
            just our|it is only|we only|i only|we've only|merely|once every|customers can)
        (by all means|shall we|should we|perhaps we|maybe we|why don't we|let's|maybe you|perhaps you|why not) ~2 (take|
            put out|hang|frame|print|celebrate|have a meeting about|send flowers|bake|throw a party|open the champagne|
            open champagne|buy|pray|light a candle|sacrifice|ask the|use carrier|send a pigeon|send pigeons|fax|
            switch to smoke|form a committee|write it on|dance|flip a coin|roll a dice|ask an oracle)
        (one|you|anyone|somebody) (could|might|would) [almost] (almost|nearly|be forgiven|be tempted|think|
            be inclined) ~1 (think|thinking|believe|for thinking|to think)
        ^ (at least|the good news is|on the bright side|on the plus side|look on the bright|the upside is|
            one consolation|some consolation|looking on the bright)
        (if) ~2 (slides|excuses|meetings|promises|apologies|words|tickets|reminders|emails|surveys|buzzwords|delays|
            silence|invoices|powerpoint) ~4 (could|were|had|paid|was|would|counted|solved|fixed|generated)
        (i'll|i will|i shall|we'll|we shall|we will|might|i might|should|i could) ~1 (frame|add it to|add that to|
            hang it|treasure|cherish|keep it in|file it under|put it with|have it framed|print it|light a candle|
            set my watch|mark the calendar|mark it in|inform the|alert the|tell the grandchildren|tell my grandchildren)
        (look|looking|looks) forward to (explaining|telling|another|the next|hearing why|the fourth|the fifth|the third|
            your next|many more|seeing how|the day|my next|a further|the sequel|part two|next week's)
        (thrilled|delighted|overjoyed|honoured|privileged|flattered|touched|ecstatic|pleased|relieved|glad|reassured|
            comforted|heartening|comforting|good|nice|lovely|great|wonderful|encouraging|refreshing|fascinating|
            delight) (to|that) ~12 (third|fourth|fifth|nobody|no one|late|lost|wrong|delay*|error*|outage*|broken|fail*|
            learning curve|apologised|deleted|survey|queue|excuse*|ignored|chatbot|missing|bug*)
        (very|so|ever so|quite|really) (pretty|clever|beautifully|elegant*|nicely|stylish*|creative|modern|
            colourful) ~6 (now takes|but|except|only|ignored|to hide|nothing|empty|wrong|fewer|no one|nobody|it now|
            does not|doesn't|error|shame|pity)
        (error|maintenance|outage|apology|404|hold|waiting|queue|fault|holding|downtime) ~1 (page*|message*|music|text*|
            screen*|notice*|loop) ~4 (beautiful*|lovely|nice*|excellent|elegant*|pretty|designed|fast*|soothing|great|
            well written|masterpiece|wonderful|relaxing|by heart|poetry|charming|delightful)
        (naturally|of course|obviously|needless to say|evidently|clearly|apparently|presumably|no doubt|
            surely) ~8 (the weather|another fix|nobody could|coincidence|magic|our fault|my fault|the moon|
            needed another|the customer's|only human|a feature|by itself|as usual|optional|the dog|the intern)
        (it's|it is|that's|that is|this is|must be) ~1 (a feature|not a bug|optional|a mystery|an art|a tradition|
            a record|a new record|modern art|some achievement|an achievement|quite an achievement|quite a feat|
            quite something|the new normal)
        (jubilee|silver jubilee|centenary|old enough to|school age|grow* a beard|grown moss|cobwebs|collecting dust|
            gathering dust|went extinct|dinosaur*|ice age|stone age|geological|next century|this century|
            this millennium|in my lifetime|before i retire|before retirement|when hell|pigs fly|pigs might|
            carrier pigeon*|smoke signal*|crystal ball|tea leaves|horoscope|telepath*|mind reader*|mind-reader*|
            clairvoyan*|fortune teller|lottery)
        (i'm sure|no doubt|i am sure|surely|perhaps|maybe|i trust|i am confident|we trust) ~2 (the @ordinal|
            another survey|another meeting|another form|one more meeting|a survey|yet another)
        (in a row|on the trot|and counting|who needs|who would need|who'd have thought|who would have thought|
            whatever next|what's next|only human|there's always next|better late than|as ever|business as usual|
            true to form|like clockwork|without incident|a whole afternoon|a whole day|an entire) ~5 (mondays|outage*|
            late|again|sleep|customers|phones|backup*|down|breaks|crashes|fails|website|data|password*|electricity|
            emails|working|without an|consistency)
        (well|that|it) ~1 went (well|splendidly|swimmingly|brilliantly|beautifully|perfectly) $
        (does|did|doing|done|works) wonders for (my|our|the)
        (so) (the|your|that|this|24) ~3 (unlimited|guaranteed|24|premium|priority|instant|express|permanent|seamless|
            dedicated|real-time|fully) ~4 (ends|means|is|was|stops|excludes|only|closed|takes|lasts|has)
        (only|merely|a mere|just) (#|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (weeks|months|days|
            reminders|calls|attempts|hours|tries|years) ~4 (late|to get|to answer|to find|to reply|to notice|to arrive|
            not bad|impressive|a record|this time|for a)
        (getting|gets|got) some use
        (kindly|patiently|helpfully|graciously|generously|thoughtfully|cheerfully|proudly) (explained to|informed|
            advised|suggested|reminded|told|offered|pointed|ignored|deleted|forgot)
        """,
        unless="(pleased|happy|glad) to (hear|see|know) (from|you|that you)",
    ),
)
