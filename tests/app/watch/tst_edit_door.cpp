// SPDX-License-Identifier: GPL-3.0-or-later
// A viewer's edits reach the program that records, and nothing else does.
#include "app/chosen.h"
#include "app/watch/edit_door.h"
#include "tests/app/history/builders.h"

#include <QLocalSocket>
#include <QTest>

#include <atomic>
#include <sys/stat.h>
#include <thread>

using namespace kpwatch;
using namespace kpwatch::testing;

namespace {

Judgement falseAlarm(const std::string& reason = "a storm here") {
    Judgement judgement;
    judgement.at = noon;
    judgement.hand = Hand::FalseAlarm;
    judgement.incident = "20260305-120000";
    judgement.reason = reason;
    return judgement;
}

// What a caller of that thread got: "" if it was taken.
template <typename Call>
std::string answerOf(const Call& call) {
    std::atomic<bool> done = false;
    std::string said;
    std::jthread caller([&] {
        try {
            call();
        } catch (const std::exception& error) {
            said = error.what();
        }
        done = true;
    });
    (void)QTest::qWaitFor([&] { return done.load(); }, 20'000);
    return said;
}

} // namespace

class EditDoorTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void anEditIsTakenByWhoRecordsAndIsOnDiskThen() {
        const TempHistory history;
        const auto writer = history.write();
        const EditDoor door(history.directory, {.judgement = [&](const Judgement& judgement) {
                                Batch batch;
                                batch.judgements = {judgement};
                                writer->append(batch);
                            }});
        QCOMPARE(answerOf([&] { sayInRecord(history.directory, falseAlarm("Sturm über Büro „A“")); }), std::string());
        const std::vector<Judgement> said = history.read().judgements();
        QCOMPARE(said.size(), std::size_t{1});
        QCOMPARE(said[0].reason, std::string("Sturm über Büro „A“"));
        QCOMPARE(said[0].at, noon);
        struct stat status {};
        QCOMPARE(::stat((history.directory / "history.edits").c_str(), &status), 0);
        QCOMPARE(status.st_mode & 077U, 0U); // of this user alone
    }

    void whereNobodyRecordsItIsWrittenAtOnce() {
        const TempHistory history;
        history.write();
        sayInRecord(history.directory, falseAlarm());
        QCOMPARE(history.read().judgements().size(), std::size_t{1});
    }

    void aProgramThatDoesNotAnswerIsNamed() {
        const TempHistory history;
        const auto writer = history.write();
        const std::string said = answerOf([&] { sayInRecord(history.directory, falseAlarm()); });
        QVERIFY2(said.find(history.directory.string()) != std::string::npos, said.c_str());
    }

    // It was too busy to answer, and saved the edit.
    void whatIsStoredWithoutAnAnswerIsNoFailure() {
        const TempHistory history;
        const auto writer = history.write();
        std::jthread saving([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
            Batch batch;
            batch.judgements = {falseAlarm()};
            writer->append(batch);
        });
        sayInRecord(history.directory, falseAlarm());
        QCOMPARE(history.read().judgements().size(), std::size_t{1});
    }

    void whatCannotBeSaidIsRefusedInWords() {
        const TempHistory history;
        const auto writer = history.write();
        const EditDoor door(history.directory,
                            {.judgement = [](const Judgement&) { throw StorageError("the disk is full"); }});
        QCOMPARE(answerOf([&] { sayInRecord(history.directory, falseAlarm()); }), std::string("the disk is full"));
        QVERIFY(!answerOf([&] { sayInRecord(history.directory, falseAlarm("")); }).empty());
    }

    void whoRecordsStepsAsideForWorkThatNeedsTheRecord() {
        const TempHistory history;
        auto writer = history.write();
        bool worked = false;
        const EditDoor door(history.directory,
                            {.judgement = [](const Judgement&) {}, .stepAside = [&] { writer.reset(); }});
        QCOMPARE(answerOf([&] {
                     asWriter(history.directory, [&] {
                         history.write()->append(rowsOnly({answered(webId, noon)}));
                         worked = true;
                     });
                 }),
                 std::string());
        QVERIFY(worked);
    }

