"""The protocol as PDF: accessible, the same every time, unharmed by what people write; and the page that checks it."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
import zlib

import pytest
import typst
from django.urls import reverse
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from leopold_web.accounts.models import User
from leopold_web.round_tables import paper, paper_glyphs
from leopold_web.round_tables.actions import facts, interests
from leopold_web.round_tables.models import Agreement, PrivateAnswers, RoundTable
from leopold_web.round_tables.paper_glyphs import SHOWN, shown

from .conftest import Cast
from .table_play import START, open_table, post_of, seats_of, sign_all, to_protocol

HARD = [
    "#let x = [*bold*] $x^2$ <a@b> \\u{41} // not a remark",
    '"#import \\"/etc/passwd\\"" `raw` #read("/etc/passwd")',
    "W" * 200,
    "שלום עולם",
    "مرحبا بالعالم",
    "名前 👩‍👩‍👧 e\u0301",
    "a\x01b\x7f\u202e\u200bc\ufeff",
    "Z" + "\u0301\u0316" * 150,
    "= Heading\n- item\r\n+ other\n\n\n/ term: x",
]


@pytest.fixture
def table(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> RoundTable:
    """A table at which all have signed, with one fact in dispute, and private answers."""
    post = post_of(monkeypatch)
    table = open_table(cast.workspace, User.objects.get(email="owner@leopold.example"))
    ours, theirs, *_ = seats_of(table)
    fact = facts.add_fact(theirs, "Плитку привезли поздно.", START)
    facts.answer_fact(ours, fact.pk, facts.FactAnswer.Verdict.DISPUTED, "Она ждала на складе.", START)
    to_protocol(table)
    sign_all(table, post)
    return table


def protocol(table: RoundTable) -> Agreement:
    return Agreement.objects.select_related("table").get(table=table)


def opened(document: bytes) -> bytes:
    """Return a PDF with its streams unpacked."""
    parts = [document]
    for found in re.finditer(rb"stream\r?\n", document):
        try:
            parts.append(zlib.decompressobj().decompress(document[found.end() :]))
        except zlib.error:
            continue
    return b"\n".join(parts)


def letters_in(document: bytes) -> set[str]:
    """Return the characters that can be copied out of a PDF, by its ToUnicode tables."""
    found = re.findall(rb"<[0-9A-F]{4}> <([0-9A-F]+)>", opened(document))
    return set("".join(bytes.fromhex(each.decode()).decode("utf-16-be") for each in found))


@pytest.mark.parametrize(("languages", "first"), [(["en"], b"en"), (["ru"], b"ru"), (["ru", "en"], b"ru")])
def test_it_is_accessible_in_its_language(table: RoundTable, languages: list[str], first: bytes) -> None:
    document = paper.pdf_of(protocol(table), languages)
    inside = opened(document)
    assert document.startswith(b"%PDF-1.7")
    assert b"pdfuaid:part>1<" in inside
    assert b"/MarkInfo<</Marked true" in inside
    assert b"DisplayDocTitle true" in inside
    assert set(re.findall(rb"/Lang\((\w+)\)", inside)) >= {language.encode() for language in languages}
    assert re.search(rb"<dc:language><rdf:Bag><rdf:li>(\w+)", inside)[1] == first  # type: ignore[index]
    title = "Протокол: The kitchen" if first == b"ru" else "Protocol: The kitchen"
    assert f'<rdf:li xml:lang="x-default">{title}</rdf:li>'.encode() in inside
    assert {b"/S/H1", b"/S/H2", b"/S/LBody"} <= set(re.findall(rb"/S/\w+", inside))
    assert letters_in(document) >= set("Вера Ким Плитку привезли Fernhill")
    fonts = set(re.findall(rb"/BaseFont/\w+\+(\w+)", inside))
    assert fonts == {b"LibertinusSerif", b"DejaVuSansMono"}
    assert len(re.findall(rb"/FontFile\d", inside)) == len(set(re.findall(rb"/FontName/(\S+?)/", inside)))


def test_it_says_who_what_until_when_and_where_to_check(table: RoundTable) -> None:
    made = protocol(table)
    (part,) = json.loads(paper.inputs(made, ["ru"]))["parts"]
    assert part["heading"] == "Протокол: The kitchen"
    moment = "2\u00a0марта\u00a02026,\u00a009:00:00\u00a0UTC"
    assert part["about"] == f"Стол работал на компьютере: Fernhill.\nОткрыт: {moment}. Соглашение принято: {moment}."
    assert part["parties"]["items"] == ["Owner", "Вера Ким"]
    assert [(section["heading"], [fact["text"] for fact in section["items"]]) for section in part["facts"]] == [
        ("Факты, с которыми согласны все", ["The kitchen was late."]),
        ("Факты, по которым согласия нет", ["Вера Ким: Плитку привезли поздно."]),
    ]
    assert part["facts"][1]["items"][0]["answers"] == ["Owner, оспорено: Она ждала на складе."]
    assert part["points"]["items"][1] == {
        "number": 2,
        "title": "Day: Friday",
        "text": "",
        "who": "Кто: Вера Ким. Срок: 1\u00a0апреля\u00a02026.",
    }
    assert [each["name"] for each in part["signatures"]["items"]] == ["Owner", "Вера Ким"]
    whole = json.loads(paper.inputs(made, ["en"]))
    assert (whole["hash"], whole["host"]) == (made.content_hash, "Fernhill")
    assert whole["address"] == f"http://testserver/tables/verify/{made.code}/"


def test_the_same_protocol_is_the_same_bytes(table: RoundTable) -> None:
    first = paper.pdf_of(protocol(table), ["en", "ru"])
    with translation.override("ru"):
        assert paper.pdf_of(protocol(table), ["en", "ru"]) == first
    assert paper.pdf_of(protocol(table), ["ru", "en"]) != first


def test_nothing_private_goes_into_it(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two tables alike but for what is private make the same paper."""
    owner, papers = User.objects.get(email="owner@leopold.example"), []
    for secret in ("we would take half", "we would take nothing"):
        post = post_of(monkeypatch)
        table = open_table(cast.workspace, owner)
        save = interests.save
        with monkeypatch.context() as patch:
            patch.setattr(interests, "save", lambda seat, said, now, s=secret, f=save: f(seat, said | {"why": s}, now))
            to_protocol(table)
        assert PrivateAnswers.objects.filter(seat__table=table).count() == 2
        sign_all(table, post)
        made = protocol(table)
        given_ = paper.inputs(made, ["en", "ru"])
        for hidden in (secret, "vera@tolliver.example", owner.email, seats_of(table)[0].code, table.code):
            assert hidden not in given_
        assert not re.search(r'"(ratings|line|never)"', given_)
        papers.append(given_.replace(made.code, "").replace(made.content_hash, ""))
    assert papers[0] == papers[1]


