// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/database.h"

#include "app/private_directory.h"

#include <sqlite3.h>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kpwatch {
namespace {

// Small pages: a commit writes every page it touches whole, and most commits hold a few rows. Measured at 100 checks a
// second (tests/bench): 725 B to disk a check, with 4 KiB pages 1118 B.
constexpr int pageBytes = 1024;
constexpr int checkpointPages = 4096; // 4 MiB of log, as SQLite's default of 1000 pages of 4 KiB
constexpr int busyMs = 5000;

// What a URI would take for something else (RFC 3986, 2.1).
std::string uriPath(const std::filesystem::path& file) {
    std::string path;
    for (const char letter : file.string())
        path += letter == '%' ? "%25" : letter == '?' ? "%3f" : letter == '#' ? "%23" : std::string(1, letter);
    return path;
}

SQLite::Database openedReadOnly(const std::filesystem::path& file, bool still) {
    SQLite::Database database(still ? "file:" + uriPath(file) + "?immutable=1" : file.string(),
                              still ? SQLite::OPEN_READONLY | SQLite::OPEN_URI : SQLite::OPEN_READONLY, busyMs);
    database.exec("PRAGMA cell_size_check = ON");
    database.exec("PRAGMA trusted_schema = OFF");
    database.exec("PRAGMA mmap_size = 0");
    return database;
}

// SQLite reads a file with whatever write-ahead log has its name beside it. A file whose header says that it keeps none
// (sqlite.org/fileformat2.html, 1.3.3) took the place of another, whose log that is. Read through a connection: to
// open the file once more and close it would drop the locks of all in this process.
bool keepsNoLog(SQLite::Database& database) {
    constexpr sqlite3_int64 readVersionAt = 19;
    constexpr unsigned char noLog = 1;
    sqlite3_file* file = nullptr;
    sqlite3_file_control(database.getHandle(), "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void*>(&file));
    unsigned char version = 0;
    return file != nullptr && file->pMethods != nullptr &&
           file->pMethods->xRead(file, &version, 1, readVersionAt) == SQLITE_OK && version == noLog;
}

bool hasLog(const std::filesystem::path& file) {
    std::error_code failed;
    const auto size = std::filesystem::file_size(suffixed(file, "-wal"), failed);
    return !failed && size > 0;
}

std::string code(int number) { return " (SQLite code " + std::to_string(number) + ")"; }

} // namespace

std::filesystem::path historyFile(const std::filesystem::path& directory) {
    std::error_code failed;
    return std::filesystem::is_regular_file(directory, failed) ? directory : directory / "history.db";
}

std::filesystem::path suffixed(std::filesystem::path file, const char* suffix) { return file += suffix; }

StorageError storageError(const std::filesystem::path& file, const SQLite::Exception& error) {
    const int number = error.getExtendedErrorCode() > 0 ? error.getExtendedErrorCode() : error.getErrorCode();
    const auto sentence = [&](const std::string& what, const std::string& way_out) {
        return StorageError(file.string() + " " + what + code(number) + ": " + way_out + ".", number);
    };
    switch (number & 0xff) {
    case SQLITE_FULL:
        return sentence("cannot grow, the disk is full", "free some space on that disk");
    case SQLITE_IOERR:
        return sentence("cannot be read or written, the disk reports an error",
                        "check the disk, or choose another directory with --history");
    case SQLITE_READONLY:
        return sentence("cannot be written, it or its directory is read-only",
                        "make both writable for yourself, or choose another directory with --history");
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return sentence("cannot be opened",
                        "check that its directory exists and is yours, or choose another one with --history");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return sentence("is damaged or is no history of KPWatch",
                        "keep its directory for salvage and choose another one with --history");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
        return sentence("is locked by another program", "end that program and try again");
    default:
        return sentence(std::string("cannot be used, \"") + error.what() + "\"",
                        "it may come from another version of KPWatch; choose another directory with --history");
    }
}

StorageError fileError(const std::filesystem::path& file, int error) {
    const bool full = error == ENOSPC || error == EDQUOT, forbidden = error == EACCES || error == EPERM;
    return StorageError(file.string() + " cannot be made or written, \"" + std::strerror(error) + "\" (code " +
                            std::to_string(error) + "): " +
                            (full ? "free some space on that disk, or choose another one with --history."
                             : forbidden
                                 ? "make its directory writable for yourself, or choose another one with --history."
                                 : "check that its directory exists and can be written, or choose another one."),
                        full ? SQLITE_FULL : 0);
}

void makePrivateDirectory(const std::filesystem::path& directory) {
    if (const int error = makeDirectoryForOneself(directory))
        throw fileError(directory, error);
}

// One that is there is not opened: to close it would drop the locks that SQLite holds on it for all in this process
// (fcntl(2), "advisory record locking").
void makePrivateFile(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor >= 0)
        ::close(descriptor);
    else if (errno != EEXIST)
        throw fileError(file, errno);
    struct stat its {};
    if (::stat(file.c_str(), &its) != 0 ||
        ((its.st_mode & (S_IRWXG | S_IRWXO)) != 0 && ::chmod(file.c_str(), its.st_mode & S_IRWXU) != 0))
        throw fileError(file, errno);
}

