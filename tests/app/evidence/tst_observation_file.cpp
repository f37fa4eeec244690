// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/observation_file.h"
#include "app/sentinels.h"
#include "tests/support/story.h"

#include <QRegularExpression>
#include <QTest>

#include <sstream>

using namespace kpwatch;
using namespace kpwatch::test;

namespace {

const std::string header = headerLine(storyWatchlist(1), "desk", "My desk", false) + "\n";

ObservationFile read(const std::string& text, const Watchlist* fallback = nullptr) {
    std::istringstream in(text);
    return readObservations(in, "rows.jsonl", {}, fallback);
}

std::string row(const std::string& at, const std::string& target, const std::string& more = "") {
    return R"({"at":"2026-03-05T)" + at + R"(Z","target":")" + target +
           R"(","stage":"done","failure":"none","elapsed_us":1000)" + more + "}\n";
}

const std::string strangeEvent = R"({"at":"2026-03-05T00:00:00Z","event":"\u001b[2J\u0000"})"
                                 "\n";

Observation full(TargetId target, Detail detail) {
    Observation seen;
    seen.target = target;
    seen.startedAt = storyBegin() + milliseconds(123);
    seen.elapsed = Micros(10000001);
    seen.reached = Stage::Exchange;
    seen.failure = Failure::Reset;
    seen.phases = {Micros(0), Micros(280000), std::nullopt, Micros(500000)};
    seen.peer = "175.45.176.71";
    seen.tries = 4;
    seen.recheck = true;
    seen.detail = std::move(detail);
    return seen;
}

} // namespace

