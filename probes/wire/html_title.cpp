// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/wire/html_title.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <iconv.h>
#include <optional>

namespace kpwatch {

namespace {

constexpr std::size_t searchedBytes = 64 * 1024;
constexpr std::size_t metaBytes = 1024; // where HTML wants the declaration to be
constexpr std::size_t longestTitle = 512;
constexpr std::string_view replacement = "\xEF\xBF\xBD"; // U+FFFD
constexpr std::string_view space = " \t\r\n\f";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::size_t findIgnoringCase(std::string_view text, std::string_view wanted) {
    const auto* const found = std::search(text.begin(), text.end(), wanted.begin(), wanted.end(),
                                          [](char a, char b) { return lower(a) == lower(b); });
    return found == text.end() ? std::string_view::npos : static_cast<std::size_t>(found - text.begin());
}

// Names as pages write them, and what iconv is asked for. A fixed list: the server's word never reaches iconv, which
// would load a module by that name.
struct Charset {
    std::string_view written;
    const char* name;
};
constexpr std::array charsets{Charset{"utf-8", "UTF-8"},         Charset{"utf8", "UTF-8"},
                              Charset{"euc-kr", "CP949"},        Charset{"ks_c_5601-1987", "CP949"},
                              Charset{"ks_c_5601", "CP949"},     Charset{"cp949", "CP949"},
                              Charset{"uhc", "CP949"},           Charset{"gb2312", "GB18030"},
                              Charset{"gbk", "GB18030"},         Charset{"gb18030", "GB18030"},
                              Charset{"big5", "BIG5"},           Charset{"shift_jis", "CP932"},
                              Charset{"euc-jp", "EUC-JP"},       Charset{"iso-8859-1", "CP1252"},
                              Charset{"windows-1252", "CP1252"}, Charset{"windows-1251", "CP1251"},
                              Charset{"koi8-r", "KOI8-R"}};

// The character set after "charset=" in a header or a <meta>; nullptr if there is none we know.
const char* declaredCharset(std::string_view text) {
    const std::size_t found = findIgnoringCase(text, "charset=");
    if (found == std::string_view::npos)
        return nullptr;
    text.remove_prefix(found + std::string_view("charset=").size());
    text.remove_prefix(std::min(text.find_first_not_of(" \"'"), text.size()));
    text = text.substr(0, text.find_first_of(" \"'/>;,\t\r\n"));
    const auto* const known = std::find_if(charsets.begin(), charsets.end(), [text](const Charset& charset) {
        return charset.written.size() == text.size() && findIgnoringCase(text, charset.written) == 0;
    });
    return known == charsets.end() ? nullptr : known->name;
}

// UTF-16 is not ASCII with more bytes, so it has to be decoded before anything can be found in it.
const char* wideCharset(std::string_view body) {
    if (body.starts_with("\xFF\xFE"))
        return "UTF-16LE";
    return body.starts_with("\xFE\xFF") ? "UTF-16BE" : nullptr;
}

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

// glibc's iconv lets UTF-8 pass that encodes numbers above U+10FFFF, in up to six bytes.
std::string withoutBeyondUnicode(const std::string& text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const auto next = static_cast<unsigned char>(i + 1 < text.size() ? text[i + 1] : 0);
        if (lead < 0xF4 || (lead == 0xF4 && next < 0x90)) {
            result += text[i];
            continue;
        }
        result += replacement;
        while (i + 1 < text.size() && continues(text[i + 1]))
            ++i;
    }
    return result;
}

class Decoder {
  public:
    explicit Decoder(const char* charset) : m_converter(iconv_open("UTF-8", charset)) {}
    ~Decoder() {
        if (usable())
            iconv_close(m_converter);
    }
    Decoder(const Decoder&) = delete;
    Decoder& operator=(const Decoder&) = delete;

    std::string decode(std::string_view text) const {
        if (!usable()) // a system without its gconv modules
            return std::string(text);
        std::string input(text);
        std::string result;
        char* in = input.data();
        std::size_t left = input.size();
        while (left > 0) {
            std::array<char, 1024> buffer{};
            char* out = buffer.data();
            std::size_t room = buffer.size();
            const std::size_t done = iconv(m_converter, &in, &left, &out, &room);
            const int error = errno;
            result.append(buffer.data(), buffer.size() - room);
            if (done != static_cast<std::size_t>(-1) || error == E2BIG)
                continue;
            result += replacement;
            ++in;
            --left;
        }
        return withoutBeyondUnicode(result);
    }

  private:
    // iconv_open says (iconv_t)-1 when it fails.
    bool usable() const { return reinterpret_cast<std::intptr_t>(m_converter) != -1; }
    iconv_t m_converter;
};

std::string_view titleElement(std::string_view page) {
    for (std::size_t found = findIgnoringCase(page, "<title"); found != std::string_view::npos;
         found = findIgnoringCase(page, "<title")) {
        page.remove_prefix(found + std::string_view("<title").size());
        if (page.empty() || (page.front() != '>' && space.find(page.front()) == std::string_view::npos))
            continue; // <titlebar>
        const std::size_t open = page.find('>');
        if (open == std::string_view::npos)
            return {};
        page.remove_prefix(open + 1);
        return page.substr(0, findIgnoringCase(page, "</title"));
    }
    return {};
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(space);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(space) - first + 1);
}

std::string cut(std::string_view text) {
    std::size_t length = std::min(text.size(), longestTitle);
    while (length > 0 && length < text.size() && continues(text[length]))
        --length; // in the middle of a character
    return std::string(text.substr(0, length));
}

} // namespace

std::string htmlTitle(std::string_view body, std::string_view contentType) {
    body = body.substr(0, searchedBytes);
    if (const char* const wide = wideCharset(body)) {
        const std::string page = Decoder(wide).decode(body.substr(2));
        return cut(trimmed(titleElement(page)));
    }
    const char* charset = body.starts_with("\xEF\xBB\xBF") ? "UTF-8" : declaredCharset(contentType);
    if (charset == nullptr)
        charset = declaredCharset(body.substr(0, metaBytes));
    // Cut before decoding, too: an unclosed title is as long as the page. No character set here needs over 4 bytes.
    const std::string_view raw = trimmed(titleElement(body)).substr(0, 4 * longestTitle);
    return cut(trimmed(Decoder(charset != nullptr ? charset : "UTF-8").decode(raw)));
}

} // namespace kpwatch
