// SPDX-License-Identifier: GPL-3.0-or-later
// The real program, at its own pace, in the network of chain.h: `kpwatch collect` as a person would run it, with a
// resolver of the system that is dead from the beginning. Takes six minutes, so it runs only when asked for.
#include "tests/network/chain.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdlib>

using namespace kpwatch;
using namespace kpwatch::test;
using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds timeout(2000);
// As small as public addresses and honest verdicts allow. The caps of a block let each be asked once a minute.
constexpr const char* settings = R"({
    "stale_intervals": 4, "interval_http_s": 30, "interval_dns_s": 30, "interval_tcp_s": 30, "interval_sentinel_s": 30,
    "interval_control_s": 30, "timeout_connect_ms": 2000, "timeout_http_ms": 2000, "timeout_dns_ms": 2000,
    "recheck_s": [5, 15, 25], "confirm_span_s": 60, "recover_span_s": 20, "announce_span_s": 0})";
constexpr int soon_ms = 90'000, verdict_ms = 150'000;

} // namespace

class TestNetworkCollect : public QObject {
    Q_OBJECT

    std::unique_ptr<Chain> m_chain;
    QTemporaryDir m_dir;
    QProcess m_collector;

    QString path(const QString& name) const { return m_dir.filePath(name); }
    void write(const QString& name, const QByteArray& text) const {
        QFile file(path(name));
        QVERIFY2(file.open(QIODevice::WriteOnly) && file.write(text) == text.size(), qPrintable(name));
    }
    QJsonObject ask(const QStringList& arguments) const {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QStringLiteral(KPWATCH_EXECUTABLE),
                      arguments + QStringList{u"--json"_s, u"--history"_s, path(u"history"_s)});
        process.waitForFinished(30'000);
        return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    }
    // "kcna down, naenara up, rodong up; own-line up"
    QString states() const {
        const QJsonObject status = ask({u"status"_s});
        QStringList sites;
        for (const QJsonValue& site : status[u"sites"_s].toArray())
            sites << site[u"id"].toString() + u' ' + site[u"state"].toString();
        return sites.join(u", "_s) + u"; own-line "_s + status[u"own_connection"_s][u"state"].toString();
    }
    QStringList statesEver(const QString& target) const {
        QStringList states;
        for (const QJsonValue& lane : ask({u"timeline"_s, u"--from"_s, u"-1h"_s})[u"targets"_s].toArray())
            for (const QJsonValue& span : lane[u"spans"].toArray())
                if (lane[u"id"].toString() == target)
                    states << span[u"state"].toString();
        return states;
    }

  private Q_SLOTS:
    void initTestCase() {
        if (qEnvironmentVariable("KPWATCH_LONG_TESTS") != u"1"_s)
            QSKIP("takes six minutes: set KPWATCH_LONG_TESTS=1 to run it");
        if (const std::string why = whyNoNetwork(); !why.empty())
            QSKIP(why.c_str());
        m_chain = std::make_unique<Chain>();
        // In our own mount namespace: nobody else's resolver changes.
        write(u"resolv.conf"_s, "nameserver 9.9.9.9\n");
        const QByteArray mount = "mount --bind " + path(u"resolv.conf"_s).toLocal8Bit() + " /etc/resolv.conf";
        QCOMPARE(std::system(mount.constData()), 0); // NOLINT(concurrency-mt-unsafe,cert-env33-c)
        write(u"watchlist.json"_s, QByteArray::fromStdString(chainWatchlist(timeout).json()));
        write(u"settings.json"_s, settings);
        m_collector.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_collector.start(u"nsenter"_s,
                          {u"--net="_s + QString::fromStdString(m_chain->us.path()), QStringLiteral(KPWATCH_EXECUTABLE),
                           u"collect"_s, u"--accept-notice"_s, u"--history"_s, path(u"history"_s), u"--watchlist"_s,
                           path(u"watchlist.json"_s), u"--settings"_s, path(u"settings.json"_s), u"--for"_s, u"15m"_s});
        QVERIFY(m_collector.waitForStarted(5000));
    }

    void sitesAnswerAlthoughOurResolverIsDead() {
        QTRY_COMPARE_WITH_TIMEOUT(states(), u"kcna up, naenara up, rodong up; own-line up"_s, soon_ms);
    }

    void serverThatResetsIsDownAlone() {
        m_chain->web["kcna"]->setBehaviour(HttpBehaviour::Refuse);
        QTRY_COMPARE_WITH_TIMEOUT(states(), u"kcna down, naenara up, rodong up; own-line up"_s, verdict_ms);
        m_chain->web["kcna"]->setBehaviour(HttpBehaviour::Answer);
        QTRY_COMPARE_WITH_TIMEOUT(states(), u"kcna up, naenara up, rodong up; own-line up"_s, soon_ms);
    }

    void linkThatIsDownIsOursAlone() {
        const QString ours = u"kcna own-connection-down, naenara own-connection-down, rodong own-connection-down; "
                             "own-line own-connection-down"_s;
        m_chain->us.ip("link set dev eth0 down");
        QTRY_COMPARE_WITH_TIMEOUT(states(), ours, soon_ms);
        QTest::qWait(soon_ms); // longer than a verdict would take
        QCOMPARE(states(), ours);
        m_chain->us.ip("link set dev eth0 up\nroute add default via 192.168.77.1");
        QTRY_COMPARE_WITH_TIMEOUT(states(), u"kcna up, naenara up, rodong up; own-line up"_s, verdict_ms);
        QVERIFY(!statesEver(u"naenara-http"_s).contains(u"down"_s));
    }

    void cleanupTestCase() {
        if (m_collector.state() == QProcess::NotRunning)
            return;
        m_collector.terminate();
        QVERIFY(m_collector.waitForFinished(5000));
        QCOMPARE(m_collector.exitCode(), 0);
    }
};

int main(int argc, char** argv) {
    enterOwnNetwork(argc, argv);
    qputenv("QTEST_FUNCTION_TIMEOUT", "900000"); // ms; five minutes by default, which a busy machine exceeds
    QCoreApplication application(argc, argv);
    TestNetworkCollect test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}
#include "tst_network_collect.moc"
