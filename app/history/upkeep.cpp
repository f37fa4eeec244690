// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/upkeep.h"

#include "app/history/backup.h"
#include "app/history/database.h"
#include "app/history/set_aside.h"

namespace kpwatch {
namespace {

constexpr std::chrono::minutes lookEvery{10};

} // namespace

Upkeep::Upkeep(std::filesystem::path directory, Wanted wanted)
    : m_directory(std::move(directory)), m_wanted(wanted),
      m_thread([this](const std::stop_token& stop) { run(stop); }) {}

Upkeep::~Upkeep() {
    m_thread.request_stop();
    m_thread.join();
}

Upkeep::Found Upkeep::found() const {
    const std::scoped_lock lock(m_mutex);
    return m_found;
}

Upkeep::Found Upkeep::lookedAt(const std::stop_token& stop) const {
    Found found;
    found.checked = true;
    if (m_wanted.look)
        if (const std::vector<std::string> faults = faultsOfRecord(historyFile(m_directory), stop);
            !faults.empty() && !stop.stop_requested())
            found.damage = faults.front();
    if (found.damage || awaitingRepair(m_directory).empty())
        return found;
    found.putOff = !m_wanted.salvage;
    if (found.putOff)
        return found;
    try {
        found.salvaged = salvageBeside(m_directory, utcNow(), stop);
    } catch (const StorageError& error) {
        found.trouble = error.what();
    } catch (const WriterBusyError& error) {
        found.trouble = error.what();
    } catch (const std::filesystem::filesystem_error& error) {
        found.trouble = fileError(m_directory, error.code().value()).what();
    }
    return found;
}

void Upkeep::run(const std::stop_token& stop) {
    const Found found = lookedAt(stop);
    {
        const std::scoped_lock lock(m_mutex);
        m_found = found;
    }
    while (!found.damage && !found.salvaged && !stop.stop_requested()) {
        bool waits = false; // for the writer, who makes the copy
        try {
            waits = !finishBackup(m_directory, stop) && requestBackup(m_directory, utcNow());
        } catch (const StorageError&) {
            // The record itself is what counts; doctor tells how old the newest backup is. Tried again.
        }
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, stop, waits ? std::chrono::seconds(1) : std::chrono::seconds(lookEvery),
                        [] { return false; });
    }
}

} // namespace kpwatch
