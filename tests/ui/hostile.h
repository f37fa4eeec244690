// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody might write into a title, a banner, a certificate or a watchlist to be more than text.
#pragma once

#include <array>
#include <string>
#include <utility>
#include <vector>

namespace kpwatch::hostile {

inline std::string repeated(const std::string& piece, int times) {
    std::string result;
    for (int i = 0; i < times; ++i)
        result += piece;
    return result;
}

inline std::vector<std::pair<const char*, std::string>> texts() {
    using namespace std::string_literals;
    return {
        // markup
        {"bold", "<b>KCNA</b>"},
        {"image", "<img src=http://198.51.100.1/x.png>"},
        {"image on error", "<img src=x onerror=alert(1)>"},
        {"local image", "<img src='file:///etc/passwd'>"},
        {"link", "<a href='http://198.51.100.1/'>KCNA</a>"},
        {"heading", "<h1>KCNA</h1><hr>"},
        {"table", "<table><tr><td>KCNA"},
        {"style", "<style>*{font-size:200px}</style>KCNA"},
        {"script", "<script>alert(1)</script>"},
        {"document", "<!DOCTYPE html><html><body>KCNA"},
        {"qt", "<qt><nobr>KCNA"},
        {"comment", "<!-- -->KCNA<!--"},
        {"entities", "&lt;b&gt;&amp;&#x202e;&nbsp;"},
        {"half a tag", "<"},
        {"broken tag", "</span><b"},
        {"CDATA", "<![CDATA[KCNA]]>"},
        {"svg", "<svg onload=alert(1)>"},
        {"markdown", "[KCNA](javascript:alert(1)) **x**"},
        // terminals
        {"colour", "\x1b[31mKCNA\x1b[0m"},
        {"clear", "\x1b[2J\x1b[H"},
        {"title", "\x1b]0;KCNA\x07"},
        {"C1", "\xc2\x9b"
               "31mKCNA"},
        {"bell and backspace", "KCNA\a\b\b\b\b"},
        {"nul", "KC\0NA"s},
        {"newlines", "KCNA\r\n\r\nAll four sites answer"},
        {"tabs", "KCNA\t\v\fNaenara"},
        {"delete", "KCNA\x7f"},
        // steering
        {"override", "\u202EANCK"},
        {"embedding", "\u202B\u202A KCNA \u202C"},
        {"isolates", "\u2066KCNA\u2067\u2068\u2069"},
        {"marks", "KCNA\u200E\u200F\u061C"},
        {"zero width", "K\u200BC\u200CN\u200DA\uFEFF"},
        {"soft hyphen", "KC\u00ADNA"},
        {"fillers", "\u3164\u115F\u1160\uFFA0"},
        {"tag letters", "KCNA\U000E0041\U000E007F"},
        {"line separators", "KCNA\u2028\u2029Naenara"},
        {"private use", "\uE000\U0010FFFD"},
        {"no characters", "\uFFFE\uFFFF"},
        {"annotation", "\uFFF9KCNA\uFFFA\uFFFB"},
        // bytes
        {"bad utf-8", "KCNA\xff\xfe\xc3"},
        {"surrogates", "\xed\xa0\x80\xed\xb0\x80"},
        {"overlong", "\xc0\xaf\xe0\x80\xaf"},
        // size
        {"long", std::string(10'000, 'x')},
        {"long word of signs", repeated("<&\"'>", 2'000)},
        {"marks without end", "x" + repeated("\u0323\u0301", 5'000)},
        {"wide", repeated("\uFDFD", 500)},
        {"emoji", repeated("\U0001F469\u200D\U0001F469\u200D\U0001F467", 500)},
        // formulas, formats, paths
        {"formula", "=HYPERLINK(\"http://198.51.100.1/\";\"KCNA\")"},
        {"command", "@SUM(1+1)*cmd|' /C calc'!A0"},
        {"plus", "+1-2=3"},
        {"places", "%1 %2 %3 %L1 %n %99"},
        {"printf", "%s%s%s%n"},
        {"mnemonic", "&KCNA && co"},
        {"path", "../../etc/passwd"},
        {"sql", "'; DROP TABLE observation; --"},
        {"only marks", "\u0300\u0301\u0302"},
        {"only space", " \t\u3000 "},
    };
}

} // namespace kpwatch::hostile
