// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watchlist_draft.h"

#include "app/errors.h"
#include "app/json_reader.h"

#include <algorithm>
#include <charconv>

namespace kpwatch {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t longestId = 48;

const char* nameOf(DraftPart part) { return part == DraftPart::Targets ? "targets" : "controls"; }

std::string textOf(const Json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || found->is_null())
        return {};
    return found->is_string() ? found->get<std::string>() : found->dump();
}

// A number where it is one; else as it was typed, so that the reader can say what is wrong with it.
Json numberFrom(const std::string& text) {
    std::int64_t whole = 0;
    const char* const end = text.data() + text.size();
    if (const auto [rest, failed] = std::from_chars(text.data(), end, whole); failed == std::errc() && rest == end)
        return whole;
    double number = 0;
    if (const auto [rest, failed] = std::from_chars(text.data(), end, number); failed == std::errc() && rest == end)
        return number;
    return text;
}

void setText(Json& object, const char* key, const std::string& text) {
    if (text.empty())
        object.erase(key);
    else
        object[key] = text;
}

void setNumber(Json& object, const char* key, const std::string& text) {
    if (text.empty())
        object.erase(key);
    else
        object[key] = numberFrom(text);
}

Json listFrom(const std::string& text) {
    Json list = Json::array();
    std::string word;
    for (const char letter : text + ',') {
        if (letter != ',' && letter != ' ' && letter != ';')
            word += letter;
        else if (!word.empty())
            list.push_back(std::exchange(word, {}));
    }
    return list;
}

std::string joined(const Json& list) {
    std::string text;
    for (const Json& each : list)
        text += (text.empty() ? "" : ", ") + (each.is_string() ? each.get<std::string>() : each.dump());
    return text;
}

void readProbe(const Json& probe, DraftEntry& entry) {
    entry.kind = textOf(probe, "kind");
    entry.url = textOf(probe, "url");
    entry.host = textOf(probe, entry.kind == "dns" ? "server" : "host");
    entry.port = textOf(probe, "port");
    entry.name = textOf(probe, "name");
    entry.type = textOf(probe, "type");
    if (probe.contains("resolve") && probe["resolve"].is_object()) {
        entry.servers = joined(probe["resolve"].value("servers", Json::array()));
        entry.port = textOf(probe["resolve"], "port");
    }
    if (probe.contains("expect") && probe["expect"].is_object()) {
        entry.expectStatus = textOf(probe["expect"], "status");
        entry.expectText = textOf(probe["expect"], "text");
    }
}

Json webProbe(const DraftEntry& entry) {
    Json probe{{"kind", "http"}, {"url", entry.url}};
    if (!entry.servers.empty()) {
        probe["resolve"]["servers"] = listFrom(entry.servers);
        setNumber(probe["resolve"], "port", entry.port);
    }
    if (entry.control && !(entry.expectStatus.empty() && entry.expectText.empty())) {
        setNumber(probe["expect"], "status", entry.expectStatus);
        setText(probe["expect"], "text", entry.expectText);
    }
    return probe;
}

Json probeOf(const DraftEntry& entry) {
    if (entry.kind == "http")
        return webProbe(entry);
    Json probe{{"kind", entry.kind}, {entry.kind == "dns" ? "server" : "host", entry.host}};
    if (entry.kind != "ping")
        setNumber(probe, "port", entry.port);
    if (entry.kind == "dns") {
        probe["name"] = entry.name;
        setText(probe, "type", entry.type);
    }
    return probe;
}

} // namespace

WatchlistDraft::WatchlistDraft(const std::string& json, const std::string& origin) {
    if (!parsedJson(json, origin).is_object())
        throw InputError(origin + ": is not an object; write {\"version\": 1, ...}");
    m_document = Json::parse(json);
    for (const DraftPart part : {DraftPart::Targets, DraftPart::Controls})
        if (!m_document.contains(nameOf(part)) || !m_document[nameOf(part)].is_array())
            m_document[nameOf(part)] = Json::array();
}

