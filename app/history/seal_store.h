// SPDX-License-Identifier: GPL-3.0-or-later
// Seals finished days, so that no row can be changed later without its being seen (seal.h says by what). A day is
// sealed at 00:10 UTC of the next; rows that come later are sealed by an addendum; a repair begins the chain anew and
// says why. What another desk saw has a chain of its own. Private to history/; may throw SQLite::Exception; within the
// caller's transaction.
#pragma once

#include "app/history/canonical_rows.h"
#include "app/history/seal.h"
#include "probes/utc_time.h"

#include <vector>

namespace kpwatch {

class SealStore {
  public:
    // The chain of one vantage.
    explicit SealStore(SQLite::Database& database, std::int64_t vantage = 1);

    // To be called for every row that is added: notes it if its day is sealed already.
    void noteIfLate(std::int64_t series, std::int64_t at_ms, std::int64_t seq = 0);
    // Does a piece of the sealing that is due: hashes some thousand rows of a finished day, or of the later rows of
    // one, and with the last of them writes its seal. False if nothing was due. What was hashed is remembered from
    // piece to piece, so it takes one and the same SealStore, which hears of every row.
    bool sealNext(UtcTime now);
    // After a repair: takes the chain away from the first seal on that can no longer be recomputed, for some of its
    // leaves are lost. Their days are sealed again.
    void cutAtBroken();
    // After a repair: seals anew whatever is not as it was sealed.
    void restart(const std::string& reason, UtcTime now);
    // To be called when a transaction was rolled back.
    void forget() {
        m_sealedThrough.reset();
        m_sealing.reset();
    }

  private:
    struct Kept {
        std::int64_t series = 0;
        Leaf leaf;
    };
    // A day that is being sealed.
    struct Sealing {
        std::int64_t day = 0;
        bool addendum = false;
        std::vector<std::int64_t> left; // series not hashed yet
        std::vector<Kept> leaves;
    };
    std::optional<Sealing> begun(UtcTime now);
    void hashSome(Sealing& sealing);
    void seal(const Sealing& sealing, UtcTime now);
    void disturb(std::int64_t series, std::int64_t day);
    std::int64_t sealedThrough();
    std::optional<std::int64_t> nextDay(std::int64_t from, std::int64_t last);
    std::optional<std::int64_t> nextLateDay(UtcTime now, std::int64_t last);
    std::vector<std::int64_t> seriesOn(std::int64_t day);
    std::vector<std::int64_t> lateSeriesOn(std::int64_t day);
    void settleLate(const Kept& leaf);
    std::vector<Kept> changedLeaves(std::int64_t day);
    std::optional<std::int64_t> highestPart(std::int64_t series, std::int64_t day);
    void write(const Seal& seal, const std::vector<Kept>& leaves, UtcTime now);

    SQLite::Database& m_database;
    const std::int64_t m_vantage;
    std::optional<std::int64_t> m_sealedThrough; // day; -1 for none
    std::optional<Sealing> m_sealing;
    SQLite::Statement m_noteLate;
};

} // namespace kpwatch
