// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/carved_row.h"

#include <array>
#include <utility>

namespace kpwatch {
namespace {

using Kind = CarvedValue::Kind;

bool between(std::int64_t low, const CarvedValue& value, std::int64_t high) {
    return value.kind == Kind::Integer && low <= value.integer && value.integer <= high;
}
bool isMs(const CarvedValue& value) { return between(1'577'836'800'000, value, 4'102'444'800'000); } // 2020 to 2100
bool isId(const CarvedValue& value) { return between(1, value, 1'000'000'000); }
bool isDay(const CarvedValue& value) { return between(10'000, value, 50'000); }
bool isText(const CarvedValue& value) { return value.kind == Kind::Text; }
bool isJson(const CarvedValue& value) { return isText(value) && value.bytes.starts_with('{'); }
bool isHash(const CarvedValue& value) {
    return isText(value) && value.bytes.size() == 64 &&
           value.bytes.find_first_not_of("0123456789abcdef") == std::string::npos;
}
bool isNull(const CarvedValue& value) { return value.kind == Kind::Null; }
bool isLength(const CarvedValue& value) { return between(0, value, 86'400'000'000); } // a day in microseconds
bool isSlug(const CarvedValue& value) {
    return isText(value) && !value.bytes.empty() && value.bytes.size() <= 200 &&
           value.bytes.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
}

// Rows of the tables `stage` and `failure` look like targets; they are in every new file.
bool isFixedWord(const std::string& word) {
    static const std::array<std::string_view, 22> words{"prepare",
                                                        "resolve",
                                                        "connect",
                                                        "tls",
                                                        "exchange",
                                                        "done",
                                                        "none",
                                                        "timeout",
                                                        "refused",
                                                        "reset",
                                                        "unreachable",
                                                        "no-such-name",
                                                        "server-failure",
                                                        "certificate-invalid",
                                                        "protocol-error",
                                                        "unexpected-answer",
                                                        "suspicious-answer",
                                                        "blocked",
                                                        "permission-denied",
                                                        "local-network-down",
                                                        "cancelled",
                                                        "unknown"};
    for (const std::string_view fixed : words)
        if (word == fixed)
            return true;
    return false;
}

bool isObservation(const std::vector<CarvedValue>& v) {
    for (std::size_t phase = 7; phase <= 10; ++phase)
        if (!isNull(v[phase]) && !isLength(v[phase]))
            return false;
    return isId(v[0]) && isMs(v[1]) && isLength(v[2]) && between(0, v[3], 5) && between(0, v[4], 15) &&
           between(0, v[5], 1) && between(0, v[6], 1'000'000) && isId(v[11]) && (isNull(v[12]) || isId(v[12]));
}

bool isSpan(const std::vector<CarvedValue>& v) {
    for (std::size_t time = 5; time <= 8; ++time)
        if (!isNull(v[time]) && !isMs(v[time]))
            return false;
    return isId(v[0]) && isMs(v[1]) && (isNull(v[2]) || isMs(v[2])) && isSlug(v[3]) && isText(v[4]) && isText(v[9]);
}

std::string ofOrdinaryTable(const std::vector<CarvedValue>& v, bool stale) {
    switch (v.size()) {
    case 2:
        if (isNull(v[0]))
            return v[1].kind == Kind::Blob && v[1].bytes.size() == 32 ? "seal_secret"
                   : isJson(v[1])                                     ? "detail"
                   : isSlug(v[1]) && !isFixedWord(v[1].bytes)         ? "target"
                                                                      : "";
        if (!isMs(v[0]) || !isText(v[1]))
            return "";
        return isSlug(v[1])                                 ? "consent" // as version 1 wrote it
               : v[1].bytes.find("\"interval_http_s\"") < 3 ? "settings_version"
                                                            : "watchlist_version";
    case 3:
        if (isNull(v[0]))
            return between(0, v[1], 1) && isMs(v[2])                         ? "meta"
                   : isId(v[1]) && isId(v[2])                                ? "series"
                   : isText(v[1]) && v[1].bytes.size() == 16 && isText(v[2]) ? "vantage"
                                                                             : "";
        return isMs(v[0]) && isText(v[1]) && isText(v[2]) ? "consent" : "";
    case 4:
        if (!isNull(v[0]) || !isMs(v[1]))
            return "";
        if (isSlug(v[2]))
            return isJson(v[3]) ? "judgement" : "";
        return (isNull(v[2]) || isMs(v[2])) && isText(v[3]) && !stale ? "run" : "";
    case 5:
        return isNull(v[0]) && isId(v[1]) && isText(v[2]) && isText(v[3]) && isText(v[4]) ? "circumstance" : "";
    case 6:
        if (isNull(v[0]))
            return isDay(v[1]) && isText(v[2]) && isMs(v[3]) && isText(v[4]) && isHash(v[5]) ? "seal" : "";
        return isMs(v[0]) && between(0, v[1], INT64_MAX) && between(0, v[2], INT64_MAX) && isText(v[5]) ? "gap" : "";
    default:
        return "";
    }
}

std::string ofKeyedTable(const std::vector<CarvedValue>& v, bool stale) {
    switch (v.size()) {
    case 3:
        return isId(v[0]) && isMs(v[1]) && isJson(v[2])  ? "target_version"
               : isId(v[0]) && isDay(v[1]) && isMs(v[2]) ? "pruned"
                                                         : "";
    case 4:
        if (isMs(v[0]) && between(0, v[1], 1'000'000) && isSlug(v[2]) && isText(v[3]))
            return "event";
        return between(0, v[0], 1'000'000'000) && isMs(v[1]) && between(0, v[2], 1'000'000) &&
                       between(0, v[3], 1'000'000) && !stale
                   ? "late_row"
                   : "";
    case 6:
        return between(0, v[0], 1'000'000'000) && isDay(v[1]) && between(0, v[2], 1'000'000) && isId(v[3]) &&
                       between(0, v[4], 1'000'000'000) && isHash(v[5])
                   ? "leaf"
                   : "";
    case 10:
        if (stale)
            return "";
        return isSpan(v) ? "span" : isId(v[0]) && between(0, v[1], 2) && v[9].kind == Kind::Blob ? "rollup" : "";
    case 13:
        return isObservation(v) ? "observation" : "";
    default:
        return "";
    }
}

} // namespace

std::string tableOf(CarvedRecord& record) {
    if (record.rowid)
        return ofOrdinaryTable(record.values, record.stale);
    if (record.values.size() == 13 && isMs(record.values[0]))
        std::swap(record.values[0], record.values[1]); // `recent` is ordered by time first
    return ofKeyedTable(record.values, record.stale);
}

} // namespace kpwatch
