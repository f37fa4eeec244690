// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/detail_json.h"

#include "app/json_text.h"

#include <nlohmann/json.hpp>

#include <array>
#include <concepts>

namespace kpwatch {

namespace {

constexpr std::int64_t longestTime_us = 86'400'000'000;
constexpr std::size_t longestList = 64; // a trace asks for 30 hops

template <typename Value, typename Kind>
concept A = std::same_as<std::remove_const_t<Value>, Kind>;

// The fields of each kind, walked by the writer and by the reader alike. Lengths of texts are those of observation.h;
// the last argument, where there is one, says whether a value is worth writing.

template <typename Walk>
void fields(Walk& walk, A<TlsDetail> auto& tls) {
    walk.text("version", tls.version, 32);
    walk.text("cipher", tls.cipher, 64);
    walk.texts("faults", tls.faults, 64);
    walk.text("subject", tls.subject, 256);
    walk.text("issuer", tls.issuer, 256);
    walk.time("not_before", tls.notBefore);
    walk.time("not_after", tls.notAfter);
    walk.text("chain_sha256", tls.chainSha256, 64);
}

template <typename Walk>
void fields(Walk& walk, A<RefusalDetail> auto& refusal) {
    walk.text("refused_by", refusal.router, 64);
    walk.number("icmp_type", refusal.icmpType, 255, refusal.icmpType != 0);
    walk.number("icmp_code", refusal.icmpCode, 255, refusal.icmpType != 0);
}

template <typename Walk>
void fields(Walk& walk, A<HttpDetail> auto& http) {
    walk.number("status", http.status, 999, http.status != 0);
    walk.text("location", http.location, 2048);
    walk.text("server", http.server, 256);
    walk.text("last_modified", http.lastModified, 64);
    walk.text("title", http.title, 512);
    walk.number("body_bytes", http.bodyBytes, INT64_MAX, http.bodyBytes != 0);
    walk.text("body_sha256", http.bodySha256, 64);
    walk.text("date", http.date, 64);
    walk.text("age", http.age, 128);
    walk.text("via", http.via, 128);
    walk.text("cache", http.cache, 128);
    walk.text("block_page", http.blockPage, 64);
    walk.flag("suspected_block", http.suspectedBlock, http.suspectedBlock);
    walk.part("tls", http.tls);
    fields(walk, http.refusal);
}

template <typename Walk>
void fields(Walk& walk, A<DnsDetail> auto& dns) {
    walk.text("rcode", dns.rcode, 32);
    walk.flag("aa", dns.authoritative, !dns.rcode.empty());
    walk.number("serial", dns.serial, UINT32_MAX);
    walk.number("ttl", dns.ttl, UINT32_MAX);
    fields(walk, dns.refusal);
}

template <typename Walk>
void fields(Walk& walk, A<ConnectDetail> auto& connect) {
    walk.number("retransmits", connect.retransmits, 1000);
    fields(walk, connect.refusal);
}

template <typename Walk>
void fields(Walk& walk, A<SmtpDetail> auto& smtp) {
    walk.number("code", smtp.code, 999, smtp.code != 0);
    walk.text("banner", smtp.banner, 512);
    fields(walk, smtp.refusal);
}

template <typename Walk>
void fields(Walk& walk, A<PingDetail> auto& ping) {
    walk.text("method", ping.method, 16);
    walk.number("sent", ping.sent, 1000);
    walk.number("received", ping.received, 1000);
    walk.length("shortest_us", ping.shortest);
    walk.length("median_us", ping.median);
}

template <typename Walk>
void fields(Walk& walk, A<TraceHop> auto& hop) {
    walk.number("ttl", hop.ttl, 255);
    walk.text("address", hop.address, 64);
    walk.length("round_trip_us", hop.roundTrip);
    walk.text("said", hop.said, 32);
}

template <typename Walk>
void fields(Walk& walk, A<TraceDetail> auto& trace) {
    walk.text("method", trace.method, 16);
    walk.parts("hops", trace.hops);
    walk.text("outcome", trace.outcome, 32);
}

template <typename Walk>
void fields(Walk& /*walk*/, A<std::monostate> auto& /*none*/) {}

class Writer {
  public:
    explicit Writer(ForeignBytes bytes) : m_bytes(bytes) {}

