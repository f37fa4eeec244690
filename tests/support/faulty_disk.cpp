// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faulty_disk.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <sstream>

namespace kpwatch::testing {

namespace {

struct Write {
    std::int64_t at = 0;
    std::string bytes; // none and `length` >= 0: a truncation
    std::int64_t truncatedTo = -1;
};
struct Shadow { // of a file that survives the power
    std::string durable;
    bool exists = false; // its name is on disk
    std::vector<Write> unsynced;
};

} // namespace

struct FaultyDisk::State {
    sqlite3_vfs vfs{};
    sqlite3_vfs* real = nullptr;
    std::int64_t operations = 0;
    std::int64_t failFrom = -1, failTo = -1, darkFrom = -1;
    Fault fault = Fault::IoError;
    bool failed = false;
    std::map<std::string, Shadow> shadows;

    // Counts one operation, and says how it fails (SQLITE_OK: it does not).
    int step(int io_error) {
        ++operations;
        if (darkFrom >= 0 && operations >= darkFrom)
            return io_error;
        if (failFrom < 0 || operations < failFrom || operations > failTo)
            return SQLITE_OK;
        failed = true;
        return fault == Fault::Full ? SQLITE_FULL : io_error;
    }
    bool dark() const { return darkFrom >= 0 && operations >= darkFrom; }
};

namespace {

// What SQLite allocates for an open file: ours first, the real one behind it.
struct File {
    sqlite3_file base;
    FaultyDisk::State* state;
    std::string* name; // nullptr for a temporary file
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
    Shadow* shadow() const { return name == nullptr ? nullptr : &state->shadows[*name]; }
};
File& ours(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }

void settle(std::string& bytes, const Write& write) {
    if (write.truncatedTo >= 0) {
        bytes.resize(static_cast<std::size_t>(write.truncatedTo));
        return;
    }
    const auto at = static_cast<std::size_t>(write.at);
    if (bytes.size() < at + write.bytes.size())
        bytes.resize(at + write.bytes.size());
    bytes.replace(at, write.bytes.size(), write.bytes);
}

int closed(sqlite3_file* file) {
    const int code = ours(file).real()->pMethods->xClose(ours(file).real());
    delete ours(file).name;
    ours(file).name = nullptr;
    return code;
}
int readAt(sqlite3_file* file, void* into, int length, sqlite3_int64 at) {
    return ours(file).real()->pMethods->xRead(ours(file).real(), into, length, at);
}
int written(sqlite3_file* file, const void* bytes, int length, sqlite3_int64 at) {
    if (const int failed = ours(file).state->step(SQLITE_IOERR_WRITE); failed != SQLITE_OK)
        return failed;
    if (Shadow* shadow = ours(file).shadow())
        shadow->unsynced.push_back(
            {at, std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(length))});
    return ours(file).real()->pMethods->xWrite(ours(file).real(), bytes, length, at);
}
int truncated(sqlite3_file* file, sqlite3_int64 length) {
    if (const int failed = ours(file).state->step(SQLITE_IOERR_TRUNCATE); failed != SQLITE_OK)
        return failed;
    if (Shadow* shadow = ours(file).shadow())
        shadow->unsynced.push_back({0, {}, length});
    return ours(file).real()->pMethods->xTruncate(ours(file).real(), length);
}
int synced(sqlite3_file* file, int /*flags*/) {
    if (const int failed = ours(file).state->step(SQLITE_IOERR_FSYNC); failed != SQLITE_OK)
        return failed;
    if (Shadow* shadow = ours(file).shadow()) {
        for (const Write& write : shadow->unsynced)
            settle(shadow->durable, write);
        shadow->unsynced.clear();
    }
    return SQLITE_OK; // the real disk need not: it is not the one that loses
}
int sized(sqlite3_file* file, sqlite3_int64* length) {
    return ours(file).real()->pMethods->xFileSize(ours(file).real(), length);
}
int locked(sqlite3_file* file, int level) { return ours(file).real()->pMethods->xLock(ours(file).real(), level); }
int unlocked(sqlite3_file* file, int level) { return ours(file).real()->pMethods->xUnlock(ours(file).real(), level); }
int reserved(sqlite3_file* file, int* answer) {
    return ours(file).real()->pMethods->xCheckReservedLock(ours(file).real(), answer);
}
int controlled(sqlite3_file* file, int what, void* with) {
    return ours(file).real()->pMethods->xFileControl(ours(file).real(), what, with);
}
int sector(sqlite3_file* /*file*/) { return 512; }
int characteristics(sqlite3_file* /*file*/) { return 0; } // promises nothing, not even that appending is safe
int shmMap(sqlite3_file* file, int page, int size, int extend, void volatile** memory) {
    return ours(file).real()->pMethods->xShmMap(ours(file).real(), page, size, extend, memory);
}
int shmLock(sqlite3_file* file, int offset, int count, int flags) {
    return ours(file).real()->pMethods->xShmLock(ours(file).real(), offset, count, flags);
}
void shmBarrier(sqlite3_file* file) { ours(file).real()->pMethods->xShmBarrier(ours(file).real()); }
int shmUnmap(sqlite3_file* file, int erase) { return ours(file).real()->pMethods->xShmUnmap(ours(file).real(), erase); }

const sqlite3_io_methods methods{.iVersion = 2,
                                 .xClose = closed,
                                 .xRead = readAt,
                                 .xWrite = written,
                                 .xTruncate = truncated,
                                 .xSync = synced,
                                 .xFileSize = sized,
                                 .xLock = locked,
                                 .xUnlock = unlocked,
                                 .xCheckReservedLock = reserved,
                                 .xFileControl = controlled,
                                 .xSectorSize = sector,
                                 .xDeviceCharacteristics = characteristics,
                                 .xShmMap = shmMap,
                                 .xShmLock = shmLock,
                                 .xShmBarrier = shmBarrier,
                                 .xShmUnmap = shmUnmap,
                                 .xFetch = nullptr,
                                 .xUnfetch = nullptr};

FaultyDisk::State& stateOf(sqlite3_vfs* vfs) { return *static_cast<FaultyDisk::State*>(vfs->pAppData); }

std::string bytesOf(const std::filesystem::path& file) {
    std::ostringstream bytes;
    bytes << std::ifstream(file, std::ios::binary).rdbuf();
    return bytes.str();
}

int opened(sqlite3_vfs* vfs, sqlite3_filename name, sqlite3_file* file, int flags, int* out) {
    FaultyDisk::State& state = stateOf(vfs);
    file->pMethods = nullptr;
    if (const int failed = state.step(SQLITE_CANTOPEN); failed != SQLITE_OK)
        return failed;
    File& made = ours(file);
    made.state = &state;
    made.name = nullptr;
    const bool known = name != nullptr && state.shadows.contains(name);
    const bool there = name != nullptr && std::filesystem::exists(name);
    const int code = state.real->xOpen(state.real, name, made.real(), flags, out);
    if (code != SQLITE_OK)
        return code;
    if (name != nullptr && (flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL)) != 0) {
        made.name = new std::string(name);
        Shadow& shadow = state.shadows[name];
        if (!known && there)
            shadow.durable = bytesOf(name);
        shadow.exists = true;
    }
    made.base.pMethods = &methods;
    return SQLITE_OK;
}
int removed(sqlite3_vfs* vfs, const char* name, int sync) {
    FaultyDisk::State& state = stateOf(vfs);
    if (const int failed = state.step(SQLITE_IOERR_DELETE); failed != SQLITE_OK)
        return failed;
    state.shadows[name] = {};
    return state.real->xDelete(state.real, name, sync);
}
int accessed(sqlite3_vfs* vfs, const char* name, int flags, int* answer) {
    return stateOf(vfs).real->xAccess(stateOf(vfs).real, name, flags, answer);
}
int fullName(sqlite3_vfs* vfs, const char* name, int size, char* out) {
    return stateOf(vfs).real->xFullPathname(stateOf(vfs).real, name, size, out);
}
int randomness(sqlite3_vfs* vfs, int size, char* out) {
    return stateOf(vfs).real->xRandomness(stateOf(vfs).real, size, out);
}
int slept(sqlite3_vfs* vfs, int us) { return stateOf(vfs).real->xSleep(stateOf(vfs).real, us); }
int lastError(sqlite3_vfs* vfs, int size, char* out) {
    return stateOf(vfs).real->xGetLastError(stateOf(vfs).real, size, out);
}
int nowInMs(sqlite3_vfs* vfs, sqlite3_int64* now) {
    return stateOf(vfs).real->xCurrentTimeInt64(stateOf(vfs).real, now);
}
int now(sqlite3_vfs* vfs, double* days) { return stateOf(vfs).real->xCurrentTime(stateOf(vfs).real, days); }

} // namespace

