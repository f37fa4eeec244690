// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/target/target_words.h"

#include "tests/ui/live/sample_record.h"

#include <QtTest>

using namespace kpwatch;
using namespace std::chrono_literals;

namespace {

TargetFacts facts() {
    TargetFacts made;
    made.target = sample::watchlist().targets.front();
    made.now = sample::now();
    TargetStatus status;
    status.id = made.target.id;
    status.state = Verdict::Down;
    status.reason = Reason::None;
    status.since = sample::ago(2, 15);
    status.lastCheck = sample::now() - 9s;
    status.baseline = 140ms;
    made.status = status;
    TargetAnswer answer;
    Observation check;
    check.target = made.target.id;
    check.startedAt = sample::now() - 9s;
    check.elapsed = 10s;
    check.reached = Stage::Connect;
    check.failure = Failure::Timeout;
    check.peer = "175.45.176.71";
    check.tries = 4;
    check.recheck = true;
    answer.latest = check;
    answer.failures = {check};
    answer.addresses = {check};
    Observation control = check;
    control.target = sample::watchlist().controls.front().target.id;
    control.startedAt = sample::now() - 24s;
    control.elapsed = 24ms;
    control.reached = Stage::Done;
    control.failure = Failure::None;
    answer.controls = {control};
    made.answer = answer;
    return made;
}

QString text(const TargetSection& section) {
    QStringList lines{section.heading};
    for (const FactRow& row : section.rows)
        lines << QStringLiteral("%1|%2|%3").arg(row.name, row.value, row.beneath);
    return lines.join(QLatin1Char('\n'));
}

#define HAS(section, piece) QVERIFY2(text(section).contains(QStringLiteral(piece)), qPrintable(text(section)))

} // namespace

