// SPDX-License-Identifier: GPL-3.0-or-later
// Response times counted in buckets that grow with the time, so that two of them merge exactly and a percentile of any
// stretch follows without its rows. Eight buckets of equal width per octave: a time read back is within 6.3 % of what
// went in. Private to history/; pure, any thread.
#pragma once

#include "probes/utc_time.h"

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace kpwatch {

class LatencyHistogram {
  public:
    void add(Micros time); // below a microsecond counts as one
    void merge(const LatencyHistogram& other);
    std::int64_t count() const;
    // The smallest time that at least `share` (0..1] of the times do not exceed, as the middle of its bucket. The
    // histogram must not be empty.
    Micros percentile(double share) const;

    // Pairs of (distance to the bucket before, count), each in base 128, the lowest seven bits first.
    std::string bytes() const;
    // nullopt for bytes that are none of ours.
    static std::optional<LatencyHistogram> fromBytes(std::string_view bytes);

    bool operator==(const LatencyHistogram&) const = default;

  private:
    std::vector<std::pair<std::uint32_t, std::uint64_t>> m_counts; // bucket, how many; sorted, none empty
};

} // namespace kpwatch