    void whoDoesNotStepAsideIsNamedAndNothingIsDone() {
        const TempHistory history;
        const auto writer = history.write();
        const EditDoor door(history.directory, {.judgement = [](const Judgement&) {}}); // it observes
        const std::string said = answerOf([&] { asWriter(history.directory, [&] { history.write(); }); });
        QVERIFY2(said.find(history.directory.string()) != std::string::npos &&
                     said.find("end it first") != std::string::npos,
                 said.c_str());
    }

    void hostileCallersAreAnsweredOrLeft_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("too long") << QByteArray("\x7f\xff\xff\xff", 4);
        QTest::newRow("no JSON") << QByteArray("\0\0\0\3abc", 7);
        QTest::newRow("another edit") << QByteArray("\0\0\0\x11{\"edit\":\"format\"}", 21);
        QTest::newRow("half a judgement") << QByteArray("\0\0\0\x14{\"edit\":\"judgement\"}", 24);
        QTest::newRow("an empty one") << QByteArray("\0\0\0\0", 4);
        QTest::newRow("deep") << QByteArray("\0\0\x27\x10", 4) + QByteArray(10'000, '[');
    }
    void hostileCallersAreAnsweredOrLeft() {
        QFETCH(QByteArray, bytes);
        const TempHistory history;
        int taken = 0;
        const EditDoor door(history.directory, {.judgement = [&](const Judgement&) { ++taken; }});
        std::filesystem::create_directories(history.directory);
        const EditDoor second(history.directory, {.judgement = [&](const Judgement&) { ++taken; }});
        QLocalSocket socket;
        socket.connectToServer(QString::fromStdString((history.directory / "history.edits").string()));
        QVERIFY(socket.waitForConnected(3000));
        socket.write(bytes);
        QTRY_VERIFY_WITH_TIMEOUT(socket.bytesAvailable() > 4, 10'000);
        QVERIFY(socket.readAll().contains("refused"));
        QTRY_COMPARE_WITH_TIMEOUT(socket.state(), QLocalSocket::UnconnectedState, 10'000);
        QCOMPARE(taken, 0);
    }

    void whereTheFolderIsAnotherTheDoorIsThereAgain() {
        const TempHistory history;
        std::filesystem::create_directories(history.directory);
        int taken = 0;
        EditDoor door(history.directory,
                      {.judgement = [](const Judgement&) {}, .change = [&](const Change&) { ++taken; }});
        const auto knock = [&] {
            QLocalSocket socket;
            socket.connectToServer(QString::fromStdString((history.directory / "history.edits").string()));
            return socket.waitForConnected(3000);
        };
        QVERIFY(knock());
        std::filesystem::rename(history.directory, history.directory.string() + "-moved");
        std::filesystem::create_directories(history.directory);
        QVERIFY(!knock());
        door.keepOpen();
        QVERIFY(knock());
        QCOMPARE(answerOf([&] { changeInRecord(history.directory, {}); }), std::string());
        QCOMPARE(taken, 1);
    }

    // Who is about to be answered is.
    void whereItsFolderStaysTheDoorDoes() {
        const TempHistory history;
        std::filesystem::create_directories(history.directory);
        EditDoor door(history.directory, {.judgement = [](const Judgement&) {}});
        QLocalSocket socket;
        socket.connectToServer(QString::fromStdString((history.directory / "history.edits").string()));
        QVERIFY(socket.waitForConnected(3000));
        door.keepOpen();
        socket.write(QByteArray("\0\0\0\4null", 8));
        QTRY_VERIFY_WITH_TIMEOUT(socket.bytesAvailable() > 4, 10'000);
    }

    void whoSaysNothingIsSentAway() {
        const TempHistory history;
        std::filesystem::create_directories(history.directory);
        const EditDoor door(history.directory, {.judgement = [](const Judgement&) {}});
        QLocalSocket socket;
        socket.connectToServer(QString::fromStdString((history.directory / "history.edits").string()));
        QVERIFY(socket.waitForConnected(3000));
        socket.write("\0", 1);
        QTRY_COMPARE_WITH_TIMEOUT(socket.state(), QLocalSocket::UnconnectedState, 10'000);
    }
};

QTEST_GUILESS_MAIN(EditDoorTest)
#include "tst_edit_door.moc"
