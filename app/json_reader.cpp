// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json_reader.h"

#include "app/errors.h"
#include "probes/wire/json_depth.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <fstream>
#include <sstream>
#include <system_error>

namespace kpwatch {

namespace {

constexpr std::uintmax_t longestFile = 16U * 1024U * 1024U;

std::string plainNumber(double number) {
    std::ostringstream out;
    out << number;
    return out.str();
}

} // namespace

void JsonReader::fail(const std::string& reason, const std::string& way_out) const {
    throw InputError(*m_origin + ": " + (m_path.empty() ? "" : m_path + ": ") + reason + "; " + way_out);
}

void JsonReader::expectObject(std::initializer_list<std::string_view> known_keys) const {
    if (!m_value->is_object())
        fail("is not an object", "write {...} here");
    for (const auto& member : m_value->items())
        if (std::find(known_keys.begin(), known_keys.end(), member.key()) == known_keys.end()) {
            std::string known;
            for (const std::string_view key : known_keys)
                known += (known.empty() ? "" : ", ") + std::string(key);
            JsonReader(member.value(), m_path.empty() ? member.key() : m_path + "." + member.key(), *m_origin)
                .fail("is not a key known here", "remove it or use one of " + known);
        }
}

bool JsonReader::has(std::string_view key) const {
    const auto found = m_value->find(key);
    return found != m_value->end() && !found->is_null();
}

JsonReader JsonReader::at(std::string_view key) const {
    const std::string path = m_path.empty() ? std::string(key) : m_path + "." + std::string(key);
    const auto found = m_value->find(key);
    if (found == m_value->end())
        JsonReader(*m_value, path, *m_origin).fail("is missing", "add it");
    return {*found, path, *m_origin};
}

JsonReader JsonReader::at(std::size_t index) const {
    return {m_value->at(index), m_path + "[" + std::to_string(index) + "]", *m_origin};
}

std::size_t JsonReader::arraySize() const {
    if (!m_value->is_array())
        fail("is not a list", "write [...] here");
    return m_value->size();
}

std::string JsonReader::text(std::size_t longest) const {
    if (!m_value->is_string())
        fail("is not a text", "write it in double quotes");
    auto text = m_value->get<std::string>();
    if (text.empty())
        fail("is empty", "give it a text or remove the key");
    if (text.size() > longest)
        fail("is longer than " + std::to_string(longest) + " bytes", "shorten it");
    if (std::any_of(text.begin(), text.end(), [](unsigned char byte) { return byte < 0x20 || byte == 0x7f; }))
        fail("contains a control character", "remove it");
    return text;
}

std::int64_t JsonReader::integer(std::int64_t lowest, std::int64_t highest) const {
    const std::string range = "write a whole number from " + std::to_string(lowest) + " to " + std::to_string(highest);
    if (!m_value->is_number_integer())
        fail("is not a whole number", range);
    const bool too_big =
        m_value->is_number_unsigned() && m_value->get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX);
    const std::int64_t number = too_big ? INT64_MAX : m_value->get<std::int64_t>();
    if (too_big || number < lowest || number > highest)
        fail(m_value->dump() + " is out of range", range);
    return number;
}

double JsonReader::number(double lowest, double highest) const {
    const std::string range = "write a number from " + plainNumber(lowest) + " to " + plainNumber(highest);
    if (!m_value->is_number())
        fail("is not a number", range);
    const auto number = m_value->get<double>();
    if (!std::isfinite(number) || number < lowest || number > highest)
        fail(m_value->dump() + " is out of range", range);
    return number;
}

bool JsonReader::boolean() const {
    if (!m_value->is_boolean())
        fail("is not true or false", "write true or false");
    return m_value->get<bool>();
}

nlohmann::json parsedJson(std::string_view text, const std::string& origin) {
    if (isNestedTooDeep(text))
        throw InputError(origin + ": is nested more than " + std::to_string(deepestJson) +
                         " levels deep; this is no such file");
    try {
        return nlohmann::json::parse(text);
    } catch (const nlohmann::json::out_of_range&) {
        throw InputError(origin + ": holds a number that is too large; correct it there");
    } catch (const nlohmann::json::parse_error& error) {
        const std::string_view before = text.substr(0, error.byte > 0 ? std::min(error.byte - 1, text.size()) : 0);
        const auto line = 1 + std::count(before.begin(), before.end(), '\n');
        const std::size_t line_start = before.rfind('\n');
        const std::size_t column = before.size() - (line_start == std::string_view::npos ? 0 : line_start + 1) + 1;
        throw InputError(origin + ": is not valid JSON at line " + std::to_string(line) + ", column " +
                         std::to_string(column) + "; correct it there");
    }
}

std::string readInputFile(const std::filesystem::path& file) {
    std::error_code failure;
    if (std::filesystem::is_directory(file, failure))
        throw InputError(file.string() + ": is a directory; give the path of a file");
    std::ifstream in(file, std::ios::binary);
    if (!in)
        throw InputError(file.string() + ": cannot be opened (" + std::generic_category().message(errno) +
                         "); check the path and its permissions");
    const auto size = std::filesystem::file_size(file, failure);
    if (!failure && size > longestFile)
        throw InputError(file.string() + ": is larger than 16 MiB; this is not such a file");
    std::ostringstream content;
    content << in.rdbuf();
    return content.str();
}

} // namespace kpwatch
