// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/expert_table.h"

#include "app/words/words.h"

namespace kpwatch::words {

namespace {

QString dash() { return QStringLiteral("-"); }

QString instant(const std::optional<UtcTime>& time) {
    return time ? QString::fromStdString(isoUtc(std::chrono::floor<std::chrono::seconds>(*time)).substr(0, 19) + "Z")
                : dash();
}

// What the table says of the way a target was asked, and how its first failed check ended.
struct Asked {
    QString address = dash(), port = dash(), failure = dash();
};

Asked askedOf(const IncidentTold& told, TargetId id, const TableWords& words) {
    Asked asked;
    const Target* const target = told.watchlist.find(id);
    if (target == nullptr)
        return asked;
    asked.address = cleaned(hostOf(target->probe), 60);
    if (const std::uint16_t port = portOf(target->probe); port > 0)
        asked.port = QString::number(port);
    const auto known = told.assessment.failed.find(id);
    if (known == told.assessment.failed.end())
        return asked;
    const FirstFailed& first = known->second;
    if (!first.address.empty())
        asked.address = cleaned(first.address, 60);
    asked.failure = QStringLiteral("%1: %2").arg(QString::fromUtf8(name(target->layer).data()),
                                                 words.failure(first.reached, first.failure));
    return asked;
}

// From where we looked.
QString networkOf(const Assessment& seen) {
    QStringList parts{cleaned(seen.network, 60), cleaned(seen.country, 20)};
    parts.removeAll(QString());
    return parts.isEmpty() ? dash() : parts.join(QStringLiteral(", "));
}

} // namespace

QString expertTable(const IncidentTold& told, const TableWords& words) {
    QStringList lines{words.heading.arg(QString::fromStdString(told.incident.id), instant(told.asOf)), words.columns};
    const QString network = networkOf(told.assessment);
    for (const Member& member : told.incident.members) {
        const Target* const target = told.watchlist.find(member.target);
        const auto& ended = member.ended();
        const Asked asked = askedOf(told, member.target, words);
        lines << QStringList{target == nullptr ? dash() : cleaned(target->name, 60),
                             asked.address,
                             asked.port,
                             asked.failure,
                             network,
                             instant(member.began().after),
                             instant(member.began().by),
                             instant(ended ? ended->after : std::nullopt),
                             instant(ended ? std::optional(ended->by) : std::nullopt),
                             QString::number(member.downTimes.size()),
                             member.rank > 0 ? QString::number(member.rank) : dash()}
                     .join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace kpwatch::words
