// SPDX-License-Identifier: GPL-3.0-or-later
// All that works while somebody watches, from its making to its end: the pool that asks, the look at our own line, the
// guard of sleep, and the recorder; and what they tell each other. Made, told and ended in the GUI (or main) thread.
#pragma once

#include "app/watch/line_watch.h"
#include "app/watch/prober_pool.h"
#include "app/watch/recorder.h"
#include "app/watch/sleep_guard.h"

namespace kpwatch {

class WatchRun : public QObject {
    Q_OBJECT
  public:
    struct Plan {
        HistoryOptions options;
        Watchlist watchlist;
        Settings settings;
        WayOut way; // not ObserveOnly
        bool keepAwake = true;
        bool paused = false; // nothing leaves before setPaused(false)
    };
    // From the recorder's thread, and from whoever ends the run.
    using TellDown = std::function<void(TargetId, std::optional<UtcTime>)>;

    // Begins to ask at once. Throws StorageError if the record cannot be read.
    WatchRun(Plan plan, std::unique_ptr<History> history, UtcTime now, TellDown down);
    ~WatchRun() override; // as finish()

    Recorder& recorder() { return *m_recorder; }
    void setPaused(bool paused);
    void setKeepAwake(bool wanted) { m_sleep->setWanted(wanted); }
    void askAll();
    void askNothingNew() { m_pool->setPaused(true); } // until setPaused(false), or for good
    bool isBusy() const { return m_pool->isBusy(); }  // something is under way

    // What the recorder knows, and what only those beside it do.
    Picture picture() const;
    // Where a name of the watchlist was found last; empty if that is not known. Any thread.
    std::string addressOf(const std::string& host) const;
    // Ends all checks at once, drains, writes "stopped". At most 1 s. No effect a second time.
    Picture finish();

  Q_SIGNALS:
    void bell();     // as Monitor::bell
    void reopened(); // the record; from the recorder's thread

  private:
    LineWatch::Bells lineBells();
    Recorder::Bells recorderBells();
    void guardSleep();
    void tellDown(TargetId target, std::optional<UtcTime> since);
    void tellPool(void (ProberPool::*what)());
    void tellNamesDoubted(std::optional<UtcTime> since);
    void tellIntercepted(bool now_so);
    void replacePool(std::unique_ptr<ProberPool> next);
    void replaceLine(std::unique_ptr<LineWatch> next);
    std::vector<Epoch> knownEpochs() const;

    const Plan m_plan;
    const TellDown m_tellDown;
    std::optional<UtcTime> m_sleepComes; // since when

    mutable std::mutex m_mutex;                        // other threads tell the line and the pool things all the while
    std::map<TargetId, std::optional<UtcTime>> m_down; // guarded; the recorder's last word, for a pool to come
    std::optional<UtcTime> m_namesDoubted;             // guarded; the same

    // Order matters: the pool pushes into the channel, the recorder drains it; both end before it does.
    Channel<Observation> m_observed;
    std::unique_ptr<Recorder> m_recorder;
    std::unique_ptr<LineWatch> m_line;
    std::unique_ptr<ProberPool> m_pool;
    std::unique_ptr<SleepGuard> m_sleep;
};

} // namespace kpwatch
