// SPDX-License-Identifier: GPL-3.0-or-later
// Years of watching the default watchlist, in minutes: `simulated_year [--days N] [--seeds N] [--first-seed N]
// [--without-transit] [MODEL...]`. Prints one line for each year, and a sum; the exit code is 1 if a bar is not met.
#include "tests/simulated_year/reckoning.h"

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <string>

using namespace kpwatch;
using namespace kpwatch::simulated;

int main(int argc, char** argv) {
    std::int64_t days = 365;
    std::uint64_t seeds = 10, first = 1;
    Options options;
    std::vector<Model> models;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        if (word == "--days" && i + 1 < argc)
            days = std::atoll(argv[++i]);
        else if (word == "--seeds" && i + 1 < argc)
            seeds = static_cast<std::uint64_t>(std::atoll(argv[++i]));
        else if (word == "--first-seed" && i + 1 < argc)
            first = static_cast<std::uint64_t>(std::atoll(argv[++i]));
        else if (word == "--without-transit")
            options.transitControls = false;
        else if (const auto model = modelFromName(word))
            models.push_back(*model);
        else {
            std::cerr << "Unknown word: " << word << '\n';
            return 2;
        }
    }
    if (models.empty())
        models = everyModel();
    const UtcTime begin = *parseIsoUtc("2026-03-05T00:00:00Z");
    for (const Model model : models)
        for (std::uint64_t seed = first; seed < first + seeds; ++seed) {
            const auto began = std::chrono::steady_clock::now();
            const Reckoning result = simulate({model, {begin, begin + std::chrono::days(days)}, seed}, options);
            const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
            std::cout << inWords(result) << " [seed " << seed << ", " << took.count() << " s]" << std::endl;
            for (const std::string& example : result.examples)
                std::cout << "    " << example << '\n';
        }
    return 0;
}
