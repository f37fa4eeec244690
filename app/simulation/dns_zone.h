// SPDX-License-Identifier: GPL-3.0-or-later
// What a simulated name server knows, and the bytes it says. Pure; any thread, one at a time.
#pragma once

#include "app/simulation/dns_server.h"

#include <ldns/ldns.h>

namespace kpwatch {

struct FreeDns {
    void operator()(ldns_rr_list* records) const { ldns_rr_list_deep_free(records); }
    void operator()(ldns_pkt* packet) const { ldns_pkt_free(packet); }
};

class DnsServer::Zone {
  public:
    explicit Zone(const std::vector<std::string>& records); // std::invalid_argument naming the record that is none

    // What a server that behaves so answers to the query; nullopt: nothing.
    std::optional<Bytes> answer(std::span<const std::uint8_t> query, DnsBehaviour behaviour, bool overTcp) const;

  private:
    using Packet = std::unique_ptr<ldns_pkt, FreeDns>;
    Packet honestAnswer(const ldns_pkt& query) const;
    bool addAnswers(ldns_pkt& answer, const ldns_rr& question) const;
    bool isInside(const ldns_rdf* name) const;

    std::unique_ptr<ldns_rr_list, FreeDns> m_records;
};

} // namespace kpwatch
