// SPDX-License-Identifier: GPL-3.0-or-later
// The composer: what was written by hand stays, what was suggested follows; what is chosen is in the file.
#include "tests/ui/live/sample_record.h"
#include "ui/export/chart_in_png.h"
#include "ui/export/chart_preview.h"
#include "ui/export/export_dialog.h"
#include "ui/live/controls.h"
#include "ui/live/switch.h"
#include "ui/translation.h"

#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QWheelEvent>
#include <QtTest>

#include <algorithm>
#include <string_view>

using namespace kpwatch;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

ChartSource source() {
    ChartSource made;
    made.timeline = sample::timeline({sample::now() - 24h, sample::now()});
    made.incident = "20260312-053100";
    const UtcTime t = sample::now() - 2h;
    Ladder ladder;
    ladder.rungs = {{u"KCNA"_s, {t, t + 2min}, 1, "kcna-http"},
                    {u"Naenara"_s, {t + 5min, t + 7min}, 2, "naenara-http"}};
    ladder.shown = {t - 5min, t + 15min};
    ladder.firstAlone = true;
    made.order = ladder;
    made.response =
        ResponseSource{"kcna-http", {u"KCNA"_s, {{{0, 150}, {3600, 160}}}, 152, 160}, made.timeline.lanes[0]};
    return made;
}

struct Composer {
    explicit Composer(const ChartStyle& style = {}, QSize size = {1240, 800}) : dialog(source(), {}, style) {
        dialog.resize(size); // as on a screen with room for it
        dialog.show();
        fields = dialog.findChildren<QPlainTextEdit*>();
    }
    QComboBox& choice(const char* name) { return *dialog.findChild<QComboBox*>(QLatin1String(name)); }
    QLineEdit& line(const QString& name) {
        for (QLineEdit* each : dialog.findChildren<QLineEdit*>())
            if (each->accessibleName().startsWith(name))
                return *each;
        qFatal("no such line");
    }
    QPlainTextEdit& headline() { return *fields[0]; }
    QPlainTextEdit& alt() { return *fields[2]; }
    QByteArray saved() {
        const QString file = folder.filePath(dialog.suggestedFileName());
        if (!dialog.save(file))
            return {};
        QFile read(file);
        return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
    }
    QTemporaryDir folder;
    ExportDialog dialog;
    QList<QPlainTextEdit*> fields;
};

} // namespace

