"""The sample through the whole path: alerts beat the controls, and every quote is verbatim."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.alert_scores import judge, total
from benchmarks.stories import main, rules
from benchmarks.story_cases import Case, case, homes
from benchmarks.subjects import causes, labelled_causes, labelled_subjects, scored, subjects


@pytest.fixture(scope="module")
def cases(built: Path) -> list[Case]:
    return [case(home) for home in homes([built], built)]


def test_alerts_beat_the_controls_clearly_and_labelled_signs_are_the_ceiling(cases: list[Case]) -> None:
    scores = {name: total(judge(one.course, rule(one)) for one in cases) for name, rule in rules(cases).items()}
    ours, ceiling = scores["Leopold"], scores["ceiling: labelled signs, our fold"]
    assert all(ours.f1 > one.f1 + 0.15 for name, one in scores.items() if name.startswith("control"))
    assert ceiling.recall == 1.0
    assert ceiling.precision >= 0.9
    assert ceiling.f1 >= ours.f1


def test_every_evidence_is_verbatim_and_own(cases: list[Case]) -> None:
    for one in cases:
        letters = {letter.message.id: letter for letter in one.relationship.letters}
        assert len(letters) == len(one.course.letters)
        reasons = [reason for alert in one.relationship.alerts for reason in alert.reasons]
        reasons += [reason for point in one.relationship.health for reason in point.reasons]
        for evidence in (each for reason in reasons for each in reason.evidence):
            letter = letters[evidence.message_id]
            assert letter.message.text[evidence.start : evidence.end] == evidence.quote
            assert any(zone.start <= evidence.start and evidence.end <= zone.end for zone in letter.own)


def test_an_alert_rests_on_what_was_written_before_it(cases: list[Case]) -> None:
    for one in cases:
        written = {letter.message.id: letter.message.at for letter in one.relationship.letters}
        for alert in one.relationship.alerts:
            moments = [written[each.message_id] for reason in alert.reasons for each in reason.evidence]
            assert all(at is not None and at <= alert.raised_at for at in moments)


def test_a_folder_without_stories_is_said_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 1
    assert "holds no story" in capsys.readouterr().err


def test_subjects_and_causes_beat_their_controls(cases: list[Case]) -> None:
    for answers, labelled in ((subjects(cases), labelled_subjects), (causes(cases), labelled_causes)):
        scores = {name: scored(cases, answer, labelled) for name, answer in answers.items()}
        ours = scores["Leopold"]
        assert all(ours.f1 > one.f1 + 0.05 for name, one in scores.items() if name.startswith("control"))


def test_no_cause_is_suggested_where_nothing_went_wrong(cases: list[Case]) -> None:
    healthy = [one for one in cases if one.labels["outcome"] == "healthy"]
    assert healthy
    assert all(one.relationship.causes == () for one in healthy)
