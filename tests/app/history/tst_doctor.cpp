// SPDX-License-Identifier: GPL-3.0-or-later
// A damaged record is never thrown away, and nearly all of it comes back. KPWATCH_LONG_TESTS=1 damages sixty.
#include "app/history/archive.h"
#include "app/history/backup.h"
#include "app/history/database.h"
#include "app/history/doctor.h"
#include "app/history/rollup_store.h"
#include "app/history/seal_check.h"
#include "app/story/presence.h"
#include "app/story/timeline.h"
#include "tests/app/history/builders.h"
#include "tests/app/history/old_schema.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <fstream>
#include <random>
#include <set>
#include <sstream>

using namespace kpwatch;
using namespace kpwatch::testing;
using namespace std::chrono_literals;

namespace {

const UtcTime midnight = utc("2026-03-05T00:00:00.000Z");
constexpr int rowsMade = 4 * 15'000;
constexpr int pageBytes = 1024;
constexpr std::size_t namePages = 60;

std::string bytesOf(const std::filesystem::path& file) {
    std::ostringstream bytes;
    bytes << std::ifstream(file, std::ios::binary).rdbuf();
    return bytes.str();
}

void put(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary | std::ios::trunc)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

void fill(History& history) {
    Batch batch;
    for (int step = 0; step < rowsMade / 4; ++step) {
        const UtcTime at = midnight + step * 60s;
        for (const TargetId id : {webId, dnsId, tcpId, controlId}) {
            Observation row = answered(id, at, Micros(100'000 + step * 7919 % 100'000));
            row.peer = "175.45.176." + std::to_string(step / 997 % 200);
            if (step % 50 == 0)
                row.detail =
                    HttpDetail{200, "", "nginx", "", "page " + std::to_string(step) + std::string(300, '.'), step, ""};
            batch.observations.push_back(row);
        }
        batch.events.push_back({at, Heartbeat{}});
        if (step % 1000 == 0)
            batch.spans.push_back({webId, at, {span(at, at + 1h, step % 2000 == 0 ? Verdict::Up : Verdict::Degraded)}});
        if (batch.observations.size() >= 8000) {
            history.append(batch);
            batch = {};
        }
    }
    history.append(batch);
    while (history.tend(midnight + 18 * 24h)) { // 10.4 days
    }
}

std::vector<Observation> fetched(const std::filesystem::path& directory) {
    std::vector<Observation> rows;
    HistoryReader(directory).rows(smallWatchlist(), {midnight, midnight + 24h * 365},
                                  [&](const Observation* row, const Event*) {
                                      if (row != nullptr)
                                          rows.push_back(*row);
                                  });
    return rows;
}

struct Damage {
    std::string kind;
    int pages = 0; // how many it hits
};

// What a disk, a stick or another program does to a file.
std::string damaged(std::string bytes, const Damage& damage, std::mt19937& chance) {
    const std::size_t pages = bytes.size() / pageBytes;
    if (damage.kind == "header") {
        bytes.replace(0, 100, 100, '\0');
    } else if (damage.kind == "first-page") {
        bytes.replace(0, pageBytes, pageBytes, '\xa5');
    } else if (damage.kind == "half") {
        bytes.resize(pages / 2 * pageBytes);
    } else if (damage.kind == "torn-end") {
        bytes.resize(bytes.size() - 700);
    }
    for (int i = 0; i < damage.pages; ++i) {
        // Behind the names of the targets: without these, and without a backup, rows are kept under names of their own.
        const std::size_t at = (namePages + chance() % (pages - namePages)) * pageBytes;
        for (std::size_t byte = 0; byte < pageBytes; ++byte)
            if (damage.kind == "zero")
                bytes[at + byte] = '\0';
            else if (damage.kind == "random")
                bytes[at + byte] = static_cast<char>(chance());
            else if (damage.kind == "text")
                bytes[at + byte] = "another file's text "[byte % 20];
            else if (damage.kind == "flip" && byte % 128 == 0)
                bytes[at + byte] = static_cast<char>(bytes[at + byte] ^ (1 << chance() % 8));
    }
    return bytes;
}

std::vector<Damage> damages() {
    std::vector<Damage> all{{"header", 0}, {"first-page", 0}, {"half", 0}, {"torn-end", 0}};
    for (const char* kind : {"zero", "random", "text", "flip"})
        for (const int pages : {1, 10})
            all.push_back({kind, pages});
    return all;
}

} // namespace

