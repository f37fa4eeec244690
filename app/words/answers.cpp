// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/answers.h"

#include "app/words/tr.h"
#include "app/words/words.h"
#include "probes/net/address_rules.h"
#include "probes/wire/icmp_packet.h"

#include <algorithm>
#include <array>

namespace kpwatch::words {

namespace {

struct Said {
    const char* id;
    const char* words;
};
// The ids are those of probes/wire/certificate.h.
constexpr std::array faults{
    Said{"self-signed", QT_TRANSLATE_NOOP("words", "it is signed by itself")},
    Said{"unknown-issuer", QT_TRANSLATE_NOOP("words", "nobody we know signed it")},
    Said{"incomplete-chain", QT_TRANSLATE_NOOP("words", "the certificates that vouch for it were not sent")},
    Said{"expired", QT_TRANSLATE_NOOP("words", "it has expired")},
    Said{"not-yet-valid", QT_TRANSLATE_NOOP("words", "it is not valid yet")},
    Said{"wrong-name", QT_TRANSLATE_NOOP("words", "it was made out to another name")},
    Said{"weak-signature", QT_TRANSLATE_NOOP("words", "it is signed in a way that is too weak today")},
    Said{"weak-key", QT_TRANSLATE_NOOP("words", "its key is too weak today")},
    Said{"revoked", QT_TRANSLATE_NOOP("words", "it was revoked")}};

// What a hop is called; the one after it may be the first that is silent.
QString hop(int ttl) { return Tr::tr("hop %1").arg(ttl); }

const TraceHop* lastThatAnswered(const TraceDetail& trace) {
    const auto answered =
        std::find_if(trace.hops.rbegin(), trace.hops.rend(), [](const TraceHop& one) { return !one.address.empty(); });
    return answered == trace.hops.rend() ? nullptr : &*answered;
}

} // namespace

QString certificateFault(const std::string& fault) {
    const auto* const known =
        std::find_if(faults.begin(), faults.end(), [&](const Said& one) { return one.id == fault; });
    if (known != faults.end())
        return Tr::tr(known->words);
    return Tr::tr("it is wrong in another way (%1)").arg(cleaned(fault, 32));
}

QString certificateFaults(const TlsDetail& tls) {
    if (tls.faults.empty())
        return Tr::tr("No fault was found.");
    QStringList said;
    for (const std::string& fault : tls.faults)
        said << certificateFault(fault);
    return Tr::tr("Faults: %1.").arg(said.join(QStringLiteral(", ")));
}

QString mailAnswer(const SmtpDetail& mail) {
    if (mail.code == 0)
        return Tr::tr("No greeting came");
    // RFC 5321, section 4.2.1: the first digit says whether it is good, for now or for good.
    const int kind = mail.code / 100;
    const QString meaning = kind == 2   ? Tr::tr("ready for mail")
                            : kind == 4 ? Tr::tr("not now")
                            : kind == 5 ? Tr::tr("turns everybody away")
                                        : Tr::tr("not what a mail server says");
    return Tr::tr("Greeting %1: %2").arg(mail.code).arg(meaning);
}

QString pingAnswer(const PingDetail& ping) {
    if (ping.method == "none")
        return Tr::tr("This computer does not let programs ping.");
    if (ping.received == 0)
        return Tr::tr("None of %1 came back. Many networks drop such packets on purpose: it says nothing alone.")
            .arg(ping.sent);
    const QString back = Tr::tr("%1 of %2 came back").arg(ping.received).arg(ping.sent);
    return ping.median ? Tr::tr("%1, in the middle %2.").arg(back, measured(*ping.median)) : back + QLatin1Char('.');
}

QString nameServerAnswer(const DnsDetail& dns) {
    if (dns.rcode.empty())
        return Tr::tr("No answer came");
    const QString code = cleaned(dns.rcode, 16);
    if (dns.rcode == "SERVFAIL" || dns.rcode == "REFUSED")
        return Tr::tr("%1: the server answers, its zone is broken").arg(code);
    if (!dns.authoritative)
        return Tr::tr("%1, not from its own zone: somebody between may have answered").arg(code);
    return Tr::tr("%1, from its own zone").arg(code);
}

QString refusal(const RefusalDetail& refusal) {
    const auto router = Address::parse(refusal.router); // what is handed on does not tell it
    const QString who = router ? Tr::tr("Router %1").arg(cleaned(refusal.router, 45)) : Tr::tr("A router");
    switch (icmpError(refusal.icmpType, refusal.icmpCode, router && router->v6)) {
    case IcmpError::Prohibited:
        return Tr::tr("%1 says that it may not pass this on: a router or firewall prohibits it.").arg(who);
    case IcmpError::Unreachable:
        return Tr::tr("%1 says that it knows no way there.").arg(who);
    case IcmpError::Expired:
        return Tr::tr("%1 says that it has passed too many routers: it went in circles.").arg(who);
    case IcmpError::PortClosed:
        return Tr::tr("%1 says that nobody listens there.").arg(router ? cleaned(refusal.router, 45) : who);
    case IcmpError::Other:
        break;
    }
    return Tr::tr("%1 sent it back.").arg(who);
}

QString traceOutcome(const TraceDetail& trace) {
    const TraceHop* const last = lastThatAnswered(trace);
    if (trace.outcome == "no-first-router" || (last == nullptr && trace.outcome != "reached"))
        return Tr::tr("Not even the first router answered.");
    if (trace.outcome == "reached")
        return last == nullptr ? Tr::tr("It was reached.") : Tr::tr("It was reached at %1.").arg(hop(last->ttl));
    if (trace.outcome == "unreachable")
        return Tr::tr("The router at %1 says that it knows no way there.").arg(hop(last->ttl));
    if (trace.outcome == "prohibited")
        return Tr::tr("The router at %1 says that it may not pass this on.").arg(hop(last->ttl));
    if (trace.outcome == "loop")
        return Tr::tr("From %1 on it goes in circles.").arg(hop(last->ttl));
    return Tr::tr("The last router that answered is %1; silence between %1 and %2.")
        .arg(hop(last->ttl), hop(last->ttl + 1));
}

QStringList traceHops(const TraceDetail& trace) {
    QStringList lines;
    const TraceHop* const last = lastThatAnswered(trace);
    for (const TraceHop& one : trace.hops) {
        const bool passed_on = last != nullptr && one.ttl < last->ttl;
        QString line = !one.address.empty() ? QStringLiteral("%1  %2").arg(one.ttl).arg(cleaned(one.address, 45))
                       : passed_on          ? Tr::tr("%1  no answer, but it passes on what comes").arg(one.ttl)
                                            : Tr::tr("%1  no answer").arg(one.ttl);
        if (one.roundTrip)
            line += QStringLiteral("  ") + measured(*one.roundTrip);
        lines << line;
    }
    return lines;
}

QString measured(Micros length) {
    const double milliseconds = static_cast<double>(length.count()) / 1000;
    if (milliseconds >= 1000)
        return Tr::tr("%1 s").arg(milliseconds / 1000, 0, 'f', 2);
    if (milliseconds < 0.1)
        return Tr::tr("under 0.1 ms");
    return Tr::tr("%1 ms").arg(milliseconds, 0, 'f', milliseconds < 10 ? 1 : 0);
}

} // namespace kpwatch::words
