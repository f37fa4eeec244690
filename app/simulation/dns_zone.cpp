// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulation/dns_zone.h"

#include <cstdlib>
#include <stdexcept>

namespace kpwatch {

namespace {

constexpr int longestCnameChain = 8;

ldns_rr* parsed(const std::string& record) {
    ldns_rr* result = nullptr;
    if (ldns_rr_new_frm_str(&result, record.c_str(), 0, nullptr, nullptr) != LDNS_STATUS_OK)
        throw std::invalid_argument("no DNS record: " + record);
    return result;
}

Bytes wire(const ldns_pkt& packet) {
    std::uint8_t* bytes = nullptr;
    std::size_t length = 0;
    if (ldns_pkt2wire(&bytes, &packet, &length) != LDNS_STATUS_OK)
        return {};
    Bytes result(bytes, bytes + length);
    std::free(bytes); // NOLINT(cppcoreguidelines-no-malloc): from ldns
    return result;
}

void clearAnswers(ldns_pkt& packet) {
    while (ldns_rr* const record = ldns_rr_list_pop_rr(ldns_pkt_answer(&packet)))
        ldns_rr_free(record);
    ldns_pkt_set_ancount(&packet, 0);
}

void failWith(ldns_pkt& packet, ldns_pkt_rcode rcode) {
    clearAnswers(packet);
    ldns_pkt_set_aa(&packet, false);
    ldns_pkt_set_rcode(&packet, static_cast<std::uint8_t>(rcode));
}

void rename(ldns_rr_list* records, const char* name) {
    for (std::size_t i = 0; i < ldns_rr_list_rr_count(records); ++i) {
        ldns_rr* const record = ldns_rr_list_rr(records, i);
        ldns_rdf_deep_free(ldns_rr_owner(record));
        ldns_rr_set_owner(record, ldns_dname_new_frm_str(name));
    }
}

void fill(ldns_pkt& packet) {
    for (int record = 0; record < 3000; ++record)
        ldns_pkt_push_rr(&packet, LDNS_SECTION_ANSWER, parsed("filler. 60 IN A 192.0.2.1"));
}

} // namespace

DnsServer::Zone::Zone(const std::vector<std::string>& records) : m_records(ldns_rr_list_new()) {
    for (const std::string& record : records)
        ldns_rr_list_push_rr(m_records.get(), parsed(record));
}

bool DnsServer::Zone::isInside(const ldns_rdf* name) const {
    for (std::size_t i = 0; i < ldns_rr_list_rr_count(m_records.get()); ++i) {
        const ldns_rr* const record = ldns_rr_list_rr(m_records.get(), i);
        const ldns_rdf* const zone = ldns_rr_owner(record);
        if (ldns_rr_get_type(record) == LDNS_RR_TYPE_SOA &&
            (ldns_dname_compare(name, zone) == 0 || ldns_dname_is_subdomain(name, zone)))
            return true;
    }
    return false;
}

// A record speaks for its own name, or as "*.com." for every name below (RFC 4592).
static bool isMeant(const ldns_rdf* owner, const ldns_rdf* wanted) {
    return ldns_dname_compare(owner, wanted) == 0 ||
           (ldns_dname_is_wildcard(owner) != 0 && ldns_dname_match_wildcard(wanted, owner) != 0);
}

static ldns_rr* named(const ldns_rr* record, const ldns_rdf* name) {
    ldns_rr* const copy = ldns_rr_clone(record);
    ldns_rdf_deep_free(ldns_rr_owner(copy));
    ldns_rr_set_owner(copy, ldns_rdf_clone(name));
    return copy;
}

// False if nothing at all is known about the name.
bool DnsServer::Zone::addAnswers(ldns_pkt& answer, const ldns_rr& question) const {
    const ldns_rdf* wanted = ldns_rr_owner(&question);
    bool known = false;
    for (int step = 0; wanted != nullptr && step < longestCnameChain; ++step) {
        const ldns_rdf* next = nullptr;
        for (std::size_t i = 0; i < ldns_rr_list_rr_count(m_records.get()); ++i) {
            const ldns_rr* const record = ldns_rr_list_rr(m_records.get(), i);
            if (!isMeant(ldns_rr_owner(record), wanted))
                continue;
            known = true;
            const bool alias = ldns_rr_get_type(record) == LDNS_RR_TYPE_CNAME;
            if (alias || ldns_rr_get_type(record) == ldns_rr_get_type(&question))
                ldns_pkt_push_rr(&answer, LDNS_SECTION_ANSWER, named(record, wanted));
            if (alias && ldns_rr_get_type(&question) != LDNS_RR_TYPE_CNAME)
                next = ldns_rr_rdf(record, 0);
        }
        wanted = next;
    }
    return known;
}

DnsServer::Zone::Packet DnsServer::Zone::honestAnswer(const ldns_pkt& query) const {
    Packet answer(ldns_pkt_new());
    ldns_pkt_set_id(answer.get(), ldns_pkt_id(&query));
    ldns_pkt_set_qr(answer.get(), true);
    ldns_pkt_set_rd(answer.get(), ldns_pkt_rd(&query));
    const ldns_rr* const question = ldns_rr_list_rr(ldns_pkt_question(&query), 0);
    ldns_pkt_push_rr(answer.get(), LDNS_SECTION_QUESTION, ldns_rr_clone(question));
    if (!isInside(ldns_rr_owner(question))) {
        ldns_pkt_set_rcode(answer.get(), LDNS_RCODE_REFUSED);
        return answer;
    }
    ldns_pkt_set_aa(answer.get(), true);
    if (!addAnswers(*answer, *question))
        ldns_pkt_set_rcode(answer.get(), LDNS_RCODE_NXDOMAIN);
    return answer;
}

std::optional<Bytes> DnsServer::Zone::answer(std::span<const std::uint8_t> query, DnsBehaviour behaviour,
                                             bool overTcp) const {
    ldns_pkt* parsedQuery = nullptr;
    if (ldns_wire2pkt(&parsedQuery, query.data(), query.size()) != LDNS_STATUS_OK)
        return std::nullopt;
    const Packet asked(parsedQuery);
    if (ldns_pkt_qr(parsedQuery) || ldns_pkt_qdcount(parsedQuery) != 1)
        return std::nullopt;
    const Packet packet = honestAnswer(*asked);
    switch (behaviour) {
    case DnsBehaviour::Answer:
    case DnsBehaviour::PortClosed: // decided before there is a question
        break;
    case DnsBehaviour::Silent:
        return std::nullopt;
    case DnsBehaviour::ServFail:
        failWith(*packet, LDNS_RCODE_SERVFAIL);
        break;
    case DnsBehaviour::Refused:
        failWith(*packet, LDNS_RCODE_REFUSED);
        break;
    case DnsBehaviour::NotAuthoritative:
        ldns_pkt_set_aa(packet.get(), false);
        break;
    case DnsBehaviour::NoAnswer:
        clearAnswers(*packet);
        break;
    case DnsBehaviour::WrongId:
        ldns_pkt_set_id(packet.get(), static_cast<std::uint16_t>(ldns_pkt_id(packet.get()) + 1U));
        break;
    case DnsBehaviour::WrongQuestion:
        rename(ldns_pkt_question(packet.get()), "other.example.");
        break;
    case DnsBehaviour::WrongAnswer:
        rename(ldns_pkt_answer(packet.get()), "other.example.");
        break;
    case DnsBehaviour::Garbage: {
        Bytes junk = wire(*packet);
        std::fill(junk.begin() + 12, junk.end(), std::uint8_t(0xc0)); // pointers to pointers
        return junk;
    }
    case DnsBehaviour::Short: {
        Bytes cut = wire(*packet);
        cut.resize(7);
        return cut;
    }
    case DnsBehaviour::Truncated:
    case DnsBehaviour::TruncatedOnly:
        if (!overTcp) {
            clearAnswers(*packet);
            ldns_pkt_set_tc(packet.get(), true);
        }
        break;
    case DnsBehaviour::Oversized:
        fill(*packet);
        break;
    }
    return wire(*packet);
}

} // namespace kpwatch
