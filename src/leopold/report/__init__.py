"""What a scan found, told to a program (`document`), to a terminal and as a page. All three say the same."""

from leopold.report.documents import Document, document
from leopold.report.pages import page
from leopold.report.terminal import notes, refusals, show

__all__ = ["Document", "document", "notes", "page", "refusals", "show"]
