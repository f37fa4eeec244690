// SPDX-License-Identifier: GPL-3.0-or-later
// Back from the stable name of an enumerator, as it stands in files, to the enumerator. Pure; any thread.
#pragma once

#include <optional>
#include <string_view>

namespace kpwatch {

// The one of `values` whose name() is the text; nullopt if there is none.
template <typename Values>
std::optional<typename Values::value_type> valueNamed(const Values& values, std::string_view text) {
    for (const auto value : values)
        if (name(value) == text)
            return value;
    return std::nullopt;
}

} // namespace kpwatch
