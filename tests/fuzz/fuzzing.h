// SPDX-License-Identifier: GPL-3.0-or-later
// What the fuzz targets have in common. A target reads bytes as the program does and requires what the headers promise;
// it keeps nothing from one run to the next, and no files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace kpwatch::fuzzing {

// What the rest of the program takes for granted: without it, a finding.
inline void require(bool holds) {
    if (!holds)
        std::abort();
}

// The bytes of a run as one text, and as a choice by the first byte and the rest.
inline std::string_view textOf(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}
struct Chosen {
    unsigned choice = 0;
    std::string_view rest;
};
inline Chosen chosen(const std::uint8_t* data, std::size_t size) {
    return size == 0 ? Chosen{} : Chosen{data[0], textOf(data + 1, size - 1)};
}

} // namespace kpwatch::fuzzing
