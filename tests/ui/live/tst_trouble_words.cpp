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
#include "app/history/database.h"
#include "app/history/elsewhere.h"
#include "app/history/judgement_store.h"
#include "app/watch/edit_door.h"
#include "app/watch/monitor.h"
#include "app/whole_file.h"
#include "tests/app/history/builders.h"
#include "ui/export/chart_file.h"
#include "ui/export/chart_in_png.h"
#include "ui/export/save_file.h"
#include "ui/live/trouble_words.h"
#include "ui/translation.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <sqlite3.h>

#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

#include <cerrno>
#include <fstream>

using namespace kpwatch;
using namespace kpwatch::testing;

namespace {

// The sentences that a C++ file throws, keeps as a trouble or refuses with, as they would read: what is filled in is a
// path or a figure, and of a choice every side is one.
class ThrownSentences {
  public:
    explicit ThrownSentences(QString code) : m_code(std::move(code)) {
        static const QRegularExpression comment(QStringLiteral("(^|\\s)//.*"), QRegularExpression::MultilineOption);
        m_code.replace(comment, QStringLiteral("\\1"));
    }

    QStringList all() const {
        static const QRegularExpression begin(
            QStringLiteral("\\b(?:(?:InputError|StorageError|WriterBusyError|refusal)\\(|"
                           "m_(?:trouble|recordNote|logNote) = )"));
        static const QRegularExpression word(QStringLiteral("[a-z]{3}"));
        QStringList found;
        for (auto each = begin.globalMatch(m_code); each.hasNext();) {
            const qsizetype from = each.next().capturedEnd();
            for (const QString& sentence : readings(m_code.mid(from, end(m_code, from, QStringLiteral(",;)")) - from)))
                if (sentence.contains(word))
                    found << sentence;
        }
        return found;
    }

  private:
    // Of the literal that begins there.
    static qsizetype literalEnd(const QString& code, qsizetype from) {
        qsizetype at = from + 1;
        while (at < code.size() && code[at] != code[from])
            at += code[at] == u'\\' ? 2 : 1;
        return at + 1;
    }

    // Of what lies outside of all brackets and literals.
    static qsizetype end(const QString& code, qsizetype from, const QString& ends) {
        int depth = 0;
        for (qsizetype at = from; at < code.size(); ++at) {
            const QChar letter = code[at];
            if (letter == u'"' || letter == u'\'')
                at = literalEnd(code, at) - 1;
            else if (depth == 0 && ends.contains(letter))
                return at;
            else if (QStringLiteral("([{").contains(letter))
                ++depth;
            else if (QStringLiteral(")]}").contains(letter))
                --depth;
        }
        return code.size();
    }

    static QStringList readings(const QString& raw) {
        const QString code = raw.trimmed();
        if (code.startsWith(u'(') && end(code, 1, QStringLiteral(")")) == code.size() - 1)
            return readings(code.sliced(1).chopped(1));
        if (const qsizetype choice = end(code, 0, QStringLiteral("?")); choice < code.size()) {
            qsizetype other = end(code, choice + 1, QStringLiteral(":"));
            while (code.sliced(other).startsWith(QLatin1String("::")))
                other = end(code, other + 2, QStringLiteral(":"));
            return readings(code.mid(choice + 1, other - choice - 1)) + readings(code.mid(other + 1));
        }
        if (const qsizetype plus = end(code, 0, QStringLiteral("+")); plus < code.size()) {
            QStringList both;
            for (const QString& left : readings(code.left(plus)))
                for (const QString& right : readings(code.mid(plus + 1)))
                    both << left + right;
            return both;
        }
        if (code.startsWith(QLatin1String("std::string(")))
            return readings(code.sliced(11));
        return {code.startsWith(u'"') || code.startsWith(u'\'') ? literals(code) : filledIn(code)};
    }

    static QString literals(const QString& code) {
        QString text;
        for (qsizetype at = 0; at < code.size(); ++at)
            if (code[at] == u'"' || code[at] == u'\'') {
                const qsizetype after = literalEnd(code, at);
                text += code.mid(at + 1, after - at - 2);
                at = after - 1;
            }
        static const QRegularExpression escaped(QStringLiteral("\\\\(.)"));
        return text.replace(escaped, QStringLiteral("\\1"));
    }

    static QString filledIn(const QString& code) {
        return code.startsWith(QLatin1String("std::to_string(")) ? QStringLiteral("7") : QStringLiteral("/x/y");
    }

