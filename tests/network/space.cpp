// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/network/space.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <sched.h>
#include <stdexcept>
#include <system_error>
#include <unistd.h>
#include <vector>

namespace kpwatch::test {

namespace {

constexpr const char* insideMark = "KPWATCH_TEST_INSIDE";

[[noreturn]] void fail(const std::string& what) { throw std::system_error(errno, std::generic_category(), what); }

// Where Debian keeps ip and nft, which an ordinary user's PATH lacks.
void addSystemPrograms() {
    const char* const path = std::getenv("PATH");
    setenv("PATH", (std::string(path == nullptr ? "/usr/bin:/bin" : path) + ":/usr/sbin:/sbin").c_str(), 1);
}

bool runs(const std::string& command) {
    return std::system((command + " >/dev/null 2>&1").c_str()) == 0; // NOLINT(concurrency-mt-unsafe,cert-env33-c)
}

} // namespace

void enterOwnNetwork(int argc, char** argv) {
    addSystemPrograms();
    if (std::getenv(insideMark) != nullptr)
        return;
    for (const char* const way : {"-Urnm", "-nm"}) {
        if (!runs(std::string("unshare ") + way + " true"))
            continue;
        std::vector<char*> arguments{const_cast<char*>("unshare"), const_cast<char*>(way), const_cast<char*>("--")};
        arguments.insert(arguments.end(), argv, argv + argc);
        arguments.push_back(nullptr);
        setenv(insideMark, way, 1);
        execvp("unshare", arguments.data());
    }
}

std::string whyNoNetwork() {
    if (std::getenv(insideMark) == nullptr)
        return "this kernel or container lets neither an ordinary user nor root make network namespaces: "
               "'unshare -Urnm true' and 'unshare -nm true' fail";
    for (const char* const program : {"ip -V", "nft -v"})
        if (!runs(program))
            return std::string("'") + program + "' does not run: iproute2 or nftables is not installed";
    try {
        const Space left;
        const Space right;
        connectSpaces(left, "a", right, "b");
        left.nft("table ip test { chain out { type filter hook output priority 0; }; }");
    } catch (const std::exception& error) {
        return std::string("a network namespace can be made but not furnished: ") + error.what();
    }
    return {};
}

Space::Space() {
    m_fd = std::async(std::launch::async, [] {
               if (unshare(CLONE_NEWNET) != 0)
                   fail("unshare");
               const int fd = open("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC);
               return fd < 0 ? (fail("/proc/thread-self/ns/net"), -1) : fd;
           }).get();
    set("ipv4/ip_forward", "1");
    set("ipv4/conf/all/rp_filter", "0");
    set("ipv4/conf/default/rp_filter", "0");
    // By default one ICMP message a second to each receiver; the mask names the kinds that are held back. (A rate of 0
    // would take away also the burst that the routing table may use, since the two share one account.)
    set("ipv4/icmp_ratemask", "0");
    ip("link set dev lo up");
}

Space::~Space() { close(m_fd); }

void Space::enter() const {
    if (setns(m_fd, CLONE_NEWNET) != 0)
        fail("setns");
}

std::string Space::path() const { return "/proc/" + std::to_string(getpid()) + "/fd/" + std::to_string(m_fd); }

void Space::feed(const std::string& program, const std::string& lines) const {
    inside([&] {
        // The pipes of other threads must not stay open in this child: 'e' as in popen(3).
        FILE* const pipe = popen(program.c_str(), "we"); // NOLINT(cert-env33-c)
        if (pipe == nullptr)
            fail(program);
        std::fputs(lines.c_str(), pipe);
        if (pclose(pipe) != 0)
            throw std::runtime_error(program + " refused:\n" + lines);
    });
}

void Space::ip(const std::string& lines) const { feed("ip -batch -", lines + "\n"); }
void Space::nft(const std::string& rules) const { feed("nft -f -", rules + "\n"); }

void Space::set(const std::string& key, const std::string& value) const {
    inside([&] {
        std::ofstream file("/proc/sys/net/" + key);
        if (!(file << value << std::flush))
            throw std::runtime_error("/proc/sys/net/" + key + " cannot be written");
    });
}

void connectSpaces(const Space& left, const std::string& leftName, const Space& right, const std::string& rightName) {
    left.ip("link add name " + leftName + " type veth peer name " + rightName + " netns " + right.path() +
            "\nlink set dev " + leftName + " up");
    right.ip("link set dev " + rightName + " up");
}

} // namespace kpwatch::test
