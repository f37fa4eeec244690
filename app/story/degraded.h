// SPDX-License-Identifier: GPL-3.0-or-later
// Slow or patchy: they answer, but worse than usual or with more loss than the road to them explains. A fold of judged
// checks and of the readings of transit controls. Loss is pooled over the checks to one /24 by one transport, and
// counts only beyond that of the transit controls of the target's side: while none of them may vote nobody knows what
// the road loses, and loss says nothing. Re-checks stay out: they are made because something was lost. One thread.
#pragma once

#include "app/settings.h"
#include "app/story/by_epoch.h"
#include "app/story/handshakes.h"
#include "app/story/judge.h"
#include "app/story/lost_share.h"
#include "app/story/packets.h"

#include <deque>
#include <map>
#include <string>
#include <vector>

namespace kpwatch {

class Degraded {
  public:
    Degraded(std::size_t targets, const Settings& settings);

    struct Check {
        std::size_t target = 0;
        TimeRange range;
        Transport transport = Transport::Tcp;
        Via via = Via::Unknown;
        Packets packets;
    };
    // In the order in which they are judged. A counted failure is loss once an answer disproves it.
    void failed(const Check& check);
    // An answer that ended at `by` disproved the failures that started then.
    void disproved(std::size_t target, const std::vector<UtcTime>& starts, UtcTime by);
    // Why the target is slow or patchy now; nullopt if it is neither.
    std::optional<Patchy> answered(const Check& check);
    // Of a transit control that may vote; in order of their ends.
    void readTransit(Ring side, std::size_t control, TimeRange reading, const Packets& packets);

    void beginIn(const std::string& epoch) { m_epoch = epoch; } // the first that is told
    // Another road: what is usual on it is what was usual there before, if we have been there lately.
    void enterEpoch(UtcTime at, const std::string& epoch);
    // As if no check had been judged that ended at or after `from`, when `epoch` was the present one.
    void takeBack(UtcTime from, const std::string& epoch);
    // At its latest answer.
    std::optional<Micros> usual(std::size_t target) const;
    const std::optional<Patchy>& patchy(std::size_t target) const { return m_series[target].patchy; }

  private:
    struct Tried {
        TimeRange range;
        int lost, tries;
        UtcTime decided; // end of the answer that made it count; `undecided`: none has yet
    };
    static constexpr UtcTime undecided = UtcTime::max();
    // By end. Most answers come at the first try, and all that is to be known of those is when.
    struct Asked {
        std::deque<UtcTime> answeredAtOnce;
        std::vector<Tried> others;
    };
    struct Series {
        Transport transport = Transport::Tcp;
        Handshakes handshakes;
        std::map<std::optional<Address>, Asked> asked; // by the block
        std::optional<UtcTime> answered;               // end of the latest answer
        std::optional<Patchy> patchy;
    };
    struct Reading {
        TimeRange range;
        std::size_t control;
        Packets packets;
    };

    void keep(const Check& check, UtcTime decided);
    void exchangeSeries(const std::string& epoch);
    LostShare pooled(const Check& check) const;
    std::optional<LostShare> onTheRoad(Ring side, UtcTime now) const;
    bool isLossy(const LostShare& here, const Check& check, double& on_the_road) const;

    const Settings m_settings;
    const std::chrono::seconds m_window;
    std::vector<Series> m_series;
    std::string m_epoch; // whose series these are
    ByEpoch<std::vector<Series>> m_left;
    std::deque<Reading> m_china, m_russia; // by end, of the latest windows
};

// "31 of 60 tries lost", "median 812 ms, usually 290 ms", or both.
std::string technicalNote(const Patchy& patchy);

} // namespace kpwatch
