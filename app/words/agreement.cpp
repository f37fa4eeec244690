// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/agreement.h"

#include "app/demand.h"
#include "app/words/tr.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace kpwatch {

PlannedChecks plannedChecks(const Watchlist& watchlist, const WayOut& way) {
    const bool looks_up = std::holds_alternative<Direct>(way);
    const auto turns = lookUpTurns(watchlist);
    PlannedChecks planned;
    for (const Target& target : watchlist.targets) {
        if (!target.enabled || !canLeave(target, way))
            continue;
        double each = 1;
        // A name is looked up beside the check, A and AAAA at each of its servers.
        if (const auto* http = std::get_if<HttpOptions>(&target.probe); http && looks_up)
            if (const auto turn = turns.find(target.id); turn != turns.end())
                each += 2.0 * static_cast<double>(http->resolve.servers.size()) / turn->second;
        planned.perMinute += each * 60 / static_cast<double>(std::max<std::int64_t>(1, target.interval.count()));
    }
    planned.perDay = static_cast<int>(std::lround(planned.perMinute * 24 * 60));
    double controls_per_day = 0;
    for (const Control& control : watchlist.controls) {
        if (!canLeave(control.target, way))
            continue;
        const int interval = static_cast<int>(control.target.interval.count());
        controls_per_day += 24.0 * 60 * 60 / std::max(1, interval);
        planned.eastAsia += control.ring == Ring::LongHaul ? 1 : 0;
        planned.chinaUnicom += control.ring == Ring::TransitChina ? 1 : 0;
        planned.transTeleCom += control.ring == Ring::TransitRussia ? 1 : 0;
        if (control.ring != Ring::Line)
            continue;
        planned.controlInterval_s =
            planned.lineControls == 0 ? interval : std::min(planned.controlInterval_s, interval);
        ++planned.lineControls;
    }
    planned.controlsPerDay = static_cast<int>(std::lround(controls_per_day));
    return planned;
}

namespace words {

namespace {

// To two significant figures: it is a plan, not a measurement.
QString about(int count) {
    int unit = 1;
    while (count / unit >= 100)
        unit *= 10;
    return QLocale(QLocale::English).toString((count + unit / 2) / unit * unit);
}

QString placeOf(const Proxy& proxy) {
    return QString::fromStdString(name(WayOut(proxy))).section(QStringLiteral("://"), 1);
}

AgreementPoint whoSees(const PlannedChecks& planned, const WayOut& way) {
    if (const auto* proxy = std::get_if<Proxy>(&way))
        return {Tr::tr("The proxy stands in for your address"),
                Tr::tr("About %1 checks a day leave through %2, and names are looked up there. The servers, in North "
                       "Korea too, can log where they come out; who runs the proxy can see what is asked.")
                    .arg(about(planned.perDay), placeOf(*proxy))};
    return {Tr::tr("Your address can be seen"),
            Tr::tr("Checks leave from this computer, about %1 a day. The servers, in North Korea too, can log its "
                   "address. Use another computer or line if that matters to you.")
                .arg(about(planned.perDay))};
}

QString onTheWay(const PlannedChecks& planned) {
    QStringList whose;
    if (planned.eastAsia > 0)
        whose << Tr::tr("in Japan, Hong Kong or Korea");
    if (planned.chinaUnicom > 0)
        whose << Tr::tr("of China Unicom");
    if (planned.transTeleCom > 0)
        whose << Tr::tr("of TransTeleCom");
    if (whose.isEmpty())
        return {};
    const QString last = whose.takeLast();
    return u' ' +
           Tr::tr("So are %1 on the way there: %2. With addresses that nobody has, that makes about %3 checks a day.")
               .arg(planned.eastAsia + planned.chinaUnicom + planned.transTeleCom)
               .arg(whose.isEmpty() ? last : Tr::tr("%1 and %2").arg(whose.join(QStringLiteral(", ")), last))
               .arg(about(planned.controlsPerDay));
}

AgreementPoint ownLine(const PlannedChecks& planned, const WayOut& way) {
    const QString line =
        planned.lineControls == 0
            ? Tr::tr("No computer elsewhere can be asked this way, so nothing can be said of theirs either.")
            : Tr::tr("%1 computers elsewhere are asked every %2 seconds, so that a fault at your end is "
                     "not taken for one at theirs.")
                  .arg(planned.lineControls)
                  .arg(planned.controlInterval_s);
    const QString asked = line + onTheWay(planned);
    if (!std::holds_alternative<Proxy>(way))
        return {
            Tr::tr("Your own line is checked as well"),
            asked + u' ' +
                Tr::tr("Your own resolver is asked for three made-up names at each start and on each new network, and "
                       "every five minutes for the names of the sites: whoever runs it can see them.")};
    return {Tr::tr("The proxy is checked as well"),
            asked + u' ' +
                Tr::tr("What a proxy cannot carry is not asked: name servers, mail, ping and trace. Nothing is called "
                       "not answering, only not reachable through the proxy.")};
}

} // namespace

std::vector<AgreementPoint> agreement(const Watchlist& watchlist, const WayOut& way) {
    if (std::holds_alternative<ObserveOnly>(way))
        return {{Tr::tr("Nothing is sent"), Tr::tr("Observe only: nothing is sent to North Korea. Public sources are "
                                                   "asked only once you switch them on.")}};
    const PlannedChecks planned = plannedChecks(watchlist, way);
    return {whoSees(planned, way),
            {Tr::tr("Gaps are shown, never filled"),
             Tr::tr("While this computer sleeps or the program is closed nothing is seen, and every chart says so.")},
            ownLine(planned, way),
            {Tr::tr("Few and small checks"),
             Tr::tr("About %1 short questions a minute, spaced out. Nothing is logged in to and nothing is changed. In "
                    "South Korea these sites are blocked: ask a lawyer first.")
                 .arg(std::max(1, static_cast<int>(std::lround(planned.perMinute))))}};
}

QString agreementText(const Watchlist& watchlist, const WayOut& way) {
    QStringList lines;
    for (const AgreementPoint& point : agreement(watchlist, way))
        lines << point.title + QStringLiteral(". ") + point.text;
    return lines.join(u'\n');
}

QString wayOut(const WayOut& way) {
    if (const auto* proxy = std::get_if<Proxy>(&way))
        return Tr::tr("through the proxy at %1").arg(placeOf(*proxy));
    return std::holds_alternative<Direct>(way) ? Tr::tr("from this computer") : Tr::tr("not at all");
}

} // namespace words

} // namespace kpwatch
