// SPDX-License-Identifier: GPL-3.0-or-later
// That what matters is never cut, at the sizes of window and text there are: states, headline, how our own line does.
#include "app/words/words.h"
#include "tests/ui/live/sample_record.h"
#include "tests/ui/paint/text_recorder.h"
#include "ui/live/banner.h"
#include "ui/live/live_page.h"
#include "ui/live/own_line_button.h"
#include "ui/live/top_bar.h"

#include <QApplication>
#include <QScrollArea>
#include <QTest>
#include <QVBoxLayout>

using namespace kpwatch;

namespace {

constexpr std::array states{Verdict::Up,      Verdict::Degraded,    Verdict::ErrorPage,         Verdict::Down,
                            Verdict::Unknown, Verdict::BlockedHere, Verdict::OwnConnectionDown, Verdict::NotMonitored};

// The whole window in one state.
struct Scene {
    explicit Scene(QSize size) : top(true), page(list, settings, {.simulated = true}, sample::now()) {
        auto* column = new QVBoxLayout(&window);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addWidget(&top);
        column->addWidget(&banner);
        column->addWidget(&page);
        window.resize(size);
    }

    void show(Verdict state) {
        Picture picture = sample::picture();
        for (SiteStatus& site : picture.live.sites) {
            site.state = state;
            site.since = sample::ago(25 * 24);
        }
        for (TargetStatus& target : picture.live.targets) {
            target.state = state;
            target.since = sample::ago(25 * 24);
            target.onset = Onset{std::nullopt, sample::ago(25 * 24)};
            target.reason = Reason::OtherRoute;
        }
        for (auto& group : picture.live.groups)
            group.state = state;
        if (state == Verdict::OwnConnectionDown)
            picture.live.ownLine.state = state;
        page.setNow(sample::now());
        page.setPicture(picture);
        page.setAnswer(sample::answer(page.query()));
        top.setPicture(picture);
        banner.setWords(bannerWords({picture, {}, {}, false}));
        window.show();
        QCoreApplication::processEvents();
    }

    Watchlist list = sample::watchlist();
    Settings settings;
    QWidget window;
    TopBar top;
    Banner banner;
    LivePage page;
};

} // namespace

class TestLegibility : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        installFonts();
        QApplication::setStyle(QStringLiteral("Fusion"));
        QApplication::setPalette(paletteOf(Theme::light()));
    }
    void cleanup() { setTextScale(1); }

    void noStateIsCut_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("percent");
        for (const QSize size : {QSize(1440, 900), QSize(1280, 720), QSize(960, 680)})
            for (const int percent : {100, 125, 150, 200})
                QTest::addRow("%d x %d, %d %%", size.width(), size.height(), percent) << size << percent;
    }
    void noStateIsCut() {
        QFETCH(QSize, size);
        QFETCH(int, percent);
        setTextScale(percent / 100.0);
        for (const Verdict state : states) {
            Scene scene(size);
            scene.show(state);
            TextRecorder recorder(scene.window.size());
            QPainter painter(&recorder);
            scene.window.render(&painter);
            painter.end();
            QStringList whole{words::state(state)};
            for (const QLabel* label : scene.window.findChildren<QLabel*>())
                if (label->objectName().startsWith(QLatin1String("headline")))
                    whole << label->text();
            whole << scene.top.findChild<OwnLineButton*>()->text() << scene.banner.accessibleName();
            for (const WrittenText& written : recorder.texts()) {
                if (!written.text.endsWith(u'…'))
                    continue;
                for (const QString& sentence : whole)
                    QVERIFY2(!sentence.startsWith(written.text.chopped(1)), qPrintable(written.text));
            }
            const QString all = recorder.all();
            QVERIFY2(all.contains(words::state(state == Verdict::OwnConnectionDown ? Verdict::Unknown : state)),
                     qPrintable(all));
        }
    }

    void nothingIsWiderThanTheWindow_data() { noStateIsCut_data(); }
    void nothingIsWiderThanTheWindow() {
        QFETCH(QSize, size);
        QFETCH(int, percent);
        setTextScale(percent / 100.0);
        Scene scene(size);
        scene.show(Verdict::BlockedHere);
        QCOMPARE(scene.window.size(), size);
        for (const QScrollArea* area : scene.page.findChildren<QScrollArea*>())
            if (area->isVisible() && area->widget())
                QVERIFY2(area->widget()->width() <= area->viewport()->width(),
                         qPrintable(QString::number(area->widget()->width())));
        for (const QWidget* widget : scene.window.findChildren<QWidget*>()) {
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            if (button && button->isVisible())
                QVERIFY2(button->parentWidget()->rect().contains(button->geometry()), qPrintable(button->text()));
        }
    }

    void textIsAsLargeAsItWasWished() {
        const qreal before = QFontMetricsF(kpwatch::font(13)).height();
        setTextScale(2);
        QVERIFY(QFontMetricsF(kpwatch::font(13)).height() > 1.9 * before);
        QCOMPARE(kpwatch::printFont(13).pixelSize(), 13);
        setTextScale(9);
        QCOMPARE(textScale(), 2.0);
    }
};

QTEST_MAIN(TestLegibility)
#include "tst_legibility.moc"
