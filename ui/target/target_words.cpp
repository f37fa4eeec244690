// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/target/target_words.h"

#include "app/words/answers.h"
#include "app/words/count.h"
#include "app/words/left_out.h"
#include "app/words/rings.h"

#include <QCoreApplication>

#include <algorithm>

namespace kpwatch {

using std::chrono::milliseconds;

static QString tr(const char* text) { return QCoreApplication::translate("target", text); }

static constexpr int longText = 200; // characters of what a server wrote; more is in the export

static QString momentKst(UtcTime at) {
    return QStringLiteral("%1, %2 %3").arg(words::weekdayDayKst(at), words::clockKstSeconds(at), words::zoneName(at));
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
    QString operator()(const HttpOptions& /*probe*/) const { return tr("Web page"); }
    QString operator()(const DnsOptions& /*probe*/) const { return tr("Name server"); }
    QString operator()(const TcpOptions& probe) const { return tr("Port %1").arg(probe.port); }
    QString operator()(const SmtpOptions& /*probe*/) const { return tr("Mail"); }
    QString operator()(const PingOptions& /*probe*/) const { return tr("Ping"); }
    QString operator()(const TraceOptions& /*probe*/) const { return tr("Trace"); }
};

QString kindWord(const Target& target) { return std::visit(KindWord{target}, target.probe); }

QString askedWhat(const Target& target) {
    const QString kind = kindWord(target);
    if (const auto* const http = std::get_if<HttpOptions>(&target.probe))
        return QStringLiteral("%1 · %2").arg(kind, words::cleaned(http->url, longText));
    const QString host = words::cleaned(hostOf(target.probe));
    if (const auto* const dns = std::get_if<DnsOptions>(&target.probe))
        return tr("%1 · %2, asked for %3 %4").arg(kind, host, words::cleaned(dns->name), words::cleaned(dns->type, 16));
    return QStringLiteral("%1 · %2").arg(kind, host);
}

// --- the state ---

static QString stateOf(const TargetStatus& status) {
    if (status.neverAnswered && status.state == Verdict::Unknown)
        return tr("Has never answered us");
    if (status.reason == Reason::NotStarted && !status.lastCheck)
        return tr("Not started");
    return words::state(status.state);
}

static QString whyOff(const TargetFacts& facts) {
    return facts.way ? words::switchedOff(facts.target, *facts.way) : QString();
}

QString targetSentence(const TargetFacts& facts) {
    if (!facts.status)
        return {};
    if (const QString why = whyOff(facts); !why.isEmpty())
        return tr("Switched off: %1").arg(why);
    QString state = stateOf(*facts.status);
    if (!facts.status->since)
        return state;
    return tr("%1 since %2 (%3), %4")
        .arg(state, words::stampKst(*facts.status->since), words::stampUtc(*facts.status->since),
             words::duration(std::max(facts.now - *facts.status->since, milliseconds{0})));
}

static void addHandshake(TargetSection& section, const TargetFacts& facts) {
    const std::optional<Micros> usual = facts.status ? facts.status->baseline : std::nullopt;
    const std::optional<Micros> present =
        facts.answer && facts.answer->latest ? facts.answer->latest->phases.connect : std::nullopt;
    const QString usually = usual ? tr("usually %1 at this hour").arg(words::measured(*usual))
                                  : tr("what is usual at this hour is not known yet");
    if (present) {
        const Micros before = facts.answer->latest->phases.resolve.value_or(Micros{0});
        add(section, tr("Handshake"), words::measured(*present - std::min(before, *present)), usually);
    } else if (usual) {
        add(section, tr("Handshake"), tr("none"), usually);
    }
}

TargetSection judgementSection(const TargetFacts& facts) {
    TargetSection section{tr("WHAT WE MAKE OF IT"), {}, {}};
    const Transport asked = transportOf(facts.target.probe);
    if (!whyOff(facts).isEmpty()) {
        add(section, tr("Why"), words::capital(whyOff(facts)));
    } else if (facts.status) {
        const TargetStatus& status = *facts.status;
        add(section, tr("Why"), words::capital(words::reasonFor(status.reason, asked)));
        if (status.patchy)
            add(section, tr("Counts"), words::patchy(*status.patchy), tr("of the last 15 minutes"));
        if (status.checking)
            add(section, tr("Just now"), words::checkingAgain(*status.checking), tr("until then the old state stands"));
        if (status.onset)
            add(section, tr("Stopped"),
                status.onset->after
                    ? tr("between %1 and %2")
                          .arg(words::clockKstSeconds(*status.onset->after), momentKst(status.onset->by))
                    : tr("at %1 or earlier").arg(momentKst(status.onset->by)),
                status.onset->after ? tr("after the last answer, by the first failed check that counts")
                                    : tr("no answer before it was seen by us"));
        if (status.last10 > 0)
            add(section, tr("Lately"),
                tr("%1 of last %2 checks answered").arg(status.answeredOfLast10).arg(status.last10));
    }
    addHandshake(section, facts);
    if (asked == Transport::Icmp)
        add(section, tr("Weight"), tr("Evidence only"), tr("never a reason to say that somebody does not answer"));
    else
        add(section, tr("Guarantee"),
            words::guarantee(guaranteedDetection(facts.target.interval, facts.target.timeout, facts.settings)),
            tr("asked every %1 s, waiting up to %2 s")
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
        return tr("The address stands in the watchlist.");
    if (facts.way && std::holds_alternative<Proxy>(*facts.way))
        return tr("The proxy looks the name up.");
    QStringList servers;
    for (const std::string& server : http->resolve.servers)
        servers << words::cleaned(server, 45);
    const QString asked = servers.join(QStringLiteral(", "));
    if (check.reached == Stage::Resolve)
        return tr("The name servers %1 did not give any.").arg(asked);
    if (isLookUp(check))
        return tr("Given by the name servers %1 in this check.").arg(asked);
    const QString source =
        tr("From the address book: given by the name servers %1, which are asked apart from the check").arg(asked);
    return facts.addressesGivenAt ? tr("%1, last at %2.").arg(source, momentKst(*facts.addressesGivenAt))
                                  : source + QLatin1Char('.');
}

// What an answer said, by kind; strings of the server cleaned and cut.
struct AnswerRows {
    TargetSection& section;

    void operator()(const std::monostate& /*nothing*/) const {}
    void operator()(const HttpDetail& http) const {
        if (http.status > 0)
            add(section, tr("Answer"), tr("Status %1").arg(http.status), bodyOf(http));
        add(section, tr("Title"), words::cleaned(http.title));
        add(section, tr("Server"), words::cleaned(http.server));
        add(section, tr("Leads to"), words::cleaned(http.location, longText));
        add(section, tr("Changed"), words::cleaned(http.lastModified, 64), tr("as the server says"));
        QStringList between;
        for (const auto& [name, value] :
             {std::pair{"Age", http.age}, std::pair{"Via", http.via}, std::pair{"X-Cache", http.cache}})
            if (!value.empty())
                between << QStringLiteral("%1: %2").arg(QLatin1String(name), words::cleaned(value, 60));
        add(section, tr("Between"), joined(between), tr("signs that somebody between answered from memory"));
        if (!http.blockPage.empty())
            add(section, tr("Block page"), tr("One that is known"),
                tr("\"%1\" in our dated list").arg(words::cleaned(http.blockPage, 60)));
        if (http.suspectedBlock)
            add(section, tr("Suspicion"), tr("The same address lets another name pass"), tr("not confirmed"));
    }
    void operator()(const DnsDetail& dns) const {
        add(section, tr("Answer"), words::nameServerAnswer(dns),
            dns.serial ? tr("zone number %1").arg(*dns.serial) : QString());
    }
    void operator()(const ConnectDetail& connect) const {
        if (connect.retransmits > 0)
            add(section, tr("Sent again"), tr("%1 of our packets").arg(connect.retransmits),
                tr("so its length says nothing about the way"));
    }
    void operator()(const SmtpDetail& mail) const {
        add(section, tr("Answer"), words::mailAnswer(mail), words::cleaned(mail.banner));
    }
    void operator()(const PingDetail& ping) const { add(section, tr("Answer"), words::pingAnswer(ping)); }
    void operator()(const TraceDetail& trace) const {
        add(section, tr("Way"), words::traceOutcome(trace), words::traceHops(trace).join(QLatin1Char('\n')));
    }

  private:
    static QString bodyOf(const HttpDetail& http) { return tr("%1 bytes of page").arg(http.bodyBytes); }
};

static QString triesOf(const Observation& check) {
    QStringList parts;
    parts << (check.tries == 1 ? tr("1 try") : tr("%1 tries").arg(check.tries));
    if (check.recheck)
        parts << tr("checked again after a failure");
    return joined(parts);
}

static QString elsewhere(const TargetFacts& facts) {
    QStringList others;
    for (const Observation& check : facts.answer->addresses)
        if (check.peer != facts.answer->latest->peer)
            others << tr("%1 at %2").arg(words::cleaned(check.peer, 45), words::clockKst(check.startedAt));
    return others.isEmpty() ? QString() : tr(" Asked before: %1.").arg(others.join(QStringLiteral(", ")));
}

TargetSection resultSection(const TargetFacts& facts) {
    TargetSection section{tr("LATEST CHECK"), {}, {}};
    if (!facts.answer) {
        section.otherwise = tr("Reading the record …");
        return section;
    }
    if (facts.answer->trouble)
        section.otherwise = words::cleaned(*facts.answer->trouble, longText);
    else
        section.otherwise = tr("No check in the last 7 days");
    if (!facts.answer->latest)
        return section;
    const Observation& check = *facts.answer->latest;
    add(section, tr("Result"), words::capital(words::lastResult(check.reached, check.failure)),
        tr("%1 · %2").arg(words::measured(check.elapsed), triesOf(check)));
    add(section, tr("When"), momentKst(check.startedAt),
        joined({momentUtc(check.startedAt), words::age(facts.now - check.startedAt)}));
    return section;
}

TargetSection latestCheckSection(const TargetFacts& facts) {
    TargetSection section;
    if (!facts.answer || !facts.answer->latest)
        return section;
    const Observation& check = *facts.answer->latest;
    add(section, tr("Address"), check.peer.empty() ? tr("none was asked") : words::cleaned(check.peer, 45),
        whereFrom(facts) + elsewhere(facts));
    std::visit(AnswerRows{section}, check.detail);
    return section;
}

TargetSection certificateSection(const TargetFacts& facts) {
    TargetSection section{tr("CERTIFICATE"), {}, {}};
    if (!facts.answer || !facts.answer->latest)
        return section;
    const auto* const http = std::get_if<HttpDetail>(&facts.answer->latest->detail);
    if (http == nullptr || !http->tls)
        return section;
    const TlsDetail& tls = *http->tls;
    add(section, tr("Judged"), words::certificateFaults(tls), tr("Faults are written down and count against nobody."));
    add(section, tr("Made out to"), words::cleaned(tls.subject, longText));
    add(section, tr("Signed by"), words::cleaned(tls.issuer, longText));
    if (tls.notBefore && tls.notAfter)
        add(section, tr("Valid"),
            tr("%1 to %2").arg(words::weekdayDayKst(*tls.notBefore), words::weekdayDayKst(*tls.notAfter)));
    add(section, tr("Spoken"), joined({words::cleaned(tls.version, 16), words::cleaned(tls.cipher, 60)}));
    add(section, tr("Chain"), words::cleaned(tls.chainSha256.substr(0, 16)), tr("the first 16 of its SHA-256"));
    return section;
}

// --- our own side ---

// "12 s before", "while it ran", "3 s after".
static QString offsetFrom(const Observation& check, const Observation& reading) {
    if (reading.endedAt() < check.startedAt)
        return tr("%1 s before")
            .arg(std::chrono::round<std::chrono::seconds>(check.startedAt - reading.endedAt()).count());
    if (reading.startedAt > check.endedAt())
        return tr("%1 s after")
            .arg(std::chrono::round<std::chrono::seconds>(reading.startedAt - check.endedAt()).count());
    return tr("meanwhile");
}

TargetSection ownLineSection(const TargetFacts& facts, const Watchlist& watchlist) {
    TargetSection section{tr("OUR OWN LINE"), {}, tr("Nothing is known about it.")};
    for (const QString& line : words::ringLines(facts.ownLine.rings)) {
        const qsizetype colon = line.indexOf(QStringLiteral(": "));
        add(section, line.left(colon), line.mid(colon + 2));
    }
    if (!facts.answer || !facts.answer->latest)
        return section;
    for (const Observation& reading : facts.answer->controls)
        if (const Target* const control = watchlist.find(reading.target))
            add(section, words::cleaned(control->label.empty() ? control->name : control->label, 40),
                words::capital(words::lastResult(reading.reached, reading.failure)),
                joined({words::measured(reading.elapsed), offsetFrom(*facts.answer->latest, reading)}));
    return section;
}

// --- failures, and the way there ---

TargetSection failuresSection(const TargetFacts& facts) {
    TargetSection section{tr("LATEST FAILURES"), {}, tr("None in the last 7 days")};
    if (!facts.answer)
        section.otherwise.clear();
    else
        for (const Observation& failed : facts.answer->failures)
            add(section, momentKst(failed.startedAt), words::capital(words::lastResult(failed.reached, failed.failure)),
                joined({momentUtc(failed.startedAt), words::measured(failed.elapsed), triesOf(failed)}));
    return section;
}

TargetSection wayThereSection(const TargetFacts& facts) {
    TargetSection section{tr("THE WAY THERE"), {}, {}};
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
