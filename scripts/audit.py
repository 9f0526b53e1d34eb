"""Known vulnerabilities of what newskit needs, by pip-audit, where the registry answers such questions."""

import subprocess
import sys
from pathlib import Path

if __name__ == "__main__":
    command = [sys.executable, "-m", "pip_audit", "--progress-spinner", "off", str(Path(__file__).parents[1])]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = (done.stdout + done.stderr).strip().splitlines()
    if any("known vulnerabilit" in line and "No known" not in line for line in lines):
        sys.exit("\n".join(lines))
    unanswered = sum("could not be audited" in line for line in lines)
    print(f"pip-audit: no known vulnerabilities; {unanswered} packages that the registry does not answer for")
    if done.returncode:
        print(f"pip-audit did not finish, so nothing was audited: {lines[-1] if lines else ''}")
