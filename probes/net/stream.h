// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes over a connected TCP socket, waited for until a deadline or a stop at most. Any thread, one per socket.
#pragma once

#include "probes/net/socket.h"

#include <cstdint>
#include <span>

namespace kpwatch {

struct StreamLimit {
    SteadyTime deadline;
    const StopSignal& stop;
};

// None once all bytes are in the kernel's hands; else Timeout, Cancelled or why it failed.
Failure sendAll(const Socket& socket, std::span<const std::uint8_t> bytes, const StreamLimit& limit);

// Whatever comes next, at least a byte; nothing of it with failure None: the other end has closed.
struct Received {
    std::size_t count = 0;
    Failure failure = Failure::None;
};
Received receiveSome(const Socket& socket, std::span<std::uint8_t> into, const StreamLimit& limit);

} // namespace kpwatch
