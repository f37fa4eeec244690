// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings.h"

#include "app/json_reader.h"
#include "app/settings_file.h"

#include <array>

namespace kpwatch {

namespace {

struct IntegerKey {
    const char* key;
    int Settings::*member;
    int lowest, highest;
};
struct NumberKey {
    const char* key;
    double Settings::*member;
    double lowest, highest;
};

constexpr int day = 86400;
constexpr int latestRecheck = 3600;

// In the order of the struct. The upper bounds of the rates are hard caps: they can only be lowered.
constexpr std::array integerKeys{
    IntegerKey{"interval_http_s", &Settings::interval_http_s, 1, day},
    IntegerKey{"interval_dns_s", &Settings::interval_dns_s, 1, day},
    IntegerKey{"interval_tcp_s", &Settings::interval_tcp_s, 1, day},
    IntegerKey{"interval_sentinel_s", &Settings::interval_sentinel_s, 1, day},
    IntegerKey{"interval_mail_s", &Settings::interval_mail_s, 1, day},
    IntegerKey{"interval_control_s", &Settings::interval_control_s, 1, day},
    IntegerKey{"timeout_connect_ms", &Settings::timeout_connect_ms, 100, 120000},
    IntegerKey{"timeout_http_ms", &Settings::timeout_http_ms, 100, 120000},
    IntegerKey{"timeout_dns_ms", &Settings::timeout_dns_ms, 100, 120000},
    IntegerKey{"confirm_failures", &Settings::confirm_failures, 2, 100},
    IntegerKey{"confirm_failures_alone", &Settings::confirm_failures_alone, 2, 100},
    IntegerKey{"confirm_span_s", &Settings::confirm_span_s, 0, day},
    IntegerKey{"recover_successes", &Settings::recover_successes, 2, 100},
    IntegerKey{"recover_span_s", &Settings::recover_span_s, 0, day},
    IntegerKey{"control_window_s", &Settings::control_window_s, 1, 3600},
    IntegerKey{"announce_span_s", &Settings::announce_span_s, 0, day},
    IntegerKey{"stale_intervals", &Settings::stale_intervals, 1, 100},
    IntegerKey{"stale_cap_s", &Settings::stale_cap_s, 1, day},
    IntegerKey{"degraded_window_s", &Settings::degraded_window_s, 60, day},
    IntegerKey{"degraded_min_checks", &Settings::degraded_min_checks, 1, 10000},
    IntegerKey{"degraded_slow_ms", &Settings::degraded_slow_ms, 1, 120000},
    IntegerKey{"degraded_min_tries", &Settings::degraded_min_tries, 1, 100000},
    IntegerKey{"merge_window_s", &Settings::merge_window_s, 0, 7 * day},
    IntegerKey{"merge_own_gap_s", &Settings::merge_own_gap_s, 0, 7 * day},
    IntegerKey{"longstanding_h", &Settings::longstanding_h, 1, 8760},
    IntegerKey{"rate_per_24_per_min", &Settings::rate_per_24_per_min, 1, 6},
    IntegerKey{"rate_alert_per_24_per_min", &Settings::rate_alert_per_24_per_min, 1, 12},
    IntegerKey{"rate_per_22_per_min", &Settings::rate_per_22_per_min, 1, 20},
};
constexpr std::array numberKeys{
    NumberKey{"degraded_slow_share", &Settings::degraded_slow_share, 0.0, 100.0},
    NumberKey{"degraded_loss_points", &Settings::degraded_loss_points, 0.0, 100.0},
};

std::vector<int> recheckOffsets(const JsonReader& list) {
    std::vector<int> offsets;
    const std::size_t count = list.arraySize();
    if (count > 10)
        list.fail("has more than 10 entries", "keep at most 10 re-checks");
    for (std::size_t i = 0; i < count; ++i) {
        const int offset = static_cast<int>(list.at(i).integer(1, latestRecheck));
        if (!offsets.empty() && offset <= offsets.back())
            list.at(i).fail("is not later than the one before", "list the seconds in rising order");
        offsets.push_back(offset);
    }
    return offsets;
}

} // namespace

Settings readSettings(std::string_view json, const std::string& origin, UnknownKeys unknown) {
    const nlohmann::json document = parsedJson(json, origin);
    const JsonReader root(document, {}, origin);
    if (!document.is_object())
        root.fail("is not an object", "write {\"key\": value, ...}");
    Settings settings;
    for (const auto& member : document.items()) {
        const JsonReader value(member.value(), member.key(), origin);
        bool known = member.key() == "recheck_s";
        if (member.key().starts_with("//"))
            continue;
        if (known)
            settings.recheck_s = recheckOffsets(value);
        for (const IntegerKey& key : integerKeys)
            if (member.key() == key.key) {
                settings.*key.member = static_cast<int>(value.integer(key.lowest, key.highest));
                known = true;
            }
        for (const NumberKey& key : numberKeys)
            if (member.key() == key.key) {
                settings.*key.member = value.number(key.lowest, key.highest);
                known = true;
            }
        if (!known && unknown == UnknownKeys::Refused)
            value.fail("is not a setting", "remove it or correct its name");
    }
    if (settings.confirm_failures_alone < settings.confirm_failures)
        root.fail("confirm_failures_alone is less than confirm_failures", "a target alone needs at least as many");
    return settings;
}

Settings parseSettings(std::string_view json, const std::string& origin) {
    return readSettings(json, origin, UnknownKeys::Refused);
}

Settings loadSettings(const std::filesystem::path& file) { return parseSettings(readInputFile(file), file.string()); }

Settings storedSettings(std::string_view json) {
    return readSettings(json, "settings stored in the history", UnknownKeys::PassedOver);
}

std::string settingsFileText(const std::string& before, const Settings& settings, const std::string& origin) {
    auto document = nlohmann::ordered_json::object();
    if (!before.empty()) {
        (void)parsedJson(before, origin);
        document = nlohmann::ordered_json::parse(before);
    }
    const auto usual = nlohmann::ordered_json::parse(settingsJson({}));
    const auto wanted = nlohmann::ordered_json::parse(settingsJson(settings));
    for (const auto& [key, value] : wanted.items())
        if (document.contains(key) || value != usual[key])
            document[key] = value;
    return document.dump(2) + '\n';
}

std::vector<SettingBounds> settingBounds() {
    std::vector<SettingBounds> bounds;
    const auto ordered = nlohmann::ordered_json::parse(settingsJson({}));
    for (const auto& [name, value] : ordered.items()) {
        SettingBounds each{"recheck_s", 1, latestRecheck};
        for (const IntegerKey& key : integerKeys)
            if (name == key.key)
                each = {key.key, double(key.lowest), double(key.highest)};
        for (const NumberKey& key : numberKeys)
            if (name == key.key)
                each = {key.key, key.lowest, key.highest};
        bounds.push_back(each);
    }
    return bounds;
}

std::string settingsJson(const Settings& settings) {
    nlohmann::ordered_json json;
    for (const IntegerKey& key : integerKeys) {
        json[key.key] = settings.*key.member;
        if (key.member == &Settings::timeout_dns_ms)
            json["recheck_s"] = settings.recheck_s;
        if (key.member == &Settings::degraded_slow_ms)
            json[numberKeys[0].key] = settings.*numberKeys[0].member;
        if (key.member == &Settings::degraded_min_tries)
            json[numberKeys[1].key] = settings.*numberKeys[1].member;
    }
    return json.dump();
}

} // namespace kpwatch
