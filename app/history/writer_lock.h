// SPDX-License-Identifier: GPL-3.0-or-later
// Who may write: a kernel lock on DIR/writer.lock, gone with its process however that ends. The file itself stays where
// there is a record that was written; who made it for less takes it away again. Private to history/.
#pragma once

#include <filesystem>

namespace kpwatch {

class WriterLock {
  public:
    // Throws WriterBusyError naming the directory and the process that holds it, StorageError if the file cannot be
    // made.
    explicit WriterLock(const std::filesystem::path& directory);
    ~WriterLock();
    void keepFile() { m_passing = false; } // a record is written here from now on
    WriterLock(const WriterLock&) = delete;
    WriterLock& operator=(const WriterLock&) = delete;

  private:
    void take(const std::filesystem::path& directory);
    bool isStillThere() const;
    void release() const;

    const std::filesystem::path m_file;
    int m_descriptor = -1;
    bool m_passing = false; // the file was made by us, and is not to stay
};

// For who has the lock and would put another file in the place of the record: throws WriterBusyError if a writer has
// only stepped aside (WritersPlace), for it goes on with the files that it left.
void refuseWhileAside(const std::filesystem::path& directory);

} // namespace kpwatch