class DoctorTest : public QObject {
    Q_OBJECT

    TempHistory m_sound; // made once, copied for every damage
    std::string m_bytes;
    std::vector<Observation> m_rows;

  private Q_SLOTS:
    void aRunThatGoesOnIsNotCalledCutShort() {
        const TempHistory history;
        {
            const auto watching = history.write(noon);
            QVERIFY(!examined(history.directory).uncleanEnd);
        }
        QVERIFY(!examined(history.directory).uncleanEnd);
        SQLite::Database(history.file().string(), SQLite::OPEN_READWRITE).exec("UPDATE run SET ended_ms = NULL");
        QVERIFY(examined(history.directory).uncleanEnd); // as after a kill
    }

    // A backup is made while watching goes on: its latest run has no end in it.
    void ofACopyNobodyIsSaidToHaveBeenKilled() {
        const TempHistory history;
        const auto watching = history.write(noon);
        const std::filesystem::path copy = suffixed(history.file(), ".copy");
        backUp(history.directory, copy);
        QVERIFY(!examined(copy).uncleanEnd);
        QVERIFY(!examined(copy).older);
        backToSchema(copy, 8);
        const Diagnosis found = examined(copy);
        QVERIFY(found.faults.empty());
        QVERIFY(found.older && found.older->find("schema 8") != std::string::npos);
    }

