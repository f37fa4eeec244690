// SPDX-License-Identifier: GPL-3.0-or-later
// The file under the recorder: opened anew after trouble, set aside when it is damaged, joined when it has been
// repaired, left for another place when the person says so.
#include "app/history/set_aside.h"
#include "app/watch/recorder.h"

#include <QLocale>

#include <utility>

namespace kpwatch {

// What could not be written so far is in m_pending; the judge stays as it is.
void Recorder::reopen(const Judge& judge) {
    if (!m_aside) // else the other only added to the record
        m_upkeep.reset();
    if (m_history && m_history->putBack()) { // while what was removed is still open
        m_written = whichFile(m_options.directory);
        m_recordNote = "The record was moved or removed while it was being written, and has been put back into " +
                       m_options.directory.string() +
                       ". If its folder went, its backups and all else that lay in it went along.";
    }
    m_history.reset();
    openAgain(judge);
    m_bells.reopened();
    if (!m_upkeep)
        lookAfter(m_history->followsUncleanEnd());
    else if (m_history->followsUncleanEnd())
        m_suspected = true;
}

static std::string minuteOf(UtcTime time) {
    const std::string iso = isoUtc(time);
    return iso.substr(0, 10) + ' ' + iso.substr(11, 5) + " UTC";
}

// Nobody closed the program: its lanes go on, however long the file was out of reach. Another file that is found in its
// place lacks rows that the judge knows: what cannot be read there is not said there. Only a new one, which knows
// nothing yet, is told where the lanes stand.
void Recorder::openAgain(const Judge& judge) {
    const std::optional<FileIdentity> found = whichFile(m_options.directory), before = m_written;
    HistoryOptions options = m_options;
    if (found == m_written)
        options.savedUntil = m_savedUntil;
    m_history = std::make_unique<History>(options, m_watchlist, m_settings, utcNow());
    m_written = whichFile(m_options.directory);
    if (before && m_written != before)
        m_recordNote = "Another record lies in " + m_options.directory.string() +
                       " now, and watching goes on in it. What was saved until " + minuteOf(m_savedUntil) +
                       " is in the file that lay there before: to go on with that one, stop watching, put it back and "
                       "start again. The two cannot be joined.";
    if (m_history->goesOn())
        return;
    if (!found) {
        tellWhereLanesStand(judge);
        return;
    }
    m_pending.spans.clear(); // said anew once all that is in memory has been stored beside the rest
    m_readAgain = true;
}

void Recorder::lookAfter(bool whole) {
    if (m_options.simulated)
        return;
    m_upkeep = std::make_unique<Upkeep>(m_options.directory, Upkeep::Wanted{.look = whole, .salvage = mayJoin()});
    if (!m_recordNote)
        m_recordNote = placeWarning(m_options.directory);
    if (const auto waiting = awaitingRepair(m_options.directory); !waiting.empty() && mayJoin())
        m_recordNote = "The record was damaged and is kept as " + waiting.back().string() +
                       ". What is seen now is saved in a new file; what can be salvaged is being brought back.";
}

void Recorder::heedUpkeep(const Judge& judge) {
    const Upkeep::Found found = m_upkeep ? m_upkeep->found() : Upkeep::Found{};
    if (m_aside)
        return; // it is not ours now
    if (m_damaged || found.damage)
        beginAfresh(judge);
    else if (m_upkeep && found.checked && !found.salvaged && m_suspected.exchange(false))
        lookAfter(true);
    else if (found.salvaged)
        joinRepaired(*found.salvaged, judge);
    else if (found.putOff && mayJoin())
        lookAfter(false);
    else if (found.trouble)
        putRepairOff(*found.trouble);
}

// It would only be salvaged again at once, and again in vain.
void Recorder::putRepairOff(const std::string& why) {
    m_joining.failed(std::chrono::steady_clock::now());
    m_recordNote = "The record was damaged, is kept, and could not be repaired yet: " + why;
    if (m_history)
        lookAfter(false); // the rest of what is to be cared for
}

// What is seen from now on goes to a fresh file. The judge stays, and says there where each lane stands.
void Recorder::beginAfresh(const Judge& judge) {
    m_damaged = false;
    m_upkeep.reset();
    try {
        if (m_history)
            m_history->leaveAsItIs();
        m_history.reset();
        makeRoom(m_options.directory, utcNow());
        m_history = std::make_unique<History>(m_options, m_watchlist, m_settings, utcNow());
        m_written = whichFile(m_options.directory);
        lookAfter(false);
        tellWhereLanesStand(judge);
        m_storing.atOnce();
        store(judge); // before it is said not to be saved
    } catch (const StorageError& error) {
        m_trouble = error.what(); // the next attempt to store tells how it goes on
    } catch (const WriterBusyError& error) {
        m_trouble = error.what();
    }
}

// The lanes as the judge knows them, for a file that knows nothing yet.
std::vector<SpanChange> Recorder::standing(const Judge& judge) const {
    std::vector<SpanChange> lanes;
    const auto add = [&](TargetId id, const std::optional<UtcTime>& since, const Span& state) {
        lanes.push_back({id, since.value_or(judge.clock()), {state}});
        lanes.back().spans.front().range = {lanes.back().from, judge.clock()};
    };
    for (const Target& target : m_watchlist.targets) {
        if (!target.enabled)
            continue;
        const TargetStatus status = judge.status(target.id);
        Span state;
        state.verdict = status.state;
        state.reason = status.reason;
        state.onset = status.onset;
        add(target.id, status.since, state);
    }
    const OwnLineStatus line = judge.ownLine();
    Span state;
    state.verdict = line.state;
    add(ownLineId, line.since, state);
    return lanes;
}

void Recorder::tellWhereLanesStand(const Judge& judge) {
    std::vector<SpanChange> lanes = standing(judge);
    std::move(m_pending.spans.begin(), m_pending.spans.end(), std::back_inserter(lanes));
    m_pending.spans = std::move(lanes);
}

static std::string inGroups(std::int64_t number) {
    return QLocale(QLocale::English).toString(static_cast<qlonglong>(number)).toStdString();
}

static std::string repairedNote(const Repair& repair) {
    if (repair.observations == 0)
        return "Nothing could be recovered from the record: it is damaged as a whole, or was none. It is kept as " +
               repair.original.string() + ", and watching goes on in a new record.";
    return "The record was damaged and has been repaired: " + inGroups(repair.observations) +
           " checks are there again, " + inGroups(repair.pagesDamaged) + " of " + inGroups(repair.pages) +
           " pages could not be read. The damaged file is kept as " + repair.original.string() + ".";
}

void Recorder::joinRepaired(const Repair& repair, const Judge& judge) {
    m_upkeep.reset();
    m_history.reset(); // complete on disk
    try {
        joinSalvaged(m_options.directory);
        m_written = whichFile(m_options.directory); // which holds all that was said
        openAgain(judge);
        m_readAgain = m_readAgain || m_knowsPart;
        m_joining.succeeded();
        lookAfter(false);
        m_recordNote = repairedNote(repair);
    } catch (const StorageError& error) {
        putRepairOff(error.what());
    } catch (const WriterBusyError& error) {
        putRepairOff(error.what());
    }
}

bool Recorder::mayJoin() const { return m_joining.isDue(std::chrono::steady_clock::now()); }

void Recorder::holdBack(bool held) {
    const std::lock_guard lock(m_writing);
    m_held = held;
}

void Recorder::endIn(std::unique_ptr<History> elsewhere, bool blank) {
    const std::lock_guard lock(m_writing);
    m_held = true;
    m_elsewhere = std::move(elsewhere);
    m_blank = blank;
}

// At the end: what the old place refused is written to the new one.
void Recorder::moveIfWanted(const Judge& judge) {
    const std::lock_guard lock(m_writing);
    if (!m_elsewhere)
        return;
    m_upkeep.reset();
    m_history = std::move(m_elsewhere);
    m_held = false;
    m_aside.reset();
    m_storing.succeeded(); // not to be opened anew where it was
    if (m_blank)
        tellWhereLanesStand(judge);
}

void Recorder::suspectDamage() { m_suspected = true; }

} // namespace kpwatch
