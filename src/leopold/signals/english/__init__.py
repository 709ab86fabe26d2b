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
