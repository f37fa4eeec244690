// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/held_file.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kpwatch {

int openAndHold(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor >= 0)
        (void)::flock(descriptor, LOCK_EX | LOCK_NB);
    return descriptor;
}

HeldFile::HeldFile(const std::filesystem::path& file) : m_descriptor(openAndHold(file)) {}

HeldFile::~HeldFile() {
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

bool isHeld(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool free = ::flock(descriptor, LOCK_SH | LOCK_NB) == 0; // for as long as it takes to close it
    const bool held = !free && errno == EWOULDBLOCK;
    ::close(descriptor);
    return held;
}

} // namespace kpwatch