std::string WatchlistDraft::json() const { return m_document.dump(); }
std::string WatchlistDraft::file() const { return m_document.dump(2) + '\n'; }

bool WatchlistDraft::operator==(const WatchlistDraft& other) const {
    return nlohmann::json(m_document) == nlohmann::json(other.m_document);
}

std::size_t WatchlistDraft::count(DraftPart part) const { return m_document[nameOf(part)].size(); }

const Json* WatchlistDraft::find(DraftPlace place) const {
    const Json& list = m_document[nameOf(place.part)];
    return place.index < list.size() ? &list[place.index] : nullptr;
}

// What is no entry, as a file of any kind may hold, becomes one.
Json& WatchlistDraft::at(DraftPlace place) {
    Json& entry = m_document[nameOf(place.part)].at(place.index);
    if (!entry.is_object())
        entry = Json::object();
    return entry;
}

DraftEntry WatchlistDraft::entry(DraftPlace place) const {
    DraftEntry entry;
    entry.control = place.part == DraftPart::Controls;
    const Json* const found = find(place);
    if (found == nullptr || !found->is_object())
        return entry;
    const Json& json = *found;
    const std::pair<const char*, std::string DraftEntry::*> texts[] = {{"id", &DraftEntry::id},
                                                                       {"label", &DraftEntry::label},
                                                                       {"short", &DraftEntry::shortLabel},
                                                                       {"site", &DraftEntry::site},
                                                                       {"group", &DraftEntry::group},
                                                                       {"ring", &DraftEntry::ring},
                                                                       {"via", &DraftEntry::via},
                                                                       {"status", &DraftEntry::status},
                                                                       {"reason", &DraftEntry::reason},
                                                                       {"interval_s", &DraftEntry::interval},
                                                                       {"timeout_s", &DraftEntry::timeout}};
    for (const auto& [key, member] : texts)
        entry.*member = textOf(json, key);
    entry.enabled = !json.contains("enabled") || json["enabled"] != false;
    if (json.contains("probe") && json["probe"].is_object())
        readProbe(json["probe"], entry);
    return entry;
}

std::vector<Site> WatchlistDraft::sites() const {
    std::vector<Site> sites;
    for (const Json& site : m_document.value("sites", Json::array()))
        if (site.is_object()) {
            const std::string id = textOf(site, "id"), label = textOf(site, "label");
            sites.push_back({id, label.empty() ? id : label, textOf(site, "short"), textOf(site, "host")});
        }
    return sites;
}

DraftPlace WatchlistDraft::put(const DraftEntry& entry, std::optional<DraftPlace> place) {
    const DraftPart part = entry.control ? DraftPart::Controls : DraftPart::Targets;
    if (!place) {
        m_document[nameOf(part)].push_back(Json::object());
        place = {part, count(part) - 1};
    }
    if (this->entry(*place).kind != entry.kind)
        at(*place).erase("layer"); // it follows from the kind
    Json& json = at(*place);
    setText(json, "id", entry.id);
    setText(json, "label", entry.label);
    if (entry.control) {
        setText(json, "ring", entry.ring);
    } else {
        setText(json, "short", entry.shortLabel);
        setText(json, "site", entry.site);
        setText(json, "group", entry.site.empty() ? entry.group : std::string());
        setText(json, "via", entry.via);
    }
    json["probe"] = probeOf(entry);
    setNumber(json, "interval_s", entry.interval);
    setNumber(json, "timeout_s", entry.timeout);
    if (entry.control) {
        setText(json, "status", entry.status);
        setText(json, "reason", entry.reason);
    } else if (!entry.enabled || json.contains("enabled")) {
        json["enabled"] = entry.enabled;
    }
    return *place;
}

void WatchlistDraft::remove(DraftPlace place) { m_document[nameOf(place.part)].erase(place.index); }

