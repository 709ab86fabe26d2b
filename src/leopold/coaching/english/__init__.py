"""English words that the phrases of every family share."""

from leopold.signals.english import COMMON as COMMON
from leopold.signals.sentences import words

SETS: dict[str, str] = {
    "they": "you team people colleague colleagues engineer engineers developer developers side admin admins "
    "accountant accountants department staff company guys boss manager client clients",
    "end": "terminat* cancel* suspend* stop stopping block blocked close disconnect* freeze sue withdraw* cut unplug",
    "do": "fix repair solve resolve send provide deliver prepare finish complete check look come reply answer "
    "respond inform update call write let refund return correct improve sort take arrange do make investigate review "
    "clarify find contact start add replace install publish notify tell handle address forward give ship transfer "
    "migrate restore adjust change settle pay reimburse discuss analyse analyze examine work",
    "done": "fixed repaired solved resolved sent provided delivered prepared finished completed done ready refunded "
    "corrected improved sorted replaced installed published restored online available settled dealt handled",
}

NEGATIONS = words(
    """
    not no never don't doesn't didn't won't can't cannot haven't hasn't isn't aren't wasn't weren't wouldn't nobody
    nothing without
    """
)
