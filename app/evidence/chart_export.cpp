// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/chart_export.h"

#include "app/errors.h"
#include "app/json_reader.h"
#include "probes/wire/sha256.h"
#include "probes/wire/untrusted_text.h"

#include <algorithm>
#include <array>

namespace kpwatch {

namespace {

constexpr std::array kinds{std::pair{ChartKind::Lanes, "lanes"}, std::pair{ChartKind::Order, "order"},
                           std::pair{ChartKind::ResponseTimes, "response-times"}};
constexpr std::size_t longestName = 200; // characters, of ids, slugs, presets and figures
constexpr std::size_t bytesEach = 4;     // at most, in UTF-8

// The texts, each with how long it may be.
struct TextKey {
    const char* key;
    std::string ChartExport::*member;
    std::size_t longest;
};
constexpr std::array textKeys{
    TextKey{"incident", &ChartExport::incident, longestName},
    TextKey{"target", &ChartExport::target, longestName},
    TextKey{"preset", &ChartExport::preset, longestName},
    TextKey{"headline", &ChartExport::headline, longestChartText},
    TextKey{"standfirst", &ChartExport::standfirst, longestChartText},
    TextKey{"credit", &ChartExport::credit, longestChartText},
    TextKey{"alt", &ChartExport::alt, longestChartText * 8},
    TextKey{"place", &ChartExport::place, longestName},
    TextKey{"data", &ChartExport::data, longestName},
};
struct FlagKey {
    const char* key;
    bool ChartExport::*member;
};
constexpr std::array flagKeys{
    FlagKey{"dark", &ChartExport::dark},
    FlagKey{"carriers", &ChartExport::carriers},
    FlagKey{"totals", &ChartExport::totals},
    FlagKey{"routes", &ChartExport::routes},
    FlagKey{"simulated", &ChartExport::simulated},
    FlagKey{"own_headline", &ChartExport::ownHeadline},
    FlagKey{"own_standfirst", &ChartExport::ownStandfirst},
    FlagKey{"own_alt", &ChartExport::ownAlt},
};

UtcTime timeAt(const JsonReader& document, std::string_view key) {
    const JsonReader value = document.at(key);
    const auto time = parseIsoUtc(value.text(longestName));
    if (!time)
        value.fail("is not a time", "write it as 2026-03-05T17:02:05.120Z");
    return *time;
}

std::vector<ChartNumber> numbersOf(const JsonReader& list) {
    const std::size_t count = list.arraySize();
    if (count > mostChartNumbers)
        list.fail("has more than " + std::to_string(mostChartNumbers) + " entries", "this is no chart of ours");
    std::vector<ChartNumber> numbers;
    for (std::size_t i = 0; i < count; ++i) {
        const JsonReader entry = list.at(i);
        entry.expectObject({"name", "value"});
        numbers.push_back(
            {entry.at("name").text(longestName * bytesEach), entry.at("value").text(longestName * bytesEach)});
    }
    return numbers;
}

} // namespace

std::string_view name(ChartKind kind) {
    const auto* const found = std::ranges::find(kinds, kind, &std::pair<ChartKind, const char*>::first);
    return found->second;
}

std::optional<ChartKind> chartKindNamed(std::string_view name) {
    for (const auto& [kind, word] : kinds)
        if (name == word)
            return kind;
    return std::nullopt;
}

std::string chartExportText(const ChartExport& chart) {
    nlohmann::ordered_json json;
    json["kpwatch_chart"] = 1;
    json["kind"] = name(chart.kind);
    json["from"] = isoUtc(chart.range.begin);
    json["to"] = isoUtc(chart.range.end);
    json["as_of"] = isoUtc(chart.asOf);
    json["scale"] = chart.scale;
    for (const TextKey& key : textKeys)
        if (const std::string text = cleanedText(chart.*key.member, key.longest); !text.empty())
            json[key.key] = text;
    for (const FlagKey& key : flagKeys)
        json[key.key] = chart.*key.member;
    json["numbers"] = nlohmann::ordered_json::array();
    for (std::size_t i = 0; i < std::min(chart.numbers.size(), mostChartNumbers); ++i)
        json["numbers"].push_back({{"name", cleanedText(chart.numbers[i].name, longestName)},
                                   {"value", cleanedText(chart.numbers[i].value, longestName)}});
    return json.dump();
}

ChartExport parseChartExport(std::string_view text, const std::string& origin) {
    if (text.size() > longestChartExport)
        throw InputError(origin + ": its description is longer than " + std::to_string(longestChartExport) +
                         " bytes; this is no chart of ours");
    const nlohmann::json document = parsedJson(text, origin);
    const JsonReader root(document, {}, origin);
    root.expectObject({"kpwatch_chart", "kind",    "from",   "to",           "as_of",          "scale",
                       "incident",      "target",  "preset", "headline",     "standfirst",     "credit",
                       "alt",           "place",   "data",   "dark",         "carriers",       "totals",
                       "simulated",     "numbers", "routes", "own_headline", "own_standfirst", "own_alt"});
    root.at("kpwatch_chart").integer(1, 1);
    ChartExport chart;
    const auto kind = chartKindNamed(root.at("kind").text(longestName));
    if (!kind)
        root.at("kind").fail("is not a kind of chart", "a newer KPWatch may know it");
    chart.kind = *kind;
    chart.range = {timeAt(root, "from"), timeAt(root, "to")};
    if (chart.range.end <= chart.range.begin)
        root.at("to").fail("is not after from", "this is no chart of ours");
    chart.asOf = timeAt(root, "as_of");
    chart.scale = root.at("scale").number(1, 4);
    for (const TextKey& key : textKeys)
        if (root.has(key.key))
            chart.*key.member = cleanedText(root.at(key.key).text(key.longest * bytesEach), key.longest);
    for (const FlagKey& key : flagKeys)
        chart.*key.member = root.has(key.key) && root.at(key.key).boolean(); // one of an older version has fewer
    chart.numbers = numbersOf(root.at("numbers"));
    return chart;
}

std::string dataHash(const Timeline& timeline, bool routes) {
    std::string rows;
    const auto add = [&](const std::optional<Onset>& onset) {
        if (!onset)
            return;
        rows += ' ' + (onset->after ? isoUtc(*onset->after) : std::string("-")) + '/' + isoUtc(onset->by);
    };
    const auto wasWatched = [](const Span& span) { return span.verdict != Verdict::NotMonitored; };
    for (const Lane& lane : timeline.lanes) { // who came to the list later is no news about what was seen before
        if ((lane.kind == LaneKind::Routes && !routes) || std::ranges::none_of(lane.spans, wasWatched))
            continue;
        rows += lane.id + '\n';
        for (const Span& span : lane.spans) {
            rows += isoUtc(span.range.begin) + ' ' + isoUtc(span.range.end) + ' ' + std::string(name(span.verdict));
            add(span.onset);
            add(span.ended);
            rows += '\n';
        }
    }
    return sha256(rows);
}

} // namespace kpwatch