// Before a writer opens the file: it would take the other's pages into it. They are kept, they may be all there is.
static void setAsideLogOfAnother(const std::filesystem::path& file) {
    if (!hasLog(file))
        return;
    try {
        SQLite::Database database = openedReadOnly(file, true);
        database.execAndGet("PRAGMA user_version"); // opens the file, which was only named yet
        if (!keepsNoLog(database))
            return;
    } catch (const SQLite::Exception&) {
        return; // what is wrong with it the writer says
    }
    const std::filesystem::path log = suffixed(file, "-wal"), kept = suffixed(file, ".log-of-another-record");
    std::filesystem::path aside = kept;
    std::error_code failed;
    for (int number = 2; std::filesystem::exists(aside, failed); ++number)
        aside = suffixed(kept, ("-" + std::to_string(number)).c_str());
    std::filesystem::rename(log, aside, failed);
    if (failed)
        throw fileError(log, failed.value());
    std::filesystem::remove(suffixed(file, "-shm"), failed);
}

SQLite::Database openForWriting(const std::filesystem::path& file) {
    return translated(file, [&] {
        setAsideLogOfAnother(file);
        SQLite::Database database(file.string(), SQLite::OPEN_READWRITE, busyMs);
        const int application = database.execAndGet("PRAGMA application_id").getInt();
        const int objects = database.execAndGet("SELECT count(*) FROM sqlite_schema").getInt();
        if (application != historyApplicationId && objects > 0)
            throw StorageError(file.string() +
                               " is another program's database: choose another directory with --history.");
        if (objects == 0)
            database.exec("PRAGMA page_size = " + std::to_string(pageBytes));
        database.exec("PRAGMA synchronous = FULL");
        database.exec("PRAGMA foreign_keys = ON");
        database.exec("PRAGMA cell_size_check = ON");
        database.exec("PRAGMA trusted_schema = OFF");
        database.exec("PRAGMA mmap_size = 0");
        database.exec("PRAGMA journal_size_limit = 8388608");
        database.exec("PRAGMA wal_autocheckpoint = " + std::to_string(checkpointPages));
        return database;
    });
}

void useWriteAheadLog(SQLite::Database& database, const std::filesystem::path& file) {
    const std::string answer =
        translated(file, [&] { return database.execAndGet("PRAGMA journal_mode = WAL").getString(); });
    if (answer != "wal")
        throw StorageError(file.string() + " cannot keep a write-ahead log, its journal mode stays \"" + answer +
                           "\": choose a directory on a disk of this computer with --history.");
}

bool liesStill(const std::filesystem::path& file) {
    std::filesystem::path log = file;
    log += "-wal";
    std::error_code failed;
    const std::filesystem::path directory = file.has_parent_path() ? file.parent_path() : ".";
    return ::access(directory.c_str(), W_OK) != 0 && !std::filesystem::exists(log, failed) &&
           std::filesystem::exists(file, failed);
}

SQLite::Database openForReading(const std::filesystem::path& file) {
    return translated(file, [&] {
        const bool still = liesStill(file);
        const bool logged = hasLog(file); // before the header is read: who begins to keep one writes it there first
        SQLite::Database database = openedReadOnly(file, still);
        return logged && keepsNoLog(database) ? openedReadOnly(file, true) : std::move(database);
    });
}

bool readsAsStill(SQLite::Database& database) {
    return sqlite3_uri_boolean(sqlite3_db_filename(database.getHandle(), "main"), "immutable", 0) != 0;
}

int userVersion(SQLite::Database& database) { return database.execAndGet("PRAGMA user_version").getInt(); }

void bindValue(SQLite::Statement& statement, int index, std::int64_t value) { statement.bind(index, value); }

void bindValue(SQLite::Statement& statement, int index, const std::string& value) { statement.bind(index, value); }

void bindValue(SQLite::Statement& statement, int index, const std::optional<std::int64_t>& value) {
    if (value)
        statement.bind(index, *value);
    else
        statement.bind(index);
}

std::optional<std::int64_t> optionalAt(SQLite::Statement& statement, int column) {
    const SQLite::Column value = statement.getColumn(column);
    return value.isNull() ? std::nullopt : std::optional<std::int64_t>(value.getInt64());
}

} // namespace kpwatch
