// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/exports.h"

#include "app/desk/own_file.h"
#include "app/json_text.h"

#include <algorithm>

namespace kpwatch {

namespace {

using Json = nlohmann::ordered_json;

OwnFile exportsIn(const std::filesystem::path& file) { return {file, "exports"}; }

// The texts of an entry, by the key they are stored under.
constexpr std::pair<const char*, std::string Exported::*> texts[] = {{"file", &Exported::file},
                                                                     {"kind", &Exported::kind},
                                                                     {"incident", &Exported::incident},
                                                                     {"headline", &Exported::headline},
                                                                     {"again", &Exported::again}};

Json listOf(const std::vector<Exported>& exports) {
    Json list = Json::array();
    for (const Exported& each : exports) {
        Json json{{"id", each.id}, {"at", isoUtc(each.at)}};
        for (const auto& [key, member] : texts)
            putText(json, key, each.*member);
        json["numbers"] = Json::array();
        for (const ExportNumber& number : each.numbers) {
            Json pair = Json::object();
            putText(pair, "name", number.name);
            putText(pair, "value", number.value);
            json["numbers"].push_back(std::move(pair));
        }
        list.push_back(std::move(json));
    }
    return list;
}

Exported exportedFrom(const nlohmann::json& json) {
    Exported exported;
    if (const auto id = json.find("id"); id != json.end() && id->is_number_integer())
        exported.id = id->get<std::int64_t>();
    exported.at = parseIsoUtc(textAt(json, "at")).value_or(UtcTime{});
    for (const auto& [key, member] : texts)
        exported.*member = textAt(json, key);
    if (const auto numbers = json.find("numbers"); numbers != json.end() && numbers->is_array())
        for (const auto& number : *numbers)
            if (number.is_object())
                exported.numbers.push_back({textAt(number, "name"), textAt(number, "value")});
    return exported;
}

const ExportNumber* numberNamed(const std::vector<ExportNumber>& numbers, const std::string& name) {
    const auto found = std::ranges::find(numbers, name, &ExportNumber::name);
    return found == numbers.end() ? nullptr : &*found;
}

} // namespace

Exports::Exports(std::filesystem::path directory) : m_file(std::move(directory) / "exports.json") {}

std::vector<Exported> Exports::all() const {
    std::vector<Exported> exports;
    for (const auto& each : exportsIn(m_file).read())
        if (each.is_object())
            exports.push_back(exportedFrom(each));
    return exports;
}

std::int64_t Exports::add(Exported exported) const {
    const OwnFile file = exportsIn(m_file);
    const OwnFile::Locked locked(file);
    std::vector<Exported> exports = all();
    exported.id = 1;
    for (const Exported& each : exports)
        exported.id = std::max(exported.id, each.id + 1);
    const std::int64_t id = exported.id;
    exports.push_back(std::move(exported));
    if (exports.size() > mostExported)
        exports.erase(exports.begin(), exports.end() - static_cast<std::ptrdiff_t>(mostExported));
    file.write(listOf(exports));
    return id;
}

bool Exports::erase(std::int64_t id) const {
    const OwnFile file = exportsIn(m_file);
    const OwnFile::Locked locked(file);
    std::vector<Exported> exports = all();
    if (std::erase_if(exports, [id](const Exported& each) { return each.id == id; }) == 0)
        return false;
    file.write(listOf(exports));
    return true;
}

std::vector<std::string> changedNumbers(const std::vector<ExportNumber>& then, const std::vector<ExportNumber>& now) {
    std::vector<std::string> changed;
    for (const ExportNumber& was : then) {
        const ExportNumber* const is = numberNamed(now, was.name);
        if (is == nullptr || is->value != was.value)
            changed.push_back(was.name + ": " + was.value + ", now " + (is == nullptr ? "not there" : is->value));
    }
    for (const ExportNumber& is : now)
        if (numberNamed(then, is.name) == nullptr)
            changed.push_back(is.name + ": was not there, now " + is.value);
    return changed;
}

std::vector<ExportNumber> withNamesOf(const std::vector<ExportNumber>& now, std::vector<ExportNumber> then) {
    for (ExportNumber& was : then) {
        if (numberNamed(now, was.name) != nullptr)
            continue;
        const auto same = std::ranges::find_if(now, [&](const ExportNumber& is) {
            return is.value == was.value && numberNamed(then, is.name) == nullptr;
        });
        if (same != now.end())
            was.name = same->name;
    }
    return then;
}

} // namespace kpwatch
