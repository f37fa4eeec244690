// SPDX-License-Identifier: GPL-3.0-or-later
// How the recorder brings to disk what it has, keeps in memory what the disk refuses, gives way to another program for
// a moment, and looks after the record between two batches.
#include "app/history/backup.h"
#include "app/history/set_aside.h"
#include "app/watch/recorder.h"

#include <utility>

namespace kpwatch {
namespace {

using std::chrono::milliseconds;

constexpr std::chrono::hours checkpointEvery{1};
constexpr std::size_t answersInMemory = 64;     // of public sources, as they came
constexpr std::size_t heldInMemory = 10'000;    // observations, while the disk refuses
constexpr std::chrono::seconds reopenAfter{4};  // of trouble: a fresh connection may do where the old one does not
constexpr std::chrono::seconds asideAtLeast{3}; // for the other to take the lock
constexpr std::chrono::seconds asideAtTheEnd{30};
constexpr std::chrono::minutes tendEvery{1};

} // namespace

// True if something is on disk now that was not before.
bool Recorder::store(const Judge& judge) {
    const std::lock_guard lock(m_writing);
    const SteadyTime now = std::chrono::steady_clock::now();
    if (m_held && !m_trouble)
        m_trouble = "The record is being copied to another folder; what is seen meanwhile is saved after it.";
    if (m_held || (m_pending.empty() && !m_aside) || !m_storing.isDue(now)) {
        boundMemory();
        return false;
    }
    try {
        if (!m_history || m_history->isGone() || m_storing.pause() >= reopenAfter)
            reopen(judge);
        m_recorded += m_history->append(m_pending);
    } catch (const StorageError& error) {
        m_damaged = m_damaged || tellsDamage(error);
        m_trouble = error.what();
        m_storing.failed(now);
        boundMemory();
        return false;
    } catch (const WriterBusyError& error) {
        if (!m_aside)
            m_trouble = error.what(); // somebody took the folder over while it was out of our hands
        m_storing.waitUntil(now + m_storing.pause());
        boundMemory();
        return false;
    }
    m_told += m_pending.news.saysAnything() ? 1 : 0;
    m_pending = {};
    m_savedUntil = utcNow();
    {
        const std::lock_guard noted(m_mutex);
        m_notedUnstored = m_noted.size();
    }
    m_trouble.reset();
    m_aside.reset();
    m_storing.succeeded();
    checkpointHourly();
    return true;
}

void Recorder::stepAside() {
    m_asideAsked = true;
    m_observed.wake();
}

void Recorder::giveWay() {
    if (!m_asideAsked.exchange(false) || !m_history)
        return;
    if (awaitingRepair(m_options.directory).empty())
        m_upkeep.reset(); // else it goes on: what is being salvaged is no part of the record yet
    m_aside.emplace(m_options.directory);
    m_history.reset(); // complete on disk
    m_trouble = recordLent;
    m_storing.waitUntil(std::chrono::steady_clock::now() + asideAtLeast);
}

// At the end of watching. Who has the record for a moment is waited for rather than to lose what was seen meanwhile.
void Recorder::storeTheLast(const Judge& judge) {
    const SteadyTime patient = std::chrono::steady_clock::now() + asideAtTheEnd;
    m_storing.atOnce();
    while (!store(judge) && m_aside && std::chrono::steady_clock::now() < patient) {
        std::this_thread::sleep_for(milliseconds(100));
        m_storing.atOnce();
    }
}

// The newest are kept: what goes is noted, and stored as a gap once something can be stored.
void Recorder::boundMemory() {
    m_pending.news.keepLatest(answersInMemory, heldInMemory);
    std::vector<Observation>& held = m_pending.observations;
    if (held.size() <= heldInMemory)
        return;
    const auto kept = held.end() - static_cast<std::ptrdiff_t>(heldInMemory);
    const UtcTime begin = m_pending.lost ? m_pending.lost->range.begin : held.front().startedAt;
    const std::int64_t before = m_pending.lost ? m_pending.lost->rows : 0;
    m_pending.lost = NotStored{{begin, kept->startedAt}, before + (kept - held.begin())};
    held.erase(held.begin(), kept);
}

void Recorder::checkpointHourly() {
    const SteadyTime now = std::chrono::steady_clock::now();
    if (now - m_lastCheckpoint < checkpointEvery)
        return;
    m_lastCheckpoint = now;
    try {
        m_history->checkpoint();
    } catch (const StorageError& error) {
        m_trouble = error.what(); // the rows are saved; the next append tells whether it can go on
    }
}

// The record's housekeeping, a piece between two batches, so that results never wait for it long.
void Recorder::tend() {
    const SteadyTime now = std::chrono::steady_clock::now();
    if (m_trouble || !m_history || (now < m_nextTending && !requestedBackup(m_options.directory)))
        return;
    m_nextTending = now + tendEvery;
    m_logNote = logWarning(m_options.directory);
    m_logNoteClosed = m_logNoteClosed && m_logNote;
    if (m_logNoteClosed)
        m_logNote.reset();
    try {
        if (m_history->tend(utcNow()))
            m_nextTending = now; // there may be more
    } catch (const StorageError& error) {
        m_damaged = m_damaged || tellsDamage(error);
        return; // what cannot be tended can often still be added to, and that tells; tried again in a minute
    }
}

} // namespace kpwatch
