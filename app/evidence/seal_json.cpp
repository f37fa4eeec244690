// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/seal_json.h"

#include "app/evidence/incident_facts.h"
#include "app/evidence/pack_inputs.h"
#include "app/json_reader.h"

namespace kpwatch {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t mostLinks = 10'000, mostLeaves = 20'000; // of one seal
constexpr std::size_t hashLetters = 64;

std::int64_t dayAt(const JsonReader& document) {
    const auto time = parseIsoUtc(document.at("day").text(10) + "T00:00:00.000Z");
    if (!time)
        document.at("day").fail("is not a day", "write it as 2026-03-05");
    return std::chrono::floor<std::chrono::days>(*time).time_since_epoch().count();
}

JsonReader listAt(const JsonReader& document, const char* key, std::size_t most) {
    JsonReader list = document.at(key);
    if (list.arraySize() > most)
        list.fail("is too long", "this is no pack of ours");
    return list;
}

std::vector<Leaf> leavesOf(const JsonReader& link) {
    std::vector<Leaf> leaves;
    const JsonReader list = listAt(link, "leaves", mostLeaves);
    for (std::size_t i = 0; i < list.arraySize(); ++i) {
        const JsonReader leaf = list.at(i);
        leaf.expectObject({"day", "series", "part", "rows", "hash"});
        leaves.push_back({dayAt(leaf), leaf.at("series").text(), leaf.at("part").integer(0, 1'000'000),
                          leaf.at("rows").integer(0, INT64_MAX), leaf.at("hash").text(hashLetters)});
    }
    return leaves;
}

} // namespace

std::string stretchText(const SealedStretch& stretch) {
    Json seals = Json::array(), pruned = Json::array();
    for (const ChainLink& link : stretch.links) {
        Json leaves = Json::array();
        for (const Leaf& leaf : link.leaves)
            leaves.push_back({{"day", dayText(leaf.day)},
                              {"series", leaf.series},
                              {"part", leaf.part},
                              {"rows", leaf.rows},
                              {"hash", leaf.hash}});
        seals.push_back({{"day", dayText(link.seal.day)},
                         {"kind", link.seal.kind},
                         {"reason", link.seal.reason},
                         {"hash", link.hash},
                         {"leaves", std::move(leaves)}});
    }
    for (const Leaf& leaf : stretch.pruned)
        pruned.push_back({{"day", dayText(leaf.day)}, {"series", leaf.series}});
    return factsText({{"before", stretch.before}, {"seals", std::move(seals)}, {"pruned", std::move(pruned)}});
}

SealedStretch parseStretch(std::string_view text, const std::string& origin) {
    const nlohmann::json document = parsedJson(text, origin);
    const JsonReader root(document, {}, origin);
    root.expectObject({"before", "seals", "pruned"});
    SealedStretch stretch;
    const JsonReader seals = listAt(root, "seals", mostLinks);
    for (std::size_t i = 0; i < seals.arraySize(); ++i) {
        const JsonReader link = seals.at(i);
        link.expectObject({"day", "kind", "reason", "hash", "leaves"});
        const bool reason = link.at("reason").value() != "";
        stretch.links.push_back(
            {{dayAt(link), link.at("kind").text(), reason ? link.at("reason").text(2000) : std::string()},
             link.at("hash").text(hashLetters),
             leavesOf(link)});
    }
    if (!stretch.links.empty())
        stretch.before = root.at("before").text(hashLetters);
    const JsonReader pruned = listAt(root, "pruned", mostLeaves);
    for (std::size_t i = 0; i < pruned.arraySize(); ++i) {
        pruned.at(i).expectObject({"day", "series"});
        stretch.pruned.push_back({dayAt(pruned.at(i)), pruned.at(i).at("series").text(), 0, 0, {}});
    }
    return stretch;
}

std::string slugOfSeries(const std::string& series) {
    const std::string slug = series.substr(series.find('/') + 1);
    return slug == "*events" ? "_events" : slug;
}

std::string leafPath(const Leaf& leaf) {
    const std::string part = leaf.part == 0 ? std::string() : '.' + std::to_string(leaf.part);
    return pack::sealed + dayText(leaf.day) + '/' + slugOfSeries(leaf.series) + part + ".tsv";
}

std::string leafPath(const CanonicalLeaf& leaf) {
    return leaf.unsealed
               ? pack::sealed + dayText(leaf.leaf.day) + '/' + slugOfSeries(leaf.leaf.series) + ".unsealed.tsv"
               : leafPath(leaf.leaf);
}

} // namespace kpwatch
