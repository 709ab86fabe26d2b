"""What a round table keeps."""

from leopold_web.round_tables.models.bargain import (
    Acceptance,
    OptionLink,
    PrivateAnswers,
    Proposal,
    Round,
    TableIssue,
    TableOption,
)
from leopold_web.round_tables.models.later import (
    CheckAnswers,
    DeadlineWish,
    Improvement,
    ImprovementReply,
    SeatChange,
    SeatPhrase,
)
from leopold_web.round_tables.models.record import Exhibit, Expectation, Fact, FactAnswer, Remark
from leopold_web.round_tables.models.settled import Agreement, AgreementPoint, FollowUp, Signature, SigningCode
from leopold_web.round_tables.models.tables import (
    Invitation,
    RefusedLink,
    RoundTable,
    Seat,
    SeatClock,
    StageClock,
)

__all__ = [
    "Acceptance",
    "Agreement",
    "AgreementPoint",
    "CheckAnswers",
    "DeadlineWish",
    "Exhibit",
    "Expectation",
    "Fact",
    "FactAnswer",
    "FollowUp",
    "Improvement",
    "ImprovementReply",
    "Invitation",
    "OptionLink",
    "PrivateAnswers",
    "Proposal",
    "RefusedLink",
    "Remark",
    "Round",
    "RoundTable",
    "Seat",
    "SeatChange",
    "SeatClock",
    "SeatPhrase",
    "Signature",
    "SigningCode",
    "StageClock",
    "TableIssue",
    "TableOption",
]
