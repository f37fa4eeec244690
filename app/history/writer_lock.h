// SPDX-License-Identifier: GPL-3.0-or-later
// Who may write: a kernel lock on DIR/writer.lock, gone with its process however that ends. Private to history/.
#pragma once

#include <filesystem>

namespace kpwatch {

class WriterLock {
  public:
    // Throws WriterBusyError naming the directory and the process that holds it, StorageError if the file cannot be
    // made.
    explicit WriterLock(const std::filesystem::path& directory);
    ~WriterLock();
    WriterLock(const WriterLock&) = delete;
    WriterLock& operator=(const WriterLock&) = delete;

  private:
    void take(const std::filesystem::path& file, const std::filesystem::path& directory);
    bool isStillThere(const std::filesystem::path& file);

    int m_descriptor = -1;
};

// For who has the lock and would put another file in the place of the record: throws WriterBusyError if a writer has
// only stepped aside (WritersPlace), for it goes on with the files that it left.
void refuseWhileAside(const std::filesystem::path& directory);

} // namespace kpwatch
