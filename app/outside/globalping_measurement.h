// SPDX-License-Identifier: GPL-3.0-or-later
// The talk with Globalping about one measurement: a request that begins it, then looks at it until its places have
// spoken. Whom to ask about what, and when, is GlobalpingSource's. Pure: asks nobody; one thread.
#pragma once

#include "app/outside/platform.h"
#include "probes/outside/globalping.h"

namespace kpwatch {

class GlobalpingMeasurement {
  public:
    enum class State {
        Requested,  // its request has not been answered yet
        Begun,      // its places are waited for
        Measured,   // over: what they said is in measured()
        PlacesGone, // over before it began: those of the earlier measurement are no longer there
        Unwelcome,  // over before it began: this address is not asked, on somebody's list of bad ones
        NoPlaces,   // over before it began: there is nobody who could ask
        Refused,    // over before it began: not now, or nobody answered
        Lost        // over: what came of it cannot be read
    };

    GlobalpingMeasurement(GlobalpingTest test, const GlobalpingPlaces& who, UtcTime now);
    // Begun before a restart by so many places; what they were asked its answer tells, test() is empty.
    GlobalpingMeasurement(std::string id, int many, UtcTime asked_at, UtcTime look_at);

    UtcTime lookAt() const { return m_lookAt; } // when the next question may be put
    PlatformQuestion question(UtcTime now) const;
    PlatformTold answered(const WebAnswer& answer, UtcTime now); // to question()

    State state() const { return m_state; }
    bool isBegun() const { return !m_id.empty(); }
    bool isOver() const { return m_state != State::Requested && m_state != State::Begun; }
    const GlobalpingTest& test() const { return m_test; }
    const std::string& id() const { return m_id; } // empty before it has begun
    UtcTime askedAt() const { return m_askedAt; }
    int places() const { return m_places; }
    int heard() const { return m_heard; } // of the places, as of the latest look
    const PlaceMeasurement& measured() const { return m_measured; }
    UtcTime spokenAt() const { return m_spokenAt; } // when its places spoke

  private:
    PlatformTold answeredToRequest(const WebAnswer& answer, UtcTime now);
    PlatformTold refused(const WebAnswer& answer);
    PlatformTold looked(const WebAnswer& answer, UtcTime now);
    bool hasEnded(UtcTime now) const; // so long ago that whoever has not spoken will not

    GlobalpingTest m_test;
    std::string m_request;
    bool m_again = false; // by the places of an earlier measurement
    State m_state = State::Requested;
    std::string m_id;
    UtcTime m_askedAt, m_lookAt;
    int m_places = 0, m_heard = 0;
    int m_looks = 0, m_failures = 0;
    std::string m_etag; // of the latest look
    PlaceMeasurement m_measured;
    UtcTime m_spokenAt{};
};

} // namespace kpwatch
