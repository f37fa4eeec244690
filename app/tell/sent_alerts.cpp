// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tell/sent_alerts.h"

#include "app/errors.h"
#include "app/json_reader.h"
#include "app/whole_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace kpwatch {

nlohmann::json sentAsJson(const std::vector<SentAlert>& sent) {
    nlohmann::json kept = nlohmann::json::array();
    for (const SentAlert& each : sent)
        kept.push_back({{"incident", each.incident},
                        {"over", each.stage == AlertStage::Over},
                        {"gravity", static_cast<int>(each.gravity)},
                        {"heard", each.heard == Loudness::Sound}});
    return kept;
}

std::vector<SentAlert> sentFromJson(const nlohmann::json& kept) {
    std::vector<SentAlert> sent;
    if (!kept.is_array())
        return sent;
    for (const nlohmann::json& each : kept) {
        if (!each.is_object() || !each.value("incident", nlohmann::json()).is_string() ||
            !each.value("gravity", nlohmann::json()).is_number_integer() || sent.size() == mostSentKept)
            continue;
        const int gravity = std::clamp(each["gravity"].get<int>(), 0, static_cast<int>(Gravity::CannotWait));
        const bool over = each.value("over", nlohmann::json()) == true;
        const bool heard = each.value("heard", nlohmann::json()) == true;
        sent.push_back({each["incident"].get<std::string>(), over ? AlertStage::Over : AlertStage::Announced,
                        static_cast<Gravity>(gravity), heard ? Loudness::Sound : Loudness::Unheard});
    }
    return sent;
}

ToldHere readToldHere(const std::filesystem::path& file) {
    nlohmann::json kept;
    try {
        kept = nlohmann::json::parse(readInputFile(file), nullptr, false);
    } catch (const InputError&) {
        return {};
    }
    if (!kept.is_object())
        return {};
    ToldHere told{sentFromJson(kept.value("sent", nlohmann::json())), {}, {}};
    if (const nlohmann::json server = kept.value("server", nlohmann::json()); server.is_string())
        told.server = server.get<std::string>();
    const nlohmann::json numbers = kept.value("numbers", nlohmann::json());
    if (numbers.is_object())
        for (const auto& [incident, number] : numbers.items())
            if (number.is_number_unsigned())
                told.numbers[incident] = number.get<unsigned>();
    return told;
}

void writeToldHere(const std::filesystem::path& file, const ToldHere& told) {
    const nlohmann::json kept{{"sent", sentAsJson(told.sent)}, {"numbers", told.numbers}, {"server", told.server}};
    try {
        writeBesideRecord(file, kept.dump() + '\n');
    } catch (const StorageError&) {}
}

} // namespace kpwatch
