// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/consent.h"
#include "app/history/database.h"
#include "app/history/migration.h"
#include "tests/app/history/builders.h"

#include <QTemporaryDir>
#include <QTest>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace kpwatch;
using namespace kpwatch::testing;
using namespace std::chrono_literals;

namespace {

mode_t modeOf(const std::filesystem::path& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 ? status.st_mode & 0777U : 0;
}

int count(const TempHistory& history, const std::string& sql) {
    SQLite::Database database(history.file().string(), SQLite::OPEN_READONLY);
    return database.execAndGet(sql).getInt();
}

void change(const TempHistory& history, const std::string& sql) {
    SQLite::Database database(history.file().string(), SQLite::OPEN_READWRITE);
    database.exec(sql);
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

Observation everyFieldSet() {
    Observation row = answered(webId, noon + 7ms, Micros(1'234'567));
    row.reached = Stage::Exchange;
    row.failure = Failure::UnexpectedAnswer;
    row.phases = {Micros(1), Micros(200), Micros(3'000), Micros(40'000)};
    row.peer = "175.45.176.71";
    row.source = "2001:db8::1";
    row.tries = 4;
    row.recheck = true;
    row.detail =
        HttpDetail{503, "http://a/", "nginx", "Thu, 05 Mar 2026 00:00:00 GMT", "title", 123'456'789'012, "abc"};
    return row;
}

HttpDetail fullPage() {
    HttpDetail http{503, "https://x/", "nginx", "Thu, 05 Mar 2026", "title", 4711, "abc"};
    http.date = "Thu, 05 Mar 2026 12:00:00 GMT";
    http.age = "12";
    http.via = "1.1 cache\xff";
    http.cache = "HIT";
    http.blockPage = "kr-kcsc-warning";
    http.suspectedBlock = true;
    http.tls = TlsDetail{.version = "TLSv1.3",
                         .cipher = "TLS_AES_256_GCM_SHA384",
                         .faults = {"self-signed", "expired"},
                         .subject = "CN=\xfe<b>",
                         .issuer = "CN=\xed\x95\x9c",
                         .notBefore = noon - 24h,
                         .notAfter = noon,
                         .chainSha256 = "00ff"};
    return http;
}

} // namespace

class HistoryTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyFieldOfAnObservationComesBack_data() {
        QTest::addColumn<Observation>("row");
        const auto with = [](auto edit) {
            Observation row = everyFieldSet();
            edit(row);
            return row;
        };
        QTest::newRow("everything") << everyFieldSet();
        QTest::newRow("nothing") << with([](Observation& row) {
            row = Observation{};
            row.target = tcpId;
            row.startedAt = noon;
        });
        QTest::newRow("a control") << answered(controlId, noon);
        QTest::newRow("only some phases") << with([](Observation& row) {
            row.phases = {std::nullopt, Micros(0), {}, {}};
        });
        QTest::newRow("empty HTTP detail") << with([](Observation& row) { row.detail = HttpDetail{}; });
        QTest::newRow("hostile bytes") << with([](Observation& row) {
            HttpDetail http;
            http.title = std::string("\xff\xfe\0\xc3(\xed\xa0\x80", 8);
            http.server = std::string("with\0nul", 8);
            http.location = "\"quoted\"; DROP TABLE observation; --\n";
            http.lastModified = "\xed\x95\x9c\xea\xb5\xad"; // Hangul, valid UTF-8
            row.detail = http;
        });
        QTest::newRow("DNS") << with([](Observation& row) {
            row.detail = DnsDetail{"NOERROR", true, 4294967295U, 0U};
        });
        QTest::newRow("DNS without answer") << with([](Observation& row) { row.detail = DnsDetail{}; });
        QTest::newRow("connect") << with([](Observation& row) { row.detail = ConnectDetail{3}; });
        QTest::newRow("refused by a router") << with([](Observation& row) {
            row.detail = ConnectDetail{0, {"175.45.177.1", 3, 13}};
        });
        QTest::newRow("page refused by a router") << with([](Observation& row) {
            row.detail = HttpDetail{.refusal = {"175.45.177.1", 3, 13}};
        });
        QTest::newRow("name refused by a router") << with([](Observation& row) {
            row.detail = DnsDetail{.refusal = {"2001:db8::1", 1, 1}};
        });
        QTest::newRow("mail refused by a router") << with([](Observation& row) {
            row.detail = SmtpDetail{.refusal = {"175.45.177.1", 3, 0}};
        });
        QTest::newRow("HTTPS") << with([](Observation& row) { row.detail = fullPage(); });
        QTest::newRow("mail") << with([](Observation& row) { row.detail = SmtpDetail{554, "\xff no\r"}; });
        QTest::newRow("mail without greeting") << with([](Observation& row) { row.detail = SmtpDetail{}; });
        QTest::newRow("ping") << with([](Observation& row) {
            row.detail = PingDetail{"socket", 5, 3, Micros(280'000), Micros(301'500)};
        });
        QTest::newRow("ping not permitted") << with([](Observation& row) {
            row.detail = PingDetail{"none", 0, 0, {}, {}};
        });
        QTest::newRow("trace") << with([](Observation& row) {
            row.detail = TraceDetail{"udp",
                                     {{1, "192.168.1.1", Micros(900), "expired"},
                                      {2, "", {}, ""},
                                      {3, "175.45.177.1", Micros(281'000), "prohibited"}},
                                     "prohibited"};
        });
        QTest::newRow("trace without hops") << with([](Observation& row) {
            row.detail = TraceDetail{"icmp", {}, "no-first-router"};
        });
        QTest::newRow("long past") << with([](Observation& row) { row.startedAt = noon - 24h * 300; });
    }
    void everyFieldOfAnObservationComesBack() {
        QFETCH(Observation, row);
        const TempHistory history;
        history.write()->append(rowsOnly({row}));
        const std::vector<Observation> stored = history.observations();
        QCOMPARE(stored.size(), std::size_t{1});
        QVERIFY(stored.front() == row);
    }

    void everyStageAndFailureComesBack() {
        const TempHistory history;
        std::vector<Observation> rows;
        for (int stage = 0; stage <= static_cast<int>(Stage::Done); ++stage)
            for (int failure = 0; failure <= static_cast<int>(Failure::Unknown); ++failure) {
                rows.push_back(answered(webId, noon + std::chrono::seconds(rows.size())));
                rows.back().reached = static_cast<Stage>(stage);
                rows.back().failure = static_cast<Failure>(failure);
            }
        history.write()->append(rowsOnly(rows));
        QVERIFY(history.observations() == rows);
    }

    void everyEventComesBackInOrder() {
        const TempHistory history;
        const std::vector<Event> events = {{noon, Started{}},
                                           {noon, Epoch{"e1", "AS64500 \xff", "DE"}},
                                           {noon, Epoch{"e2", "vpn", "", "proxy", "salt:place:router"}},
                                           {noon + 1s, Heartbeat{}},
                                           {noon + 2s, Paused{}},
                                           {noon + 2s, Resumed{}},
                                           {noon + 2s, Heartbeat{}},
                                           {noon + 3s, Asleep{noon + 2s}},
                                           {noon + 4s, ClockStep{-3'600'000}},
                                           {noon + 5s, Stopped{}}};
        Batch batch;
        batch.events = events;
        history.write()->append(batch);
        QVERIFY(history.events() == events);
    }

    void equalDuplicatesAreSkipped() {
        const TempHistory history;
        Batch batch = rowsOnly({answered(webId, noon), answered(webId, noon + 1s)});
        batch.events = {{noon, Started{}}};
        const auto writer = history.write();
        writer->append(batch);
        batch.observations.push_back(answered(webId, noon + 2s));
        writer->append(batch); // as after an error whose commit had reached the disk
        writer->checkpoint();  // moves the rows to their places
        writer->append(batch);
        QCOMPARE(history.observations().size(), std::size_t{3});
        QCOMPARE(history.events().size(), std::size_t{1});
    }

    void anotherRowOfTheSameMillisecondIsKept() {
        const TempHistory history;
        Observation other = everyFieldSet();
        other.startedAt = noon;
        Observation third = other;
        third.detail = HttpDetail{};
        const Batch batch =
            rowsOnly({answered(webId, noon), other, third, answered(webId, noon), answered(dnsId, noon)});
        auto writer = history.write();
        QCOMPARE(writer->append(batch), std::size_t{4});
        QCOMPARE(writer->append(batch), std::size_t{0});
        writer->checkpoint();
        QCOMPARE(writer->append(batch), std::size_t{0});
        writer.reset();
        writer = history.write(noon + 1h); // another run
        QCOMPARE(writer->append(batch), std::size_t{0});
        std::vector<Observation> stored = history.observations({noon, noon + 1ms});
        QVERIFY(stored == (std::vector{answered(webId, noon), answered(dnsId, noon)}));
        stored = history.observations({noon + 1ms, noon + 1s});
        other.startedAt += 1ms;
        third.startedAt += 2ms;
        QVERIFY(stored == (std::vector{other, third}));
    }

    void nobodyInTheWayDelaysTheEnd_data() {
        QTest::addColumn<std::string>("begin");
        QTest::addColumn<bool>("writes");
        QTest::newRow("a reader") << std::string("BEGIN; SELECT count(*) FROM recent") << false;
        QTest::newRow("a writer") << std::string("BEGIN IMMEDIATE") << true;
    }
    void nobodyInTheWayDelaysTheEnd() {
        QFETCH(std::string, begin);
        QFETCH(bool, writes);
        const TempHistory history;
        auto writer = history.write();
        writer->append(rowsOnly({answered(webId, noon)}));
        SQLite::Database other(history.file().string(), SQLite::OPEN_READWRITE);
        other.exec(begin);
        const auto began = std::chrono::steady_clock::now();
        const Batch batch = rowsOnly({answered(webId, noon + 1s)});
        if (writes)
            QVERIFY_THROWS_EXCEPTION(StorageError, writer->append(batch));
        else
            writer->append(batch);
        QVERIFY(std::chrono::steady_clock::now() - began < 500ms);
        const auto ending = std::chrono::steady_clock::now();
        writer.reset();
        QVERIFY(std::chrono::steady_clock::now() - ending < 500ms);
        other.exec("ROLLBACK");
        QCOMPARE(history.observations().size(), std::size_t{writes ? 1U : 2U});
        QCOMPARE(history.write()->append(batch), std::size_t{writes ? 1U : 0U});
    }

    void aBatchIsStoredWholeOrNotAtAll() {
        const TempHistory history;
        const auto writer = history.write();
        QVERIFY_THROWS_EXCEPTION(std::logic_error,
                                 writer->append(rowsOnly({answered(webId, noon), answered(TargetId{99}, noon)})));
        QCOMPARE(history.observations().size(), std::size_t{0});
        writer->append(rowsOnly({answered(webId, noon)}));
        QVERIFY(history.observations() == std::vector{answered(webId, noon)});
    }

    void aSecondWriterIsRefusedByName() {
        const TempHistory history;
        auto writer = history.write();
        const std::string sentence = sentenceOf<WriterBusyError>([&] { history.write(); });
        QVERIFY2(contains(sentence, history.directory.string()), sentence.c_str());
        QVERIFY2(contains(sentence, std::to_string(::getpid())), sentence.c_str());
        writer.reset();
        QVERIFY(history.write() != nullptr);
    }

    void whoOnlyLooksHoldsNobodyUp() {
        const TempHistory history;
        history.write().reset();
        const int looking = ::open((history.directory / "writer.lock").c_str(), O_RDONLY | O_CLOEXEC);
        QCOMPARE(::flock(looking, LOCK_SH | LOCK_NB), 0);
        const std::jthread goes([looking] {
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
            ::close(looking);
        });
        QVERIFY(history.write() != nullptr);
    }

    void whatIsOursIsOursAlone() {
        const mode_t before = ::umask(0);
        const TempHistory history;
        const auto writer = history.write();
        writer->append(rowsOnly({answered(webId, noon)}));
        QCOMPARE(modeOf(history.directory), mode_t{0700});
        for (const char* name : {"history.db", "history.db-wal", "history.db-shm", "writer.lock"})
            QCOMPARE(modeOf(history.directory / name), mode_t{0600});
        ::umask(before);
    }

    void theLogIsEmptyAfterACheckpoint() {
        const TempHistory history;
        const auto writer = history.write();
        writer->append(rowsOnly({answered(webId, noon)}));
        const std::filesystem::path log = history.directory / "history.db-wal";
        QVERIFY(std::filesystem::file_size(log) > 0);
        writer->checkpoint();
        QCOMPARE(std::filesystem::file_size(log), std::uintmax_t{0});
        QCOMPARE(history.observations().size(), std::size_t{1});
    }

    void aVersionIsStoredOnlyWhereSomethingDiffers() {
        TempHistory history;
        history.write();
        history.write(noon + 1h);
        QCOMPARE(count(history, "SELECT count(*) FROM target_version"), 4);
        QCOMPARE(count(history, "SELECT count(*) FROM watchlist_version"), 1);
        QCOMPARE(count(history, "SELECT count(*) FROM settings_version"), 1);
        history.watchlist.targets[0].probe = HttpOptions{"http://127.0.0.1/other", {}};
        history.watchlist.setJson(R"({"version":1})");
        history.settings.longstanding_h = 100;
        history.write(noon + 2h);
        QCOMPARE(count(history, "SELECT count(*) FROM target_version"), 5);
        QCOMPARE(count(history, "SELECT count(*) FROM run"), 3);
        const HistoryReader reader = history.read();
        QCOMPARE(reader.latestWatchlistJson(), history.watchlist.json());
        QCOMPARE(reader.latestSettingsJson(), settingsJson(history.settings));
        QCOMPARE(count(history, "SELECT count(*) FROM settings_version"), 2);
    }

    void aClockThatWasSetBackComparesWithWhatWasInForceThen() {
        TempHistory history, other;
        other.watchlist.targets[0].probe = HttpOptions{"http://127.0.0.1/other", {}};
        other.watchlist.setJson(R"({"version":1})");
        const auto opens = [&](const TempHistory& lists, UtcTime at) {
            History({history.directory, false}, lists.watchlist, lists.settings, at);
            return count(history, "SELECT count(*) FROM target_version");
        };
        QCOMPARE(opens(history, noon), 4);
        QCOMPARE(opens(other, noon + 2h), 5);
        QCOMPARE(opens(history, noon + 1h), 4 + 1);  // the first question again, as it is in force
        QCOMPARE(opens(other, noon + 90min), 6);     // the second, half an hour before it was
        QCOMPARE(opens(other, noon - 24h * 365), 6); // before the record: of no time that is known
        QCOMPARE(history.read().askedSince(other.watchlist.targets[0]), std::optional(noon + 90min));
    }

    void aRunThatEndsSaysSo() {
        const TempHistory history;
        auto writer = history.write();
        QCOMPARE(count(history, "SELECT count(*) FROM run WHERE ended_ms IS NULL"), 1);
        writer.reset();
        QCOMPARE(count(history, "SELECT count(*) FROM run WHERE ended_ms IS NULL"), 0);
    }

    void consentIsKeptWithItsWordsAndItsWay() {
        const TempHistory history;
        QVERIFY(!latestConsent(history.directory));
        auto writer = history.write();
        QVERIFY(!latestConsent(history.directory));
        const WayOut tor = parseWayOut("socks5h://127.0.0.1:9050");
        writer->recordConsent({noon, Direct{}, "Your address can be seen."});
        writer->recordConsent({noon + 1h, tor, "The proxy stands in."});
        const Consent latest{noon + 1h, tor, "The proxy stands in."};
        QCOMPARE(latestConsent(history.directory), std::optional(latest));
        writer.reset();
        QCOMPARE(latestConsent(history.directory), std::optional(latest));
    }

    void eachWayIsAgreedToByItself() {
        const WayOut tor = parseWayOut("socks5h://127.0.0.1:9050");
        const Consent direct{noon, Direct{}, {}}, through{noon, tor, {}}, observing{noon, ObserveOnly{}, {}};
        QVERIFY(needsConsent(std::nullopt, Direct{}));
        QVERIFY(needsConsent(std::nullopt, tor));
        QVERIFY(!needsConsent(std::nullopt, ObserveOnly{}));
        QVERIFY(!needsConsent(direct, Direct{}));
        QVERIFY(!needsConsent(through, tor));
        QVERIFY(needsConsent(through, Direct{}));
        QVERIFY(needsConsent(observing, Direct{}));
        QVERIFY(needsConsent(direct, tor));
        QVERIFY(needsConsent(through, parseWayOut("socks5h://127.0.0.1:9150")));
    }

    void consentGivenToTheFirstVersionStillHolds() {
        const QTemporaryDir folder;
        const std::filesystem::path directory = folder.path().toStdString();
        makePrivateFile(historyFile(directory));
        {
            SQLite::Database database = openForWriting(historyFile(directory));
            migrate(database, historyFile(directory), migrations().first(1), noon);
            database.exec("INSERT INTO consent VALUES (1000, 'direct')");
        }
        const auto consent = latestConsent(directory);
        QVERIFY(consent.has_value());
        QVERIFY(!needsConsent(consent, Direct{}));
        QCOMPARE(consent->text, std::string());
    }

    void rowsFollowTheirTargetsNameNotItsPlace() {
        TempHistory history;
        history.write()->append(rowsOnly({answered(webId, noon), answered(tcpId, noon + 1s)}));
        std::swap(history.watchlist.targets[0], history.watchlist.targets[2]);
        history.watchlist.targets[0].id = TargetId{0};
        history.watchlist.targets[2].id = TargetId{2};
        history.watchlist.targets.erase(history.watchlist.targets.begin() + 1); // keeps its rows, unseen
        history.write(noon + 1h)->append(rowsOnly({answered(TargetId{0}, noon + 2s)}));
        const std::vector<Observation> rows = history.observations();
        QCOMPARE(rows.size(), std::size_t{3});
        QCOMPARE(rows[0].target, TargetId{2});
        QCOMPARE(rows[1].target, TargetId{0});
        QCOMPARE(rows[2].target, TargetId{0});
    }

    void simulatedAndRealAreNeverMixed() {
        const TempHistory history;
        { const History simulated({history.directory, true}, history.watchlist, history.settings, noon); }
        QVERIFY(history.read().simulated());
        const std::string sentence = sentenceOf<StorageError>([&] { history.write(); });
        QVERIFY2(contains(sentence, history.file().string()) && contains(sentence, "simulation"), sentence.c_str());
        const TempHistory real;
        real.write();
        QVERIFY(!real.read().simulated());
    }

    void theWayOutFitsWhatTheSystemSays() {
        QVERIFY(contains(fileError("a.db", ENOSPC).what(), "free some space"));
        QVERIFY(contains(fileError("a.db", EACCES).what(), "writable"));
    }

    void aNewerHistoryIsLeftAlone() {
        const TempHistory history;
        history.write();
        change(history, "PRAGMA user_version = 99");
        for (const std::string& sentence :
             {sentenceOf<StorageError>([&] { history.write(); }), history.read().newer().value_or("")})
            QVERIFY2(contains(sentence, history.file().string()) && contains(sentence, "newer"), sentence.c_str());
        QVERIFY(history.read().spans(history.watchlist, {noon, noon + 1h}).contains(webId)); // but it can be looked at
        QVERIFY(!latestConsent(history.directory));
        change(history, "DROP VIEW every_observation");
        QVERIFY(contains(sentenceOf<StorageError>([&] { history.read(); }), "newer")); // unless it changed too much
        QCOMPARE(count(history, "PRAGMA user_version"), 99);
    }

    void whatIsNoHistoryIsRefused() {
        const TempHistory history;
        const std::string missing = sentenceOf<StorageError>([&] { history.read(); });
        QVERIFY2(contains(missing, history.file().string()), missing.c_str());
        std::filesystem::create_directories(history.directory);
        {
            SQLite::Database foreign(history.file().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            foreign.exec("CREATE TABLE bookmarks(url)");
        }
        const std::string foreign = sentenceOf<StorageError>([&] { history.write(); });
        QVERIFY2(contains(foreign, "another program's"), foreign.c_str());
        QVERIFY(!sentenceOf<StorageError>([&] { history.read(); }).empty());
        std::filesystem::resize_file(history.file(), 100);
        const std::string damaged = sentenceOf<StorageError>([&] { history.write(); });
        QVERIFY2(contains(damaged, history.file().string()) && contains(damaged, "code"), damaged.c_str());
    }
};

QTEST_GUILESS_MAIN(HistoryTest)
#include "tst_history.moc"
