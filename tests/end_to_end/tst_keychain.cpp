// SPDX-License-Identifier: GPL-3.0-or-later
// Tokens of public sources in a real keychain (gnome-keyring) on a bus of the test's own: kept, found again, erased,
// and nowhere else. The program itself is run, so that its arguments, words and files can be looked through.
#include "app/outside/sources.h"
#include "tests/support/keyring.h"
#include "ui/settings/keychain.h"

#include <QProcess>
#include <QtTest>

#include <iostream>
#include <string_view>

using namespace kpwatch;
using namespace Qt::StringLiterals;

static constexpr const char* sayIt = "--say-the-token";

class TestKeychain : public QObject {
    Q_OBJECT
    const QByteArray m_secret = "tok-0123456789-of-mine";
    std::unique_ptr<test::Keyring> m_keyring;

    QString history() const { return m_keyring->path("record"); }

    // What the program says, with the token on its standard input.
    QByteArray said(const QStringList& arguments, const QByteArray& in, int code) {
        QProcess program;
        program.setProcessEnvironment(m_keyring->environment());
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

    // As the window reads it when it starts: by a program that has just begun.
    QByteArray found() const {
        QProcess other;
        other.setProcessEnvironment(m_keyring->environment());
        other.start(QCoreApplication::applicationFilePath(), {QString::fromLatin1(sayIt)});
        [&] { QVERIFY(other.waitForFinished(60'000)); }();
        return other.readAllStandardOutput();
    }

  private Q_SLOTS:
    void initTestCase() {
        m_keyring = std::make_unique<test::Keyring>();
        if (!m_keyring->missing().isEmpty())
            QSKIP(qPrintable(m_keyring->missing()));
    }
    void cleanupTestCase() { m_keyring.reset(); }

    // In order: without a keychain, kept, found after a restart of it, erased.
    void withoutAKeychainItIsSaidAndNothingIsKept() {
        const QByteArray told = said({u"sources"_s, u"--token"_s, u"globalping"_s}, m_secret, 2);
        QVERIFY2(told.contains("no keychain was found"), told.constData());
        QVERIFY(!told.contains(m_secret));
        QCOMPARE(m_keyring->filesWith(m_secret), QStringList());
    }

    void aTokenIsKeptAndFoundAgainAfterARestart() {
        QVERIFY(m_keyring->begin());
        const QByteArray told =
            said({u"sources"_s, u"--on"_s, u"globalping"_s, u"--token"_s, u"globalping"_s, u"--json"_s}, m_secret, 0);
        QVERIFY(!told.contains(m_secret));
        QCOMPARE(found(), m_secret);
        m_keyring->end();
        QVERIFY(m_keyring->begin());
        QCOMPARE(found(), m_secret);
    }

    // The keychain's own file is encrypted; the record, what is exported of it and the list of sources know nothing.
    void itIsNowhereElse() {
        said({u"sources"_s, u"--json"_s}, {}, 0);
        QCOMPARE(m_keyring->filesWith(m_secret), QStringList());
        QVERIFY(!m_keyring->filesWith("globalping").isEmpty()); // that is where we looked
    }

    void anEmptyTokenErasesIt() {
        said({u"sources"_s, u"--token"_s, u"globalping"_s}, {}, 0);
        QCOMPARE(found(), QByteArray());
        m_keyring->end();
        QVERIFY(m_keyring->begin());
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
        m_keyring->end();
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