    void text(const char* key, const std::string& value, std::size_t /*longest*/) {
        if (m_bytes == ForeignBytes::AsHex)
            putText(m_json, key, value);
        else if (!value.empty())
            m_json[key] = value;
    }
    void texts(const char* key, const std::vector<std::string>& values, std::size_t /*longest*/) {
        if (!values.empty())
            m_json[key] = values;
    }
    template <typename Number>
    void number(const char* key, Number value, std::int64_t /*highest*/, bool shown = true) {
        if (shown)
            m_json[key] = value;
    }
    template <typename Number>
    void number(const char* key, const std::optional<Number>& value, std::int64_t highest) {
        if (value)
            number(key, *value, highest);
    }
    void flag(const char* key, bool value, bool shown) {
        if (shown)
            m_json[key] = value;
    }
    void length(const char* key, const std::optional<Micros>& value) {
        if (value)
            m_json[key] = value->count();
    }
    // A certificate may name years that ISO 8601 has no agreed way to write.
    void time(const char* key, const std::optional<UtcTime>& value) {
        if (value && parseIsoUtc(isoUtc(*value)))
            m_json[key] = isoUtc(*value);
    }
    template <typename Part>
    void part(const char* key, const std::optional<Part>& value) {
        if (value)
            m_json[key] = written(*value);
    }
    template <typename Part>
    void parts(const char* key, const std::vector<Part>& values) {
        for (const Part& value : values)
            m_json[key].push_back(written(value));
    }
    nlohmann::ordered_json take() { return std::move(m_json); }

  private:
    nlohmann::ordered_json written(const auto& value) const {
        Writer inner(m_bytes);
        fields(inner, value);
        return inner.take();
    }

    ForeignBytes m_bytes;
    nlohmann::ordered_json m_json = nlohmann::ordered_json::object();
};

std::string cut(std::string text, std::size_t longest) {
    // What was no UTF-8 takes three bytes for one since U+FFFD took its place.
    if (text.size() <= 3 * longest)
        return text;
    text.resize(3 * longest);
    return text;
}

class Reader {
  public:
    Reader(const nlohmann::json& object, std::string& fault) : m_object(object), m_fault(fault) {}

    void text(const char* key, std::string& value, std::size_t longest) {
        if (const auto* const found = member(key); found != nullptr && !found->is_string())
            fail(key, "is not a text");
        else
            value = cut(textAt(m_object, key), longest);
    }
    void texts(const char* key, std::vector<std::string>& values, std::size_t longest) {
        for (const nlohmann::json& element : list(key))
            if (values.size() < longestList && element.is_string())
                values.push_back(cut(element.get<std::string>(), longest));
            else if (!element.is_string())
                fail(key, "holds what is not a text");
    }
    template <typename Number>
    void number(const char* key, Number& value, std::int64_t highest, bool /*shown*/ = true) {
        if (const auto found = whole(key, highest))
            value = static_cast<Number>(*found);
    }
    template <typename Number>
    void number(const char* key, std::optional<Number>& value, std::int64_t highest) {
        if (const auto found = whole(key, highest))
            value = static_cast<Number>(*found);
    }
    void flag(const char* key, bool& value, bool /*shown*/) {
        const auto* const found = member(key);
        if (found != nullptr && !found->is_boolean())
            fail(key, "is not true or false");
        else if (found != nullptr)
            value = found->get<bool>();
    }
    void length(const char* key, std::optional<Micros>& value) {
        if (const auto found = whole(key, longestTime_us))
            value = Micros(*found);
    }
    void time(const char* key, std::optional<UtcTime>& value) {
        const auto* const found = member(key);
        value = found != nullptr && found->is_string() ? parseIsoUtc(found->get<std::string>()) : std::nullopt;
        if (found != nullptr && !value)
            fail(key, "is not a time like 2026-03-05T17:02:05.120Z");
    }
    template <typename Part>
    void part(const char* key, std::optional<Part>& value) {
        if (const auto* const found = member(key); found != nullptr && expectObject(key, *found))
            value = read<Part>(*found);
    }
    template <typename Part>
    void parts(const char* key, std::vector<Part>& values) {
        for (const nlohmann::json& element : list(key))
            if (values.size() < longestList && expectObject(key, element))
                values.push_back(read<Part>(element));
    }

