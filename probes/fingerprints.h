// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of those who answer instead of the watched servers: block pages and the addresses that lying name
// servers give. Values, made by app/fingerprints from a dated data file; any thread.
#pragma once

#include "probes/net/address_rules.h"

#include <string>
#include <vector>

namespace kpwatch {

// Matches if every field that is not empty does. At least one of location, title and body is not.
struct BlockPage {
    std::string id;       // stable: "kr-kcsc-warning"
    std::string country;  // ISO 3166, "KR"
    std::string source;   // where this is described
    std::string location; // a redirect to this host, or to one beneath it
    std::string title;    // contained in <title>, as UTF-8
    std::string body;     // contained in the first 64 KiB of the body, as bytes
    bool operator==(const BlockPage&) const = default;
};

struct Fingerprints {
    std::string dated; // "2026-11-25": when the list was last looked over
    std::vector<BlockPage> blockPages;
    std::vector<Address> bogons; // answered by censors' name servers for names they block
    bool operator==(const Fingerprints&) const = default;
};

} // namespace kpwatch
