// SPDX-License-Identifier: GPL-3.0-or-later
// Years of watching the default watchlist, in minutes: `simulated_year [--days N] [--seeds N] [--first-seed N]
// [--without-transit] [MODEL...]`. Prints one line for each year, and a table of what all seeds of a model came to
// beside what they must; the exit code is 1 if a bar is missed.
#include "tests/simulated_year/bars.h"

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <string>

using namespace kpwatch;
using namespace kpwatch::simulated;

namespace {

struct Wanted {
    std::int64_t days = 365;
    std::uint64_t seeds = 10, first = 1;
    Options options;
    std::vector<Model> models;
};

// nullopt after a word that nobody knows.
std::optional<Wanted> wantedBy(int argc, char** argv) {
    Wanted wanted;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        if (word == "--days" && i + 1 < argc)
            wanted.days = std::atoll(argv[++i]);
        else if (word == "--seeds" && i + 1 < argc)
            wanted.seeds = static_cast<std::uint64_t>(std::atoll(argv[++i]));
        else if (word == "--first-seed" && i + 1 < argc)
            wanted.first = static_cast<std::uint64_t>(std::atoll(argv[++i]));
        else if (word == "--without-transit")
            wanted.options.transitControls = false;
        else if (const auto model = modelFromName(word))
            wanted.models.push_back(*model);
        else {
            std::cerr << "Unknown word: " << word << '\n';
            return std::nullopt;
        }
    }
    if (wanted.models.empty())
        wanted.models = everyModel();
    return wanted;
}

// All seeds of a model; each is told once it is over.
Reckoning yearsOf(Model model, const Wanted& wanted) {
    const UtcTime begin = *parseIsoUtc("2026-03-05T00:00:00Z");
    const TimeRange range{begin, begin + std::chrono::days(wanted.days)};
    std::optional<Reckoning> all;
    for (std::uint64_t seed = wanted.first; seed < wanted.first + wanted.seeds; ++seed) {
        const auto began = std::chrono::steady_clock::now();
        const Reckoning year = simulate({model, range, seed}, wanted.options);
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
        std::cout << inWords(year) << " [seed " << seed << ", " << took.count() << " s]\n";
        for (const std::string& example : year.examples)
            std::cout << "    " << example << '\n';
        std::cout << std::flush;
        all = all ? together(*all, year) : year;
    }
    return all.value_or(Reckoning{.model = model});
}

} // namespace

int main(int argc, char** argv) {
    const auto wanted = wantedBy(argc, argv);
    if (!wanted)
        return 2;
    std::vector<Reckoning> years;
    bool met = true;
    for (const Model model : wanted->models) {
        years.push_back(yearsOf(model, *wanted));
        met = met && missedBars(years.back(), wanted->options).empty();
    }
    std::cout << '\n' << table(years, wanted->options);
    return met ? 0 : 1;
}
