// SPDX-License-Identifier: GPL-3.0-or-later
// The main job on real input: nginx and knot on loopback, watched by the real program as a person would run it.
#include "probes/utc_time.h"

#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QUdpSocket>
#include <QtTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

constexpr int interval_s = 2, confirmSpan_s = 6, timeout_s = 1;
const QStringList sites{u"kcna"_s, u"naenara"_s, u"mfa"_s};

quint16 freePort(const QString& address) {
    QTcpServer tcp;
    if (!tcp.listen(QHostAddress(address)))
        return 0;
    return tcp.serverPort();
}

void write(const QString& path, const QString& text) {
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
    file.write(text.toUtf8());
}

// A server in the foreground, ended with the test.
struct Server {
    QProcess process;
    QString program;
    QStringList arguments;
    void start() {
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, arguments);
        QVERIFY2(process.waitForStarted(5000), qPrintable(program));
    }
    void end() {
        process.terminate();
        if (!process.waitForFinished(5000))
            process.kill();
        process.waitForFinished(1000);
    }
    ~Server() { end(); }
};

// Counted in looks, not by a clock: a machine that stands still for a moment must not fail what goes on afterwards.
template <typename Claim>
bool eventually(Claim claim, int within_s) {
    constexpr int looksPerSecond = 4;
    for (int look = 0; look < within_s * looksPerSecond; ++look) {
        if (claim())
            return true;
        QTest::qWait(1000 / looksPerSecond);
    }
    return claim();
}

QString programAt(const QString& name) {
    return QStandardPaths::findExecutable(name, {u"/usr/sbin"_s, u"/usr/bin"_s, u"/sbin"_s});
}

} // namespace

