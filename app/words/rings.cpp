// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/rings.h"

#include "app/words/answers.h"
#include "app/words/tr.h"
#include "app/words/words.h"

#include <algorithm>
#include <cmath>

namespace kpwatch::words {

namespace {

// What one ring says about one transport, without the ring's name.
QString standing(const RingStatus& status) {
    const QString by = transport(status.transport);
    if (status.ring == Ring::Negative)
        return status.silent ? Tr::tr("somebody answered for them (%1)").arg(by)
                             : Tr::tr("silent, as they must be (%1)").arg(by);
    if (status.qualified == 0)
        return Tr::tr("not proven yet (%1)").arg(by);
    const QString answering = Tr::tr("%1 of %2 answer (%3)").arg(status.answering).arg(status.qualified).arg(by);
    return status.silent && status.since
               ? Tr::tr("%1 since %2 %3").arg(answering, clockKst(*status.since), zoneName(*status.since))
               : answering;
}

} // namespace

QString ring(Ring ring) {
    switch (ring) {
    case Ring::Line:
        return Tr::tr("Our own line");
    case Ring::LongHaul:
        return Tr::tr("The way to East Asia");
    case Ring::TransitChina:
        return Tr::tr("The way there, China side");
    case Ring::TransitRussia:
        return Tr::tr("The way there, Russia side");
    case Ring::Negative:
        return Tr::tr("Addresses that nobody has");
    }
    return {};
}

QString transport(Transport transport) {
    switch (transport) {
    case Transport::Tcp:
        return Tr::tr("TCP");
    case Transport::Udp:
        return Tr::tr("UDP");
    case Transport::Mail:
        return Tr::tr("mail, port 25");
    case Transport::Icmp:
        return Tr::tr("ping");
    }
    return {};
}

QStringList ringLines(const std::vector<RingStatus>& rings) {
    QStringList lines;
    std::vector<Ring> seen;
    for (const RingStatus& first : rings) {
        if (std::ranges::find(seen, first.ring) != seen.end())
            continue;
        seen.push_back(first.ring);
        QStringList parts;
        for (const RingStatus& status : rings)
            if (status.ring == first.ring)
                parts << standing(status);
        lines << QStringLiteral("%1: %2").arg(ring(first.ring), parts.join(QStringLiteral(", ")));
    }
    return lines;
}

QString reasonFor(Reason reason, Transport asked) {
    if (reason == Reason::NoControl && asked == Transport::Mail)
        return Tr::tr("port 25 can't be tested from here");
    if (reason == Reason::NoControl && asked == Transport::Icmp)
        return Tr::tr("pings are evidence and are not judged");
    return words::reason(reason);
}

QString patchy(const Patchy& patchy) {
    QStringList parts;
    if (patchy.lost > 0) {
        const auto usual = static_cast<int>(std::lround(patchy.usualLossShare * 100));
        parts << Tr::tr("%1 of %2 tries lost, %3 % on the way there").arg(patchy.lost).arg(patchy.tries).arg(usual);
    }
    if (patchy.lost == 0 && patchy.median)
        parts << (patchy.baseline ? Tr::tr("%1, usually %2").arg(measured(*patchy.median), measured(*patchy.baseline))
                                  : measured(*patchy.median));
    return parts.join(QStringLiteral("; "));
}

QString checkingAgain(const Checking& checking) {
    return Tr::tr("Checking again, %1 of %2 failed").arg(checking.failed).arg(checking.needed);
}

QString guarantee(std::chrono::milliseconds detection) {
    const auto whole = std::chrono::ceil<std::chrono::seconds>(detection);
    const auto seconds = (whole % std::chrono::minutes{1}).count();
    const QString length = seconds == 0 || whole >= std::chrono::hours{1}
                               ? duration(whole)
                               : Tr::tr("%1 %2 s").arg(duration(whole)).arg(seconds);
    return Tr::tr("An outage of %1 or longer is always found.")
        .arg(whole < std::chrono::minutes{1} ? Tr::tr("%1 s").arg(seconds) : length);
}

} // namespace kpwatch::words
