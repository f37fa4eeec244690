// SPDX-License-Identifier: GPL-3.0-or-later
// The two windows about what leaves: packing with progress and an end, and the list of what went out.
#include "app/errors.h"
#include "app/words/incident.h"
#include "app/words/words.h"
#include "ui/evidence/evidence_dialog.h"
#include "ui/evidence/exports_dialog.h"
#include "ui/evidence/number_words.h"
#include "ui/live/controls.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QProgressBar>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <atomic>

using namespace kpwatch;
using namespace Qt::StringLiterals;

namespace {

QString everythingSaid(const QWidget& dialog) {
    QString all;
    for (const QLabel* const label : dialog.findChildren<QLabel*>())
        all += label->text() + QLatin1Char('\n');
    return all;
}

WentOut entry(std::int64_t id, std::vector<std::string> changed) {
    return {{.id = id,
             .at = utcNow(),
             .file = "/home/desk/chart-" + std::to_string(id) + ".png",
             .kind = "chart",
             .headline = "None of the four sites answered <b>",
             .numbers = {{"kcna", "29520 s"}}},
            std::move(changed),
            {}};
}

} // namespace

class TestHandingOn : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aPackIsMadeBesideTheWindowAndTold() {
        HandingOn handing;
        std::atomic<bool> go = false;
        std::thread::id thread;
        PackChoice asked;
        handing.pack = [&](const PackChoice& choice, const PackWork& work) -> std::optional<PackMade> {
            asked = choice;
            thread = std::this_thread::get_id();
            work.progress(0.4);
            while (!go && !work.stop.stop_requested())
                std::this_thread::yield();
            return PackMade{choice.output,
                            12345,
                            777,
                            {{PackRemark::Kind::ShortBefore},
                             {PackRemark::Kind::AnotherTarget, "old-site"},
                             {PackRemark::Kind::AnswersByHash},
                             {PackRemark::Kind::ToldOtherwise},
                             {PackRemark::Kind::NotSealed}}};
        };
        EvidenceDialog dialog({"20260305-171700", QStringLiteral("None answered"), QStringLiteral("The Courier")},
                              handing);
        dialog.show();
        dialog.save(QStringLiteral("/tmp/x.zip"));
        auto* const progress = dialog.findChild<QProgressBar*>();
        QTRY_COMPARE(progress->value(), 400);
        QVERIFY(progress->isVisible() && dialog.isPacking());
        go = true;
        QTRY_VERIFY(!dialog.isPacking());
        QVERIFY(thread != std::this_thread::get_id());
        QCOMPARE(asked.incident, std::string("20260305-171700"));
        QCOMPARE(asked.organization, std::string("The Courier"));
        QVERIFY(asked.label.empty() && asked.chart);
        const QString said = everythingSaid(dialog);
        for (const char* const part : {"/tmp/x.zip", "less than eight days", "old-site", "by their hash alone",
                                       "both are in the pack", "sealed yet"})
            QVERIFY2(said.contains(QLatin1String(part)), qPrintable(said));
        for (const QLabel* const label : dialog.findChildren<QLabel*>()) // to its last line
            QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
    }

    void itCanBeStoppedAndSaysSo() {
        HandingOn handing;
        handing.pack = [](const PackChoice&, const PackWork& work) -> std::optional<PackMade> {
            while (!work.stop.stop_requested())
                std::this_thread::yield();
            return std::nullopt;
        };
        EvidenceDialog dialog({"1", QStringLiteral("None answered"), {}}, handing);
        dialog.show();
        dialog.save(QStringLiteral("/tmp/x.zip"));
        dialog.reject(); // Escape: stops, and does not close
        QVERIFY(dialog.isVisible());
        QTRY_VERIFY(!dialog.isPacking());
        QVERIFY(everythingSaid(dialog).contains(QLatin1String("nothing was saved")));
        dialog.reject();
        QVERIFY(!dialog.isVisible());
    }

    // The desktop asks about the name as it was typed; with the ending it may be that of a file that is there.
    void aFileThatIsThereIsNotReplacedUnasked() {
        const QTemporaryDir folder;
        QFile there(folder.filePath(QStringLiteral("mine.zip")));
        QVERIFY(there.open(QIODevice::WriteOnly));
        HandingOn handing;
        std::atomic<int> packed = 0;
        handing.pack = [&](const PackChoice&, const PackWork&) -> std::optional<PackMade> {
            ++packed;
            return std::nullopt;
        };
        EvidenceDialog dialog({"1", QStringLiteral("None answered"), {}}, handing);
        dialog.show();
        QTimer hand;
        connect(&hand, &QTimer::timeout, &dialog, [&] {
            auto* const chooser = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            if (chooser == nullptr)
                return;
            chooser->setDirectory(folder.path());
            chooser->findChild<QLineEdit*>()->setText(folder.filePath(QStringLiteral("mine")));
            QMetaObject::invokeMethod(chooser, "accept");
        });
        hand.start(50);
        for (auto* const button : dialog.findChildren<Button*>())
            if (button->text() == QStringLiteral("Save…"))
                button->click();
        QVERIFY2(everythingSaid(dialog).contains(QLatin1String("is there already")),
                 qPrintable(everythingSaid(dialog)));
        QCOMPARE(packed.load(), 0);
    }

    void whatCannotBePackedIsSaidInWords() {
        HandingOn handing;
        handing.pack = [](const PackChoice&, const PackWork&) -> std::optional<PackMade> {
            throw InputError("/tmp/x.zip cannot be written: choose another place");
        };
        EvidenceDialog dialog({"1", QStringLiteral("None answered"), {}}, handing);
        dialog.save(QStringLiteral("/tmp/x.zip"));
        QTRY_VERIFY(!dialog.isPacking());
        QVERIFY(everythingSaid(dialog).contains(QLatin1String("choose another place")));
    }

    void whatWentOutIsListedAndWhatChangedIsMarkedInWords() {
        HandingOn handing;
        handing.list = [](const PackWork&) {
            return std::vector<WentOut>{entry(2, {"kcna: 29520 s, now about 29460 s", "mfa: 29520 s, now 29530 s",
                                                  "vok: at least 40 s, now 60 s", "rodong: 200000 s, now 200900 s"}),
                                        entry(1, {})};
        };
        ExportsDialog dialog(handing);
        dialog.show();
        QTRY_COMPARE(dialog.list().size(), std::size_t{2});
        auto* const table = dialog.findChild<QTableWidget*>();
        QVERIFY(!table->accessibleName().isEmpty());
        QVERIFY(table->item(0, 3)->text().contains(QLatin1String("Changed")));
        QCOMPARE(table->item(1, 3)->text(), QStringLiteral("Still so"));
        for (const char* const change :
             {"kcna: 8 h 12 min, now about 8 h 11 min", "mfa: 8 h 12 min, now 8 h 12 min (less than a minute apart)",
              "vok: at least 40 s, now 1 min", "rodong: 2 d 7 h, now 2 d 7 h (less than an hour apart)"})
            QVERIFY2(everythingSaid(dialog).contains(QLatin1String(change)), qPrintable(everythingSaid(dialog)));
        QTest::keyClick(table, Qt::Key_Down);
        QVERIFY(!everythingSaid(dialog).contains(QLatin1String("now about")));
        QVERIFY(everythingSaid(dialog).contains(QLatin1String("kcna: 8 h 12 min"))); // what it said, and still is so
    }

    void numbersAreSaidByLabelAndKoreasClock() {
        Watchlist watchlist;
        watchlist.sites = {{"airkoryo", "Air Koryo", "Air Koryo", "airkoryo.com.kp"}};
        Target http;
        http.name = "airkoryo-http";
        http.label = "Air Koryo, front page";
        watchlist.targets = {http};
        const QString began = words::stampKst(*parseIsoUtc("2025-06-06T17:43:07.214Z"));
        const std::pair<ExportNumber, QString> numbers[] = {
            {{"airkoryo 1", "about 1500 s from 2025-06-06T17:43:07.214Z"},
             u"Air Koryo 1: about 25 min, from "_s + began},
            {{"routes-china 2", "60 s from 2025-06-06T17:43:07.214Z"}, u"Routes via China 2: 1 min, from "_s + began},
            {{"airkoryo-http", "not observed to 2025-06-06T17:43:07.214Z"}, u"Air Koryo, front page: by "_s + began},
            {{"airkoryo-http", "1, by 2025-06-06T17:43:07.214Z"}, u"Air Koryo, front page: 1, by "_s + began},
            {{"began", "2025-06-06T17:43:07.214Z to 2025-06-06T17:43:07.214Z"},
             u"Start: between "_s + began + u" and "_s + began},
            {{"ended", "not over"}, u"End: not over"_s},
            {{"scope", std::string(name(Scope::AllSites))}, u"Scope: "_s + words::scope(Scope::AllSites)},
            {{"mystery", "12 parsecs"}, u"mystery: 12 parsecs"_s}};
        for (const auto& [number, expected] : numbers)
            QCOMPARE(numberInWords(number, watchlist), expected);
        QCOMPARE(changeInWords("airkoryo 1: 1500 s from 2025-06-06T17:43:07.214Z, now not there", watchlist),
                 u"Air Koryo 1: 25 min, from "_s + began + u", now not there"_s);
        QCOMPARE(changeInWords("airkoryo 2: was not there, now at least 40 s", watchlist),
                 u"Air Koryo 2: was not there, now at least 40 s"_s);
    }

    void oneKeyMakesItAgain() {
        HandingOn handing;
        std::vector<WentOut> all{entry(1, {"kcna: 1 s, now 2 s"})};
        handing.list = [&](const PackWork&) { return all; };
        std::int64_t made = 0;
        handing.again = [&](const Exported& exported, const PackWork&) {
            made = exported.id;
            all.insert(all.begin(), entry(2, {}));
            return Remade{"/home/desk/chart-1-2.png", true};
        };
        ExportsDialog dialog(handing);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QTRY_COMPARE(dialog.list().size(), std::size_t{1});
        QTest::keyClick(dialog.findChild<QTableWidget*>(), Qt::Key_F5);
        QTRY_COMPARE(dialog.list().size(), std::size_t{2});
        QCOMPARE(made, std::int64_t{1});
        QVERIFY(everythingSaid(dialog).contains(
            QLatin1String("without its logo, which cannot be read: /home/desk/chart-1-2.png")));
        auto* const table = dialog.findChild<QTableWidget*>();
        QCOMPARE(table->currentRow(), 1); // the new one does not take its place
        made = 0;
        QCOMPARE(table->contextMenuPolicy(), Qt::ActionsContextMenu);
        table->actions().front()->trigger();
        QTRY_COMPARE(dialog.list().size(), std::size_t{3});
        QCOMPARE(made, std::int64_t{1});
    }

    void whatIsMadeAgainCanBeStoppedAndSaysSo() {
        HandingOn handing;
        handing.list = [](const PackWork&) { return std::vector<WentOut>{entry(1, {})}; };
        handing.again = [](const Exported&, const PackWork& work) {
            work.progress(0.3);
            while (!work.stop.stop_requested())
                std::this_thread::yield();
            return Remade{};
        };
        ExportsDialog dialog(handing);
        dialog.show();
        QTRY_COMPARE(dialog.list().size(), std::size_t{1});
        dialog.makeAgain();
        auto* const progress = dialog.findChild<QProgressBar*>();
        QTRY_COMPARE(progress->value(), 300);
        QVERIFY(progress->isVisible());
        dialog.reject(); // Escape: stops, and does not close
        QVERIFY(dialog.isVisible());
        QTRY_VERIFY(!dialog.isBusy());
        QVERIFY2(everythingSaid(dialog).contains(QLatin1String("nothing was saved")),
                 qPrintable(everythingSaid(dialog)));
        dialog.reject();
        QVERIFY(!dialog.isVisible());
    }

    void aChartIsMadeAgainFromItsEntry() {
        ChartExport chart;
        chart.headline = "None answered";
        chart.range = {utcNow() - std::chrono::hours(3), utcNow()};
        chart.preset = "phone";
        chart.dark = true;
        chart.numbers = {{"kcna 1", "60 s"}};
        ChartStyle style;
        style.format = ChartFormat::Svg;
        style.outlines = true;
        style.newsroom = QStringLiteral("통신");
        const Exported exported = exportedChart(QStringLiteral("/tmp/../tmp/a.svg"), chart, style);
        QCOMPARE(exported.file, std::string("/tmp/a.svg"));
        QCOMPARE(exported.numbers.front().value, std::string("60 s"));
        const ChartAgain again = chartAgain(exported);
        QCOMPARE(again.chart.headline, chart.headline);
        QVERIFY(again.style.format == ChartFormat::Svg && again.style.outlines && again.style.dark);
        QCOMPARE(again.style.newsroom, style.newsroom);
        QCOMPARE(again.language, QStringLiteral("en"));
        QVERIFY_EXCEPTION_THROWN(chartAgain({.file = "x", .again = "not json"}), InputError);
    }

    void theNewFileNeverTakesThePlaceOfAnother() {
        const QTemporaryDir folder;
        const std::string first = folder.filePath(QStringLiteral("a.kpwatch.zip")).toStdString();
        QCOMPARE(fileBeside(first), folder.filePath(QStringLiteral("a-2.kpwatch.zip")).toStdString());
        QFile file(folder.filePath(QStringLiteral("a-2.kpwatch.zip")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(fileBeside(first), folder.filePath(QStringLiteral("a-3.kpwatch.zip")).toStdString());
    }
};

QTEST_MAIN(TestHandingOn)
#include "tst_handing_on.moc"
