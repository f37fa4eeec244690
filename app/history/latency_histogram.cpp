// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/latency_histogram.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace kpwatch {
namespace {

constexpr unsigned stepBits = 3; // eight buckets per octave
constexpr std::uint64_t steps = 1U << stepBits;
constexpr std::uint32_t lastBucket = 64U << stepBits;

// Up to 15 us a bucket is one microsecond; from there on the three bits below the highest tell which of the octave's.
std::uint32_t bucketOf(std::uint64_t us) {
    if (us < 2 * steps)
        return static_cast<std::uint32_t>(us);
    const unsigned shift = static_cast<unsigned>(std::bit_width(us)) - 1 - stepBits;
    return static_cast<std::uint32_t>((static_cast<std::uint64_t>(shift) << stepBits) + (us >> shift));
}

Micros middleOf(std::uint32_t bucket) {
    if (bucket < 2 * steps)
        return Micros(bucket);
    const std::uint32_t shift = (bucket >> stepBits) - 1;
    const std::uint64_t lowest = (bucket - (static_cast<std::uint64_t>(shift) << stepBits)) << shift;
    return Micros(static_cast<std::int64_t>(lowest + ((std::uint64_t{1} << shift) - 1) / 2));
}

void put(std::string& bytes, std::uint64_t number) {
    for (; number >= 128; number >>= 7U)
        bytes += static_cast<char>((number & 127U) | 128U);
    bytes += static_cast<char>(number);
}

std::optional<std::uint64_t> taken(std::string_view& bytes) {
    std::uint64_t number = 0;
    for (unsigned shift = 0; shift < 63 && !bytes.empty(); shift += 7) {
        const auto byte = static_cast<unsigned char>(bytes.front());
        bytes.remove_prefix(1);
        number |= static_cast<std::uint64_t>(byte & 127U) << shift;
        if (byte < 128)
            return number;
    }
    return std::nullopt;
}

} // namespace

void LatencyHistogram::add(Micros time) {
    const std::uint32_t bucket = bucketOf(static_cast<std::uint64_t>(std::max<std::int64_t>(time.count(), 1)));
    const auto place = std::lower_bound(m_counts.begin(), m_counts.end(), bucket,
                                        [](const auto& entry, std::uint32_t wanted) { return entry.first < wanted; });
    if (place != m_counts.end() && place->first == bucket)
        ++place->second;
    else
        m_counts.insert(place, {bucket, 1});
}

void LatencyHistogram::merge(const LatencyHistogram& other) {
    std::vector<std::pair<std::uint32_t, std::uint64_t>> both;
    both.reserve(m_counts.size() + other.m_counts.size());
    std::merge(m_counts.begin(), m_counts.end(), other.m_counts.begin(), other.m_counts.end(),
               std::back_inserter(both));
    m_counts.clear();
    for (const auto& [bucket, count] : both) {
        if (!m_counts.empty() && m_counts.back().first == bucket)
            m_counts.back().second += count;
        else
            m_counts.emplace_back(bucket, count);
    }
}

std::int64_t LatencyHistogram::count() const {
    std::uint64_t all = 0;
    for (const auto& entry : m_counts)
        all += entry.second;
    return static_cast<std::int64_t>(all);
}

Micros LatencyHistogram::percentile(double share) const {
    const double wanted = std::ceil(share * static_cast<double>(count()) - 1e-9);
    std::uint64_t passed = 0;
    for (const auto& [bucket, count] : m_counts) {
        passed += count;
        if (static_cast<double>(passed) >= wanted)
            return middleOf(bucket);
    }
    return middleOf(m_counts.back().first);
}

std::string LatencyHistogram::bytes() const {
    std::string bytes;
    std::uint32_t before = 0;
    for (const auto& [bucket, count] : m_counts) {
        put(bytes, bucket - before);
        put(bytes, count);
        before = bucket;
    }
    return bytes;
}

std::optional<LatencyHistogram> LatencyHistogram::fromBytes(std::string_view bytes) {
    LatencyHistogram histogram;
    std::uint64_t bucket = 0;
    while (!bytes.empty()) {
        const std::optional<std::uint64_t> distance = taken(bytes);
        const std::optional<std::uint64_t> count = taken(bytes);
        if (!distance || !count || *count == 0 || (*distance == 0 && !histogram.m_counts.empty()) ||
            *distance > lastBucket || bucket + *distance > lastBucket)
            return std::nullopt;
        bucket += *distance;
        histogram.m_counts.emplace_back(static_cast<std::uint32_t>(bucket), *count);
    }
    return histogram;
}

} // namespace kpwatch
