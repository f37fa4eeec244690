// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/try_words.h"

#include "app/words/answers.h"
#include "app/words/tr.h"
#include "app/words/words.h"

namespace kpwatch {

using words::Tr;

namespace {

struct AnswerLine {
    QString operator()(const std::monostate& /*none*/) const { return {}; }
    QString operator()(const HttpDetail& page) const {
        if (page.status == 0)
            return {};
        const QString title = words::cleaned(page.title, 100);
        return title.isEmpty() ? Tr::tr("The page came with status %1.").arg(page.status)
                               : Tr::tr("The page came with status %1, its title: %2.").arg(page.status).arg(title);
    }
    QString operator()(const DnsDetail& dns) const {
        if (dns.rcode.empty())
            return {};
        const QString code = words::cleaned(dns.rcode, 32);
        return dns.authoritative ? Tr::tr("It answered %1, with authority.").arg(code)
                                 : Tr::tr("It answered %1, but not with authority.").arg(code);
    }
    QString operator()(const ConnectDetail& /*port*/) const { return {}; }
    QString operator()(const SmtpDetail& mail) const {
        return mail.code == 0 ? QString() : words::mailAnswer(mail) + QLatin1Char('.');
    }
    QString operator()(const PingDetail& ping) const { return words::pingAnswer(ping); }
    QString operator()(const TraceDetail& trace) const {
        return Tr::tr("The way there was seen over %1 steps.").arg(trace.hops.size());
    }
};

} // namespace

QStringList tryWords(const Observation& seen, const std::vector<std::string>& addresses) {
    QStringList lines;
    const Phases& phases = seen.phases;
    if (phases.resolve && !addresses.empty()) {
        QStringList found;
        for (const std::string& each : addresses)
            found << words::cleaned(each, 45);
        lines << Tr::tr("Its name was found at %1, after %2.")
                     .arg(found.join(QStringLiteral(", ")), words::measured(*phases.resolve));
    }
    if (phases.connect)
        lines << (seen.peer.empty() ? Tr::tr("Connected after %1.").arg(words::measured(*phases.connect))
                                    : Tr::tr("Connected to %1 after %2.")
                                          .arg(words::cleaned(seen.peer), words::measured(*phases.connect)));
    if (phases.tls)
        lines << Tr::tr("Encryption was agreed on after %1.").arg(words::measured(*phases.tls));
    if (phases.firstByte)
        lines << Tr::tr("The first byte came after %1.").arg(words::measured(*phases.firstByte));
    if (const QString answer = std::visit(AnswerLine{}, seen.detail); !answer.isEmpty())
        lines << answer;
    lines << Tr::tr("In all: %1, after %2.")
                 .arg(words::lastResult(seen.reached, seen.failure), words::measured(seen.elapsed));
    return lines;
}

} // namespace kpwatch
