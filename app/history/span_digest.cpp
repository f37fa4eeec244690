// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/span_digest.h"

#include "app/history/last_row.h"
#include "app/story/severity.h"

#include <algorithm>
#include <map>

namespace kpwatch {
namespace {

constexpr std::chrono::hours over{24}; // what came in late has mostly come by then

std::uint8_t bit(Verdict verdict) { return static_cast<std::uint8_t>(1U << static_cast<unsigned>(verdict)); }

std::string bytesOf(const StateBins& bins) {
    std::string bytes;
    bytes.reserve(2 * bins.size());
    for (const StateBin& bin : bins) {
        bytes += static_cast<char>(bin.any);
        bytes += static_cast<char>(bin.whole);
    }
    return bytes;
}

StateBins binsFrom(const std::string& bytes) {
    StateBins bins{};
    for (std::size_t i = 0; i < bins.size() && 2 * i + 1 < bytes.size(); ++i)
        bins.at(i) = {static_cast<std::uint8_t>(bytes[2 * i]), static_cast<std::uint8_t>(bytes[2 * i + 1])};
    return bins;
}

void mark(StateBins& bins, std::int64_t stretch_ms, TimeRange range, Verdict verdict) {
    const std::int64_t from = std::max<std::int64_t>(0, msOf(range.begin) - stretch_ms);
    const std::int64_t to = std::min(stretchMs, msOf(range.end) - stretch_ms);
    for (std::int64_t at = from; at < to; at = (at / binMs + 1) * binMs) {
        StateBin& bin = bins.at(static_cast<std::size_t>(at / binMs));
        bin.any |= bit(verdict);
        bin.whole = bin.any == bit(verdict) ? bin.any : std::uint8_t{0};
    }
}

void addTo(std::vector<Span>& spans, TimeRange range, Verdict verdict) {
    if (!spans.empty() && spans.back().verdict == verdict && spans.back().range.end == range.begin) {
        spans.back().range.end = range.end;
        return;
    }
    Span span;
    span.range = range;
    span.verdict = verdict;
    spans.push_back(std::move(span));
}

// What several bins are together.
class Part {
  public:
    void add(const StateBin& bin) {
        m_any |= bin.any;
        ++m_bins;
        for (const Verdict gap : {Verdict::OwnConnectionDown, Verdict::NotMonitored})
            if (bin.whole == bit(gap))
                ++m_gaps;
    }
    // As lanes are painted (binned() of ui/paint/lanes.h); nullopt where nothing is known.
    std::optional<Verdict> verdict(bool own_line) const {
        if (m_any == 0)
            return std::nullopt;
        constexpr std::array gaps{Verdict::OwnConnectionDown, Verdict::NotMonitored};
        const std::optional<Verdict> gap = first(gaps);
        if (own_line && gap)
            return gap;
        if (const auto worst = first(badStates))
            return worst;
        return gap && (2 * m_gaps >= m_bins || (m_any & bit(Verdict::Up)) == 0) ? gap : Verdict::Up;
    }

  private:
    template <typename Verdicts>
    std::optional<Verdict> first(const Verdicts& verdicts) const {
        const auto found =
            std::find_if(verdicts.begin(), verdicts.end(), [&](Verdict each) { return (m_any & bit(each)) != 0; });
        return found == verdicts.end() ? std::nullopt : std::optional(*found);
    }

    std::uint8_t m_any = 0;
    int m_bins = 0, m_gaps = 0;
};

} // namespace

SpanDigest::SpanDigest(SQLite::Database& database)
    : m_database(database),
      m_next(database, "SELECT id, next FROM (SELECT id, coalesce((SELECT max(stretch) + 1 FROM span_digest AS d WHERE "
                       "d.series = s.id), (SELECT min(begin_ms) / ?1 FROM span WHERE span.series = s.id)) AS next FROM "
                       "series AS s WHERE vantage = 1) WHERE next < ?2 LIMIT 1"),
      m_spans(database, std::string("SELECT ") + spanColumns +
                            " FROM span WHERE series = ?1 AND begin_ms >= coalesce((SELECT max(begin_ms) FROM span "
                            "WHERE series = ?1 AND begin_ms <= ?2), ?2) AND begin_ms < ?3 ORDER BY begin_ms"),
      m_write(database, "INSERT OR REPLACE INTO span_digest VALUES (?, ?, ?)"),
      m_read(database,
             "SELECT stretch, states FROM span_digest WHERE series = ? AND stretch BETWEEN ? AND ? ORDER BY stretch") {}

bool SpanDigest::makeOne(UtcTime now) {
    const std::optional<UtcTime> latest = latestRow(m_database);
    if (!latest)
        return false;
    const std::int64_t ended = msOf(std::min(*latest, now) - over) / stretchMs; // the first that is not over
    const bool found = bound(m_next, stretchMs, ended).executeStep();
    const std::int64_t series = found ? m_next.getColumn(0).getInt64() : 0;
    const std::int64_t stretch = found ? m_next.getColumn(1).getInt64() : 0;
    m_next.reset();
    if (!found)
        return false;
    const std::string states = bytesOf(binsFromSpans(series, stretch, *latest));
    bound(m_write, series, stretch);
    m_write.bind(3, states.data(), static_cast<int>(states.size()));
    m_write.exec();
    m_write.reset();
    return true;
}

StateBins SpanDigest::binsFromSpans(std::int64_t series, std::int64_t stretch, UtcTime horizon) {
    StateBins bins{};
    const std::int64_t begin_ms = stretch * stretchMs;
    bound(m_spans, series, begin_ms, begin_ms + stretchMs);
    while (m_spans.executeStep()) {
        const auto end = optionalAt(m_spans, 1);
        const TimeRange range{utcOf(m_spans.getColumn(0).getInt64()), end ? utcOf(*end) : horizon};
        mark(bins, begin_ms, range, verdictFromName(m_spans.getColumn(2).getString()).value_or(Verdict::Unknown));
    }
    m_spans.reset();
    return bins;
}

std::vector<Span> SpanDigest::inShort(std::int64_t series, const Wanted& wanted) {
    const std::int64_t first = msOf(wanted.range.begin) / stretchMs, last = msOf(wanted.range.end) / stretchMs;
    std::map<std::int64_t, StateBins> known;
    bound(m_read, series, first, last);
    while (m_read.executeStep())
        known[m_read.getColumn(0).getInt64()] = binsFrom(m_read.getColumn(1).getString());
    m_read.reset();
    const std::int64_t bins = wanted.range.length().count() / binMs + 1;
    std::size_t width = 1; // bins of a part; divides those of a stretch
    while (width < binsOfStretch && bins > static_cast<std::int64_t>(width) * wanted.parts)
        width *= 2;
    std::vector<Span> spans;
    for (std::int64_t stretch = first; stretch <= last; ++stretch) {
        const auto found = known.find(stretch);
        const StateBins all = found != known.end() ? found->second : binsFromSpans(series, stretch, wanted.horizon);
        for (std::size_t from = 0; from < all.size(); from += width) {
            Part part;
            for (std::size_t bin = from; bin < from + width; ++bin)
                part.add(all.at(bin));
            const std::int64_t begin_ms = stretch * stretchMs + static_cast<std::int64_t>(from) * binMs;
            const TimeRange range{utcOf(begin_ms), utcOf(begin_ms + static_cast<std::int64_t>(width) * binMs)};
            if (const auto verdict = part.verdict(wanted.ownLine); verdict && range.begin < wanted.horizon)
                addTo(spans, range, *verdict);
        }
    }
    return spans;
}

} // namespace kpwatch
