// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outside/routeviews_asker.h"

#include "app/outside/platform.h"

#include <functional>
#include <utility>

namespace kpwatch {

RouteViewsAsker::RouteViewsAsker(std::string base, SourceBoard& board, Outlet outlet)
    : m_base(std::move(base)), m_board(board), m_outlet(std::move(outlet)) {}

void RouteViewsAsker::askWhatIsDue(WebClient& web, UtcTime now) {
    const auto path = m_source.due(now);
    if (!path)
        return;
    m_outlet.keep();
    const std::string url = m_base + *path;
    web.ask({.url = url}, [this, url](const WebAnswer& answer) { take(url, answer); });
}

void RouteViewsAsker::take(const std::string& url, const WebAnswer& answer) {
    const UtcTime now = utcNow();
    RipeNews told;
    if (answer.status == 200 && answer.trouble.empty()) {
        told = m_source.answered(answer.body, now);
    } else {
        if (answer.status != 0)
            m_source.refused(answer.retryAfter, now);
        else
            m_source.unreached(now);
        told.trouble = NoData{NoData::Why::Error, whyNot(answer)};
    }
    const std::optional<NoData> trouble = told.trouble;
    SourceNews fresh = withoutTrouble(std::move(told));
    const std::size_t body = std::hash<std::string>()(answer.body);
    const bool changed = std::exchange(m_bodies[url], body) != body;
    fresh.answers.push_back({now, routeviewsId, url, answer.status, answer.body, changed || trouble.has_value()});
    m_board.told(m_source.manners(), now, trouble); // first: who is told looks at it
    if (trouble)
        m_outlet.keep(); // we may be ended without warning, and were told when to come back
    m_outlet.news(std::move(fresh));
}

} // namespace kpwatch
