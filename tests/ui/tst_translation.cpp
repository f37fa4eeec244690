// SPDX-License-Identifier: GPL-3.0-or-later
// Every word can be said in another language: the files are complete, and a translation reaches sentences, lengths,
// dates and what is painted. A handful of Korean words proves it.
#include "app/words/language.h"
#include "app/words/words.h"
#include "tests/ui/live/sample_record.h"
#include "ui/live/find_dialog.h"
#include "ui/live/tile_words.h"
#include "ui/live/timeline_widget.h"
#include "ui/translation.h"

#include <QDirIterator>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace kpwatch;
using namespace std::chrono_literals;

namespace {

QString sourceRoot() { return QStringLiteral(KPWATCH_TEST_DATA "/.."); }

bool run(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, arguments);
    return process.waitForFinished(60000) && process.exitCode() == 0;
}

// Context and source of every message of a .ts file.
QSet<QString> messages(const QString& file) {
    QFile open(file);
    QSet<QString> found;
    if (!open.open(QIODevice::ReadOnly))
        return found;
    QXmlStreamReader xml(&open);
    QString context;
    while (!xml.atEnd())
        if (xml.readNextStartElement()) {
            if (xml.name() == QLatin1String("name"))
                context = xml.readElementText();
            else if (xml.name() == QLatin1String("source"))
                found << context + QLatin1Char('|') + xml.readElementText();
        }
    return found;
}

} // namespace

