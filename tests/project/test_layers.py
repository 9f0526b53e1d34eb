"""A package imports only from packages below its own; only the command line prints, exits or knows Typer."""

import ast
from pathlib import Path

import newskit

PACKAGE = Path(newskit.__file__).parent
LAYERS = "lexicon output workers input text article stemming analyses records corpus cli".split()  # noqa: SIM905
BESIDE = {"__init__", "__main__", "document", "errors"}
"""The modules beside the packages: faces of Python and ``python -m``; nouns and errors, for every package."""


def imports(path: Path) -> set[str]:
    """The modules of newskit that a file imports, at the top or inside a function, without the first name."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        found |= {name.removeprefix("newskit.") for name in names if name.startswith("newskit.")}
    return found


def test_what_stands_beside_the_packages() -> None:
    assert {path.stem for path in PACKAGE.glob("*.py")} == BESIDE
    assert {path.name for path in PACKAGE.iterdir() if path.is_dir()} <= {*LAYERS, "__pycache__"}


def test_every_package_looks_down() -> None:
    for path in PACKAGE.rglob("*.py"):
        package = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        if package in {"__init__", "__main__"}:  # the faces
            continue
        below = {*LAYERS[: LAYERS.index(package) + 1]} if package in LAYERS else set()
        for module in imports(path):
            name = module.partition(".")[0]
            assert name in {*below, *BESIDE, "__version__"}, f"{path.relative_to(PACKAGE)} imports {module}"


def test_only_the_command_line_talks_to_the_user() -> None:
    for path in PACKAGE.rglob("*.py"):
        if path.relative_to(PACKAGE).parts[0] == "cli":
            continue
        tree = ast.parse(path.read_text("utf-8"))
        named = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        assert not any(module.startswith("typer") for module in named), path.name
        calls = {
            node.func.id
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        assert not calls & {"print", "exit", "eval", "exec"}, path.name
