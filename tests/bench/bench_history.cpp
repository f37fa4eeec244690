// SPDX-License-Identifier: GPL-3.0-or-later
// What the history costs: rows a second and bytes a row, in batches of 64 over 20 targets beside a bare table of
// SQLite, and at a live pace over 100; a year's timeline and response times from spans and summaries against raw rows,
// warm and cold; ten years beside one; the sealing of a big day. `bench_history [rows per target] [directory]`: 1051200
// of them are a year. `bench_history rates [directory]`: rows a second alone, batches of several sizes in turn with the
// bare table's and with the disk's own pace.
#include "app/history/history.h"
#include "app/history/history_reader.h"
#include "app/history/span_memory.h"
#include "tests/bench/cold.h"
#include "tests/bench/year_list.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fcntl.h>
#include <fstream>
#include <random>
#include <string>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

using namespace kpwatch;
using bench::makeCold;
using bench::watchlistOf;
using namespace std::chrono_literals;

namespace {

const UtcTime start = parseIsoUtc("2025-03-01T00:00:00Z").value();

// Bytes this process caused to be written, as the kernel counts pages made dirty (proc(5), /proc/pid/io).
std::int64_t bytesWritten() {
    std::ifstream io("/proc/self/io");
    for (std::string key; io >> key;)
        if (std::int64_t value = 0; key == "write_bytes:" && io >> value)
            return value;
    return 0;
}

class Stopwatch {
  public:
    double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_begun).count(); }

  private:
    std::chrono::steady_clock::time_point m_begun = std::chrono::steady_clock::now();
};

