// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/layer_chips.h"

#include "app/words/tr.h"
#include "ui/live/state_weight.h"

namespace kpwatch {

using words::Tr;

static bool nothingSaid(Verdict state) {
    switch (state) {
    case Verdict::OwnConnectionDown:
    case Verdict::NotMonitored:
        return true;
    case Verdict::Up:
    case Verdict::Degraded:
    case Verdict::ErrorPage:
    case Verdict::Down:
    case Verdict::BlockedHere:
    case Verdict::Unknown:
        return false;
    }
    return true;
}

// A layer that failed in the latest check: as the verdict says, if there is one.
static Verdict failing(Verdict state) {
    switch (state) {
    case Verdict::Down:
    case Verdict::BlockedHere:
    case Verdict::ErrorPage:
        return state;
    case Verdict::Up:
    case Verdict::Degraded:
    case Verdict::Unknown:
    case Verdict::OwnConnectionDown:
    case Verdict::NotMonitored:
        break;
    }
    return Verdict::Unknown;
}

// What answered, as slow or faulty as the site is.
static Verdict answered(Verdict state) {
    return state == Verdict::Degraded || state == Verdict::ErrorPage ? state : Verdict::Up;
}

static LayerChip dnsChip(const SiteFacts& facts) {
    LayerChip chip{QStringLiteral("DNS"), std::nullopt, Tr::tr("the name servers of .kp are not asked")};
    if (!facts.nameServers)
        return chip;
    const GroupStatus& group = *facts.nameServers;
    chip.state = group.state == Verdict::OwnConnectionDown ? Verdict::Unknown : group.state;
    chip.result = Tr::tr("%1 of %2 name servers of .kp answer").arg(group.answering).arg(group.members);
    return chip;
}

static void sayConnection(LayerChip& tcp, LayerChip& http, const SiteFacts& facts) {
    const TargetStatus& status = *facts.http;
    const QString result = words::lastResult(status.stage, status.failure);
    const Verdict state = facts.status.state;
    if (nothingSaid(state)) {
        tcp.state = http.state = state == Verdict::OwnConnectionDown ? Verdict::Unknown : state;
        tcp.result = http.result = words::state(state);
        return;
    }
    if (status.failure == Failure::None) {
        tcp.state = state == Verdict::Degraded ? state : Verdict::Up;
        http.state = answered(state);
        tcp.result = Tr::tr("answered");
        http.result = result;
        return;
    }
    switch (status.stage) {
    case Stage::Prepare:
    case Stage::Resolve: // nothing was dialled
        tcp.result = http.result = Tr::tr("not reached: %1").arg(result);
        return;
    case Stage::Connect:
        tcp.state = failing(state);
        tcp.result = result;
        http.result = Tr::tr("not reached");
        return;
    case Stage::Tls:
    case Stage::Exchange:
    case Stage::Done:
        tcp.state = Verdict::Up;
        tcp.result = Tr::tr("answered");
        http.state = failing(state);
        http.result = result;
        return;
    }
}

// The worst of its sides, and each in words.
static LayerChip routeChip(const SiteFacts& facts) {
    LayerChip chip{Tr::tr("Route"), std::nullopt, Tr::tr("routes are not watched")};
    QStringList sides;
    for (const SiteFacts::Route& route : facts.routes) {
        sides << QStringLiteral("%1: %2").arg(route.label, route.said);
        if (!chip.state || weightOf(route.state) > weightOf(*chip.state))
            chip.state = route.state;
    }
    if (!sides.isEmpty())
        chip.result = sides.join(QStringLiteral(", "));
    return chip;
}

std::vector<LayerChip> layerChips(const SiteFacts& facts) {
    LayerChip tcp{QStringLiteral("TCP"), std::nullopt, Tr::tr("not asked yet")};
    LayerChip http{QStringLiteral("HTTP"), std::nullopt, Tr::tr("not asked yet")};
    if (!facts.switchedOff.isEmpty())
        tcp.result = http.result = facts.switchedOff;
    else if (facts.http && facts.http->lastCheck)
        sayConnection(tcp, http, facts);
    if (facts.port != 0)
        tcp.result = Tr::tr("port %1, %2").arg(facts.port).arg(tcp.result);
    LayerChip mail{Tr::tr("Mail"), std::nullopt, Tr::tr("this site has no mail server that we know of")};
    if (facts.mail) {
        mail.state = facts.mail->state == Verdict::OwnConnectionDown ? Verdict::Unknown : facts.mail->state;
        mail.result = words::state(*mail.state);
    }
    return {dnsChip(facts), tcp, http, mail, routeChip(facts)};
}

QString spoken(const std::vector<LayerChip>& chips) {
    QStringList parts;
    for (const LayerChip& chip : chips)
        parts << QStringLiteral("%1: %2").arg(chip.name, chip.result);
    return parts.join(QStringLiteral(", "));
}

} // namespace kpwatch
