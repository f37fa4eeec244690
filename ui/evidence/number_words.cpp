// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/number_words.h"

#include "app/story/incident_filter.h"
#include "app/words/incident.h"
#include "app/words/label.h"
#include "app/words/tr.h"
#include "app/words/words.h"

#include <QRegularExpression>

#include <algorithm>
#include <chrono>
#include <optional>
#include <string_view>
#include <utility>

namespace kpwatch {

using words::Tr;

namespace {

QString shown(const std::string& text) { return words::cleaned(text, 300); }

QString timeInWords(const QString& iso) {
    const std::optional<UtcTime> time = parseIsoUtc(iso.toStdString());
    return time ? words::stampKst(*time) : iso;
}

// "At least" under a minute keeps its seconds.
QString lengthInWords(const QString& kind, const QString& number) {
    const std::chrono::seconds length(number.toLongLong());
    const bool least = kind.startsWith(QLatin1String("at least"));
    const QString said =
        least && length < std::chrono::minutes{1} ? Tr::tr("%1 s").arg(number) : words::duration(length);
    if (least)
        return Tr::tr("at least %1").arg(said);
    return kind.isEmpty() ? said : Tr::tr("about %1").arg(said);
}

std::optional<QString> wordOf(const QString& value) {
    if (value == QLatin1String("not over"))
        return Tr::tr("not over");
    if (value == QLatin1String("never"))
        return Tr::tr("never");
    if (value == QLatin1String("not there"))
        return Tr::tr("not there");
    if (value == QLatin1String("was not there"))
        return Tr::tr("was not there");
    if (value == QLatin1String("a false alarm"))
        return Tr::tr("a false alarm");
    return std::nullopt;
}

QString valueInWords(const std::string& name, const std::string& raw) {
    if (const auto scope = scopeNamed(raw); scope && name == "scope")
        return words::scope(*scope);
    if (const auto pattern = patternNamed(raw); pattern && name == "pattern")
        return words::pattern(*pattern);
    const QString value = shown(raw);
    static const QString iso = QStringLiteral("(\\d{4}-\\d\\d-\\d\\dT[0-9:.]{8,16}Z)");
    static const QRegularExpression length(QStringLiteral("^(about |at least |)(\\d{1,10}) s(?: from %1)?$").arg(iso));
    static const QRegularExpression range(QStringLiteral("^(?:%1|not observed) to %1$").arg(iso));
    static const QRegularExpression rank(QStringLiteral("^(\\d{1,4}), by %1$").arg(iso));
    if (const std::optional<QString> word = wordOf(value))
        return *word;
    if (const auto found = length.match(value); found.hasMatch()) {
        const QString said = lengthInWords(found.captured(1), found.captured(2));
        return found.captured(3).isEmpty() ? said : Tr::tr("%1, from %2").arg(said, timeInWords(found.captured(3)));
    }
    if (const auto found = range.match(value); found.hasMatch()) {
        const QString by = timeInWords(found.captured(2));
        return found.captured(1).isEmpty() ? Tr::tr("by %1").arg(by)
                                           : Tr::tr("between %1 and %2").arg(timeInWords(found.captured(1)), by);
    }
    if (const auto found = rank.match(value); found.hasMatch())
        return QStringLiteral("%1, %2").arg(found.captured(1), Tr::tr("by %1").arg(timeInWords(found.captured(2))));
    return value;
}

// As words::duration() has it of two days and more.
bool isLengthInHours(const std::string& raw) {
    static const QRegularExpression length(QStringLiteral("^(?:about |at least |)(\\d{1,10}) s\\b"));
    const auto found = length.match(shown(raw));
    return found.hasMatch() && std::chrono::seconds(found.captured(1).toLongLong()) >= std::chrono::hours{48};
}

std::optional<QString> fixedName(const std::string& name) {
    if (name == "began")
        return Tr::tr("Start");
    if (name == "ended")
        return Tr::tr("End");
    if (name == "at least one did not")
        return Tr::tr("At least one did not");
    if (name == "until steady")
        return Tr::tr("Until all steady");
    if (name == "none answered")
        return Tr::tr("No site answered");
    if (name == "scope")
        return Tr::tr("Scope");
    if (name == "pattern")
        return Tr::tr("Order of the failure");
    if (name == "middle")
        return Tr::tr("Middle response time");
    if (name == "highest")
        return Tr::tr("Highest response time");
    if (name == "left out by hand")
        return Tr::tr("Left out by hand");
    if (name == "window by hand")
        return Tr::tr("Window set by hand");
    if (name == "marked by hand")
        return Tr::tr("Marked by hand");
    return std::nullopt;
}

// Of a lane or a target.
QString labelOf(const std::string& id, const Watchlist& watchlist) {
    static constexpr std::pair<std::string_view, const char*> ours[] = {{"name-servers", "Name servers"},
                                                                        {"mail", "Mail servers"},
                                                                        {"routers", "Routers"},
                                                                        {"road", "Road there"},
                                                                        {"routes-china", "Routes via China"},
                                                                        {"routes-russia", "Routes via Russia"},
                                                                        {"routes-other", "Routes another way"},
                                                                        {"own-line", "Our own line"}};
    for (const auto& [own, label] : ours)
        if (id == own)
            return words::label(label);
    for (const Site& site : watchlist.sites)
        if (site.id == id)
            return words::label(site.label);
    if (const Target* const target = watchlist.findByName(id))
        return words::label(target->label);
    return shown(id);
}

QString nameInWords(const std::string& name, const Watchlist& watchlist) {
    if (const std::optional<QString> fixed = fixedName(name))
        return *fixed;
    const std::size_t space = name.rfind(' ');
    const bool counted = space != std::string::npos && space + 1 < name.size() &&
                         std::all_of(name.begin() + static_cast<std::ptrdiff_t>(space) + 1, name.end(),
                                     [](char each) { return each >= '0' && each <= '9'; });
    return counted ? labelOf(name.substr(0, space), watchlist) + QLatin1Char(' ') + shown(name.substr(space + 1))
                   : labelOf(name, watchlist);
}

} // namespace

QString numberInWords(const ExportNumber& number, const Watchlist& watchlist) {
    return QStringLiteral("%1: %2").arg(nameInWords(number.name, watchlist), valueInWords(number.name, number.value));
}

QString changeInWords(const std::string& change, const Watchlist& watchlist) {
    const std::size_t colon = change.find(": "), then = change.rfind(", now ");
    if (colon == std::string::npos || then == std::string::npos || then < colon + 2)
        return shown(change);
    const std::string name = change.substr(0, colon);
    const std::string before = change.substr(colon + 2, then - colon - 2);
    const QString was = valueInWords(name, before);
    const QString now = valueInWords(name, change.substr(then + 6));
    const QString told = Tr::tr("%1: %2, now %3").arg(nameInWords(name, watchlist), was, now);
    if (was != now)
        return told;
    return isLengthInHours(before) ? Tr::tr("%1 (less than an hour apart)").arg(told)
                                   : Tr::tr("%1 (less than a minute apart)").arg(told);
}

} // namespace kpwatch
