// SPDX-License-Identifier: GPL-3.0-or-later
// What was judged within some minutes, as it has to be judged once more if somebody else had answered. There may be a
// hundred a second, so they are kept small: what one is apart from its times is mostly what the one before it of its
// target was, and is kept once for both. One thread.
#pragma once

#include "app/story/course.h"

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kpwatch {

struct EpochBegin {
    bool changed = false; // another than before, not the first told
    bool throughProxy = false;
    std::string from{}, to{}; // ids; empty before the first
    bool operator==(const EpochBegin&) const = default;
};

struct ToJudge {
    Check check;
    std::optional<EpochBegin> epoch{}; // instead of a check
    bool operator==(const ToJudge&) const = default;
};

class JudgedChecks {
  public:
    // They end within three weeks of `around`, last three weeks at most, and a handshake half an hour.
    explicit JudgedChecks(UtcTime around) : m_around(around) {}

    void add(ToJudge judged);
    void appendTo(std::vector<ToJudge>& all) const; // in the order in which they were added
    void clear() { *this = JudgedChecks(m_around); }

  private:
    struct Times {
        std::int32_t end, length; // ms; the end after `around`
        std::int32_t handshake;   // us, or `none`
        std::uint32_t rest;       // position
    };
    static constexpr std::int32_t none = INT32_MIN;

    UtcTime m_around;
    std::deque<Times> m_times;
    std::deque<ToJudge> m_rests;                   // without what stands in the times
    std::map<std::size_t, std::uint32_t> m_latest; // of the rests, by target
};

} // namespace kpwatch
