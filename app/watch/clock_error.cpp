// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watch/clock_error.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <vector>

namespace kpwatch {

namespace {

using std::chrono::milliseconds;

constexpr std::chrono::minutes speaksFor{10};
constexpr std::size_t witnesses = 2; // one server with a wrong clock is no reason to doubt ours

milliseconds median(std::vector<milliseconds> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

} // namespace

std::optional<UtcTime> httpDate(const std::string& text) {
    static const QLocale plain = QLocale::c();
    const QString form = QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'");
    QDateTime time = plain.toDateTime(QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size())), form);
    if (!time.isValid())
        return std::nullopt;
    time.setTimeSpec(Qt::UTC);
    return UtcTime{milliseconds{time.toMSecsSinceEpoch()}};
}

void ClockError::take(const Observation& row) {
    const auto* const http = std::get_if<HttpDetail>(&row.detail);
    if (http == nullptr || !row.phases.firstByte || !http->age.empty())
        return;
    const auto date = httpDate(http->date);
    if (!date)
        return;
    const Micros connected = row.phases.tls.value_or(row.phases.connect.value_or(Micros{0}));
    const UtcTime asked = row.startedAt + std::chrono::floor<milliseconds>(connected);
    const UtcTime answered = row.startedAt + std::chrono::ceil<milliseconds>(*row.phases.firstByte);
    m_readings[row.target] = {answered, asked - (*date + std::chrono::seconds{1}), answered - *date};
}

std::optional<milliseconds> ClockError::ahead(UtcTime now) const {
    std::vector<milliseconds> least;
    std::vector<milliseconds> most;
    for (const auto& [control, reading] : m_readings) {
        if (now - reading.at > speaksFor)
            continue;
        least.push_back(reading.least);
        most.push_back(reading.most);
    }
    if (least.size() < witnesses)
        return std::nullopt;
    const milliseconds low = median(least);
    const milliseconds high = median(most);
    if (low <= worthSaying && high >= -worthSaying)
        return std::nullopt;
    return (low + high) / 2;
}

} // namespace kpwatch