class TestTranslation : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        QVERIFY(m_folder.isValid());
        m_korean = m_folder.filePath(QStringLiteral("some_ko.qm"));
        QVERIFY(run(QStringLiteral(KPWATCH_LRELEASE),
                    {QStringLiteral("-silent"), QStringLiteral(KPWATCH_TEST_DATA "/translations/some_ko.ts"),
                     QStringLiteral("-qm"), m_korean}));
        installFonts();
    }
    void cleanup() { speak(QStringLiteral("en")); }

    void theKoreanFileHasEveryWord() {
        const QString fresh = m_folder.filePath(QStringLiteral("fresh_ko.ts"));
        QVERIFY(run(QStringLiteral(KPWATCH_LUPDATE),
                    {QStringLiteral("-silent"), QStringLiteral("-locations"), QStringLiteral("none"),
                     QStringLiteral("-I"), sourceRoot(), sourceRoot() + QStringLiteral("/app/words"),
                     sourceRoot() + QStringLiteral("/ui"), QStringLiteral("-ts"), fresh}));
        const QSet<QString> wanted = messages(fresh);
        const QSet<QString> kept = messages(sourceRoot() + QStringLiteral("/resources/translations/kpwatch_ko.ts"));
        QVERIFY(wanted.size() > 600);
        const QStringList missing = (wanted - kept).values(), stale = (kept - wanted).values();
        // A few words may be ahead of the file while they are being worked on; `update_words` takes them in.
        constexpr qsizetype mayLag = 40;
        const QString behind = QStringLiteral("build the target update_words. Missing:\n%1\nNo longer said:\n%2")
                                   .arg(missing.join(QLatin1Char('\n')), stale.join(QLatin1Char('\n')));
        QVERIFY2(missing.size() <= mayLag && stale.size() <= mayLag, qPrintable(behind));
        if (!missing.isEmpty() || !stale.isEmpty())
            qInfo().noquote() << behind;
        // A class that lupdate does not know would be looked up elsewhere at run time.
        for (const QString& each : wanted)
            QVERIFY2(each.startsWith(QLatin1String("words|")) || each.startsWith(QLatin1String("kpwatch::")),
                     qPrintable(each));
    }

    void noSentenceGoesPastTheTranslation() {
        // Two words with a gap between them in a literal that nobody translates.
        static const QRegularExpression sentence(
            QStringLiteral("QStringLiteral\\(\"[^\"]*[A-Za-z]{3,} [a-z]{2,}[^\"]*\"\\)"));
        static const QRegularExpression notShown(
            QStringLiteral("setObjectName|QRegularExpression|setStyleSheet|KPWatch Sans|QStringLiteral\\(\":|ddd, d "
                           "MMM yyyy|dddd,? (d )?MMMM|\\\\t"));
        QStringList wrong;
        for (const char* folder : {"/ui", "/app/words"}) {
            QDirIterator files(sourceRoot() + QLatin1String(folder), {QStringLiteral("*.cpp"), QStringLiteral("*.h")},
                               QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                const QString path = files.next();
                if (path.contains(QLatin1String("/ui/cli/")) || path.endsWith(QLatin1String("theme.cpp")))
                    continue; // a terminal speaks English; a style sheet no language
                QFile file(path);
                QVERIFY(file.open(QIODevice::ReadOnly));
                for (const QString& line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n')))
                    if (line.contains(sentence) && !line.contains(notShown))
                        wrong << path.section(QLatin1Char('/'), -2) + QStringLiteral(": ") + line.trimmed();
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

    void englishHasItsPlurals() {
        QVERIFY(speak(QStringLiteral("en")));
        QCOMPARE(FindDialog::tr("%n stretches", nullptr, 1), QStringLiteral("1 stretch"));
        QCOMPARE(FindDialog::tr("%n stretches", nullptr, 2), QStringLiteral("2 stretches"));
    }

    void wordsLengthsAndDatesFollowTheLanguage() {
        const UtcTime at = sample::now();
        QCOMPARE(words::state(Verdict::Down), QStringLiteral("Not answering"));
        const QString inEnglish = words::stampKst(at);
        QVERIFY(inEnglish.startsWith(QStringLiteral("Thu 12 Mar")));
        QVERIFY(speak(m_korean));
        QCOMPARE(words::state(Verdict::Down), QString::fromUtf8("응답 없음"));
        QCOMPARE(words::duration(2h + 13min), QString::fromUtf8("2시간 13분"));
        QCOMPARE(words::dayKst(at), QString::fromUtf8("3월 12일"));
        QVERIFY2(words::weekdayDayKst(at).endsWith(QString::fromUtf8("3월 12일 (목)")),
                 qPrintable(words::weekdayDayKst(at)));
        QCOMPARE(FindDialog::tr("%n stretches", nullptr, 2), QString::fromUtf8("2건"));
        QCOMPARE(words::state(Verdict::Up), QStringLiteral("Answering")); // not translated: stays English
        QVERIFY(speak(QStringLiteral("en")));
        QCOMPARE(words::stampKst(at), inEnglish);
    }

    // What leaves speaks as it is wanted, whatever the window does, and of this thread alone.
    void aThreadMaySpeakAnotherLanguage() {
        for (const char* const window : {"en", "ko"}) {
            QVERIFY(speak(QLatin1String(window)));
            const QString usual = words::state(Verdict::Down);
            {
                const words::InLanguage korean(QStringLiteral("ko"));
                QCOMPARE(words::state(Verdict::Down), QString::fromUtf8("응답 없음"));
                QCOMPARE(words::languageCode(), QStringLiteral("ko"));
                const words::InLanguage english(QStringLiteral("en"));
                QCOMPARE(words::state(Verdict::Down), QStringLiteral("Not answering"));
                const words::InLanguage asItIs{QString()};
                QCOMPARE(words::languageCode(), QStringLiteral("en"));
            }
            QCOMPARE(words::state(Verdict::Down), usual);
        }
    }

    void tilesAndLanesFollowTheLanguage() {
        SiteFacts facts;
        facts.site = sample::watchlist().sites.front();
        facts.status = {"kcna", "KCNA", Verdict::Down, sample::ago(2, 13)};
        facts.http = sample::live().targets.front();
        facts.watching = Watching::Running;
        facts.now = sample::now();
        QVERIFY(speak(m_korean));
        QCOMPARE(tileWords(facts).sentence(), QString::fromUtf8("응답 없음 2시간 13분"));
        const ViewState view(sample::now());
        const TimelineData data{sample::timeline(view.range()), {}, sample::live()};
        const TimelineLayout layout = timelineLayout(data, view, 500, 16);
        QCOMPARE(layout.rows.front().name, QString::fromUtf8("사이트"));
        QCOMPARE(layout.rows.at(1).value, QString::fromUtf8("응답 없음"));
    }

    void anUnknownLanguageLeavesEnglish() {
        QVERIFY(!speak(QStringLiteral("xx")));
        QCOMPARE(words::state(Verdict::Down), QStringLiteral("Not answering"));
    }

  private:
    QTemporaryDir m_folder;
    QString m_korean;
};

QTEST_MAIN(TestTranslation)
#include "tst_translation.moc"
