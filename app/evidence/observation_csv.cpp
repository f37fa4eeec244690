// SPDX-License-Identifier: GPL-3.0-or-later
// Rows as lines of a table (RFC 4180), for people with a spreadsheet.
#include "app/evidence/observation_file.h"
#include "probes/wire/untrusted_text.h"

#include <array>

namespace kpwatch {

namespace {

constexpr std::array columns{"at",          "target",   "stage",      "failure",       "elapsed_us", "recheck",
                             "peer",        "tries",    "resolve_us", "connect_us",    "tls_us",     "first_byte_us",
                             "status",      "location", "server",     "last_modified", "title",      "body_bytes",
                             "body_sha256", "rcode",    "aa",         "serial",        "ttl",        "retransmits"};

constexpr std::size_t longestCell = 2048; // characters; the longest is a redirect's Location

class CsvLine {
  public:
    // A spreadsheet would run a text that begins like a formula (OWASP, CSV injection).
    void text(std::string_view cell) {
        std::string plain = cleanedText(cell, longestCell);
        if (!plain.empty() && std::string_view("=+-@").find(plain.front()) != std::string_view::npos)
            plain.insert(plain.begin(), '\'');
        separate();
        if (plain.find_first_of(",\"") == std::string::npos) {
            m_line += plain;
            return;
        }
        m_line += '"';
        for (const char letter : plain)
            m_line += letter == '"' ? std::string("\"\"") : std::string(1, letter);
        m_line += '"';
    }
    void number(std::int64_t number) {
        separate();
        m_line += std::to_string(number);
    }
    template <typename Number>
    void number(const std::optional<Number>& number_if_any) {
        if (number_if_any)
            number(static_cast<std::int64_t>(*number_if_any));
        else
            text({});
    }
    void length(const std::optional<Micros>& length_if_any) {
        number(length_if_any ? std::optional(length_if_any->count()) : std::nullopt);
    }
    std::string take() { return std::move(m_line); }

  private:
    void separate() {
        if (!m_first)
            m_line += ',';
        m_first = false;
    }
    std::string m_line;
    bool m_first = true;
};

} // namespace

std::string observationCsvHeader() {
    CsvLine line;
    for (const char* const column : columns)
        line.text(column);
    return line.take();
}

std::string observationCsvLine(const Observation& row, const Watchlist& watchlist) {
    const Target* const target = watchlist.find(row.target);
    CsvLine line;
    line.text(isoUtc(row.startedAt));
    line.text(target == nullptr ? std::string() : target->name);
    line.text(name(row.reached));
    line.text(name(row.failure));
    line.number(row.elapsed.count());
    line.text(row.recheck ? "true" : "false");
    line.text(row.peer);
    line.number(row.tries);
    line.length(row.phases.resolve);
    line.length(row.phases.connect);
    line.length(row.phases.tls);
    line.length(row.phases.firstByte);
    const auto* const http = std::get_if<HttpDetail>(&row.detail);
    const auto* const dns = std::get_if<DnsDetail>(&row.detail);
    const auto* const connect = std::get_if<ConnectDetail>(&row.detail);
    const HttpDetail none;
    const HttpDetail& page = http == nullptr ? none : *http;
    line.number(page.status == 0 ? std::nullopt : std::optional(page.status));
    for (const std::string& cell : {page.location, page.server, page.lastModified, page.title})
        line.text(cell);
    line.number(http == nullptr ? std::nullopt : std::optional(page.bodyBytes));
    line.text(page.bodySha256);
    const bool answered = dns != nullptr && !dns->rcode.empty();
    line.text(answered ? dns->rcode : std::string());
    line.text(!answered ? "" : dns->authoritative ? "true" : "false");
    line.number(dns == nullptr ? std::nullopt : dns->serial);
    line.number(dns == nullptr ? std::nullopt : dns->ttl);
    line.number(connect == nullptr ? std::nullopt : std::optional(connect->retransmits));
    return line.take();
}

} // namespace kpwatch
