// SPDX-License-Identifier: GPL-3.0-or-later
// A network of the test's own: namespaces(7) in which an ordinary user may add links and routes, and from which no
// packet leaves.
#pragma once

#include <optional>
#include <string>

namespace kpwatch::test {

// Moves this process into a network namespace with nothing in it but a loopback that is down. Call it first thing in
// main: the kernel wants a process of one thread. Returns why that cannot be done here, in words for QSKIP.
std::optional<std::string> enterOwnNetwork();

// Runs a command of the shell, as "ip link add ..."; false if it fails.
bool runs(const std::string& command);

} // namespace kpwatch::test