FaultyDisk::FaultyDisk() : m_state(std::make_unique<State>()) {
    State& state = *m_state;
    state.real = sqlite3_vfs_find(nullptr);
    state.vfs = {.iVersion = 2,
                 .szOsFile = static_cast<int>(sizeof(File)) + state.real->szOsFile,
                 .mxPathname = state.real->mxPathname,
                 .pNext = nullptr,
                 .zName = "faulty-disk",
                 .pAppData = m_state.get(),
                 .xOpen = opened,
                 .xDelete = removed,
                 .xAccess = accessed,
                 .xFullPathname = fullName,
                 .xDlOpen = nullptr,
                 .xDlError = nullptr,
                 .xDlSym = nullptr,
                 .xDlClose = nullptr,
                 .xRandomness = randomness,
                 .xSleep = slept,
                 .xCurrentTime = now,
                 .xGetLastError = lastError,
                 .xCurrentTimeInt64 = nowInMs,
                 .xSetSystemCall = nullptr,
                 .xGetSystemCall = nullptr,
                 .xNextSystemCall = nullptr};
    sqlite3_vfs_register(&state.vfs, 1);
}

FaultyDisk::~FaultyDisk() {
    sqlite3_vfs_unregister(&m_state->vfs);
    sqlite3_vfs_register(m_state->real, 1);
}