class TestObservationFile : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void rowsComeBackAsTheyWere() {
        const Watchlist list = storyWatchlist(1);
        HttpDetail http{503, "http://x/", "nginx", "Thu, 05 Mar 2026", "조선중앙통신 \"=1+1\"", 4711, "abc"};
        DnsDetail dns{"NOERROR", true, 2026030501, 432000};
        std::vector<Observation> rows{
            full(list.findByName("kcna-http")->id, http), full(list.findByName("ns1")->id, dns),
            full(list.findByName("router-178")->id, ConnectDetail{3}), full(list.findByName("line-1")->id, {})};
        std::string text = header;
        for (const Observation& seen : rows)
            text += observationLine(seen, list) + "\n";
        const ObservationFile file = read(text);
        QCOMPARE(file.report.broken + file.report.unknown, std::uint64_t(0));
        QCOMPARE(file.observations.size(), rows.size());
        for (const Observation& seen : rows)
            QVERIFY(std::find(file.observations.begin(), file.observations.end(), seen) != file.observations.end());
    }

    void ownAddressIsNeverWritten() {
        Observation seen = full(TargetId{0}, {});
        seen.source = "203.0.113.77";
        QVERIFY(observationLine(seen, storyWatchlist(1)).find("203.0.113.77") == std::string::npos);
        QVERIFY(observationCsvLine(seen, storyWatchlist(1)).find("203.0.113.77") == std::string::npos);
    }

    void eventsComeBackAsTheyWere() {
        const UtcTime at = after(seconds(77));
        const std::vector<Event> events{{at, Started{}},
                                        {at, Stopped{}},
                                        {at, Heartbeat{}},
                                        {at, Paused{}},
                                        {at, Resumed{}},
                                        {at, Asleep{after(seconds(20))}},
                                        {at, Epoch{"e1", "AS1", "KR"}},
                                        {at, ClockStep{-3500}}};
        std::string text = header;
        for (const Event& event : events)
            text += eventLine(event) + "\n";
        const ObservationFile file = read(text);
        QVERIFY(file.events == events);
        QVERIFY(file.report.hasHeartbeats);
        QVERIFY(!read(header + eventLine(events[0]) + "\n").report.hasHeartbeats);
    }

    void headerCarriesTheWatchlist() {
        const ObservationFile file = read(headerLine(storyWatchlist(2), "a", "b", true) + "\n");
        QCOMPARE(file.watchlist.targets.size(), storyWatchlist(2).targets.size());
        QVERIFY(std::ranges::none_of(file.watchlist.targets, [](const Target& target) {
            return isSentinel(target) && target.enabled; // nobody was asked
        }));
        QCOMPARE(file.watchlist.controls.size(), std::size_t(2));
        QCOMPARE(file.watchlist.sites.size(), std::size_t(4));
        QVERIFY(file.report.simulated);
        QVERIFY(!read(header).report.simulated);
    }

    void headerWithoutSitesNamesThemByItsTargets() {
        const ObservationFile file = read(
            R"({"kpwatch":1,"targets":[{"id":"a","site":"s","probe":{"kind":"tcp","host":"127.0.0.1","port":80}}]})"
            "\n");
        QCOMPARE(file.watchlist.sites.size(), std::size_t(1));
        QCOMPARE(file.watchlist.sites[0].id, std::string("s"));
    }

    void withoutHeaderTheGivenWatchlistIsUsed() {
        const Watchlist list = storyWatchlist(1);
        QCOMPARE(read(row("00:00:01", "ns1"), &list).observations.size(), std::size_t(1));
        QVERIFY_EXCEPTION_THROWN(read(row("00:00:01", "ns1")), InputError);
    }

    void unusableFilesAreRefused() {
        QVERIFY_EXCEPTION_THROWN(read(""), InputError);
        QVERIFY_EXCEPTION_THROWN(read(R"({"kpwatch":2,"targets":[]})"), InputError);
        QVERIFY_EXCEPTION_THROWN(read(R"({"kpwatch":1,"targets":[{"id":"A B"}]})"), InputError);
        QVERIFY_EXCEPTION_THROWN(readObservationFile("/nonexistent/rows.jsonl", {}), InputError);
        QVERIFY_EXCEPTION_THROWN(readObservationFile("/", {}), InputError);
    }

    void rowsAreBroughtInOrderOfTheirEnds() {
        const ObservationFile file = read(header + row("00:01:00", "ns1") + row("00:00:30", "ns2") +
                                          row("00:00:20", "kcna-http") + row("00:00:30", "ns1"));
        std::vector<std::string> order;
        for (const Observation& seen : file.observations)
            order.push_back(file.watchlist.find(seen.target)->name);
        QVERIFY((order == std::vector<std::string>{"kcna-http", "ns1", "ns2", "ns1"}));
    }

    void equalRowsAreSkippedOthersAreInConflict() {
        const ObservationFile file = read(header + row("00:00:10", "ns1") + row("00:00:10", "ns1") +
                                          row("00:00:10", "ns2") + row("00:00:10", "ns1", R"(,"tries":2)"));
        QCOMPARE(file.report.duplicates, std::uint64_t(1));
        QCOMPARE(file.report.conflicting, std::uint64_t(1));
        QCOMPARE(file.observations.size(), std::size_t(2));
        QCOMPARE(file.report.accepted, std::uint64_t(2));
        QCOMPARE(file.report.named.size(), std::size_t(1));
        QVERIFY(file.report.named[0].starts_with("line 5: "));
    }

    void badRowsAreCountedAndNamed_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("unknown");
        const auto bad = [](const char* what, const std::string& line, bool unknown = false) {
            QTest::newRow(what) << QString::fromStdString(line).trimmed() << unknown;
        };
        bad("not JSON", "hello");
        bad("half a row", R"({"at":"2026-03-05T00:00:00Z","target":)");
        bad("a list", "[1]");
        bad("nothing known", R"({"at":"2026-03-05T00:00:00Z"})");
        bad("unknown target", row("00:00:10", "nobody"), true);
        bad("unknown event", R"({"at":"2026-03-05T00:00:00Z","event":"exploded"})", true);
        bad("no time", R"({"target":"ns1","failure":"none","elapsed_us":1})");
        bad("not a time", row("25:00:10", "ns1"));
        bad("unknown failure", R"({"at":"2026-03-05T00:00:00Z","target":"ns1","failure":"sad","elapsed_us":1})");
        bad("unknown stage",
            R"({"at":"2026-03-05T00:00:00Z","target":"ns1","stage":"x","failure":"none","elapsed_us":1})");
        bad("no length", R"({"at":"2026-03-05T00:00:00Z","target":"ns1","failure":"none"})");
        bad("negative length", R"({"at":"2026-03-05T00:00:00Z","target":"ns1","failure":"none","elapsed_us":-1})");
        bad("huge length", R"({"at":"2026-03-05T00:00:00Z","target":"ns1","failure":"none","elapsed_us":1e300})");
        bad("target no text", R"({"at":"2026-03-05T00:00:00Z","target":5,"failure":"none","elapsed_us":1})");
        bad("tries no number", row("00:00:10", "ns1", R"(,"tries":"many")"));
        bad("detail no object", row("00:00:10", "ns1", R"(,"detail":[])"));
        bad("phases no object", row("00:00:10", "ns1", R"(,"phases_us":1)"));
        bad("sleep without a beginning", R"({"at":"2026-03-05T00:00:00Z","event":"asleep"})");
        bad("sleep that ends before it begins",
            R"({"at":"2026-03-05T00:00:00Z","event":"asleep","from":"2026-03-05T00:00:01Z"})");
    }
    void badRowsAreCountedAndNamed() {
        QFETCH(QString, line);
        QFETCH(bool, unknown);
        const ObservationFile file = read(header + row("00:00:09", "ns1") + line.toStdString() + "\n");
        QCOMPARE(file.report.unknown, std::uint64_t(unknown ? 1 : 0));
        QCOMPARE(file.report.broken, std::uint64_t(unknown ? 0 : 1));
        QCOMPARE(file.report.accepted, std::uint64_t(1));
        QCOMPARE(file.report.lines, std::uint64_t(3));
        QVERIFY(file.report.named[0].starts_with("line 3: "));
    }

    void onlyTheFirstTwentyAreNamed() {
        std::string text = header;
        for (int i = 0; i < 50; ++i)
            text += "nonsense\n";
        const ObservationFile file = read(text);
        QCOMPARE(file.report.broken, std::uint64_t(50));
        QCOMPARE(file.report.named.size(), std::size_t(20));
        QVERIFY(file.report.named.back().starts_with("line 21: "));
    }

    void sourceRowsAreAcceptedAndCounted() {
        const ObservationFile file =
            read(header + R"({"at":"2026-03-05T00:00:00Z","source":"ripe-ris","prefix":"175.45.176.0/24"})"
                          "\n");
        QCOMPARE(file.report.sourceRows, std::uint64_t(1));
        QCOMPARE(file.report.accepted, std::uint64_t(1));
    }

    void foreignLineEndsAndEmptyLinesAreFine() {
        const ObservationFile file =
            read(header + "\r\n\n" + row("00:00:09", "ns1").substr(0, row("00:00:09", "ns1").size() - 1) + "\r\n");
        QCOMPARE(file.observations.size(), std::size_t(1));
        QCOMPARE(file.report.broken, std::uint64_t(0));
    }

    void bytesThatAreNoTextStillMakeALine() {
        HttpDetail http;
        http.title = "\xff\xfe broken";
        const std::string line = observationLine(full(TargetId{0}, http), storyWatchlist(1));
        QCOMPARE(read(header + line + "\n").observations.size(), std::size_t(1));
    }

    void tableCellsAreOneLineOfText() {
        HttpDetail http;
        http.status = 200;
        http.title = std::string("a\0b\x1b[31m\r\n", 10) + "\xff\xc2\x9b \"조선\"";
        const std::string line = observationCsvLine(full(TargetId{0}, http), storyWatchlist(1));
        const QString cell = QStringLiteral("\"a\uFFFDb\uFFFD[31m \uFFFD\uFFFD \"\"조선\"\"\"");
        QVERIFY2(QString::fromStdString(line).contains(cell), line.c_str());
        QVERIFY(std::ranges::none_of(line, [](unsigned char byte) { return byte < 0x20 || byte == 0x7f; }));
    }

    void namedLinesAreOneLineOfText() {
        const std::string long_name = std::string(63, 'x') + "조선중앙통신"; // a cut after 64 bytes would split it
        const ObservationFile file =
            read(header + row("00:00:10", long_name) + row("00:00:11", "\\u001b]0;x\\u0007") + strangeEvent);
        QCOMPARE(file.report.unknown, std::uint64_t(3));
        QCOMPARE(file.report.named.size(), std::size_t(3));
        for (const std::string& named : file.report.named) {
            const QByteArray bytes = QByteArray::fromStdString(named);
            QCOMPARE(QString::fromUtf8(bytes).toUtf8(), bytes);
            QVERIFY2(!QString::fromUtf8(bytes).contains(QRegularExpression(QStringLiteral("\\p{Cc}"))), bytes);
        }
        QVERIFY(file.report.named[0].find("'" + std::string(63, 'x') + "…'") != std::string::npos);
        QVERIFY(!QString::fromStdString(file.report.named[0]).contains(QChar::ReplacementCharacter));
    }

    void tableCellsCannotBecomeFormulas() {
        HttpDetail http;
        http.status = 200;
        http.title = "=HYPERLINK(\"x\"),y";
        http.server = "@SUM";
        http.location = "plain";
        const std::string line = observationCsvLine(full(TargetId{0}, http), storyWatchlist(1));
        QVERIFY(line.find("\"'=HYPERLINK(\"\"x\"\"),y\"") != std::string::npos);
        QVERIFY(line.find(",'@SUM,") != std::string::npos);
        QVERIFY(line.find(",plain,") != std::string::npos);
        const auto commas = [](const std::string& text) { return std::count(text.begin(), text.end(), ','); };
        QCOMPARE(commas(observationCsvLine(full(TargetId{4}, DnsDetail{"NOERROR", true, 1, 2}), storyWatchlist(1))),
                 commas(observationCsvHeader()));
        QVERIFY(observationCsvHeader().starts_with("at,target,stage,failure,elapsed_us,recheck,peer,tries,resolve_us"));
    }
};

QTEST_GUILESS_MAIN(TestObservationFile)
#include "tst_observation_file.moc"
