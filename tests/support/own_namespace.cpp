// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/own_namespace.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sched.h>
#include <unistd.h>

namespace kpwatch::test {

namespace {

bool write(const char* file, const std::string& text) {
    std::ofstream out(file);
    out << text << std::flush;
    return out.good();
}

} // namespace

std::optional<std::string> enterOwnNetwork() {
    const std::string user = std::to_string(getuid());
    const std::string group = std::to_string(getgid());
    if (unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0)
        return std::string("this kernel does not let the test make a network namespace: ") + std::strerror(errno);
    // user_namespaces(7): a group map needs setgroups(2) given up first.
    if (!write("/proc/self/setgroups", "deny") || !write("/proc/self/uid_map", "0 " + user + " 1") ||
        !write("/proc/self/gid_map", "0 " + group + " 1"))
        return "this kernel does not let the test map its user into a namespace";
    if (!runs("ip link set lo up"))
        return "the loopback of the namespace cannot be brought up: is iproute2 installed?";
    return std::nullopt;
}

bool runs(const std::string& command) { return std::system(command.c_str()) == 0; }

} // namespace kpwatch::test