    void initTestCase() {
        fill(*m_sound.write(midnight));
        m_bytes = bytesOf(m_sound.file());
        m_rows = fetched(m_sound.directory);
        QCOMPARE(m_rows.size(), std::size_t{rowsMade});
        QVERIFY2(m_bytes.size() >= std::size_t{3'000} * pageBytes, qPrintable(QString::number(m_bytes.size())));
    }

    void aSoundRecordIsSound() {
        const Diagnosis diagnosis = examined(m_sound.directory);
        QVERIFY(diagnosis.faults.empty());
        QVERIFY(!diagnosis.uncleanEnd);
        QVERIFY(diagnosis.size.bytes >= m_bytes.size()); // a reader leaves its own files beside it
        QCOMPARE(diagnosis.size.rawFrom, std::optional(midnight));
    }

    void theOriginalIsKeptAndTheRowsComeBack() {
        const bool many = qEnvironmentVariableIsSet("KPWATCH_LONG_TESTS");
        std::mt19937 chance(13); // hits no seal: what is lost of one cannot be mended, and verify says so
        std::vector<double> shares;
        for (int round = 0; round < (many ? 5 : 1); ++round)
            for (const Damage& damage : damages()) {
                if (!many && (damage.pages == 1 || damage.kind == "first-page" || damage.kind == "text"))
                    continue; // much like another
                const TempHistory history;
                std::filesystem::create_directories(history.directory);
                const std::string broken = damaged(m_bytes, damage, chance);
                put(history.file(), broken);
                QElapsedTimer clock;
                clock.start();
                const Repair repair = repaired(history.directory, noon + 30 * 24h);
                const qint64 took = clock.elapsed();
                const std::string what = damage.kind + " " + std::to_string(damage.pages);
                QVERIFY2(bytesOf(repair.original) == broken, what.c_str());
                QVERIFY2(examined(history.directory).faults.empty(), what.c_str());
                const std::vector<Observation> rows = fetched(history.directory);
                std::size_t same = 0;
                auto truth = m_rows.begin();
                for (const Observation& row : rows) {
                    while (truth != m_rows.end() &&
                           (truth->startedAt < row.startedAt ||
                            (truth->startedAt == row.startedAt && truth->target != row.target)))
                        ++truth;
                    same += truth != m_rows.end() && truth->startedAt == row.startedAt && truth->target == row.target &&
                                    truth->elapsed == row.elapsed && truth->failure == row.failure
                                ? 1
                                : 0;
                }
                const double share = static_cast<double>(same) / rowsMade;
                shares.push_back(share);
                qInfo("%-11s %2d pages: %.3f %% back in %lld ms, %lld pages bad, %lld rows known to be missing",
                      damage.kind.c_str(), damage.pages, share * 100, took, static_cast<long long>(repair.pagesDamaged),
                      static_cast<long long>(repair.missing));
                QVERIFY2(share >= (damage.kind == "half" ? 0.49 : 0.95), what.c_str());
                QVERIFY2(repair.pagesDamaged <= repair.pages, what.c_str());
                const SealVerdict verdict = checkedSeals(history.directory);
                QVERIFY2(!verdict.differs, verdict.differs.value_or("").c_str());
                QCOMPARE(verdict.restarts.size(), std::size_t{1});
                if (damage.kind == "half") {
                    QVERIFY(!repair.gaps.empty());
                }
            }
        std::sort(shares.begin(), shares.end());
        qInfo("%zu files: median %.3f %%", shares.size(), shares[shares.size() / 2] * 100);
        QVERIFY(shares[shares.size() / 2] >= 0.995);
    }

    // In a short record the pages that wait to be filled again are a tenth of the file; in a long one they are nothing.
    void halfAFileGivesHalfTheRows() {
        if (!qEnvironmentVariableIsSet("KPWATCH_LONG_TESTS"))
            QSKIP("takes a minute: set KPWATCH_LONG_TESTS=1");
        const TempHistory history;
        constexpr int rows = 1'000'000;
        {
            const auto writer = history.write(midnight);
            Batch batch;
            for (int row = 0; row < rows; ++row) {
                batch.observations.push_back(
                    answered(TargetId{row % 4}, midnight + row / 4 * 30s, Micros(100'000 + row % 99'991)));
                if (batch.observations.size() < 8000)
                    continue;
                writer->append(batch);
                batch = {};
            }
            writer->append(batch);
        }
        std::filesystem::resize_file(history.file(), std::filesystem::file_size(history.file()) / 2);
        QElapsedTimer clock;
        clock.start();
        const Repair repair = repaired(history.directory, noon);
        qInfo("%.2f %% of %d rows back from half a file, in %lld ms",
              100.0 * static_cast<double>(repair.observations) / rows, rows, clock.elapsed());
        QVERIFY(repair.observations >= rows * 49 / 100);
    }

    void aRepairedRecordIsGoneOnWith() {
        const TempHistory history;
        std::filesystem::create_directories(history.directory);
        std::mt19937 chance(5);
        put(history.file(), damaged(m_bytes, {"zero", 10}, chance));
        repaired(history.directory, midnight + 18 * 24h);
        const auto writer = history.write(midnight + 18 * 24h);
        Observation row = answered(webId, midnight + 18 * 24h);
        row.detail = HttpDetail{200, "", "nginx", "", "a page of its own", 1, ""};
        writer->append(rowsOnly({row}));
        const std::vector<Observation> rows = fetched(history.directory);
        QVERIFY(rows.back() == row);
        for (const Observation& old : rows)
            if (const auto* page = std::get_if<HttpDetail>(&old.detail);
                page != nullptr && old.startedAt < row.startedAt)
                QVERIFY(page->title != "a page of its own"); // a lost page's number is not given away again
    }

    // As an earlier repair may have left one.
    void aDocumentThatIsCutShortEndsNoRepair() {
        const TempHistory history;
        std::filesystem::create_directories(history.directory);
        put(history.file(), m_bytes);
        openForWriting(history.file())
            .exec("INSERT INTO target_version (target, since_ms, options) SELECT target, since_ms + 1, '{\"layer' FROM "
                  "target_version");
        std::mt19937 chance(7);
        put(history.file(), damaged(bytesOf(history.file()), {"zero", 5}, chance));
        const Repair repair = repaired(history.directory, midnight + 18 * 24h);
        QVERIFY(repair.observations > rowsMade / 2);
    }

    // Neither a verdict nor a share is told of the time whose checks are lost.
    void whatIsMissingIsAGapInItsLane() {
        const TempHistory history;
        {
            const auto writer = history.write(midnight);
            Batch batch;
            for (int step = 0; step < 2 * 1440; ++step)
                for (const TargetId id : {webId, dnsId, controlId})
                    batch.observations.push_back(answered(id, midnight + step * 60s));
            batch.spans = {{webId, midnight, {span(midnight, midnight + 48h, Verdict::Up)}},
                           {dnsId, midnight, {span(midnight, midnight + 48h, Verdict::Up)}}};
            writer->append(batch);
            while (writer->tend(midnight + 36h)) {} // the first day is sealed
        }
        const std::vector<Observation> before = fetched(history.directory);
        std::string bytes = bytesOf(history.file());
        std::size_t hit = 0;
        {
            SQLite::Database database(history.file().string(), SQLite::OPEN_READONLY);
            SQLite::Statement pages(database, "SELECT pageno FROM dbstat WHERE name = 'observation' AND pagetype = "
                                              "'leaf' ORDER BY path");
            for (int page = 0; pages.executeStep(); ++page)
                if (page % 40 == 20) {
                    bytes.replace((static_cast<std::size_t>(pages.getColumn(0).getInt64()) - 1) * pageBytes, pageBytes,
                                  pageBytes, '\0');
                    ++hit;
                }
        }
        QVERIFY(hit >= 3);
        put(history.file(), bytes);
        repaired(history.directory, midnight + 48h);

        std::map<TargetId, std::vector<UtcTime>> lost;
        const std::vector<Observation> left = fetched(history.directory);
        for (const Observation& row : before)
            if (std::ranges::find(left, row) == left.end())
                lost[row.target].push_back(row.startedAt);
        const TimeRange both{midnight, midnight + 48h};
        TargetSpans spans = history.read().spans(history.watchlist, both);
        int gaps = 0;
        for (const TargetId id : {webId, dnsId}) {
            const std::vector<Span> lane = spansWithin(spans[id], both);
            for (const Span& each : lane) {
                const auto missing =
                    std::ranges::count_if(lost[id], [&](UtcTime at) { return each.range.contains(at); });
                QVERIFY(missing == 0 || each.note == recordDamaged);
                if (each.note != recordDamaged)
                    continue;
                ++gaps;
                QVERIFY(each.verdict == Verdict::NotMonitored);
                QVERIFY(each.range.length() <= missing * 60s + 60s); // and no more than is missing
            }
            QVERIFY(sharesOf(lane, both).coverage < 1 || lost[id].empty());
        }
        QVERIFY(gaps >= 2);
    }

    void daysLostAtTheBeginningAreGapsAndNotBeforeTheStart() {
        const TempHistory history;
        const UtcTime start = midnight + 9h;
        {
            const auto writer = history.write(start);
            Batch batch;
            for (UtcTime at = start; at < midnight + 60h; at += 60s) {
                for (const TargetId id : {webId, controlId})
                    batch.observations.push_back(answered(id, at));
                batch.events.push_back({at, Heartbeat{}});
            }
            batch.spans = {{webId, start, {span(start, midnight + 60h, Verdict::Up)}}};
            writer->append(batch);
            while (writer->tend(midnight + 60h)) {} // two days are sealed
        }
        const std::string until = std::to_string(msOf(midnight + 30h));
        SQLite::Database(history.file().string(), SQLite::OPEN_READWRITE)
            .exec("DELETE FROM observation WHERE at_ms < " + until + "; DELETE FROM event WHERE at_ms < " + until +
                  "; DELETE FROM span");
        repaired(history.directory, midnight + 60h);
        const TimeRange all{midnight, midnight + 60h};
        const std::vector<Span> lane = spansWithin(history.read().spans(history.watchlist, all)[webId], all);
        QVERIFY(lane.size() >= 2);
        QCOMPARE(lane[0].range, (TimeRange{midnight, start})); // nobody watched yet
        QVERIFY(lane[0].reason == Reason::NotStarted);
        QVERIFY(lane[1].note == recordDamaged && lane[1].range.begin == start);
        QVERIFY(lane[1].range.end >= midnight + 29h);
        Archive archive(history.directory, history.watchlist); // the window reaches back to there
        archive.ask({.range = {midnight + 48h, midnight + 60h},
                     .overview = {midnight + 30h, midnight + 60h},
                     .now = midnight + 60h});
        std::optional<ArchiveAnswer> answer;
        for (int i = 0; i < 500 && !answer; ++i) {
            QTest::qWait(20);
            answer = archive.take();
        }
        QVERIFY(answer && answer->firstRowAt && *answer->firstRowAt == start);
    }

    void aLostVerdictIsNoneBeforeTheStart() {
        const TempHistory history;
        const std::vector<Span> told{span(midnight, midnight + 1h, Verdict::Up),
                                     span(midnight + 1h, midnight + 2h, Verdict::Degraded),
                                     span(midnight + 2h, midnight + 3h, Verdict::Up)};
        {
            Batch batch;
            for (int minute = 0; minute < 180; ++minute)
                batch.observations.push_back(answered(webId, midnight + minute * 1min));
            batch.spans = {{webId, midnight, told}};
            history.write(midnight)->append(batch);
        }
        for (const int lost : {1, 2}) {
            SQLite::Database(history.file().string(), SQLite::OPEN_READWRITE)
                .exec("DELETE FROM span WHERE begin_ms = " + std::to_string(msOf(told[lost].range.begin)));
            repaired(history.directory, midnight + 3h);
            const TimeRange range{told[lost].range.begin, told[lost].range.begin + 50min};
            const std::vector<Span> lane = spansWithin(history.read().spans(history.watchlist, range)[webId], range);
            QCOMPARE(lane.size(), std::size_t{1});
            QVERIFY(lane.front().verdict == Verdict::NotMonitored && lane.front().note == recordDamaged);
        }
    }

    void aBackupGivesBackWhatTheFileLost() {
        const TempHistory history;
        std::filesystem::create_directories(history.directory);
        put(history.file(), m_bytes);
        std::filesystem::create_directory(history.directory / "backups");
        backUp(history.directory,
               history.directory / "backups" / ("history-" + compactUtc(midnight + 18 * 24h) + ".db"));
        std::mt19937 chance(6);
        put(history.file(), damaged(m_bytes, {"half", 0}, chance));
        const Repair repair = repaired(history.directory, midnight + 18 * 24h);
        QCOMPARE(repair.observations, std::int64_t{rowsMade});
        QVERIFY(repair.fromBackup > rowsMade / 3);
        QCOMPARE(repair.missing, std::int64_t{0});
        QVERIFY(fetched(history.directory) == m_rows);
    }

    void whatIsOnlyInTheLogIsSalvagedToo() {
        const TempHistory history;
        const auto writer = history.write(midnight);
        for (int i = 0; i < 500; ++i)
            writer->append(rowsOnly({answered(webId, midnight + i * 1s)}));
        const TempHistory copy;
        std::filesystem::create_directories(copy.directory);
        for (const char* suffix : {"", "-wal"})
            put(copy.file().string() + suffix, bytesOf(history.file().string() + suffix));
        std::string broken = bytesOf(copy.file());
        broken.replace(0, 100, 100, '\0');
        put(copy.file(), broken);
        const Repair repair = repaired(copy.directory, noon);
        QCOMPARE(repair.observations, std::int64_t{500});
        QVERIFY(bytesOf(repair.original.string() + "-wal") == bytesOf(history.file().string() + "-wal"));
    }

    void aRepairThatWasCutShortIsFinishedByTheNextStart() {
        const TempHistory history;
        std::filesystem::create_directories(history.directory);
        put(history.directory / "history.salvaged.db", m_bytes);
        put(history.file(), "torn");
        put(history.file().string() + "-wal", "of the torn one");
        const auto writer = history.write(midnight + 18 * 24h);
        QVERIFY(fetched(history.directory) == m_rows);
    }

    void nobodyRepairsWhatIsBeingWritten() {
        const TempHistory history;
        const auto writer = history.write();
        QVERIFY(!sentenceOf<WriterBusyError>([&] { repaired(history.directory, noon); }).empty());
        QVERIFY(examined(history.directory).faults.empty()); // but one may look
    }

    void aFileOfAnythingElseGivesAnEmptyRecordAndIsKept() {
        const TempHistory history;
        std::filesystem::create_directories(history.directory);
        const std::string noise = std::string(5000, 'x');
        put(history.file(), noise);
        const Repair repair = repaired(history.directory, noon);
        QCOMPARE(repair.observations, std::int64_t{0});
        QVERIFY(bytesOf(repair.original) == noise);
        QCOMPARE(repair.gaps, std::vector<std::string>{"nothing in it could be read: it is no record, or all of it is "
                                                       "damaged"});
        QVERIFY(examined(history.directory).faults.empty());
    }

    void flippedBitsInRowsAreFound() {
        const bool many = qEnvironmentVariableIsSet("KPWATCH_LONG_TESTS");
        int flips = many ? 120 : 12, idle = 0;
        std::mt19937 chance(17);
        int found = 0;
        for (int flip = 0; flip < flips; ++flip) {
            const TempHistory history;
            std::filesystem::create_directories(history.directory);
            std::string bytes = m_bytes;
            std::size_t page = 0;
            do // a page of rows, told by its type
                page = 1 + chance() % (bytes.size() / pageBytes - 1);
            while (bytes[page * pageBytes] != 10 ||
                   bytes.substr(page * pageBytes, pageBytes).find("heartbeat") != std::string::npos || !isOfRows(page));
            const std::size_t start = page * pageBytes +
                                      static_cast<unsigned char>(bytes[page * pageBytes + 5]) * 256U +
                                      static_cast<unsigned char>(bytes[page * pageBytes + 6]);
            const std::size_t at = start + chance() % ((page + 1) * pageBytes - start);
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << chance() % 8));
            put(history.file(), bytes);
            try {
                const bool differs = checkedSeals(history.directory).differs.has_value();
                found += differs ? 1 : 0;
                if (!differs && fetched(history.directory) == m_rows) {
                    ++flips; // it hit a byte between the rows: nothing was changed
                    ++idle;
                }
            } catch (const StorageError&) {
                ++found;
            }
        }
        qInfo("%d of %d flipped bits found, %d more were between the rows", found, flips - idle, idle);
        QVERIFY(found * 100 >= (flips - idle) * 99);
    }

  private:
    // Whether a page belongs to the table of checks (and not to summaries, leaves or versions).
    bool isOfRows(std::size_t page) {
        if (m_pagesOfRows.empty()) {
            SQLite::Database database(m_sound.file().string(), SQLite::OPEN_READONLY);
            try {
                SQLite::Statement query(database,
                                        "SELECT pageno FROM dbstat WHERE name = 'observation' AND pagetype = 'leaf'");
                while (query.executeStep())
                    m_pagesOfRows.insert(static_cast<std::size_t>(query.getColumn(0).getInt64()) - 1);
            } catch (const SQLite::Exception&) {
                m_pagesOfRows.clear();
            }
        }
        return m_pagesOfRows.contains(page);
    }
    std::set<std::size_t> m_pagesOfRows;
};

QTEST_GUILESS_MAIN(DoctorTest)
#include "tst_doctor.moc"
