// SPDX-License-Identifier: GPL-3.0-or-later
// Every number of the rules, in one struct, passed by value; what the rules do with them stands in the manual
// (resources/manual/method.md). Read from a JSON file with these very keys; all optional.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace kpwatch {

struct Settings {
    int interval_http_s = 120, interval_dns_s = 120, interval_tcp_s = 120;
    int interval_sentinel_s = 60;
    int interval_mail_s = 900, interval_control_s = 60;
    int timeout_connect_ms = 10000, timeout_http_ms = 20000, timeout_dns_ms = 10000;
    std::vector<int> recheck_s = {30, 75, 190}; // after the start of a first failure, each +-20 %
    int confirm_failures = 3, confirm_failures_alone = 5, confirm_span_s = 150;
    int recover_successes = 2, recover_span_s = 100;
    int control_window_s = 60;
    int announce_span_s = 300;
    int stale_intervals = 2, stale_cap_s = 360;
    int degraded_window_s = 900, degraded_min_checks = 5, degraded_slow_ms = 100;
    double degraded_slow_share = 0.5;
    int degraded_min_tries = 30;
    double degraded_loss_points = 5;
    int merge_window_s = 7200, merge_own_gap_s = 7200;
    int longstanding_h = 72;
    int rate_per_24_per_min = 6, rate_alert_per_24_per_min = 12, rate_per_22_per_min = 20; // lower only
    bool operator==(const Settings&) const = default;
};

// Throws InputError naming the origin, the key, the reason and the way out (unknown key, wrong type, out of range,
// rate above the hard cap).
Settings parseSettings(std::string_view json, const std::string& origin);
Settings loadSettings(const std::filesystem::path& file);

// All keys with the values in force, as one JSON object on one line, keys in the order of the struct.
std::string settingsJson(const Settings& settings);

} // namespace kpwatch