class TestComposer : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { installFonts(); }

    void noButtonIsCutByLargeText() {
        speak(u"ko"_s);
        setTextScale(2);
        const auto back = qScopeGuard([] {
            setTextScale(1);
            speak(u"en"_s);
        });
        const Composer composer;
        for (const Button* const button : composer.dialog.findChildren<Button*>())
            QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
    }

    void noSentenceIsCutByLargeText() {
        for (const QString& language : {u"en"_s, u"ko"_s}) {
            speak(language);
            setTextScale(2);
            const auto back = qScopeGuard([] {
                setTextScale(1);
                speak(u"en"_s);
            });
            const Composer composer;
            for (const TextLabel* const label : composer.dialog.findChildren<TextLabel*>()) {
                const bool whole = label->wordWrap() ? label->height() >= label->heightForWidth(label->width())
                                                     : label->contentsRect().width() >=
                                                           label->fontMetrics().horizontalAdvance(label->text());
                QVERIFY2(whole || !label->isVisible() || label->text().isEmpty(), qPrintable(label->text()));
            }
        }
    }

    void whatIsShownIsChosenWithoutScrolling() {
        Composer composer;
        QVERIFY(QTest::qWaitForWindowExposed(&composer.dialog));
        QCOMPARE(composer.dialog.size(), QSize(1240, 800));
        for (const Switch* const each : composer.dialog.findChildren<Switch*>())
            QVERIFY2(each->visibleRegion().boundingRect() == each->rect(), qPrintable(each->text()));
    }

    // On 1366 × 768, but for the frame: the picture, all that decides what is drawn, and the headline.
    void whatMattersIsInTheFirstViewOfLargeText() {
        for (const QString& language : {u"en"_s, u"ko"_s}) {
            speak(language);
            setTextScale(2);
            const auto back = qScopeGuard([] {
                setTextScale(1);
                speak(u"en"_s);
            });
            Composer composer({}, {1326, 688});
            QVERIFY(QTest::qWaitForWindowExposed(&composer.dialog));
            QCOMPARE(composer.dialog.size(), QSize(1326, 688)); // nothing in it wants more
            QList<const QWidget*> first{composer.dialog.findChild<ChartPreview*>(), &composer.headline(),
                                        &composer.choice("kind"), &composer.choice("size"), &composer.choice("format")};
            for (const Switch* const each : composer.dialog.findChildren<Switch*>())
                first << each;
            for (const QWidget* const each : first)
                QVERIFY2(each->visibleRegion().boundingRect() == each->rect(), qPrintable(each->accessibleName()));
            QVERIFY(composer.dialog.focusWidget() == &composer.headline());
        }
    }

    void whoScrollsPastAChoiceDoesNotChangeIt() {
        Composer composer;
        QComboBox& kinds = composer.choice("kind");
        QWheelEvent down({9, 9}, kinds.mapToGlobal(QPointF(9, 9)), {}, {0, -120}, Qt::NoButton, {}, Qt::NoScrollPhase,
                         false);
        QApplication::sendEvent(&kinds, &down);
        QCOMPARE(kinds.currentIndex(), 0);
    }

    void everyKindHasItsOwnSuggestions() {
        Composer composer;
        QCOMPARE(composer.choice("kind").count(), 3);
        const QString lanes = composer.headline().toPlainText();
        composer.choice("kind").setCurrentIndex(1);
        QCOMPARE(composer.headline().toPlainText(), u"KCNA stopped answering first"_s);
        QVERIFY(composer.alt().toPlainText().contains(u"1: KCNA, between"_s));
        QVERIFY(composer.dialog.suggestedFileName().contains(u"-order"_s));
        composer.choice("kind").setCurrentIndex(0);
        QCOMPARE(composer.headline().toPlainText(), lanes);
    }

    void whatAnOrderDoesNotShowCannotBeChosen() {
        Composer composer;
        const auto chosen = [&](int kind) {
            composer.choice("kind").setCurrentIndex(kind);
            const QList<Switch*> switches = composer.dialog.findChildren<Switch*>();
            return std::ranges::count_if(switches, [](const Switch* each) { return each->isEnabled(); });
        };
        QVERIFY(chosen(0) > 1);
        QCOMPARE(chosen(1), std::ptrdiff_t{0});
        QVERIFY(chosen(0) > 1);
    }

    void whatWasWrittenStaysUntilItIsEmptied() {
        Composer composer;
        composer.headline().setPlainText(u"My own"_s);
        composer.choice("kind").setCurrentIndex(1);
        QCOMPARE(composer.headline().toPlainText(), u"My own"_s);
        QVERIFY(composer.alt().toPlainText().contains(u"My own"_s));
        composer.headline().clear();
        composer.choice("kind").setCurrentIndex(0);
        composer.choice("kind").setCurrentIndex(1);
        const bool back = composer.headline().toPlainText() == u"KCNA stopped answering first"_s ||
                          composer.headline().placeholderText() == u"KCNA stopped answering first"_s;
        QVERIFY(back);
        QVERIFY(composer.alt().toPlainText().contains(u"KCNA stopped answering first"_s));
    }

    void everyFormatIsSavedAsSuch() {
        Composer composer;
        const std::pair<const char*, const char*> heads[] = {{"\x89PNG", ".png"}, {"<?xml", ".svg"},
                                                             {"<?xml", ".svg"},   {"%PDF", ".pdf"},
                                                             {"lane,", ".csv"},   {"Korea time", ".csv"}};
        for (int i = 0; i < composer.choice("format").count(); ++i) {
            composer.choice("format").setCurrentIndex(i);
            QVERIFY(composer.dialog.suggestedFileName().endsWith(QLatin1String(heads[i].second)));
            QVERIFY2(composer.saved().startsWith(heads[i].first), heads[i].second);
            const bool table = heads[i].second == std::string_view(".csv");
            QVERIFY(std::ranges::any_of(composer.dialog.findChildren<TextLabel*>(), [&](const TextLabel* label) {
                return label->text().contains(table ? u"-about.txt"_s : u"alt text is on the clipboard"_s);
            }));
        }
    }

    void everySizeOfAnIncidentHasAFileOfItsOwn() {
        Composer composer;
        QCOMPARE(composer.dialog.suggestedFileName(), u"kpwatch-20260312-053100-article.png"_s);
        composer.choice("size").setCurrentIndex(1);
        QCOMPARE(composer.dialog.suggestedFileName(), u"kpwatch-20260312-053100-social.png"_s);
    }

    void sizesAreThoseChosen() {
        Composer composer;
        composer.choice("size").setCurrentIndex(composer.choice("size").count() - 1);
        auto* const custom = composer.dialog.findChild<QLineEdit*>(u"custom"_s);
        QVERIFY(custom->isVisible());
        custom->setText(u"900 × 700"_s);
        QCOMPARE(QImage::fromData(composer.saved()).size(), QSize(900, 700));
        custom->setText(u"9 × 700"_s); // refused in words; the last one that can be stays
        QVERIFY(std::ranges::any_of(composer.dialog.findChildren<TextLabel*>(), [](const TextLabel* label) {
            return label->isVisible() && label->text().contains(u"600 to 6000"_s);
        }));
        QCOMPARE(QImage::fromData(composer.saved()).size(), QSize(900, 700));
        composer.dialog.findChild<Button*>(u"scale-2"_s)->click();
        QCOMPARE(QImage::fromData(composer.saved()).size(), QSize(1800, 1400));
        ExportDialog again(source(), {}, composer.dialog.chartStyle());
        QCOMPARE(again.findChild<QLineEdit*>(u"custom"_s)->text(), u"900x700"_s);
    }

    void theNewsroomIsInTheSourceLineAndRemembered() {
        Composer composer;
        composer.line(u"Newsroom"_s).setText(u"The Courier"_s);
        QVERIFY(composer.alt().toPlainText().contains(u"Source: The Courier checks with KPWatch"_s));
        QCOMPARE(composer.dialog.chartStyle().newsroom, u"The Courier"_s);
        // Where from is not told unless asked for.
        QVERIFY(composer.alt().toPlainText().contains(u"from one computer"_s));
        composer.line(u"Checked from"_s).setText(u"one computer in Europe"_s);
        QVERIFY(composer.alt().toPlainText().contains(u"one computer in Europe"_s));
    }

    void whatWasSavedIsToldAndOpensAgain() {
        Composer composer;
        QSignalSpy told(&composer.dialog, &ExportDialog::saved);
        composer.choice("kind").setCurrentIndex(1);
        composer.headline().setPlainText(u"A headline\nby hand"_s);
        QVERIFY(!composer.saved().isEmpty());
        QCOMPARE(told.count(), 1);
        const ChartExport chart = readChart(told[0][0].toString());
        QVERIFY(chart.kind == ChartKind::Order);
        QCOMPARE(chart.headline, std::string("A headline by hand"));
        QCOMPARE(chart.incident, std::string("20260312-053100"));
        QVERIFY(chart.numbers.size() == 2);
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"A headline by hand"_s));
        QCOMPARE(composer.dialog.chartStyle().folder, composer.folder.path());
    }

    void buttonsDoNotTouch() {
        const Composer composer;
        const auto box = [&](const QString& text) {
            const auto buttons = composer.dialog.findChildren<Button*>();
            return (*std::ranges::find(buttons, text, [](const Button* each) { return each->text(); }))->geometry();
        };
        QVERIFY(box(u"Copy alt text"_s).left() - box(u"Copy image"_s).right() > 6);
    }

    void whatIsCopiedIsThePictureAndItsWords() {
        Composer composer;
        const auto press = [&](const QString& text) {
            for (Button* const button : composer.dialog.findChildren<Button*>())
                if (button->text() == text)
                    button->click();
        };
        composer.alt().setPlainText(u"Four lanes."_s);
        QGuiApplication::clipboard()->clear();
        press(u"Copy image"_s);
        QCOMPARE(QGuiApplication::clipboard()->image().size(), QSize(1600, 900));
        QCOMPARE(QGuiApplication::clipboard()->text(), u"Four lanes."_s);
        QGuiApplication::clipboard()->clear();
        press(u"Copy alt text"_s);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"Four lanes."_s);
        QVERIFY(QGuiApplication::clipboard()->image().isNull());
    }

    void aTableBesideAnotherTextIsNotWritten() {
        Composer composer;
        composer.choice("format").setCurrentIndex(4);
        const QString csv = composer.folder.filePath(u"x.csv"_s), beside = composer.folder.filePath(u"x-about.txt"_s);
        QFile other(beside);
        QVERIFY(other.open(QIODevice::WriteOnly) && other.write("mine") == 4);
        other.close();
        QVERIFY(!composer.dialog.save(csv));
        QVERIFY(!QFile::exists(csv));
        QVERIFY(other.open(QIODevice::ReadOnly));
        QCOMPARE(other.readAll(), QByteArray("mine"));
    }

    void thePreviewIsSeenByOtherEyesAndTheFileIsNot() {
        Composer composer;
        const QByteArray before = composer.saved();
        composer.choice("eye").setCurrentIndex(1);
        QCOMPARE(composer.saved(), before);
        const QImage seen = composer.dialog.grab().toImage();
        if (const QString folder = qEnvironmentVariable("KPWATCH_PICTURES"); !folder.isEmpty())
            QVERIFY(seen.save(folder + u"/composer-grey.png"_s));
        int coloured = 0;
        for (int y = 250; y < 550; ++y)
            for (int x = 100; x < 800; ++x) {
                const QColor pixel = seen.pixelColor(x, y);
                coloured += std::abs(pixel.red() - pixel.blue()) > 6 ? 1 : 0;
            }
        QCOMPARE(coloured, 0);
    }
};

QTEST_MAIN(TestComposer)
#include "tst_composer.moc"