class TestTargetWords : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void ourResolverIsQuotedAsEvidence() {
        TargetFacts made = facts();
        QVERIFY(!text(latestCheckSection(made)).contains(QStringLiteral("Our resolver")));
        made.ourResolver = NameSaid{"www.kcna.kp", sample::now(), sample::ago(1, 0), {"NXDOMAIN", {}}};
        HAS(latestCheckSection(made), "Our resolver|says there is no such name|");
        HAS(latestCheckSection(made), "evidence only");
        made.ourResolver->says = {"NOERROR", {*Address::parse("175.45.176.71")}};
        HAS(latestCheckSection(made), "Our resolver|175.45.176.71|");
        made.ourResolver->says = {};
        HAS(latestCheckSection(made), "Our resolver|does not answer|");
    }

    void whatOnlyTheProgramThatWatchesKnowsIsSaidToBeThere() {
        TargetFacts made = facts();
        made.ownLine.state = Verdict::Up;
        QVERIFY(!text(judgementSection(made)).contains(QStringLiteral("only the program that watches")));
        QVERIFY(!text(ownLineSection(made, sample::watchlist())).contains(QStringLiteral("As recorded")));
        made.viewer = true;
        made.status->baseline.reset();
        HAS(judgementSection(made), "only the program that watches knows");
        QVERIFY(!text(judgementSection(made)).contains(QStringLiteral("not known yet")));
        HAS(ownLineSection(made, sample::watchlist()), "As recorded|Working|");
    }

    void theSentenceSaysSinceWhenInBothZones() {
        QCOMPARE(
            targetSentence(facts()),
            QStringLiteral("Not answering since %1 (05:31 UTC), 2 h 15 min").arg(words::stampKst(sample::ago(2, 15))));
        TargetFacts unwatched = facts();
        unwatched.status.reset();
        QVERIFY(targetSentence(unwatched).isEmpty());
    }

    void theLatestCheckIsToldInWords() {
        const TargetSection section = resultSection(facts());
        HAS(section, "Result|No answer to the connection|10.00 s · 4 tries · checked again after a failure");
        HAS(section, "16:46:11 KST");
        HAS(section, "07:46:11 UTC · 9 s ago");
        HAS(latestCheckSection(facts()), "Address|175.45.176.71|From the address book: given by the name servers "
                                         "175.45.176.15, 175.45.176.16");
    }

    void whoRefusedIsNamed() {
        TargetFacts refused = facts();
        refused.answer->latest->failure = Failure::Unreachable;
        refused.answer->latest->detail = HttpDetail{.refusal = {"219.158.3.1", 3, 13}};
        HAS(latestCheckSection(refused), "Refused|Router 219.158.3.1 says that it may not pass this on: a router or "
                                         "firewall prohibits it.|ICMP type 3, "
                                         "code 13");
        QVERIFY(!text(latestCheckSection(facts())).contains(QStringLiteral("Refused")));
    }

    void addressesSayWhereTheyCameFrom() {
        TargetFacts told = facts();
        told.addressesGivenAt = sample::ago(0, 2);
        HAS(latestCheckSection(told), "which are asked apart from the check, last at ");
        told.answer->latest->phases.resolve = 0us; // there was nothing to look up
        HAS(latestCheckSection(told), "From the address book");
        told.answer->latest->phases.resolve = 40ms;
        HAS(latestCheckSection(told), "in this check");
        told.answer->latest->phases.resolve.reset();
        told.answer->latest->reached = Stage::Resolve;
        told.answer->latest->peer.clear();
        HAS(latestCheckSection(told), "Address|none was asked|");
        HAS(latestCheckSection(told), "did not give any");
        told.way = parseProxy("127.0.0.1:9050");
        HAS(latestCheckSection(told), "The proxy looks the name up.");
        told = facts();
        told.target.probe = HttpOptions{"http://175.45.176.71/", {}};
        HAS(latestCheckSection(told), "stands in the watchlist");
        Observation other = *facts().answer->latest;
        other.peer = "175.45.176.99";
        told.answer->addresses.push_back(other);
        HAS(latestCheckSection(told), "Asked before: 175.45.176.99 at 16:46.");
    }

    void whatCannotBeAskedIsSwitchedOffAndSaysWhy() {
        TargetFacts told = facts();
        told.target.probe = PingOptions{"175.45.178.161"};
        told.way = parseProxy("127.0.0.1:9050");
        QCOMPARE(targetSentence(told), QStringLiteral("Switched off: a proxy does not carry pings"));
        HAS(judgementSection(told), "Why|A proxy does not carry pings|");
    }

    void beforeTheRecordAnswersNothingIsClaimed() {
        TargetFacts told = facts();
        told.answer.reset();
        QCOMPARE(resultSection(told).otherwise, QStringLiteral("Reading the record …"));
        QVERIFY(failuresSection(told).rows.empty() && failuresSection(told).otherwise.isEmpty());
        told.answer.emplace();
        QCOMPARE(resultSection(told).otherwise, QStringLiteral("No check in the last 7 days"));
        QCOMPARE(failuresSection(told).otherwise, QStringLiteral("None in the last 7 days"));
        told.answer->trouble = "disk I/O error";
        QCOMPARE(resultSection(told).otherwise, QStringLiteral("disk I/O error"));
        QVERIFY(failuresSection(told).otherwise.isEmpty());
        told.answer->inRepair = true;
        for (const bool readable : {false, true}) {
            if (readable)
                told.answer->trouble.reset();
            QCOMPARE(resultSection(told).otherwise,
                     QStringLiteral("What was recorded earlier is shown again once it is repaired."));
            QVERIFY(failuresSection(told).otherwise.isEmpty());
        }
    }

    void theJudgementHasItsCountsAndItsGuarantee() {
        TargetFacts told = facts();
        HAS(judgementSection(told), "Guarantee|An outage of 6 min 10 s or longer is always found.|asked every 120 s");
        HAS(judgementSection(told), "Handshake|none|usually 140 ms at this hour");
        told.status->state = Verdict::Unknown;
        told.status->reason = Reason::WayThere;
        HAS(judgementSection(told), "Why|Our own line works, the way there does not");
        told.status->patchy = Patchy{12, 60, 0, {}, {}};
        HAS(judgementSection(told), "Counts|12 of 60 tries lost, 0 % on the way there");
        told.status->checking = Checking{2, 3};
        HAS(judgementSection(told), "Checking again, 2 of 3 failed");
        told.status->baseline.reset();
        told.answer->latest->phases.connect = 150ms;
        HAS(judgementSection(told), "Handshake|150 ms|what is usual at this hour is not known yet");
    }

    void pingsAndTracesGuaranteeNothing() {
        TargetFacts told = facts();
        told.target.probe = PingOptions{"175.45.176.71"};
        HAS(judgementSection(told), "Evidence only");
        QVERIFY(!text(judgementSection(told)).contains(QStringLiteral("always found")));
    }

    void mailWithoutAControlSaysSo() {
        TargetFacts told = facts();
        told.target.probe = SmtpOptions{"175.45.178.56", 25};
        told.status->state = Verdict::Unknown;
        told.status->reason = Reason::NoControl;
        HAS(judgementSection(told), "Port 25 can't be tested from here");
    }

    void ourOwnLineIsToldByRingsAndReadings() {
        TargetFacts told = facts();
        told.ownLine.rings = {{Ring::Line, Transport::Tcp, 4, 5, 5, false, {}}};
        const TargetSection section = ownLineSection(told, sample::watchlist());
        HAS(section, "Our own line|4 of 5 answer (TCP)|");
        HAS(section, "line-a|Answered|24 ms · 15 s before");
    }

    void failuresAreListedWithBothClocks() {
        HAS(failuresSection(facts()), "No answer to the connection|");
        HAS(failuresSection(facts()), "07:46:11 UTC · 10.00 s · 4 tries · checked again after a failure");
    }

    void certificatesAreShownWithTheirFaults() {
        QVERIFY(certificateSection(facts()).rows.empty());
        TargetFacts told = facts();
        HttpDetail http;
        http.status = 200;
        http.tls = TlsDetail{.version = "TLSv1.3",
                             .cipher = "TLS_AES_256_GCM_SHA384",
                             .faults = {"expired"},
                             .subject = "CN=x.kp",
                             .issuer = "CN=x.kp",
                             .notBefore = sample::ago(48),
                             .notAfter = sample::ago(24),
                             .chainSha256 = std::string(64, 'a')};
        told.answer->latest->detail = http;
        HAS(certificateSection(told), "Judged|Faults: it has expired.|");
        HAS(certificateSection(told), "Chain|aaaaaaaaaaaaaaaa|");
    }

    void whatIsAskedIsNamed_data() {
        QTest::addColumn<ProbeOptions>("probe");
        QTest::addColumn<QString>("expected");
        QTest::newRow("http") << ProbeOptions{HttpOptions{"http://www.kcna.kp/", {}}}
                              << "Web page · http://www.kcna.kp/";
        QTest::newRow("dns") << ProbeOptions{DnsOptions{"175.45.176.15", 53, "kp", "SOA"}}
                             << "Name server · 175.45.176.15, asked for kp SOA";
        QTest::newRow("tcp") << ProbeOptions{TcpOptions{"175.45.178.161", 80}} << "Port 80 · 175.45.178.161";
        QTest::newRow("smtp") << ProbeOptions{SmtpOptions{"175.45.178.56", 25}} << "Mail · 175.45.178.56";
        QTest::newRow("ping") << ProbeOptions{PingOptions{"175.45.178.56"}} << "Ping · 175.45.178.56";
        QTest::newRow("trace") << ProbeOptions{TraceOptions{"175.45.178.56"}} << "Trace · 175.45.178.56";
    }
    void whatIsAskedIsNamed() {
        QFETCH(ProbeOptions, probe);
        QFETCH(QString, expected);
        Target target;
        target.probe = probe;
        QCOMPARE(askedWhat(target), expected);
    }
};

QTEST_GUILESS_MAIN(TestTargetWords)
#include "tst_target_words.moc"
