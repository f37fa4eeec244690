// SPDX-License-Identifier: GPL-3.0-or-later
// Were we watching? Folded from the rows: any row proves presence for a while; pause, sleep, stop and kill end it.
// Pure; one thread.
#pragma once

#include "app/story/event.h"
#include "app/story/state_track.h"

namespace kpwatch {

// The note of a stretch that only the setting of our clock made: no time went by in it.
inline constexpr std::string_view skippedByClock = "clock-step";
// The note of a stretch of which another desk told nothing.
inline constexpr std::string_view notToldByThem = "not-told";
// The note of a stretch whose checks were in the damaged part of a record that was repaired.
inline constexpr std::string_view recordDamaged = "record-damaged";
// The note of a stretch whose checks had no room left in memory while the disk refused.
inline constexpr std::string_view notSaved = "not-saved";

class Presence {
  public:
    static constexpr std::chrono::seconds provenFor{90};

    // An observation from start to end; `proves` is how long it proves presence after its end. A cancelled one does
    // not show that watching went on after a pause.
    void observed(UtcTime start, UtcTime end, std::chrono::seconds proves, bool cancelled);
    void take(const Event& event);
    void advanceTo(UtcTime now); // closes the watch once nothing proves it any more

    StateTrack& track() { return m_track; } // Up while watching, else NotMonitored with its reason
    const StateTrack& track() const { return m_track; }
    bool watching() const { return !m_track.empty() && m_track.current().verdict != Verdict::NotMonitored; }
    std::optional<UtcTime> firstRowAt() const { return m_firstRowAt; }
    std::optional<UtcTime> absentAfter(UtcTime time) const; // the next begin of a time without watching

  private:
    enum class Mode { NotStarted, Running, Paused, Stopped };
    void present(UtcTime from);
    void absent(UtcTime from, Reason reason);
    void began(UtcTime at);
    void prove(UtcTime start, UtcTime end, std::chrono::seconds proves);
    void started(UtcTime at);
    void asleep(UtcTime from, UtcTime at);
    void clockSet(UtcTime before, UtcTime at);

    StateTrack m_track;
    Mode m_mode = Mode::NotStarted;
    UtcTime m_modeSince{}, m_latestRow{}, m_provenUntil{};
    std::optional<UtcTime> m_firstRowAt;
};

} // namespace kpwatch
