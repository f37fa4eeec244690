// SPDX-License-Identifier: GPL-3.0-or-later
// What this computer's own resolver says of a watched name: evidence about our side, by which no check goes. A value.
#pragma once

#include "probes/system_resolver.h"
#include "probes/utc_time.h"

namespace kpwatch {

struct NameSaid {
    std::string host;
    UtcTime at;    // when it was asked last
    UtcTime since; // when it began to say this
    ResolverSays says;
};

} // namespace kpwatch
