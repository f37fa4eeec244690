// SPDX-License-Identifier: GPL-3.0-or-later
// What was sealed cannot be changed without its being seen.
#include "app/history/rollup_store.h"
#include "app/history/seal_check.h"
#include "app/history/seal_store.h"
#include "app/history/sealed_days.h"
#include "probes/wire/sha256.h"
#include "tests/app/history/builders.h"

#include <QTest>

#include <SQLiteCpp/Transaction.h>
#include <ctime>
#include <map>
#include <tuple>

using namespace kpwatch;
using namespace kpwatch::testing;
using namespace std::chrono_literals;

namespace {

const UtcTime midnight = utc("2026-03-05T00:00:00.000Z");

void tendAll(History& history, UtcTime now) {
    for (int pieces = 0; history.tend(now); ++pieces)
        QVERIFY(pieces < 1000);
}

// Four targets every ten minutes and a heartbeat an hour.
void fill(History& history, int days, UtcTime from = midnight) {
    Batch batch;
    for (UtcTime at = from; at < from + days * 24h; at += 10min) {
        for (const TargetId id : {webId, dnsId, tcpId, controlId})
            batch.observations.push_back(answered(id, at, Micros(100'000 + at.time_since_epoch().count() % 7919)));
        batch.observations.front().source = "192.168.1.7";
        if ((at - from) % 1h == 0s)
            batch.events.push_back({at, Heartbeat{}});
    }
    history.append(batch);
}

void change(const TempHistory& history, const std::string& sql) {
    SQLite::Database database(history.file().string(), SQLite::OPEN_READWRITE);
    QVERIFY(database.exec(sql) > 0);
}

std::string one(const TempHistory& history, const std::string& sql) {
    SQLite::Database database(history.file().string(), SQLite::OPEN_READONLY);
    return database.execAndGet(sql).getString();
}

} // namespace

class SealsTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aDayIsSealedTenMinutesAfterItsEnd() {
        const TempHistory history;
        const auto writer = history.write(midnight);
        fill(*writer, 3);
        tendAll(*writer, midnight + 24h + 9min + 59s);
        QCOMPARE(checkedSeals(history.directory).fullDays, 0);
        tendAll(*writer, midnight + 24h + 10min);
        const SealVerdict verdict = checkedSeals(history.directory);
        QCOMPARE(verdict.fullDays, 1);
        QCOMPARE(verdict.rows, std::int64_t{4 * 144 + 24});
        QVERIFY(!verdict.differs);
    }

    void everyFinishedDayIsInTheChain() {
        const TempHistory history;
        const auto writer = history.write(midnight);
        fill(*writer, 3);
        fill(*writer, 2, midnight + 10 * 24h); // a week nobody looked
        tendAll(*writer, midnight + 12 * 24h + 1h);
        const SealVerdict verdict = checkedSeals(history.directory);
        QCOMPARE(verdict.fullDays, 5);
        QVERIFY2(!verdict.differs, verdict.differs.value_or("").c_str());
        QVERIFY(verdict.lastSeal && verdict.lastSeal->size() == 64);
    }

    // 40 series of 1,440 rows: many pieces, none of which takes long, and what comes in between them is in the seal.
    // KPWATCH_LONG_TESTS=1: 200 targets every 20 s.
    void aBigDayIsSealedInPieces_data() {
        QTest::addColumn<int>("late"); // rows that come after the day was sealed, of each
        QTest::newRow("the day") << 0;
        QTest::newRow("later rows of all") << 1;
    }
    void aBigDayIsSealedInPieces() {
        QFETCH(int, late);
        const bool many = qEnvironmentVariableIsSet("KPWATCH_LONG_TESTS");
        const int series = many ? 200 : 40, rows = many ? 24 * 60 * 3 : 24 * 60;
        TempHistory history;
        for (int id = 10; id < 10 + series; ++id)
            history.watchlist.targets.push_back(
                target(TargetId{id}, "t" + std::to_string(id), TcpOptions{"127.0.0.1", 80}, Layer::Tcp));
        const auto writer = history.write(midnight);
        const auto all = [&](UtcTime at) {
            Batch batch;
            for (int id = 10; id < 10 + series; ++id)
                batch.observations.push_back(answered(TargetId{id}, at));
            writer->append(batch);
        };
        for (int row = 0; row < rows; ++row)
            all(midnight + row * (std::chrono::milliseconds(24h) / rows));
        UtcTime now = midnight + 25h;
        if (late > 0) {
            tendAll(*writer, now);
            all(midnight + 5h + 1s);
            now += 24h;
        }
        int pieces = 0;
        std::clock_t longest = 0, begun = std::clock(); // of the processor: the machine may be busy with other things
        for (; writer->tend(now); begun = std::clock()) {
            longest = std::max(longest, std::clock() - begun);
            ++pieces;
            if (pieces <= 3) // one of a series that may be hashed already, and one that is not
                writer->append(rowsOnly({answered(TargetId{10}, midnight + 3h + pieces * 2s),
                                         answered(TargetId{9 + series}, midnight + 3h + pieces * 2s)}));
        }
        qInfo("%d pieces, the longest %ld ms", pieces, static_cast<long>(longest * 1000 / CLOCKS_PER_SEC));
        QVERIFY2(pieces >= 7, qPrintable(QString::number(pieces)));
        QVERIFY(longest < CLOCKS_PER_SEC);
        const SealVerdict verdict = checkedSeals(history.directory);
        QVERIFY2(!verdict.differs, verdict.differs.value_or("").c_str());
        QCOMPARE(verdict.fullDays, 1);
        QCOMPARE(verdict.rows, std::int64_t{series * (rows + late) + 6});
        QCOMPARE(one(history, "SELECT count(*) FROM late_row WHERE part = 0"), std::string("0"));
        QCOMPARE(one(history, "SELECT count(*) FROM seal"), std::string(late > 0 ? "2" : "1"));
    }

    void aRowOfAnEarlierDayMeanwhileIsSealedBeforeIt() {
        const TempHistory history;
        const auto writer = history.write(midnight);
        fill(*writer, 1, midnight + 48h);
        Batch many;
        for (int second = 0; second < 20'000; ++second)
            many.observations.push_back(answered(webId, midnight + 48h + second * 4s + 1ms));
        writer->append(many);
        QVERIFY(writer->tend(midnight + 73h)); // hashes, and is not done
        QCOMPARE(one(history, "SELECT count(*) FROM seal"), std::string("0"));
        fill(*writer, 1);
        tendAll(*writer, midnight + 73h);
        const SealVerdict verdict = checkedSeals(history.directory);
        QVERIFY2(!verdict.differs, verdict.differs.value_or("").c_str());
        QCOMPARE(verdict.fullDays, 2);
    }

    void aSealCanBeComputedByHand() {
        const TempHistory history;
        const auto writer = history.write(midnight);
        Observation row = answered(webId, midnight + 7ms, Micros(1'234));
        row.phases = {Micros(1), Micros(20), std::nullopt, Micros(300)};
        row.tries = 2;
        writer->append(rowsOnly({row}));
        tendAll(*writer, midnight + 48h);
        const std::string vantage = one(history, "SELECT name FROM vantage");
        const std::string series = vantage + "/kcna-http", at = "2026-03-05T00:00:00.007Z";
        const std::string salt = one(history, "SELECT salt FROM seal_secret");
        const std::string key = sha256(salt + "\n" + series + "\n" + at + "\n0");
        const std::string leaf =
            sha256(at + "\tdone\tnone\t1234\t0\t2\t1\t20\t-\t300\t127.0.0.1\t" + sha256(key + "\n\n\n-\n") + "\n");
        QCOMPARE(one(history, "SELECT hash FROM leaf"), leaf);
        QCOMPARE(
            one(history, "SELECT hash FROM seal"),
            sha256(std::string(64, '0') + "\nday\t2026-03-05\t\n2026-03-05\t" + series + "\t0\t1\t" + leaf + "\n"));
    }

    void everyChangeIsFoundAndNamed_data() {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QByteArray>("named");
        const QByteArray web = "2026-03-06, kcna-http";
        const auto row = [](const char* set) {
            return QByteArray("UPDATE observation SET ") + set +
                   " WHERE series = (SELECT series.id FROM series JOIN target ON target.id = target WHERE slug = "
                   "'kcna-http') AND at_ms = 1772785800000"; // 2026-03-06T08:30
        };
        QTest::newRow("failure") << row("failure = 1") << web;
        QTest::newRow("stage") << row("stage = 2") << web;
        QTest::newRow("time") << row("at_ms = at_ms + 1") << web;
        QTest::newRow("length") << row("elapsed_us = elapsed_us + 1") << web;
        QTest::newRow("re-check") << row("recheck = 1") << web;
        QTest::newRow("phase") << row("tls_us = 1") << web;
        QTest::newRow("to a day that was not watched") << row("at_ms = at_ms - 100 * 86400000") << web;
        QTest::newRow("to a series that is none") << row("series = 99") << web;
        QTest::newRow("what else was said") << row("detail = 1") << web;
        QTest::newRow("our own address") << QByteArray("UPDATE circumstance SET source = '10.0.0.1' WHERE source <> ''")
                                         << QByteArray("2026-03-05, kcna-http");
        QTest::newRow("a row removed") << QByteArray("DELETE FROM observation WHERE at_ms = 1772785800000") << web;
        QTest::newRow("an event") << QByteArray("UPDATE event SET kind = 'paused' WHERE at_ms = 1772755200000")
                                  << QByteArray("2026-03-06, events");
        QTest::newRow("a leaf") << QByteArray("UPDATE leaf SET rows = rows + 1 WHERE day = 20518 AND series > 0")
                                << QByteArray("the seal of 2026-03-06");
        QTest::newRow("a leaf left out") << QByteArray("DELETE FROM leaf WHERE day = 20518 AND series > 0")
                                         << QByteArray("the seal of 2026-03-06");
        QTest::newRow("a seal left out") << QByteArray("DELETE FROM seal WHERE day = 20518")
                                         << QByteArray("the seal of 2026-03-07");
        QTest::newRow("a row put in as if it had come late")
            << QByteArray("INSERT INTO observation SELECT series, at_ms + 1, elapsed_us, stage, failure, recheck, "
                          "tries, NULL, NULL, NULL, NULL, circumstance, NULL FROM observation WHERE at_ms = "
                          "1772785800000; INSERT INTO late_row SELECT series, at_ms, 0, 1 FROM observation WHERE "
                          "at_ms = 1772785800001")
            << QByteArray("2026-03-06, ");
        QTest::newRow("a row put in")
            << QByteArray("INSERT INTO observation SELECT 77, at_ms, elapsed_us, stage, failure, recheck, tries, "
                          "NULL, NULL, NULL, NULL, circumstance, detail FROM observation LIMIT 1")
            << QByteArray("2026-03-05, series 77: has rows");
    }
    void everyChangeIsFoundAndNamed() {
        QFETCH(QByteArray, sql);
        QFETCH(QByteArray, named);
        const TempHistory history;
        {
            const auto writer = history.write(midnight);
            Batch batch;
            batch.observations = {answered(dnsId, midnight + 1s)};
            batch.observations[0].detail = DnsDetail{"NOERROR", true, 1, 2};
            writer->append(batch);
            fill(*writer, 4);
            tendAll(*writer, midnight + 4 * 24h + 1h);
        }
        QVERIFY(!checkedSeals(history.directory).differs);
        change(history, sql.toStdString());
        const SealVerdict verdict = checkedSeals(history.directory);
        QVERIFY(verdict.differs);
        QVERIFY2(verdict.differs->find(named.toStdString()) != std::string::npos, verdict.differs->c_str());
    }

    void aFileThatLacksItsWordsIsDamaged() {
        const TempHistory history;
        history.write(midnight);
        change(history, "UPDATE failure SET name = 'nome' WHERE name = 'none'");
        const std::string sentence = sentenceOf<StorageError>([&] { checkedSeals(history.directory); });
        QVERIFY2(sentence.find("damaged") != std::string::npos, sentence.c_str());
    }

    void laterRowsGetAnAddendum() {
        const TempHistory history;
        const auto writer = history.write(midnight);
        fill(*writer, 2);
        tendAll(*writer, midnight + 2 * 24h + 1h);
        const auto late = [&](std::chrono::seconds offset) {
            Batch batch = rowsOnly({answered(webId, midnight + offset), answered(webId, midnight + 24h + offset)});
            batch.events = {{midnight + offset, Resumed{}}};
            writer->append(batch);
        };
        late(5s);
        QVERIFY(!checkedSeals(history.directory).differs); // known as late, not taken for a forgery
        tendAll(*writer, midnight + 2 * 24h + 2h);
        late(6s);
        tendAll(*writer, midnight + 2 * 24h + 3h); // one addendum a day for a day
        QCOMPARE(one(history, "SELECT count(*) FROM seal WHERE kind = 'addendum'"), std::string("2"));
        tendAll(*writer, midnight + 3 * 24h + 10min);
        QCOMPARE(one(history, "SELECT count(*) FROM seal WHERE kind = 'addendum'"), std::string("4"));
        QCOMPARE(one(history, "SELECT max(part) FROM leaf"), std::string("2"));
        writer->checkpoint();
        SealVerdict verdict = checkedSeals(history.directory);
        QVERIFY2(!verdict.differs, verdict.differs.value_or("").c_str());
        QCOMPARE(verdict.fullDays, 2);
        QCOMPARE(verdict.rows, std::int64_t{2 * (4 * 144 + 24) + 6});
        change(history, "DELETE FROM observation WHERE at_ms = 1772668805000");
        verdict = checkedSeals(history.directory);
        QVERIFY(verdict.differs && verdict.differs->starts_with("2026-03-05, kcna-http"));
    }

    // Whoever has nothing but a stretch can check it: each link follows from the one before, each text from its leaf.
    void daysAreHandedOnWithTheStretchOfTheChainThatCoversThem() {
        const TempHistory history;
        QVERIFY(!sentenceOf<StorageError>([&] { lastSealedDay(history.directory); }).empty());
        const auto writer = history.write(midnight);
        QVERIFY(!lastSealedDay(history.directory));
        fill(*writer, 4);
        tendAll(*writer, midnight + 4 * 24h + 1h);
        writer->append(rowsOnly({answered(webId, midnight + 30h + 1s)}));
        tendAll(*writer, midnight + 5 * 24h + 1h); // which makes it an addendum
        writer->append(rowsOnly({answered(dnsId, midnight + 30h + 2s)}));
        const std::int64_t first = msOf(midnight) / dayMs, second = first + 1, third = first + 2;
        QCOMPARE(lastSealedDay(history.directory), std::optional(first + 3));
        std::vector<CanonicalLeaf> shown;
        const auto handedOn = [&](std::int64_t from, std::int64_t to, const std::stop_token& stop = {}) {
            shown.clear();
            return sealedDays(
                history.directory, from, to, [&](const CanonicalLeaf& leaf) { shown.push_back(leaf); }, stop);
        };
        const SealedStretch stretch = handedOn(second, third);
        QCOMPARE(stretch.before, one(history, "SELECT hash FROM seal ORDER BY id LIMIT 1"));
        QCOMPARE(stretch.links.size(), std::size_t{4}); // two days, the one after, and the addendum
        std::string before = stretch.before;
        std::map<std::tuple<std::int64_t, std::string, std::int64_t>, std::string> sealed;
        for (const ChainLink& link : stretch.links) {
            QCOMPARE(sealHash(before, link.seal, link.leaves), link.hash);
            before = link.hash;
            for (const Leaf& leaf : link.leaves)
                sealed[{leaf.day, leaf.series, leaf.part}] = leaf.hash;
        }
        int unsealed = 0;
        for (const CanonicalLeaf& leaf : shown) {
            QCOMPARE(sha256(leaf.text), leaf.leaf.hash);
            unsealed += leaf.unsealed ? 1 : 0;
            if (!leaf.unsealed)
                QCOMPARE(sealed.at({leaf.leaf.day, leaf.leaf.series, leaf.leaf.part}), leaf.leaf.hash);
        }
        QCOMPARE(unsealed, 1);
        QCOMPARE(shown.size(), std::size_t{2 * 5 + 2});
        QVERIFY(stretch.pruned.empty());
        QCOMPARE(handedOn(first, first).before, std::string(64, '0'));
        QVERIFY(handedOn(first + 10, first + 20).links.empty() && shown.empty());
        std::stop_source stop;
        stop.request_stop();
        handedOn(second, third, stop.get_token());
        QVERIFY(shown.empty());
    }

    void aRestartSealsWhatIsThereAndSaysWhy() {
        const TempHistory history;
        {
            const auto writer = history.write(midnight);
            fill(*writer, 4);
            tendAll(*writer, midnight + 4 * 24h + 1h);
        }
        change(history, "DELETE FROM observation WHERE at_ms = 1772785800000");
        change(history,
               "DELETE FROM observation WHERE at_ms >= 1772841600000 AND at_ms < 1772928000000 AND series = 2");
        QVERIFY(checkedSeals(history.directory).differs);
        {
            SQLite::Database database(history.file().string(), SQLite::OPEN_READWRITE);
            SealStore seals(database);
            SQLite::Transaction transaction(database);
            seals.restart("pages could not be read", midnight + 5 * 24h);
            transaction.commit();
        }
        const SealVerdict verdict = checkedSeals(history.directory);
        QVERIFY2(!verdict.differs, verdict.differs.value_or("").c_str());
        QCOMPARE(verdict.restarts.size(), std::size_t{1});
        QVERIFY(verdict.restarts[0].ends_with("pages could not be read"));
        change(history, "DELETE FROM observation WHERE at_ms = 1772786400000");
        QVERIFY(checkedSeals(history.directory).differs);
    }
};

QTEST_GUILESS_MAIN(SealsTest)
#include "tst_seals.moc"