// Half web pages with five phase times, half name servers, as in the default watchlist.
class Weather {
  public:
    Observation check(const Target& target, UtcTime at) {
        Observation row;
        row.target = target.id;
        row.startedAt = at + std::chrono::milliseconds(m_chance() % 900);
        row.reached = Stage::Done;
        row.failure = Failure::None;
        row.peer = "175.45.176.71";
        row.source = "192.168.1.17";
        const auto base = static_cast<std::int64_t>(180'000 + m_chance() % 90'000);
        if (target.layer == Layer::Http) {
            row.phases = {Micros(0), Micros(base), std::nullopt, Micros(2 * base + 1'000)};
            row.elapsed = Micros(2 * base + 40'000);
            row.detail = HttpDetail{200, "", "nginx", "", "title", 34'567, std::string(64, 'a')};
        } else {
            row.elapsed = Micros(base);
            row.detail = DnsDetail{"NOERROR", true, 2025030100U, 86'400U};
        }
        return row;
    }

  private:
    std::minstd_rand m_chance{1};
};

// Change number `number` of a lane, up and down in turn.
SpanChange changeAt(TargetId target, UtcTime at, std::int64_t number) {
    Span span;
    span.range = {at, at};
    span.verdict = number % 2 == 0 ? Verdict::Up : Verdict::Down;
    if (span.verdict == Verdict::Down)
        span.onset = Onset{at - 2min, at};
    span.note = span.verdict == Verdict::Down ? "http connect timeout" : "";
    return {target, at, {span}};
}

void report(const char* what, double value, const char* unit) { std::printf("%-62s %12.1f %s\n", what, value, unit); }

std::uintmax_t sizeOf(const std::filesystem::path& directory) {
    return std::filesystem::file_size(directory / "history.db");
}

void fill(const std::filesystem::path& directory, const Watchlist& list, std::int64_t checks) {
    Weather weather;
    History history({directory, false}, list, Settings(), start);
    const std::uintmax_t empty = sizeOf(directory);
    const std::int64_t written = bytesWritten();
    const Stopwatch watch;
    const std::clock_t cpu = std::clock();
    Batch batch;
    std::int64_t rows = 0;
    for (std::int64_t check = 0; check < checks; ++check) {
        for (const Target& target : list.targets) {
            const UtcTime at = start + check * 30s;
            batch.observations.push_back(weather.check(target, at));
            if (check % 600 == 0) // a change of verdict every five hours: 35,000 a year over 20 lanes
                batch.spans.push_back(changeAt(target.id, at, check / 600));
            if (batch.observations.size() == 64) {
                history.append(batch);
                rows += 64;
                batch = Batch();
            }
        }
    }
    history.append(batch);
    rows += static_cast<std::int64_t>(batch.observations.size());
    const double seconds = watch.seconds();
    const double cpuSeconds = static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC;
    history.checkpoint();
    report("rows stored", static_cast<double>(rows), "");
    report("batches of 64, synchronous: rows a second (at least 100,000)", static_cast<double>(rows) / seconds, "/s");
    report("  rows a second of CPU time, the generator's included", static_cast<double>(rows) / cpuSeconds, "/s");
    report("file, all included: bytes a row (at most 40)",
           static_cast<double>(sizeOf(directory) - empty) / static_cast<double>(rows), "B");
    report("written to disk: bytes a row", static_cast<double>(bytesWritten() - written) / static_cast<double>(rows),
           "B");
}

// The same rows, generator and batches into the narrowest table that holds them, nothing else done: what SQLite costs.
class BareTable {
  public:
    explicit BareTable(const std::filesystem::path& file)
        : m_database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE) {
        for (const char* const pragma : {"PRAGMA page_size = 1024", "PRAGMA journal_mode = WAL",
                                         "PRAGMA synchronous = FULL", "PRAGMA wal_autocheckpoint = 4096"})
            m_database.exec(pragma);
        m_database.exec("CREATE TABLE row(series INTEGER, at INTEGER, elapsed INTEGER, resolve INTEGER, connect "
                        "INTEGER, first INTEGER, PRIMARY KEY (series, at)) WITHOUT ROWID");
        m_insert.emplace(m_database, "INSERT INTO row VALUES (?, ?, ?, ?, ?, ?)");
    }

    void append(const std::vector<Observation>& rows) {
        const auto us = [](const std::optional<Micros>& time) { return time ? std::int64_t{time->count()} : 0; };
        SQLite::Transaction transaction(m_database);
        for (const Observation& row : rows) {
            m_insert->bind(1, static_cast<std::int64_t>(row.target));
            m_insert->bind(2, static_cast<std::int64_t>(row.startedAt.time_since_epoch().count()));
            m_insert->bind(3, std::int64_t{row.elapsed.count()});
            m_insert->bind(4, us(row.phases.resolve));
            m_insert->bind(5, us(row.phases.connect));
            m_insert->bind(6, us(row.phases.firstByte));
            m_insert->exec();
            m_insert->reset();
        }
        transaction.commit();
    }

  private:
    SQLite::Database m_database;
    std::optional<SQLite::Statement> m_insert;
};

void fillBare(const std::filesystem::path& file, const Watchlist& list, std::int64_t checks) {
    Weather weather;
    BareTable table(file);
    const Stopwatch watch;
    const std::clock_t cpu = std::clock();
    std::int64_t rows = 0;
    std::vector<Observation> batch;
    for (std::int64_t check = 0; check < checks; ++check)
        for (const Target& target : list.targets) {
            batch.push_back(weather.check(target, start + check * 30s));
            if (++rows % 64 == 0) {
                table.append(batch);
                batch.clear();
            }
        }
    table.append(batch);
    report("a bare table of SQLite, same rows and batches: a second", static_cast<double>(rows) / watch.seconds(),
           "/s");
    report("  a second of CPU time",
           static_cast<double>(rows) * CLOCKS_PER_SEC / static_cast<double>(std::clock() - cpu), "/s");
}

// Seconds that a page or two take to be safe on this disk, as each commit asks once (fdatasync(2)).
double syncSeconds(const std::filesystem::path& file) {
    constexpr int times = 25;
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    const std::string pages(4096, 'x');
    const Stopwatch watch;
    for (int i = 0; i < times; ++i)
        if (::pwrite(descriptor, pages.data(), pages.size(), static_cast<off_t>(pages.size()) * (i % 64)) < 0 ||
            ::fdatasync(descriptor) != 0)
            return 0;
    ::close(descriptor);
    return watch.seconds() / times;
}

// The machine and its disk are others' as well and not the same from second to second: so a little of each in turn.
void rates(const std::filesystem::path& home, const Watchlist& list, std::size_t size) {
    constexpr int rounds = 40;
    constexpr double quickSync = 0.16e-3; // of the machine that the bars were set on
    Weather weather;
    History history({home / ("rates-" + std::to_string(size)), false}, list, Settings(), start);
    BareTable bare(home / ("bare-" + std::to_string(size) + ".db"));
    const std::size_t perRound = std::max<std::size_t>(size, 64 * 100 / size * size);
    double ours = 0, theirs = 0, sync = 0, cpu = 0;
    std::int64_t check = 0, rows = 0;
    const auto batches = [&](const auto& append) {
        const Stopwatch watch;
        std::vector<Observation> batch;
        for (std::size_t row = 0; row < perRound; ++row, ++check) {
            const Target& target = list.targets[static_cast<std::size_t>(check) % list.targets.size()];
            batch.push_back(
                weather.check(target, start + check / static_cast<std::int64_t>(list.targets.size()) * 30s));
            if (batch.size() == size)
                append(std::exchange(batch, {}));
        }
        return watch.seconds();
    };
    for (int round = 0; round < rounds; ++round, rows += static_cast<std::int64_t>(perRound)) {
        const std::clock_t begun = std::clock();
        ours += batches([&](std::vector<Observation> batch) {
            Batch all;
            all.observations = std::move(batch);
            history.append(all);
        });
        cpu += static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC;
        theirs += batches([&](const std::vector<Observation>& batch) { bare.append(batch); });
        sync += syncSeconds(home / "sync") / rounds;
    }
    const auto stored = static_cast<double>(rows);
    const double commits = stored / static_cast<double>(size);
    std::printf("batches of %zu, in turn:\n", size);
    report("  rows a second", stored / ours, "/s");
    report("  the bare table's", stored / theirs, "/s");
    report("  so many times the bare table's", theirs / ours, "x");
    report("  a sync of this disk, the same minutes", sync * 1e3, "ms");
    report("  rows a second of CPU time, the generator's included", stored / cpu, "/s");
    report("  rows a second by that, a sync of 0.16 ms a batch", stored / (cpu + commits * quickSync), "/s");
}

// 100 targets once a second, committed every 250 ms: 25 rows of 25 targets a time, with the judge's usual change.
void pace(const std::filesystem::path& directory) {
    const Watchlist list = watchlistOf(100);
    Weather weather;
    History history({directory, false}, list, Settings(), start);
    for (const Target& target : list.targets)
        history.append({{}, {}, {changeAt(target.id, start, 0)}});
    const std::int64_t written = bytesWritten();
    std::int64_t rows = 0;
    for (int second = 0; second < 600; ++second)
        for (int quarter = 0; quarter < 4; ++quarter) {
            Batch batch;
            for (int i = quarter * 25; i < quarter * 25 + 25; ++i) {
                const UtcTime at = start + std::chrono::seconds(second);
                batch.observations.push_back(weather.check(list.targets[static_cast<std::size_t>(i)], at));
                Span same = changeAt(TargetId{i}, start, 0).spans.front();
                same.range = {at + 1ms, at + 1s};
                batch.spans.push_back({TargetId{i}, at + 1ms, {same}});
            }
            history.append(batch);
            rows += 25;
        }
    history.checkpoint();
    report("live pace, 100 targets a second: bytes to disk (at most 1000)",
           static_cast<double>(bytesWritten() - written) / static_cast<double>(rows), "B");
}

// The same columns from single checks: lowest, highest, mean and 95th percentile of each.
std::vector<double> rawPercentiles(const HistoryReader& reader, const Target& target, TimeRange range,
                                   const std::vector<LatencyPoint>& points) {
    std::vector<std::vector<std::int64_t>> columns(points.size());
    std::size_t at = 0;
    reader.rowsOf(target, range, [&](const Observation& row) {
        while (at + 1 < points.size() && row.startedAt >= points[at + 1].at)
            ++at;
        if (const auto time = row.responseTime())
            columns[at].push_back(time->count());
    });
    std::vector<double> p95;
    for (std::vector<std::int64_t>& column : columns) {
        std::sort(column.begin(), column.end());
        p95.push_back(column.empty() ? 0 : static_cast<double>(column[(column.size() * 95 + 99) / 100 - 1]));
    }
    return p95;
}

// With the opening of the file.
template <typename Ask>
double cold(const std::filesystem::path& directory, const Ask& ask) {
    makeCold(directory / "history.db");
    const Stopwatch watch;
    ask(HistoryReader(directory));
    return watch.seconds();
}

struct TenYears {
    double whole = 1e9, again = 1e9, inShort = 1e9, oneYear = 1e9; // seconds
};
// Lanes alone: no timeline reads anything else.
TenYears tenYears(const std::filesystem::path& directory, const Watchlist& list) {
    const TimeRange decade{start, start + 24h * 3650};
    {
        History history({directory, false}, list, Settings(), start);
        for (std::int64_t change = 0; change < std::int64_t{10} * 365 * 24 / 5; ++change) {
            Batch batch;
            for (const Target& target : list.targets)
                batch.spans.push_back(changeAt(target.id, start + change * 5h, change));
            batch.events = {{start + change * 5h, Heartbeat{}}}; // a lane ends soon after what was seen last
            history.append(batch);
        }
        while (history.tend(decade.end)) {}
    }
    const HistoryReader reader(directory);
    SpanMemory memory;
    memory.over(reader, list, decade);
    TenYears best;
    for (int round = 0; round < 5; ++round) {
        const Stopwatch whole;
        reader.spans(list, decade);
        best.whole = std::min(best.whole, whole.seconds());
        const Stopwatch again;
        memory.over(reader, list, decade);
        best.again = std::min(best.again, again.seconds());
        const Stopwatch in_short;
        reader.spansInShort(list, decade, 2000);
        best.inShort = std::min(best.inShort, in_short.seconds());
        const Stopwatch year;
        reader.spans(list, {start, start + 24h * 365});
        best.oneYear = std::min(best.oneYear, year.seconds());
    }
    report("cold, with opening: ten years at first look",
           cold(directory, [&](const HistoryReader& fresh) { fresh.spansInShort(list, decade, 2000); }) * 1e3, "ms");
    return best;
}

// 200 targets every 20 s are sealed piece by piece: results wait for the longest of them.
void bigDay(const std::filesystem::path& directory) {
    const Watchlist list = watchlistOf(200);
    Weather weather;
    History history({directory, false}, list, Settings(), start);
    for (int check = 0; check < 24 * 60 * 3; ++check) {
        Batch batch;
        for (const Target& target : list.targets)
            batch.observations.push_back(weather.check(target, start + check * 20s));
        history.append(batch);
    }
    double longest = 0, all = 0;
    int pieces = 0;
    for (bool more = true; more; ++pieces) {
        const Stopwatch watch;
        more = history.tend(start + 25h);
        longest = std::max(longest, watch.seconds());
        all += watch.seconds();
    }
    report("a day of 200 targets at 20 s, sealed: seconds in all", all, "s");
    report("  pieces", pieces, "");
    report("  the longest transaction of it (at most 1000)", longest * 1e3, "ms");
}

void compareLatency(const HistoryReader& reader, const Watchlist& list, TimeRange range) {
    constexpr int pixels = 1600;
    double best = 1e9;
    std::vector<LatencyPoint> points;
    for (int round = 0; round < 5; ++round) {
        const Stopwatch watch;
        points = reader.latency(list, TargetId{0}, range, pixels);
        best = std::min(best, watch.seconds());
    }
    const Stopwatch raw;
    const std::vector<double> p95 = rawPercentiles(reader, list.targets.front(), range, points);
    const double rawSeconds = raw.seconds();
    double worst = 0;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (p95[i] > 0)
            worst = std::max(worst, std::abs(static_cast<double>(points[i].p95.count()) / p95[i] - 1));
    report("latency of one target over it to 1600 columns (at most 5)", best * 1e3, "ms");
    report("the same from raw rows", rawSeconds * 1e3, "ms");
    report("  so many times faster (at least 25)", rawSeconds / best, "x");
    report("  95th percentile of a column off by at most (6.5)", worst * 100, "%");
}

void read(const std::filesystem::path& directory, const Watchlist& list) {
    const HistoryReader reader(directory);
    const TimeRange all{start, reader.lastRowAt().value()};
    std::size_t spans = 0;
    double best = 1e9;
    for (int round = 0; round < 5; ++round) {
        const Stopwatch watch;
        spans = 0;
        for (const auto& [target, lane] : reader.spans(list, all))
            spans += lane.size();
        best = std::min(best, watch.seconds());
    }
    report("spans in the range", static_cast<double>(spans), "");
    report("the whole timeline from spans (at most 50)", best * 1e3, "ms");
    const Stopwatch raw;
    std::size_t rows = 0;
    reader.rows(list, all, [&](const Observation*, const Event*) { ++rows; });
    const double rawSeconds = raw.seconds();
    report("the same range from raw rows", rawSeconds * 1e3, "ms");
    report("  so many times faster (at least 100)", rawSeconds / best, "x");
    report("cold, with opening: the whole timeline (at most 100)",
           cold(directory, [&](const HistoryReader& fresh) { fresh.spans(list, all); }) * 1e3, "ms");
    compareLatency(reader, list, all);
    report("cold, with opening: latency of one target",
           cold(directory, [&](const HistoryReader& fresh) { fresh.latency(list, TargetId{0}, all, 1600); }) * 1e3,
           "ms");
    const TenYears ten = tenYears(directory.parent_path() / "ten", list);
    report("ten years of timeline, a change in each lane every 5 hours", ten.whole * 1e3, "ms");
    report("  asked for again, what is long over remembered", ten.again * 1e3, "ms");
    report("  at first look, from states by quarters of a day", ten.inShort * 1e3, "ms");
    report("  a year of the same, span by span", ten.oneYear * 1e3, "ms");
    report("  so many times that year (at most 2)", ten.inShort / ten.oneYear, "x");
}

void everything(const std::filesystem::path& home, const Watchlist& list, std::int64_t checks) {
    fill(home / "year", list, checks); // "bench_window year DIR" draws it, where it is kept
    fillBare(home / "bare.db", list, checks);
    fill(home / "again", list, checks / 10); // beside it, for the machine is not the same all the time
    read(home / "year", list);
    pace(home / "pace");
    bigDay(home / "day");
}

} // namespace

int main(int argc, char** argv) {
    std::setvbuf(stdout, nullptr, _IOLBF, 0); // a line is there once it is known, also in a file
    const bool ratesAlone = argc > 1 && std::string(argv[1]) == "rates";
    const std::int64_t checks = argc > 1 && !ratesAlone ? std::atoll(argv[1]) : 100'000;
    const std::filesystem::path home =
        argc > 2 ? argv[2] : std::filesystem::temp_directory_path() / ("bench_history." + std::to_string(::getpid()));
    const Watchlist list = watchlistOf(20);
    if (ratesAlone) {
        std::filesystem::create_directories(home);
        for (const std::size_t size : {64U, 100U, 1000U})
            rates(home, list, size);
    } else {
        everything(home, list, checks);
    }
    if (argc <= 2)
        std::filesystem::remove_all(home);
    return 0;
}
