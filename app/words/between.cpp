// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/between.h"

#include "app/words/tr.h"

namespace kpwatch::words {

BetweenWords between(Reason reason) {
    switch (reason) {
    case Reason::WayThere:
        return {Tr::tr("We can't tell: the way there does not work"), Tr::tr("Our own line works."),
                Tr::tr("The way there does not work")};
    case Reason::Intercepted:
        return {Tr::tr("We can't tell: somebody between answers for everybody"),
                Tr::tr("What comes back need not be theirs."), Tr::tr("Somebody answers for everybody")};
    case Reason::SuspectedBlock:
        return {Tr::tr("We can't tell: it looks like a block on this network"),
                Tr::tr("Connections to them are reset; that alone proves nothing."),
                Tr::tr("Looks like a block on this network")};
    case Reason::OtherRoute:
        return {Tr::tr("We can't tell: our own line is tested by another way"),
                Tr::tr("A failure there may be our own."), Tr::tr("Our line is tested by another way")};
    case Reason::ThroughProxy: // told by the headline in words of its own
        return {{}, {}, Tr::tr("Not reachable through the proxy")};
    case Reason::OwnFirewall:
        return {Tr::tr("We can't tell: a firewall on our side, or our provider's, keeps our checks in"),
                Tr::tr("Let KPWatch through there, or ask who looks after this computer or its network."),
                Tr::tr("A firewall here keeps the check in")};
    case Reason::None:
    case Reason::NotStarted:
    case Reason::Closed:
    case Reason::Paused:
    case Reason::Asleep:
    case Reason::NoControl:
    case Reason::NeverAnswered:
    case Reason::NotAnsweredFor:
    case Reason::Stale:
    case Reason::LineUntested:
    case Reason::NotCarried:
        break;
    }
    return {};
}

} // namespace kpwatch::words
