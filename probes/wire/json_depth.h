// SPDX-License-Identifier: GPL-3.0-or-later
// How deeply JSON of others is nested, told before it is read: whoever copies, compares or writes a value needs a stack
// as deep as it. Pure; any thread.
#pragma once

#include <string_view>

namespace kpwatch {

inline constexpr int deepestJson = 64; // far more than any document we know has

// Of valid JSON whether some value in it lies deeper. Of what is no JSON anything: it is refused for that.
bool isNestedTooDeep(std::string_view json);

} // namespace kpwatch
