// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a JSON document given by the person key by key, so that every complaint names the origin, the key path, the
// reason and the way out. Every key not asked for is an error. For settings and watchlist files. Any thread.
#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>

namespace kpwatch {

class JsonReader {
  public:
    // `value` and `origin` must outlive the reader; the document itself has an empty path.
    JsonReader(const nlohmann::json& value, std::string path, const std::string& origin)
        : m_value(&value), m_path(std::move(path)), m_origin(&origin) {}

    // Throws InputError "ORIGIN: PATH: REASON; WAY_OUT".
    [[noreturn]] void fail(const std::string& reason, const std::string& way_out) const;

    const nlohmann::json& value() const { return *m_value; }
    const std::string& path() const { return m_path; }

    // An object with no other keys than these. Throws InputError otherwise.
    void expectObject(std::initializer_list<std::string_view> known_keys) const;
    bool has(std::string_view key) const; // present and not null
    // A member that must be there / an element that must be there. Throws InputError.
    JsonReader at(std::string_view key) const;
    JsonReader at(std::size_t index) const;
    std::size_t arraySize() const; // throws InputError if it is not a list

    std::string text(std::size_t longest = 200) const; // not empty, without control characters
    std::int64_t integer(std::int64_t lowest, std::int64_t highest) const;
    double number(double lowest, double highest) const;
    bool boolean() const;

  private:
    const nlohmann::json* m_value;
    std::string m_path;
    const std::string* m_origin;
};

// Throws InputError naming the origin, the line and the column.
nlohmann::json parsedJson(std::string_view text, const std::string& origin);

// The whole of a small file (16 MiB at most). Throws InputError naming the file and the reason.
std::string readInputFile(const std::filesystem::path& file);

} // namespace kpwatch
