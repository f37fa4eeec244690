// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/outside/ris_live.h"

#include "probes/outside/clauses.h"
#include "probes/outside/loose_json.h"
#include "probes/wire/untrusted_text.h"

namespace kpwatch {

namespace {

using loose::Json;

constexpr std::size_t longestLine = 1U << 20U;

// "rrc21" or "rrc25.ripe.net"
std::string collectorOf(const Json& host) {
    const std::string written = loose::text(host);
    if (!written.starts_with("rrc"))
        return {};
    return written.substr(3, written.find('.') - 3);
}

void announced(const Json& message, UtcTime at, const RoutePeer& peer, std::vector<RouteChange>& changes) {
    const AsPath path = loose::path(loose::at(message, "path"));
    const Json& announcements = loose::at(message, "announcements");
    if (path.empty() || !announcements.is_array())
        return;
    for (const Json& announcement : announcements) {
        const Json& prefixes = loose::at(announcement, "prefixes");
        if (!prefixes.is_array())
            continue;
        for (const Json& written : prefixes)
            if (std::string prefix = loose::prefix(written); !prefix.empty()) // "eor" is none
                changes.push_back({at, {peer, std::move(prefix), path}});
    }
}

void withdrawn(const Json& message, UtcTime at, const RoutePeer& peer, std::vector<RouteChange>& changes) {
    const Json& withdrawals = loose::at(message, "withdrawals");
    if (!withdrawals.is_array())
        return;
    for (const Json& written : withdrawals)
        if (std::string prefix = loose::prefix(written); !prefix.empty())
            changes.push_back({at, {peer, std::move(prefix), {}}});
}

} // namespace

RisMessage readRisLine(std::string_view line) {
    const Json document = loose::parsed(line);
    if (document.is_discarded() || !document.is_object())
        return NoData{NoData::Why::Malformed, std::string(clauses::malformed)};
    const Json& data = loose::at(document, "data");
    const std::string type = loose::text(loose::at(document, "type"));
    if (type == "ris_error")
        return NoData{NoData::Why::Error, cleanedText(loose::text(loose::at(data, "message")), 200)};
    if (type != "ris_message" && data.is_object() && !type.empty())
        return NothingNew{};
    const Json& message = data.is_object() ? data : document; // a bare message has been seen
    const std::optional<UtcTime> at = loose::time(loose::at(message, "timestamp"));
    const RoutePeer peer{collectorOf(loose::at(message, "host")), loose::text(loose::at(message, "peer"))};
    if (!at || peer.collector.empty() || peer.address.empty())
        return NothingNew{};
    const std::string kind = loose::text(loose::at(message, "type"));
    if (kind == "RIS_PEER_STATE" || kind == "STATE")
        return PeerState{*at, peer, loose::text(loose::at(message, "state")) == "connected"};
    if (!kind.empty() && kind != "UPDATE")
        return NothingNew{};
    std::vector<RouteChange> changes;
    withdrawn(message, *at, peer, changes); // of one message the announcement is the last word (RFC 4271, 4.3)
    announced(message, *at, peer, changes);
    if (changes.empty())
        return NothingNew{};
    return changes;
}

std::string risSubscription(std::string_view prefix) {
    return Json{{"type", "UPDATE"}, {"prefix", prefix}, {"moreSpecific", true}}.dump();
}

void LineCutter::take(std::string_view bytes, const std::function<void(std::string_view)>& onLine) {
    while (!bytes.empty()) {
        const std::size_t end = bytes.find('\n');
        const std::string_view piece = bytes.substr(0, end);
        m_length += piece.size();
        if (!m_dropping && m_length > longestLine) {
            m_dropping = true;
            ++m_dropped;
        }
        if (!m_dropping)
            m_begun += piece;
        else
            m_begun.clear();
        if (end == std::string_view::npos)
            return;
        bytes.remove_prefix(end + 1);
        if (!m_begun.empty() && m_begun.back() == '\r')
            m_begun.pop_back();
        if (!m_begun.empty())
            onLine(m_begun);
        m_begun.clear();
        m_length = 0;
        m_dropping = false;
    }
}

} // namespace kpwatch
