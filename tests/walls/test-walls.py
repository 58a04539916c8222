#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Arrows go downward only. Reads every #include of src/, and preprocesses one forbidden #include
per row with the very flags of its layer: it must be refused, and refused because of that header.

usage: test-walls.py SOURCE_ROOT BUILD_ROOT
"""
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

source, build = (pathlib.Path(p).resolve() for p in sys.argv[1:3])

# What a layer may include of the others.
ALLOWED = {
    "base": set(),
    "records": {"base"},
    "rules": {"base", "records"},
    "store": {"base", "records"},
    "sheet": {"base"},
    "annex": {"base", "records", "sheet"},
    "chart": {"base"},
    "photo": {"base"},
    "jobs": {"base", "records", "rules", "store", "sheet", "annex", "chart", "photo"},
    "cli": {"base", "records", "rules", "sheet", "annex", "chart", "jobs"},
    "app": {"base", "records", "rules", "sheet", "annex", "chart", "photo", "jobs"},
}
# System headers that have one room each.
ROOMS = [
    (re.compile(r"sqlite3|libpq"), {"store"}),
    (re.compile(r"xlsxwriter|minizip|(un)?zip\.h|expat"), {"sheet"}),
    (re.compile(r"gdk-pixbuf|libexif|jpeglib|png\.h"), {"photo"}),
    (re.compile(r"gtk/|gdk/|gsk/|adwaita"), {"app"}),
    (re.compile(r"cairo|pango"), {"sheet", "chart", "jobs", "cli", "app"}),
]
# layer, header that it must not reach, header that it may (so that the row is known to bite).
FORBIDDEN = [
    ("base", '"compound.h"', '"date.h"'),
    ("base", "<sqlite3.h>", '"date.h"'),
    ("base", "<gtk/gtk.h>", '"date.h"'),
    ("records", '"sheet.h"', '"date.h"'),
    ("records", '"ledger.h"', '"date.h"'),
    ("records", "<sqlite3.h>", '"date.h"'),
    ("rules", '"ledger.h"', '"compound.h"'),
    ("rules", '"sheet.h"', '"compound.h"'),
    ("rules", "<sqlite3.h>", '"compound.h"'),
    ("rules", "<gtk/gtk.h>", '"compound.h"'),
    ("store", '"sheet.h"', "<sqlite3.h>"),
    ("store", '"completeness.h"', "<sqlite3.h>"),
    ("store", "<xlsxwriter.h>", "<sqlite3.h>"),
    ("store", "<gtk/gtk.h>", "<sqlite3.h>"),
    ("sheet", '"compound.h"', "<xlsxwriter.h>"),
    ("sheet", "<sqlite3.h>", "<expat.h>"),
    ("sheet", "<gtk/gtk.h>", "<expat.h>"),
    ("annex", '"ledger.h"', '"sheet.h"'),
    ("annex", "<xlsxwriter.h>", '"sheet.h"'),
    ("annex", "<sqlite3.h>", '"sheet.h"'),
    ("photo", '"ledger.h"', "<gdk-pixbuf/gdk-pixbuf.h>"),
    ("photo", "<sqlite3.h>", "<gdk-pixbuf/gdk-pixbuf.h>"),
    ("photo", "<gtk/gtk.h>", "<libexif/exif-data.h>"),
    ("jobs", "<sqlite3.h>", '"ledger.h"'),
    ("jobs", "<gdk-pixbuf/gdk-pixbuf.h>", '"photo-image.h"'),
    ("jobs", "<libexif/exif-data.h>", '"photo-image.h"'),
    ("jobs", "<xlsxwriter.h>", '"ledger.h"'),
    ("jobs", "<gtk/gtk.h>", '"ledger.h"'),
    ("cli", "<sqlite3.h>", '"registry.h"'),
    ("cli", '"ledger.h"', '"registry.h"'),
    ("cli", "<xlsxwriter.h>", '"registry.h"'),
    ("cli", "<gtk/gtk.h>", '"registry.h"'),
    ("app", "<sqlite3.h>", "<gtk/gtk.h>"),
    ("app", '"ledger.h"', "<gtk/gtk.h>"),
    ("app", "<xlsxwriter.h>", "<gtk/gtk.h>"),
    ("app", "<libexif/exif-data.h>", "<gtk/gtk.h>"),
]

count = 0
failures = 0


def report(good, name, *why):
    global count, failures
    count += 1
    failures += not good
    print(f"{'ok' if good else 'not ok'} {count} {name}", flush=True)
    for line in why if not good else ():
        print(f"# {line}", flush=True)


def scan(layer, owner):
    """Every #include of one layer that points upward or into another's room."""
    faults = []
    for path in sorted((source / "src" / layer).rglob("*.[ch]")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            found = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line)
            if not found:
                continue
            kind, header = found.groups()
            where = f"{path.relative_to(source)}:{number}: {header}"
            if kind == '"':
                rooms = owner.get(header, set())
                if "/" in header or (rooms and not rooms & (ALLOWED[layer] | {layer})):
                    faults.append(where)
            for pattern, rooms in ROOMS:
                if pattern.match(header) and layer not in rooms:
                    faults.append(where)
    return faults


