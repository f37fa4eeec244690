// SPDX-License-Identifier: GPL-3.0-or-later
// Outages that others reported, 2013 to 2025: cited entries of a reference, never measurements of this program. They
// are a type of their own so that nothing that draws, exports or seals can take them for one of ours. Values; any
// thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kpwatch {

struct Citation {
    std::string by;   // "Dyn Research"
    std::string on;   // when it said so: a year, month or day
    std::string says; // in our words
    std::string url;  // empty if none is known
};

struct ReportedInKorean { // as far as there are such words; `says` in the order of the citations
    std::string title, precision, length;
    std::vector<std::string> says;
    std::string causeClaimed, note;
};

struct ReportedOutage {
    std::string id, title;
    // As precise as the sources are: "2021-05", "2013-03-27" or "2014-12-22T16:15:00Z", always UTC.
    std::string from;
    std::optional<std::string> fromLatest{}, to{}, atLeastUntil{};
    std::string precision; // in words: "minutes", "hours (some time before 6 a.m. Korea time)"
    std::string length, scope, shape;
    std::vector<Citation> reported; // at least one
    std::string causeClaimed, note; // by others; empty: none
    bool control = false;           // not about the network that this program watches
    std::optional<ReportedInKorean> korean{};
};

// The same with titles, lengths and what was said in Korean, where the list has them so.
ReportedOutage inKorean(ReportedOutage outage);

// Throws InputError naming `origin` and the key.
std::vector<ReportedOutage> parseReported(std::string_view json, const std::string& origin);
// What the program carries inside itself, in order of begin. initResources() must have been called.
std::vector<ReportedOutage> reportedOutages();

} // namespace kpwatch
