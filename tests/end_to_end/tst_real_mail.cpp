// SPDX-License-Identifier: GPL-3.0-or-later
// exim on loopback: asked by the probe, and, when asked for, watched by the real program with port 25 proved by
// controls of its own. That takes four minutes, since mail is asked for the first time when its controls can vote.
#include "app/history/history_reader.h"
#include "tests/probes/asking.h"

#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>
#include <fstream>
#include <unistd.h>

using namespace kpwatch;
using namespace kpwatch::asking;

namespace {

constexpr const char* program = "/usr/sbin/exim4";
constexpr const char* watched = "127.0.0.30";
const QStringList controls{QStringLiteral("127.0.0.31"), QStringLiteral("127.0.0.32"), QStringLiteral("127.0.0.33")};

std::uint16_t freePort() {
    QTcpServer tcp;
    return tcp.listen(QHostAddress(QString::fromLatin1(watched))) ? tcp.serverPort() : std::uint16_t(0);
}

// A daemon in the foreground. It takes a configuration from elsewhere, but then only root may let it listen
// (exim4(8), -C and -bd); and it gives up root for a user of its own, to whom the directory of the test is closed.
class Exim {
  public:
    Exim(const std::filesystem::path& directory, const QStringList& addresses, std::uint16_t port) {
        std::filesystem::create_directories(directory);
        std::ofstream(directory / "conf") << "primary_hostname = mail.star-co.net.kp\n"
                                          << "spool_directory = " << (directory / "spool").string() << '\n'
                                          << "log_file_path = syslog\nkeep_environment =\nhost_lookup =\n"
                                          << "rfc1413_query_timeout = 0s\ntls_advertise_hosts =\n"
                                          << "local_interfaces = " << addresses.join(u" : ").toStdString() << '\n'
                                          << "begin acl\nbegin routers\nbegin transports\n";
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QString::fromLatin1(program), {QStringLiteral("-bdf"), QStringLiteral("-C"),
                                                       QString::fromStdString((directory / "conf").string()),
                                                       QStringLiteral("-oX"), QString::number(port)});
        m_process.waitForStarted(5000);
    }
    ~Exim() { end(); }
    void end() {
        m_process.terminate();
        if (!m_process.waitForFinished(5000))
            m_process.kill();
        m_process.waitForFinished(1000);
    }

  private:
    QProcess m_process;
};

bool isLong() { return qEnvironmentVariable("KPWATCH_LONG_TESTS") == QStringLiteral("1"); }

// kind: "smtp", or "tcp" for who only lets us connect.
std::string entry(const std::string& id, const char* place, const std::string& kind, const std::string& host,
                  std::uint16_t port) {
    return R"({"id":")" + id + R"(",)" + place + R"("probe":{"kind":")" + kind + R"(","host":")" + host +
           R"(","port":)" + std::to_string(port) + R"(},"interval_s":2,"timeout_s":3})";
}

} // namespace

