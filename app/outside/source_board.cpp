// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outside/source_board.h"

#include "app/outside/asked_file.h"

#include <nlohmann/json.hpp>

namespace kpwatch {

namespace {

constexpr const char* streamKey = "stream_trouble";

} // namespace

SourceBoard::SourceBoard(const char* source, std::function<void()> bell)
    : m_bell(std::move(bell)), m_status{.source = source} {}

SourceStatus SourceBoard::status() const {
    const std::lock_guard lock(m_mutex);
    return m_status;
}

void SourceBoard::told(const Guest& manners, UtcTime now, const std::optional<NoData>& trouble) {
    bool another = false;
    {
        const std::lock_guard lock(m_mutex);
        another = !m_status.lastTold || trouble.has_value() != m_status.troubleSince.has_value() ||
                  (trouble && m_status.trouble != trouble->said);
        takeBudget(manners, now);
        if (trouble) {
            m_status.troubleSince = m_status.troubleSince.value_or(now);
            m_status.trouble = trouble->said;
        } else {
            m_status.lastTold = now;
            m_status.troubleSince.reset();
            m_status.trouble = m_streamTrouble;
        }
    }
    if (another)
        m_bell();
}

void SourceBoard::streamBegan() {
    m_streamTrouble.clear();
    setStreaming(true);
}

void SourceBoard::streamEnded(const std::string& trouble) {
    if (!trouble.empty())
        m_streamTrouble = trouble;
    setStreaming(false);
}

void SourceBoard::setStreaming(bool streaming) {
    {
        const std::lock_guard lock(m_mutex);
        m_status.streaming = streaming;
        if (!m_status.troubleSince)
            m_status.trouble = m_streamTrouble;
    }
    m_bell();
}

void SourceBoard::askingPast(bool asks, std::optional<UtcTime> waits_until) {
    {
        const std::lock_guard lock(m_mutex);
        if (m_status.asksPast == asks && m_status.pastWaitsUntil == waits_until)
            return;
        m_status.asksPast = asks;
        m_status.pastWaitsUntil = waits_until;
    }
    m_bell();
}

void SourceBoard::restore(const nlohmann::json* kept, const Guest& manners, UtcTime now) {
    const std::lock_guard lock(m_mutex);
    takeBudget(manners, now);
    if (kept == nullptr)
        return;
    takeStatus(*kept, m_status, now);
    if (const auto stream = kept->find(streamKey); stream != kept->end() && stream->is_string())
        m_streamTrouble = stream->get<std::string>();
    if (!m_status.troubleSince)
        m_status.trouble = m_streamTrouble;
}

void SourceBoard::put(nlohmann::json& kept) const {
    const std::lock_guard lock(m_mutex);
    putStatus(kept, m_status);
    kept[streamKey] = m_streamTrouble;
}

void SourceBoard::takeBudget(const Guest& manners, UtcTime now) {
    m_status.askedLastDay = manners.askedWithin(std::chrono::hours(24), now);
    m_status.mostADay = manners.manners().mostADay;
    m_status.hour = AskedInHour{manners.askedSince(now - std::chrono::hours(1)), manners.manners().mostAnHour};
    m_status.leftAloneUntil = manners.waitsUntil(now);
}

} // namespace kpwatch
