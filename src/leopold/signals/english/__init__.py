"""English words that the phrases of every family share."""

from leopold.signals.sentences import words

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
    "when": "today tonight tomorrow noon midnight monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december",
    "deed": "ignored deleted wiped erased lost broke forgot altered removed pulled unplugged overwrote corrupted misled "
    "lied hid concealed withheld neglected refused failed skipped bypassed leaked copied stole lifted poached damaged "
    "ruined wrecked crashed exposed invented fabricated disabled disconnected severed misconfigured mishandled mislaid "
    "misplaced dropped smashed scratched disregarded overrode tampered fobbed abandoned sabotaged botched bungled "
    "overlooked missed cut locked drilled flooded dismissed deceived falsified doctored backdated fudged",
    "authority": "regulator* ombudsman commissioner police court courts tribunal board ceo coo cfo cto md chairman chair "
    "chairwoman trustees owner owners minister ministry council authority authorities committee procurement press "
    "newspaper* lawyer* solicitor* attorney* barrister counsel insurer* association chamber mediator arbitrator* "
    "arbitration inspectorate shareholders auditor* directors director president vp management headquarters legal "
    "watchdog executive executives",
    "soon": "today tonight tomorrow noon midnight monday tuesday wednesday thursday friday saturday sunday january "
    "february march april june july august september october november december week month weekend easter christmas",
    "ordinal": "second third fourth fifth sixth seventh eighth ninth tenth nth umpteenth",
    "number": "once twice second third fourth fifth sixth three four five six several",
}

COMMON = words(
    """
    a an the i we you he she it they me us him her them my our your his its their this that these those is are was
    were be been being am have has had do does did will would shall should can could may might must not no and or
    but if so as at by for from in into of on to up with about again all any both each more most other some such
    than too very just now then there here when where why how what which who out over only own same also still one
    two don't i'm we're you're i've we've you've it's that's let's i'll we'll you'll get got need like please
    thanks thank hi dear know see
    """
)
