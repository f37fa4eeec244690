// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tell/bulletin.h"

#include "app/tell/sent_alerts.h"

#include <algorithm>

namespace kpwatch {

std::vector<AlertStep> Bulletin::next(const std::vector<AlertNews>& news, const Settings& settings, Moment moment) {
    std::vector<AlertStep> steps;
    for (const AlertNews& each : news) {
        const SentAlert* const known = sentOf(each, m_sent);
        const AlertStep step =
            nextAlert(each, known != nullptr ? std::optional(*known) : std::nullopt, m_recipient, settings, moment);
        if (step.act == AlertAct::Nothing)
            continue;
        const std::string before = known != nullptr ? known->incident : step.message.incident;
        std::erase_if(m_sent, [&](const SentAlert& sent) { return sent.incident == before; });
        if (step.act != AlertAct::Withdraw)
            m_sent.push_back(step.message);
        if (m_sent.size() > mostSentKept)
            m_sent.erase(m_sent.begin());
        steps.push_back(step);
        steps.back().before = before;
    }
    return steps;
}

std::optional<UtcTime> Bulletin::dueAt(const std::vector<AlertNews>& news, const Settings& settings, UtcTime now) {
    std::optional<UtcTime> due;
    for (const AlertNews& each : news) {
        const UtcTime announced = each.firstFailure + std::chrono::seconds(settings.announce_span_s);
        if (!each.over && announced > now)
            due = std::min(due.value_or(announced), announced);
    }
    return due;
}

} // namespace kpwatch
