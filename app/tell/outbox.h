// SPDX-License-Identifier: GPL-3.0-or-later
// What one channel has been told of, and what to send it next: the alert rules over time, as letters. A letter cannot
// be changed once it is sent, so there are few: one when an incident is announced, one when it becomes graver, one when
// it is over. It waits a minute for what else may stop, so that an outage is one letter. What becomes due while the
// last letter is young (hold-down), or in quiet hours, waits, and goes out as one letter that tells how things are
// then; only that none of the sites answers, or that the routes are gone, waits for nobody. What was sent is kept
// across starts, so that a restart does not tell it again. Pure, but for its memory; one thread.
#pragma once

#include "app/tell/letter.h"

#include <nlohmann/json_fwd.hpp>

namespace kpwatch {

struct OutboxRules {
    Gravity least = Gravity::OneSite;
    std::chrono::minutes holdDown{10};
    std::optional<QuietHours> quiet{};
};

class Outbox {
  public:
    // The letter to send now, if there is one; it counts as sent. Call it whenever there is news, and at dueAt().
    std::optional<Letter> next(const std::vector<AlertNews>& news, const OutboxRules& rules, const Settings& settings,
                               Moment moment);
    // When something may become due by time alone, after that moment; nullopt: only by news.
    std::optional<UtcTime> dueAt(const std::vector<AlertNews>& news, const OutboxRules& rules, const Settings& settings,
                                 Moment moment) const;

    // For telling-sent.json; what cannot be read counts as never sent.
    nlohmann::json state() const;
    void restore(const nlohmann::json& state);

  private:
    struct Due {
        LetterItem item;
        std::optional<SentAlert> after; // as it stands once this is sent; nullopt: it is told of no more
        std::string before;             // what it was known by
        bool waitsForNobody = false;
    };
    std::optional<Due> dueOf(const AlertNews& news, const OutboxRules& rules, const Settings& settings,
                             Moment moment) const;
    UtcTime heldUntil(const OutboxRules& rules, Moment moment) const; // for what can wait
    void note(const Due& due);

    std::vector<SentAlert> m_sent;     // the latest last
    std::optional<UtcTime> m_last;     // letter
    std::optional<UtcTime> m_dueSince; // something has been waiting
};

} // namespace kpwatch
