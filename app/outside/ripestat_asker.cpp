// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outside/ripestat_asker.h"

#include "app/outside/platform.h"
#include "app/outside/ripe_source.h"

namespace kpwatch {

RipestatAsker::RipestatAsker(std::string base, RipeSource& source, SourceBoard& board, Outlet outlet)
    : m_base(std::move(base)), m_source(source), m_board(board), m_outlet(std::move(outlet)) {}

void RipestatAsker::askWhatIsDue(WebClient& web, UtcTime now) {
    const auto question = m_source.due(now);
    if (!question)
        return;
    m_outlet.keep();
    const std::string url = m_base + question->path;
    web.ask({.url = url}, [this, question = *question, url](const WebAnswer& answer) { take(question, url, answer); });
}

void RipestatAsker::take(const RipeQuestion& question, const std::string& url, const WebAnswer& answer) {
    const UtcTime now = utcNow();
    RipeNews told;
    // An error of RIPEstat is told in its own envelope; what is not 200 and has none is a refusal.
    if (answer.status == 200 && answer.trouble.empty())
        told = m_source.answered(question, answer.body, now);
    else
        told = m_source.refused(question, {whyNot(answer), answer.retryAfter, answer.status != 0}, now);
    noteControls();
    const bool changed = isOfThePast(question.what) || question.what == RipeQuestion::What::Network ||
                         m_outlet.changed(told.readings) || !told.sightings.empty();
    const std::optional<NoData> trouble = told.trouble;
    SourceNews fresh = withoutTrouble(std::move(told));
    fresh.answers.push_back({now, ripeRis, url, answer.status, answer.body, changed || trouble.has_value()});
    m_board.told(m_source.manners(), now, trouble);
    if (trouble)
        m_outlet.keep(); // we may be ended without warning, and were told when to come back
    m_outlet.news(std::move(fresh));
}

void RipestatAsker::noteControls() {
    const std::lock_guard lock(m_mutex);
    m_controls = m_source.controls();
}

std::vector<ControlPlace> RipestatAsker::controls() const {
    const std::lock_guard lock(m_mutex);
    return m_controls;
}

} // namespace kpwatch
