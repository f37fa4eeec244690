// SPDX-License-Identifier: GPL-3.0-or-later
// A chart that leaves, as a value: what of, in which shape, with which words, and the numbers in it. It goes into the
// text chunks of a PNG, so that the picture can be opened again, and into the list of what went out, so that it can be
// seen whether the numbers still hold. Values and pure functions; any thread.
#pragma once

#include "app/story/timeline.h"

#include <string>
#include <string_view>
#include <vector>

namespace kpwatch {

enum class ChartKind {
    Lanes,        // who answered when
    Order,        // what stopped answering first; of an incident alone
    ResponseTimes // of one target
};
std::string_view name(ChartKind kind); // "lanes", "order", "response-times"
std::optional<ChartKind> chartKindNamed(std::string_view name);

// One figure that stands in a chart. Compared by name: "kcna" and "29520 s, about" of then with those of now.
struct ChartNumber {
    std::string name, value;
    bool operator==(const ChartNumber&) const = default;
};

struct ChartExport {
    ChartKind kind = ChartKind::Lanes;
    std::string incident; // its id; empty: of a range
    std::string target;   // whose response times: slug
    TimeRange range;
    UtcTime asOf;
    std::string preset = "article"; // or "1200x800"
    double scale = 1;
    bool dark = false;
    std::string headline, standfirst, credit, alt;                   // as they stand in the file
    bool ownHeadline = false, ownStandfirst = false, ownAlt = false; // written by a person; else suggested by the facts
    bool carriers = false;                                           // with what carries the sites
    bool routes = false;                                             // with the routes there
    bool totals = false;                                             // with the total time without answer
    std::string place;                                               // measured from; empty: not told
    bool simulated = false;
    std::string data; // SHA-256 of what was drawn: dataHash(); another one means that the record says something else
    std::vector<ChartNumber> numbers;
    bool operator==(const ChartExport&) const = default;
};

inline constexpr std::size_t longestChartText = 500; // characters, of each of the words; the alt text may have 4000
inline constexpr std::size_t mostChartNumbers = 200;
inline constexpr std::size_t longestChartExport = 65536; // bytes, of all of it as JSON

// One JSON object on one line, {"kpwatch_chart":1,...}, keys in a fixed order: equal values give equal bytes. Words are
// cut to longestChartText and cleaned of control characters.
std::string chartExportText(const ChartExport& chart);
// The file may be anybody's: bounded, every key known and of its type. Throws InputError that names `origin` and the
// key.
ChartExport parseChartExport(std::string_view text, const std::string& origin);

// Of every span of every lane in the range, its ends, state and onset; independent of the time of drawing for what is
// over.
// Routes are others' word, and may be told later: they count only where they are drawn.
std::string dataHash(const Timeline& timeline, bool routes = false);

} // namespace kpwatch
