"""Every error that the engine raises on purpose.

LeopoldError            a plain sentence for the person; the command line prints it and exits with 1
├── SourceError         a file or folder named by the user cannot be opened at all
└── LedgerError         an invoice or payment file whose columns cannot be understood
"""


class LeopoldError(Exception):
    """What went wrong, where, and how to mend it, in one sentence."""


class SourceError(LeopoldError):
    """A source named by the user cannot be opened."""


class LedgerError(LeopoldError):
    """A ledger file whose columns cannot be understood."""
