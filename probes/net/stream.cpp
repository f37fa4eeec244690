// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/net/stream.h"

#include <cerrno>
#include <poll.h>

namespace kpwatch {

namespace {

// None: ready. Otherwise what the wait has ended as.
Failure waited(const Socket& socket, short events, const StreamLimit& limit) {
    switch (waitFor(socket.fd(), events, limit.deadline, limit.stop)) {
    case Wait::Ready:
        return Failure::None;
    case Wait::Deadline:
        return Failure::Timeout;
    case Wait::Stopped:
        return Failure::Cancelled;
    }
    return Failure::Unknown;
}

} // namespace

Failure sendAll(const Socket& socket, std::span<const std::uint8_t> bytes, const StreamLimit& limit) {
    while (!bytes.empty()) {
        const ssize_t sent = send(socket.fd(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent >= 0)
            bytes = bytes.subspan(static_cast<std::size_t>(sent));
        else if (errno != EAGAIN && errno != EINTR)
            return failureOf(errno, socket);
        else if (const Failure failure = waited(socket, POLLOUT, limit); failure != Failure::None)
            return failure;
    }
    return Failure::None;
}

Received receiveSome(const Socket& socket, std::span<std::uint8_t> into, const StreamLimit& limit) {
    for (;;) {
        if (const Failure failure = waited(socket, POLLIN, limit); failure != Failure::None)
            return {0, failure};
        const ssize_t count = recv(socket.fd(), into.data(), into.size(), 0);
        if (count >= 0)
            return {static_cast<std::size_t>(count), Failure::None};
        if (errno != EAGAIN && errno != EINTR)
            return {0, failureOf(errno, socket)};
    }
}

} // namespace kpwatch
