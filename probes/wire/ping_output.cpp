// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/wire/ping_output.h"

#include <charconv>
#include <optional>

namespace kpwatch {

namespace {

// "5 packets transmitted, 4 received, 20% packet loss, time 812ms"; "+1 errors" may stand in between.
std::optional<int> countBefore(std::string_view line, std::string_view words) {
    const std::size_t end = line.find(words);
    if (end == std::string_view::npos)
        return std::nullopt;
    std::size_t begin = end;
    while (begin > 0 && line[begin - 1] >= '0' && line[begin - 1] <= '9')
        --begin;
    int count = 0;
    const auto [rest, error] = std::from_chars(line.data() + begin, line.data() + end, count);
    const bool whole = error == std::errc() && rest == line.data() + end && count <= 1000;
    return whole ? std::optional(count) : std::nullopt;
}

// "64 bytes from 127.0.0.1: icmp_seq=1 ttl=64 time=0.018 ms"
std::optional<std::chrono::microseconds> roundTripIn(std::string_view line) {
    const std::size_t at = line.find(" time=");
    if (at == std::string_view::npos || !line.ends_with(" ms"))
        return std::nullopt;
    double milliseconds = 0;
    const std::string_view text = line.substr(at + 6);
    const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), milliseconds);
    if (error != std::errc() || rest != text.data() + text.size() - 3 || !(milliseconds >= 0 && milliseconds < 1e6))
        return std::nullopt;
    return std::chrono::microseconds(static_cast<std::int64_t>(milliseconds * 1000));
}

} // namespace

PingOutput readPingOutput(std::string_view text) {
    PingOutput output;
    while (!text.empty() && !output.whole) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
        if (const auto roundTrip = roundTripIn(line))
            output.roundTrips.push_back(*roundTrip);
        const auto sent = countBefore(line, " packets transmitted");
        const auto received = countBefore(line, " received");
        if (sent && received)
            output = {true, *sent, *received, std::move(output.roundTrips)};
    }
    return output;
}

} // namespace kpwatch
