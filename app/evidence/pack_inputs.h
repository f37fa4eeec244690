// SPDX-License-Identifier: GPL-3.0-or-later
// What an evidence pack is: where things lie in it, and what besides its observations the incident is recomputed from.
// Values; any thread.
#pragma once

#include "app/history/judged_by.h"
#include "app/settings.h"
#include "app/story/assessment.h"

#include <string>
#include <vector>

namespace kpwatch {

// Paths inside the bag (RFC 8493: the payload lies under data/).
namespace pack {
inline constexpr const char* readme = "data/README.txt";
inline constexpr const char* observations = "data/observations.jsonl"; // every row the judge needs, in its order
inline constexpr const char* answers = "data/answers.jsonl";           // of public sources around it, as received
inline constexpr const char* table = "data/observations.csv";          // around the incident, for a spreadsheet
inline constexpr const char* controls = "data/controls.csv";           // likewise, of our own side
inline constexpr const char* incident = "data/incident.json";
inline constexpr const char* incidentTable = "data/incident.csv";
inline constexpr const char* inRecord = "data/incident-in-the-record.json"; // only if the record tells it otherwise
inline constexpr const char* inputs = "data/inputs.json";
inline constexpr const char* settings = "data/settings.json";
inline constexpr const char* judgedBy = "data/rules-changed.json"; // only if numbers or list were, within the rows
inline constexpr const char* thresholds = "data/thresholds.json";
inline constexpr const char* watchlist = "data/watchlist.json";
inline constexpr const char* seals = "data/seals.json";
inline constexpr const char* sealed = "data/sealed/"; // DAY/SERIES.tsv, canonical rows whose SHA-256 is the leaf
} // namespace pack

struct PackInputs {
    std::string incident;                         // its id
    UtcTime asOf;                                 // the latest row
    TimeRange rows;                               // that start in it are in the pack
    TimeRange tables;                             // of them those in the tables, around the incident
    std::int64_t firstSealed = 0, lastSealed = 0; // days whose canonical rows are in the pack, counted from 1970-01-01;
                                                  // none: the last is before the first
    std::string vantageId, vantageLabel;
    bool simulated = false;
    std::string program;               // "kpwatch 0.1.0"
    std::vector<Judgement> judgements; // that concern it
    bool operator==(const PackInputs&) const = default;
};

std::string inputsText(const PackInputs& inputs);
// The file may be anybody's. Throws InputError that names the origin and the key.
PackInputs parseInputs(std::string_view text, const std::string& origin);

inline constexpr std::size_t mostJudgedBy = 32; // times: each is a judge of its own for all rows until its end
// The numbers and lists that were in force, of data/rules-changed.json. It throws likewise.
std::string judgedByText(const std::vector<JudgedBy>& all);
std::vector<JudgedBy> parseJudgedBy(std::string_view text, const std::string& origin);

} // namespace kpwatch
