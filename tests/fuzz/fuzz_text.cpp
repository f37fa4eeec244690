// SPDX-License-Identifier: GPL-3.0-or-later
// Text of others on its way to a screen, a terminal or a table: nothing that steers what is seen comes out, and a cell
// of a table is one cell, and no formula. The first byte says how long it may be.
#include "app/evidence/csv_line.h"
#include "probes/wire/untrusted_text.h"
#include "tests/fuzz/fuzzing.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

using namespace kpwatch;
using fuzzing::require;

namespace {

// Control, format (bidirectional overrides among them), surrogates, private use, unassigned; and what is not seen.
bool steers(UChar32 character) {
    const std::uint32_t kind = U_GET_GC_MASK(character);
    return (kind & (U_GC_C_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK)) != 0 ||
           u_hasBinaryProperty(character, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0 ||
           u_hasBinaryProperty(character, UCHAR_BIDI_CONTROL) != 0;
}

void check(const std::string& clean, std::size_t longest) {
    const icu::UnicodeString text = icu::UnicodeString::fromUTF8(clean);
    std::string again;
    require(text.toUTF8String(again) == clean); // it was valid UTF-8
    require(static_cast<std::size_t>(text.countChar32()) <= longest);
    for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1))
        require(!steers(text.char32At(at)));
    require(!clean.starts_with(' ') && !clean.ends_with(' ') && clean.find("  ") == std::string::npos);
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2* const form = icu::Normalizer2::getNFCInstance(error);
    require(form->isNormalized(text, error) != 0);
    require(cleanedText(clean, longest) == clean); // nothing is left to be cleaned
}

void checkCell(std::string_view cell) {
    require(cell.find_first_of("\r\n\t") == std::string_view::npos);
    const bool quoted = cell.starts_with('"');
    const std::string_view inside = quoted ? cell.substr(1, cell.size() - 2) : cell;
    require(inside.empty() || std::string_view("=+-@").find(inside.front()) == std::string_view::npos);
    if (!quoted) {
        require(cell.find_first_of(",;\"") == std::string_view::npos);
        return;
    }
    require(cell.size() >= 2 && cell.back() == '"');
    for (std::size_t at = 0; at < inside.size(); ++at)
        if (inside[at] == '"')
            require(++at < inside.size() && inside[at] == '"');
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto [longest, text] = fuzzing::chosen(data, size);
    check(cleanedText(text, longest), longest);
    checkCell(CsvLine().text(text).take());
    return 0;
}
