"""How the steps of a seat are described in openapi.json: one address each, with the fields of its form."""

from __future__ import annotations

import copy
from typing import Any, TypeVar

from django import forms

from leopold_web.round_tables.steps import STEPS

Described = dict[str, Any]
Schema = TypeVar("Schema", bound=Described)
PLACE = "/do/{step}"
BY_NAME = {
    "WishesForm": "Private answers as the page asks for them: points-ISSUE, step-OPTION (100, 75, 50, 25 or 0), never "
    "(a list of options), for a range toward-ISSUE (more or less), ideal-ISSUE and limit-ISSUE, line, why, "
    "move (such as 12:up), refill; with lock they are locked.",
    "PointsForm": "Fields owner-NUMBER, due-NUMBER and text-NUMBER of each point; with confirm all are confirmed.",
}
"""What forms take whose fields depend on the table."""


def with_steps(found: Schema) -> Schema:
    """Return a description of the API in which each step stands by itself."""
    paths = found["paths"]
    for address in [each for each in paths if each.endswith(PLACE)]:
        general = paths.pop(address)["post"]
        for name, (form, _) in STEPS.items():
            own = copy.deepcopy(general)
            own["operationId"] = f"step_{name.replace('-', '_')}"
            own["summary"] = f"{name}: {(form.__doc__ or '').strip()}"
            own["parameters"] = [each for each in own["parameters"] if each["name"] != "step"]
            own["requestBody"] = {"required": True, "content": {"application/json": {"schema": schema_of(name, form)}}}
            paths[address.replace("{step}", name)] = {"post": own}
    return found


def schema_of(step: str, form: type[forms.Form]) -> Described:
    """Return the JSON Schema of what a form takes."""
    fields = form.base_fields
    found: Described = {"type": "object", "properties": {name: field_of(each) for name, each in fields.items()}}
    if needed := [name for name, each in fields.items() if each.required]:
        found["required"] = needed
    if more := BY_NAME.get(form.__name__):
        found["description"] = more
    if step == "remark":
        found["properties"]["anyway"] = {"type": "boolean", "description": "Send it although it may hurt."}
    return found


def field_of(field: forms.Field) -> Described:
    """Return the JSON Schema of one field."""
    match field:
        case forms.BooleanField():
            return {"type": "boolean"}
        case forms.MultipleChoiceField():
            return {"type": "array", "items": {"type": "integer", "enum": _choices(field)}}
        case forms.ChoiceField():
            return {"type": "string", "enum": _choices(field)}
        case forms.DecimalField():
            return {"type": ["number", "string"]}
        case forms.IntegerField():
            limits = {"minimum": field.min_value, "maximum": field.max_value}
            return {"type": "integer"} | {name: limit for name, limit in limits.items() if limit is not None}
        case forms.DateField():
            return {"type": "string", "format": "date"}
        case forms.JSONField():
            return {"type": "object"}
        case forms.CharField():
            return {"type": "string"} | ({"maxLength": field.max_length} if field.max_length else {})
    return {}


def _choices(field: forms.ChoiceField) -> list[Any]:
    listed: Any = field.choices
    return [value for value, _label in listed]
