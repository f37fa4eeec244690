// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json_text.h"

#include <nlohmann/json.hpp>

namespace kpwatch {

namespace {

std::string hexOf(std::string_view bytes) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        hex += {digits[value >> 4U], digits[value & 0xFU]};
    }
    return hex;
}

std::string bytesOf(const std::string& hex) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
        bytes += static_cast<char>(std::strtol(hex.substr(i, 2).c_str(), nullptr, 16));
    return bytes;
}

} // namespace

bool isUtf8(std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size();) {
        const auto at = [&](std::size_t n) {
            return static_cast<unsigned char>(i + n < bytes.size() ? bytes[i + n] : 0);
        };
        const unsigned first = at(0);
        const std::size_t length = first < 0x80                     ? 1
                                   : first >= 0xC2 && first <= 0xDF ? 2
                                   : (first & 0xF0U) == 0xE0        ? 3
                                   : first >= 0xF0 && first <= 0xF4 ? 4
                                                                    : 0;
        const unsigned lowest = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        const unsigned highest = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        if (length == 0 || (length > 1 && (at(1) < lowest || at(1) > highest)))
            return false;
        for (std::size_t n = 2; n < length; ++n)
            if ((at(n) & 0xC0U) != 0x80)
                return false;
        i += length;
    }
    return true;
}

void putText(nlohmann::ordered_json& object, const std::string& key, const std::string& value) {
    if (value.empty())
        return;
    if (isUtf8(value))
        object[key] = value;
    else
        object[key + "_hex"] = hexOf(value);
}

std::string textAt(const nlohmann::json& object, const std::string& key) {
    const auto found = [&](const std::string& name) {
        const auto member = object.find(name);
        return member != object.end() && member->is_string() ? member->get<std::string>() : std::string();
    };
    const std::string hex = found(key + "_hex");
    return hex.empty() ? found(key) : bytesOf(hex);
}

} // namespace kpwatch
