// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/time_argument.h"

#include "app/errors.h"

#include <charconv>
#include <optional>

namespace kpwatch {

namespace {

constexpr long long longestSeconds = 50LL * 366 * 24 * 3600;

std::optional<std::chrono::seconds> length(const std::string& text) {
    long long count = 0;
    const char* const end = text.data() + text.size();
    const auto [unit, error] = std::from_chars(text.data(), end, count);
    if (error != std::errc{} || unit + 1 != end || count < 0 || count > longestSeconds)
        return std::nullopt;
    long long scale = 0;
    switch (*unit) {
    case 's':
        scale = 1;
        break;
    case 'm':
        scale = 60;
        break;
    case 'h':
        scale = 3600;
        break;
    case 'd':
        scale = 24LL * 3600;
        break;
    default:
        return std::nullopt;
    }
    if (count * scale > longestSeconds)
        return std::nullopt;
    return std::chrono::seconds{count * scale};
}

} // namespace

UtcTime parseTimeArgument(const std::string& text, const std::string& option, UtcTime now) {
    if (text == "now")
        return now;
    if (text.starts_with('-'))
        if (const auto back = length(text.substr(1)))
            return now - *back;
    if (const auto time = parseIsoUtc(text))
        return *time;
    throw InputError(option + " '" + text +
                     "' is not a time: give ISO 8601 with a zone (2026-03-05T17:00:00Z), 'now', or a length before now "
                     "such as -24h");
}

std::chrono::seconds parseLength(const std::string& text, const std::string& option) {
    if (const auto parsed = length(text))
        return *parsed;
    throw InputError(option + " '" + text + "' is not a length of time: give a number and s, m, h or d, such as 90s");
}

} // namespace kpwatch
