// SPDX-License-Identifier: GPL-3.0-or-later
// Notes are the reporter's own: beside the record, in nothing that is sealed, copied or handed on, and erased for good.
#include "app/desk/notes.h"
#include "app/history/backup.h"
#include "app/history/judgement_store.h"
#include "app/history/seal_check.h"
#include "tests/app/history/builders.h"

#include <QTest>

#include <fcntl.h>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

using namespace kpwatch;
using namespace kpwatch::testing;
using namespace std::chrono_literals;

namespace {

const std::string secret = "the source is at the ministry";

Note note(const std::string& text, NoteKind kind = NoteKind::Text) {
    return {.id = 0, .at = noon, .incident = "20260305-120000", .kind = kind, .text = text};
}

std::string bytesOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

} // namespace

class TestNotes : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void comeBackAsWritten() {
        const TempHistory history;
        history.write();
        const Notes notes(history.directory);
        QVERIFY(notes.all().empty());
        QCOMPARE(notes.add(note("called the desk; 통화함\n\"no comment\"")), 1);
        QCOMPARE(notes.add(note("https://example.org/a?b=c", NoteKind::Link)), 2);
        const auto all = notes.all();
        QCOMPARE(all.size(), std::size_t(2));
        QCOMPARE(all[0].text, std::string("called the desk; 통화함\n\"no comment\""));
        QCOMPARE(all[0].incident, std::string("20260305-120000"));
        QVERIFY(all[0].at == noon);
        QVERIFY(all[1].kind == NoteKind::Link);
        struct stat its {};
        QVERIFY(::stat((history.directory / "notes.json").c_str(), &its) == 0);
        QCOMPARE(its.st_mode & 0777U, 0600U);
    }

    void refusesWhatIsNone_data() {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<bool>("link");
        QTest::newRow("nothing") << std::string() << false;
        QTest::newRow("blanks") << std::string(" \n ") << false;
        QTest::newRow("a book") << std::string(longestNote + 1, 'x') << false;
        QTest::newRow("a script as link") << std::string("javascript:alert(1)") << true;
        QTest::newRow("a file as link") << std::string("file:///etc/passwd") << true;
        QTest::newRow("a link with more behind it") << std::string("https://a.b/ <b>") << true;
    }
    void refusesWhatIsNone() {
        QFETCH(std::string, text);
        QFETCH(bool, link);
        const TempHistory history;
        history.write();
        const Notes notes(history.directory);
        QVERIFY(
            !sentenceOf<InputError>([&] { notes.add(note(text, link ? NoteKind::Link : NoteKind::Text)); }).empty());
        QVERIFY(notes.all().empty());
    }

    // The very bytes go, seen through a descriptor that was open on the old file.
    void areErasedForGood() {
        const TempHistory history;
        history.write();
        const Notes notes(history.directory);
        notes.add(note(secret));
        notes.add(note("another"));
        const std::filesystem::path file = history.directory / "notes.json";
        const int open_before = ::open(file.c_str(), O_RDONLY);
        QVERIFY(notes.erase(1));
        std::string left(4096, 'x');
        const ssize_t length = ::pread(open_before, left.data(), left.size(), 0);
        ::close(open_before);
        QVERIFY(length > 0);
        left.resize(static_cast<std::size_t>(length));
        QCOMPARE(left.find_first_not_of('\0'), std::string::npos);
        QVERIFY(bytesOf(file).find(secret) == std::string::npos);
        QCOMPARE(notes.all().size(), std::size_t(1));
        QVERIFY(!notes.erase(1));
        notes.eraseAll();
        QVERIFY(!std::filesystem::exists(file));
    }

    // When it was written stays known, what it said does not.
    void areChangedForGood() {
        const TempHistory history;
        history.write();
        const Notes notes(history.directory);
        notes.add(note(secret));
        const std::filesystem::path file = history.directory / "notes.json";
        const int open_before = ::open(file.c_str(), O_RDONLY);
        QVERIFY(notes.change(1, "https://example.org/a", noon + 1h));
        std::string left(4096, 'x');
        const ssize_t length = ::pread(open_before, left.data(), left.size(), 0);
        ::close(open_before);
        QVERIFY(length > 0);
        left.resize(static_cast<std::size_t>(length));
        QCOMPARE(left.find_first_not_of('\0'), std::string::npos);
        QVERIFY(bytesOf(file).find(secret) == std::string::npos);
        Note changed = note("https://example.org/a", NoteKind::Link);
        changed.id = 1;
        changed.changed = noon + 1h;
        QVERIFY(notes.all() == std::vector<Note>{changed});
        QVERIFY(!sentenceOf<InputError>([&] { notes.change(1, " ", noon + 2h); }).empty());
        QVERIFY(notes.all() == std::vector<Note>{changed});
        QVERIFY(!notes.change(2, "nobody's", noon));
    }

    void onlyTheAddressOfAPageIsALink_data() {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<bool>("link");
        QTest::newRow("page") << std::string("https://example.org/a?b=c") << true;
        QTest::newRow("words about it") << std::string("https://example.org/ says so") << false;
        QTest::newRow("two lines") << std::string("https://example.org/\nhttps://example.com/") << false;
        QTest::newRow("script") << std::string("javascript:alert(1)") << false;
    }
    void onlyTheAddressOfAPageIsALink() {
        QFETCH(std::string, text);
        QFETCH(bool, link);
        QCOMPARE(noteKindOf(text) == NoteKind::Link, link);
    }

    void areInNothingElse() {
        const TempHistory history;
        {
            const auto writer = history.write(noon);
            writer->append(rowsOnly({answered(webId, noon)}));
            while (writer->tend(noon + 48h)) {}
        }
        const auto sealed = checkedSeals(history.file()).lastSeal;
        QVERIFY(sealed);
        const Notes notes(history.directory);
        notes.add(note(secret));
        Judgement judgement;
        judgement.hand = Hand::FalseAlarm;
        judgement.incident = "20260305-120000";
        judgement.reason = "tested by hand";
        judgement.at = noon;
        recordJudgement(history.directory, judgement);
        const std::filesystem::path copy = history.directory / "copy.db";
        backUp(history.file(), copy);
        QCOMPARE(checkedSeals(history.file()).lastSeal, sealed);
        for (const auto& entry : std::filesystem::recursive_directory_iterator(history.directory))
            if (entry.is_regular_file() && entry.path().filename() != "notes.json")
                QVERIFY2(bytesOf(entry.path()).find(secret) == std::string::npos, entry.path().c_str());
    }

    void strangeFileIsNotOverwritten() {
        const TempHistory history;
        history.write();
        std::ofstream(history.directory / "notes.json") << "my own list";
        QVERIFY(!sentenceOf<StorageError>([&] { Notes(history.directory).add(note("one")); }).empty());
        QCOMPARE(bytesOf(history.directory / "notes.json"), std::string("my own list"));
    }
};

QTEST_GUILESS_MAIN(TestNotes)
#include "tst_notes.moc"
