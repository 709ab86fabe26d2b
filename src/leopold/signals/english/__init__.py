"""English words that the phrases of every family share."""

SETS: dict[str, str] = {
    "no": "not never no don't doesn't didn't won't can't cannot haven't hasn't hadn't isn't aren't wasn't weren't "
    "wouldn't couldn't shouldn't dont doesnt didnt wont cant havent hasnt isnt wasnt",
    "havenot": "haven't hasn't hadn't didn't havent hasnt didnt never",
    "we": "we i",
    "you": "you your yours you've you're you'd you'll",
    "is": "is are was were be been being am",
    "pay": "pay paying payment* settle settling settled paid",
    "bill": "invoice* bill bills billing fee fees amount* balance statement*",
    "staff": "team teams people staff support helpdesk hotline desk engineer* technician* developer* installer* "
    "consultant* colleague* salesman saleswoman salesperson salespeople sales rep reps manager* director office side "
    "guy guys lads man men company firm agency department accounts lead crew contractor* subcontractor* driver* "
    "trainer* designer* operator* programmer* admin admins administrator* boss committee users user board md ceo "
    "monitoring system warehouse finance marketing procurement",
    "when": "today tonight tomorrow noon midnight monday tuesday wednesday thursday friday saturday sunday january "
    "february march april may june july august september october november december",
    "deed": "ignored deleted wiped erased lost broke forgot altered removed pulled unplugged overwrote corrupted "
    "misled lied hid concealed withheld neglected refused failed skipped bypassed leaked copied stole "
    "lifted poached damaged ruined wrecked crashed exposed invented fabricated disabled disconnected "
    "severed misconfigured mishandled mislaid misplaced dropped smashed scratched disregarded overrode "
    "tampered fobbed abandoned sabotaged botched bungled overlooked missed cut locked drilled flooded "
    "dismissed deceived falsified doctored backdated fudged",
    "authority": "regulator* ombudsman commissioner police court courts tribunal board ceo coo cfo cto md chairman "
    "chair chairwoman trustees owner owners minister ministry council authority authorities committee "
    "procurement press newspaper* lawyer* solicitor* attorney* barrister counsel insurer* association "
    "chamber mediator arbitrator* arbitration inspectorate shareholders auditor* directors director "
    "president vp management headquarters legal watchdog executive executives",
    "ordinal": "second third fourth fifth sixth seventh eighth ninth tenth nth umpteenth",
    "number": "once twice second third fourth fifth sixth three four five six several",
}

_COMMONEST = """
    to the you and a i of for your in please if on we this that with me have can be is at get it or will would
    like are as want from our not call any us discuss my know so up email about make do by out but need an time
    week all send let meeting what give could when now forward more next don't just help tomorrow see was new
    here day go some may should how available think i'm one also these address information which there back
    today meet take free they monday has questions going getting them receive below sure together other use
    issues work try check into visit he no before look contact possible join talk i'll been click list e-mail
    right add mail very him find had did review come last friday schedule over you'd their might then message
    thursday support number after lunch group set account conference off dinner first deal she business good
    great were phone able share copy you're further who following keep night still two his access few her i'd
    date days attached wednesday best provide given book love feel open update something where guys chance let's
    start tell minutes future well every home through office because much most discussion read people lets team
    service since discussed change ensure regarding soon we'll way plan sent follow things happy order note only
    looking wanted page info again emails weeks longer changes comments than until offer leave view does morning
    company hope data credit tuesday online weekend better process really opportunity it's save why complete
    year even hear mark product letter shall confirm continue while another energy believe download got too
    around those during using life between request feedback options services can't both sunday maybe market site
    price provided place many via mind doing didn't probably afternoon buy point job agreement due thanks final
    project event delivery we'd name you'll put tonight thing financial same customers however needs i've period
    makes we're we've you've that's haven't never nothing customer months said told hi am being its each own
    thank must dear such
    """

COMMON: dict[str, int] = {word: 2000 // (place + 1) + 5 for place, word in enumerate(_COMMONEST.split())}
"""The commonest words of business mail, the most frequent first, and about how often each stands in 60,000 words."""
