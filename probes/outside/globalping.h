// SPDX-License-Identifier: GPL-3.0-or-later
// Globalping's API v1 (https://globalping.io/docs/api.globalping.io, OpenAPI 3.1), written and read: a question becomes
// the body of a request, and whatever comes back a measurement or "no data". Never ping by ICMP: the watched hosts do
// not answer it. Pure; any thread.
#pragma once

#include "probes/outside/place_answer.h"
#include "probes/outside/routes_seen.h"

namespace kpwatch {

// One question as it is put: by address, so that no resolver of the place has a say.
struct GlobalpingTest {
    PlaceQuestion question;
    std::string address;     // where it is sent; of a page without a known address: its name
    std::uint16_t port = 80; // of the page, the connection or the name server
    bool tls = false;        // https
    std::string path = "/";
    std::string name, type; // of a DNS question: "kp", "SOA"
    std::string resolver;   // theirs, for a page that is asked for by name; else empty
    bool operator==(const GlobalpingTest&) const = default;
};

// Who shall ask: one probe in each country, or the very probes of an earlier measurement.
struct GlobalpingPlaces {
    std::vector<std::string> countries; // ISO 3166
    std::string again;                  // id of a measurement of the last 7 days; wins if it is not empty
};

std::string globalpingRequest(const GlobalpingTest& test, const GlobalpingPlaces& places);

// The answer to a request: the id to ask for.
Told<std::string> readGlobalpingBegun(std::string_view body);
// Only what failed at the target counts against it, and what failed at the resolver if the resolver was theirs, which
// is the case where the question named one. Everything else is no vote.
Told<PlaceMeasurement> readGlobalping(std::string_view body);
// When the places of a measurement spoke: when it was begun, if it says so. What stopped afterwards they do not tell
// of.
UtcTime globalpingSpokenAt(std::string_view body, UtcTime fetched);
// What an error says, and its type: "rate_limit_exceeded: This measurement exceeds ..."; empty if it says nothing.
std::string globalpingError(std::string_view body);

} // namespace kpwatch
