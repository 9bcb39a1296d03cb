#!/usr/bin/env python3
"""Looks in all memory of a running process for texts, as a core dump of it would hold them.

Usage: in_memory.py PID WORD...    Exit: 0 none is there, 1 found (what and in which mapping is printed).
"""
import re
import sys


def regions(pid):
    with open(f"/proc/{pid}/maps", encoding="utf-8") as maps:
        for line in maps:
            fields = line.split(maxsplit=5)
            start, end = (int(address, 16) for address in fields[0].split("-"))
            if "r" in fields[1]:
                yield start, end, fields[5].strip() if len(fields) > 5 else "(anonymous)"


def main():
    pid, words = sys.argv[1], sys.argv[2:]
    # As it is stored, as layout has it, and as other libraries might.
    forms = {word.encode(form): f"{word} ({form})" for word in words for form in ("utf-8", "utf-16-le", "utf-32-le")}
    pattern = re.compile(b"|".join(re.escape(form) for form in forms))
    found, read = {}, 0
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        for start, end, name in regions(pid):
            # Page by page is slow; 16 MiB with an overlap, so that nothing hides on an edge.
            if end - start > 64 << 30:
                continue  # the shadow of a sanitizer: no text
            for at in range(start, end, 16 << 20):
                try:
                    memory.seek(at)
                    part = memory.read(min(end - at, (16 << 20) + 1024))
                except (OSError, ValueError, OverflowError):
                    continue  # guard pages and what the kernel keeps for itself
                read += len(part)
                for match in pattern.finditer(part):
                    key = f"{forms[match.group()]} in {name}"
                    found[key] = found.get(key, 0) + 1
    for what, times in sorted(found.items()):
        print(f"{times} x {what}")
    if read < 1 << 20:
        print("the memory cannot be read; this needs root")
        return 2
    return 1 if found else 0


sys.exit(main())
