#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the fonts the program carries inside itself, resources/fonts, from Debian 12's fonts-inter and fonts-noto-cjk.

Inter gets its tabular digits frozen in: clocks, times and columns must not jump, and Qt before 6.7 cannot ask a font
for a feature. Charts that leave keep Inter's own digits and contextual forms, "KPWatch Chart": their SVG is set in plain
Inter elsewhere, and what draws it there knows no features either (librsvg). The Hangul of Noto Sans CJK KR is cut out,
because the whole collection is 20 MB a weight. Both are under the SIL Open Font License, which asks that changed versions
do not carry a reserved name: hence the names.
The same input gives the same bytes, with the same fontTools: versions.txt says which they were.

    make_fonts.py [--inter DIR] [--noto DIR] [--out DIR]
"""

import argparse
import pathlib
import sys

import fontTools
from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont
from fontTools.ttLib.tables.otBase import USE_HARFBUZZ_REPACKER

FAMILY = "KPWatch Sans"
CHART_FAMILY = "KPWatch Chart"
HANGUL_FAMILY = "KPWatch Sans KR"
WEIGHTS = ("Regular", "Medium", "SemiBold", "Bold")

# Latin with its accents (European place names), punctuation, arrows, the mathematical signs of a text.
LATIN = [
    *range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x218, 0x21C), *range(0x1E80, 0x1E86), 0x2C6, 0x2DA, 0x2DC,
    *range(0x2010, 0x2028), *range(0x2030, 0x203B), 0x2044, 0x20AC, 0x20A9, 0x2116, 0x2122, *range(0x2190, 0x219A),
    0x2212, 0x2215, 0x221E, 0x2248, 0x2260, 0x2264, 0x2265, 0x25B2, 0x25B6, 0x25BC, 0x25CF, 0x2713, 0x2717, 0xFFFD,
]


def hangul():
    """Jamo, the 2350 syllables of KS X 1001 (what Korean newspapers are set in) and CJK punctuation."""
    syllables = []
    for code in range(0xAC00, 0xD7A4):
        if len(chr(code).encode("euc_kr")) == 2:  # the others it spells out, in eight bytes
            syllables.append(code)
    return [*syllables, *range(0x3131, 0x318F), *range(0x3000, 0x3012), 0x3014, 0x3015, 0x30FB, 0xFF01, 0xFF08, 0xFF09,
            0xFF0C, 0xFF0E, 0xFF1A, 0xFF1F, 0x203B]


def tabular_digits(font):
    """Points the digits of the character map at what the 'tnum' feature would have put there."""
    gsub = font["GSUB"].table
    lookups = {index for record in gsub.FeatureList.FeatureRecord if record.FeatureTag == "tnum"
               for index in record.Feature.LookupListIndex}
    mapping = {}
    for index in sorted(lookups):
        for table in gsub.LookupList.Lookup[index].SubTable:
            single = table.ExtSubTable if table.LookupType == 7 else table
            mapping.update(single.mapping)
    for table in font["cmap"].tables:
        if table.isUnicode():
            for digit in range(ord("0"), ord("9") + 1):
                # Tables that share their bytes share the dictionary too: the second visit finds it done.
                table.cmap[digit] = mapping.get(table.cmap[digit], table.cmap[digit])
    digits = [font.getBestCmap()[digit] for digit in range(ord("0"), ord("9") + 1)]
    widths = [font["hmtx"][glyph][0] for glyph in digits]
    # The interpolated weights of Inter round a digit or two differently (5 of 2816 units).
    if max(widths) - min(widths) > 8:
        sys.exit(f"make_fonts: the digits of {font['name'].getDebugName(4)} are {sorted(set(widths))} units wide")
    for glyph in digits:
        font["hmtx"][glyph] = (max(widths), font["hmtx"][glyph][1])


def rename(font, family, style):
    """One family for all weights: Qt tells them apart by OS/2.usWeightClass."""
    postscript = family.replace(" ", "") + "-" + style
    names = {1: family, 2: style, 3: postscript, 4: f"{family} {style}", 6: postscript}
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in (0, 13, 14)
                   and record.platformID == 3 and record.langID == 0x409]
    for name_id, text in names.items():
        table.setName(text, name_id, 3, 1, 0x409)
    cff = font["CFF "].cff
    cff.fontNames = [postscript]
    top = cff.topDictIndex[0]
    top.FamilyName, top.FullName, top.Weight = family, f"{family} {style}", style


def reduce(font, characters, features):
    font.cfg[USE_HARFBUZZ_REPACKER] = False  # which would write other bytes where it is installed
    options = subset.Options()
    options.layout_features = features
    options.hinting = False
    options.desubroutinize = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.name_languages = ["*"]
    options.drop_tables += ["DSIG", "vhea", "vmtx", "VORG", "BASE"]
    options.recalc_timestamp = False
    cut = subset.Subsetter(options)
    cut.populate(unicodes=characters)
    cut.subset(font)


def make_latin(source, style, target):
    font = TTFont(source, recalcTimestamp=False)
    tabular_digits(font)
    reduce(font, LATIN, ["kern", "mark", "mkmk", "ccmp"])
    rename(font, FAMILY, style)
    font.save(target)


# With all that a renderer applies unasked (OpenType, "feature tags": on by default), so that lines are as wide elsewhere;
# but for "calt": the colon between figures would be a glyph of another name, which no search in a PDF finds as a colon.
def make_chart(source, style, target):
    font = TTFont(source, recalcTimestamp=False)
    reduce(font, LATIN, ["kern", "mark", "mkmk", "ccmp", "clig", "liga", "locl", "rlig"])
    rename(font, CHART_FAMILY, style)
    font.save(target)


def make_hangul(source, style, target):
    for number in range(len(TTCollection(source, lazy=True).fonts)):
        font = TTFont(source, fontNumber=number, lazy=True, recalcTimestamp=False)
        if font["name"].getDebugName(1) == "Noto Sans CJK KR":
            break
    else:
        sys.exit(f"make_fonts: {source} holds no Noto Sans CJK KR; install Debian's fonts-noto-cjk")
    reduce(font, hangul(), ["kern"])
    rename(font, HANGUL_FAMILY, style)
    font.save(target)


def version(source):
    return TTFont(source, fontNumber=0, lazy=True)["name"].getDebugName(5).removeprefix("Version ")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    debian = pathlib.Path("/usr/share/fonts/opentype")
    parser.add_argument("--inter", type=pathlib.Path, default=debian / "inter")
    parser.add_argument("--noto", type=pathlib.Path, default=debian / "noto")
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent / "fonts")
    folders = parser.parse_args()
    folders.out.mkdir(parents=True, exist_ok=True)
    # First, so that who compares sees other versions before what came of them.
    (folders.out / "versions.txt").write_text(f"Inter {version(folders.inter / 'Inter-Regular.otf')}\n"
                                              f"Noto Sans CJK {version(folders.noto / 'NotoSansCJK-Regular.ttc')}\n"
                                              f"fontTools {fontTools.version}\n")
    for style in WEIGHTS:
        make_latin(folders.inter / f"Inter-{style}.otf", style, folders.out / f"KPWatchSans-{style}.otf")
        make_chart(folders.inter / f"Inter-{style}.otf", style, folders.out / f"KPWatchChart-{style}.otf")
    # Two weights, 0.3 MB each: Qt does not thicken a font that another lends it, so headings would be as thin as text.
    for style in ("Regular", "Bold"):
        make_hangul(folders.noto / f"NotoSansCJK-{style}.ttc", style, folders.out / f"KPWatchSansKR-{style}.otf")


if __name__ == "__main__":
    main()
