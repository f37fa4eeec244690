// SPDX-License-Identifier: GPL-3.0-or-later
// Values from many threads to one. Unbounded; what is pushed after close() is dropped.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <utility>
#include <vector>

namespace kpwatch {

template <typename T>
class Channel {
  public:
    void push(T value) {
        {
            const std::lock_guard lock(m_mutex);
            if (m_closed)
                return;
            m_values.push_back(std::move(value));
        }
        m_filled.notify_one();
    }

    // Everything pushed so far, in order; waits until there are `enough`, or `patience` has passed, or somebody called
    // wake(), or it was closed.
    std::vector<T> drain(std::chrono::milliseconds patience, std::size_t enough) {
        std::unique_lock lock(m_mutex);
        m_filled.wait_for(lock, patience, [&] { return m_closed || m_woken || m_values.size() >= enough; });
        m_woken = false;
        return std::exchange(m_values, {});
    }

    // There is something to look at beside the values.
    void wake() {
        {
            const std::lock_guard lock(m_mutex);
            m_woken = true;
        }
        m_filled.notify_one();
    }

    void close() {
        {
            const std::lock_guard lock(m_mutex);
            m_closed = true;
        }
        m_filled.notify_all();
    }

  private:
    std::mutex m_mutex;
    std::condition_variable m_filled;
    std::vector<T> m_values;
    bool m_closed = false, m_woken = false;
};

} // namespace kpwatch
