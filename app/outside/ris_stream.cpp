// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outside/ris_stream.h"

#include "app/outside/platform.h"
#include "app/outside/ripe_source.h"
#include "probes/outside/clauses.h"

#include <algorithm>
#include <utility>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;

constexpr auto streamFor = 1h; // then it is begun again: a dead one looks like a quiet one
constexpr std::size_t mostLines = 4U << 20U;
constexpr auto linesKeptAfter = 60s;

} // namespace

RisStream::RisStream(std::string base, RipeSource& source, SourceBoard& board, Outlet outlet)
    : m_base(std::move(base)), m_source(source), m_board(board), m_outlet(std::move(outlet)) {}

UtcTime RisStream::dueAt(UtcTime now, UtcTime otherwise) const {
    const UtcTime next = m_streaming ? otherwise : std::min(otherwise, m_pace.dueAt(now));
    return m_unsettled ? std::min(next, now + 1s) : next;
}

void RisStream::keepUp(WebClient& web, UtcTime now) {
    if (m_streaming || now < m_pace.dueAt(now))
        return;
    m_streaming = true;
    web.stream(
        {.url = m_base + "/v1/stream/?format=json&client=kpwatch",
         .headers = {"X-RIS-Subscribe: " + risSubscription(WatchedRoutes().whole)},
         .life = streamFor},
        [this](std::string_view bytes) { return hear(bytes); }, [this](const WebAnswer& answer) { end(answer); });
}

bool RisStream::hear(std::string_view bytes) { // false: this is no stream of lines
    const UtcTime now = utcNow();
    if (bytes.empty()) {
        m_pace.began(now);
        m_source.streamBegan(now);
        m_board.streamBegan();
        m_outlet.keep();
        return true;
    }
    m_cutter.take(bytes, [&](std::string_view line) {
        const RipeNews told = m_source.heard(readRisLine(line), now);
        m_unsettled = true;
        if (m_lines.empty())
            m_linesSince = now;
        (m_lines += line) += '\n';
        if (m_lines.size() >= mostLines)
            handOver(now);
        m_board.told(m_source.manners(), now, told.trouble);
    });
    return !m_cutter.isEndless();
}

void RisStream::end(const WebAnswer& answer) {
    const UtcTime now = utcNow();
    m_streaming = false;
    const bool endless = std::exchange(m_cutter, {}).isEndless();
    m_source.streamEnded(now);
    m_pace.ended({answer.status, answer.retryAfter}, now, std::chrono::milliseconds(m_chance() % 2000));
    const bool begun = answer.status == 200 && !endless; // and soon begun again
    m_board.streamEnded(begun ? std::string() : clauses::filled(clauses::stream, whyNot(answer)));
    m_outlet.keep();
}

void RisStream::settle(UtcTime now) {
    RipeNews settled = m_source.settled(now);
    if (settled.readings.empty() && settled.sightings.empty()) {
        m_unsettled = m_unsettled && m_source.unsettled();
        if (now >= m_linesSince + linesKeptAfter || now < m_linesSince)
            handOver(now); // they changed nothing
        return;
    }
    m_unsettled = false;
    m_outlet.changed(settled.readings);
    SourceNews fresh = withoutTrouble(std::move(settled));
    if (!m_lines.empty())
        fresh.answers.push_back(linesHeard(now));
    m_outlet.news(std::move(fresh));
}

void RisStream::handOver(UtcTime now) {
    if (!m_lines.empty())
        m_outlet.news({{}, {linesHeard(now)}});
}

SourceAnswer RisStream::linesHeard(UtcTime now) {
    return {now, ripeRis, m_base + "/v1/stream/", 200, std::exchange(m_lines, {}), true};
}

} // namespace kpwatch
