"""Every record obeys its JSON Schema, which is made from the same definition as the record."""

import json

import jsonschema
import pytest

from newskit.records import base
from run import COMMANDS, SEED, newskit, records
from scripts.records_page import PAGE, page

TEXT = b"Presiden Joko Widodo tiba di Solo, Senin (3/8). Warga Solo menyambut Joko Widodo."
OPTIONS = {"parse": ["--spans", "--dates"], "stem": ["--explain"]}


@pytest.mark.parametrize("command", COMMANDS)
def test_records_obey_their_schema(command: str) -> None:
    for options in ([], OPTIONS.get(command, [])):
        for found in (*records(command, *options, SEED), *records(command, *options, stdin=TEXT)):
            name = found["schema"].removeprefix("newskit.").removesuffix("/1")
            jsonschema.validate(found, base.schema(name))
            assert [*found] == [key for key in base.schema(name)["properties"] if key in found]


@pytest.mark.parametrize("name", base.NAMES)
def test_schemas_are_schemas_and_refuse_other_keys(name: str) -> None:
    schema = base.schema(name)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["additionalProperties"] is False
    assert schema["description"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"schema": schema["title"]}, schema)


def test_command_prints_schemas_and_names() -> None:
    assert newskit("schema").stdout.decode().split() == [*base.NAMES]
    assert json.loads(newskit("schema", "keywords").stdout) == base.schema("keywords")
    assert json.loads(newskit("schema", "newskit.stems/1").stdout) == base.schema("stems")
    wrong = newskit("schema", "nama")
    assert (wrong.returncode, wrong.stdout) == (2, b"")
    assert b"keywords" in wrong.stderr


def test_page_is_made_from_the_definitions() -> None:
    assert PAGE.read_text("utf-8") == page()