void WatchlistDraft::move(DraftPlace place, std::size_t to) {
    Json& list = m_document[nameOf(place.part)];
    if (place.index >= list.size() || to >= list.size())
        return;
    const auto from = list.begin() + static_cast<std::ptrdiff_t>(place.index);
    const auto there = list.begin() + static_cast<std::ptrdiff_t>(to);
    if (from < there)
        std::rotate(from, from + 1, there + 1);
    else
        std::rotate(there, from, from + 1);
}

DraftPlace WatchlistDraft::duplicate(DraftPlace place) {
    Json copy = at(place);
    copy["id"] = freeId(textOf(copy, "id"));
    if (place.part == DraftPart::Targets)
        copy["enabled"] = false;
    Json& list = m_document[nameOf(place.part)];
    list.insert(list.begin() + static_cast<std::ptrdiff_t>(place.index + 1), std::move(copy));
    return {place.part, place.index + 1};
}

void WatchlistDraft::setEnabled(DraftPlace place, bool enabled) { at(place)["enabled"] = enabled; }

std::string WatchlistDraft::addSite(const std::string& label, const std::string& host) {
    for (const Site& site : sites())
        if (site.label == label || site.id == label)
            return site.id;
    Json site{{"id", freeId(label)}, {"label", label}};
    setText(site, "host", host);
    if (!m_document["sites"].is_array())
        m_document["sites"] = Json::array();
    m_document["sites"].push_back(site);
    return textOf(site, "id");
}

std::string WatchlistDraft::freeId(const std::string& label) const {
    std::string id;
    for (const char letter : label) {
        const bool upper = letter >= 'A' && letter <= 'Z';
        if (upper || (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9'))
            id += upper ? static_cast<char>(letter - 'A' + 'a') : letter;
        else if (!id.empty() && id.back() != '-')
            id += '-';
        if (id.size() == longestId)
            break;
    }
    while (!id.empty() && id.back() == '-')
        id.pop_back();
    if (id.empty() || id == "own-line")
        id = "target";
    const auto taken = [this](const std::string& wanted) {
        for (const DraftPart part : {DraftPart::Targets, DraftPart::Controls})
            for (const Json& each : m_document[nameOf(part)])
                if (each.is_object() && textOf(each, "id") == wanted)
                    return true;
        const std::vector<Site> there = sites();
        return std::any_of(there.begin(), there.end(), [&](const Site& site) { return site.id == wanted; });
    };
    std::string free = id;
    for (int number = 2; taken(free); ++number)
        free = id + "-" + std::to_string(number);
    return free;
}

WatchlistDraft loadDraft(const std::filesystem::path& file, const Settings& settings) {
    const std::string text = readInputFile(file), origin = file.filename().string();
    (void)parseWatchlist(text, origin, settings);
    return WatchlistDraft(text, origin);
}

std::optional<DraftFault> faultOf(const WatchlistDraft& draft, const Settings& settings) {
    try {
        (void)parseWatchlist(draft.json(), "watchlist", settings);
        return std::nullopt;
    } catch (const InputError& error) {
        return faultIn(error.what(), "watchlist");
    }
}

DraftFault faultIn(const std::string& sentence, const std::string& origin) {
    DraftFault fault{{}, sentence};
    if (fault.sentence.starts_with(origin + ": "))
        fault.sentence.erase(0, origin.size() + 2);
    // A key has neither spaces nor quotation marks; a reason begins with one of them soon.
    const std::size_t colon = fault.sentence.find(": ");
    if (colon != std::string::npos && fault.sentence.find_first_of(" \"") > colon)
        fault.key = fault.sentence.substr(0, colon);
    return fault;
}

bool isOf(const DraftFault& fault, DraftPlace place) {
    return fault.key.starts_with(std::string(nameOf(place.part)) + "[" + std::to_string(place.index) + "]");
}

} // namespace kpwatch