  private:
    const nlohmann::json* member(const char* key) const {
        const auto found = m_object.find(key);
        return found == m_object.end() || found->is_null() ? nullptr : &*found;
    }
    std::optional<std::int64_t> whole(const char* key, std::int64_t highest) {
        const auto* const found = member(key);
        if (found == nullptr)
            return std::nullopt;
        if (!found->is_number_integer()) {
            fail(key, "is not a whole number");
            return std::nullopt;
        }
        const bool huge =
            found->is_number_unsigned() && found->get<std::uint64_t>() > static_cast<std::uint64_t>(highest);
        if (huge || found->get<std::int64_t>() < 0) {
            fail(key, "is out of range");
            return std::nullopt;
        }
        return found->get<std::int64_t>();
    }
    const nlohmann::json& list(const char* key) {
        static const nlohmann::json none = nlohmann::json::array();
        const auto* const found = member(key);
        if (found == nullptr || found->is_array())
            return found == nullptr ? none : *found;
        fail(key, "is not a list");
        return none;
    }
    bool expectObject(const char* key, const nlohmann::json& value) {
        if (!value.is_object())
            fail(key, "is not an object");
        return value.is_object();
    }
    template <typename Part>
    Part read(const nlohmann::json& object) const {
        Part part;
        Reader inner(object, m_fault);
        fields(inner, part);
        return part;
    }
    void fail(const char* key, const char* reason) const {
        if (m_fault.empty())
            m_fault = '"' + std::string(key) + "\" " + reason;
    }

    const nlohmann::json& m_object;
    std::string& m_fault;
};

struct BlankOf {
    Detail operator()(const HttpOptions& /*probe*/) const { return HttpDetail{}; }
    Detail operator()(const DnsOptions& /*probe*/) const { return DnsDetail{}; }
    Detail operator()(const TcpOptions& /*probe*/) const { return ConnectDetail{}; }
    Detail operator()(const SmtpOptions& /*probe*/) const { return SmtpDetail{}; }
    Detail operator()(const PingOptions& /*probe*/) const { return PingDetail{}; }
    Detail operator()(const TraceOptions& /*probe*/) const { return TraceDetail{}; }
};

} // namespace

nlohmann::ordered_json detailJson(const Detail& detail, ForeignBytes bytes) {
    Writer writer(bytes);
    std::visit([&](const auto& kind) { fields(writer, kind); }, detail);
    return writer.take();
}

std::string_view detailKind(const Detail& detail) {
    static constexpr std::array<std::string_view, std::variant_size_v<Detail>> names{"",     "http", "dns",  "connect",
                                                                                     "smtp", "ping", "trace"};
    return names.at(detail.index());
}

Detail detailOfKind(std::string_view kind) {
    for (const Detail& blank : {Detail(HttpDetail{}), Detail(DnsDetail{}), Detail(ConnectDetail{}),
                                Detail(SmtpDetail{}), Detail(PingDetail{}), Detail(TraceDetail{})})
        if (detailKind(blank) == kind)
            return blank;
    return {};
}

Detail detailOf(const ProbeOptions& probe) { return std::visit(BlankOf{}, probe); }

ReadDetail readDetail(Detail blank, const nlohmann::json& object) {
    ReadDetail result{std::move(blank), {}};
    Reader reader(object, result.fault);
    std::visit([&](auto& kind) { fields(reader, kind); }, result.detail);
    return result;
}

} // namespace kpwatch
