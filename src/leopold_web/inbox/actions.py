"""What is done with imports: start one, run it to its end however often it is interrupted, say that it failed."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.text import get_valid_filename

from leopold.errors import SourceError
from leopold.faults import Fault
from leopold_web.accounts.models import User, Workspace
from leopold_web.inbox import jobs, reading
from leopold_web.inbox.models import Import, Source
from leopold_web.relationships.actions import analyse_relationships, analyse_workspace
from leopold_web.relationships.models import Relationship
from leopold_web.storage import storable

Given: TypeAlias = "UploadedFile[Any] | Path"


def start_import(
    workspace: Workspace,
    letters: Sequence[Given],
    ledger: Sequence[Given] = (),
    user: User | None = None,
    *,
    ask_first: bool = False,
) -> Import:
    """Ask for an import of uploaded files, or of files and folders on the server, and return it; a worker does it.

    With `ask_first` a person says of every table of the ledger what its columns mean before it is read.
    """
    for given in (*letters, *ledger):
        if isinstance(given, Path) and not given.exists():
            raise SourceError("source_missing", path=str(given))
    with transaction.atomic():
        made = Import.objects.create(workspace=workspace, started_by=user)
        kinds = [(Source.Kind.LETTERS, given) for given in letters] + [(Source.Kind.LEDGER, given) for given in ledger]
        for number, (kind, given) in enumerate(kinds):
            place = given.absolute() if isinstance(given, Path) else _kept(made, number, given)
            name = (given.name if isinstance(given, Path) else Path(given.name or "").name) or place.name
            asks = ask_first and kind == Source.Kind.LEDGER
            Source.objects.create(
                belongs_to=made, number=number, kind=kind, name=name[:500], path=str(place), ask_first=asks
            )
        jobs.request(f"import:{made.pk}", "import", made.pk)
    return made


def run_import(hold: jobs.Hold, pk: int) -> None:
    """Do an import, or what is left of it: read its sources chunk by chunk, then analyse what has changed.

    Tables that ask what their columns mean are passed over until somebody has answered, which may be meanwhile.
    """
    made = Import.objects.select_related("workspace").get(pk=pk)
    if made.is_over:
        return
    _begin(hold, made)
    while not made.rests:
        for source in made.sources.filter(finished=False, asks=False):
            reading.take(hold, made, source)
        _set(hold, made, state=Import.State.ANALYSING)
        analyse_workspace(made.workspace, made.today or made.workspace.today(), _Progress(hold, made))
        _end(hold, made)
    if made.is_over:
        shutil.rmtree(_uploads(pk), ignore_errors=True)


def fail_import(pk: int, fault: Fault) -> None:
    """Keep why an import came to nothing, for the person who waits for it."""
    kept = storable(fault.plain())
    Import.objects.filter(pk=pk).update(state=Import.State.FAILED, fault=kept, finished_at=timezone.now())
    # Nobody takes up a failed import again: letters that nobody needs are not left lying about.
    transaction.on_commit(lambda: shutil.rmtree(_uploads(pk), ignore_errors=True))


def run_analysis(hold: jobs.Hold, pk: int) -> None:
    """Analyse a workspace anew, since the day has changed."""
    workspace = Workspace.objects.get(pk=pk)
    analyse_workspace(workspace, workspace.today(), _Progress(hold, None))


def run_relationship(hold: jobs.Hold, pk: int) -> None:
    """Analyse one relationship anew, since somebody marked one of its alerts."""
    found = Relationship.objects.select_related("workspace", "organization").filter(pk=pk).first()
    if found is not None:
        workspace = found.workspace
        analyse_relationships(workspace, workspace.today(), {found.organization.key}, _Progress(hold, None))


def request_daily_analysis() -> None:
    """Ask for today's analysis of each workspace that has letters: silence and due dates move without any letter."""
    for workspace in Workspace.objects.filter(raw_letters__isnull=False).distinct():
        rest = (Import.State.DONE, Import.State.FAILED, Import.State.ASKING)
        at_work = workspace.imports.exclude(state__in=rest).exists()
        key = f"analyse:{workspace.pk}:{workspace.today()}"
        # What failed today fails again until somebody imports more or says whose the letters are.
        if not at_work and workspace.analysed_on != workspace.today() and not jobs.has_failed(key):
            jobs.request(key, "analyse", workspace.pk)


@dataclass(slots=True)
class _Progress:
    """Keeps the hold of an analysis, and shows how far it is where an import waits for it."""

    hold: jobs.Hold
    shown: Import | None

    def total(self, relationships: int) -> None:
        if self.shown:
            _set(self.hold, self.shown, relationships_total=relationships, relationships_done=0)
        else:
            self.hold.renew()

    def done(self, relationships: int) -> None:
        """To be called within the transaction of the work that was done."""
        self.hold.renew()
        if self.shown:
            Import.objects.filter(pk=self.shown.pk).update(relationships_done=relationships)


def _begin(hold: jobs.Hold, made: Import) -> None:
    if made.state == Import.State.WAITING:
        total = sum(reading.size(source) for source in made.sources.all())
        today = made.workspace.today()
        _set(hold, made, state=Import.State.READING, started_at=timezone.now(), today=today, bytes_total=total)


def _end(hold: jobs.Hold, made: Import) -> None:
    """End an import, or let it wait for a person; what was answered meanwhile is taken up first."""
    with transaction.atomic():
        hold.renew()
        Import.objects.select_for_update().get(pk=made.pk)
        left = made.sources.filter(finished=False)
        state = Import.State.READING
        if not left.filter(asks=False).exists():
            state = Import.State.ASKING if left.exists() else Import.State.DONE
        over = timezone.now() if state == Import.State.DONE else None
        Import.objects.filter(pk=made.pk).update(state=state, finished_at=over)
    made.state = state


def _set(hold: jobs.Hold, made: Import, **values: object) -> None:
    with transaction.atomic():
        hold.renew()
        Import.objects.filter(pk=made.pk).update(**values)
    for name, value in values.items():
        setattr(made, name, value)


def _uploads(pk: int) -> Path:
    return Path(settings.LEOPOLD_DATA) / "uploads" / str(pk)


def _kept(made: Import, number: int, given: UploadedFile[Any]) -> Path:
    """Keep an uploaded file until the import is done, under its own last name."""
    folder = _uploads(made.pk) / str(number)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    place = folder / _safe_name(given.name or "")
    with place.open("wb") as file:
        file.writelines(given.chunks())
    return place


def _safe_name(given: str) -> str:
    """Return a name for a file on this machine that resembles the one given, of which nothing may be usable."""
    try:
        return get_valid_filename(Path(given).name)[-150:]
    except SuspiciousFileOperation:
        return "file"
