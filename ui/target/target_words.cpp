// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/target/target_words.h"

#include "app/words/answers.h"
#include "app/words/count.h"
#include "app/words/label.h"
#include "app/words/left_out.h"
#include "app/words/never_answered.h"
#include "app/words/rings.h"
#include "app/words/tr.h"
#include "ui/live/trouble_words.h"

#include <algorithm>

namespace kpwatch {

using words::Tr;

using std::chrono::milliseconds;

static constexpr int longText = 200; // characters of what a server wrote; more is in the export

static QString momentKst(UtcTime at) {
    return QStringLiteral("%1, %2 %3").arg(words::weekdayDayKst(at), words::clockKstSeconds(at), words::zoneName(at));
}
static QString betweenKst(TimeRange range) {
    const QString day = words::weekdayDayKst(range.begin);
    if (day != words::weekdayDayKst(range.end))
        return Tr::tr("between %1 and %2").arg(momentKst(range.begin), momentKst(range.end));
    return Tr::tr("%1, between %2 and %3 %4")
        .arg(day, words::clockKstSeconds(range.begin), words::clockKstSeconds(range.end), words::zoneName(range.end));
}
static QString momentUtc(UtcTime at) {
    return QStringLiteral("%1, %2 UTC").arg(words::dayUtc(at), words::clockUtcSeconds(at));
}

static void add(TargetSection& section, const QString& name, const QString& value, const QString& beneath = {}) {
    if (!value.isEmpty())
        section.rows.push_back({name, value, beneath});
}

static QString joined(const QStringList& parts) { return parts.join(QStringLiteral(" · ")); }

// --- what is asked ---

struct KindWord {
    const Target& target;
    QString operator()(const HttpOptions& /*probe*/) const { return Tr::tr("Web page"); }
    QString operator()(const DnsOptions& /*probe*/) const { return Tr::tr("Name server"); }
    QString operator()(const TcpOptions& probe) const { return Tr::tr("Port %1").arg(probe.port); }
    QString operator()(const SmtpOptions& /*probe*/) const { return Tr::tr("Mail"); }
    QString operator()(const PingOptions& /*probe*/) const { return Tr::tr("Ping"); }
    QString operator()(const TraceOptions& /*probe*/) const { return Tr::tr("Trace"); }
};

QString kindWord(const Target& target) { return std::visit(KindWord{target}, target.probe); }

QString askedWhat(const Target& target) {
    const QString kind = kindWord(target);
    if (const auto* const http = std::get_if<HttpOptions>(&target.probe))
        return QStringLiteral("%1 · %2").arg(kind, words::cleaned(http->url, longText));
    const QString host = words::cleaned(hostOf(target.probe));
    if (const auto* const dns = std::get_if<DnsOptions>(&target.probe))
        return Tr::tr("%1 · %2, asked for %3 %4")
            .arg(kind, host, words::cleaned(dns->name), words::cleaned(dns->type, 16));
    return QStringLiteral("%1 · %2").arg(kind, host);
}

// --- the state ---

static QString stateOf(const TargetStatus& status, UtcTime now) {
    if (status.neverAnswered && status.state == Verdict::Unknown)
        return words::capital(words::neverAnswered(status.lastGood, now));
    if (status.reason == Reason::NotStarted && !status.lastCheck)
        return Tr::tr("Not started");
    return words::state(status.state);
}

static QString whyOff(const TargetFacts& facts) {
    return facts.way ? words::switchedOff(facts.target, *facts.way) : QString();
}

QString targetSentence(const TargetFacts& facts) {
    if (!facts.status)
        return {};
    if (const QString why = whyOff(facts); !why.isEmpty())
        return Tr::tr("Switched off: %1").arg(why);
    QString state = stateOf(*facts.status, facts.now);
    if (!facts.status->since)
        return state;
    return Tr::tr("%1 since %2 (%3), %4")
        .arg(state, words::stampKst(*facts.status->since), words::stampUtc(*facts.status->since),
             words::duration(std::max(facts.now - *facts.status->since, milliseconds{0})));
}

static void addHandshake(TargetSection& section, const TargetFacts& facts) {
    const std::optional<Micros> usual = facts.status ? facts.status->baseline : std::nullopt;
    const std::optional<Micros> present =
        facts.answer && facts.answer->latest ? facts.answer->latest->phases.connect : std::nullopt;
    const QString usually = usual          ? Tr::tr("usually %1 at this hour").arg(words::measured(*usual))
                            : facts.viewer ? QString()
                                           : Tr::tr("what is usual at this hour is not known yet");
    if (present) {
        const Micros before = facts.answer->latest->phases.resolve.value_or(Micros{0});
        add(section, Tr::tr("Handshake"), words::measured(*present - std::min(before, *present)), usually);
    } else if (usual) {
        add(section, Tr::tr("Handshake"), Tr::tr("none"), usually);
    }
}

TargetSection judgementSection(const TargetFacts& facts) {
    TargetSection section{Tr::tr("WHAT WE MAKE OF IT"), {}, {}};
    const Transport asked = transportOf(facts.target.probe);
    if (!whyOff(facts).isEmpty()) {
        add(section, Tr::tr("Why"), words::capital(whyOff(facts)));
    } else if (facts.status) {
        const TargetStatus& status = *facts.status;
        add(section, Tr::tr("Why"), words::capital(words::reasonFor(status.reason, asked)));
        if (status.patchy)
            add(section, Tr::tr("Counts"), words::patchy(*status.patchy), Tr::tr("of the last 15 minutes"));
        if (status.checking)
            add(section, Tr::tr("Just now"), words::checkingAgain(*status.checking),
                Tr::tr("until then the old state stands"));
        if (status.onset)
            add(section, Tr::tr("Stopped"),
                status.onset->after ? betweenKst({*status.onset->after, status.onset->by})
                                    : Tr::tr("at %1 or earlier").arg(momentKst(status.onset->by)),
                status.onset->after ? Tr::tr("after the last answer, by the first failed check that counts")
                                    : Tr::tr("no answer before it was seen by us"));
        if (status.last10 > 0)
            add(section, Tr::tr("Lately"),
                Tr::tr("%1 of last %2 checks answered").arg(status.answeredOfLast10).arg(status.last10));
    }
    addHandshake(section, facts);
    if (facts.viewer)
        add(section, Tr::tr("Not here"), Tr::tr("Re-checks under way, and what is usual at this hour"),
            Tr::tr("only the program that watches knows it; this window shows what it records"));
    if (asked == Transport::Icmp)
        add(section, Tr::tr("Weight"), Tr::tr("Evidence only"),
            Tr::tr("never a reason to say that somebody does not answer"));
    else
        add(section, Tr::tr("Guarantee"),
            words::guarantee(guaranteedDetection(facts.target.interval, facts.target.timeout, facts.settings)),
            Tr::tr("asked every %1 s, waiting up to %2 s")
                .arg(facts.target.interval.count())
                .arg(std::chrono::ceil<std::chrono::seconds>(facts.target.timeout).count()));
    return section;
}

// --- the latest check ---

// A look-up that took no time was none: the addresses were in the address book.
static bool isLookUp(const Observation& check) { return check.phases.resolve.value_or(Micros{0}) > Micros{0}; }

static QString whereFrom(const TargetFacts& facts) {
    const Target& target = facts.target;
    const Observation& check = *facts.answer->latest;
    const auto* const http = std::get_if<HttpOptions>(&target.probe);
    if (http == nullptr || http->resolve.servers.empty())
        return Tr::tr("The address stands in the watchlist.");
    if (facts.way && std::holds_alternative<Proxy>(*facts.way))
        return Tr::tr("The proxy looks the name up.");
    QStringList servers;
    for (const std::string& server : http->resolve.servers)
        servers << words::cleaned(server, 45);
    const QString asked = servers.join(QStringLiteral(", "));
    if (check.reached == Stage::Resolve)
        return Tr::tr("The name servers %1 did not give any.").arg(asked);
    if (isLookUp(check))
        return Tr::tr("Given by the name servers %1 in this check.").arg(asked);
    const QString source =
        Tr::tr("From the address book: given by the name servers %1, which are asked apart from the check").arg(asked);
    return facts.addressesGivenAt ? Tr::tr("%1, last at %2.").arg(source, momentKst(*facts.addressesGivenAt))
                                  : source + QLatin1Char('.');
}

// What an answer said, by kind; strings of the server cleaned and cut.
struct AnswerRows {
    TargetSection& section;

