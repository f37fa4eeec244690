// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/wire/dns_message.h"

#include <algorithm>
#include <cstdlib>
#include <ldns/ldns.h>
#include <memory>

namespace kpwatch {

namespace {

struct FreePacket {
    void operator()(ldns_pkt* packet) const { ldns_pkt_free(packet); }
};
struct FreeName {
    void operator()(ldns_rdf* name) const { ldns_rdf_deep_free(name); }
};
struct FreeText {
    void operator()(void* text) const { std::free(text); } // NOLINT(cppcoreguidelines-no-malloc): from ldns
};
using Packet = std::unique_ptr<ldns_pkt, FreePacket>;
using Name = std::unique_ptr<ldns_rdf, FreeName>;

constexpr std::size_t headerBytes = 12;
constexpr std::size_t longestNameText = 255;
constexpr int longestCnameChain = 8;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string taken(char* text) {
    const std::unique_ptr<char, FreeText> owned(text);
    return owned ? std::string(owned.get()) : std::string();
}

std::string nameText(const ldns_rdf* name) {
    if (name == nullptr)
        return {};
    std::string text = taken(ldns_rdf2str(name));
    std::transform(text.begin(), text.end(), text.begin(), lower);
    return text;
}

std::string typeText(ldns_rr_type type) { return taken(ldns_rr_type2str(type)); }

std::string rcodeText(ldns_pkt_rcode rcode) {
    const ldns_lookup_table* const entry = ldns_lookup_by_id(ldns_rcodes, static_cast<int>(rcode));
    return entry != nullptr ? entry->name : "RCODE" + std::to_string(static_cast<int>(rcode));
}

std::optional<Address> addressOf(const ldns_rdf* data) {
    if (data == nullptr)
        return std::nullopt;
    const bool v4 = ldns_rdf_get_type(data) == LDNS_RDF_TYPE_A && ldns_rdf_size(data) == 4;
    const bool v6 = ldns_rdf_get_type(data) == LDNS_RDF_TYPE_AAAA && ldns_rdf_size(data) == 16;
    if (!v4 && !v6)
        return std::nullopt;
    Address address;
    address.v6 = v6;
    std::copy_n(ldns_rdf_data(data), ldns_rdf_size(data), address.bytes.begin());
    return address;
}

std::optional<std::uint32_t> serialOf(const ldns_rr& record) {
    const ldns_rdf* const data = ldns_rr_rdf(&record, 2); // after the server's and the keeper's name
    if (data == nullptr || ldns_rdf_size(data) != 4)
        return std::nullopt;
    return ldns_rdf2native_int32(data);
}

DnsRecord recordOf(const ldns_rr& record) {
    DnsRecord result{
        nameText(ldns_rr_owner(&record)), typeText(ldns_rr_get_type(&record)), ldns_rr_ttl(&record), {}, {}, {}};
    const ldns_rr_type type = ldns_rr_get_type(&record);
    if (type == LDNS_RR_TYPE_A || type == LDNS_RR_TYPE_AAAA)
        result.address = addressOf(ldns_rr_rdf(&record, 0));
    else if (type == LDNS_RR_TYPE_SOA)
        result.serial = serialOf(record);
    else if (type == LDNS_RR_TYPE_CNAME)
        result.target = nameText(ldns_rr_rdf(&record, 0));
    return result;
}

std::string_view withoutDot(std::string_view name) {
    if (name.size() > 1 && name.back() == '.')
        name.remove_suffix(1);
    return name;
}

} // namespace

std::optional<Bytes> encodeQuery(std::uint16_t id, const DnsQuestion& question) {
    const ldns_rr_type type = ldns_get_rr_type_by_name(question.type.c_str());
    if (type == 0 || question.name.empty() || question.name.size() > longestNameText)
        return std::nullopt;
    Name name(ldns_dname_new_frm_str(question.name.c_str()));
    if (!name)
        return std::nullopt;
    const Packet packet(ldns_pkt_query_new(name.get(), type, LDNS_RR_CLASS_IN, question.recursion ? LDNS_RD : 0));
    if (!packet)
        return std::nullopt;
    static_cast<void>(name.release()); // the packet owns it now
    ldns_pkt_set_id(packet.get(), id);
    std::uint8_t* wire = nullptr;
    std::size_t length = 0;
    if (ldns_pkt2wire(&wire, packet.get(), &length) != LDNS_STATUS_OK)
        return std::nullopt;
    const std::unique_ptr<std::uint8_t, FreeText> owned(wire);
    return Bytes(wire, wire + length);
}

std::optional<DnsHeader> decodeHeader(std::span<const std::uint8_t> bytes) {
    if (bytes.size() < headerBytes)
        return std::nullopt;
    return DnsHeader{static_cast<std::uint16_t>(bytes[0] << 8 | bytes[1]), (bytes[2] & 0x80) != 0,
                     (bytes[2] & 0x02) != 0};
}

std::optional<DnsMessage> decodeMessage(std::span<const std::uint8_t> bytes) {
    const auto header = decodeHeader(bytes);
    if (!header || !header->response)
        return std::nullopt;
    ldns_pkt* parsed = nullptr;
    if (ldns_wire2pkt(&parsed, bytes.data(), bytes.size()) != LDNS_STATUS_OK)
        return std::nullopt;
    const Packet packet(parsed);
    DnsMessage message;
    message.id = header->id;
    message.truncated = header->truncated;
    message.rcode = rcodeText(ldns_pkt_get_rcode(parsed));
    message.authoritative = ldns_pkt_aa(parsed);
    const ldns_rr_list* const questions = ldns_pkt_question(parsed);
    if (const ldns_rr* const first = ldns_rr_list_rr(questions, 0))
        message.question = DnsQuestion{nameText(ldns_rr_owner(first)), typeText(ldns_rr_get_type(first))};
    const ldns_rr_list* const answers = ldns_pkt_answer(parsed);
    for (std::size_t i = 0; i < ldns_rr_list_rr_count(answers); ++i) {
        const ldns_rr* const record = ldns_rr_list_rr(answers, i);
        if (ldns_rr_get_class(record) == LDNS_RR_CLASS_IN)
            message.answers.push_back(recordOf(*record));
    }
    return message;
}

bool sameName(std::string_view left, std::string_view right) {
    left = withoutDot(left);
    right = withoutDot(right);
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](char a, char b) { return lower(a) == lower(b); });
}

bool repeats(const DnsMessage& message, const DnsQuestion& question) {
    if (!message.question)
        return message.rcode != "NOERROR";
    return sameName(message.question->name, question.name) && sameName(message.question->type, question.type);
}

std::vector<DnsRecord> answersTo(const DnsMessage& message, const DnsQuestion& question) {
    std::string wanted = question.name;
    for (int step = 0; step <= longestCnameChain; ++step) {
        std::vector<DnsRecord> found;
        std::string next;
        for (const DnsRecord& record : message.answers) {
            if (!sameName(record.owner, wanted))
                continue;
            if (sameName(record.type, question.type))
                found.push_back(record);
            else if (record.type == "CNAME")
                next = record.target;
        }
        if (!found.empty() || next.empty())
            return found;
        wanted = next;
    }
    return {};
}

} // namespace kpwatch
