"""The names of an article: spans that are exact, one name for one thing."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases import cases
from newskit.analyses.names.agreement import agreed
from newskit.analyses.names.bounds import bounded
from newskit.analyses.names.extract import mentions, names
from newskit.analyses.names.kinds import KINDS
from newskit.analyses.names.linking import Mention, entities, fullest
from newskit.analyses.names.pieces import lines, unglued
from newskit.document import Document, Span

NEWS = "Presiden Joko Widodo tiba di Surabaya. Jokowi menemui Komisi Pemilihan Umum (KPU)."


def said(text: str) -> list[str]:
    """A line for each name of a text."""
    return [
        f"{name.name} | {name.type} | {', '.join(mention.text for mention in name.mentions)}"
        for name in names(Document(text))
    ]


@pytest.mark.parametrize(("text", "expected"), cases("analyses/names"))
def test_cases(text: str, expected: str) -> None:
    assert said(text) == expected.splitlines()


@given(st.text() | st.lists(st.sampled_from([*NEWS.split(), "\n", "-", "(", '"', "é", "DPR"])).map(" ".join))
def test_offsets_are_exact_in_any_text(text: str) -> None:
    found = mentions(Document(text))
    assert all(text[m.start : m.end] == m.text and m.text.strip() for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert sum(len(name.mentions) for name in names(Document(text))) == len(found)


def test_a_name_over_a_bracket_takes_in_what_was_found_in_it() -> None:
    text = "Kejaksaan Negeri (Kejari) Sleman"
    found = bounded(text, [(0, 16, "organisation"), (18, 24, "organisation"), (26, 32, "place")])
    assert [(mention.text, mention.kind) for mention in found] == [(text, "organisation")]


def test_a_name_that_is_told_whole_is_whole_wherever_it_stands() -> None:
    text = "Bali United menang. Kata Bali United, lawan Bali United kalah. Wali Kota Bali senang."
    whole = [Mention(at, at + 11, "Bali United", "organisation") for at in (0, 25)]
    parts = [Mention(44, 48, "Bali", "place"), Mention(49, 55, "United", "organisation")]
    found = agreed(text, [*whole, *parts, Mention(73, 77, "Bali", "place")])
    assert [mention.text for mention in found] == ["Bali United"] * 3 + ["Bali"]


def test_a_kind_alone() -> None:
    for kind in KINDS:
        assert {name.type for name in names(Document(NEWS), types=[kind])} == {kind}


def linked(text: str, *found: tuple[str, str]) -> list[list[str]]:
    """The mentions of each thing among some names of a text, each where it stands next."""
    at, made = 0, []
    for name, kind in found:
        at = text.index(name, at)
        made.append(Mention(at, at + len(name), name, kind))
        at += len(name)
    return [[mention.text for mention in group] for group in entities(text, made)]


@pytest.mark.parametrize(
    ("kind", "short", "long"),
    [
        ("person", "Jokowi", "Joko Widodo"),
        ("person", "Widodo", "Joko Widodo"),
        ("organisation", "NasDem", "Partai NasDem"),
        ("organisation", "Kemendag", "Kementerian Perdagangan"),
        ("organisation", "Sony", "Sony Group"),
        ("organisation", "Kejari Sleman", "Kejaksaan Negeri (Kejari) Sleman"),
        ("organisation", "MPR RI", "Majelis Permusyawaratan Rakyat"),
        ("organisation", "BMKG", "Badan Meteorologi, Klimatologi, dan Geofisika"),
        ("place", "Makassar", "Kota Makassar"),
        ("place", "Jatim", "Jawa Timur"),
    ],
)
def test_a_short_form_joins_its_name(kind: str, short: str, long: str) -> None:
    assert linked(f"{long} lalu {short}", (long, kind), (short, kind)) == [[long, short]]
    assert linked(f"{short} lalu {long}", (short, kind), (long, kind)) == [[short, long]]


@pytest.mark.parametrize(
    ("kind", "first", "second"),
    [
        ("place", "Jakarta", "Jakarta Selatan"),
        ("place", "Bandung", "Bandara Bandung"),
        ("person", "Anies Baswedan", "Anies Rasyid"),
        ("organisation", "Polda Jawa Barat", "Polda Jawa Timur"),
        ("organisation", "Pertamina", "Pertamina Patra Niaga"),
    ],
)
def test_what_stays_apart(kind: str, first: str, second: str) -> None:
    assert linked(f"{first} lalu {second}", (first, kind), (second, kind)) == [[first], [second]]


def test_what_all_news_knows_is_meant() -> None:
    states = ("Amerika Serikat", "place"), ("Arab Saudi", "place"), ("AS", "place")
    assert linked("Amerika Serikat, Arab Saudi, AS", *states) == [["Amerika Serikat", "AS"], ["Arab Saudi"]]


def test_a_name_that_two_share_is_neither_s() -> None:
    text = "Donald Trump, Donald Duck, Donald"
    found = linked(text, ("Donald Trump", "person"), ("Donald Duck", "person"), ("Donald", "person"))
    assert found == [["Donald Trump"], ["Donald Duck"], ["Donald"]]


def test_the_fullest_form_is_not_in_capitals() -> None:
    made = [Mention(0, 7, "JAKARTA", "place"), Mention(9, 16, "Jakarta", "place")]
    assert fullest(made) == "Jakarta"


@pytest.mark.parametrize(
    ("capitals", "name"),
    [("PALANGKA RAYA", "Palangka Raya"), ("DKI JAKARTA", "DKI Jakarta"), ("NTB", "NTB"), ("ASEAN", "ASEAN")],
)
def test_a_place_all_in_capitals(capitals: str, name: str) -> None:
    assert fullest([Mention(0, len(capitals), capitals, "place")]) == name


def test_what_is_said_before_a_first_name_is_no_other_person() -> None:
    people = ("Gibran Rakabuming", "person"), ("Mas Gibran", "person"), ("Gus Dur", "person")
    assert linked("Gibran Rakabuming, Mas Gibran, Gus Dur", *people) == [
        ["Gibran Rakabuming", "Mas Gibran"],
        ["Gus Dur"],
    ]


def test_a_title_tells_who_a_shared_name_is() -> None:
    text = "Marc Marquez dan Alex Marquez finis. Marquez senang."
    found = [
        Mention(0, 12, "Marc Marquez", "person"),
        Mention(17, 29, "Alex Marquez", "person"),
        Mention(37, 44, "Marquez", "person"),
    ]
    assert [len(group) for group in entities(text, found)] == [1, 1, 1]
    assert [len(group) for group in entities(text, found, "Marc Marquez Menang")] == [2, 1]


def test_what_people_are_called_is_their_name() -> None:
    text = "Wakil Wali Kota Armuji, yang akrab disapa Cak Ji, hadir. Kata Cak Ji, dana siap."
    people = ("Armuji", "person"), ("Cak Ji", "person"), ("Cak Ji", "person")
    assert linked(text, *people) == [["Armuji", "Cak Ji", "Cak Ji"]]


def test_glued_words_are_parted() -> None:
    assert unglued("SelatanLee") == ("Selatan", "Lee")
    assert unglued("ChatGPTbisa") == ("ChatGPT", "bisa")
    assert unglued("Ukrainasaat") == ("Ukraina", "saat")
    assert [unglued(name) for name in ("Fadilah", "Yulianti", "Budiawan", "Nurjannah")] == [()] * 4
    assert unglued("JelangSEA") == ("Jelang", "SEA")
    assert unglued("PresidenDonald") == ("Presiden", "Donald")
    assert unglued("YouTube") == unglued("NasDem") == unglued("detikInet") == ()
    brands = "SoftBank", "TechCrunch", "VietJet", "MacBook", "detikJatim", "MirrorChallenge", "McNeil"
    assert [unglued(brand) for brand in brands] == [()] * len(brands)


def test_words_that_lost_their_blank_are_parted_with_and_without_a_mark_or_capital() -> None:
    text = "Ia menyebut targetpajakdi Jakarta, (keUkraina) dan targetpajakdi."
    (line,) = lines([Span(0, len(text), text)])
    forms = "Ia menyebut target pajak di Jakarta , ( ke Ukraina ) dan target pajak di ."
    assert line.forms == forms.split()
    assert [text[a:b] for a, b in zip(line.starts, line.ends, strict=True)] == line.forms


def test_a_line_without_capitals_is_read_as_news_writes_it() -> None:
    text = "PRESIDEN PRABOWO TIBA DI SURABAYA"
    (line,) = lines([Span(0, len(text), text)])
    assert line.forms == ["Presiden", "Prabowo", "tiba", "di", "Surabaya"]


@pytest.mark.parametrize(
    ("text", "tagged", "whole"),
    [
        ("Pemerintah Daerah (Pemda) Nganjuk", "Pemda) Nganjuk", "Pemerintah Daerah (Pemda) Nganjuk"),
        ("warga (Jatim) Nganjuk", "Jatim) Nganjuk", "Nganjuk"),
        ("pameran 'Expo-2020' itu", "Expo", "Expo"),
        ("pameran 'Expo Dubai-2020' itu", "pameran 'Expo Dubai", "pameran 'Expo Dubai-2020'"),
        ("tulisan 'awasi KPK'.", "KPK'", "KPK"),
        ("surat Ali 'Imran ayat 3", "Ali 'Imran", "Ali 'Imran"),
        ("Kantor Perserikatan Bangsa-bangsa", "Perserikatan Bangsa", "Perserikatan Bangsa-bangsa"),
    ],
)
def test_where_a_name_ends(text: str, tagged: str, whole: str) -> None:
    start = text.index(tagged)
    (found,) = bounded(text, [(start, start + len(tagged), "organisation")])
    assert (found.text, text[found.start : found.end]) == (whole, whole)
