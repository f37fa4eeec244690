// SPDX-License-Identifier: GPL-3.0-or-later
// A copy of the record that its writer makes, a piece between two batches: no reader holds the log back meanwhile, and
// what is written in between is in the copy as well. Private to history/; one thread; may throw SQLite::Exception and
// StorageError.
#pragma once

#include "app/history/database.h"

struct sqlite3_backup;

namespace kpwatch {

class SteppedCopy {
  public:
    // Into `file`, which is made empty. The source is the connection that writes.
    SteppedCopy(SQLite::Database& source, std::filesystem::path file);
    ~SteppedCopy();
    SteppedCopy(const SteppedCopy&) = delete;
    SteppedCopy& operator=(const SteppedCopy&) = delete;

    const std::filesystem::path& file() const { return m_file; }
    // Copies some milliseconds' worth. True once it is complete; not yet synced.
    bool step();

  private:
    const std::filesystem::path m_file;
    SQLite::Database m_copy;
    sqlite3_backup* m_backup = nullptr;
};

} // namespace kpwatch
