// SPDX-License-Identifier: GPL-3.0-or-later
// A copy of the record, a piece at a time, so that nobody holds the log back meanwhile. Where its writer makes it, what
// is written in between is in the copy as well; where a reader does, a commit in between makes it begin anew. Private
// to history/; one thread; may throw SQLite::Exception and StorageError.
#pragma once

#include "app/history/database.h"

struct sqlite3_backup;

namespace kpwatch {

class SteppedCopy {
  public:
    // Into `file`, which is made empty. A step is so many pages.
    SteppedCopy(SQLite::Database& source, std::filesystem::path file, int pages_at_once = 4096);
    ~SteppedCopy();
    SteppedCopy(const SteppedCopy&) = delete;
    SteppedCopy& operator=(const SteppedCopy&) = delete;

    const std::filesystem::path& file() const { return m_file; }
    // Copies some milliseconds' worth. True once it is complete; not yet synced.
    bool step();
    int remaining() const; // pages, after a step
    int pages() const;     // of all, likewise

  private:
    const std::filesystem::path m_file;
    const int m_pagesAtOnce;
    SQLite::Database m_copy;
    sqlite3_backup* m_backup = nullptr;
};

} // namespace kpwatch
