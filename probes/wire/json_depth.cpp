// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/wire/json_depth.h"

namespace kpwatch {

bool isNestedTooDeep(std::string_view json) {
    int depth = 0;
    bool inString = false;
    for (std::size_t at = 0; at < json.size(); ++at) {
        const char letter = json[at];
        if (inString && letter == '\\')
            ++at;
        else if (letter == '"')
            inString = !inString;
        else if (!inString && (letter == '[' || letter == '{') && ++depth > deepestJson)
            return true;
        else if (!inString && (letter == ']' || letter == '}'))
            --depth;
    }
    return false;
}

} // namespace kpwatch
