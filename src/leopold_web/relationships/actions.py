"""From the letters and the ledger of a workspace to its relationships: the engine's own path, kept as rows."""

from __future__ import annotations

import hashlib
import logging
import time
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from datetime import time as clock
from functools import partial
from typing import Final, Protocol

from django.conf import settings
from django.db import transaction
from django.db.models import F

from leopold import __version__, model
from leopold.commitments.following import Entered
from leopold.correspondence.people import infer_ours
from leopold.errors import LeopoldError
from leopold.relationships import analyse
from leopold.relationships.alerts import line_of
from leopold.relationships.learning import Mark
from leopold.scanning import gathered, known_by
from leopold.second_reader.consulting import Consultation
from leopold.second_reader.weighing import Analysis
from leopold_web.accounts.models import Workspace
from leopold_web.commitments import finding, following
from leopold_web.inbox.letters import messages_of
from leopold_web.learning.actions import limits_of, marks_of, ration_workspace
from leopold_web.receivables import matching
from leopold_web.receivables.seeing import renewing
from leopold_web.relationships.models import Organization
from leopold_web.relationships.rows import key_of_organization, write

log = logging.getLogger(__name__)

TURN: Final = 20
"""Relationships after which others who write get a turn."""


KEPT: Final = 2
"""What is kept of a relationship, by number: under a new one each is written anew though its letters are as before."""


class OvertakenError(Exception):
    """A later analysis of the same workspace has begun: stop, and write nothing."""


class Progress(Protocol):
    """Who is told how far an analysis is. `done` is told within the transaction of the work that was done."""

    def total(self, relationships: int) -> None:
        """Be told how many relationships there are."""

    def done(self, relationships: int) -> None:
        """Be told how many are done."""


class Unheard:
    """Told, and does nothing."""

    def total(self, relationships: int) -> None:
        """Take no notice."""

    def done(self, relationships: int) -> None:
        """Take no notice."""


def analyse_workspace(workspace: Workspace, today: date, progress: Progress | None = None) -> int:
    """Bring every relationship of a workspace up to what is known on the evening of `today`; return how many.

    Each is replaced within one transaction. One whose letters and ledger are as they were is left as it is, so that
    an analysis that was interrupted goes on where it stopped. LeopoldError when the letters do not tell our side.
    """
    return analyse_relationships(workspace, today, None, progress)


def analyse_relationships(
    workspace: Workspace, today: date, keys: Collection[str] | None, progress: Progress | None = None
) -> int:
    """Do so for the relationships of the organizations named by `keys` alone, for all when None.

    An analysis of some relationships overtakes none of all, but goes on beside it.
    """
    told = progress or Unheard()
    until = datetime.combine(today, clock.max, UTC)
    number = _begin(workspace) if keys is None else _number(workspace)
    matching.renew(workspace, today)
    found = found_in(workspace, until)
    chosen = [each for each in found if keys is None or key_of_organization(each.organization) in keys]
    told.total(len(chosen))
    reader = settings.LEOPOLD_SECOND_READER
    consultation = Consultation(reader) if reader else None
    try:
        with transaction.atomic():
            _check_newest(workspace, number)
            _forget_others(workspace, found)
        for done, relationship in enumerate(chosen, 1):
            _bring_up(workspace, relationship, until, told, number, done, consultation)
        with transaction.atomic():
            _check_newest(workspace, number)
            ration_workspace(workspace, until)
        if keys is None:
            renewing.renew(workspace, today)
            Workspace.objects.filter(pk=workspace.pk, analysis=number).update(analysed_on=today)
    except OvertakenError:
        log.info("analysis %d of %s was overtaken by a later one, which knows all that it knew", number, workspace)
    for fault in consultation.tally.faults if consultation else ():
        log.warning("second reader: %s", fault.said("en"))
    return len(chosen)


