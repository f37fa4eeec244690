// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/utc_time.h"

#include <array>
#include <cstdio>

namespace kpwatch {

namespace {

using std::chrono::milliseconds;

constexpr std::chrono::year firstYear{0}, lastYear{9999};

// Reads the parts of a fixed layout from the left. Once a part does not fit, everything after fails too.
class Reader {
  public:
    explicit Reader(std::string_view text) : m_rest(text) {}

    bool failed() const { return m_failed; }
    bool atEnd() const { return m_rest.empty(); }

    int digits(std::size_t count) {
        int value = 0;
        for (std::size_t i = 0; i < count; ++i)
            value = value * 10 + digit();
        return value;
    }
    bool accept(char wanted) {
        if (m_rest.empty() || m_rest.front() != wanted)
            return false;
        m_rest.remove_prefix(1);
        return true;
    }
    void expect(char wanted) { m_failed = !accept(wanted) || m_failed; }
    int upTo(int limit, std::size_t count) {
        const int value = digits(count);
        m_failed = m_failed || value > limit;
        return value;
    }
    // 1 to 9 digits after the point; what is finer than a millisecond is cut off.
    milliseconds fraction() {
        int value = digits(1) * 100;
        int weight = 10;
        for (int more = 0; more < 8 && !m_rest.empty() && isDigit(m_rest.front()); ++more, weight /= 10)
            value += digits(1) * weight;
        return milliseconds(value);
    }

  private:
    static bool isDigit(char c) { return c >= '0' && c <= '9'; }
    int digit() {
        if (m_rest.empty() || !isDigit(m_rest.front())) {
            m_failed = true;
            return 0;
        }
        const int value = m_rest.front() - '0';
        m_rest.remove_prefix(1);
        return value;
    }

    std::string_view m_rest;
    bool m_failed = false;
};

std::chrono::minutes readOffset(Reader& reader) {
    if (reader.accept('Z'))
        return std::chrono::minutes(0);
    const bool west = reader.accept('-');
    if (!west)
        reader.expect('+');
    const std::chrono::hours hours(reader.upTo(23, 2));
    reader.expect(':');
    const auto offset = hours + std::chrono::minutes(reader.upTo(59, 2));
    return west ? -offset : offset;
}

} // namespace

UtcTime utcNow() { return std::chrono::floor<milliseconds>(std::chrono::system_clock::now()); }

std::string isoUtc(UtcTime time) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss<milliseconds> clock(time - day);
    std::array<char, 64> text{};
    const int length =
        std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", static_cast<int>(date.year()),
                      static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                      static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                      static_cast<int>(clock.seconds().count()), static_cast<int>(clock.subseconds().count()));
    return {text.data(), static_cast<std::size_t>(length)};
}

std::optional<UtcTime> parseIsoUtc(std::string_view text) {
    Reader reader(text);
    const std::chrono::year year(reader.digits(4));
    reader.expect('-');
    const std::chrono::month month(static_cast<unsigned>(reader.digits(2)));
    reader.expect('-');
    const std::chrono::day day(static_cast<unsigned>(reader.digits(2)));
    reader.expect('T');
    const std::chrono::hours hours(reader.upTo(23, 2));
    reader.expect(':');
    const std::chrono::minutes minutes(reader.upTo(59, 2));
    reader.expect(':');
    const std::chrono::seconds seconds(reader.upTo(59, 2));
    const milliseconds fraction = reader.accept('.') ? reader.fraction() : milliseconds(0);
    const std::chrono::minutes offset = readOffset(reader);
    const std::chrono::year_month_day date(year, month, day);
    if (reader.failed() || !reader.atEnd() || !date.ok())
        return std::nullopt;
    const UtcTime time = std::chrono::sys_days(date) + hours + minutes + seconds + fraction - offset;
    // An offset may lead out of the years that can be written.
    const bool written = time >= std::chrono::sys_days(firstYear / 1 / 1) &&
                         time < std::chrono::sys_days((lastYear + std::chrono::years(1)) / 1 / 1);
    return written ? std::optional(time) : std::nullopt;
}

} // namespace kpwatch
