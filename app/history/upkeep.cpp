// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/upkeep.h"

#include "app/history/backup.h"
#include "app/history/database.h"

namespace kpwatch {
namespace {

constexpr std::chrono::minutes lookEvery{10};

} // namespace

Upkeep::Upkeep(std::filesystem::path directory, bool after_unclean_end)
    : m_directory(std::move(directory)), m_afterUncleanEnd(after_unclean_end),
      m_thread([this](const std::stop_token& stop) { run(stop); }) {}

Upkeep::~Upkeep() {
    m_thread.request_stop();
    m_thread.join();
}

std::optional<std::string> Upkeep::trouble() const {
    const std::scoped_lock lock(m_mutex);
    return m_trouble;
}

bool Upkeep::hasChecked() const {
    const std::scoped_lock lock(m_mutex);
    return m_checked;
}

void Upkeep::run(const std::stop_token& stop) {
    std::optional<std::string> trouble;
    if (m_afterUncleanEnd)
        if (const std::vector<std::string> faults = faultsOf(historyFile(m_directory), stop);
            !faults.empty() && !stop.stop_requested())
            trouble = historyFile(m_directory).string() + " is damaged (" + faults.front() +
                      "): what is recorded now is kept, stop watching and run 'kpwatch doctor'.";
    {
        const std::scoped_lock lock(m_mutex);
        m_trouble = trouble;
        m_checked = true;
    }
    while (!trouble && !stop.stop_requested()) {
        try {
            backUpDaily(m_directory, utcNow(), stop);
        } catch (const StorageError&) {
            // The record itself is what counts; doctor tells how old the newest backup is. Tried again.
        }
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, stop, lookEvery, [] { return false; });
    }
}

} // namespace kpwatch
