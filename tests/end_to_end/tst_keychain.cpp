// SPDX-License-Identifier: GPL-3.0-or-later
// Tokens of public sources in a real keychain (gnome-keyring) on a bus of the test's own: kept, found again, erased,
// and nowhere else. The program itself is run, so that its arguments, words and files can be looked through.
#include "app/outside/sources.h"
#include "tests/support/private_bus.h"
#include "ui/settings/keychain.h"

#include <QDBusConnectionInterface>
#include <QDirIterator>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <iostream>
#include <string_view>

using namespace kpwatch;
using namespace Qt::StringLiterals;

static constexpr const char* sayIt = "--say-the-token";

class TestKeychain : public QObject {
    Q_OBJECT
    const QByteArray m_secret = "tok-0123456789-of-mine";
    QTemporaryDir m_home;
    std::unique_ptr<test::PrivateBus> m_bus;
    std::unique_ptr<QProcess> m_keyring;

    QProcessEnvironment environment() const {
        QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
        own.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, m_bus->address());
        own.insert(u"HOME"_s, m_home.path());
        own.insert(u"XDG_DATA_HOME"_s, m_home.filePath(u"data"_s));
        own.insert(u"XDG_RUNTIME_DIR"_s, m_home.path());
        own.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        own.remove(u"DISPLAY"_s); // nobody is asked for a password
        return own;
    }

    void beginKeyring() {
        m_keyring = std::make_unique<QProcess>();
        m_keyring->setProcessEnvironment(environment());
        m_keyring->start(u"gnome-keyring-daemon"_s, {u"--unlock"_s, u"--foreground"_s, u"--components=secrets"_s});
        m_keyring->write("a password of the test");
        m_keyring->closeWriteChannel();
        QVERIFY(m_keyring->waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(QDBusConnection::connectToBus(m_bus->address(), u"looker"_s)
                                     .interface()
                                     ->isServiceRegistered(u"org.freedesktop.secrets"_s),
                                 20'000);
    }

    void endKeyring() {
        if (!m_keyring)
            return;
        m_keyring->terminate();
        m_keyring->waitForFinished();
        m_keyring.reset();
    }

    QString history() const { return m_home.filePath(u"record"_s); }

    // What the program says, with the token on its standard input.
    QByteArray said(const QStringList& arguments, const QByteArray& in, int code) {
        QProcess program;
        program.setProcessEnvironment(environment());
        program.setProcessChannelMode(QProcess::MergedChannels);
        program.start(QStringLiteral(KPWATCH_EXECUTABLE), arguments + QStringList{u"--history"_s, history()});
        program.write(in + '\n');
        program.closeWriteChannel();
        QByteArray all;
        [&] { QVERIFY(program.waitForFinished(60'000)); }();
        all = program.readAll();
        [&] { QVERIFY2(program.exitCode() == code, all.constData()); }();
        return all;
    }

    QStringList filesWith(const QByteArray& needle) const {
        QStringList found;
        QDirIterator all(m_home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            QFile file(all.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(needle))
                found << file.fileName();
        }
        return found;
    }

    // As the window reads it when it starts: by a program that has just begun.
    QByteArray found() const {
        QProcess other;
        other.setProcessEnvironment(environment());
        other.start(QCoreApplication::applicationFilePath(), {QString::fromLatin1(sayIt)});
        [&] { QVERIFY(other.waitForFinished(60'000)); }();
        return other.readAllStandardOutput();
    }

  private Q_SLOTS:
    void initTestCase() {
        if (QStandardPaths::findExecutable(u"gnome-keyring-daemon"_s).isEmpty())
            QSKIP("gnome-keyring is not installed (Debian package gnome-keyring)");
        m_bus = std::make_unique<test::PrivateBus>();
        if (!m_bus->running())
            QSKIP("dbus-daemon is not installed (Debian package dbus)");
    }
    void cleanupTestCase() {
        endKeyring();
        m_bus.reset();
    }

    // In order: without a keychain, kept, found after a restart of it, erased.
    void withoutAKeychainItIsSaidAndNothingIsKept() {
        const QByteArray told = said({u"sources"_s, u"--token"_s, u"globalping"_s}, m_secret, 2);
        QVERIFY2(told.contains("no keychain was found"), told.constData());
        QVERIFY(!told.contains(m_secret));
        QCOMPARE(filesWith(m_secret), QStringList());
    }

    void aTokenIsKeptAndFoundAgainAfterARestart() {
        beginKeyring();
        const QByteArray told =
            said({u"sources"_s, u"--on"_s, u"globalping"_s, u"--token"_s, u"globalping"_s, u"--json"_s}, m_secret, 0);
        QVERIFY(!told.contains(m_secret));
        QCOMPARE(found(), m_secret);
        endKeyring();
        beginKeyring();
        QCOMPARE(found(), m_secret);
    }

    // The keychain's own file is encrypted; the record, what is exported of it and the list of sources know nothing.
    void itIsNowhereElse() {
        said({u"sources"_s, u"--json"_s}, {}, 0);
        QCOMPARE(filesWith(m_secret), QStringList());
        QVERIFY(!filesWith("globalping").isEmpty()); // that is where we looked
    }

    void anEmptyTokenErasesIt() {
        said({u"sources"_s, u"--token"_s, u"globalping"_s}, {}, 0);
        QCOMPARE(found(), QByteArray());
        endKeyring();
        beginKeyring();
        QCOMPARE(found(), QByteArray());
    }

    void erasingEverythingErasesWhatTheKeychainHolds() {
        said({u"sources"_s, u"--token"_s, u"globalping"_s}, m_secret, 0);
        said({u"telling"_s, u"--secret"_s, u"slack-address"_s}, m_secret, 0);
        QCOMPARE(found(), m_secret + m_secret);
        const QByteArray told = said({u"erase"_s, u"--everything"_s}, "erase everything", 0);
        QVERIFY2(told.contains("keychain") && !told.contains("No keychain"), told.constData());
        QCOMPARE(found(), QByteArray());
    }

    void withoutAKeychainErasingSaysWhatItCannotKnow() {
        endKeyring();
        QVERIFY(said({u"erase"_s, u"--everything"_s}, "erase everything", 0).contains("No keychain answered"));
    }
};

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    if (argc > 1 && std::string_view(argv[1]) == sayIt) {
        Sources sources;
        sources.globalping = true;
        std::cout << keptTokens(sources)["globalping"] << keptSecrets({}, true)[SecretKind::SlackAddress];
        return 0;
    }
    TestKeychain test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_keychain.moc"
