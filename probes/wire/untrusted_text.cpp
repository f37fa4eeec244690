// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/wire/untrusted_text.h"

#include <algorithm>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <vector>

namespace kpwatch {

namespace {

constexpr UChar32 replacement = 0xFFFD, ellipsis = 0x2026;

// Four bytes a character at most, and room for what is dropped: a hostile text is not worth more work.
constexpr std::size_t bytesPerCharacter = 32;

icu::UnicodeString composed(const icu::UnicodeString& text) {
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2* const form = icu::Normalizer2::getNFCInstance(error);
    const icu::UnicodeString result = U_SUCCESS(error) ? form->normalize(text, error) : text;
    return U_SUCCESS(error) ? result : text;
}

bool isMark(UChar32 character) { return (U_GET_GC_MASK(character) & U_GC_M_MASK) != 0; }

// Not seen, or steering how other characters are seen.
bool isHidden(UChar32 character) {
    constexpr std::uint32_t hidden = U_GC_CC_MASK | U_GC_CF_MASK | U_GC_CS_MASK | U_GC_CO_MASK | U_GC_CN_MASK;
    return (U_GET_GC_MASK(character) & hidden) != 0 ||
           u_hasBinaryProperty(character, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

icu::UnicodeString read(std::string_view raw) {
    return icu::UnicodeString::fromUTF8(icu::StringPiece(raw.data(), static_cast<std::int32_t>(raw.size())));
}
icu::UnicodeString written(const std::vector<UChar32>& line) {
    return icu::UnicodeString::fromUTF32(line.data(), static_cast<std::int32_t>(line.size()));
}

std::vector<UChar32> kept(const icu::UnicodeString& text) {
    std::vector<UChar32> line;
    for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
        const UChar32 character = text.char32At(at);
        if (u_isUWhiteSpace(character) != 0) {
            if (!line.empty() && line.back() != ' ')
                line.push_back(' ');
        } else if (!isMark(character)) {
            line.push_back(isHidden(character) ? replacement : character);
        }
    }
    if (!line.empty() && line.back() == ' ')
        line.pop_back();
    return line;
}

} // namespace

std::string cleanedText(std::string_view raw, std::size_t length) {
    if (length == 0)
        return {};
    const std::string_view enough = raw.substr(0, std::min(raw.size(), length * bytesPerCharacter));
    // Once more: what a dropped mark stood between may compose now (two Korean letters are one syllable).
    icu::UnicodeString line = composed(written(kept(composed(read(enough)))));
    if (static_cast<std::size_t>(line.countChar32()) > length) {
        line.truncate(line.moveIndex32(0, static_cast<std::int32_t>(length - 1)));
        line.append(ellipsis);
    }
    std::string text;
    line.toUTF8String(text);
    return text;
}

} // namespace kpwatch
