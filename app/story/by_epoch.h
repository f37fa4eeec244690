// SPDX-License-Identifier: GPL-3.0-or-later
// What belongs to a vantage epoch and comes back with it: a VPN, or somebody between us, may last for a minute. Of the
// latest few epochs that were left. One thread.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <utility>

namespace kpwatch {

template <typename Value>
class ByEpoch {
  public:
    void leave(const std::string& epoch, Value known) {
        take(epoch);
        m_left.emplace_back(epoch, std::move(known));
        if (m_left.size() > kept)
            m_left.pop_front();
    }
    // What was known there; nullopt if we have not been there, or long ago.
    std::optional<Value> take(const std::string& epoch) {
        for (auto each = m_left.begin(); each != m_left.end(); ++each)
            if (each->first == epoch) {
                std::optional<Value> known(std::move(each->second));
                m_left.erase(each);
                return known;
            }
        return std::nullopt;
    }
    template <typename Change>
    void forEach(Change&& change) {
        for (auto& [epoch, known] : m_left)
            change(known);
    }

  private:
    static constexpr std::size_t kept = 4;
    std::deque<std::pair<std::string, Value>> m_left; // in the order in which they were left
};

} // namespace kpwatch
