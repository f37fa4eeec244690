// SPDX-License-Identifier: GPL-3.0-or-later
// What of a check may be handed on: everything about the other end, nothing about where we sit. Every export goes
// through here. Any thread.
#pragma once

#include "probes/observation.h"

namespace kpwatch {

// The detail without the routers of our own network and provider, without the name of a router that refused (it may be
// one of them), and without what a mail server said when it turned us away (such texts quote our address).
Detail sharedDetail(const Observation& row);

} // namespace kpwatch
