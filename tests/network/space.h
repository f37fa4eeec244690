// SPDX-License-Identifier: GPL-3.0-or-later
// A network namespace of our own (network_namespaces(7)): a computer or router without a screen. It lives as long as
// this object, a socket or a thread inside it, so that nothing is left behind however a test ends. Any thread.
#pragma once

#include <functional>
#include <future>
#include <string>

namespace kpwatch::test {

// Call first in main(), before there is a second thread: starts this program again, as root of a user namespace of its
// own (user_namespaces(7)), so that an ordinary user may make networks too; where that is forbidden and we are root, in
// a network namespace alone. Returns in the new program, or in the old one if neither is allowed.
void enterOwnNetwork(int argc, char** argv);
// Why no network can be made here, in words; empty if it can.
std::string whyNoNetwork();

class Space {
  public:
    Space(); // nothing in it but loopback, which is up; forwards packets. Throws std::system_error.
    ~Space();
    Space(const Space&) = delete;
    Space& operator=(const Space&) = delete;

    // Runs the work inside, in a thread of its own; what it creates (sockets, threads, processes) stays inside.
    template <typename Work>
    auto begin(Work work) const {
        return std::async(std::launch::async, [this, work = std::move(work)] {
            enter();
            return work();
        });
    }
    template <typename Work>
    auto inside(Work work) const {
        return begin(std::move(work)).get();
    }

    // Lines for ip(8) and nft(8), and a value for a file below /proc/sys/net. Throw std::runtime_error with the lines.
    void ip(const std::string& lines) const;
    void nft(const std::string& rules) const;
    void set(const std::string& key, const std::string& value) const; // "ipv4/icmp_ratemask"

    std::string path() const; // as ip(8) takes it after "netns"

  private:
    void enter() const; // moves the calling thread
    void feed(const std::string& program, const std::string& lines) const;

    int m_fd = -1;
};

// A cable: an interface of this name at each end, both up.
void connectSpaces(const Space& left, const std::string& leftName, const Space& right, const std::string& rightName);

} // namespace kpwatch::test
