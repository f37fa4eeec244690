// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/network/wire.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <linux/ethtool.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <linux/sockios.h>
#include <net/if.h>
#include <poll.h>
#include <queue>
#include <random>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <system_error>
#include <unistd.h>
#include <vector>

namespace kpwatch::test {

namespace {

using std::chrono::steady_clock;

constexpr std::size_t longestFrame = 65536;

[[noreturn]] void fail(const char* what) { throw std::system_error(errno, std::generic_category(), what); }

ifreq named(const std::string& interface) {
    ifreq request{};
    interface.copy(static_cast<char*>(request.ifr_name), IFNAMSIZ - 1);
    return request;
}

// The kernel leaves checksums (and with them the cutting into segments) to the device at the other end of a veth pair.
// What is copied by hand must be whole: with this on, every TCP connection through the wire would time out.
void finishPackets(const Space& space, const std::string& interface) {
    space.inside([&] {
        const int socket = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
        ethtool_value off{ETHTOOL_STXCSUM, 0};
        ifreq request = named(interface);
        request.ifr_data = reinterpret_cast<char*>(&off);
        const bool done = ioctl(socket, SIOCETHTOOL, &request) == 0;
        const int error = errno;
        close(socket);
        errno = error;
        if (!done)
            fail("SIOCETHTOOL");
    });
}

int packetSocket(const std::string& interface) {
    const int fd = socket(AF_PACKET, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, 0); // deaf until it is bound
    const int yes = 1;
    sockaddr_ll place{};
    place.sll_family = AF_PACKET;
    place.sll_protocol = htons(ETH_P_ALL);
    place.sll_ifindex = static_cast<int>(if_nametoindex(interface.c_str()));
    if (fd < 0 || setsockopt(fd, SOL_PACKET, PACKET_IGNORE_OUTGOING, &yes, sizeof yes) != 0 ||
        bind(fd, reinterpret_cast<const sockaddr*>(&place), sizeof place) != 0)
        fail("packet socket");
    return fd;
}

bool isArp(const std::vector<char>& frame) {
    ethhdr header{};
    std::memcpy(&header, frame.data(), sizeof header);
    return header.h_proto == htons(ETH_P_ARP);
}

struct Frame {
    steady_clock::time_point due;
    int to = -1;
    std::vector<char> bytes;
    bool operator>(const Frame& other) const { return due > other.due; }
};

} // namespace

Wire::Wire(const Space& left, const std::string& leftName, const Space& right, const std::string& rightName)
    : m_wake(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    // Nobody lives in the middle: it must not answer, forward or announce anything.
    m_middle.set("ipv4/ip_forward", "0");
    connectSpaces(left, leftName, m_middle, "left");
    connectSpaces(right, rightName, m_middle, "right");
    finishPackets(left, leftName);
    finishPackets(right, rightName);
    m_sockets = m_middle.inside([] { return std::array{packetSocket("left"), packetSocket("right")}; });
    m_ways[0].from = m_ways[1].to = m_sockets[0];
    m_ways[1].from = m_ways[0].to = m_sockets[1];
    m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

Wire::~Wire() {
    m_thread.request_stop();
    eventfd_write(m_wake, 1);
    m_thread.join();
    for (const int fd : {m_sockets[0], m_sockets[1], m_wake})
        close(fd);
}

void Wire::set(Direction direction, const Weather& weather) {
    Way& way = m_ways[direction == Direction::Out ? 0 : 1];
    way.delay_ms = static_cast<int>(weather.delay.count());
    way.jitter_ms = static_cast<int>(weather.jitter.count());
    way.loss_percent = weather.lossPercent;
}

void Wire::setBoth(const Weather& weather) {
    set(Direction::Out, weather);
    set(Direction::Back, weather);
}

void Wire::run(const std::stop_token& stop) {
    std::minstd_rand random(std::random_device{}());
    const auto below = [&](int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random); };
    std::priority_queue<Frame, std::vector<Frame>, std::greater<>> underway;
    std::vector<char> buffer(longestFrame);
    const auto receive = [&](const Way& way) {
        for (;;) {
            const ssize_t length = recv(way.from, buffer.data(), buffer.size(), 0);
            if (length <= 0)
                return;
            // Finding the neighbour (ARP, RFC 826) is no affair of the weather's: lost, it would make the router before
            // the wire say "unreachable" after three seconds.
            if (below(100) < way.loss_percent && !isArp(buffer))
                continue;
            const std::chrono::milliseconds delay(way.delay_ms + (way.jitter_ms > 0 ? below(way.jitter_ms + 1) : 0));
            underway.push({steady_clock::now() + delay, way.to, {buffer.data(), buffer.data() + length}});
        }
    };
    while (!stop.stop_requested()) {
        std::array<pollfd, 3> watched{pollfd{m_ways[0].from, POLLIN, 0}, pollfd{m_ways[1].from, POLLIN, 0},
                                      pollfd{m_wake, POLLIN, 0}};
        int patience_ms = -1;
        if (!underway.empty()) {
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(underway.top().due - steady_clock::now());
            patience_ms = std::max(0, static_cast<int>(left.count()));
        }
        poll(watched.data(), watched.size(), patience_ms);
        receive(m_ways[0]);
        receive(m_ways[1]);
        for (; !underway.empty() && underway.top().due <= steady_clock::now(); underway.pop()) {
            const Frame& frame = underway.top();
            m_carried += send(frame.to, frame.bytes.data(), frame.bytes.size(), 0) > 0 ? 1 : 0;
        }
    }
}

} // namespace kpwatch::test
