// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/words.h"

#include "app/words/tr.h"
#include "probes/wire/untrusted_text.h"

#include <algorithm>
#include <cmath>

namespace kpwatch::words {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

template <typename Unit>
int whole(milliseconds length) {
    return static_cast<int>(std::chrono::duration_cast<Unit>(length).count());
}

// A phase that never came to an end, by how far it got.
QString silence(Stage stage) {
    switch (stage) {
    case Stage::Prepare:
        return Tr::tr("no answer");
    case Stage::Resolve:
        return Tr::tr("no answer from the name servers");
    case Stage::Connect:
        return Tr::tr("no answer to the connection");
    case Stage::Tls:
        return Tr::tr("connected, no answer to the encrypted greeting");
    case Stage::Exchange:
    case Stage::Done:
        return Tr::tr("asked, then no answer");
    }
    return Tr::tr("no answer");
}

} // namespace

QString state(Verdict verdict) {
    switch (verdict) {
    case Verdict::Unknown:
        return Tr::tr("Can't tell");
    case Verdict::Up:
        return Tr::tr("Answering");
    case Verdict::Degraded:
        return Tr::tr("Slow or patchy");
    case Verdict::ErrorPage:
        return Tr::tr("Error page");
    case Verdict::Down:
        return Tr::tr("Not answering");
    case Verdict::BlockedHere:
        return Tr::tr("Blocked on this network");
    case Verdict::OwnConnectionDown:
        return Tr::tr("Our own line was down");
    case Verdict::NotMonitored:
        return Tr::tr("Not watching");
    }
    return Tr::tr("Can't tell");
}

QString stateLower(Verdict verdict) { return stateLower(LaneKind::Target, verdict); }

QString countOf(int sites, Verdict verdict) {
    switch (verdict) {
    case Verdict::Unknown:
        return Tr::tr("%1 we can't tell of").arg(sites);
    case Verdict::Up:
        return Tr::tr("%1 answering").arg(sites);
    case Verdict::Degraded:
        return Tr::tr("%1 slow or patchy").arg(sites);
    case Verdict::ErrorPage:
        return Tr::tr("%1 with an error page").arg(sites);
    case Verdict::Down:
        return Tr::tr("%1 not answering").arg(sites);
    case Verdict::BlockedHere:
        return Tr::tr("%1 blocked on this network").arg(sites);
    case Verdict::OwnConnectionDown:
        return Tr::tr("%1 out of sight, our own line is down").arg(sites);
    case Verdict::NotMonitored:
        return Tr::tr("%1 not watched").arg(sites);
    }
    return QString::number(sites);
}

QString state(LaneKind kind, Verdict verdict) {
    if (kind != LaneKind::Routes)
        return state(verdict);
    switch (verdict) {
    case Verdict::Up:
        return Tr::tr("Visible");
    case Verdict::Degraded:
        return Tr::tr("Partly visible");
    case Verdict::Down:
        return Tr::tr("Gone");
    case Verdict::Unknown:
        return Tr::tr("No data");
    case Verdict::NotMonitored:
    case Verdict::ErrorPage:
    case Verdict::BlockedHere:
    case Verdict::OwnConnectionDown:
        break;
    }
    return state(verdict);
}

QString stateLower(LaneKind kind, Verdict verdict) {
    const QString text = state(kind, verdict);
    return text.left(1).toLower() + text.mid(1);
}

