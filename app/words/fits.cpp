// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/fits.h"

#include "app/words/incident.h"
#include "app/words/tr.h"

namespace kpwatch::words {

QString fits(Pattern pattern) {
    switch (pattern) {
    case Pattern::SingleServer:
        return Tr::tr("Fits trouble at one server or one address. Fits less well with trouble on the way there: others "
                      "went on answering.");
    case Pattern::NameServersOnly:
        return Tr::tr("Fits trouble at the name servers. Fits less well with trouble on the way there: a site answers "
                      "at its known address. Who has to look up its name may not reach it all the same.");
    case Pattern::OneUpstream:
        return Tr::tr("Fits trouble on the way in by one side. Fits less well with trouble at the servers: what is "
                      "reached by the other side went on answering.");
    case Pattern::Unstable:
        return Tr::tr("Fits routes or lines that come and go. Fits less well with one lasting failure.");
    case Pattern::Gradual:
        return Tr::tr("Fits a load or a loss that grew before each gave way. Fits less well with one shared part that "
                      "failed at a moment.");
    case Pattern::Abrupt:
        return Tr::tr("Fits one part that all of them share and that failed at a moment. Fits less well with a load "
                      "that grows: then time-outs and single servers come first.");
    case Pattern::RoutingPolicy:
        return Tr::tr("Fits networks elsewhere that no longer accept the routes. Fits less well with trouble at the "
                      "servers: other networks kept their way to them.");
    case Pattern::Unclear:
        return {};
    }
    return {};
}

QString weighedAgainst(const Assessment& seen) {
    return seen.pattern != Pattern::Unclear || seen.evidence.empty()
               ? QString()
               : Tr::tr("Weighed against the shape that comes nearest: “%1”.").arg(pattern(seen.weighed));
}

} // namespace kpwatch::words
