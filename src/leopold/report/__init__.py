"""What a scan found, told to a program (`document`), to a terminal and as a page. All three say the same."""

from leopold.report.document import Document, document
from leopold.report.page import page
from leopold.report.terminal import notes, show

__all__ = ["Document", "document", "notes", "page", "show"]
