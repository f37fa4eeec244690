// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/chart_export.h"

#include "app/errors.h"

#include <QtTest>

#include <random>

using namespace kpwatch;
using namespace std::chrono_literals;

namespace {

ChartExport example() {
    const UtcTime start = parseIsoUtc("2026-03-05T09:00:00Z").value();
    ChartExport chart;
    chart.kind = ChartKind::Order;
    chart.incident = "20260305-171700";
    chart.range = {start, start + 20h};
    chart.asOf = start + 30h;
    chart.preset = "phone";
    chart.scale = 2;
    chart.dark = chart.carriers = true;
    chart.headline = "네 곳 모두 응답 없음 \"about\" eight hours";
    chart.alt = "Chart: none of the four";
    chart.credit = "The Courier";
    chart.data = dataHash({});
    chart.numbers = {{"kcna", "about 29520 s"}, {"naenara", "28800 s"}};
    return chart;
}

std::string with(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    return at == std::string::npos ? std::string() : text.replace(at, from.size(), to);
}

} // namespace

class TestChartExport : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void whatIsWrittenIsRead() {
        const std::string text = chartExportText(example());
        QVERIFY(text.find('\n') == std::string::npos);
        QVERIFY(parseChartExport(text, "it") == example());
        QCOMPARE(chartExportText(parseChartExport(text, "it")), text);
    }

    void wordsAreBoundedAndCleaned() {
        ChartExport chart = example();
        chart.headline = "\x1b[31mred\xe2\x80\xae " + std::string(5000, 'x');
        chart.numbers.resize(900, {"a", "1"});
        const ChartExport read = parseChartExport(chartExportText(chart), "it");
        QVERIFY(read.headline.find('\x1b') == std::string::npos);
        QVERIFY(read.headline.find("\xe2\x80\xae") == std::string::npos);
        QVERIFY(read.headline.size() < longestChartText * 4);
        QCOMPARE(read.numbers.size(), mostChartNumbers);
    }

    void whatIsNotOursIsRefusedInWords_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("says");
        const std::string good = chartExportText(example());
        const auto row = [](const char* tag, const std::string& text, const char* says) {
            QTest::newRow(tag) << QByteArray::fromStdString(text) << QString::fromUtf8(says);
        };
        row("empty", "", "is not valid JSON");
        row("a list", "[]", "is not an object");
        row("another version", with(good, "kpwatch_chart\":1", "kpwatch_chart\":7"), "out of range");
        row("another kind", with(good, "\"order\"", "\"pie\""), "is not a kind of chart");
        row("a key of others", with(good, "\"scale\"", "\"shell\""), "shell");
        row("no time", with(good, "2026-03-05T09", "2026-13-05T09"), "is not a time");
        row("backwards", with(good, "2026-03-05T09", "2027-03-05T09"), "is not after from");
        row("too large", with(good, "\"scale\":2.0", "\"scale\":4000"), "out of range");
        row("control bytes", with(good, "eight", "\\u001b[2J"), "control character");
        row("endless", std::string(longestChartExport + 1, ' '), "longer than");
        row("deep", std::string(20000, '[') + std::string(20000, ']'), "levels deep");
    }
    void whatIsNotOursIsRefusedInWords() {
        QFETCH(QByteArray, text);
        QFETCH(QString, says);
        try {
            parseChartExport(text.toStdString(), "photo.png");
            QFAIL("was taken");
        } catch (const InputError& error) {
            QVERIFY2(QString::fromUtf8(error.what()).contains(says), error.what());
            QVERIFY(QString::fromUtf8(error.what()).startsWith(QStringLiteral("photo.png")));
        }
    }

    void changedBytesAreReadOrRefusedNeverMore() {
        const std::string good = chartExportText(example());
        std::mt19937 random(5);
        for (int round = 0; round < 20000; ++round) {
            std::string text = good;
            for (int change = 0; change < 1 + round % 3; ++change)
                text[random() % text.size()] = static_cast<char>(random());
            try {
                parseChartExport(text, "it");
            } catch (const InputError&) {
                continue;
            }
        }
    }

    void anotherRecordHasAnotherHash() {
        const UtcTime start = parseIsoUtc("2026-03-05T09:00:00Z").value();
        Timeline timeline;
        Lane lane;
        lane.id = "kcna";
        lane.spans = {{{start, start + 1h}, Verdict::Down, Reason::None, Onset{start - 2min, start}, {}, {}}};
        timeline.lanes = {lane};
        const std::string before = dataHash(timeline);
        QCOMPARE(before.size(), std::size_t{64});
        timeline.now = start + 7h;
        QCOMPARE(dataHash(timeline), before);
        timeline.lanes.front().spans.front().onset->by += 1ms;
        QVERIFY(dataHash(timeline) != before);
    }

    void whoCameToTheListLaterChangesNoHash() {
        const UtcTime start = parseIsoUtc("2026-03-05T09:00:00Z").value();
        Timeline timeline;
        Lane seen, later;
        seen.id = "kcna";
        seen.spans = {{{start, start + 1h}, Verdict::Up}};
        later.id = "mfa";
        later.spans = {{{start, start + 1h}, Verdict::NotMonitored, Reason::NotStarted}};
        timeline.lanes = {seen};
        const std::string before = dataHash(timeline);
        timeline.lanes.push_back(later);
        QCOMPARE(dataHash(timeline), before);
    }
};

QTEST_GUILESS_MAIN(TestChartExport)
#include "tst_chart_export.moc"
