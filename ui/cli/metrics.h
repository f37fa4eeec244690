// SPDX-License-Identifier: GPL-3.0-or-later
// What is watched, for a Prometheus on the same computer: http://127.0.0.1:PORT/metrics in the text format of
// https://prometheus.io/docs/instrumenting/exposition_formats/ . Asked for with `collect --metrics`, never by itself.
// The names begin with kpwatch_; a target is labelled with its id in the watchlist, a state with its id in the record.
// The monitor's thread.
#pragma once

#include <memory>

namespace kpwatch {

class Monitor;

class Metrics {
  public:
    // Listens from now on, on loopback alone, with threads of its own; the monitor must live longer and belong to this
    // thread. Throws InputError if the port is out of range or taken.
    Metrics(const Monitor& monitor, int port);
    ~Metrics();

    // Takes the picture that is served from now on. Call it whenever the monitor's bell rings.
    void look();

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace kpwatch
