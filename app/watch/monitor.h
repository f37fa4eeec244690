// SPDX-License-Identifier: GPL-3.0-or-later
// THE DOOR of watching for the window and for `collect`: starts and stops the workers and the recorder, and hands over
// what was recorded. Lives in the GUI (or main) thread; its threads are its own.
#pragma once

#include "app/demand.h"
#include "app/history/elsewhere.h"
#include "app/outside/sources.h"
#include "app/story/notice.h"
#include "app/story/second_opinion.h"
#include "app/story/timeline.h"
#include "app/watch/address_book.h"
#include "app/watch/name_said.h"
#include "app/way_out.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace kpwatch {

struct Change; // app/chosen.h

// A storageTrouble while the record is lent, for a few seconds: nothing is wrong.
inline constexpr const char* recordLent =
    "Another program adds to the record at your request; what is seen meanwhile is saved after it.";

// Observing: the record is open and nothing is sent to those who are watched; public sources only where switched on.
enum class Watching { NotStarted, Running, Paused, Observing, Stopped };

// What there is to see, all of it already on disk (unless storageTrouble says otherwise).
struct Picture {
    LiveStatus live;
    Watching watching = Watching::NotStarted;
    std::optional<UtcTime> pausedAt;
    std::uint64_t recorded = 0;                // observations stored since the monitor was made
    std::uint64_t told = 0;                    // times that news of public sources were stored
    KnownHosts knownHosts;                     // the address book: where the watched names live
    int checksLastMinute = 0;                  // of targets, re-checks and look-ups included; controls are not
    std::optional<std::string> storageTrouble; // one sentence, while results are not being saved
    std::optional<std::string> recordNote;     // one sentence about the file, although results are being saved
    std::vector<Notice> notices;               // about our own side, the most pressing first
    KeepAwake keepAwake = KeepAwake::Off;
    std::optional<WayOut> way;         // by which it was last started
    std::vector<TargetId> switchedOff; // targets and controls that cannot be asked that way
    std::vector<OverCap> overCaps;     // where the watchlist wants more than may be asked
    std::vector<SourceStatus> sources; // public ones that are asked; one without a name tells why none is
    std::vector<NameSaid> namesSaid;   // what our own resolver says of the watched names
    AskingElsewhere elsewhere;         // whether other places are being asked, and what they said
};

class Monitor : public QObject {
    Q_OBJECT
  public:
    // Sends nothing and opens nothing yet.
    Monitor(HistoryOptions history, Watchlist watchlist, Settings settings, QObject* parent = nullptr);
    ~Monitor() override; // as stop()

    // Opens the history as its writer, folds the judge, starts asking by that way out; with ObserveOnly it asks nobody.
    // A way that was not agreed to last needs the person's consent (needsConsent), which the caller asks for in the
    // words of words::agreement and which is recorded here. Throws WriterBusyError, StorageError. No effect while
    // running or observing: another way begins with stop().
    void start(const WayOut& way = Direct{});
    // Going on in another directory, for this one refuses. From beginMove() on nothing is stored in the old place, and
    // what it returns, called once and in any thread, copies the record there (one that is there already is gone on
    // with), as openElsewhere() does. With that, goOnIn() stores there what could not be saved, and stops; the caller
    // begins anew with it. endMove() instead: nothing has changed; no effect afterwards.
    using Copying = std::function<std::optional<Elsewhere>(const std::stop_token& stop, const Progress& progress)>;
    Copying beginMove(const std::filesystem::path& directory);
    void goOnIn(Elsewhere there); // throws StorageError
    void endMove();
    // Ends all checks at once, drains, writes "stopped", closes. Takes at most 1 s.
    void stop();
    void pause();
    void resume();
    // Whether the computer is to be kept awake while we watch and have mains power. On from the start.
    void setKeepAwake(bool wanted);
    // Adds what the person says about an incident to the record, whether it is being written by us, kept open, or by
    // nobody. Throws WriterBusyError, StorageError.
    void say(const Judgement& judgement);
    // From now on this is watched, by these settings. Nothing new is asked until what is under way has ended and is
    // recorded, which takes as long as the longest time-out; then it goes on at once, the same way. The lists and the
    // picture are the new ones from the call on. Rings tookOver(), also if nobody watches.
    void takeOver(Watchlist watchlist, Settings settings);
    // To be asked before a change is kept: throws StorageError while results are held in memory only, for they would
    // go with the watch that ends.
    void requireRecorded() const;
    // Another program of this user wants the lists to be otherwise; throws InputError or StorageError to refuse. None:
    // that is for the person at our own window.
    void setChangeTaker(std::function<void(const Change&)> taker);
    void checkRecord();     // somebody could not read it: it is looked at as a whole, and repaired if it is damaged
    void closeRecordNote(); // the person has read the picture's recordNote; it comes again if that happens again
    void checkNow();        // every enabled target and control, as soon as the rates allow

    // Which public sources are asked while we watch or observe; in force at once, and kept beside the record. Throws
    // StorageError. readSources() tells which they are.
    void setSources(const Sources& sources);
    Sources sources() const; // as they are kept; throws InputError
    // The routes of a past time are asked for, as soon as the source's budget allows. False while no source is asked.
    bool askPast(TimeRange range);

    // What platforms know us by, until the program ends: kept in memory alone. In force from the next start() or
    // setSources() on, so that who changes both has the sources begun anew once.
    void setTokens(const Tokens& tokens);
    // One round of questions from other places, if Globalping is on and we watch or observe.
    void askElsewhere();

    // The latest picture; cheap, never blocks on the disk.
    Picture picture() const;

    const Watchlist& watchlist() const;
    const Settings& settings() const;

  Q_SIGNALS:
    // In the monitor's own thread. Empty, or one sentence that says why watching did not go on.
    void tookOver(const QString& trouble);
    // Something changed: look at picture(). Emitted from the recorder's thread, at most four times a second; connect
    // queued.
    void bell();

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace kpwatch