def test_what_people_write_does_no_harm(table: RoundTable) -> None:
    made = protocol(table)
    hard = made.content
    hard["subject"], hard["host"], hard["facts"] = HARD[0], HARD[1], HARD
    hard["parties"] = [{"number": number, "name": name, "side": "ours"} for number, name in enumerate(HARD)]
    hard["points"] = [
        {
            "number": number,
            "issue": HARD[number % len(HARD)],
            "choice": HARD[-number % len(HARD)],
            "text": "слово " * (number % 40),
            "owner": number % len(HARD),
            "due": "2026-04-01",
        }
        for number in range(200)
    ]
    given_ = paper.inputs(made, ["ru"])
    # As it stands, with no need to leave a script out.
    document = paper._set(made, given_)
    assert letters_in(document) >= set("שלוםعالم#*$[]UЯС") - {"Я"}
    assert "root:" not in given_
    assert "[U+540D][U+524D]" in given_
    assert len(re.findall(rb"/Type ?/Page\b", opened(document))) > 10


def test_every_character_that_it_says_it_shows_is_shown() -> None:
    # PDF/UA-1 refuses any that no font has. Marks stand on letters of all kinds.
    bases = {True: "eжWאب1", False: " "}
    characters = "".join(
        f"{base}{chr(code)} " for code in sorted(SHOWN) for base in bases[bool(unicodedata.combining(chr(code)))]
    )
    source = b'#set document(title: "x")\n#set text(lang: "en", font: ("Libertinus Serif", "DejaVu Sans Mono"))\n'
    for weight in (b"regular", b"semibold", b"bold"):
        source += b"#text(weight: " + json.dumps(weight.decode()).encode() + b", sys.inputs.all)\n"
    made = typst.compile(
        source, format="pdf", sys_inputs={"all": characters}, pdf_standards=["ua-1"], ignore_system_fonts=True
    )
    assert isinstance(made, bytes)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=60), min_size=1, max_size=8))
