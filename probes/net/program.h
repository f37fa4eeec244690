// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a small program of the system to its end, without a shell, and keeps the beginning of what it says. It gets no
// input and no environment but the C locale. Any thread.
#pragma once

#include "probes/net/stop_signal.h"

#include <string>
#include <vector>

namespace kpwatch {

struct ProgramRun {
    bool started = false; // false: there is no such program, or it may not be run
    bool ended = false;   // false: killed, at the deadline, by a stop or because it would not stop talking
    std::string output;   // standard output and error together, at most 16 KiB
};
// Blocks until it ends, the deadline passes or a stop is asked for; then it is killed and reaped.
ProgramRun runProgram(const std::string& path, const std::vector<std::string>& arguments, SteadyTime deadline,
                      const StopSignal& stop);

} // namespace kpwatch
