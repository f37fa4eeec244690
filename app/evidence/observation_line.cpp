// SPDX-License-Identifier: GPL-3.0-or-later
// Rows as lines of an observation file.
#include "app/detail_json.h"
#include "app/evidence/left_out.h"
#include "app/evidence/observation_file.h"
#include "app/evidence/shared_detail.h"
#include "probes/wire/sha256.h"

#include <QByteArray>

#include <nlohmann/json.hpp>

namespace kpwatch {

namespace {

using Json = nlohmann::ordered_json;

// What the network sent need not be UTF-8; a line must be.
std::string lineOf(const Json& row) { return row.dump(-1, ' ', false, Json::error_handler_t::replace); }

void addText(Json& object, const char* key, const std::string& text) {
    if (!text.empty())
        object[key] = text;
}

Json phasesJson(const Phases& phases) {
    Json json = Json::object();
    const auto add = [&](const char* key, const std::optional<Micros>& length) {
        if (length)
            json[key] = length->count();
    };
    add("resolve", phases.resolve);
    add("connect", phases.connect);
    add("tls", phases.tls);
    add("first_byte", phases.firstByte);
    return json;
}

Json observationJson(const Observation& row, const Watchlist& watchlist, const Detail& detail) {
    const Target* const target = watchlist.find(row.target);
    Json json;
    json["at"] = isoUtc(row.startedAt);
    json["target"] = target == nullptr ? "" : target->name;
    json["stage"] = name(row.reached);
    json["failure"] = name(row.failure);
    json["elapsed_us"] = row.elapsed.count();
    json["recheck"] = row.recheck;
    addText(json, "peer", row.peer);
    json["tries"] = row.tries;
    json["phases_us"] = phasesJson(row.phases);
    json["detail"] = detailJson(detail, ForeignBytes::Untouched);
    return json;
}

} // namespace

std::string observationLine(const Observation& row, const Watchlist& watchlist) {
    return lineOf(observationJson(row, watchlist, sharedDetail(row)));
}

std::string observationLine(const Observation& row, const Watchlist& watchlist, StandIns& ours) {
    const Observation shown = ours.in(row);
    Json json = observationJson(shown, watchlist, shown.detail);
    addText(json, "left_by", shown.source);
    return json.dump(-1, ' ', true, Json::error_handler_t::replace); // ASCII: nothing that steers a terminal
}

std::string overtakenLine(std::string line) { return line.replace(line.rfind('}'), 1, R"(,"overtaken":true})"); }

std::string eventLine(const Event& row) {
    Json json;
    json["at"] = isoUtc(row.at);
    json["event"] = name(row);
    if (const auto* const sleep = std::get_if<Asleep>(&row.what)) {
        json["from"] = isoUtc(sleep->from);
    } else if (const auto* const epoch = std::get_if<Epoch>(&row.what)) {
        json["id"] = epoch->id;
        addText(json, "network", epoch->network);
        addText(json, "country", epoch->country);
        if (epoch->way != Epoch{}.way)
            addText(json, "way", epoch->way);
    } else if (const auto* const step = std::get_if<ClockStep>(&row.what)) {
        json["by_ms"] = step->by_ms;
    }
    return lineOf(json);
}

std::string readingLine(const RouteReading& row) {
    Json json;
    json["at"] = isoUtc(row.at);
    json["source"] = row.source;
    json["prefix"] = row.prefix;
    json["peers_full"] = row.peersFull;
    json["peers_seeing"] = row.peersSeeing;
    json["by_upstream"] = Json::object();
    for (const auto& [upstream, networks] : row.byUpstream)
        json["by_upstream"][upstream] = networks;
    if (row.peersElsewhere > 0)
        json["peers_elsewhere"] = row.peersElsewhere;
    return json.dump(-1, ' ', true, Json::error_handler_t::replace);
}

std::string sightingLine(const RouteSighting& row) {
    Json json;
    json["at"] = isoUtc(row.at);
    json["source"] = row.source;
    json["sighting"] = name(row.what);
    json["prefix"] = row.prefix;
    json["origin"] = row.origin;
    json["networks"] = row.networks;
    return json.dump(-1, ' ', true, Json::error_handler_t::replace);
}

std::string answerLine(const SourceAnswer& row, std::size_t longest) {
    Json json;
    json["at"] = isoUtc(row.at);
    json["source"] = row.source;
    json["question"] = row.question;
    json["status"] = row.status;
    json["sha256"] = row.hash.empty() ? sha256(row.body) : row.hash;
    const auto line = [&] { return json.dump(-1, ' ', true, Json::error_handler_t::replace); };
    std::string bare = line();
    if (!row.newReadings || row.body.size() >= longest)
        return bare;
    const QByteArray bytes = QByteArray::fromRawData(row.body.data(), static_cast<qsizetype>(row.body.size()));
    if (bytes.isValidUtf8())
        json["body"] = row.body;
    else
        json["body_base64"] = bytes.toBase64().toStdString();
    std::string whole = line();
    return whole.size() <= longest ? whole : bare;
}

std::string headerLine(const Watchlist& watchlist, const std::string& vantage_id, const std::string& vantage_label,
                       bool simulated, const std::string& credit) {
    const Json list = Json::parse(watchlist.json());
    Json header;
    header["kpwatch"] = 1;
    header["vantage"]["id"] = vantage_id;
    header["vantage"]["label"] = vantage_label;
    for (const char* const key : {"allow_private", "sites", "targets", "controls"})
        if (list.contains(key))
            header[key] = list[key];
    header["simulated"] = simulated;
    addText(header, "credit", credit);
    return lineOf(header);
}

} // namespace kpwatch