class TestRealMail : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::uint16_t m_port = 0;
    std::unique_ptr<Exim> m_watched, m_controls;
    QProcess m_collector;

    std::filesystem::path path(const char* name) const {
        return std::filesystem::path(m_dir.path().toStdString()) / name;
    }
    void startWatched() {
        m_watched = std::make_unique<Exim>(path("watched"), QStringList{QString::fromLatin1(watched)}, m_port);
    }
    QString outcome() const { return ask(SmtpOptions{watched, m_port}, {.timeout = milliseconds(5000)}).outcome(); }

    void writeWatchlist() const {
        std::string list = R"({"version":1,"allow_private":true,"targets":[)" +
                           entry("mail", R"("group":"mail",)", "smtp", watched, m_port) + R"(],"controls":[)";
        for (const QString& host : controls)
            for (const std::string kind : {"tcp", "smtp"}) // our line, and what it lets through to port 25
                list += (list.ends_with('[') ? "" : ",") +
                        entry(kind + "-" + host.section(u'.', 3).toStdString(), "", kind, host.toStdString(), m_port);
        std::ofstream(path("list.json")) << list << "]}";
        std::ofstream(path("settings.json"))
            << R"({"confirm_span_s":6,"recover_span_s":3,"recheck_s":[1,3,5],"announce_span_s":0})";
    }
    QString state() const {
        QProcess kpwatch;
        kpwatch.start(QStringLiteral(KPWATCH_EXECUTABLE),
                      {QStringLiteral("status"), QStringLiteral("--json"), QStringLiteral("--history"),
                       QString::fromStdString(path("history").string())});
        kpwatch.waitForFinished(20000);
        const QJsonObject status = QJsonDocument::fromJson(kpwatch.readAllStandardOutput()).object();
        return status[QStringLiteral("targets")].toArray().first()[QStringLiteral("state")].toString();
    }

  private Q_SLOTS:
    void initTestCase() {
        if (!std::filesystem::exists(program))
            QSKIP("exim is not installed (exim4-daemon-light): tests/run.sh installs it");
        if (geteuid() != 0)
            QSKIP("exim listens with a configuration of the test's own only for root");
        std::filesystem::permissions(path("."), std::filesystem::perms(0755)); // exim becomes somebody else
        m_port = freePort();
        startWatched();
        m_controls = std::make_unique<Exim>(path("controls"), controls, m_port);
    }

    void greetingIsReadAndLeaveIsTaken() {
        QTRY_COMPARE_WITH_TIMEOUT(outcome(), QStringLiteral("done/none"), 20000);
        const Asked asked = ask(SmtpOptions{watched, m_port}, {.timeout = milliseconds(5000)});
        const auto detail = asked.detail<SmtpDetail>();
        QCOMPARE(detail.code, 220);
        QVERIFY2(detail.banner.starts_with("mail.star-co.net.kp ESMTP Exim"), detail.banner.c_str());
        QVERIFY(*asked.seen.phases.connect <= *asked.seen.phases.firstByte);
    }

    void programWatchesIt() {
        if (!isLong())
            QSKIP("takes four minutes: set KPWATCH_LONG_TESTS=1 to run it");
        writeWatchlist();
        m_collector.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_collector.start(QStringLiteral(KPWATCH_EXECUTABLE),
                          {QStringLiteral("collect"), QStringLiteral("--accept-notice"), QStringLiteral("--history"),
                           QString::fromStdString(path("history").string()), QStringLiteral("--watchlist"),
                           QString::fromStdString(path("list.json").string()), QStringLiteral("--settings"),
                           QString::fromStdString(path("settings.json").string()), QStringLiteral("--for"),
                           QStringLiteral("10m")});
        QVERIFY(m_collector.waitForStarted(5000));
        QTRY_COMPARE_WITH_TIMEOUT(state(), QStringLiteral("up"), 180000);
    }

    void serverThatIsGoneIsDown() {
        if (!isLong())
            QSKIP("follows from watching, which was skipped");
        m_watched->end();
        QTRY_COMPARE_WITH_TIMEOUT(state(), QStringLiteral("down"), 120000);
        startWatched();
        QTRY_COMPARE_WITH_TIMEOUT(state(), QStringLiteral("up"), 120000);
        m_collector.terminate();
        QVERIFY(m_collector.waitForFinished(5000));
        QCOMPARE(m_collector.exitCode(), 0);
    }

    void recordKnowsWhatItSaid() {
        if (!isLong())
            QSKIP("follows from watching, which was skipped");
        int greeted = 0;
        HistoryReader(path("history"))
            .rows(loadWatchlist(path("list.json"), {}), {utcNow() - std::chrono::hours(1), utcNow()},
                  [&](const Observation* row, const Event*) {
                      const auto* const mail = row ? std::get_if<SmtpDetail>(&row->detail) : nullptr;
                      greeted += mail != nullptr && mail->code == 220 ? 1 : 0;
                  });
        QVERIFY(greeted >= 4);
    }

    void cleanupTestCase() {
        if (m_collector.state() != QProcess::NotRunning)
            m_collector.terminate();
        m_collector.waitForFinished(5000);
    }
};

QTEST_GUILESS_MAIN(TestRealMail)
#include "tst_real_mail.moc"
