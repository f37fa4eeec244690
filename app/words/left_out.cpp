// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/left_out.h"

#include "app/words/count.h"
#include "app/words/sources.h"
#include "app/words/tr.h"
#include "probes/outside/clauses.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace kpwatch::words {

namespace {

// Why a proxy cannot carry it.
struct Carried {
    QString operator()(const HttpOptions& /*probe*/) const { return {}; }
    QString operator()(const DnsOptions& /*probe*/) const {
        return Tr::tr("a proxy does not carry the questions to a name server");
    }
    QString operator()(const TcpOptions& /*probe*/) const {
        return Tr::tr("its address would have to be looked up from here");
    }
    QString operator()(const SmtpOptions& /*probe*/) const { return Tr::tr("mail is not asked through a proxy"); }
    QString operator()(const PingOptions& /*probe*/) const { return Tr::tr("a proxy does not carry pings"); }
    QString operator()(const TraceOptions& /*probe*/) const { return Tr::tr("a proxy does not carry traces"); }
};

struct Kind {
    QString operator()(const HttpOptions& /*probe*/) const { return Tr::tr("web pages"); }
    QString operator()(const DnsOptions& /*probe*/) const { return Tr::tr("name servers"); }
    QString operator()(const TcpOptions& /*probe*/) const { return Tr::tr("ports known by name only"); }
    QString operator()(const SmtpOptions& /*probe*/) const { return Tr::tr("mail"); }
    QString operator()(const PingOptions& /*probe*/) const { return Tr::tr("ping"); }
    QString operator()(const TraceOptions& /*probe*/) const { return Tr::tr("trace"); }
};

QString rate(double per_minute) { return QLocale(QLocale::English).toString(per_minute, 'f', 1); }

} // namespace

QString switchedOff(const Target& target, const WayOut& way) {
    if (canLeave(target, way))
        return {};
    if (std::holds_alternative<ObserveOnly>(way))
        return Tr::tr("observing only, nothing is sent");
    return std::visit(Carried{}, target.probe);
}

QString switchedOff(const Watchlist& watchlist, const WayOut& way) {
    if (!std::holds_alternative<Proxy>(way))
        return {};
    const std::vector<TargetId> off = kpwatch::switchedOff(watchlist, way);
    QStringList kinds;
    for (const TargetId id : off)
        if (const QString kind = std::visit(Kind{}, watchlist.find(id)->probe); !kinds.contains(kind))
            kinds << kind;
    if (off.empty())
        return {};
    const QString which = kinds.join(QStringLiteral(", "));
    if (off.size() == 1)
        return Tr::tr("One check that a proxy cannot carry is switched off: %1.").arg(which);
    return Tr::tr("%1 checks that a proxy cannot carry are switched off: %2.")
        .arg(capital(numberWord(static_cast<std::int64_t>(off.size()))), which);
}

QString overCaps(const std::vector<OverCap>& over) {
    if (over.empty())
        return {};
    // The one that is furthest beyond.
    const OverCap& worst = *std::ranges::max_element(
        over, {}, [](const OverCap& cap) { return cap.wantedPerMinute / std::max(1, cap.allowedPerMinute); });
    const QString one = Tr::tr("The watchlist wants %1 checks a minute of %2, where %3 may be made.")
                            .arg(rate(worst.wantedPerMinute), cleaned(worst.where, 60))
                            .arg(worst.allowedPerMinute);
    const auto others = static_cast<std::int64_t>(over.size()) - 1;
    const QString more = others == 0 ? QString()
                         : others == 1
                             ? Tr::tr(" One more place is asked for too much.")
                             : Tr::tr(" %1 more places are asked for too much.").arg(capital(numberWord(others)));
    return one + more + Tr::tr(" Checks there come late, none is left out.");
}

Headline observing(const std::vector<SourceStatus>& sources) {
    const QString nothing = Tr::tr("Nothing is sent to North Korea, so nothing new is seen of its sites.");
    QStringList names;
    for (const SourceStatus& source : sources)
        if (!source.source.empty() && source.trouble != clauses::noToken) // who wants one is not asked without
            names << sourceName(source.source);
    return {Tr::tr("Observing only"),
            names.isEmpty() ? nothing
                            : nothing + QLatin1Char(' ') +
                                  Tr::tr("Watching by public sources: %1.").arg(names.join(QStringLiteral(", "))),
            Verdict::NotMonitored};
}

} // namespace kpwatch::words
