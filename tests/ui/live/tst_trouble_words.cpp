// SPDX-License-Identifier: GPL-3.0-or-later
// What does not work is said in a window in its own language, without the ways of a terminal: of each error as it is
// thrown.
#include "app/chosen.h"
#include "app/desk/dated_events.h"
#include "app/desk/notes.h"
#include "app/evidence/bag_zip.h"
#include "app/evidence/observation_file.h"
#include "app/evidence/opened_bag.h"
#include "app/history/backup.h"
#include "app/history/colleague.h"
#include "app/history/elsewhere.h"
#include "app/history/judgement_store.h"
#include "app/watch/edit_door.h"
#include "app/whole_file.h"
#include "tests/app/history/builders.h"
#include "ui/export/chart_file.h"
#include "ui/export/chart_in_png.h"
#include "ui/export/save_file.h"
#include "ui/live/trouble_words.h"
#include "ui/translation.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QRegularExpression>
#include <QTest>

#include <fstream>

using namespace kpwatch;
using namespace kpwatch::testing;

class TroubleWordsTest : public QObject {
    Q_OBJECT

    TempHistory m_history;
    std::filesystem::path m_folder = m_history.directory;
    QString m_name = QString::fromStdString(m_folder.string());

    static std::string thrown(const std::function<void()>& work) {
        try {
            work();
        } catch (const std::runtime_error& error) {
            return error.what();
        }
        return {};
    }
    std::filesystem::path fileWith(const char* name, const std::string& text) const {
        std::ofstream(m_folder / name) << text;
        return m_folder / name;
    }

  private Q_SLOTS:
    void initTestCase() {
        m_history.write()->append({});
        fileWith("a file", "of no kind");
    }
    void cleanup() { speak(QStringLiteral("en")); }

    void everySentenceIsTheWindowsOwn_data() {
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* name, const std::function<void()>& work) {
            QTest::newRow(name) << QString::fromStdString(thrown(work));
        };
        const std::filesystem::path none = m_folder / "none", file = m_folder / "a file";
        const HistoryOptions here{.directory = m_folder};
        row("no record", [&] { HistoryReader reader(none); });
        row("nothing to judge", [&] { recordJudgement(none, {}); });
        row("nobody takes it", [&] { changeInRecord(none, {}); });
        row("two writers", [&] {
            const auto first = m_history.write();
            History(here, smallWatchlist(), {}, noon);
        });
        row("a simulation", [&] { History({.directory = m_folder, .simulated = true}, smallWatchlist(), {}, noon); });
        row("another database", [&] {
            std::filesystem::create_directories(m_folder / "other");
            SQLite::Database((m_folder / "other" / "history.db").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
                .exec("CREATE TABLE theirs(x)");
            History({.directory = m_folder / "other"}, smallWatchlist(), {}, noon);
        });
        row("no folder", [&] { History({.directory = file / "record"}, smallWatchlist(), {}, noon); });
        row("the same folder", [&] { openElsewhere(m_folder, here, smallWatchlist(), {}, noon); });
        row("a backup over another", [&] { backUp(m_folder, file); });
        row("into a folder", [&] { saveWhole(m_name, "x"); });
        row("below a file", [&] { writeBesideRecord(file / "channels.json", "{}"); });
        row("no picture", [&] { readLogo(QString::fromStdString(file.string())); });
        row("no chart", [&] { readChart(QString::fromStdString(none.string())); });
        row("a chart of others", [&] { readChart(QString::fromStdString(file.string())); });
        row("no note", [&] { Notes(m_folder).add({}); });
        row("no link", [&] {
            Note link;
            link.kind = NoteKind::Link;
            link.text = "ftp://x";
            Notes(m_folder).add(link);
        });
        row("notes of others", [&] { Notes(fileWith("notes.json", "{}").parent_path()).all(); });
        row("no day", [&] { keepEvents(m_folder, fileWith("no.csv", "date,title,source\ntoday,x,y\n")); });
        row("no table", [&] { keepEvents(m_folder, none); });
        row("no pack", [&] { OpenedBag bag(m_folder); });
        row("no zip", [&] { OpenedBag bag(file); });
        row("no observations", [&] { readObservationFile(file, {}); });
        row("no such observations", [&] { readObservationFile(none, {}); });
        row("no record to add to", [&] { takeIn(none, ColleagueRows{}, Settings{}, noon); });
    }
    void everySentenceIsTheWindowsOwn() {
        QFETCH(const QString, sentence);
        QVERIFY(!sentence.isEmpty());
        const QString english = troubleWords(sentence.toStdString());
        static const QRegularExpression terminal(QStringLiteral("--|kpwatch [a-z]+'|\\bcode \\d"));
        QVERIFY2(!english.contains(terminal), qPrintable(english));

        QVERIFY(speak(QStringLiteral("ko")));
        QString korean = troubleWords(sentence.toStdString()).section(u'\n', 0, 0);
        QVERIFY2(!korean.startsWith(QStringLiteral("되지 않았습니다")), qPrintable(sentence));
        QVERIFY2(korean.contains(QRegularExpression(QStringLiteral("[가-힣]"))), qPrintable(korean));
        korean.remove(m_name).remove(QRegularExpression(QStringLiteral("\\([^)]*\\)"))); // what the system said of it
        static const QRegularExpression words(QStringLiteral("\\b(is|the|of|or|cannot|choose|another|file)\\b"));
        QVERIFY2(!korean.remove(QStringLiteral("a file")).contains(words), qPrintable(korean));
    }

