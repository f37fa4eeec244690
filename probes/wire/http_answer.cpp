// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/wire/http_answer.h"

#include "probes/wire/html_title.h"
#include "probes/wire/sha256.h"

#include <algorithm>

namespace kpwatch {

namespace {

constexpr std::size_t bodyLimit = 64 * 1024;
constexpr std::size_t headerLimit = 16 * 1024;
constexpr int headerLineLimit = 100;

struct KnownHeader {
    std::string_view name; // lower case
    std::string HttpDetail::*value;
    std::size_t longest; // bytes kept
};

constexpr std::array knownHeaders{
    KnownHeader{"location", &HttpDetail::location, 2048},
    KnownHeader{"server", &HttpDetail::server, 256},
    KnownHeader{"last-modified", &HttpDetail::lastModified, 64},
    KnownHeader{"date", &HttpDetail::date, 64},
    KnownHeader{"age", &HttpDetail::age, 128},
    KnownHeader{"via", &HttpDetail::via, 128},
    KnownHeader{"x-cache", &HttpDetail::cache, 128},
};

bool isNamed(std::string_view line, std::string_view name) {
    return line.size() > name.size() && line[name.size()] == ':' &&
           std::equal(name.begin(), name.end(), line.begin(), [](char a, char b) {
               return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b - 'A' + 'a') : b);
           });
}

std::string valueOf(std::string_view line, std::size_t longest) {
    line.remove_prefix(line.find(':') + 1);
    const std::size_t first = line.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return {};
    line = line.substr(first, line.find_last_not_of(" \t\r\n") - first + 1);
    return std::string(line.substr(0, longest));
}

} // namespace

bool HttpAnswer::takeHeader(std::string_view line, int status) {
    m_headerBytes += line.size();
    m_tooManyHeaders = m_headerBytes > headerLimit || ++m_headerLines > headerLineLimit;
    if (m_tooManyHeaders)
        return false;
    if (m_headEnded)
        return true;
    if (line.starts_with("HTTP/")) // also after a "100 Continue"
        m_detail = {};
    m_detail.status = status;
    if (line == "\r\n" || line == "\n")
        m_headEnded = status >= 200;
    else
        note(line);
    return true;
}

void HttpAnswer::note(std::string_view line) {
    for (const KnownHeader& known : knownHeaders)
        if (isNamed(line, known.name))
            m_detail.*known.value = valueOf(line, known.longest);
    if (isNamed(line, "content-type"))
        m_contentType = valueOf(line, 256);
}

std::size_t HttpAnswer::takeBody(std::string_view piece) {
    const std::size_t taken = std::min(piece.size(), bodyLimit - m_body.size());
    m_body.append(piece.substr(0, taken));
    return taken;
}

bool HttpAnswer::bodyFull() const { return m_body.size() == bodyLimit; }

HttpDetail HttpAnswer::detail() const {
    HttpDetail detail = m_detail;
    detail.bodyBytes = static_cast<std::int64_t>(m_body.size());
    detail.bodySha256 = m_body.empty() ? std::string() : sha256(m_body);
    detail.title = htmlTitle(m_body, m_contentType);
    return detail;
}

} // namespace kpwatch