def found_in(workspace: Workspace, until: datetime) -> list[model.Relationship]:
    """Return what the engine finds in a workspace, health and alerts not yet worked out."""
    messages = known_by(messages_of(workspace), until)
    if messages and not workspace.own_domains:
        _infer(workspace, infer_ours(messages))
    return gathered(messages, workspace.own_domains, matching.books(workspace, until.date()), until)


def _infer(workspace: Workspace, domains: Collection[str]) -> None:
    if not domains:
        raise LeopoldError("whose_desk")
    workspace.own_domains = list(domains)
    workspace.save(update_fields=["own_domains"])


def _begin(workspace: Workspace) -> int:
    """Number a new analysis. It reads the letters after this, so it knows all that any earlier one could."""
    with transaction.atomic():
        Workspace.objects.filter(pk=workspace.pk).update(analysis=F("analysis") + 1)
        return _number(workspace)


def _number(workspace: Workspace) -> int:
    return Workspace.objects.values_list("analysis", flat=True).get(pk=workspace.pk)


def _check_newest(workspace: Workspace, number: int) -> None:
    """Within a transaction: keep others from beginning, and stop if one has begun since."""
    if Workspace.objects.select_for_update().get(pk=workspace.pk).analysis != number:
        raise OvertakenError


def _bring_up(
    workspace: Workspace,
    relationship: model.Relationship,
    until: datetime,
    told: Progress,
    number: int,
    done: int,
    consultation: Consultation | None,
) -> None:
    # Read for each relationship: an analysis of many takes in what is marked while it lasts.
    marks, threshold = marks_of(workspace, relationship.organization), limits_of(workspace).threshold
    key = key_of_organization(relationship.organization)
    entered = following.entered(workspace, key)
    inputs = _inputs(relationship, until, marks, threshold, consultation, entered)
    same = Organization.objects.filter(workspace=workspace, key=key, relationship__inputs=inputs).exists()
    again = partial(analyse, until=until, marks=marks, threshold=threshold)
    analysed = relationship if same else again(relationship)
    if consultation and not same:
        analysed, whole = _consulted(consultation, analysed, again, threshold)
        # What was not asked today is asked by the next analysis.
        inputs = inputs if whole else ""
    # Before the transaction: nobody else writes while it lasts.
    reading = finding.Reading() if same else finding.read(analysed, until, entered)
    with transaction.atomic():
        _check_newest(workspace, number)
        told.done(done)
        if not same:
            finding.write(write(workspace, analysed, until, inputs), reading)
    if done % TURN == 0:
        time.sleep(settings.LEOPOLD_PAUSE)  # SQLite gives waiting writers no turn of their own


def _consulted(
    consultation: Consultation, analysed: model.Relationship, again: Analysis, threshold: float
) -> tuple[model.Relationship, bool]:
    """Return the relationship read again where it is in doubt, and whether all of that was asked and answered."""
    before = consultation.tally.failed + consultation.tally.not_asked
    (found,) = consultation.consult([analysed], again, line_of(threshold))
    return found, consultation.tally.failed + consultation.tally.not_asked == before


def _inputs(
    relationship: model.Relationship,
    until: datetime,
    marks: Sequence[Mark],
    threshold: float,
    consultation: Consultation | None,
    entered: Mapping[int, Entered],
) -> str:
    """Return a digest of all that the analysis of a relationship depends on."""
    plain = replace(relationship, health=(), alerts=())
    words = f"{__version__}\0{KEPT}\0{until.isoformat()}\0{plain!r}\0{marks!r}\0{threshold}\0{entered!r}"
    if consultation:
        words += f"\0{consultation.reader.options!r}"
    return hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=32).hexdigest()


def _forget_others(workspace: Workspace, found: Collection[model.Relationship]) -> None:
    """Drop organizations that the letters no longer show, as after two were found to be one."""
    keys = {key_of_organization(each.organization) for each in found}
    for organization in Organization.objects.filter(workspace=workspace):
        if organization.key not in keys:
            organization.delete()
