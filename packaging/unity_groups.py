#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which sources of a library may be compiled as one, for the build that users make.

Prints a line "GROUP FILE" for each. What a source keeps to itself in an unnamed namespace becomes visible to the others
of its group: so it never shares one with a source that as much as mentions such a name, whatever it means by it.
"""
import re
import sys

FILES_A_GROUP = 14

DEFINITION = re.compile(
    r"(?:struct|class|enum class|enum) (\w+)|using (\w+) =|"
    r"(?!\s|using|namespace|template|operator|public|private)[\w:<>,&*\s\[\]]*?[\s&*>](\w+)\s*[({=\[;]"
)

FURTHER = re.compile(r", (\w+)(?: =|[{;])")  # constants that share a declaration
COMMENT_OR_STRING = re.compile(r'//[^\n]*|"(?:\\.|[^"\\\n])*"')
WORD = re.compile(r"(?<![\w.])(?<!->)\w+")  # not what is asked of an object


def read(path):
    """What is named at the outermost level of the unnamed namespaces, and every word that may speak of such a name."""
    own, unnamed = set(), False
    with open(path, encoding="utf-8") as source:
        text = source.read()
    for line in text.splitlines():
        if line.startswith("namespace {"):
            unnamed = True
        elif line == "} // namespace":
            unnamed = False
        elif (unnamed or line.startswith(("static ", "using "))) and (found := DEFINITION.match(line)):
            own.add(found[found.lastindex])
            own.update(FURTHER.findall(line) if line.startswith("const") else ())
    return own, set(WORD.findall(COMMENT_OR_STRING.sub("", text)))


def main():
    groups = []  # [names, words, files]
    for path in sys.argv[1:]:
        own, words = read(path)
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
