// SPDX-License-Identifier: GPL-3.0-or-later
// The secret service of a desktop (gnome-keyring) on a bus of the test's own: the program keeps a secret there and
// finds it again, and it is nowhere else: in no file, no argument, no output.
#include "tests/support/keyring.h"

#include <QDirIterator>
#include <QProcess>
#include <QtTest>

#include <fstream>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace {

const QByteArray secret = "http://127.0.0.1:9/services/s3cret-of-the-desk";

} // namespace

class TestTellingSecrets : public QObject {
    Q_OBJECT
    std::unique_ptr<kpwatch::test::Keyring> m_keyring;
    QByteArray m_said; // by every program of ours

    QString path(const char* name) const { return m_keyring->path(name); }

    int run(const QStringList& arguments, const QByteArray& input = {}, QByteArray* arguments_seen = nullptr) {
        QProcess program;
        program.setProcessEnvironment(m_keyring->environment());
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

  private Q_SLOTS:
    void initTestCase() {
        m_keyring = std::make_unique<kpwatch::test::Keyring>();
        if (!m_keyring->missing().isEmpty())
            QSKIP(qPrintable(m_keyring->missing()));
        QVERIFY(m_keyring->begin());
        std::ofstream(path("list.json").toStdString())
            << R"({"version":1,"allow_private":true,"sites":[{"id":"s"}],"targets":[{"id":"w","site":"s","probe":)"
               R"({"kind":"http","url":"http://127.0.0.1:9/"}}]})";
        QVERIFY(QDir(path("history")).mkpath(u"."_s));
        std::ofstream((path("history") + u"/telling.json"_s).toStdString())
            << R"({"version":1,"slack":{"on":true,"least":"one-site"}})";
    }
    void cleanupTestCase() { m_keyring.reset(); }

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
        QCOMPARE(m_keyring->filesWith("s3cret-of-the-desk").join(u", "_s), QString());
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
