"""English: the words that make up a turn's manner. A star stands for any ending; two words stand side by side."""

WORDS = {
    "you": "you your yours yourself yourselves you're you've you'll you'd ur u",
    "i": "i me my mine myself i'm i've i'd i'll im",
    "we": "we us our ours ourselves we're we've we'll we'd let's lets together both",
    "hostile": """
        absurd* arrogan* asinine asshole* attack* bigot* bull bullshit bully* childish clown* clueless coward* crap
        crazy delusional* despicable disgust* dishonest* disrupt* douche dumb dumbass embarrass* fool* fraud* fuck*
        garbage harass* hate* hell hypocri* idiot* ignoran* incompeten* insan* insult* joke lame laughable liar* lie
        lied lies loser* lying malicious* mindless moron* nazi* nonsens* obnoxious offensive outrag* paranoi*
        pathetic* petty pig pompous pointless pov-pushing propagand* racist* rant* retard* ridicul* rubbish rude*
        sabotag* shame* shit* shut sick silly smear* sneer* stalk* stupid* suck* threat* troll* trash twist* ugly
        vandal* vile whin* worthless wtf
        """,
    "blame": """
        accus* abus* assum* biased blame* blam* breach* complain* complaint* deliberate* deni* deny* disregard* evad*
        fail* failed false* fault* ignor* mislead* misrepresent* mistak* neglect* never-ending obstruct* overdue
        refus* repeated* unacceptable unfair* unjust* unprofessional* unreasonable unwilling violat* wrong* wrongly
        unilateral* inaccura* irrelevan* invalid* unsubstantiated unfounded agenda censor* contradict* revert* delet*
        "your problem" "your fault" "your own" "you people" "bad faith" "no right" "how dare" so-called
        "not acceptable"
        """,
    "absolute": """
        all always anybody anyone anything completely constantly entire* ever every everybody everyone everything
        forever never nobody none nothing nowhere only totally utterly whatsoever whole absolutely whatever again
        "at all" "no one" "once again"
        """,
    "negation": """
        no not nor neither cannot can't don't doesn't didn't won't wouldn't shouldn't couldn't isn't aren't wasn't
        weren't haven't hasn't hadn't ain't without hardly dont cant wont
        """,
    "hedge": """
        almost apparently appears arguably around basically could feel guess generally likely maybe might mostly often
        perhaps possible possibly probably quite rather seem seems seemed somewhat sometimes suggest suppose sure
        think thought usually wonder* would "kind of" "sort of" "not sure" "as far" "in my" "i believe"
        """,
    "polite": """
        appreciat* grateful* kindly please regards thank thanks thankyou welcome greetings cheers hello hi hey dear
        "good morning" "good afternoon" "would you" "could you" "if possible" "looking forward"
        """,
    "concede": """
        agree agreed agrees apologi* sorry concede* conced* understand understood granted accept accepted fair oops
        "good point" "fair point" "fair enough" "you're right" "my mistake" "my fault" "my bad" "good idea"
        "makes sense" "no problem" "point taken" "i see" "happy to" "my apologies" "well said" "true but"
        """,
    "contrast": """
        although but despite however instead nevertheless nonetheless still though unless whereas while yet rather
        "on the" "even if" "even though" "rather than"
        """,
    "certain": """
        actual actually certainly clear clearly course definitely exactly evident* fact facts honest honestly indeed
        just literally obvious* plain plainly real really simple simply surely truth undoubtedly very
        """,
    "why": """
        how what when where which who why whose whom
        """,
    "must": """
        should must shall ought required requires need needs needed supposed obliged allowed forbidden policy policies
        rule* "have to" "has to" "need to" "had to"
        """,
    "propose": """
        alternativ* compromise* consensus consider* discuss* draft* offer* option* propos* solution* solve*
        suggestion* try improv* help* add adding change fix* work working resolve* meet "let's" "how about" "what if"
        "what about" "shall we" "could we" "can we" "i'll" "i will" "we can" "we could"
        """,
    "meta": """
        admin* ban banned block* boss civil* complaint* court director escalat* incivil* lawsuit lawyer* legal manager
        moderat* mediat* personal* police report* remark* sue sued tone warn* attitude behavio* respect* disrespect*
        accusation* sockpuppet* conduct npa "personal attack" "personal attacks" "ad hominem" "grow up"
        "your behavior" "your attitude" "stop it"
        """,
    "warm": """
        amazing awesome beautiful best better delight* excellent fine friend* fun glad good great happy helpful hope
        hopefully interesting kind like love* lovely nice pleas* perfect* super well wonderful useful enjoy* luck haha
        lol
        """,
    "order": """
        stop read show look go try prove do don't get give take learn check explain tell leave keep let come see
        remember answer admit consider note quit be find provide name cite use bring stay wait make
        """,
}
