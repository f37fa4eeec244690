// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/net/stop_signal.h"

#include <algorithm>
#include <array>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace kpwatch {

StopSignal::StopSignal(const std::stop_token& stop)
    : m_stop(stop), m_fd(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)), m_callback(stop, [this] {
          if (m_fd >= 0)
              eventfd_write(m_fd, 1); // cannot fail: the counter is far from full
      }) {}

StopSignal::~StopSignal() {
    // The callback may be running in the stopping thread; deregistering waits for it.
    if (m_fd >= 0)
        close(m_fd);
}

int pollMilliseconds(SteadyTime deadline, const StopSignal& stop) {
    using std::chrono::milliseconds;
    const auto left = std::chrono::ceil<milliseconds>(deadline - std::chrono::steady_clock::now());
    const milliseconds longest(stop.fd() >= 0 ? 60'000 : 100);
    return static_cast<int>(std::clamp(left, milliseconds(0), longest).count());
}

Wait waitFor(int fd, short events, SteadyTime deadline, const StopSignal& stop) {
    while (!stop.stopped()) {
        std::array<pollfd, 2> watched{pollfd{fd, events, 0}, pollfd{stop.fd(), POLLIN, 0}};
        const int ready = poll(watched.data(), watched.size(), pollMilliseconds(deadline, stop));
        if (stop.stopped())
            break;
        if (ready > 0 && watched[0].revents != 0)
            return Wait::Ready;
        if (std::chrono::steady_clock::now() >= deadline)
            return Wait::Deadline;
    }
    return Wait::Stopped;
}

} // namespace kpwatch
