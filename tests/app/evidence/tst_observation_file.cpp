// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/observation_file.h"
#include "app/evidence/shared_detail.h"
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

struct Sample {
    std::string probe;
    Detail detail;
};

const std::vector<Sample>& samples() {
    static const std::vector<Sample> all = [] {
        const std::string host = R"(,"host":"175.45.176.71"})";
        HttpDetail http{200, "", "nginx", "", "", 0, ""};
        http.age = "12";
        http.suspectedBlock = true;
        http.blockPage = "kr-kcsc-warning";
        http.tls = TlsDetail{"TLSv1.3",         "X",   {"self-signed"}, "CN=<b>", "CN=조선", after(seconds(1)),
                             after(seconds(2)), "00ff"};
        return std::vector<Sample>{
            {R"({"kind":"http","url":"https://175.45.176.71/"})", http},
            {R"({"kind":"smtp")" + host, SmtpDetail{220, "mail ESMTP"}},
            {R"({"kind":"smtp")" + host, SmtpDetail{554, ""}},
            {R"({"kind":"ping")" + host, PingDetail{"ping", 5, 4, Micros(1), Micros(2)}},
            {R"({"kind":"trace")" + host,
             TraceDetail{"udp", {{6, "219.158.1.1", Micros(30000), "expired"}, {7, "", {}, ""}}, "silence"}},
            {R"({"kind":"tcp","port":80)" + host, ConnectDetail{2, {"", 3, 1}}}};
    }();
    return all;
}

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

    void everyKindOfDetailComesBack_data() {
        QTest::addColumn<int>("kind");
        int kind = 0;
        for (const char* const name : {"HTTPS", "mail", "mail turned away", "ping", "trace", "refused by a router"})
            QTest::newRow(name) << kind++;
    }
    void everyKindOfDetailComesBack() {
        QFETCH(int, kind);
        Watchlist list = storyWatchlist(1);
        const Sample sample = samples().at(static_cast<std::size_t>(kind));
        list.setJson(R"({"version":1,"targets":[{"id":"it","group":"g","probe":)" + sample.probe +
                     R"(,"enabled":false}]})");
        list.targets = parseWatchlist(list.json(), "sample", {}).targets;
        const std::string line = observationLine(full(TargetId{0}, sample.detail), list);
        const ObservationFile file = read(headerLine(list, "desk", "", false) + "\n" + line + "\n");
        QVERIFY2(file.report.named.empty(), line.c_str());
        QVERIFY2(file.observations.at(0).detail == sample.detail, line.c_str());
    }

    void valuesOfDetailsAreBounded() {
        const std::string before = R"(,"detail":{"unknown":[1],"serial":5,)";
        QCOMPARE(read(header + row("00:00:01", "ns1", before + R"("ttl":5})")).report.broken, std::uint64_t(0));
        for (const char* const wrong :
             {R"("ttl":4294967296)", R"("ttl":-1)", R"("ttl":"5")", R"("rcode":5)", R"("aa":1)"})
            QCOMPARE(read(header + row("00:00:01", "ns1", before + wrong + "}")).report.broken, std::uint64_t(1));
        for (const char* const wrong :
             {R"("tls":[])", R"("tls":{"faults":5})", R"("tls":{"faults":[5]})", R"("tls":{"not_after":"soon"})"})
            QCOMPARE(read(header + row("00:00:01", "kcna-http", before + wrong + "}")).report.broken, std::uint64_t(1));
        const ObservationFile file =
            read(header + row("00:00:01", "kcna-http", R"(,"detail":{"title":")" + std::string(99'999, 'x') + R"("})"));
        QCOMPARE(std::get<HttpDetail>(file.observations.at(0).detail).title.size(), std::size_t(3 * 512));
    }

    void ownHopsAreNeverWritten_data() {
        QTest::addColumn<QString>("way");  // addresses by TTL, * is silent
        QTest::addColumn<QString>("kept"); // the rest, as TTL/address
        QTest::newRow("home") << "192.168.1.1 100.64.0.1 84.1.2.3 84.1.9.9 62.5.5.5 219.158.1.1 175.45.177.1"
                              << "5/62.5.5.5 6/219.158.1.1 7/175.45.177.1";
        QTest::newRow("provider with many routers")
            << "192.168.1.1 84.1.2.3 84.1.9.9 84.1.7.7 84.1.8.8 84.1.1.1 219.158.1.1"
            << "7/219.158.1.1";
        QTest::newRow("private addresses far out") << "84.1.2.3 * * * 10.0.0.1 219.158.1.1 175.45.177.1"
                                                   << "7/175.45.177.1";
        QTest::newRow("silent at first") << "* * * * * 84.1.2.3 62.5.5.5 219.158.1.1"
                                         << "8/219.158.1.1";
        QTest::newRow("numbered like ourselves") << "* 84.1.2.3 62.5.5.5 203.113.1.1 219.158.1.1"
                                                 << "5/219.158.1.1";
        QTest::newRow("IPv6") << "2a02:1:1::1 2a02:1:2::1 2a02:1:3::1 2a02:1:4::1 2400:5::1 2a02:9::1"
                              << "5/2400:5::1 6/2a02:9::1";
        QTest::newRow("only ours") << "192.168.1.1 84.1.2.3"
                                   << "";
        QTest::newRow("not an address") << "* * * x<b> 84.1.2.3 62.5.5.5 219.158.1.1"
                                        << "7/219.158.1.1";
        QTest::newRow("none") << ""
                              << "";
    }
    void ownHopsAreNeverWritten() {
        QFETCH(QString, way);
        QFETCH(QString, kept);
        TraceDetail trace{"icmp", {}, "silence"};
        for (const QString& address : way.split(QLatin1Char(' '), Qt::SkipEmptyParts))
            trace.hops.push_back({static_cast<int>(trace.hops.size()) + 1,
                                  address == QStringLiteral("*") ? "" : address.toStdString(), Micros(1), "expired"});
        Observation seen = full(TargetId{0}, trace);
        seen.source = "203.113.77.5";
        QStringList rest;
        seen.detail = sharedDetail(seen);
        for (const TraceHop& hop : std::get<TraceDetail>(seen.detail).hops)
            rest << QStringLiteral("%1/%2").arg(hop.ttl).arg(QString::fromStdString(hop.address));
        QCOMPARE(rest.join(QLatin1Char(' ')), kept);
        QVERIFY(sharedDetail(seen) == seen.detail); // what was shared once loses no more
        seen.detail = trace;
        const std::string written =
            observationLine(seen, storyWatchlist(1)) + observationCsvLine(seen, storyWatchlist(1));
        for (const char* const ours : {"192.168.1.1", "84.1.2.3", "84.1.9.9", "2a02:1:", "203.113."})
            QVERIFY2(written.find(ours) == std::string::npos, written.c_str());
    }

    void whoTurnedUsAwayIsNotQuoted() {
        Observation seen = full(TargetId{0}, SmtpDetail{554, "84.1.2.3 is blocked"});
        QVERIFY(observationLine(seen, storyWatchlist(1)).find("84.1.2.3") == std::string::npos);
        QVERIFY(observationCsvLine(seen, storyWatchlist(1)).find("84.1.2.3") == std::string::npos);
        const RefusalDetail refusal{"84.1.2.3", 3, 13};
        for (const Detail& detail : {Detail(ConnectDetail{.refusal = refusal}), Detail(HttpDetail{.refusal = refusal}),
                                     Detail(DnsDetail{.refusal = refusal}), Detail(SmtpDetail{.refusal = refusal})}) {
            seen.detail = detail;
            QVERIFY(observationLine(seen, storyWatchlist(1)).find("84.1.2.3") == std::string::npos);
            QVERIFY(observationLine(seen, storyWatchlist(1)).find(R"("icmp_code":13)") != std::string::npos);
            QVERIFY(observationCsvLine(seen, storyWatchlist(1)).find("84.1.2.3") == std::string::npos);
            QVERIFY(observationCsvLine(seen, storyWatchlist(1)).find(",3,13,") != std::string::npos);
        }
    }

    void everyRowOfATableHasEveryColumn() {
        const auto commas = [](const std::string& text) { return std::count(text.begin(), text.end(), ','); };
        for (const Sample& sample : samples()) {
            const std::string line = observationCsvLine(full(TargetId{0}, sample.detail), storyWatchlist(1));
            QVERIFY2(commas(line) == commas(observationCsvHeader()), line.c_str());
        }
        const std::string line = observationCsvLine(full(TargetId{0}, samples().at(4).detail), storyWatchlist(1));
        QVERIFY2(line.ends_with(",udp,silence,\"6 219.158.1.1 30000us expired; 7 *\""), line.c_str());
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
                                        {at, ClockStep{-3500}},
                                        {at + seconds(1), Epoch{.id = "e2", .network = "vpn", .way = "proxy"}}};
        std::string text = header;
        for (const Event& event : events)
            text += eventLine(event) + "\n";
        const ObservationFile file = read(text);
        QVERIFY(file.events == events);
        QVERIFY(file.report.hasHeartbeats);
        QVERIFY(!read(header + eventLine(events[0]) + "\n").report.hasHeartbeats);
    }

    void whereWeAreIsNotExported() {
        const Event epoch{after(seconds(1)), Epoch{.id = "e1", .network = "wi-fi", .exit = "salt:place:router"}};
        QVERIFY(eventLine(epoch).find("place") == std::string::npos);
        QVERIFY(eventLine(epoch).find("wi-fi") != std::string::npos);
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
        const std::string deep = std::string(300'000, '[') + std::string(300'000, ']');
        QVERIFY_EXCEPTION_THROWN(read(R"({"kpwatch":1,"targets":)" + deep + "}"), InputError);
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
        bad("clock set by eras", R"({"at":"0001-01-01T00:00:00Z","event":"clock-step","by_ms":9223372036854775807})");
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

    void whatPublicSourcesSaidIsReadBack() {
        const RouteReading reading{storyBegin(), "ripe-ris", "175.45.176.0/24", 320, 318, {{"20485", 82}}};
        SourceAnswer answer{.at = storyBegin(), .source = "ioda", .question = "https://x/?a=1", .status = 200};
        answer.body = "{\"a\":\"\xeb\xb6\x81\"}";
        answer.newReadings = true;
        const ObservationFile file = read(header + readingLine(reading) + "\n" + readingLine(reading) + "\n" +
                                          answerLine(answer) + "\n" + answerLine(answer, 0) + "\n" +
                                          R"({"at":"2026-03-05T00:00:00Z","source":"to-come","places":[1]})" + "\n");
        QCOMPARE(file.report.accepted, std::uint64_t(4)); // what is not known here is read past
        QCOMPARE(file.report.duplicates, std::uint64_t(1));
        QVERIFY(file.sources.readings == std::vector{reading});
        QCOMPARE(file.sources.answers.size(), std::size_t(2));
        QCOMPARE(file.sources.answers[0].body, answer.body);
        QVERIFY(file.sources.answers[0].newReadings && !file.sources.answers[1].newReadings);
        QCOMPARE(file.sources.answers[0].hash, file.sources.answers[1].hash);
    }

    void brokenSourceRowsAreNamed_data() {
        QTest::addColumn<QByteArray>("row");
        QTest::newRow("no count") << QByteArray(R"({"at":"2026-03-05T00:00:00Z","source":"x","prefix":"p"})");
        QTest::newRow("negative") << QByteArray(
            R"({"at":"2026-03-05T00:00:00Z","source":"x","prefix":"p","peers_full":-1,"peers_seeing":1})");
        QTest::newRow("a body that is another's") << QByteArray(
            R"({"at":"2026-03-05T00:00:00Z","source":"x","question":"q","status":200,"sha256":"00","body":"b"})");
        QTest::newRow("no time") << QByteArray(R"({"source":"x","prefix":"p","peers_full":1,"peers_seeing":1})");
    }
    void brokenSourceRowsAreNamed() {
        QFETCH(QByteArray, row);
        const ObservationFile file = read(header + row.toStdString() + "\n");
        QCOMPARE(file.report.broken, std::uint64_t(1));
        QVERIFY(file.report.named.front().starts_with("line 2: "));
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