    void operator()(const std::monostate& /*nothing*/) const {}
    void operator()(const HttpDetail& http) const {
        if (http.status > 0)
            add(section, Tr::tr("Answer"), Tr::tr("Status %1").arg(http.status), bodyOf(http));
        add(section, Tr::tr("Title"), words::cleaned(http.title));
        add(section, Tr::tr("Server"), words::cleaned(http.server));
        add(section, Tr::tr("Leads to"), words::cleaned(http.location, longText));
        add(section, Tr::tr("Changed"), words::cleaned(http.lastModified, 64), Tr::tr("as the server says"));
        QStringList between;
        for (const auto& [name, value] :
             {std::pair{"Age", http.age}, std::pair{"Via", http.via}, std::pair{"X-Cache", http.cache}})
            if (!value.empty())
                between << QStringLiteral("%1: %2").arg(QLatin1String(name), words::cleaned(value, 60));
        add(section, Tr::tr("Between"), joined(between), Tr::tr("signs that somebody between answered from memory"));
        if (!http.blockPage.empty())
            add(section, Tr::tr("Block page"), Tr::tr("One that is known"),
                Tr::tr("\"%1\" in our dated list").arg(words::cleaned(http.blockPage, 60)));
        if (http.suspectedBlock)
            add(section, Tr::tr("Suspicion"), Tr::tr("The same address lets another name pass"),
                Tr::tr("not confirmed"));
    }
    void operator()(const DnsDetail& dns) const {
        add(section, Tr::tr("Answer"), words::nameServerAnswer(dns),
            dns.serial ? Tr::tr("zone number %1").arg(*dns.serial) : QString());
    }
    void operator()(const ConnectDetail& connect) const {
        if (connect.retransmits > 0)
            add(section, Tr::tr("Sent again"), Tr::tr("%1 of our packets").arg(connect.retransmits),
                Tr::tr("so its length says nothing about the way"));
    }
    void operator()(const SmtpDetail& mail) const {
        add(section, Tr::tr("Answer"), words::mailAnswer(mail), words::cleaned(mail.banner));
    }
    void operator()(const PingDetail& ping) const { add(section, Tr::tr("Answer"), words::pingAnswer(ping)); }
    void operator()(const TraceDetail& trace) const {
        const QStringList hops = words::traceHops(trace);
        add(section, Tr::tr("Way"), words::traceOutcome(trace),
            hops.isEmpty() ? QString()
                           : Tr::tr("Hops are the computers in between, from ours on: number, address, time there and "
                                    "back.") +
                                 QLatin1Char('\n') + hops.join(QLatin1Char('\n')));
    }

