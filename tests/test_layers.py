"""A module imports only from layers below its own, and only the command line prints, exits or knows Typer."""

import ast
from pathlib import Path

import newskit

PACKAGE = Path(newskit.__file__).parent
LAYERS = (
    {"", "errors", "document"},
    {"asides", "lexicon", "trees", "quotations", "header", "affixes", "dates", "remote", "writer"},
    {"stops", "dateline", "morphology", "sastrawi", "published", "traits", "reader"},
    {"evidence"},
    {"background", "reduplication", "tokens", "sentences", "spacing", "parse", "rows", "output", "pipeline"},
    {"stem", "passages", "cluster"},
    {"pieces", "quickscorer"},
    {"candidates", "choice"},
    {"keywords", "summary"},
    {"cli"},
)
RANK = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}


def imports(path: Path) -> set[str]:
    """The modules that a file imports, at the top or inside a function."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def test_every_module_has_a_layer_and_looks_down() -> None:
    for path in PACKAGE.glob("*.py"):
        name = path.stem if path.stem != "__init__" else ""
        assert name in RANK, f"{name} has no layer"
        for module in imports(path):
            if module.partition(".")[0] == "newskit":
                below = module.partition(".")[2].partition(".")[0]
                assert RANK[below] < RANK[name], f"{name} imports {below}"


def test_only_the_command_line_talks_to_the_user() -> None:
    for path in PACKAGE.glob("*.py"):
        assert not any(module.startswith("typer") for module in imports(path)), path.name
        calls = {
            node.func.id
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        assert not calls & {"print", "exit", "eval", "exec"}, path.name
