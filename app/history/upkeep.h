// SPDX-License-Identifier: GPL-3.0-or-later
// What a record needs and the recorder has no time for: a look at the whole file after an unclean end, the salvaging of
// one that was set aside, and a checked backup a day. On a thread of its own with connections that only read what is in
// use; watching goes on meanwhile.
#pragma once

#include "app/history/doctor.h"

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace kpwatch {

class Upkeep {
  public:
    struct Wanted {
        bool look = false;   // at the whole file, as after an unclean end
        bool salvage = true; // what was set aside, if anything was
    };
    // Begins at once. The directory must have a record.
    Upkeep(std::filesystem::path directory, Wanted wanted);
    ~Upkeep(); // cuts short what is under way
    Upkeep(const Upkeep&) = delete;
    Upkeep& operator=(const Upkeep&) = delete;

    // Any thread.
    struct Found {
        std::optional<std::string> damage;  // what SQLite says of the file that is in use: make room
        std::optional<Repair> salvaged;     // what was set aside is ready to be joined
        std::optional<std::string> trouble; // one sentence, why it could not be salvaged
        bool checked = false;               // the file was looked at, or need not be
        bool putOff = false;                // there is something to salvage, which was not wanted
    };
    Found found() const;

  private:
    void run(const std::stop_token& stop);
    Found lookedAt(const std::stop_token& stop) const;

    const std::filesystem::path m_directory;
    const Wanted m_wanted;
    mutable std::mutex m_mutex; // the next
    Found m_found;
    std::condition_variable_any m_wake;
    std::jthread m_thread; // last: it uses all of the above
};

} // namespace kpwatch
