// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/writer_lock.h"

#include "app/history/database.h"
#include "app/history/held_file.h"
#include "app/history/history.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <fstream>
#include <string_view>
#include <sys/file.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

namespace kpwatch {
namespace {

constexpr int looks = 100;

std::string processNamedIn(int descriptor) {
    std::array<char, 24> text{};
    const ssize_t length = ::pread(descriptor, text.data(), text.size(), 0);
    std::string pid(text.data(), length > 0 ? static_cast<std::size_t>(length) : 0);
    const std::size_t digits = pid.find_first_not_of("0123456789");
    pid.resize(digits == std::string::npos ? pid.size() : digits);
    return pid.empty() ? "" : " (process " + pid + ")";
}

// By the first bytes of a database (SQLite, "Database File Format", 1.3).
bool isDatabase(const std::filesystem::path& file) {
    std::array<char, 16> begin{};
    std::ifstream(file, std::ios::binary).read(begin.data(), begin.size());
    return std::string_view(begin.data(), begin.size()) == std::string_view("SQLite format 3\0", begin.size());
}

WriterBusyError busy(const std::string& holder, const std::filesystem::path& directory) {
    return WriterBusyError("Another program" + holder + " already records into " + directory.string() +
                           ": end it first, or choose another directory with --history.");
}

} // namespace

std::optional<std::string> misplacedFile(const std::filesystem::path& directory) {
    std::error_code unknown;
    if (!std::filesystem::is_regular_file(directory, unknown) || isDatabase(directory))
        return std::nullopt;
    return directory.string() + " is a file, where the folder of the record should be: move it away.";
}

WriterLock::WriterLock(const std::filesystem::path& directory) : m_file(directory / "writer.lock") {
    if (const std::optional<std::string> misplaced = misplacedFile(directory))
        throw StorageError(*misplaced);
    std::error_code unknown;
    if (std::filesystem::is_regular_file(directory, unknown))
        throw StorageError(directory.string() + " is a copy of a record, which is only looked at: to go on with it, "
                                                "put it as history.db into a folder of its own and open that.");
    for (take(directory); !isStillThere(); take(directory))
        ::close(m_descriptor);
    const std::string pid = std::to_string(::getpid()) + "\n";
    if (::ftruncate(m_descriptor, 0) != 0 || ::pwrite(m_descriptor, pid.data(), pid.size(), 0) < 0) {
        const int failed = errno;
        release();
        throw fileError(m_file, failed);
    }
}

WriterLock::~WriterLock() { release(); }

// Removed while it is still held: who waits for it sees that it is another's by then.
void WriterLock::release() const {
    if (m_passing && isStillThere())
        ::unlink(m_file.c_str());
    ::close(m_descriptor);
}

// Somebody may have erased it between our opening and locking it: then the lock holds nobody up.
bool WriterLock::isStillThere() const {
    struct stat held {
    }, named{};
    return ::fstat(m_descriptor, &held) == 0 && ::stat(m_file.c_str(), &named) == 0 && held.st_ino == named.st_ino &&
           held.st_dev == named.st_dev;
}

void WriterLock::take(const std::filesystem::path& directory) {
    m_descriptor = ::open(m_file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    m_passing = m_descriptor >= 0;
    if (!m_passing)
        m_descriptor = ::open(m_file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (m_descriptor < 0)
        throw fileError(m_file, errno);
    // Who looks whether somebody holds it holds it himself, for as long as that takes.
    for (int look = 0; look < looks && ::flock(m_descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK; ++look)
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    if (::flock(m_descriptor, LOCK_EX | LOCK_NB) != 0) {
        const int refused = errno;
        const std::string holder = processNamedIn(m_descriptor);
        ::close(m_descriptor);
        if (refused != EWOULDBLOCK)
            throw fileError(m_file, refused);
        throw busy(holder, directory);
    }
}

static constexpr const char* keptPlace = "writer.aside";

bool isBeingWritten(const std::filesystem::path& directory) {
    const std::filesystem::path lock = directory / "writer.lock", aside = directory / keptPlace;
    return isHeld(lock) || isHeld(aside) || isHeld(lock); // he goes and comes back while we look
}

void refuseWhileAside(const std::filesystem::path& directory) {
    if (isHeld(directory / keptPlace))
        throw busy("", directory);
}

WritersPlace::WritersPlace(const std::filesystem::path& directory) : m_descriptor(openAndHold(directory / keptPlace)) {}

WritersPlace::~WritersPlace() {
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace kpwatch
