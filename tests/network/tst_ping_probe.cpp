// SPDX-License-Identifier: GPL-3.0-or-later
// Pings in namespaces, once as a user who may have ICMP sockets and once as one who may not.
#include "probes/net/program.h"
#include "tests/network/space.h"
#include "tests/probes/asking.h"

#include <QTest>

#include <unistd.h>

using namespace kpwatch;
using namespace kpwatch::asking;
using namespace kpwatch::test;

namespace {

constexpr milliseconds pingTimeout(5000);

bool programIsThere() { return access("/bin/ping", X_OK) == 0; }

// A computer with a neighbour at 10.9.9.2 who is never heard of again.
class Pinger {
  public:
    explicit Pinger(bool icmp_sockets) {
        connectSpaces(m_us, "eth0", m_nowhere, "eth0");
        m_us.ip("addr add 10.9.9.1/24 dev eth0\nneigh add 10.9.9.2 lladdr 02:00:00:00:00:02 dev eth0");
        if (icmp_sockets)
            m_us.set("ipv4/ping_group_range", "0 0");
    }
    Asked ping(const std::string& host, const How& how = {.timeout = pingTimeout}) const {
        return m_us.inside([&] { return ask(PingOptions{host}, how); });
    }
    Stopped pingAndStop(const std::string& host) const {
        return m_us.inside([&] { return askAndStop(PingOptions{host}); });
    }

  private:
    Space m_us, m_nowhere;
};

} // namespace

class TestPingProbe : public QObject {
    Q_OBJECT

    static void eachMethod() {
        QTest::addColumn<bool>("socket");
        QTest::newRow("socket") << true;
        if (programIsThere())
            QTest::newRow("program") << false;
        else
            qWarning("/bin/ping is not installed (iputils-ping): only what a socket does is tested");
    }

  private Q_SLOTS:
    void initTestCase();
    void whatComesBackIsCounted_data() { eachMethod(); }
    void whatComesBackIsCounted();
    void silenceIsTimeout_data() { eachMethod(); }
    void silenceIsTimeout();
    void deadlineAndStopAreKept_data() { eachMethod(); }
    void deadlineAndStopAreKept();
    void withoutSocketAndProgramNothingIsSaidAboutAnybody();
    void withoutAWayItIsOurOwnLine();
    void programIsRunWithoutShell();
    void programIsKilledAtTheDeadline();
    void programsThatTalkWithoutEndAreCutOff();
    void missingProgramIsNotStarted();
};

void TestPingProbe::initTestCase() {
    if (const std::string why = whyNoNetwork(); !why.empty())
        QSKIP(why.c_str());
}

void TestPingProbe::whatComesBackIsCounted() {
    QFETCH(bool, socket);
    const Pinger pinger(socket);
    for (const char* const host : {"127.0.0.1", "::1"}) {
        const Asked asked = pinger.ping(host);
        QCOMPARE(asked.outcome(), QStringLiteral("done/none"));
        const auto detail = asked.detail<PingDetail>();
        QCOMPARE(detail.method, std::string(socket ? "socket" : "ping"));
        QCOMPARE(detail.sent, 5);
        QCOMPARE(detail.received, 5);
        QVERIFY(*detail.shortest <= *detail.median && *detail.median < milliseconds(100));
        QVERIFY2(asked.took >= milliseconds(800) && asked.took < milliseconds(2000), "200 ms apart, and then no wait");
        QCOMPARE(asked.seen.peer, std::string(host));
        QCOMPARE(asked.seen.source, std::string(host));
        QCOMPARE(asked.seen.tries, 5);
        QCOMPARE(asked.seen.phases.firstByte.has_value(), socket);
    }
}

void TestPingProbe::silenceIsTimeout() {
    QFETCH(bool, socket);
    const Asked asked = Pinger(socket).ping("10.9.9.2");
    QCOMPARE(asked.outcome(), QStringLiteral("exchange/timeout"));
    QCOMPARE(asked.detail<PingDetail>().sent, 5);
    QCOMPARE(asked.detail<PingDetail>().received, 0);
    QVERIFY(!asked.detail<PingDetail>().median);
    QVERIFY2(asked.took < milliseconds(4000), "2 s after the last echo it is over");
    QCOMPARE(asked.seen.source, std::string("10.9.9.1"));
}

void TestPingProbe::deadlineAndStopAreKept() {
    QFETCH(bool, socket);
    const Pinger pinger(socket);
    const Asked asked = pinger.ping("10.9.9.2", {.timeout = shortTimeout});
    QVERIFY2(asked.took <= shortTimeout + grace, qPrintable(QString::number(asked.took.count())));
    QCOMPARE(asked.outcome(), QStringLiteral("exchange/timeout"));
    const Stopped stopped = pinger.pingAndStop("10.9.9.2");
    QCOMPARE(stopped.asked.outcome(), QStringLiteral("exchange/cancelled"));
    QVERIFY2(stopped.tookToEnd <= stopGrace, qPrintable(QString::number(stopped.tookToEnd.count())));
}

void TestPingProbe::withoutSocketAndProgramNothingIsSaidAboutAnybody() {
    if (programIsThere())
        QSKIP("/bin/ping is installed here");
    const Asked asked = Pinger(false).ping("127.0.0.1");
    QCOMPARE(asked.outcome(), QStringLiteral("exchange/permission-denied"));
    QCOMPARE(asked.detail<PingDetail>().method, std::string("none"));
    QCOMPARE(asked.seen.meaning(), Meaning::Neutral);
}

void TestPingProbe::withoutAWayItIsOurOwnLine() {
    const Pinger pinger(true);
    QCOMPARE(pinger.ping("10.8.8.8").outcome(), QStringLiteral("connect/local-network-down"));
    QCOMPARE(pinger.ping("www.kcna.kp").outcome(), QStringLiteral("resolve/unknown"));
    QCOMPARE(pinger.ping("127.0.0.1", {.rules = {}}).outcome(), QStringLiteral("prepare/suspicious-answer"));
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

int main(int argc, char** argv) {
    enterOwnNetwork(argc, argv);
    TestPingProbe test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}
#include "tst_ping_probe.moc"
