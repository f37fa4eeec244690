// SPDX-License-Identifier: GPL-3.0-or-later
// The secret service of a desktop (gnome-keyring) on a bus of the test's own: the program keeps a secret there and
// finds it again, and it is nowhere else: in no file, no argument, no output.
#include "tests/support/private_bus.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDirIterator>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>
#include <fstream>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace {

const QByteArray secret = "http://127.0.0.1:9/services/s3cret-of-the-desk";

} // namespace

class TestTellingSecrets : public QObject {
    Q_OBJECT
    QTemporaryDir m_home;
    std::unique_ptr<kpwatch::test::PrivateBus> m_bus;
    QProcess m_keyring;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
    QByteArray m_said; // by every program of ours

    QString path(const char* name) const { return m_home.filePath(QLatin1String(name)); }

    int run(const QStringList& arguments, const QByteArray& input = {}, QByteArray* arguments_seen = nullptr) {
        QProcess program;
        program.setProcessEnvironment(m_environment);
        program.setProcessChannelMode(QProcess::MergedChannels);
        program.start(QStringLiteral(KPWATCH_EXECUTABLE), arguments);
        if (!program.waitForStarted(10000))
            return -1;
        program.write(input);
        program.closeWriteChannel();
        if (arguments_seen != nullptr) {
            QFile seen(u"/proc/%1/cmdline"_s.arg(program.processId()));
            if (seen.open(QIODevice::ReadOnly))
                *arguments_seen = seen.readAll();
        }
        if (!program.waitForFinished(60000))
            return -1;
        m_said += program.readAll();
        return program.exitCode();
    }

    // Files below the home that hold the secret, in any of the forms that a careless program would write.
    QStringList leaks() const {
        QStringList found;
        QDirIterator files(m_home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QByteArray bytes = file.readAll();
            if (bytes.contains("s3cret-of-the-desk") || bytes.contains(QByteArray("s3cret-of-the-desk").toBase64()) ||
                bytes.contains(QByteArray("s3cret-of-the-desk").toHex()))
                found << files.filePath();
        }
        return found;
    }

  private Q_SLOTS:
    void initTestCase() {
        const QString daemon = QStandardPaths::findExecutable(u"gnome-keyring-daemon"_s);
        if (daemon.isEmpty())
            QSKIP("gnome-keyring is not installed (Debian package gnome-keyring): tests/run.sh installs it");
        m_bus = std::make_unique<kpwatch::test::PrivateBus>();
        if (!m_bus->running())
            QSKIP("dbus-daemon is not installed (Debian package dbus)");
        QVERIFY(QDir(m_home.path()).mkpath(u"run"_s));
        std::filesystem::permissions(path("run").toStdString(), std::filesystem::perms::owner_all);
        for (const auto& [name, value] :
             {std::pair(u"HOME"_s, m_home.path()), std::pair(u"XDG_RUNTIME_DIR"_s, path("run")),
              std::pair(u"XDG_DATA_HOME"_s, path("data")), std::pair(u"XDG_CONFIG_HOME"_s, path("config")),
              std::pair(u"XDG_CURRENT_DESKTOP"_s, u"GNOME"_s),
              std::pair(u"DBUS_SESSION_BUS_ADDRESS"_s, m_bus->address())})
            m_environment.insert(name, value);
        m_keyring.setProcessEnvironment(m_environment);
        m_keyring.setProcessChannelMode(QProcess::MergedChannels);
        m_keyring.start(daemon, {u"--foreground"_s, u"--components=secrets"_s, u"--unlock"_s});
        QVERIFY(m_keyring.waitForStarted(10000));
        m_keyring.write("a password of the test");
        m_keyring.closeWriteChannel();
        QDBusConnection bus = QDBusConnection::connectToBus(m_bus->address(), u"looks"_s);
        QTRY_VERIFY_WITH_TIMEOUT(
            bus.call(QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                                                    u"org.freedesktop.DBus.Peer"_s, u"Ping"_s))
                    .type() == QDBusMessage::ReplyMessage,
            20000);
        std::ofstream(path("list.json").toStdString())
            << R"({"version":1,"allow_private":true,"sites":[{"id":"s"}],"targets":[{"id":"w","site":"s","probe":)"
               R"({"kind":"http","url":"http://127.0.0.1:9/"}}]})";
        QVERIFY(QDir(path("history")).mkpath(u"."_s));
        std::ofstream((path("history") + u"/telling.json"_s).toStdString())
            << R"({"version":1,"slack":{"on":true,"least":"one-site"}})";
    }
    void cleanupTestCase() {
        m_keyring.terminate();
        if (m_keyring.state() != QProcess::NotRunning && !m_keyring.waitForFinished(5000))
            m_keyring.kill();
        m_keyring.waitForFinished(1000);
        m_bus.reset();
    }

    void secretIsKeptAndFoundAgainAndIsNowhereElse() {
        const QStringList collect{u"collect"_s,     u"--accept-notice"_s, u"--history"_s, path("history"),
                                  u"--watchlist"_s, path("list.json"),    u"--for"_s,     u"3s"_s};
        QCOMPARE(run(collect), 0);
        QVERIFY2(m_said.contains("its address is not known"), m_said.constData()); // nobody has given it yet
        m_said.clear();
        QByteArray arguments;
        QCOMPARE(run({u"telling"_s, u"--history"_s, path("history"), u"--secret"_s, u"slack-address"_s}, secret + '\n',
                     &arguments),
                 0);
        QVERIFY(!arguments.contains("s3cret"));
        QCOMPARE(run(collect, {}, &arguments), 0);
        QVERIFY2(!m_said.contains("is not known"), m_said.constData()); // it was found
        QVERIFY(!arguments.contains("s3cret"));
        QCOMPARE(run({u"export"_s, u"--history"_s, path("history"), u"--from"_s, u"-1h"_s, u"-o"_s, path("out.jsonl")}),
                 0);
        QCOMPARE(run({u"backup"_s, u"--history"_s, path("history"), u"-o"_s, path("copy.db")}), 0);
        QVERIFY2(!m_said.contains("s3cret"), m_said.constData());
        QCOMPARE(leaks().join(u", "_s), QString());
        QDirIterator files(path("history"), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString file = files.next();
            if (file.endsWith(u"/telling.json"_s))
                continue; // written by the test
            struct stat found {};
            QCOMPARE(::stat(file.toUtf8().constData(), &found), 0);
            QVERIFY2((found.st_mode & 0077U) == 0, qPrintable(file));
        }
        QCOMPARE(run({u"telling"_s, u"--history"_s, path("history"), u"--secret"_s, u"slack-address"_s}, "\n"), 0);
        m_said.clear();
        QCOMPARE(run(collect), 0);
        QVERIFY(m_said.contains("its address is not known")); // forgotten
    }
};

QTEST_GUILESS_MAIN(TestTellingSecrets)
#include "tst_telling_secrets.moc"