def test_any_text_can_be_set(texts: list[str]) -> None:
    source = b'#set document(title: "x")\n#set text(lang: "ru", font: ("Libertinus Serif", "DejaVu Sans Mono"))\n'
    source += b"#for line in json(bytes(sys.inputs.lines)) { block(strong(text(line))) }"
    for known in (SHOWN, paper_glyphs.PLAIN):
        lines = json.dumps([shown(text.encode("utf-8", "replace").decode(), known) for text in texts])
        made = typst.compile(
            source, format="pdf", sys_inputs={"lines": lines}, pdf_standards=["ua-1"], ignore_system_fonts=True
        )
        assert isinstance(made, bytes)


def test_long_words_break_and_short_ones_do_not() -> None:
    assert shown("достопримечательность") == "достопримечательность"
    assert shown("a" * 20).count(paper_glyphs.ZERO_WIDTH_SPACE) == 0
    assert shown("a" * 40).count(paper_glyphs.ZERO_WIDTH_SPACE) == 4
    assert shown("a\r\nb  c\rd") == "a\nb c\nd"


def test_the_page_that_checks_shows_hash_and_times_and_nothing_else(cast: Cast, table: RoundTable) -> None:
    made = protocol(table)
    page = cast.stranger.get(reverse("table-verify", args=[made.code])).content.decode()
    assert made.content_hash in page
    assert page.count("2 March 2026, 09:00:00".replace(" ", "\u00a0")) == 3
    assert "what all parties signed" in page
    for word in ("kitchen", "Owner", "Вера", "Price", "tolliver", "Fernhill"):
        assert word not in page


def test_the_page_tells_when_what_is_kept_was_changed(cast: Cast, table: RoundTable) -> None:
    made = protocol(table)
    made.content["points"][0]["choice"] = "nothing"
    made.save()
    page = cast.stranger.get(reverse("table-verify", args=[made.code])).content.decode()
    assert "is not what was signed" in page
    assert "what all parties signed" not in page


def test_the_page_knows_no_other_protocols_and_is_limited(cast: Cast, table: RoundTable) -> None:
    made = protocol(table)
    assert cast.stranger.get(reverse("table-verify", args=["no-such-code"])).status_code == 404
    Agreement.objects.update(signed_at=None)
    assert cast.stranger.get(reverse("table-verify", args=[made.code])).status_code == 404
    answers_ = [cast.stranger.get(reverse("table-verify", args=[made.code])).status_code for _ in range(40)]
    assert answers_[-1] == 429


def test_who_may_read_the_table_gets_the_paper(cast: Cast, table: RoundTable) -> None:
    ours, theirs, *_ = seats_of(table)
    answer = cast.owner.get(reverse("seat-protocol", args=[ours.code, "en-ru"]))
    assert answer["Content-Type"] == "application/pdf"
    assert re.fullmatch(r'attachment; filename="protocol-[0-9a-f]{8}-en-ru.pdf"', answer["Content-Disposition"])
    assert (
        hashlib.sha256(answer.content).digest() == hashlib.sha256(paper.pdf_of(protocol(table), ["en", "ru"])).digest()
    )
    page = cast.owner.get(reverse("seat", args=[ours.code])).content.decode()
    assert reverse("seat-protocol", args=[ours.code, "ru"]) in page
    member = cast.colleague.get(reverse("round-table", args=[table.pk])).content.decode()
    assert reverse("round-table-protocol", args=[table.pk, "en"]) in member
    for languages in ("de", "en-en", "en-ru-en", "-"):
        assert cast.owner.get(reverse("seat-protocol", args=[ours.code, languages])).status_code == 404
    assert cast.stranger.get(reverse("seat-protocol", args=[theirs.code, "en"])).status_code == 404
    Agreement.objects.update(signed_at=None)
    assert cast.owner.get(reverse("round-table-protocol", args=[table.pk, "en"])).status_code == 404