void FaultyDisk::failAt(std::int64_t n, Fault fault, std::int64_t more) {
    m_state->failFrom = m_state->operations + n;
    m_state->failTo = m_state->failFrom + more;
    m_state->fault = fault;
    m_state->failed = false;
}
void FaultyDisk::repair() { m_state->failFrom = m_state->failTo = m_state->darkFrom = -1; }
bool FaultyDisk::hasFailed() const { return m_state->failed; }
std::int64_t FaultyDisk::operations() const { return m_state->operations; }
void FaultyDisk::cutPowerAt(std::int64_t n) { m_state->darkFrom = m_state->operations + n; }
bool FaultyDisk::isDark() const { return m_state->dark(); }

void FaultyDisk::restart(std::mt19937& chance) {
    constexpr std::size_t sectorBytes = 512;
    const unsigned mood = chance() % 3; // nothing arrived, all of it may have, some did
    for (auto& [name, shadow] : m_state->shadows) {
        for (const Write& write : shadow.unsynced) {
            const unsigned fate = mood == 0 ? 0 : mood == 1 ? chance() % 8 + 1 : chance() % 3;
            if (fate == 0)
                continue;
            Write arrived = write;
            if (fate == 2 && arrived.bytes.size() > sectorBytes)
                arrived.bytes.resize(sectorBytes * (1 + chance() % (arrived.bytes.size() / sectorBytes)));
            settle(shadow.durable, arrived);
        }
        std::error_code ignored;
        std::filesystem::remove(name, ignored);
        if (shadow.exists)
            std::ofstream(name, std::ios::binary)
                .write(shadow.durable.data(), static_cast<std::streamsize>(shadow.durable.size()));
        std::filesystem::remove(name + "-shm", ignored); // memory
    }
    m_state->shadows.clear();
    repair();
}

} // namespace kpwatch::testing
