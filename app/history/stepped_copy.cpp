// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/stepped_copy.h"

#include <sqlite3.h>

namespace kpwatch {
namespace {

std::filesystem::path emptied(const std::filesystem::path& file) {
    std::error_code failed;
    std::filesystem::remove(file, failed);
    makePrivateFile(file);
    return file;
}

} // namespace

SteppedCopy::SteppedCopy(SQLite::Database& source, std::filesystem::path file, int pages_at_once)
    : m_file(emptied(file)), m_pagesAtOnce(pages_at_once), m_copy(m_file.string(), SQLite::OPEN_READWRITE) {
    m_copy.exec("PRAGMA synchronous = OFF"); // it is synced as a whole before it gets its name
    m_backup = sqlite3_backup_init(m_copy.getHandle(), "main", source.getHandle(), "main");
    if (m_backup == nullptr)
        throw SQLite::Exception(m_copy.getHandle());
}

SteppedCopy::~SteppedCopy() { sqlite3_backup_finish(m_backup); }

int SteppedCopy::remaining() const { return sqlite3_backup_remaining(m_backup); }
int SteppedCopy::pages() const { return sqlite3_backup_pagecount(m_backup); }

bool SteppedCopy::step() {
    switch (const int answer = sqlite3_backup_step(m_backup, m_pagesAtOnce)) {
    case SQLITE_DONE:
        return true;
    case SQLITE_OK:
    case SQLITE_BUSY: // somebody looks at it; it goes on the next time
    case SQLITE_LOCKED:
        return false;
    default:
        throw SQLite::Exception(sqlite3_errstr(answer), answer);
    }
}

} // namespace kpwatch
