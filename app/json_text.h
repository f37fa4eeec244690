// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of others in JSON. They may be any bytes, a JSON text may not: what is no UTF-8 stands in hexadecimal under
// KEY_hex, so that it comes back as it was. Any thread.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace kpwatch {

void putText(nlohmann::ordered_json& object, const std::string& key, const std::string& value); // nothing if empty
std::string textAt(const nlohmann::json& object, const std::string& key); // empty if there is none

// RFC 3629, strictly: what the JSON library would refuse to write.
bool isUtf8(std::string_view bytes);

} // namespace kpwatch
