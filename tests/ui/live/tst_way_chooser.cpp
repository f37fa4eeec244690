// SPDX-License-Identifier: GPL-3.0-or-later
// Choosing the way out in the window: what each choice shows, what is refused where it is typed, and what is taken.
#include "tests/ui/live/sample_record.h"
#include "ui/live/agreement_view.h"
#include "ui/live/controls.h"
#include "ui/live/first_run_pane.h"
#include "ui/live/way_dialog.h"
#include "ui/live/way_gate.h"

#include <QLineEdit>
#include <QRadioButton>
#include <QTest>

using namespace kpwatch;
using namespace Qt::StringLiterals;

namespace {

// The points as they can be read, in the form in which the record keeps them.
QString shownBy(const QWidget& gate) {
    QStringList lines;
    for (const TextLabel* label : gate.findChild<AgreementView*>()->findChildren<TextLabel*>()) {
        if (const bool title = !label->text().endsWith(QLatin1Char('.')); title)
            lines << label->text();
        else
            lines.last() += QStringLiteral(". ") + label->text();
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

class WayChooserTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { installFonts(); }

    void aPlaceIsCheckedAsItIsTyped_data() {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("port");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* host, const char* port, const char* said) {
            QTest::addRow("%s:%s", host, port)
                << QString::fromUtf8(host) << QString::fromUtf8(port) << QString::fromUtf8(said);
        };
        row("127.0.0.1", "9050", "");
        row("localhost", "9150", "");
        row("::1", "9050", "");
        row("[::1]", "9050", "");
        row("", "9050", "Give the proxy's address");
        row("proxy.example.org", "9050", "not a name");
        row("user@127.0.0.1", "9050", "not a name");
        row("127.0.0.1", "", "Give its port");
        row("127.0.0.1", "0", "Give its port");
        row("127.0.0.1", "65536", "Give its port");
        row("127.0.0.1", "90x", "Give its port");
        row("0.0.0.0", "9050", "Nobody can listen");
        row("224.0.0.1", "9050", "Nobody can listen");
    }
    void aPlaceIsCheckedAsItIsTyped() {
        QFETCH(const QString, host);
        QFETCH(const QString, port);
        QFETCH(const QString, said);
        const QString trouble = proxyTrouble(host, port);
        QCOMPARE(trouble.isEmpty(), said.isEmpty());
        QVERIFY2(trouble.contains(said), qPrintable(trouble));
        WayChooser chooser(parseProxy("127.0.0.1:9050"));
        const QList<QLineEdit*> fields = chooser.findChildren<QLineEdit*>();
        fields[0]->setText(host);
        fields[1]->setText(port);
        QCOMPARE(chooser.way().has_value(), said.isEmpty());
        QCOMPARE(fields[0]->accessibleDescription(), trouble);
    }

    void everyChoiceSaysWhatItMeans() {
        WayChooser chooser(Direct{});
        const QList<QRadioButton*> choices = chooser.findChildren<QRadioButton*>();
        QCOMPARE(choices.size(), 3);
        for (const QRadioButton* choice : choices)
            QVERIFY(!choice->accessibleDescription().isEmpty());
        QVERIFY(choices[0]->accessibleDescription().contains(u"can log this computer's address"_s));
        QVERIFY(choices[1]->accessibleDescription().contains(u"instead of you"_s));
        QVERIFY(choices[2]->accessibleDescription().startsWith(u"Nothing is sent to North Korea"_s));
    }

    void keysChooseAndWhatIsShownIsWhatIsTaken() {
        const Watchlist watchlist = sample::watchlist();
        FirstRunPane pane(watchlist, std::nullopt);
        pane.resize(368, 700);
        pane.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
        std::optional<WayOut> wanted;
        connect(&pane, &FirstRunPane::startWanted, &pane, [&](const WayOut& way) { wanted = way; });
        const auto shown = [&] { return shownBy(pane); };
        QCOMPARE(shown(), words::agreementText(watchlist, Direct{}));
        auto* const first = pane.findChildren<QRadioButton*>().constFirst();
        first->setFocus();
        QTest::keyClick(first, Qt::Key_Down);
        const WayOut tor = parseProxy("127.0.0.1:9050");
        QCOMPARE(pane.gate().way(), std::optional(tor));
        QCOMPARE(shown(), words::agreementText(watchlist, tor));
        auto* const port = pane.findChildren<QLineEdit*>().constLast();
        port->clear();
        QVERIFY(!pane.startButton().isEnabled());
        QTest::keyClicks(port, u"9150"_s);
        QVERIFY(pane.startButton().isEnabled());
        QVERIFY(!wanted.has_value()); // choosing starts nothing
        QTest::keyClick(&pane.startButton(), Qt::Key_Space);
        QCOMPARE(wanted, std::optional(WayOut(parseProxy("127.0.0.1:9150"))));
    }

    void thePlaceIsAskedOnceAndMayStayUntold() {
        FirstRunPane pane(sample::watchlist(), std::nullopt);
        QStringList said;
        int started = 0, list = 0;
        connect(&pane, &FirstRunPane::placeSaid, &pane, [&](const QString& place) { said << place; });
        connect(&pane, &FirstRunPane::startWanted, &pane, [&] { ++started; });
        connect(&pane, &FirstRunPane::listWanted, &pane, [&] { ++list; });
        QVERIFY(pane.findChild<QLineEdit*>(u"place"_s) == nullptr); // where nobody would keep it
        pane.askForPlace();
        pane.offerList();
        QCOMPARE(pane.findChild<QLineEdit*>(u"place"_s)->nextInFocusChain(), &pane.startButton()); // it stands above it
        pane.show();
        QTest::keyClick(&pane.startButton(), Qt::Key_Return);
        QCOMPARE(started, 1);
        QCOMPARE(said, QStringList());
        pane.findChild<QLineEdit*>(u"place"_s)->setText(u" our office  in Seoul "_s);
        QTest::keyClick(&pane.startButton(), Qt::Key_Return);
        QCOMPARE(started, 2);
        QCOMPARE(said, QStringList{u"our office in Seoul"_s});
        for (Button* const each : pane.findChildren<Button*>())
            if (each != &pane.startButton())
                each->click();
        QCOMPARE(list, 1);
    }

    void observingIsCalledObservingOnItsButton() {
        FirstRunPane pane(sample::watchlist(), ObserveOnly{});
        QCOMPARE(pane.startButton().text(), u"Observe only"_s);
        QCOMPARE(pane.gate().way(), std::optional(WayOut(ObserveOnly{})));
    }

    void whatIsInForceNeedNotBeTakenAgain() {
        const Watchlist watchlist = sample::watchlist();
        WayDialog dialog(watchlist, parseProxy("127.0.0.1:9050"));
        auto* const take = dialog.findChildren<Button*>().constFirst();
        QCOMPARE(take->text(), u"Start watching"_s);
        QVERIFY(!take->isEnabled());
        dialog.findChildren<QRadioButton*>().constFirst()->click();
        QVERIFY(take->isEnabled());
        QCOMPARE(shownBy(dialog), words::agreementText(watchlist, Direct{}));
    }
};

QTEST_MAIN(WayChooserTest)
#include "tst_way_chooser.moc"
