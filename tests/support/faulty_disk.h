// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that fails when it is told to, and that forgets, when the power goes, what was not synced: all of it, some of
// it, or half a sector of it. A wrapper around SQLite's own file system, made the default of the process while it
// lives. One at a time; files opened through it must be closed before it goes. Not thread-safe: one thread uses the
// disk.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

struct sqlite3_vfs;

namespace kpwatch::testing {

class FaultyDisk {
  public:
    FaultyDisk();
    ~FaultyDisk();
    FaultyDisk(const FaultyDisk&) = delete;
    FaultyDisk& operator=(const FaultyDisk&) = delete;

    enum class Fault { IoError, Full };
    // The n-th write, sync, truncation, opening or removal from now on (1: the next) fails, and `more` after it.
    void failAt(std::int64_t n, Fault fault, std::int64_t more = 0);
    void repair(); // nothing fails any more
    bool hasFailed() const;
    std::int64_t operations() const; // of these kinds, so far

    // From the n-th operation on nothing reaches the disk any more, and everything fails: the power is gone.
    void cutPowerAt(std::int64_t n);
    bool isDark() const;
    // Once all files are closed: makes the files what a disk may hold after that. Of what was written since the last
    // sync of a file each piece is there, is not, or is torn at a 512-byte sector.
    void restart(std::mt19937& chance);

    struct State;

  private:
    std::unique_ptr<State> m_state;
};

} // namespace kpwatch::testing