    QString m_code;
};

} // namespace

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

    // A sentence that somebody adds has to be added to the window's too.
    void everySentenceInTheSourcesIsKnown() {
        QVERIFY(speak(QStringLiteral("ko")));
        const QString root = QStringLiteral(KPWATCH_TEST_DATA "/../");
        QStringList files;
        for (const char* const folder :
             {"app/history", "app/desk", "app/watch", "app/evidence", "ui/export", "ui/evidence"})
            for (QDirIterator each(root + QLatin1String(folder), {QStringLiteral("*.cpp")}, QDir::Files);
                 each.hasNext();)
                files << each.next();
        for (const char* const file : {"app/start/dashboard.cpp", "app/way_out.cpp", "app/whole_file.cpp",
                                       "ui/cli/import.cpp", "ui/cli/export.cpp"})
            files << root + QLatin1String(file);
        static const QRegularExpression hangul(QStringLiteral("[가-힣]"));
        // Names of things, and what is to be typed.
        static const QRegularExpression mayStand(
            QStringLiteral("KPWatch|JPEG|PNG|MiB|SOCKS|socks5h|jsonl|csv|https?|date,title,source|"
                           "history\\.db|Something happened|Reuters"));
        static const QRegularExpression english(QStringLiteral("[A-Za-z]{3,}"));
        QStringList unknown;
        qsizetype sentences = 0;
        for (const QString& path : files) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            for (const QString& sentence : ThrownSentences(QString::fromUtf8(file.readAll())).all()) {
                ++sentences;
                QString said = troubleWords(sentence.toStdString());
                if (!said.contains(hangul) || said.remove(mayStand).contains(english))
                    unknown << path.section(u'/', -2) + QStringLiteral(": ") + sentence;
            }
        }
        QVERIFY(sentences > 90);
        QVERIFY2(unknown.isEmpty(), qPrintable(unknown.join(u'\n')));
    }

    void whatSqliteRefusesIsSaidOfAnyCopy() {
        QVERIFY(speak(QStringLiteral("ko")));
        static const QRegularExpression english(QStringLiteral("[A-Za-z]{3,}"));
        for (const int code : {SQLITE_FULL, SQLITE_IOERR, SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_NOTADB, SQLITE_BUSY})
            for (const char* const file : {"/x/history.db", "/my copies/kpwatch-20260305.db"}) {
                QString said = troubleWords(storageError(file, SQLite::Exception("", code)).what());
                QCOMPARE(said.remove(QStringLiteral("\n/my copies/kpwatch-20260305.db")).count(u'\n'), 0);
                QVERIFY2(!said.remove(QStringLiteral("KPWatch")).contains(english), qPrintable(said));
            }
    }

    void whatTheSystemSaysIsTranslated() {
        QVERIFY(speak(QStringLiteral("ko")));
        static const QRegularExpression english(QStringLiteral("[A-Za-z]{3,}"));
        for (const int error :
             {ENOSPC, EDQUOT,       EROFS,  EACCES, EPERM,  ENOENT, EIO,    ENOTDIR,   EISDIR,   EMFILE, ENFILE,
              EFBIG,  ENAMETOOLONG, EEXIST, EBUSY,  ENODEV, ENXIO,  ESTALE, ETIMEDOUT, ENOTCONN, ELOOP})
            for (const char* const file : {"/x/history.db", "/x/y"}) {
                const QString said = troubleWords(fileError(file, error).what());
                QVERIFY2(!said.contains(english), qPrintable(said));
            }
    }

    void whatFillsASentenceIsTranslatedToo_data() {
        QTest::addColumn<QString>("sentence");
        QTest::newRow("no room") << QStringLiteral("The record was damaged, is kept, and could not be repaired yet: "
                                                   "/x/y has no room for what can be salvaged: free 30 MiB more on "
                                                   "its disk.");
        QTest::newRow("not written") << QStringLiteral("The record was damaged, is kept, and could not be repaired "
                                                       "yet: /x/y cannot be made or written, \"Read-only file "
                                                       "system\" (code 30): check that its directory exists and can "
                                                       "be written, or choose another one.");
        QTest::newRow("a line") << QStringLiteral("/x/y is damaged (line 51: is not a JSON object): ask for it again, "
                                                  "nothing was imported");
        QTest::newRow("the record") << QStringLiteral("/x/history.db is to be copied, which takes 333 MiB on the disk "
                                                      "of /x: free 276 MiB more.");
        QTest::newRow("who") << QStringLiteral("Another program (process 12) already records into /x: end it first, or "
                                               "choose another directory with --history.");
    }
    void whatFillsASentenceIsTranslatedToo() {
        QFETCH(const QString, sentence);
        QVERIFY(speak(QStringLiteral("ko")));
        const QString said = troubleWords(sentence.toStdString());
        static const QRegularExpression english(QStringLiteral("(?!MiB)\\b[A-Za-z]{3,}"));
        QVERIFY2(!said.contains(english), qPrintable(said));
        static const QRegularExpression figure(QStringLiteral("30 MiB|51|276 MiB|12|/x/y"));
        QVERIFY2(said.contains(figure), qPrintable(said));
    }

    void aFileIsCalledAsItIs() {
        QCOMPARE(troubleWords("/x/50%2.png cannot be written (No space left on device): choose another place"),
                 QStringLiteral("/x/50%2.png cannot be written. Choose another place.\nNo space left on device"));
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
        QTest::newRow("put back") << QStringLiteral(
            "The record was moved or removed while it was being written, and has been put back into /x. If its "
            "folder went, its backups and all else that lay in it went along.");
        QTest::newRow("replaced") << QStringLiteral(
            "Another record lies in /x now, and watching goes on in it. What was saved until 2026-03-05 12:40 UTC is "
            "in the file that lay there before: to go on with that one, stop watching, put it back and start again. "
            "The two cannot be joined.");
        QTest::newRow("repaired") << QStringLiteral(
            "The record was damaged and has been repaired: 12 checks are there again, 3 of 40 pages could not be read. "
            "The damaged file is kept as /x/history.corrupt-1.db.");
        QTest::newRow("nothing there") << QStringLiteral(
            "Nothing could be recovered from the record: it is damaged as a whole, or was none. It is kept as "
            "/x/history.corrupt-1.db, and watching goes on in a new record.");
        QTest::newRow("lent") << QString::fromLatin1(recordLent);
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
