// SPDX-License-Identifier: GPL-3.0-or-later
// What a record needs and the recorder has no time for: a look at the whole file after an unclean end, and a checked
// backup a day. On a thread of its own with connections that only read; watching goes on meanwhile.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace kpwatch {

class Upkeep {
  public:
    // Begins at once. The directory must have a record.
    Upkeep(std::filesystem::path directory, bool after_unclean_end);
    ~Upkeep(); // cuts short what is under way
    Upkeep(const Upkeep&) = delete;
    Upkeep& operator=(const Upkeep&) = delete;

    // One sentence once the file was found to be damaged, with the way out. Any thread.
    std::optional<std::string> trouble() const;
    // A piece of work is done: the file was looked at, or a backup was due and made. For tests.
    bool hasChecked() const;

  private:
    void run(const std::stop_token& stop);

    const std::filesystem::path m_directory;
    const bool m_afterUncleanEnd;
    mutable std::mutex m_mutex; // the two below
    std::optional<std::string> m_trouble;
    bool m_checked = false;
    std::condition_variable_any m_wake;
    std::jthread m_thread; // last: it uses all of the above
};

} // namespace kpwatch
