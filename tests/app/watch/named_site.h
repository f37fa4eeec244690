// SPDX-License-Identifier: GPL-3.0-or-later
// A site that is known by its name alone, and a control of our own line, both on loopback and asked every second.
#pragma once

#include "app/simulation/dns_server.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace kpwatch::testing {

// What its name servers say while it lives there.
inline std::vector<std::string> livesAt(const std::string& address) {
    return {DnsServer::soa("kp", 1), "www.kcna.kp. 300 IN A " + address};
}

// As a watchlist file has them; by the ports of the page, of its name servers and of the control.
inline nlohmann::json namedSite(std::uint16_t page, std::uint16_t names, std::uint16_t control) {
    nlohmann::json list{{"version", 1}, {"allow_private", true}};
    list["targets"].push_back({{"id", "kcna-http"},
                               {"group", "sites"},
                               {"interval_s", 1},
                               {"timeout_s", 3},
                               {"probe",
                                {{"kind", "http"},
                                 {"url", "http://www.kcna.kp:" + std::to_string(page) + "/"},
                                 {"resolve", {{"servers", {"127.0.0.1"}}, {"port", names}}}}}});
    list["controls"].push_back({{"id", "line"},
                                {"interval_s", 1},
                                {"timeout_s", 3},
                                {"probe", {{"kind", "tcp"}, {"host", "127.0.0.1"}, {"port", control}}}});
    return list;
}

} // namespace kpwatch::testing