class TestRealServers : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    Server m_nginx, m_controls, m_knot;
    QProcess m_collector;
    quint16 m_webPort = 0, m_dnsPort = 0, m_controlPort = 0;

    QString path(const QString& name) const { return m_dir.filePath(name); }

    // "stdout as JSON" of a kpwatch command on the test's history.
    QJsonObject ask(QStringList arguments) const {
        QProcess kpwatch;
        kpwatch.start(QStringLiteral(KPWATCH_EXECUTABLE),
                      arguments << u"--json"_s << u"--history"_s << path(u"history"_s));
        kpwatch.waitForFinished(20000);
        return QJsonDocument::fromJson(kpwatch.readAllStandardOutput()).object();
    }

    static QJsonObject named(const QJsonArray& list, const QString& id) {
        for (const QJsonValue& value : list)
            if (value.toObject()[u"id"].toString() == id)
                return value.toObject();
        return {};
    }

    QStringList siteStates() const {
        QStringList states;
        const QJsonArray list = ask({u"status"_s})[u"sites"].toArray();
        for (const QString& site : sites)
            states << named(list, site)[u"state"].toString();
        return states;
    }

    static QStringList all(const QString& state) { return {state, state, state}; }

    void nginxAt(Server& server, const QString& name, const QStringList& listen) {
        QString servers;
        for (const QString& address : listen)
            servers += u"server { listen %1; location / { default_type text/html; "
                       "return 200 '<html><title>Front page of $host</title></html>'; } }\n"_s.arg(address);
        QDir(m_dir.path()).mkpath(name);
        write(path(name + u".conf"_s),
              u"daemon off; master_process off; error_log stderr; pid %1/nginx.pid;\nevents {}\n"
              "http { access_log off; client_body_temp_path %1/body; proxy_temp_path %1/proxy; "
              "fastcgi_temp_path %1/fastcgi; uwsgi_temp_path %1/uwsgi; scgi_temp_path %1/scgi;\n%2}\n"_s.arg(path(name),
                                                                                                             servers));
        server.program = programAt(u"nginx"_s);
        server.arguments = {u"-p"_s, path(name), u"-c"_s, path(name + u".conf"_s)};
    }

    void knotAt() {
        QString zone = u"$ORIGIN kp.\n@ 432000 SOA ns1.kp. hostmaster.kp. 2026010101 3600 600 864000 300\n"
                       "@ 432000 NS ns1.kp.\nns1 432000 A 127.0.0.9\n"_s;
        for (const QString& site : sites)
            zone += u"www.%1 21600 A 127.0.0.10\n"_s.arg(site);
        write(path(u"kp.zone"_s), zone);
        QDir(m_dir.path()).mkpath(u"knot"_s);
        write(path(u"knot.conf"_s), u"server:\n    rundir: %1/knot\n    listen: 127.0.0.9@%2\n"
                                    "database:\n    storage: %1/knot\n"
                                    "zone:\n  - domain: kp\n    file: %1/kp.zone\n"_s.arg(m_dir.path())
                                        .arg(m_dnsPort));
        m_knot.program = programAt(u"knotd"_s);
        m_knot.arguments = {u"-c"_s, path(u"knot.conf"_s)};
    }

    void writeWatchlist() {
        QJsonArray siteList, targets, controls;
        for (const QString& site : sites) {
            const QString host = u"www.%1.kp"_s.arg(site);
            siteList << QJsonObject{{u"id"_s, site}, {u"label"_s, site}, {u"short"_s, site}, {u"host"_s, host}};
            targets << QJsonObject{
                {u"id"_s, site + u"-http"_s},
                {u"label"_s, site},
                {u"short"_s, site},
                {u"site"_s, site},
                {u"layer"_s, u"http"_s},
                {u"via"_s, u"unknown"_s},
                {u"probe"_s, QJsonObject{{u"kind"_s, u"http"_s},
                                         {u"url"_s, u"http://%1:%2/"_s.arg(host).arg(m_webPort)},
                                         {u"resolve"_s, QJsonObject{{u"servers"_s, QJsonArray{u"127.0.0.9"_s}},
                                                                    {u"port"_s, m_dnsPort}}}}},
                {u"interval_s"_s, interval_s},
                {u"timeout_s"_s, timeout_s},
                {u"enabled"_s, true}};
        }
        targets << QJsonObject{{u"id"_s, u"ns1"_s},
                               {u"label"_s, u"ns1"_s},
                               {u"short"_s, u"ns1"_s},
                               {u"group"_s, u"name-servers"_s},
                               {u"layer"_s, u"dns"_s},
                               {u"via"_s, u"unknown"_s},
                               {u"probe"_s, QJsonObject{{u"kind"_s, u"dns"_s},
                                                        {u"server"_s, u"127.0.0.9"_s},
                                                        {u"port"_s, m_dnsPort},
                                                        {u"name"_s, u"kp"_s},
                                                        {u"type"_s, u"SOA"_s}}},
                               {u"interval_s"_s, interval_s},
                               {u"timeout_s"_s, timeout_s},
                               {u"enabled"_s, true}};
        for (int i = 1; i <= 3; ++i)
            controls << QJsonObject{
                {u"id"_s, u"control-%1"_s.arg(i)},
                {u"label"_s, u"control %1"_s.arg(i)},
                {u"ring"_s, u"line"_s},
                {u"probe"_s,
                 QJsonObject{{u"kind"_s, u"tcp"_s}, {u"host"_s, u"127.0.0.2%1"_s.arg(i)}, {u"port"_s, m_controlPort}}},
                {u"interval_s"_s, interval_s},
                {u"timeout_s"_s, timeout_s}};
        const QJsonObject watchlist{{u"version"_s, 1},
                                    {u"allow_private"_s, true},
                                    {u"sites"_s, siteList},
                                    {u"targets"_s, targets},
                                    {u"controls"_s, controls}};
        write(path(u"watchlist.json"_s), QString::fromUtf8(QJsonDocument(watchlist).toJson()));
        const QJsonObject settings{{u"timeout_connect_ms"_s, 1000}, {u"timeout_http_ms"_s, 1000},
                                   {u"timeout_dns_ms"_s, 1000},     {u"confirm_span_s"_s, confirmSpan_s},
                                   {u"recover_span_s"_s, 3},        {u"recheck_s"_s, QJsonArray{1, 3, 5}},
                                   {u"announce_span_s"_s, 0}};
        write(path(u"settings.json"_s), QString::fromUtf8(QJsonDocument(settings).toJson()));
    }

    void startCollector() {
        m_collector.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_collector.start(QStringLiteral(KPWATCH_EXECUTABLE),
                          {u"collect"_s, u"--accept-notice"_s, u"--history"_s, path(u"history"_s), u"--watchlist"_s,
                           path(u"watchlist.json"_s), u"--settings"_s, path(u"settings.json"_s), u"--for"_s, u"10m"_s});
        QVERIFY(m_collector.waitForStarted(5000));
    }

    QJsonArray spansOf(const QString& target) const {
        return named(ask({u"timeline"_s, u"--from"_s, u"-1h"_s})[u"targets"].toArray(), target)[u"spans"].toArray();
    }

    static bool showsGap(const QJsonArray& spans) {
        return std::any_of(spans.begin(), spans.end(), [](const QJsonValue& span) {
            return span[u"state"].toString() == u"not-monitored"_s && span[u"reason"].toString() == u"closed"_s;
        });
    }

    static QStringList statesOf(const QJsonArray& spans) {
        QStringList states;
        for (const QJsonValue& span : spans)
            states << span[u"state"].toString();
        return states;
    }

  private Q_SLOTS:
    void initTestCase() {
        if (programAt(u"nginx"_s).isEmpty() || programAt(u"knotd"_s).isEmpty())
            QSKIP("nginx or knotd is not installed: tests/run.sh installs both");
        m_webPort = freePort(u"127.0.0.10"_s);
        m_dnsPort = freePort(u"127.0.0.9"_s);
        m_controlPort = freePort(u"127.0.0.21"_s);
        nginxAt(m_nginx, u"web"_s, {u"127.0.0.10:%1"_s.arg(m_webPort)});
        nginxAt(m_controls, u"controls"_s,
                {u"127.0.0.21:%1"_s.arg(m_controlPort), u"127.0.0.22:%1"_s.arg(m_controlPort),
                 u"127.0.0.23:%1"_s.arg(m_controlPort)});
        knotAt();
        writeWatchlist();
        m_nginx.start();
        m_controls.start();
        m_knot.start();
        startCollector();
    }

    void allSitesAnswerSoonAfterTheStart() {
        QVERIFY(eventually([this] { return siteStates() == all(u"up"_s); }, 30));
        const QJsonObject status = ask({u"status"_s});
        QCOMPARE(status[u"headline"].toString(), u"All three sites answer"_s);
        QCOMPARE(status[u"own_connection"].toObject()[u"controls_up"].toInt(), 3);
    }

    void stoppedServerIsDownInTimeWhileTheNameServerStaysUp() {
        QElapsedTimer since;
        m_nginx.end();
        since.start();
        const int limit_ms = 1000 * (2 * interval_s + confirmSpan_s + 3 * timeout_s + 2);
        QVERIFY(eventually([this] { return siteStates() == all(u"down"_s); }, limit_ms / 1000 + 1));
        QVERIFY2(since.elapsed() <= limit_ms + 500, qPrintable(QString::number(since.elapsed())));
        const QJsonObject status = ask({u"status"_s});
        QCOMPARE(status[u"headline"].toString(), u"None of the three sites answers"_s);
        QCOMPARE(named(status[u"targets"].toArray(), u"ns1"_s)[u"state"].toString(), u"up"_s);
        QCOMPARE(named(status[u"targets"].toArray(), u"kcna-http"_s)[u"failure"].toString(), u"refused"_s);
    }

    void timelineAndChartAgreeWithTheStatus() {
        // The stored spans follow the rows by less than a second.
        QTRY_COMPARE_WITH_TIMEOUT(spansOf(u"kcna-http"_s).last().toObject()[u"state"].toString(), u"down"_s, 2000);
        const QString png = path(u"chart.png"_s);
        const QJsonObject chart = ask({u"chart"_s, u"--from"_s, u"-1h"_s, u"-o"_s, png});
        QCOMPARE(QImage(png).size(), QSize(1600, 900));
        QVERIFY(chart[u"alt"].toString().contains(u"kcna"_s));
    }

    void startedServerIsUpAgain() {
        m_nginx.start();
        QVERIFY(eventually([this] { return siteStates() == all(u"up"_s); }, 20));
        QCOMPARE(ask({u"status"_s})[u"headline"].toString(), u"All three sites answer"_s);
    }

    void killLosesNothingAcknowledgedAndShowsTheGap() {
        const QString before = path(u"before.jsonl"_s), after = path(u"after.jsonl"_s);
        const auto moment = QString::fromStdString(kpwatch::isoUtc(kpwatch::utcNow() - std::chrono::seconds{2}));
        ask({u"export"_s, u"--from"_s, u"-1h"_s, u"--to"_s, moment, u"-o"_s, before});
        ::kill(static_cast<pid_t>(m_collector.processId()), SIGKILL);
        m_collector.waitForFinished(5000);
        QTest::qWait(2500); // the gap itself
        startCollector();
        QVERIFY(eventually([this] { return siteStates() == all(u"up"_s); }, 30));
        ask({u"export"_s, u"--from"_s, u"-1h"_s, u"--to"_s, moment, u"-o"_s, after});
        QFile first(before), second(after);
        QVERIFY(first.open(QIODevice::ReadOnly) && second.open(QIODevice::ReadOnly));
        const QByteArray rows = first.readAll();
        QVERIFY(rows.count('\n') > 20);
        QCOMPARE(second.readAll(), rows);
        // The stored spans follow the rows by less than a second.
        QTRY_VERIFY_WITH_TIMEOUT(showsGap(spansOf(u"kcna-http"_s)), 5000);
    }

    void replayOfTheExportTellsTheSameStory() {
        const QString file = path(u"all.jsonl"_s);
        ask({u"export"_s, u"--from"_s, u"-1h"_s, u"-o"_s, file});
        const QJsonObject replayed = ask({u"replay"_s, file, u"--settings"_s, path(u"settings.json"_s)});
        QCOMPARE(replayed[u"rows"].toObject()[u"broken"].toInt(), 0);
        const QStringList again = statesOf(named(replayed[u"targets"].toArray(), u"kcna-http"_s)[u"spans"].toArray());
        // Live, there is time before the first row, in which nobody watched: a replay begins with the row.
        QTRY_COMPARE_WITH_TIMEOUT(statesOf(spansOf(u"kcna-http"_s)).mid(1), again, 5000);
    }

    void withoutControlsItIsOurOwnLineNotTheirs() {
        m_controls.end();
        m_nginx.end();
        QTRY_COMPARE_WITH_TIMEOUT(ask({u"status"_s})[u"own_connection"].toObject()[u"state"].toString(),
                                  u"own-connection-down"_s, 20000);
        QTest::qWait(1000 * (2 * interval_s + confirmSpan_s + 3 * timeout_s + 2)); // as long as a verdict would take
        QVERIFY(!siteStates().contains(u"down"_s));
        QCOMPARE(ask({u"status"_s})[u"headline"].toString(), u"We can't tell: our own line is down"_s);
    }

    void theCollectorStopsWithinASecond() {
        QElapsedTimer since;
        since.start();
        m_collector.terminate();
        QVERIFY(m_collector.waitForFinished(5000));
        QVERIFY2(since.elapsed() <= 1200, qPrintable(QString::number(since.elapsed())));
        QCOMPARE(m_collector.exitCode(), 0);
    }
};

QTEST_GUILESS_MAIN(TestRealServers)
#include "tst_real_servers.moc"
