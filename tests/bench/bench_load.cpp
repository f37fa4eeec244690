// SPDX-License-Identifier: GPL-3.0-or-later
// 200 targets at 20 s that answer, are all silent, and answer again, as `kpwatch collect` copes with them:
// `bench_load path/to/kpwatch [targets] [seconds of each]`. To be: nobody late by more than one interval, nothing lost,
// at most 80 MB. On loopback, where the caps do not hold; each target has an address in a /24 of its own.
#include "app/history/history_reader.h"
#include "app/simulation/http_server.h"
#include "app/simulation/tcp_server.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>
#include <fstream>
#include <iostream>
#include <sstream>
#include <thread>

using namespace kpwatch;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::seconds interval{20};

// Written apart: moc takes // inside a raw string for a comment.
const std::string scheme = "http:"
                           "//";

std::string listOf(int targets, std::uint16_t port, std::uint16_t control) {
    std::ostringstream list;
    list << R"({"version":1,"allow_private":true,"sites":[],"targets":[)";
    for (int i = 0; i < targets; ++i) {
        std::ostringstream host;
        host << "127." << 10 + i / 200 << '.' << i % 200 << ".1";
        list << (i == 0 ? "" : ",") << R"({"id":"t)" << i << R"(","group":"all","interval_s":20,"probe":{)";
        if (i % 4 == 0)
            list << R"("kind":"tcp","host":")" << host.str() << R"(","port":)" << port << "}}";
        else
            list << R"("kind":"http","url":")" << scheme << host.str() << ':' << port << R"(/"}})";
    }
    list << R"(],"controls":[)";
    for (int i = 1; i <= 3; ++i)
        list << (i == 1 ? "" : ",") << R"({"id":"line-)" << i << R"(","ring":"line","probe":{"kind":"tcp",)"
             << R"("host":"127.0.9.)" << i << R"(","port":)" << control << "}}";
    list << "]}";
    return list.str();
}

// The most memory it ever had, in kB (proc_pid_status(5)).
long highWater(qint64 process) {
    std::ifstream status("/proc/" + std::to_string(process) + "/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:"))
            return std::stol(line.substr(6));
    return -1;
}

struct Seen {
    std::size_t checks = 0, failed = 0, late = 0, unasked = 0;
    std::chrono::milliseconds latest{0}; // beyond its time
};

Seen seenBy(const HistoryReader& reader, const Watchlist& watchlist, TimeRange range) {
    Seen seen;
    for (const Target& target : watchlist.targets) {
        const std::size_t sofar = seen.checks;
        std::optional<UtcTime> before;
        const auto gap = [&](UtcTime at) {
            // The interval and its jitter; the first check is spread over as long.
            const auto beyond = at - before.value_or(range.begin) - interval * 11 / 10;
            seen.latest = std::max(seen.latest, beyond);
            seen.late += beyond > interval ? 1 : 0;
            before = at;
        };
        reader.rowsOf(target, range, [&](const Observation& row) {
            ++seen.checks;
            seen.failed += row.failure == Failure::None ? 0 : 1;
            if (!row.recheck)
                gap(row.startedAt);
        });
        gap(range.end);
        seen.unasked += seen.checks == sofar ? 1 : 0;
    }
    return seen;
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    if (argc < 2) {
        std::cerr << "bench_load path/to/kpwatch [targets] [seconds of each]\n";
        return 2;
    }
    const int targets = argc > 2 ? std::atoi(argv[2]) : 200;
    const std::chrono::seconds each{argc > 3 ? std::atoi(argv[3]) : 60};
    const Address anywhere = Address::parse("0.0.0.0").value();
    HttpServer server({{anywhere, 0}, {}});
    const TcpServer control({anywhere, 0});
    const QTemporaryDir folder;
    const std::string list = listOf(targets, server.port(), control.port());
    const std::string file = folder.filePath(QStringLiteral("list.json")).toStdString();
    std::ofstream(file) << list;
    const QString history = folder.filePath(QStringLiteral("history"));
    QProcess collector;
    collector.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    collector.start(QString::fromLocal8Bit(argv[1]),
                    {QStringLiteral("collect"), QStringLiteral("--accept-notice"), QStringLiteral("--history"), history,
                     QStringLiteral("--watchlist"), QString::fromStdString(file), QStringLiteral("--json")});
    if (!collector.waitForStarted(5000))
        return 1;
    const UtcTime begin = utcNow();
    std::this_thread::sleep_for(each);
    server.setBehaviour(HttpBehaviour::FullBacklog);
    const UtcTime silent = utcNow();
    std::this_thread::sleep_for(each);
    server.setBehaviour(HttpBehaviour::Answer);
    const UtcTime back = utcNow();
    std::this_thread::sleep_for(each);
    const long memory = highWater(collector.processId());
    const UtcTime end = utcNow();
    collector.terminate();
    collector.waitForFinished(10'000);
    const QByteArray said = collector.readAllStandardOutput();

    const Watchlist watchlist = parseWatchlist(list, "bench", {});
    const HistoryReader reader(history.toStdString());
    const Seen all = seenBy(reader, watchlist, {begin, end});
    std::size_t rows = 0;
    reader.rows(watchlist, {begin, end + 1h}, [&](const Observation* row, const Event*) { rows += row ? 1 : 0; });
    const Seen bad = seenBy(reader, watchlist, {silent, back});
    std::printf("%d targets, %lld s each: answering, silent, answering\n", targets,
                static_cast<long long>(each.count()));
    std::printf("%zu checks of them, %zu failed, %zu of those begun in the silence\n", all.checks, all.failed,
                bad.failed);
    std::printf("late by more than an interval: %zu; the latest %lld ms beyond its interval and jitter\n", all.late,
                static_cast<long long>(all.latest.count()));
    std::printf("targets never asked: %zu; recorded, controls included: %zu on disk, told %s", all.unasked, rows,
                said.constData());
    std::printf("memory at most: %.1f MB\n", static_cast<double>(memory) / 1024);
    return all.late == 0 && all.unasked == 0 && memory <= 80L * 1024 ? 0 : 1;
}
