// SPDX-License-Identifier: GPL-3.0-or-later
// What one recipient has been told of, and what to tell next: the alert rules over time. Pure, but for its memory; one
// thread.
#pragma once

#include "app/tell/alert_rules.h"

namespace kpwatch {

class Bulletin {
  public:
    explicit Bulletin(Recipient recipient) : m_recipient(std::move(recipient)) {}

    void setQuiet(std::optional<QuietHours> quiet) { m_recipient.quiet = quiet; }
    // Steps to take now, in order; they count as taken. Call it with all news whenever there are any, and at dueAt().
    std::vector<AlertStep> next(const std::vector<AlertNews>& news, const Settings& settings, Moment moment);
    void forget() { m_sent.clear(); }                             // nobody has any message of ours any more
    const std::vector<SentAlert>& sent() const { return m_sent; } // the latest last
    void restore(std::vector<SentAlert> sent) { m_sent = std::move(sent); }
    // When time alone makes something due, after `now`: a failure has lasted long enough to be announced.
    static std::optional<UtcTime> dueAt(const std::vector<AlertNews>& news, const Settings& settings, UtcTime now);

  private:
    Recipient m_recipient;
    std::vector<SentAlert> m_sent;
};

} // namespace kpwatch
