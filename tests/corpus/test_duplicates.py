"""Near-duplicates are exact: what brute force finds, in clusters whose members are all alike."""

import json
import random
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news import articles, written
from newskit.corpus.duplicates import clusters, jaccard, pairs, shingles
from run import errors, newskit, on_a_terminal, records

STORY = "Harga beras di pasar induk naik lagi pekan ini kata pedagang yang menunggu kiriman dari daerah"


def brute(text: str) -> set[tuple[str, ...]]:
    words = text.lower().split()
    return {(*words,)} if 0 < len(words) < 3 else set(zip(words, words[1:], words[2:], strict=False))


def variants(count: int, seed: int) -> list[str]:
    """Texts that share more or less of one story."""
    draw = random.Random(seed)
    made = []
    for _ in range(count):
        words = STORY.split() * 4
        for _ in range(draw.choice((0, 1, 3, 6, 12, 25))):
            words[draw.randrange(len(words))] = f"lain{draw.randrange(10**6)}"
        made.append(" ".join(words[: draw.randrange(20, len(words) + 1)]))
    return made


@pytest.mark.parametrize("threshold", [0.1, 0.3, 0.5, 0.8, 1.0])
def test_pairs_are_those_of_brute_force(threshold: float) -> None:
    texts = [*variants(60, 1), "", "Banjir", "banjir!", "Harga naik"]
    sets = [brute(text.replace("!", "")) for text in texts]
    wanted = {}
    for a, b in combinations(range(len(texts)), 2):
        union = len(sets[a] | sets[b])
        if union and len(sets[a] & sets[b]) / union >= threshold:
            wanted[a, b] = len(sets[a] & sets[b]) / union
    found = {(pair.a, pair.b): pair.jaccard for pair in pairs([shingles(text) for text in texts], threshold)}
    assert found == wanted


@given(st.lists(st.text("abc ", max_size=30), max_size=12), st.sampled_from([0.2, 0.5, 0.9]))
def test_clusters_link_each_with_each(texts: list[str], threshold: float) -> None:
    found = [shingles(text) for text in texts]
    members = [member for cluster in clusters(found, threshold) for member in cluster]
    assert len(members) == len({*members})
    for cluster in clusters(found, threshold):
        assert cluster == sorted(cluster)
        for a, b in combinations(cluster, 2):
            assert jaccard(found[a], found[b]) >= threshold


def rows() -> list[dict[str, str]]:
    text = "Presiden meresmikan bendungan di Bandung pada Senin pagi dan memuji para pekerja bangunan itu."
    made = articles(20)
    made[3] = {"id": "baru", "title": "Bendungan", "date": "2023-05-03", "text": text + " Hujan turun."}
    made[9] = {"id": "lama", "title": "Bendungan", "date": "2023-05-01", "text": text}
    made[12] = {"id": "tanpa", "text": text + " Ia lalu pulang."}
    return made


def test_command_names_the_oldest_first(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", rows())
    (cluster,) = records("duplicates", path)
    assert [document["id"] for document in cluster["documents"]] == ["lama", "baru", "tanpa"]
    assert [cluster["cluster"], cluster["size"]] == [1, 3]
    assert cluster["documents"][0]["similarity"] == 1.0
    assert newskit("duplicates", path).stdout == b"lama\tbaru\ttanpa\n"
    shown = newskit("duplicates", "--pairs", path).stdout.decode().split("\n")
    assert [line.split("\t")[:2] for line in shown[:-1]] == [
        ["lama", "baru"],
        ["lama", "tanpa"],
        ["baru", "tanpa"],
    ]
    for pair in records("duplicates", "--pairs", path):
        assert 0.5 <= pair["jaccard"] < 1


def test_unique_keeps_the_oldest_in_the_order_of_the_input(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", rows())
    kept = newskit("duplicates", "--unique", path).stdout.decode().split()
    assert kept == [row["id"] for row in rows() if row["id"] not in ("baru", "tanpa")]


def test_jobs_and_stdin_change_nothing(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", rows())
    one = newskit("duplicates", "-j", "1", "--format", "jsonl", path).stdout
    assert newskit("duplicates", "-j", "2", "--format", "jsonl", path).stdout == one
    piped = newskit("duplicates", "--format", "jsonl", stdin=Path(path).read_bytes()).stdout
    assert [json.loads(line)["size"] for line in piped.splitlines()] == [3]


def test_what_cannot_be_read_is_told_and_the_rest_compared(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", rows())
    done = newskit("duplicates", path, str(tmp_path / "tiada.txt"))
    assert (done.returncode, len(errors(done))) == (1, 1)
    assert done.stdout == b"lama\tbaru\ttanpa\n"
    assert newskit("duplicates", str(tmp_path / "tiada.txt")).returncode == 3
    assert newskit("duplicates", "--pairs", "--unique", path).returncode == 2


def test_a_terminal_tells_of_clusters_in_the_users_language(tmp_path: Path) -> None:
    rows = [{**row, "id": f"{row['id']}{copy}"} for row in articles(1) for copy in "ab"]
    source = written(tmp_path / "rows.jsonl", rows)
    assert on_a_terminal("id", "duplicates", source).split("\n")[0].strip() == "kelompok 1, 2 artikel"
    assert on_a_terminal("en", "duplicates", source).split("\n")[0].strip() == "cluster 1, 2 articles"
    piped = [newskit("duplicates", source, NEWSKIT_LANG=language).stdout for language in ("id", "en")]
    assert piped == [b"a0a\ta0b\n"] * 2
