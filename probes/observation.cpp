// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/observation.h"

namespace kpwatch {

std::optional<Micros> Observation::responseTime() const {
    if (!answered())
        return std::nullopt;
    if (std::holds_alternative<DnsDetail>(detail))
        return elapsed;
    const std::optional<Micros> reachedAt = phases.firstByte ? phases.firstByte : phases.connect;
    if (!reachedAt)
        return std::nullopt;
    return *reachedAt - phases.resolve.value_or(Micros{0});
}

} // namespace kpwatch
