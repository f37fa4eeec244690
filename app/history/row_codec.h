// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of history.db from and to the program's values. Private to history/; shared by its writer and its readers.
#pragma once

#include "app/history/database.h"
#include "app/story/event.h"
#include "app/story/span.h"
#include "app/watchlist.h"

#include <unordered_map>
#include <vector>

namespace kpwatch {

inline std::int64_t msOf(UtcTime time) { return time.time_since_epoch().count(); }
inline UtcTime utcOf(std::int64_t ms) { return UtcTime(std::chrono::milliseconds(ms)); }

// What an answer said besides its stage and failure; "" for nothing. Strings from the network may be any bytes: those
// that are not UTF-8 are kept in hexadecimal, so that they come back as they were.
std::string detailText(const Detail& detail);
Detail detailFrom(const std::string& text); // nothing if the text is not ours

std::string eventText(const Event& event); // its values as JSON, "" if it has none
std::optional<Event> eventFrom(UtcTime at, const std::string& kind, const std::string& text);

// All that makes a version of a target: what is asked, how often, and how it is labelled.
std::string targetText(const Target& target, std::optional<Ring> ring);
// What of such a text is the question itself: another kind, host, port or name is another.
std::string questionOf(const std::string& targetText);

// The numbers of stages and failures in this file, whatever their order in the program. Throws SQLite::Exception.
class StoredWords {
  public:
    explicit StoredWords(SQLite::Database& database);
    std::int64_t code(Stage stage) const { return m_stageCodes.at(stage); }
    std::int64_t code(Failure failure) const { return m_failureCodes.at(failure); }
    Stage stage(std::int64_t code) const;     // Prepare for an unknown code
    Failure failure(std::int64_t code) const; // Unknown for an unknown code
    std::string answerCodes() const;          // "0,5,6": of the failures by which somebody there spoke

  private:
    std::map<Stage, std::int64_t> m_stageCodes;
    std::map<Failure, std::int64_t> m_failureCodes;
    std::unordered_map<std::int64_t, Stage> m_stages;
    std::unordered_map<std::int64_t, Failure> m_failures;
};

// One row of span; the end of an open one is left to the caller.
struct StoredSpan {
    Span span;
    bool open = false;
};
// Columns of a span in the order spanFrom reads them.
inline constexpr const char* spanColumns =
    "begin_ms, end_ms, verdict, reason, onset_after_ms, onset_by_ms, ended_after_ms, ended_by_ms, note";
StoredSpan spanFrom(SQLite::Statement& row);
bool sameContent(const Span& one, const Span& other); // everything but the range

} // namespace kpwatch
