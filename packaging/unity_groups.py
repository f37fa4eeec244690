#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which sources of a library may be compiled as one, for the build that users make.

Prints a line "GROUP FILE" for each. What a source keeps to itself in an unnamed namespace becomes visible to the others
of its group: so it never shares one with a source that as much as mentions such a name, whatever it means by it, nor with
one whose headers declare it.
"""
import functools
import pathlib
import re
import sys

FILES_A_GROUP = 28
ROOT = pathlib.Path(__file__).resolve().parent.parent

DEFINITION = re.compile(
    r"(?:struct|class|enum class|enum) (\w+)|using (\w+) =|"
    r"(?!\s|using|namespace|template|operator|public|private)[\w:<>,&*\s\[\]]*?[\s&*>](\w+)\s*[({=\[;]"
)
FURTHER = re.compile(r", (\w+)(?: =|[{;])")  # constants that share a declaration
COMMENT_OR_STRING = re.compile(r'//[^\n]*|"(?:\\.|[^"\\\n])*"')
WORD = re.compile(r"(?<![\w.])(?<!->)\w+")  # not what is asked of an object
INCLUDE = re.compile(r'^#include "([^"]+)"', re.MULTILINE)


def names_on(line):
    """What a line at the outermost level defines or declares."""
    found = DEFINITION.match(line)
    if not found:
        return []
    return [found[found.lastindex]] + (FURTHER.findall(line) if line.startswith(("const", "static const")) else [])


@functools.cache
def declared_by(header):
    """What a header of ours declares, with those that it includes."""
    if not header.is_file():
        return frozenset()  # a library's, or made by the build
    text = header.read_text(encoding="utf-8")
    names = {name for line in text.splitlines() for name in names_on(line)}
    return frozenset(names.union(*(declared_by(ROOT / name) for name in INCLUDE.findall(text))))


def read(path):
    """What is named at the outermost level of the unnamed namespaces, and every word that may speak of such a name."""
    text = pathlib.Path(path).read_text(encoding="utf-8")
    own, unnamed = set(), False
    for line in text.splitlines():
        if line.startswith("namespace {"):
            unnamed = True
        elif line == "} // namespace":
            unnamed = False
        elif unnamed or line.startswith(("static ", "using ")):
            own.update(names_on(line))
    words = set(WORD.findall(COMMENT_OR_STRING.sub("", text)))
    return own, words.union(*(declared_by(ROOT / name) for name in INCLUDE.findall(text)))


def main():
    groups = []  # [names, words, files]
    # Who says most is the hardest to place.
    for path, (own, words) in sorted(((path, read(path)) for path in sys.argv[1:]), key=lambda each: -len(each[1][1])):
        for names, spoken, files in groups:
            if len(files) < FILES_A_GROUP and names.isdisjoint(words) and spoken.isdisjoint(own):
                break
        else:
            names, spoken, files = set(), set(), []
            groups.append((names, spoken, files))
        names |= own
        spoken |= words
        files.append(path)
    for number, (_, _, files) in enumerate(groups):
        for path in files:
            print(number, path)


if __name__ == "__main__":
    main()
