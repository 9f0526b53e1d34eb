"""``python -m newskit``: the same as ``newskit``, where no binaries are on PATH."""

from newskit.cli import main

if __name__ == "__main__":
    main()
