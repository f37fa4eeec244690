// SPDX-License-Identifier: GPL-3.0-or-later
// Stored rows as the one text that is sealed: a line each, in order of time, independent of how the file keeps them.
//
//   at TAB stage TAB failure TAB elapsed_us TAB recheck TAB tries TAB resolve_us TAB connect_us TAB tls_us TAB
//   first_byte_us TAB peer TAB private
//   at TAB seq TAB kind TAB private                                     (events)
//
// "-" is what there is not. `private` is SHA-256(key, epoch, source address, what else was said; a line each) with
// key = SHA-256(salt, name of the series, at, seq), so that whole days can be handed on without our own address, and a
// single row be opened by its key. Private to history/; may throw SQLite::Exception.
#pragma once

#include "app/history/database.h"

#include <map>
#include <unordered_map>

namespace kpwatch {

inline constexpr std::int64_t eventSeries = 0; // ours; those of vantage 7 are series -7

class CanonicalRows {
  public:
    explicit CanonicalRows(SQLite::Database& database);

    struct Part {
        std::int64_t rows = 0;
        std::string text;
    };
    // The rows of one series on one day, apart: those that were there when it was sealed (0), and what came later by
    // the number of its addendum; later ones that are not sealed yet are under `unsealed`.
    static constexpr std::int64_t unsealed = -1;
    enum class Late { Apart, AsIfInTime };
    std::map<std::int64_t, Part> ofDay(std::int64_t series, std::int64_t day, Late late = Late::Apart);

    // "1f00…/kcna-http": whose rows, independent of numbers in the file. Of a series that is not there, its number.
    std::string nameOf(std::int64_t series);

  private:
    void addObservations(std::int64_t series, std::int64_t day, std::map<std::int64_t, Part>& parts);
    void addEvents(std::int64_t series, std::int64_t day, std::map<std::int64_t, Part>& parts);
    std::int64_t partOf(std::int64_t at_ms, std::int64_t seq) const;

    struct Secret {
        std::string epoch, source, said;
    };
    std::string commitment(const std::string& series, const std::string& row, const Secret& secret) const;

    SQLite::Database& m_database;
    std::string m_salt;
    std::unordered_map<std::int64_t, std::string> m_stages, m_failures, m_names;
    SQLite::Statement m_observations, m_events, m_foreignEvents, m_late;
    std::map<std::pair<std::int64_t, std::int64_t>, std::int64_t> m_lateOfDay; // at, seq: part
};

} // namespace kpwatch
