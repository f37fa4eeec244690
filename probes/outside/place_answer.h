// SPDX-License-Identifier: GPL-3.0-or-later
// What a computer somewhere else found when it asked one of the watched addresses: the value that the answers of
// Globalping and RIPE Atlas become. Values; any thread.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kpwatch {

// Where somebody asked from. Two probes of a network in one country are one place.
struct OutsidePlace {
    std::uint32_t network = 0;                             // AS number
    std::string country;                                   // ISO 3166, "JP"; empty: not told
    std::string city;                                      // cleaned
    auto operator<=>(const OutsidePlace&) const = default; // NOLINT(modernize-use-nullptr): its own comparison with 0
};

enum class PlaceSaid {
    Answered, // somebody there spoke, whatever was said
    Refused,  // the address refused the connection: it is alive
    Silent,   // the address was asked and nothing came back
    NoVote    // the place's own trouble, or nobody can say whose
};
std::string_view name(PlaceSaid said); // "answered", "refused", "silent", "no-vote"

// What was asked, in words that do not change: "http www.kcna.kp", "dns 175.45.176.15", "tcp 175.45.178.161:80".
struct PlaceQuestion {
    enum class Kind { Http, Tcp, Dns, Other };
    Kind kind = Kind::Other;
    std::string asked;                                      // host of the page, address and port, or name server
    auto operator<=>(const PlaceQuestion&) const = default; // NOLINT(modernize-use-nullptr): its own comparison with 0
};

struct PlaceAnswer {
    OutsidePlace place;
    PlaceSaid said = PlaceSaid::NoVote;
    std::string detail; // "HTTP 200", "Request timeout."; cleaned
    bool operator==(const PlaceAnswer&) const = default;
};

// One question put to several places at once.
struct PlaceMeasurement {
    std::string id;
    bool finished = false; // no answer is still to come
    PlaceQuestion question;
    std::vector<PlaceAnswer> places;
    int waiting = 0; // of these, places that have still to answer
    bool operator==(const PlaceMeasurement&) const = default;
};

} // namespace kpwatch
