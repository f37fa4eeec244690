// SPDX-License-Identifier: GPL-3.0-or-later
// Wrong on purpose, so that it is seen that the sanitizers' builds find what they are there for: `seeded race`, `leak`,
// `beyond` (an array) or `overflow`. Each has to be reported; see CMakeLists.txt.
#include <iostream>
#include <limits>
#include <memory>
#include <string_view>
#include <thread>
#include <vector>

namespace {

int race() {
    int counted = 0;
    const auto count = [&counted] {
        for (int i = 0; i < 1000; ++i)
            ++counted;
    };
    { const std::jthread one(count), other(count); }
    return counted;
}

void leak() { new std::vector<int>(1000); } // NOLINT(cppcoreguidelines-owning-memory)

int beyond(std::size_t index) {
    const auto few = std::make_unique<int[]>(index); // NOLINT(modernize-avoid-c-arrays)
    return few[index];
}

int overflow(int more) { return std::numeric_limits<int>::max() + more; }

} // namespace

int main(int argc, char** argv) {
    const std::string_view fault = argc > 1 ? argv[1] : "";
    if (fault == "race")
        std::cout << race() << '\n';
    else if (fault == "leak")
        leak();
    else if (fault == "beyond")
        std::cout << beyond(static_cast<std::size_t>(argc)) << '\n';
    else if (fault == "overflow")
        std::cout << overflow(argc) << '\n';
    std::cout << "not found\n";
    return 0;
}
