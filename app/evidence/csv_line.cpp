// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/csv_line.h"

#include "probes/wire/untrusted_text.h"

#include <algorithm>
#include <array>

namespace kpwatch {

namespace {

constexpr std::size_t longestCell = 8192; // characters; the longest are the hops of a trace

// A spreadsheet would run a text that begins like a formula (OWASP, CSV injection), some of them also with the wide
// forms of East Asian keyboards.
bool beginsLikeAFormula(std::string_view cell) {
    constexpr std::array<std::string_view, 8> beginnings{"=", "+", "-", "@", "＝", "＋", "－", "＠"};
    return std::ranges::any_of(beginnings, [&](std::string_view beginning) { return cell.starts_with(beginning); });
}

} // namespace

CsvLine& CsvLine::text(std::string_view cell) {
    std::string plain = cleanedText(cell, longestCell);
    if (beginsLikeAFormula(plain))
        plain.insert(plain.begin(), '\'');
    separate();
    if (plain.find_first_of(",;|\"") == std::string::npos) { // some countries' spreadsheets split at semicolons
        m_line += plain;
        return *this;
    }
    m_line += '"';
    for (const char letter : plain)
        m_line += letter == '"' ? std::string("\"\"") : std::string(1, letter);
    m_line += '"';
    return *this;
}

CsvLine& CsvLine::number(std::int64_t number) {
    separate();
    m_line += std::to_string(number);
    return *this;
}

void CsvLine::separate() {
    if (!m_first)
        m_line += ',';
    m_first = false;
}

} // namespace kpwatch
