// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/judgement_text.h"

#include "app/history/row_codec.h"
#include "app/json_text.h"
#include "probes/wire/json_depth.h"

#include <nlohmann/json.hpp>

namespace kpwatch {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::int64_t furthest_ms = 253'402'300'799'999; // the end of the year 9999

// Nothing, too, for what is so far away that no time of ours could be added to it.
std::optional<UtcTime> timeAt(const nlohmann::json& json, const char* key) {
    const auto found = json.find(key);
    if (found == json.end() || !found->is_number_integer())
        return std::nullopt;
    const auto ms = found->get<std::int64_t>();
    return ms < -furthest_ms || ms > furthest_ms ? std::nullopt : std::optional(utcOf(ms));
}

} // namespace

std::string judgementDetail(const Judgement& judgement) {
    Json json = Json::object();
    putText(json, "incident", judgement.incident);
    putText(json, "reason", judgement.reason);
    if (!judgement.other.empty())
        putText(json, "other", judgement.other);
    if (judgement.from)
        json["from_ms"] = msOf(*judgement.from);
    if (judgement.to)
        json["to_ms"] = msOf(*judgement.to);
    if (judgement.undoes != 0)
        json["undoes"] = judgement.undoes;
    return json.dump();
}

std::optional<Judgement> judgementFrom(UtcTime at, const std::string& hand_name, const std::string& detail) {
    const auto hand = handNamed(hand_name);
    const auto json = nlohmann::json::parse(detail, nullptr, false);
    if (!hand || !json.is_object())
        return std::nullopt;
    Judgement judgement;
    judgement.at = at;
    judgement.hand = *hand;
    judgement.incident = textAt(json, "incident");
    judgement.other = textAt(json, "other");
    judgement.reason = textAt(json, "reason");
    judgement.from = timeAt(json, "from_ms");
    judgement.to = timeAt(json, "to_ms");
    if (const auto undoes = json.find("undoes"); undoes != json.end() && undoes->is_number_integer())
        judgement.undoes = undoes->get<std::int64_t>();
    return judgement;
}

std::string judgementText(const Judgement& judgement) {
    Json json = Json::object();
    json["at_ms"] = msOf(judgement.at);
    json["hand"] = name(judgement.hand);
    json["detail"] = Json::parse(judgementDetail(judgement));
    return json.dump();
}

std::optional<Judgement> judgementFromText(const std::string& text) {
    if (isNestedTooDeep(text))
        return std::nullopt;
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object())
        return std::nullopt;
    const auto at = timeAt(json, "at_ms");
    return at && json.contains("detail") ? judgementFrom(*at, textAt(json, "hand"), json["detail"].dump())
                                         : std::nullopt;
}

} // namespace kpwatch
