// SPDX-License-Identifier: GPL-3.0-or-later
// Pings in a network of the test's own.
#include <QtTest>

#include "probes/net/program.h"
#include "tests/probes/asking.h"
#include "tests/probes/own_network.h"

using namespace kpwatch;
using namespace kpwatch::asking;

namespace {

constexpr milliseconds pingTimeout(5000);

Asked ping(const char* host, milliseconds timeout = pingTimeout) {
    return ask(PingOptions{host}, {.timeout = timeout});
}

} // namespace

class TestPingProbe : public QObject {
    Q_OBJECT

  public:
    TestPingProbe(std::string no_network, bool socket) : m_noNetwork(std::move(no_network)), m_socket(socket) {}

  private:
    bool canPing() const { return m_socket || access("/bin/ping", X_OK) == 0; }

    std::string m_noNetwork; // why
    bool m_socket;           // may we have an ICMP socket?

  private Q_SLOTS:
    void initTestCase();
    void whatComesBackIsCounted();
    void withoutSocketAndProgramNothingIsSaidAboutAnybody();
    void silenceIsTimeout();
    void deadlineIsKept();
    void noWayIsOurOwnLine();
    void addressesOutsideTheRulesAreNotAsked();
    void stopEndsTheCheckAtOnce();
    void programIsRunWithoutShell();
    void programIsKilledAtTheDeadline();
    void programsThatTalkWithoutEndAreCutOff();
    void missingProgramIsNotStarted();
};

void TestPingProbe::initTestCase() {
    if (!m_noNetwork.empty())
        QSKIP(m_noNetwork.c_str());
    // Whoever is asked at 10.9.9.0/24 is never heard of again.
    const QString failure = shell(QStringLiteral(
        "ip link set lo up; ip link del nowhere 2>/dev/null || true; ip link add nowhere type veth peer name beyond; "
        "ip link set nowhere arp off up; ip link set beyond arp off up; "
        "ip address add 10.9.9.1/24 dev nowhere"));
    if (!failure.isEmpty())
        QSKIP(qPrintable(QStringLiteral("no network can be built here: ") + failure));
}

void TestPingProbe::whatComesBackIsCounted() {
    if (!canPing())
        QSKIP("/bin/ping is not installed (iputils-ping)");
    for (const char* const host : {"127.0.0.1", "::1"}) {
        const Asked asked = ping(host);
        QCOMPARE(asked.outcome(), QStringLiteral("done/none"));
        const auto detail = asked.detail<PingDetail>();
        QCOMPARE(detail.method, std::string(m_socket ? "socket" : "ping"));
        QCOMPARE(detail.sent, 5);
        QCOMPARE(detail.received, 5);
        QVERIFY(*detail.shortest <= *detail.median && *detail.median < milliseconds(100));
        QVERIFY2(asked.took >= milliseconds(800) && asked.took < milliseconds(1500), "200 ms apart, and then no wait");
        QCOMPARE(asked.seen.peer, std::string(host));
        QCOMPARE(asked.seen.source, std::string(host));
        QCOMPARE(asked.seen.tries, 5);
    }
}

void TestPingProbe::withoutSocketAndProgramNothingIsSaidAboutAnybody() {
    if (canPing())
        QSKIP("there is a way to ping here");
    const Asked asked = ping("127.0.0.1");
    QCOMPARE(asked.outcome(), QStringLiteral("exchange/permission-denied"));
    QCOMPARE(asked.detail<PingDetail>().method, std::string("none"));
    QCOMPARE(asked.seen.meaning(), Meaning::Neutral);
}

void TestPingProbe::silenceIsTimeout() {
    if (!canPing())
        QSKIP("/bin/ping is not installed (iputils-ping)");
    const Asked asked = ping("10.9.9.2");
    QCOMPARE(asked.outcome(), QStringLiteral("exchange/timeout"));
    QCOMPARE(asked.detail<PingDetail>().sent, 5);
    QCOMPARE(asked.detail<PingDetail>().received, 0);
    QVERIFY(!asked.detail<PingDetail>().median);
    QVERIFY2(asked.took < milliseconds(4000), "2 s after the last echo it is over");
    QCOMPARE(asked.seen.source, std::string("10.9.9.1"));
}

void TestPingProbe::deadlineIsKept() {
    const Asked asked = ping("10.9.9.2", shortTimeout);
    QVERIFY2(asked.took <= shortTimeout + grace, qPrintable(QString::number(asked.took.count())));
    QCOMPARE(asked.seen.failure, canPing() ? Failure::Timeout : Failure::PermissionDenied);
}

void TestPingProbe::noWayIsOurOwnLine() {
    const Asked asked = ping("10.8.8.8");
    QCOMPARE(asked.outcome(), QStringLiteral("connect/local-network-down"));
    QVERIFY(asked.took < milliseconds(500));
}

void TestPingProbe::addressesOutsideTheRulesAreNotAsked() {
    QCOMPARE(ask(PingOptions{"127.0.0.1"}, {.rules = {}}).outcome(), QStringLiteral("prepare/suspicious-answer"));
    QCOMPARE(ping("www.kcna.kp").outcome(), QStringLiteral("resolve/unknown"));
}

void TestPingProbe::stopEndsTheCheckAtOnce() {
    if (!canPing())
        QSKIP("/bin/ping is not installed (iputils-ping)");
    const Stopped stopped = askAndStop(PingOptions{"10.9.9.2"});
    QCOMPARE(stopped.asked.outcome(), QStringLiteral("exchange/cancelled"));
    QVERIFY2(stopped.tookToEnd <= stopGrace, qPrintable(QString::number(stopped.tookToEnd.count())));
}

void TestPingProbe::programIsRunWithoutShell() {
    const StopSignal stop{std::stop_token()};
    const auto soon = std::chrono::steady_clock::now() + pingTimeout;
    const ProgramRun run = runProgram("/bin/echo", {"$HOME; id", "`id`"}, soon, stop);
    QVERIFY(run.started && run.ended);
    QCOMPARE(run.output, std::string("$HOME; id `id`\n"));
    QCOMPARE(runProgram("/usr/bin/env", {}, soon, stop).output, std::string("LC_ALL=C\n"));
}

void TestPingProbe::programIsKilledAtTheDeadline() {
    const StopSignal stop{std::stop_token()};
    const auto begin = std::chrono::steady_clock::now();
    const ProgramRun run = runProgram("/bin/sleep", {"30"}, begin + milliseconds(200), stop);
    QVERIFY(run.started && !run.ended);
    QVERIFY(std::chrono::steady_clock::now() < begin + milliseconds(200) + grace);
}

void TestPingProbe::programsThatTalkWithoutEndAreCutOff() {
    const StopSignal stop{std::stop_token()};
    const ProgramRun run = runProgram("/usr/bin/yes", {}, std::chrono::steady_clock::now() + pingTimeout, stop);
    QVERIFY(run.started && !run.ended);
    QCOMPARE(run.output.size(), std::size_t(16 * 1024));
}

void TestPingProbe::missingProgramIsNotStarted() {
    const StopSignal stop{std::stop_token()};
    for (const char* const path : {"/nonexistent/ping", "/etc/passwd", "/"})
        QVERIFY(!runProgram(path, {}, std::chrono::steady_clock::now() + pingTimeout, stop).started);
}

int main(int argc, char** argv) { return runWithAndWithoutIcmp<TestPingProbe>(argc, argv); }
#include "tst_ping_probe.moc"