    void whatTheSystemSaidStandsBelow() {
        QCOMPARE(troubleWords("/x/a.png cannot be written (No space left on device): choose another place"),
                 QStringLiteral("/x/a.png cannot be written. Choose another place.\nNo space left on device"));
        QCOMPARE(troubleWords("Another program (process 12) already records into /x: end it first, or choose another "
                              "directory with --history."),
                 QStringLiteral("Another program already records into /x: end it first.\n(process 12)"));
        QCOMPARE(troubleWords("/x/history.db was written by a newer KPWatch (schema 99, this one writes 8): use that "
                              "version."),
                 QStringLiteral("The record was written by a newer KPWatch: use that version."));
    }

    void notesAboutTheRecordAreTranslated_data() {
        QTest::addColumn<QString>("note");
        QTest::newRow("set aside") << QStringLiteral(
            "The record was damaged and is kept as /x/history.corrupt-1.db. What is seen now is saved in a new file; "
            "what can be salvaged is being brought back.");
        QTest::newRow("repaired") << QStringLiteral(
            "The record was damaged and has been repaired: 12 checks are there again, 3 of 40 pages could not be read. "
            "The damaged file is kept as /x/history.corrupt-1.db.");
        QTest::newRow("nothing there") << QStringLiteral(
            "Nothing could be recovered from the record: it is damaged as a whole, or was none. It is kept as "
            "/x/history.corrupt-1.db, and watching goes on in a new record.");
        QTest::newRow("log") << QString::fromStdString("/x/history.db-wal has grown to 70 MiB: another program keeps "
                                                       "the record open; close it there. Nothing is lost, it only "
                                                       "takes room.");
    }
    void notesAboutTheRecordAreTranslated() {
        QFETCH(QString, note);
        QVERIFY(speak(QStringLiteral("ko")));
        const QString korean = troubleWords(note.toStdString());
        QVERIFY2(!korean.contains(u'\n') && !korean.contains(QStringLiteral("damaged")), qPrintable(korean));
        for (const char* const value : {"/x/history.corrupt-1.db", "12", "40", "70"})
            QCOMPARE(korean.contains(QLatin1String(value)), note.contains(QLatin1String(value)));
    }

    void whatIsNotKnownIsIntroduced() {
        QCOMPARE(troubleWords("the moon is full"), QStringLiteral("the moon is full"));
        QVERIFY(speak(QStringLiteral("ko")));
        const QStringList korean = troubleWords("the moon is full").split(u'\n');
        QCOMPARE(korean.size(), 2);
        QCOMPARE(korean[1], QStringLiteral("the moon is full"));
    }
};

QTEST_GUILESS_MAIN(TroubleWordsTest)
#include "tst_trouble_words.moc"
