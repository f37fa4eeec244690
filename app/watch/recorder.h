// SPDX-License-Identifier: GPL-3.0-or-later
// The recorder thread: takes observations, has them judged, and puts both on disk in one transaction before anybody
// sees them. Owns the history's only writing connection while it runs.
#pragma once

#include "app/history/upkeep.h"
#include "app/watch/back_off.h"
#include "app/watch/channel.h"
#include "app/watch/monitor.h"
#include "app/watch/own_signs.h"

#include <atomic>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace kpwatch {

class Recorder {
  public:
    struct Bells {
        std::function<void()> recorded;                                  // something new is on disk (or trouble began)
        std::function<void(TargetId, std::optional<UtcTime>)> downSince; // a target went down, or is no longer
        // The computer slept or stood still until now. From the thread that noticed it.
        std::function<void()> woke;
        std::function<void(bool)> intercepted; // somebody begins, or ends, to answer for everybody
        // Since when somebody answers in the place of name servers; nullopt: nobody does any more.
        std::function<void(std::optional<UtcTime>)> namesDoubted;
        std::function<void()> reopened; // the record, perhaps in another folder of that name
    };

    // Takes over the opened history and begins. Bells ring from the recorder's thread.
    Recorder(std::unique_ptr<History> history, HistoryOptions options, Watchlist watchlist, Settings settings,
             Channel<Observation>& observed, Bells bells, ReadClocks read_clocks = readClocks);
    ~Recorder(); // as finish()
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;

    void note(const Event& event);
    void say(const Judgement& judgement);
    void hear(SourceNews news); // what public sources said; goes to disk with the rest
    Picture picture() const;
    bool notedIsStored() const; // all that was noted is on disk
    void lookAtClocks();        // now rather than within a second
    void suspectDamage();       // somebody could not read the file: it is looked at as a whole
    void closeNote();           // the one about the record has been read
    // Another program of this user has something to add to the record: it is closed for as long as that one holds the
    // writer's lock, and what comes meanwhile is held in memory.
    void stepAside();
    // Whether nothing is stored for now; returns once what was under way is.
    void holdBack(bool held);
    // What is not stored yet goes there at the end, and nothing to the old place any more; blank: it knows of no lane.
    void endIn(std::unique_ptr<History> elsewhere, bool blank);
    // Stores what is left and "stopped", closes the history, and tells how that ended. No effect a second time.
    Picture finish();

  private:
    void run(const std::stop_token& stop);
    void setNoted(const Event& event);
    bool isPaused() const;
    std::chrono::milliseconds patience() const; // for more to come, before the next commit
    void catchUp(Judge& judge, UtcTime now, const std::stop_token& stop);
    void judgeAfresh(Judge& judge, UtcTime now, const std::stop_token& stop);
    void addNewEvents(std::vector<Event>& events, UtcTime now);
    std::optional<UtcTime> noticeJolts(std::vector<Event>& events);
    void setAhead(TimeRange over);
    bool sleptThrough(const Observation& row) const;
    void noteSigns(const std::vector<Observation>& rows);
    void judgeUntil(Judge& judge, UtcTime until);
    bool store(const Judge& judge);
    void storeTheLast(const Judge& judge);
    void giveWay();
    void checkpointHourly();
    void tend();
    void reopen(const Judge& judge);
    void openAgain(const Judge& judge);
    void lookAfter(bool whole);
    void heedUpkeep(const Judge& judge);
    void beginAfresh(const Judge& judge);
    std::vector<SpanChange> standing(const Judge& judge) const;
    void joinRepaired(const Repair& repair, const Judge& judge);
    void putRepairOff(const std::string& why);
    bool mayJoin() const;
    void tellWhereLanesStand(const Judge& judge);
    void moveIfWanted(const Judge& judge);
    void boundMemory();
    void dropClosedNote();
    void publish(const Judge& judge, bool news);
    void reportDown(const Judge& judge);
    void reportBetween(const Judge& judge);

    std::unique_ptr<History> m_history;
    const HistoryOptions m_options;
    const Watchlist m_watchlist;
    const Settings m_settings;
    Channel<Observation>& m_observed;
    const Bells m_bells;

    Wakefulness m_wakefulness;
    const Vigil m_vigil; // looks at the clocks while the recorder waits for the disk

    // The recorder thread's own.
    using SteadyTime = std::chrono::steady_clock::time_point;
    OwnSigns m_signs;
    bool m_intercepted = false;
    std::optional<UtcTime> m_namesDoubted;
    const UtcTime m_startedAt;
    UtcTime m_savedUntil = m_startedAt;
    std::optional<FileIdentity> m_written; // the file in which all of that is
    SteadyTime m_lastHeartbeat, m_lastCheckpoint, m_nextTending;
    UtcTime m_createdAt{}; // the record: no clock that shows less is believed
    // The record has more or less than the judge was told: the clock went ahead over what another had written before it
    // was set back, what was being repaired has been joined, or another file took its place.
    bool m_readAgain = false;
    bool m_knowsPart = false;      // of the record, for the rest is being repaired
    std::vector<TimeRange> m_gaps; // in which the computer slept or stood still, lately
    std::vector<Observation> m_unjudged;
    std::vector<Event> m_unjudgedEvents;
    Batch m_pending; // not yet on disk
    std::uint64_t m_recorded = 0, m_told = 0;
    std::optional<std::string> m_trouble;
    std::unique_ptr<Upkeep> m_upkeep;
    bool m_damaged = false;              // the file that is in use
    std::optional<WritersPlace> m_aside; // while another program has the record
    std::atomic<bool> m_suspected{false}, m_asideAsked{false};
    std::optional<std::string> m_recordNote, m_logNote;
    bool m_logNoteClosed = false; // by the person, until the log is short again
    BackOff m_storing{std::chrono::seconds{1}, std::chrono::minutes{1}};
    BackOff m_joining{std::chrono::minutes{1}, std::chrono::hours{1}}; // of what was salvaged
    std::map<TargetId, std::optional<UtcTime>> m_down;

    mutable std::mutex m_mutex; // the six below
    Picture m_picture;
    std::optional<std::string> m_closedNote;
    std::vector<Event> m_noted;
    std::vector<Judgement> m_said;
    SourceNews m_heard;
    std::size_t m_notedUnstored = 0;

    std::mutex m_writing; // held while something is written; the three below
    bool m_held = false;
    std::unique_ptr<History> m_elsewhere;
    bool m_blank = false;

    std::jthread m_thread;
};

} // namespace kpwatch
