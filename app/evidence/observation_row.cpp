// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/observation_row.h"

#include "app/detail_json.h"
#include "app/story/sightings.h"
#include "probes/wire/json_depth.h"
#include "probes/wire/sha256.h"
#include "probes/wire/untrusted_text.h"

#include <QByteArray>

#include <nlohmann/json.hpp>

#include <cmath>

namespace kpwatch {

namespace {

using nlohmann::json;

constexpr std::int64_t longestCheck_us = 86'400'000'000;
constexpr std::int64_t longestStep_ms = 3'200'000'000'000; // a hundred years: a clock that begins in 1970

// Thrown inside this file only: a bad row ends where it is found.
struct Bad {
    bool unknown;
    std::string reason;
};

std::string quotedName(std::string_view raw) { return '\'' + cleanedText(raw, 64) + '\''; }

[[noreturn]] void bad(std::string reason) { throw Bad{false, std::move(reason)}; }

const json* member(const json& row, const char* key) {
    const auto found = row.find(key);
    return found == row.end() || found->is_null() ? nullptr : &*found;
}

const std::string& text(const json& row, const char* key) {
    const json* const value = member(row, key);
    if (value == nullptr || !value->is_string())
        bad(std::string("no text \"") + key + "\"");
    return value->get_ref<const std::string&>();
}

std::string textOr(const json& row, const char* key, const std::string& otherwise) {
    return member(row, key) == nullptr ? otherwise : text(row, key);
}

std::int64_t integer(const json& row, const char* key, std::int64_t lowest, std::int64_t highest) {
    const json* const value = member(row, key);
    if (value == nullptr || !value->is_number_integer())
        bad(std::string("no whole number \"") + key + "\"");
    const bool huge = value->is_number_unsigned() && value->get<std::uint64_t>() > static_cast<std::uint64_t>(highest);
    if (huge || value->get<std::int64_t>() < lowest || value->get<std::int64_t>() > highest)
        bad(std::string("\"") + key + "\" is out of range");
    return value->get<std::int64_t>();
}

std::int64_t integerOr(const json& row, const char* key, std::int64_t highest, std::int64_t otherwise) {
    return member(row, key) == nullptr ? otherwise : integer(row, key, 0, highest);
}

bool booleanOr(const json& row, const char* key, bool otherwise) {
    const json* const value = member(row, key);
    if (value == nullptr)
        return otherwise;
    if (!value->is_boolean())
        bad(std::string("\"") + key + "\" is not true or false");
    return value->get<bool>();
}

UtcTime time(const json& row, const char* key) {
    const auto at = parseIsoUtc(text(row, key));
    if (!at)
        bad("\"" + std::string(key) + "\" is not a time like 2026-03-05T17:02:05.120Z");
    return *at;
}

Phases phases(const json& row) {
    Phases phases;
    const json* const lengths = member(row, "phases_us");
    if (lengths == nullptr)
        return phases;
    if (!lengths->is_object())
        bad("\"phases_us\" is not an object");
    const auto phase = [&](const char* key) -> std::optional<Micros> {
        if (member(*lengths, key) == nullptr)
            return std::nullopt;
        return Micros(integer(*lengths, key, 0, longestCheck_us));
    };
    return {phase("resolve"), phase("connect"), phase("tls"), phase("first_byte")};
}

Detail detail(const json& row, const Target& target) {
    const json* const found = member(row, "detail");
    if (found == nullptr)
        return {};
    if (!found->is_object())
        bad("\"detail\" is not an object");
    if (found->empty())
        return {};
    ReadDetail read = readDetail(detailOf(target.probe), *found);
    if (!read.fault.empty())
        bad(std::move(read.fault));
    return std::move(read.detail);
}

Observation observation(const json& row, const TargetsByName& targets) {
    const std::string& slug = text(row, "target");
    const auto target = targets.find(slug);
    if (target == targets.end())
        throw Bad{true, "no target named " + quotedName(slug)};
    Observation seen;
    seen.target = target->second->id;
    seen.startedAt = time(row, "at");
    seen.elapsed = Micros(integer(row, "elapsed_us", 0, longestCheck_us));
    const auto failure = failureFromName(text(row, "failure"));
    if (!failure)
        bad("\"failure\" is not a failure known here");
    seen.failure = *failure;
    const auto stage = stageFromName(textOr(row, "stage", seen.failure == Failure::None ? "done" : "prepare"));
    if (!stage)
        bad("\"stage\" is not a stage known here");
    seen.reached = *stage;
    seen.recheck = booleanOr(row, "recheck", false);
    seen.peer = textOr(row, "peer", {});
    seen.source = textOr(row, "left_by", {}); // a stand-in, see left_out.h
    seen.tries = static_cast<int>(integerOr(row, "tries", 1000, 1));
    seen.phases = phases(row);
    seen.detail = detail(row, *target->second);
    return seen;
}

Event event(const json& row) {
    const std::string& what = text(row, "event");
    Event event{time(row, "at"), {}};
    if (what == "started")
        event.what = Started{};
    else if (what == "stopped")
        event.what = Stopped{};
    else if (what == "heartbeat")
        event.what = Heartbeat{};
    else if (what == "paused")
        event.what = Paused{};
    else if (what == "resumed")
        event.what = Resumed{};
    else if (what == "asleep")
        event.what = Asleep{time(row, "from")};
    else if (what == "epoch")
        event.what = Epoch{.id = text(row, "id"),
                           .network = textOr(row, "network", {}),
                           .country = textOr(row, "country", {}),
                           .way = textOr(row, "way", Epoch{}.way)};
    else if (what == "clock-step")
        event.what = ClockStep{integer(row, "by_ms", -longestStep_ms, longestStep_ms)};
    else
        throw Bad{true, "no event named " + quotedName(what)};
    if (const auto* const sleep = std::get_if<Asleep>(&event.what); sleep != nullptr && sleep->from > event.at)
        bad("\"from\" is later than \"at\"");
    return event;
}

constexpr std::size_t longestSource = 40, longestQuestion = 2048, mostUpstreams = 1000;
constexpr int mostNetworks = 100'000;

std::string wordAt(const json& row, const char* key, std::size_t longest) {
    const std::string& word = text(row, key);
    if (word.empty() || word.size() > longest)
        bad(std::string("\"") + key + "\" is empty or too long");
    return cleanedText(word, longest);
}

int networks(const json& row, const char* key) { return static_cast<int>(integer(row, key, 0, mostNetworks)); }

RouteReading reading(const json& row) {
    RouteReading reading;
    reading.at = time(row, "at");
    reading.source = wordAt(row, "source", longestSource);
    reading.prefix = wordAt(row, "prefix", longestSource);
    reading.peersFull = networks(row, "peers_full");
    reading.peersSeeing = networks(row, "peers_seeing");
    reading.peersElsewhere = static_cast<int>(integerOr(row, "peers_elsewhere", mostNetworks, 0));
    const json* const upstreams = member(row, "by_upstream");
    if (upstreams == nullptr)
        return reading;
    if (!upstreams->is_object() || upstreams->size() > mostUpstreams)
        bad("\"by_upstream\" is not an object");
    for (const auto& [upstream, seeing] : upstreams->items())
        reading.byUpstream[cleanedText(upstream, longestSource)] = networks(*upstreams, upstream.c_str());
    return reading;
}

RouteSighting sighting(const json& row, RouteSighting::What what) {
    return {.at = time(row, "at"),
            .source = wordAt(row, "source", longestSource),
            .what = what,
            .prefix = wordAt(row, "prefix", longestSource),
            .origin = static_cast<std::uint32_t>(integer(row, "origin", 0, UINT32_MAX)),
            .networks = networks(row, "networks")};
}

// As received, or nothing of it: a body that is not what its sum says was changed since.
void takeBody(SourceAnswer& answer, const json& row) {
    if (member(row, "body") != nullptr)
        answer.body = text(row, "body");
    else if (member(row, "body_base64") != nullptr)
        answer.body = QByteArray::fromBase64(QByteArray::fromStdString(text(row, "body_base64"))).toStdString();
    else
        return;
    answer.newReadings = true;
    if (sha256(answer.body) != answer.hash)
        bad("the answer of a public source is not what its \"sha256\" says");
}

SourceAnswer answer(const json& row) {
    SourceAnswer answer;
    answer.at = time(row, "at");
    answer.source = wordAt(row, "source", longestSource);
    answer.question = wordAt(row, "question", longestQuestion);
    answer.status = static_cast<int>(integer(row, "status", 0, 999));
    answer.hash = wordAt(row, "sha256", 64);
    takeBody(answer, row);
    return answer;
}

Row sourceRow(const json& row) {
    if (member(row, "sighting") != nullptr) {
        const auto what = sightingNamed(text(row, "sighting"));
        if (what)
            return sighting(row, *what);
        time(row, "at");
        return OtherSourceRow{};
    }
    if (member(row, "prefix") != nullptr)
        return reading(row);
    if (member(row, "question") != nullptr)
        return answer(row);
    time(row, "at");
    return OtherSourceRow{};
}

} // namespace

TargetsByName targetsByName(const Watchlist& watchlist) {
    TargetsByName targets;
    for (const Target& target : watchlist.targets)
        targets.emplace(target.name, &target);
    for (const Control& control : watchlist.controls)
        targets.emplace(control.target.name, &control.target);
    return targets;
}

Row readRow(std::string_view line, const TargetsByName& targets, std::size_t longest) {
    if (line.size() > longest)
        return BadRow{false, "is longer than " + std::to_string(longest >> 20U) + " MiB"};
    if (isNestedTooDeep(line))
        return BadRow{false, "is nested too deeply"};
    const json row = json::parse(line, nullptr, false);
    if (!row.is_object())
        return BadRow{false, "is not a JSON object"};
    try {
        const bool overtaken = booleanOr(row, "overtaken", false);
        if (member(row, "target") != nullptr)
            return overtaken ? Row(OvertakenRow{observation(row, targets)}) : Row(observation(row, targets));
        if (member(row, "event") != nullptr)
            return overtaken ? Row(OvertakenRow{event(row)}) : Row(event(row));
        if (member(row, "source") != nullptr)
            return sourceRow(row);
    } catch (Bad& found) {
        return BadRow{found.unknown, std::move(found.reason)};
    }
    return BadRow{false, "has neither target nor event nor source"};
}

} // namespace kpwatch
