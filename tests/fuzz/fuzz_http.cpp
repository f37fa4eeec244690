// SPDX-License-Identifier: GPL-3.0-or-later
// The head and the body of a page, whatever bytes they are, as libcurl hands them on: line by line, piece by piece. The
// first byte says how long a piece is.
#include "probes/wire/block_page.h"
#include "probes/wire/html_title.h"
#include "probes/wire/http_answer.h"
#include "tests/fuzz/fuzzing.h"

using namespace kpwatch;
using fuzzing::require;

namespace {

constexpr std::size_t bodyLimit = 64 * 1024;

bool isUtf8(std::string_view text) {
    const auto continues = [&](std::size_t at) { return at < text.size() && (text[at] & 0xC0) == 0x80; };
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const int more = byte < 0x80 ? 0 : byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1;
        if (byte >= 0x80 && byte < 0xC2)
            return false;
        for (int i = 0; i < more; ++i)
            if (!continues(++at))
                return false;
    }
    return true;
}

void check(const HttpDetail& detail) {
    require(detail.location.size() <= 2048 && detail.server.size() <= 256 && detail.lastModified.size() <= 64);
    require(detail.date.size() <= 64 && detail.age.size() <= 128 && detail.via.size() <= 128);
    require(detail.title.size() <= 512 && isUtf8(detail.title));
    require(detail.bodySha256.empty() == (detail.bodyBytes == 0));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto [pieces, text] = fuzzing::chosen(data, size);
    std::string_view rest = text;
    HttpAnswer answer;
    while (!rest.empty() && !answer.headEnded() && !answer.tooManyHeaders()) {
        const std::string_view line = rest.substr(0, rest.find('\n') + 1);
        if (line.empty())
            break;
        rest.remove_prefix(line.size());
        answer.takeHeader(line, line.starts_with("HTTP/1.1 1") ? 100 : 200);
    }
    while (!rest.empty() && !answer.bodyFull()) {
        const std::string_view piece = rest.substr(0, pieces + std::size_t{1});
        require(answer.takeBody(piece) <= piece.size());
        rest.remove_prefix(piece.size());
    }
    require(answer.body().size() <= bodyLimit);
    const HttpDetail detail = answer.detail();
    check(detail);
    const std::string host = hostInLocation(detail.location);
    require(host.size() <= detail.location.size());
    recognisedIn({{.id = "page", .location = "warning.or.kr"}, {.id = "title", .title = "Warning"}}, detail,
                 answer.body());
    require(isUtf8(htmlTitle(text, "text/html; charset=" + detail.server)));
    return 0;
}
