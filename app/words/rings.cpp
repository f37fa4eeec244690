// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/rings.h"

#include "app/words/answers.h"
#include "app/words/tr.h"
#include "app/words/words.h"

#include <algorithm>
#include <cmath>

namespace kpwatch::words {

namespace {

QString answering(const RingStatus& status) {
    const QString by = transport(status.transport);
    if (status.off)
        return Tr::tr("off, a proxy does not carry it (%1)").arg(by);
    if (status.qualified == 0)
        return Tr::tr("not proven yet (%1)").arg(by);
    const QString counts = Tr::tr("%1 of %2 answer (%3)").arg(status.answering).arg(status.qualified).arg(by);
    return status.silent && status.since
               ? Tr::tr("%1 since %2 %3").arg(counts, clockKst(*status.since), zoneName(*status.since))
               : counts;
}

// Nobody has these addresses: it is their silence that is right.
QString silence(const std::vector<RingStatus>& statuses) {
    QStringList quiet, answered, parts;
    for (const RingStatus& status : statuses)
        if (status.silent || status.qualified > 0) // the others were not asked
            (status.silent ? answered : quiet) << transport(status.transport);
    if (!answered.isEmpty())
        parts << Tr::tr("somebody answered for them (%1)").arg(answered.join(QStringLiteral(", ")));
    if (!quiet.isEmpty())
        parts << Tr::tr("silent, as they must be (%1)").arg(quiet.join(QStringLiteral(", ")));
    if (parts.isEmpty())
        parts << Tr::tr("not asked");
    return parts.join(QStringLiteral(", "));
}

QString standing(Ring ring, const std::vector<RingStatus>& statuses) {
    if (ring == Ring::Negative)
        return silence(statuses);
    QStringList parts;
    for (const RingStatus& status : statuses)
        parts << answering(status);
    return parts.join(QStringLiteral(", "));
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
        std::vector<RingStatus> same;
        std::ranges::copy_if(rings, std::back_inserter(same),
                             [&](const RingStatus& status) { return status.ring == first.ring; });
        lines << QStringLiteral("%1: %2").arg(ring(first.ring), standing(first.ring, same));
    }
    return lines;
}

QString reasonFor(Reason reason, Transport asked) {
    if (reason == Reason::NoControl && asked == Transport::Mail)
        return Tr::tr("port 25 can't be tested from here");
    if (reason == Reason::NoControl && asked == Transport::Icmp)
        return Tr::tr("pings and traces are evidence and are not judged");
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
    if (checking.failed >=
        checking.needed) // enough of them, but not yet long enough, or the control after has to speak
        return Tr::tr("Checking again, %1 failed so far").arg(checking.failed);
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
