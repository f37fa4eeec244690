// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/pack_inputs.h"

#include "app/evidence/incident_facts.h"
#include "app/history/judgement_text.h"
#include "app/history/seal.h"
#include "app/json_reader.h"

namespace kpwatch {

namespace {

constexpr std::size_t mostJudgements = 1000;
constexpr std::size_t longestJudgement = 8192; // bytes

UtcTime timeAt(const JsonReader& document, std::string_view key) {
    const JsonReader value = document.at(key);
    const auto time = parseIsoUtc(value.text());
    if (!time)
        value.fail("is not a time", "write it as 2026-03-05T17:02:05.120Z");
    return *time;
}

std::int64_t dayAt(const JsonReader& document, std::string_view key) {
    const JsonReader value = document.at(key);
    const auto time = parseIsoUtc(value.text(10) + "T00:00:00.000Z");
    if (!time)
        value.fail("is not a day", "write it as 2026-03-05");
    return std::chrono::floor<std::chrono::days>(*time).time_since_epoch().count();
}

} // namespace

std::string inputsText(const PackInputs& inputs) {
    nlohmann::ordered_json judgements = nlohmann::ordered_json::array();
    for (const Judgement& each : inputs.judgements)
        judgements.push_back({{"no", each.id}, {"said", judgementText(each)}});
    return factsText({{"kpwatch_pack", 1},
                      {"incident", inputs.incident},
                      {"as_of", isoUtc(inputs.asOf)},
                      {"rows_from", isoUtc(inputs.rows.begin)},
                      {"rows_to", isoUtc(inputs.rows.end)},
                      {"tables_from", isoUtc(inputs.tables.begin)},
                      {"tables_to", isoUtc(inputs.tables.end)},
                      {"first_sealed", dayText(inputs.firstSealed)},
                      {"last_sealed", dayText(inputs.lastSealed)},
                      {"vantage", {{"id", inputs.vantageId}, {"label", inputs.vantageLabel}}},
                      {"simulated", inputs.simulated},
                      {"program", inputs.program},
                      {"judgements", std::move(judgements)}});
}

PackInputs parseInputs(std::string_view text, const std::string& origin) {
    const nlohmann::json document = parsedJson(text, origin);
    const JsonReader root(document, {}, origin);
    root.expectObject({"kpwatch_pack", "incident", "as_of", "rows_from", "rows_to", "tables_from", "tables_to",
                       "first_sealed", "last_sealed", "vantage", "simulated", "program", "judgements"});
    root.at("kpwatch_pack").integer(1, 1);
    PackInputs inputs;
    inputs.incident = root.at("incident").text(40);
    inputs.asOf = timeAt(root, "as_of");
    inputs.rows = {timeAt(root, "rows_from"), timeAt(root, "rows_to")};
    inputs.tables = {timeAt(root, "tables_from"), timeAt(root, "tables_to")};
    inputs.firstSealed = dayAt(root, "first_sealed");
    inputs.lastSealed = dayAt(root, "last_sealed");
    root.at("vantage").expectObject({"id", "label"});
    inputs.vantageId = root.at("vantage").at("id").text();
    inputs.vantageLabel = root.at("vantage").at("label").text();
    inputs.simulated = root.at("simulated").boolean();
    inputs.program = root.at("program").text();
    const JsonReader judgements = root.at("judgements");
    if (judgements.arraySize() > mostJudgements)
        judgements.fail("is too long", "this is no pack of ours");
    for (std::size_t i = 0; i < judgements.arraySize(); ++i) {
        judgements.at(i).expectObject({"no", "said"});
        auto said = judgementFromText(judgements.at(i).at("said").text(longestJudgement));
        if (!said)
            judgements.at(i).fail("is no judgement known here", "a newer KPWatch may know it");
        said->id = judgements.at(i).at("no").integer(1, INT64_MAX);
        inputs.judgements.push_back(std::move(*said));
    }
    return inputs;
}

std::string judgedByText(const std::vector<JudgedBy>& all) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const JudgedBy& each : all) {
        list.push_back({{"since", isoUtc(each.since)},
                        {"holds_from", isoUtc(each.from)},
                        {"settings", nlohmann::ordered_json::parse(settingsJson(each.settings))}});
        if (!each.watchlist.empty())
            list.back()["watchlist"] = nlohmann::ordered_json::parse(each.watchlist);
    }
    return factsText({{"kpwatch_rules_changed", 1}, {"in_force", std::move(list)}});
}

std::vector<JudgedBy> parseJudgedBy(std::string_view text, const std::string& origin) {
    const nlohmann::json document = parsedJson(text, origin);
    const JsonReader root(document, {}, origin);
    root.expectObject({"kpwatch_rules_changed", "in_force"});
    root.at("kpwatch_rules_changed").integer(1, 1);
    const JsonReader list = root.at("in_force");
    if (list.arraySize() < 2 || list.arraySize() > mostJudgedBy)
        list.fail("has not from 2 to " + std::to_string(mostJudgedBy) + " entries", "this is no pack of ours");
    std::vector<JudgedBy> all;
    for (std::size_t i = 0; i < list.arraySize(); ++i) {
        const JsonReader each = list.at(i);
        each.expectObject({"since", "holds_from", "settings", "watchlist"});
        all.push_back({timeAt(each, "since"), timeAt(each, "holds_from"),
                       parseSettings(each.at("settings").value().dump(), origin),
                       each.has("watchlist") ? each.at("watchlist").value().dump() : std::string()});
        if (all[i].watchlist.empty() != all[0].watchlist.empty())
            each.fail("has no watchlist, or alone has one", "this is no pack of ours");
        if (i > 0 && (all[i].since <= all[i - 1].since || all[i].from > all[i].since))
            each.fail("is not in order of time", "this is no pack of ours");
    }
    return all;
}

} // namespace kpwatch
