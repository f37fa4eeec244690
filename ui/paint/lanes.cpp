// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/lanes.h"

#include "app/story/severity.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace kpwatch {
namespace {

using std::chrono::milliseconds;

constexpr std::size_t verdicts = 8;
std::size_t indexOf(Verdict verdict) { return static_cast<std::size_t>(verdict); }

// What happened within one column of pixels.
struct Column {
    std::array<milliseconds, verdicts> lengths{};
    std::array<const Span*, verdicts> longest{};
    milliseconds total{0};

    void add(const Span& span, milliseconds length) {
        const std::size_t at = indexOf(span.verdict);
        lengths.at(at) += length;
        total += length;
        if (longest.at(at) == nullptr || longest.at(at)->range.length() < span.range.length())
            longest.at(at) = &span;
    }
    bool has(Verdict verdict) const { return lengths.at(indexOf(verdict)) > milliseconds{0}; }
    milliseconds of(Verdict verdict) const { return lengths.at(indexOf(verdict)); }
};

// The rule beside binned() in the header.
Verdict winner(const Column& column, bool ownLine) {
    if (ownLine)
        for (const Verdict gap : {Verdict::OwnConnectionDown, Verdict::NotMonitored})
            if (column.has(gap))
                return gap;
    for (const Verdict bad : badStates)
        if (column.has(bad))
            return bad;
    const milliseconds own = column.of(Verdict::OwnConnectionDown), away = column.of(Verdict::NotMonitored);
    if (2 * (own + away) >= column.total)
        return own >= away ? Verdict::OwnConnectionDown : Verdict::NotMonitored;
    return Verdict::Up; // nothing else is left, so there was an answer
}

constexpr int loudest = 4;

// How loudly a state insists on its smallest width; 0 does not.
int loudness(Verdict verdict, bool ownLine) {
    if (ownLine && verdict == Verdict::OwnConnectionDown)
        return loudest;
    const auto quieter = std::ranges::find(worstFirst, verdict) - worstFirst.begin();
    return std::max(0, loudest - static_cast<int>(quieter));
}

using SpanPlace = std::vector<Span>::const_iterator;

// The first from `place` on that ends after `time`: mostly not far away.
SpanPlace endingAfter(SpanPlace place, SpanPlace end, UtcTime time) {
    std::ptrdiff_t step = 1;
    while (step < end - place && (place + step)->range.end <= time)
        step *= 2;
    return std::upper_bound(place, place + std::min(step + 1, end - place), time,
                            [](UtcTime at, const Span& span) { return at < span.range.end; });
}

std::vector<PixelRun> columnsOf(const std::vector<Span>& spans, const TimeAxis& axis, const LaneStyle& style,
                                int columns) {
    std::vector<PixelRun> runs;
    const std::int64_t length = axis.range.length().count();
    const auto startOf = [&](int column) { return axis.range.begin + milliseconds{length * column / columns}; };
    const Verdict worst = style.ownLine ? Verdict::OwnConnectionDown : Verdict::Down;
    SpanPlace span = endingAfter(spans.begin(), spans.end(), axis.range.begin);
    for (int column = 0; column < columns && span != spans.end(); ++column) {
        const TimeRange part{startOf(column), startOf(column + 1)};
        if (part.begin == part.end)
            continue;
        Column content;
        for (; span != spans.end() && span->range.begin < part.end; ++span) {
            const auto overlap = std::min(part.end, span->range.end) - std::max(part.begin, span->range.begin);
            if (overlap > milliseconds{0})
                content.add(*span, overlap);
            if (span->range.end > part.end)
                break;
            if (content.has(worst)) { // nothing wins against it: the rest need not be looked at
                span = endingAfter(span, spans.end(), part.end);
                break;
            }
        }
        if (content.total == milliseconds{0})
            continue;
        const Verdict verdict = winner(content, style.ownLine);
        const Span* const best = content.longest.at(indexOf(verdict));
        if (!runs.empty() && runs.back().to == column && runs.back().verdict == verdict) {
            runs.back().to = column + 1;
            if (best != nullptr && runs.back().span->range.length() < best->range.length())
                runs.back().span = best;
        } else {
            runs.push_back({column, column + 1, verdict, best});
        }
    }
    return runs;
}

// Gives every bad run its smallest width at the cost of less severe neighbours.
std::vector<PixelRun> widened(const std::vector<PixelRun>& runs, int columns, int smallest, bool ownLine) {
    std::vector<const PixelRun*> owner(static_cast<std::size_t>(columns), nullptr);
    for (const PixelRun& run : runs)
        std::fill(owner.begin() + run.from, owner.begin() + run.to, &run);
    for (int level = 1; level <= loudest; ++level) {
        for (const PixelRun& run : runs) {
            if (loudness(run.verdict, ownLine) != level || run.to - run.from >= smallest)
                continue;
            const int from =
                std::clamp(run.from - (smallest - (run.to - run.from)) / 2, 0, std::max(0, columns - smallest));
            for (int at = from; at < std::min(columns, from + smallest); ++at) {
                const PixelRun*& present = owner[static_cast<std::size_t>(at)];
                if (present == nullptr || loudness(present->verdict, ownLine) < level)
                    present = &run;
            }
        }
    }
    std::vector<PixelRun> result;
    for (int at = 0; at < columns; ++at) {
        const PixelRun* const run = owner[static_cast<std::size_t>(at)];
        if (run == nullptr)
            continue;
        if (!result.empty() && result.back().to == at && result.back().verdict == run->verdict) {
            result.back().to = at + 1;
            if (result.back().span->range.length() < run->span->range.length())
                result.back().span = run->span;
        } else {
            result.push_back({at, at + 1, run->verdict, run->span});
        }
    }
    return result;
}

} // namespace

std::vector<PixelRun> binned(const std::vector<Span>& spans, const TimeAxis& axis, const LaneStyle& style) {
    const int columns = static_cast<int>(std::floor((axis.right - axis.left) * style.devicePixelRatio));
    if (columns <= 0 || axis.range.end <= axis.range.begin || spans.empty())
        return {};
    const std::vector<PixelRun> runs = columnsOf(spans, axis, style, columns);
    const int smallest = static_cast<int>(std::ceil(style.smallestMark * style.devicePixelRatio));
    return widened(runs, columns, smallest, style.ownLine);
}

} // namespace kpwatch
