// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/row_codec.h"

#include "app/detail_json.h"
#include "app/json_text.h"

#include <nlohmann/json.hpp>
#include <sqlite3.h>

namespace kpwatch {
namespace {

using Json = nlohmann::ordered_json;

template <typename Value>
Value valueAt(const nlohmann::json& json, const std::string& key, Value otherwise) {
    const auto found = json.find(key);
    if (found == json.end())
        return otherwise;
    if constexpr (std::is_same_v<Value, std::string>)
        return found->is_string() ? found->get<std::string>() : otherwise;
    else if constexpr (std::is_same_v<Value, bool>)
        return found->is_boolean() ? found->get<bool>() : otherwise;
    else
        return found->is_number_integer() ? found->get<Value>() : otherwise;
}

struct EventWriter {
    std::string operator()(const Asleep& asleep) const { return Json{{"from_ms", msOf(asleep.from)}}.dump(); }
    std::string operator()(const Epoch& epoch) const {
        Json json = Json::object();
        putText(json, "id", epoch.id);
        putText(json, "network", epoch.network);
        putText(json, "country", epoch.country);
        putText(json, "way", epoch.way);
        putText(json, "exit", epoch.exit);
        return json.dump();
    }
    std::string operator()(const ClockStep& step) const { return Json{{"by_ms", step.by_ms}}.dump(); }
    template <typename Plain>
    std::string operator()(const Plain& /*nothing*/) const {
        return {};
    }
};

struct ProbeWriter {
    Json operator()(const HttpOptions& http) const {
        Json json{{"url", http.url}, {"resolve", {{"servers", http.resolve.servers}, {"port", http.resolve.port}}}};
        if (http.expect)
            json["expect"] = {{"status", http.expect->status}, {"text", http.expect->text}};
        return json;
    }
    Json operator()(const DnsOptions& dns) const {
        return {{"server", dns.server}, {"port", dns.port}, {"name", dns.name}, {"type", dns.type}};
    }
    Json operator()(const TcpOptions& tcp) const { return {{"host", tcp.host}, {"port", tcp.port}}; }
    Json operator()(const SmtpOptions& smtp) const { return {{"host", smtp.host}, {"port", smtp.port}}; }
    Json operator()(const PingOptions& ping) const { return {{"host", ping.host}}; }
    Json operator()(const TraceOptions& trace) const {
        Json json{{"host", trace.host}};
        if (trace.port != 0)
            json["port"] = trace.port;
        return json;
    }
};

std::optional<Onset> onsetFrom(SQLite::Statement& row, int column) {
    const std::optional<std::int64_t> after = optionalAt(row, column);
    const std::optional<std::int64_t> by = optionalAt(row, column + 1);
    if (!by)
        return std::nullopt;
    return Onset{after ? std::optional(utcOf(*after)) : std::nullopt, utcOf(*by)};
}

} // namespace

std::string detailText(const Detail& detail) {
    const std::string_view kind = detailKind(detail);
    if (kind.empty())
        return {};
    Json json{{"kind", kind}};
    json.update(detailJson(detail, ForeignBytes::AsHex));
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Detail detailFrom(const std::string& text) {
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object())
        return {};
    return readDetail(detailOfKind(textAt(json, "kind")), json).detail;
}

std::string eventText(const Event& event) { return std::visit(EventWriter{}, event.what); }

static Epoch epochIn(const nlohmann::json& json) {
    const std::string way = textAt(json, "way"); // not in rows of the first version, which only knew one
    return {.id = textAt(json, "id"),
            .network = textAt(json, "network"),
            .country = textAt(json, "country"),
            .way = way.empty() ? Epoch{}.way : way,
            .exit = textAt(json, "exit")};
}

std::optional<Event> eventFrom(UtcTime at, const std::string& kind, const std::string& text) {
    const auto json = nlohmann::json::parse(text.empty() ? "{}" : text, nullptr, false);
    if (!json.is_object())
        return std::nullopt;
    const Event candidates[] = {
        {at, Started{}},     {at, Stopped{}},
        {at, Heartbeat{}},   {at, Paused{}},
        {at, Resumed{}},     {at, Asleep{utcOf(valueAt(json, "from_ms", msOf(at)))}},
        {at, epochIn(json)}, {at, ClockStep{valueAt(json, "by_ms", std::int64_t{0})}},
    };
    for (const Event& candidate : candidates)
        if (name(candidate) == kind)
            return candidate;
    return std::nullopt;
}

std::string targetText(const Target& target, std::optional<Ring> ring) {
    Json json{{"label", target.label}, {"short", target.shortLabel}};
    if (!target.site.empty())
        json["site"] = target.site;
    if (!target.group.empty())
        json["group"] = target.group;
    if (ring)
        json["ring"] = name(*ring);
    json["layer"] = name(target.layer);
    json["via"] = name(target.via);
    Json probe = std::visit(ProbeWriter{}, target.probe);
    probe["kind"] = kindName(target.probe);
    json["probe"] = std::move(probe);
    json["interval_s"] = target.interval.count();
    json["timeout_ms"] = target.timeout.count();
    json["enabled"] = target.enabled;
    return json.dump(-1, ' ', false, Json::error_handler_t::replace); // a label may come from a file of any bytes
}

std::string questionOf(const std::string& targetText) {
    const Json json = Json::parse(targetText, nullptr, false);
    if (!json.is_object() || !json.contains("probe") || !json["probe"].is_object())
        return {};
    Json question = json["probe"];
    for (const char* way : {"resolve", "expect"}) // how its address is found, and what is made of its answer
        question.erase(way);
    return question.dump();
}

StoredWords::StoredWords(SQLite::Database& database) {
    SQLite::Statement stages(database, "SELECT code, name FROM stage");
    while (stages.executeStep())
        if (const auto stage = stageFromName(stages.getColumn(1).getString())) {
            m_stageCodes[*stage] = stages.getColumn(0).getInt64();
            m_stages[stages.getColumn(0).getInt64()] = *stage;
        }
    SQLite::Statement failures(database, "SELECT code, name FROM failure");
    while (failures.executeStep())
        if (const auto failure = failureFromName(failures.getColumn(1).getString())) {
            m_failureCodes[*failure] = failures.getColumn(0).getInt64();
            m_failures[failures.getColumn(0).getInt64()] = *failure;
        }
    if (m_stageCodes.size() <= static_cast<std::size_t>(Stage::Done) ||
        m_failureCodes.size() <= static_cast<std::size_t>(Failure::Unknown))
        throw SQLite::Exception("the words of stages and failures are incomplete", SQLITE_CORRUPT);
}

Stage StoredWords::stage(std::int64_t code) const {
    const auto found = m_stages.find(code);
    return found == m_stages.end() ? Stage::Prepare : found->second;
}

Failure StoredWords::failure(std::int64_t code) const {
    const auto found = m_failures.find(code);
    return found == m_failures.end() ? Failure::Unknown : found->second;
}

std::string StoredWords::answerCodes() const {
    std::string codes;
    for (const auto& [failure, code] : m_failureCodes)
        if (meaning(failure) == Meaning::Answer)
            codes += (codes.empty() ? "" : ",") + std::to_string(code);
    return codes;
}

StoredSpan spanFrom(SQLite::Statement& row) {
    StoredSpan stored;
    stored.open = row.getColumn(1).isNull();
    stored.span.range.begin = utcOf(row.getColumn(0).getInt64());
    stored.span.range.end = stored.open ? stored.span.range.begin : utcOf(row.getColumn(1).getInt64());
    stored.span.verdict = verdictFromName(row.getColumn(2).getString()).value_or(Verdict::Unknown);
    const std::string reason = row.getColumn(3).getString();
    stored.span.reason = reason.empty() ? Reason::None : reasonFromName(reason).value_or(Reason::None);
    stored.span.onset = onsetFrom(row, 4);
    stored.span.ended = onsetFrom(row, 6);
    stored.span.note = row.getColumn(8).getString();
    return stored;
}

bool sameContent(const Span& one, const Span& other) {
    Span moved = one;
    moved.range = other.range;
    return moved == other;
}

} // namespace kpwatch
