"""The API of reminders, of what to expect of a promise, and of expectations side by side."""

from __future__ import annotations

from datetime import date, datetime

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Router, Schema

from leopold.forecast.lateness import Expectation
from leopold_web.accounts.gate import get_relationship, user_of
from leopold_web.api import bodies
from leopold_web.api.access import MEMBERS, READING, WRITING
from leopold_web.api.faults import Fault, FormFault, answer
from leopold_web.api.promises import quotation_of
from leopold_web.api.relationships import Quotation
from leopold_web.commitments import checking, expectations, gate, reminders, reminding
from leopold_web.commitments.reminding_forms import DaysForm, LetterForm
from leopold_web.round_tables.taking import NotUnderstoodError
from leopold_web.wording import language

router = Router(tags=["promises"], auth=list(MEMBERS))
beside = Router(tags=["relationships"], auth=list(MEMBERS))


class ReminderOf(Schema):
    """One reminder. `moment` is before or after the day, for one of ours, or chosen, for `to`.

    `state` is sent, withdrawn, waits, or held, where `stands` says by what.
    """

    id: int
    moment: str
    send_on: date
    to: str
    language: str
    subject: str
    text: str
    state: str
    stands: str
    made_by: str
    sent_at: datetime | None


class Reminders(Schema):
    """The reminders of a promise, the latest first, and on which days ours are reminded; null for no reminder."""

    before: int | None
    after: int | None
    reminders: list[ReminderOf]


class Dates(Schema):
    """What a side's dates were worth: `n` came to an end. `low` and `high` are days late, or the factor of the time
    promised, by `measure`; null where nothing is claimed. `said` is that in words."""

    n: int
    measure: str
    low: float | None
    high: float | None
    said: str


class OutlookOf(Schema):
    """What is expected of a promise: `late` is a probability, four of five such come from `low` to `high`.

    `dates` are those of the other side before, null for our own promises and where none has come to its end.
    """

    late: float | None
    expected: date | None
    low: date | None
    high: date | None
    dates: Dates | None


class Difference(Schema):
    """What ours and theirs take differently, each with its words."""

    about: str
    ours: str
    theirs: str
    ours_quoted: Quotation | None
    theirs_quoted: Quotation | None


class Given(Schema):
    """A promise as one side gave it; `promise` is its number where somebody confirmed or entered it."""

    what: str
    on: date | None
    due: date | None
    state: str
    quotation: Quotation | None
    promise: int | None


class Expectations(Schema):
    """What each side promised, the latest 20, and where the two contradict."""

    different: list[Difference]
    ours: list[Given]
    theirs: list[Given]
    dates: Dates | None


@router.get("/{int:pk}/reminders", url_name="api-promise-reminders", response={200: Reminders, READING: Fault})
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Read the reminders of a promise."""
    return _answered(request, pk)


@router.post(
    "/{int:pk}/reminders", url_name="api-promise-reminders", response={201: Reminders, 400: FormFault, WRITING: Fault}
)
def write(request: HttpRequest, pk: int) -> HttpResponse:
    """Send a reminder to theirs: ``{"to": "", "language": "en", "subject": "", "text": "", "send_on": "on Friday"}``.

    Without `send_on` it goes out now.
    """
    user = user_of(request)
    found = gate.get_commitment(user, pk)
    today = found.workspace.today()
    form = LetterForm(today, bodies.as_form(bodies.read(request)))
    if not form.is_valid():
        raise NotUnderstoodError(form.errors)
    reminders.write(found, form.said(today), user, timezone.now())
    return _answered(request, pk, status=201)


@router.post(
    "/{int:pk}/reminders/days",
    url_name="api-promise-reminder-days",
    response={200: Reminders, 400: FormFault, WRITING: Fault},
)
def days(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose on which days ours are reminded: ``{"before": 2, "after": 1}``; null for no reminder."""
    found = gate.get_commitment(user_of(request), pk)
    given = {"before": found.remind_before, "after": found.remind_after} | bodies.read(request)
    form = DaysForm(bodies.as_form(given))
    if not form.is_valid():
        raise NotUnderstoodError(form.errors)
    reminders.set_days(found, form.cleaned_data["before"], form.cleaned_data["after"])
    return _answered(request, pk)


@router.post(
    "/{int:pk}/reminders/{int:number}/withdraw",
    url_name="api-promise-reminder-withdraw",
    response={200: Reminders, WRITING: Fault},
)
def withdraw(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Take a reminder back that waits."""
    reminders.withdraw(reminders.get_reminder(user_of(request), pk, number), timezone.now())
    return _answered(request, pk)


@router.get("/{int:pk}/outlook", url_name="api-promise-outlook", response={200: OutlookOf, READING: Fault})
def outlook(request: HttpRequest, pk: int) -> HttpResponse:
    """Read what is expected of a promise, and what the other side's dates were worth before."""
    found = gate.get_commitment(user_of(request), pk)
    told, checked = checking.forecast_of(found), checking.check_of_promise(found)
    return answer(
        OutlookOf(
            late=told.late if told else None,
            expected=told.expected if told else None,
            low=told.low if told else None,
            high=told.high if told else None,
            dates=_dates(checked.expectation) if checked else None,
        )
    )


@beside.get(
    "/{int:pk}/expectations", url_name="api-relationship-expectations", response={200: Expectations, READING: Fault}
)
def side_by_side(request: HttpRequest, pk: int) -> HttpResponse:
    """Read what each side of a relationship promised, and what the two take differently."""
    user = user_of(request)
    found = get_relationship(user, pk)
    shown, check = expectations.of_relationship(user, found), checking.check_of_relationship(found)
    sides = {side: [_given(each) for each in rows] for side, rows, _more in shown["sides"]}
    different = [_difference(each) for each in shown["conflicts"]]
    return answer(Expectations(different=different, **sides, dates=_dates(check) if check else None))


def _answered(request: HttpRequest, pk: int, status: int = 200) -> HttpResponse:
    found = gate.get_commitment(user_of(request), pk)
    rows = [_reminder(each) for each in reminding.rows(found)]
    return answer(Reminders(before=found.remind_before, after=found.remind_after, reminders=rows), status=status)


def _reminder(row: reminding.Row) -> ReminderOf:
    made = row.reminder
    return ReminderOf(
        id=made.pk,
        moment=made.moment,
        send_on=made.send_on,
        to=made.to or (made.user.email if made.user else ""),
        language=made.language,
        subject=made.subject,
        text=made.text,
        state=row.state,
        stands=row.stands,
        made_by=str(made.made_by) if made.made_by else "",
        sent_at=made.sent_at,
    )


def _dates(found: Expectation) -> Dates:
    silent = bool(found.silent)
    low, high = (None, None) if silent else (found.low, found.high)
    return Dates(n=found.n, measure=found.measure, low=low, high=high, said=found.said(language()))


def _difference(one: expectations.Conflict) -> Difference:
    return Difference(
        about=one.kind,
        ours=one.ours,
        theirs=one.theirs,
        ours_quoted=quotation_of(one.ours_quoted),
        theirs_quoted=quotation_of(one.theirs_quoted),
    )


def _given(one: expectations.Entry) -> Given:
    return Given(
        what=one.what,
        on=one.on,
        due=one.due,
        state=one.state,
        quotation=quotation_of(one.quotation),
        promise=one.promise,
    )