QString reason(Reason reason) {
    switch (reason) {
    case Reason::None:
        return {};
    case Reason::NotStarted:
        return Tr::tr("before the first check");
    case Reason::Closed:
        return Tr::tr("the program was closed");
    case Reason::Paused:
        return Tr::tr("paused by you");
    case Reason::Asleep:
        return Tr::tr("the computer was asleep");
    case Reason::NoControl:
        return Tr::tr("no test address of our own answered, so nothing can be said");
    case Reason::Intercepted:
        return Tr::tr("somebody between answers for everybody");
    case Reason::WayThere:
        return Tr::tr("our own line works, the way there does not");
    case Reason::NeverAnswered:
        return Tr::tr("no answer on this network");
    case Reason::NotAnsweredFor:
        return Tr::tr("failed checks that do not yet say enough");
    case Reason::Stale:
        return Tr::tr("no check recently enough");
    case Reason::ThroughProxy:
        return Tr::tr("not reachable through the proxy");
    case Reason::SuspectedBlock:
        return Tr::tr("reset in a way that looks like a block on this network, which is not confirmed");
    case Reason::OtherRoute:
        return Tr::tr("the servers that test our line are reached by another way than this one");
    case Reason::LineUntested:
        return Tr::tr("our line and the way there are being tested first");
    case Reason::OwnFirewall:
        return Tr::tr("a firewall on our side, or our provider's, keeps the checks in");
    case Reason::NotCarried:
        return Tr::tr("switched off, a proxy does not carry it");
    }
    return {};
}

QString lastResult(Stage stage, Failure failure) {
    switch (failure) {
    case Failure::None:
        return Tr::tr("answered");
    case Failure::Timeout:
        return silence(stage);
    case Failure::Refused:
        return Tr::tr("connection refused");
    case Failure::Reset:
        return Tr::tr("connection reset");
    case Failure::Unreachable:
        return Tr::tr("no way to the address");
    case Failure::NoSuchName:
        return Tr::tr("the name does not exist");
    case Failure::ServerFailure:
        return Tr::tr("the name server reports a failure");
    case Failure::CertificateInvalid:
        return Tr::tr("answered with a certificate that is not valid");
    case Failure::ProtocolError:
        return Tr::tr("answered in a way we do not understand");
    case Failure::UnexpectedAnswer:
        return Tr::tr("answered, not as expected");
    case Failure::SuspiciousAnswer:
        return Tr::tr("an answer we do not believe");
    case Failure::Blocked:
        return Tr::tr("blocked on this network");
    case Failure::PermissionDenied:
        return Tr::tr("this computer did not allow the check");
    case Failure::LocalNetworkDown:
        return Tr::tr("our own line was down");
    case Failure::Cancelled:
        return Tr::tr("the check was called off");
    case Failure::Unknown:
        return Tr::tr("the check failed, we do not know how");
    }
    return {};
}

QString duration(milliseconds length) {
    if (length < minutes{1})
        return Tr::tr("under 1 min");
    if (length < hours{1})
        return Tr::tr("%1 min").arg(whole<minutes>(length));
    const bool inDays = length >= hours{48};
    const QString large = inDays ? Tr::tr("%1 d").arg(whole<days>(length)) : Tr::tr("%1 h").arg(whole<hours>(length));
    const QString small = inDays ? Tr::tr("%1 h").arg(whole<hours>(length % days{1}))
                                 : Tr::tr("%1 min").arg(whole<minutes>(length % hours{1}));
    const bool even = inDays ? whole<hours>(length % days{1}) == 0 : whole<minutes>(length % hours{1}) == 0;
    return even ? large : large + QLatin1Char(' ') + small;
}

QString age(milliseconds length) {
    const milliseconds past = std::max(length, milliseconds{0}); // a clock set back must not print "-3 s ago"
    if (past < minutes{2})
        return Tr::tr("%1 s ago").arg(whole<seconds>(past));
    return Tr::tr("%1 ago").arg(duration(past));
}

QString percent(double share) {
    // Cut, not rounded: 99.97 % is not "100.0 %".
    const double cut = std::floor(share * 1000 + 1e-9) / 10;
    return Tr::tr("%1 %").arg(cut, 0, 'f', 1);
}

QString cleaned(const std::string& raw, int length) {
    return QString::fromStdString(cleanedText(raw, static_cast<std::size_t>(std::max(0, length))));
}

} // namespace kpwatch::words
