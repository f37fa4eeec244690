// SPDX-License-Identifier: GPL-3.0-or-later
// What is measured cold: as after a start of the computer.
#pragma once

#include <fcntl.h>
#include <filesystem>
#include <unistd.h>

namespace kpwatch::bench {

// The kernel forgets what it has of the file (posix_fadvise(2)); what is dirty it would keep.
inline void makeCold(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED);
    ::close(descriptor);
}

} // namespace kpwatch::bench