def flags_of(layer, commands):
    """The compiler and flags with which the first source of the layer is built."""
    for entry in commands:
        path = (pathlib.Path(entry["directory"]) / entry["file"]).resolve()
        if path.parent == source / "src" / layer and path.suffix == ".c":
            words = shlex.split(entry["command"])
            kept, skip = [], False
            for word in words:
                if skip or word in ("-MD", "-c", entry["file"]):
                    skip = False
                elif word in ("-MQ", "-MF", "-o"):
                    skip = True
                else:
                    kept.append(word)
            return kept
    return None


def reaches(flags, folder, header):
    """The preprocessor alone decides it: it stops at the first header that it does not find."""
    probe = folder / "probe.c"
    probe.write_text(f'#include "config.h"\n#include {header}\n')
    done = subprocess.run(flags + ["-E", "-o", os.devnull, str(probe)], cwd=build, text=True,
                          capture_output=True, stdin=subprocess.DEVNULL)
    return done.returncode == 0, done.stderr


# What tools/check-windows must see, and what it must leave alone.
WINDOWS = [
    ("posix-header", "#include <unistd.h>\n", False),
    ("posix-call", "int f (void);\nint f (void) { return fork (); }\n", False),
    ("plain-open", "void *f (void);\nvoid *f (void) { return fopen (\"a\", \"r\"); }\n", False),
    ("long", "extern unsigned long n;\n", False),
    ("guarded", "#ifdef G_OS_UNIX\n#include <unistd.h>\n#endif\n", True),
    ("other-side-of-guard", "#ifdef G_OS_UNIX\n#else\n#include <unistd.h>\n#endif\n", False),
    ("in-words", "/* a long fork () */\nextern const char *s; /* open () */\n", True),
    ("of-glib", "int f (void);\nint f (void) { return g_unlink (\"a\"); }\n", True),
]


def windows_scan(text):
    with tempfile.TemporaryDirectory() as folder:
        probe = pathlib.Path(folder) / "probe.c"
        probe.write_text(text)
        return subprocess.run([source / "tools/check-windows", probe], capture_output=True, text=True)


def broken_links(document):
    """Pictures and pages that a document of the tree names and that are not there."""
    text = (source / document).read_text(encoding="utf-8")
    return [link for link in re.findall(r"\]\(([^)#]+)", text)
            if "://" not in link and not (source / link).exists()]


DOCUMENTS = ["README.md", "README.zh_CN.md", "CONTRIBUTING.md"]

layers = [path.name for path in (source / "src").iterdir() if path.name in ALLOWED]
owner = {}
for layer in layers:
    for path in (source / "src" / layer).rglob("*.h"):
        owner.setdefault(path.name, set()).add(layer)

print(f"1..{len(layers) + 1 + len(FORBIDDEN) + len(WINDOWS) + len(DOCUMENTS)}")
report(set(layers) == set(ALLOWED), "/walls/every-layer-has-its-rule",
       f"folders of src/ and rules differ: {sorted(set(layers) ^ set(ALLOWED))}")
for layer in layers:
    faults = scan(layer, owner)
    report(not faults, f"/walls/includes/{layer}", *faults)

commands = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
controls = {}
with tempfile.TemporaryDirectory() as folder:
    for layer, forbidden, allowed in FORBIDDEN:
        flags = flags_of(layer, commands)
        name = f"/walls/refused/{layer}/{forbidden.strip('<>').strip(chr(34))}"
        if flags is None:
            report(False, name, f"nothing of src/{layer} is built")
            continue
        if (layer, allowed) not in controls:
            controls[layer, allowed] = reaches(flags, pathlib.Path(folder), allowed)
        control, text = controls[layer, allowed]
        passed, message = reaches(flags, pathlib.Path(folder), forbidden)
        report(control and not passed and forbidden.strip('<>"') in message, name,
               f"{allowed} must be reached: {control}; {forbidden} must not: {not passed}", *text.splitlines()[:4])
for name, text, passes in WINDOWS:
    done = windows_scan(text)
    report((done.returncode == 0) == passes, f"/windows/scan/{name}", *done.stdout.splitlines())
for document in DOCUMENTS:
    broken = broken_links(document)
    report(not broken, f"/docs/links/{document}", *broken)
sys.exit(1 if failures else 0)
