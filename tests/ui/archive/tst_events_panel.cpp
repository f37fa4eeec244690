// SPDX-License-Identifier: GPL-3.0-or-later
// Events are a list of the range in view, imported whole or not at all, and drawn in no chart.
#include "app/words/words.h"
#include "resources/resources.h"
#include "tests/support/lane_script.h"
#include "tests/ui/paint/text_recorder.h"
#include "ui/archive/events_panel.h"
#include "ui/export/chart_file.h"
#include "ui/live/controls.h"
#include "ui/paint/chart.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

using namespace kpwatch;
using namespace kpwatch::test;
using namespace Qt::StringLiterals;

namespace {

QString linesOf(const EventsPanel& panel) {
    QStringList lines;
    const QAbstractItemModel& model = *panel.findChild<QListView*>()->model();
    for (int row = 0; row < model.rowCount(); ++row)
        lines << model.index(row, 0).data().toString();
    return lines.join(u'\n');
}

QString saidBy(const EventsPanel& panel) {
    QString all;
    for (const QLabel* const label : panel.findChildren<QLabel*>())
        all += label->text() + u'\n';
    return all;
}

} // namespace

class TestEventsPanel : public QObject {
    Q_OBJECT
    QTemporaryDir m_home;
    std::filesystem::path m_directory = m_home.path().toStdString();
    std::filesystem::path m_csv = m_directory / "mine.csv";

  private Q_SLOTS:
    void initTestCase() {
        initResources();
        installFonts();
        std::ofstream(m_csv) << "date,title,source\n2026-03-05,A <b>parade</b>,KCNA\n2025-01-01,Too early,KCNA\n";
    }

    void showsWhatLiesInTheRange() {
        EventsPanel panel(m_directory);
        panel.setRange({minute(0), minute(1440)});
        QVERIFY(linesOf(panel).contains(u"None in the range"_s));
        panel.take(m_csv);
        QVERIFY2(linesOf(panel).contains(u"A <b>parade</b> · KCNA"_s), qPrintable(linesOf(panel)));
        QVERIFY(!linesOf(panel).contains(u"Too early"_s));
        QVERIFY2(linesOf(panel).contains(words::weekdayDayKst(minute(0)) + u" · A <b>"_s), qPrintable(linesOf(panel)));
        EventsPanel later(m_directory); // it is kept
        later.setRange({minute(0), minute(1440)});
        QVERIFY(linesOf(later).contains(u"parade"_s));
    }

    void aLineIsCopiedByItsMenu() {
        EventsPanel panel(m_directory);
        panel.take(m_csv);
        panel.setRange({minute(0), minute(1440)});
        auto* const view = panel.findChild<QListView*>();
        QCOMPARE(view->contextMenuPolicy(), Qt::ActionsContextMenu);
        view->setCurrentIndex(view->model()->index(0, 0));
        view->actions().front()->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), linesOf(panel).section(u'\n', 0, 0));
    }

    // Minute -540 is its first midnight, in Korea, minute 1440 its last, of UTC.
    void dayIsInViewAsLongAsItLasts() {
        EventsPanel panel(m_directory);
        panel.take(m_csv);
        for (const auto& [from, to, seen] : {std::tuple(1430, 1500, true), std::tuple(1440, 1500, false),
                                             std::tuple(-600, -530, true), std::tuple(-700, -540, false)}) {
            panel.setRange({minute(from), minute(to)});
            QCOMPARE(linesOf(panel).contains(u"parade"_s), seen);
        }
    }

    void brokenFileIsToldAndChangesNothing() {
        EventsPanel panel(m_directory);
        panel.setRange({minute(0), minute(1440)});
        panel.take(m_csv);
        std::ofstream(m_directory / "broken.csv") << "date,title,source\nsoon,A,B\n";
        panel.take(m_directory / "broken.csv");
        QVERIFY2(saidBy(panel).contains(u"Line 2"_s), qPrintable(saidBy(panel)));
        QVERIFY(linesOf(panel).contains(u"parade"_s));
    }

    void nothingIsRemovedUnasked() {
        EventsPanel panel(m_directory);
        panel.setRange({minute(0), minute(1440)});
        panel.take(m_csv);
        Button* remove = nullptr;
        for (Button* const each : panel.findChildren<Button*>())
            if (each->text() == u"Remove imported"_s)
                remove = each;
        QVERIFY(remove != nullptr && remove->isEnabled());
        const auto press = [&](Qt::Key key) {
            QString asked;
            QTimer::singleShot(0, &panel, [&] {
                QWidget* const question = QApplication::activeModalWidget();
                if (question == nullptr)
                    return;
                for (const QLabel* const label : question->findChildren<QLabel*>())
                    asked += label->text();
                QTest::keyClick(question, key);
            });
            remove->click();
            return asked;
        };
        QVERIFY(press(Qt::Key_Escape).contains(u"Imported: 2."_s));
        QVERIFY(linesOf(panel).contains(u"parade"_s));
        QVERIFY(!press(Qt::Key_Return).isEmpty());
        QVERIFY(!linesOf(panel).contains(u"parade"_s));
        QVERIFY(!remove->isEnabled());
    }

    void isInNoChart() {
        EventsPanel panel(m_directory);
        panel.take(m_csv);
        const Watchlist list = storyWatchlist();
        const TargetSpans spans = lanesOf(list, "kcna-http 100-190");
        const Timeline timeline = timelineOf(list, spans, {minute(0), minute(1440)}, minute(1440));
        for (const ChartPreset& preset : ChartPreset::all()) {
            TextRecorder paper(preset.size.toSize());
            {
                QPainter painter(&paper);
                paintChart(painter, preset, timeline, {.asOf = minute(1440), .carriers = true}, Theme::print());
            }
            QVERIFY(!paper.texts().empty());
            QVERIFY(!paper.all().contains(u"parade"_s));
        }
        ComposedChart chart{timeline, {.asOf = minute(1440), .carriers = true}, {}, {}, {}, {}};
        for (const FormatName& each : chartFormats) {
            chart.style.format = each.format;
            QVERIFY2(!chartBytes(chart).contains("parade"), each.word);
        }
        QVERIFY(!sideText(chart).contains("parade"));
        QVERIFY(chartExportText(chartExport(chart)).find("parade") == std::string::npos);
    }
};

QTEST_MAIN(TestEventsPanel)
#include "tst_events_panel.moc"
