"""How a desk reminds: its days, and whether the first friendly reminder goes out by itself."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import Final

from leopold.dunning.policy import Policy
from leopold.errors import DunningError
from leopold_web.accounts.models import Workspace
from leopold_web.receivables.acting.refusals import ActingRefusedError
from leopold_web.receivables.models import DunningPolicy

DAYS: Final = tuple(each.name for each in fields(Policy) if each.name != "automatic")


def policy_of(workspace: Workspace) -> Policy:
    """Return how a desk reminds; the engine's own way where it has said nothing."""
    kept = DunningPolicy.objects.filter(workspace=workspace).first()
    if kept is None:
        return Policy()
    return Policy(automatic=kept.automatic, **{name: days for name, days in kept.days.items() if name in DAYS})


def set_policy(workspace: Workspace, days: dict[str, int], *, automatic: bool) -> Policy:
    """Keep how a desk reminds. ActingRefusedError for steps that are not in order."""
    try:
        policy = Policy(automatic=automatic, **days)
    except DunningError as error:
        raise ActingRefusedError("days") from error
    usual = asdict(Policy())
    kept = {name: getattr(policy, name) for name in DAYS if getattr(policy, name) != usual[name]}
    DunningPolicy.objects.update_or_create(workspace=workspace, defaults={"automatic": automatic, "days": kept})
    return policy
