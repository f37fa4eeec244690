// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/outside/loose_json.h"

#include "probes/net/address_rules.h"
#include "probes/outside/clauses.h"
#include "probes/wire/json_depth.h"

#include <charconv>
#include <cmath>

namespace kpwatch::loose {

namespace {

constexpr std::size_t longest = 32U << 20U;
constexpr std::size_t longestPath = 255; // RFC 4271: more do not fit into one segment

template <typename Number>
std::optional<Number> whole(std::string_view text) {
    Number number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    if constexpr (std::is_floating_point_v<Number>)
        if (!std::isfinite(number)) // "nan" and "inf" are read as well
            return std::nullopt;
    return number;
}

// A set of one is that one; of several nobody can say which.
std::uint32_t oneOf(const Json& set) { return set.size() == 1 ? asNumber(set[0]).value_or(0) : 0; }

AsPath pathOfText(std::string_view text) {
    AsPath path;
    while (!text.empty() && path.size() < longestPath) {
        const std::size_t begin = text.find_first_not_of(' ');
        if (begin == std::string_view::npos)
            break;
        text.remove_prefix(begin);
        std::string_view word = text.substr(0, text.find(' '));
        text.remove_prefix(word.size());
        if (word.size() > 2 && word.front() == '{' && word.back() == '}')
            word = word.substr(1, word.size() - 2);
        path.push_back(whole<std::uint32_t>(word).value_or(0));
    }
    return path;
}

} // namespace

Json parsed(std::string_view text) {
    if (text.size() > longest || isNestedTooDeep(text))
        return {Json::value_t::discarded};
    return Json::parse(text, nullptr, false);
}

const Json& at(const Json& object, const char* key) {
    static const Json none;
    if (!object.is_object())
        return none;
    const auto found = object.find(key);
    return found == object.end() ? none : *found;
}

std::string text(const Json& value) { return value.is_string() ? value.get<std::string>() : std::string(); }

std::optional<double> number(const Json& value) {
    if (value.is_number())
        return value.get<double>();
    if (!value.is_string())
        return std::nullopt;
    const std::string written = value.get<std::string>();
    return whole<double>(written);
}

std::optional<std::int64_t> integer(const Json& value) {
    if (value.is_number_unsigned() && value.get<std::uint64_t>() > INT64_MAX)
        return std::nullopt;
    if (value.is_number_integer())
        return value.get<std::int64_t>();
    const std::optional<double> read = number(value);
    if (!read || std::floor(*read) != *read || std::abs(*read) > 9e15)
        return std::nullopt;
    return static_cast<std::int64_t>(*read);
}

std::optional<std::uint32_t> asNumber(const Json& value) {
    if (value.is_string()) {
        const std::string written = value.get<std::string>();
        const std::string_view digits(written);
        return whole<std::uint32_t>(digits.starts_with("AS") ? digits.substr(2) : digits);
    }
    const std::optional<std::int64_t> read = integer(value);
    if (!read || *read < 0 || *read > UINT32_MAX)
        return std::nullopt;
    return static_cast<std::uint32_t>(*read);
}

std::optional<UtcTime> time(const Json& value) {
    if (value.is_string()) {
        const std::string written = value.get<std::string>();
        if (const std::optional<UtcTime> zoned = parseIsoUtc(written))
            return zoned;
        if (const std::optional<UtcTime> bare = parseIsoUtc(written + "Z"))
            return bare;
        if (const std::optional<UtcTime> minutes = parseIsoUtc(written + ":00Z")) // "2026-11-20T03:00"
            return minutes;
    }
    const std::optional<double> seconds = number(value);
    if (!seconds || *seconds < 0 || *seconds > 1e11)
        return std::nullopt;
    return UtcTime(std::chrono::milliseconds(std::llround(*seconds * 1000)));
}

AsPath path(const Json& value) {
    if (value.is_string())
        return pathOfText(value.get<std::string>());
    AsPath path;
    if (!value.is_array())
        return path;
    for (const Json& hop : value) {
        if (path.size() == longestPath)
            break;
        path.push_back(hop.is_array() ? oneOf(hop) : asNumber(hop).value_or(0));
    }
    return path;
}

std::string prefix(const Json& value) {
    const std::string written = text(value);
    const std::size_t slash = written.find('/');
    if (slash == std::string::npos)
        return {};
    const std::optional<Address> address = Address::parse(std::string_view(written).substr(0, slash));
    const std::optional<int> length = whole<int>(std::string_view(written).substr(slash + 1));
    if (!address || address->v6 || !length || *length < 0 || *length > 32)
        return {};
    return address->text() + "/" + std::to_string(*length);
}

NoData malformed() { return {NoData::Why::Malformed, std::string(clauses::malformed)}; }

} // namespace kpwatch::loose
