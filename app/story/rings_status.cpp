// SPDX-License-Identifier: GPL-3.0-or-later
// What is told of the rings of the present moment.
#include "app/story/rings.h"

#include <algorithm>

namespace kpwatch {

int Rings::lineControlsAnswering() const {
    int answering = 0;
    for (std::size_t i = 0; i < line().size(); ++i)
        answering += line().answering(i) ? 1 : 0;
    return answering;
}

std::vector<RingStatus> Rings::status(UtcTime now) const {
    std::vector<RingStatus> told;
    for (const Controlled& control : m_controls) {
        if (control.ring == Ring::Negative)
            continue;
        auto status = std::find_if(told.begin(), told.end(), [&](const RingStatus& each) {
            return each.ring == control.ring && each.transport == control.transport;
        });
        if (status == told.end())
            status = told.insert(told.end(), {control.ring, control.transport, 0, 0, 0, false, {}});
        ++status->configured;
        if (control.seats.empty()) // proves nothing
            continue;
        const Seat& seat = control.seats.back(); // of its own ring and transport
        status->qualified += ring(seat.which).qualified(seat.position, now) ? 1 : 0;
        status->answering += ring(seat.which).answering(seat.position) ? 1 : 0;
        status->since = silentSince(seat.which);
        status->silent = status->since.has_value();
    }
    return told;
}

} // namespace kpwatch
