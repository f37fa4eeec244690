#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which sources of a library may be compiled as one, for the build that users make.

Prints a line "GROUP FILE" for each. What a source keeps to itself (its unnamed namespace, its using-declarations) becomes
visible to the others of its group: two that give one name to different things never share a group.
"""
import re
import sys

FILES_A_GROUP = 14

DEFINITION = re.compile(
    r"(?:struct|class|enum class|enum) (\w+)|using (\w+) =|"
    r"(?!\s|using|namespace|template|operator|public|private)[\w:<>,&*\s\[\]]*?[\s&*>](\w+)\s*[({=\[;]"
)


def own_names(path):
    """What is named at the outermost level of the unnamed namespaces and by using, with the text that names it."""
    names, unnamed = {}, False
    with open(path, encoding="utf-8") as source:
        for line in source:
            if line.startswith("namespace {"):
                unnamed = True
            elif line.startswith("} // namespace\n"):
                unnamed = False
            elif taken := re.match(r"using [\w:]*::(\w+);", line):
                names[taken[1]] = line
            elif (unnamed or line.startswith(("static ", "using "))) and (found := DEFINITION.match(line)):
                names[found[found.lastindex]] = path
    return names


def main():
    groups = []  # [names, files]
    for path in sys.argv[1:]:
        names = own_names(path)
        for group_names, files in groups:
            if len(files) < FILES_A_GROUP and all(group_names.get(name, text) == text for name, text in names.items()):
                break
        else:
            group_names, files = {}, []
            groups.append((group_names, files))
        group_names.update(names)
        files.append(path)
    for number, (_, files) in enumerate(groups):
        for path in files:
            print(number, path)


if __name__ == "__main__":
    main()
