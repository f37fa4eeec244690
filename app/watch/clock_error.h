// SPDX-License-Identifier: GPL-3.0-or-later
// How wrong this computer's clock is, from the Date (RFC 9110, 6.6.1) of web servers among the controls. The Date is in
// the stored rows, so that anybody can check it afterwards. Pure; one thread at a time.
#pragma once

#include "probes/observation.h"

#include <map>

namespace kpwatch {

// "Sun, 06 Nov 1994 08:49:37 GMT", the one form servers may send; nullopt for anything else.
std::optional<UtcTime> httpDate(const std::string& text);

class ClockError {
  public:
    static constexpr std::chrono::seconds worthSaying{5};

    void take(const Observation& row);    // of a control; those without a Date, or from a cache, are passed by
    void forget() { m_readings.clear(); } // the clock was set
    // How far our clock is ahead (behind: negative): the median of what at least two controls said in the last
    // 10 minutes, if it is certainly more than 5 s. A Date is cut to its second and was written at some moment between
    // the connection and the first byte; both are allowed for.
    std::optional<std::chrono::milliseconds> ahead(UtcTime now) const;

  private:
    struct Reading { // our clock is ahead by at least .. at most
        UtcTime at;
        std::chrono::milliseconds least{0}, most{0};
    };
    std::map<TargetId, Reading> m_readings; // the latest of each control
};

} // namespace kpwatch