  private:
    static QString bodyOf(const HttpDetail& http) { return Tr::tr("%1 bytes of page").arg(http.bodyBytes); }
};

static QString triesOf(const Observation& check) {
    QStringList parts;
    parts << (check.tries == 1 ? Tr::tr("1 try") : Tr::tr("%1 tries").arg(check.tries));
    if (check.recheck)
        parts << Tr::tr("checked again after a failure");
    return joined(parts);
}

static QString elsewhere(const TargetFacts& facts) {
    QStringList others;
    for (const Observation& check : facts.answer->addresses)
        if (check.peer != facts.answer->latest->peer)
            others << Tr::tr("%1 at %2").arg(words::cleaned(check.peer, 45), words::clockKst(check.startedAt));
    return others.isEmpty() ? QString() : Tr::tr(" Asked before: %1.").arg(others.join(QStringLiteral(", ")));
}

static QString saidOfTheName(const ResolverSays& says) {
    if (says.rcode.empty())
        return Tr::tr("does not answer");
    if (says.rcode == "NXDOMAIN")
        return Tr::tr("says there is no such name");
    if (says.rcode != "NOERROR")
        return Tr::tr("says %1").arg(words::cleaned(says.rcode, 20));
    if (says.addresses.empty())
        return Tr::tr("gives no address");
    QStringList addresses;
    for (const Address& address : says.addresses)
        addresses << words::cleaned(address.text(), 45);
    return addresses.join(QStringLiteral(", "));
}

static void addOurResolver(TargetSection& section, const TargetFacts& facts) {
    if (facts.ourResolver)
        add(section, Tr::tr("Our resolver"), saidOfTheName(facts.ourResolver->says),
            Tr::tr("for this name since %1, asked last at %2; evidence only, no check goes by it")
                .arg(momentKst(facts.ourResolver->since), words::clockKst(facts.ourResolver->at)));
}

TargetSection resultSection(const TargetFacts& facts) {
    TargetSection section{Tr::tr("LATEST CHECK"), {}, {}};
    if (!facts.answer) {
        section.otherwise = Tr::tr("Reading the record …");
        return section;
    }
    if (facts.answer->inRepair)
        section.otherwise = Tr::tr("What was recorded earlier is shown again once it is repaired.");
    else if (facts.answer->trouble)
        section.otherwise = troubleWords(*facts.answer->trouble);
    else
        section.otherwise = Tr::tr("No check in the last 7 days");
    if (!facts.answer->latest)
        return section;
    const Observation& check = *facts.answer->latest;
    add(section, Tr::tr("Result"), words::capital(words::lastResult(check.reached, check.failure)),
        Tr::tr("%1 · %2").arg(words::measured(check.elapsed), triesOf(check)));
    add(section, Tr::tr("When"), momentKst(check.startedAt),
        joined({momentUtc(check.startedAt), words::age(facts.now - check.startedAt)}));
    return section;
}

TargetSection latestCheckSection(const TargetFacts& facts) {
    TargetSection section;
    if (!facts.answer || !facts.answer->latest)
        return section;
    const Observation& check = *facts.answer->latest;
    add(section, Tr::tr("Address"), check.peer.empty() ? Tr::tr("none was asked") : words::cleaned(check.peer, 45),
        whereFrom(facts) + elsewhere(facts));
    addOurResolver(section, facts);
    if (const RefusalDetail* const refusal = refusalOf(check.detail))
        add(section, Tr::tr("Refused"), words::refusal(*refusal),
            Tr::tr("ICMP type %1, code %2").arg(refusal->icmpType).arg(refusal->icmpCode));
    std::visit(AnswerRows{section}, check.detail);
    return section;
}

TargetSection certificateSection(const TargetFacts& facts) {
    TargetSection section{Tr::tr("CERTIFICATE"), {}, {}};
    if (!facts.answer || !facts.answer->latest)
        return section;
    const auto* const http = std::get_if<HttpDetail>(&facts.answer->latest->detail);
    if (http == nullptr || !http->tls)
        return section;
    const TlsDetail& tls = *http->tls;
    add(section, Tr::tr("Judged"), words::certificateFaults(tls),
        Tr::tr("Faults are written down and count against nobody."));
    add(section, Tr::tr("Made out to"), words::cleaned(tls.subject, longText));
    add(section, Tr::tr("Signed by"), words::cleaned(tls.issuer, longText));
    if (tls.notBefore && tls.notAfter)
        add(section, Tr::tr("Valid"),
            Tr::tr("%1 to %2").arg(words::weekdayDayKst(*tls.notBefore), words::weekdayDayKst(*tls.notAfter)));
    add(section, Tr::tr("Spoken"), joined({words::cleaned(tls.version, 16), words::cleaned(tls.cipher, 60)}));
    add(section, Tr::tr("Chain"), words::cleaned(tls.chainSha256.substr(0, 16)), Tr::tr("the first 16 of its SHA-256"));
    return section;
}

// --- our own side ---

// "12 s before", "while it ran", "3 s after".
static QString offsetFrom(const Observation& check, const Observation& reading) {
    if (reading.endedAt() < check.startedAt)
        return Tr::tr("%1 s before")
            .arg(std::chrono::round<std::chrono::seconds>(check.startedAt - reading.endedAt()).count());
    if (reading.startedAt > check.endedAt())
        return Tr::tr("%1 s after")
            .arg(std::chrono::round<std::chrono::seconds>(reading.startedAt - check.endedAt()).count());
    return Tr::tr("meanwhile");
}

TargetSection ownLineSection(const TargetFacts& facts, const Watchlist& watchlist) {
    TargetSection section{Tr::tr("OUR OWN LINE"), {}, Tr::tr("Nothing is known about it.")};
    if (facts.viewer) {
        const Verdict line = facts.ownLine.state;
        add(section, Tr::tr("As recorded"), line == Verdict::Up ? Tr::tr("Working") : words::state(line),
            Tr::tr("which controls answer just now only the program that watches knows"));
    }
    for (const QString& line : words::ringLines(facts.ownLine.rings)) {
        const qsizetype colon = line.indexOf(QStringLiteral(": "));
        add(section, line.left(colon), line.mid(colon + 2));
    }
    if (!facts.answer || !facts.answer->latest)
        return section;
    for (const Observation& reading : facts.answer->controls)
        if (const Target* const control = watchlist.find(reading.target))
            add(section, words::label(control->label.empty() ? control->name : control->label, 40),
                words::capital(words::lastResult(reading.reached, reading.failure)),
                joined({words::measured(reading.elapsed), offsetFrom(*facts.answer->latest, reading)}));
    return section;
}

// --- failures, and the way there ---

TargetSection failuresSection(const TargetFacts& facts) {
    TargetSection section{Tr::tr("LATEST FAILURES"), {}, Tr::tr("None in the last 7 days")};
    if (!facts.answer || facts.answer->trouble || facts.answer->inRepair)
        section.otherwise.clear(); // nobody knows
    if (facts.answer)
        for (const Observation& failed : facts.answer->failures)
            add(section, momentKst(failed.startedAt), words::capital(words::lastResult(failed.reached, failed.failure)),
                joined({momentUtc(failed.startedAt), words::measured(failed.elapsed), triesOf(failed)}));
    return section;
}

TargetSection wayThereSection(const TargetFacts& facts) {
    TargetSection section{Tr::tr("THE WAY THERE"), {}, {}};
    if (!facts.answer)
        return section;
    for (const Observation& seen : facts.answer->besides) {
        TargetSection rows;
        std::visit(AnswerRows{rows}, seen.detail);
        for (FactRow& row : rows.rows) {
            row.beneath = row.beneath.isEmpty() ? momentKst(seen.startedAt)
                                                : QStringLiteral("%1\n%2").arg(momentKst(seen.startedAt), row.beneath);
            section.rows.push_back(std::move(row));
        }
    }
    return section;
}

} // namespace kpwatch
