// SPDX-License-Identifier: GPL-3.0-or-later
// A hand on an incident from the review: nothing without a reason, and what is said is what was chosen.
#include "app/words/by_hand.h"
#include "tests/support/lane_script.h"
#include "ui/incidents/incidents_page.h"
#include "ui/incidents/judge_dialog.h"
#include "ui/incidents/log_filter.h"
#include "ui/incidents/said_card.h"
#include "ui/live/controls.h"

#include <QDateTimeEdit>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTimer>
#include <QtTest>

using namespace kpwatch;
using namespace kpwatch::test;
using namespace Qt::StringLiterals;

namespace {

const Watchlist list = storyWatchlist();

struct Seen {
    TargetSpans spans = lanesOf(list, "kcna-http 100-190; ns1 110-150; mfa-http 400-460");
    std::vector<Incident> log = incidentsOf({list, spans, {}, minute(1440)}, {});
    std::vector<UtcTime> lineChanges;
    JudgeDialog::About about() const { return {log[0], log, list, minute(1440), lineChanges}; }
};

QPushButton* doneButton(const QDialog& dialog) {
    for (auto* button : dialog.findChildren<QPushButton*>())
        if (button->text() == dialog.windowTitle())
            return button;
    return nullptr;
}

} // namespace

class TestJudgeDialog : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { installFonts(); }

    void nothingWithoutAReason() {
        const Seen seen;
        for (const Hand hand : {Hand::Merge, Hand::Split, Hand::Window, Hand::Exclude, Hand::FalseAlarm}) {
            JudgeDialog dialog(hand, seen.about());
            QVERIFY2(!doneButton(dialog)->isEnabled(), name(hand).data());
            dialog.findChild<QPlainTextEdit*>()->setPlainText(u" \n"_s);
            QVERIFY(!doneButton(dialog)->isEnabled());
            dialog.findChild<QPlainTextEdit*>()->setPlainText(u"our firewall"_s);
            QVERIFY2(doneButton(dialog)->isEnabled(), name(hand).data());
            const Judgement judgement = dialog.judgement(minute(2000));
            QVERIFY(judgement.hand == hand && !faultOf(judgement));
            QCOMPARE(judgement.incident, seen.log[0].id);
            QCOMPARE(judgement.reason, std::string("our firewall"));
        }
    }

    // What may be chosen takes effect: the judgement stands in the incident afterwards.
    void whatIsChosenTakesEffect() {
        const Seen seen;
        for (const Hand hand : {Hand::Merge, Hand::Split, Hand::Window, Hand::Exclude, Hand::FalseAlarm}) {
            JudgeDialog dialog(hand, seen.about());
            dialog.findChild<QPlainTextEdit*>()->setPlainText(u"our firewall"_s);
            std::vector<Judgement> said{dialog.judgement(minute(2000))};
            said[0].id = 1;
            Record record{list, seen.spans, {}, minute(1440)};
            record.judgements = said;
            const auto log = incidentsOf(record, {});
            const Incident* const incident = findIncident(log, seen.log[0].id);
            QVERIFY2(incident != nullptr && incident->byHand.size() == 1, name(hand).data());
        }
    }

    void whatIsNotPossibleIsNotOffered() {
        const Seen seen;
        const JudgeDialog::About alone{seen.log[1], seen.log, list, minute(1440), seen.lineChanges};
        QVERIFY(!JudgeDialog::makesSense(Hand::Split, alone));
        QVERIFY(!JudgeDialog::makesSense(Hand::Exclude, alone));
        QVERIFY(JudgeDialog::makesSense(Hand::Merge, alone));
    }

    // The choice says beforehand what would be refused.
    void noMergeAcrossAChangeOfOurLineIsOffered_data() {
        QTest::addColumn<int>("changed"); // in minutes
        QTest::addColumn<bool>("possible");
        QTest::newRow("before both") << 50 << true;
        QTest::newRow("between") << 300 << false;
        QTest::newRow("after both") << 900 << true;
    }
    void noMergeAcrossAChangeOfOurLineIsOffered() {
        QFETCH(int, changed);
        QFETCH(bool, possible);
        Seen seen;
        seen.lineChanges = {minute(changed)};
        JudgeDialog dialog(Hand::Merge, seen.about());
        const auto* choice = dialog.findChild<QComboBox*>(u"choice"_s);
        dialog.findChild<QPlainTextEdit*>()->setPlainText(u"one story"_s);
        QCOMPARE(doneButton(dialog)->isEnabled(), possible);
        QCOMPARE(choice->currentIndex(), possible ? 0 : -1);
        QCOMPARE(choice->itemText(0).contains(u"our own line changed"_s), !possible);

        // And so it is: what the dialog offers takes effect, what it does not would have none.
        Judgement merge;
        merge.id = 1;
        merge.hand = Hand::Merge;
        merge.incident = seen.log[0].id;
        merge.other = seen.log[1].id;
        merge.reason = "one story";
        const std::vector<Judgement> said{merge};
        const std::vector<Event> events{{minute(0), Epoch{"a", "AS1", "DE"}},
                                        {minute(changed), Epoch{"b", "AS2", "DE"}}};
        Record record{list, seen.spans, events, minute(1440)};
        record.judgements = said;
        QCOMPARE(incidentsOf(record, {}).size(), std::size_t(possible ? 1 : 2));
    }

    void onlyWhatCanBeDoneIsOffered() {
        const Seen seen;
        SaidCard card;
        card.setIncident(seen.log[0], list);
        card.setHands({Hand::Window});
        card.show();
        QStringList offered;
        QTimer::singleShot(0, &card, [&] {
            auto* const menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            if (menu == nullptr)
                return;
            for (const QAction* const action : menu->actions())
                if (action->isEnabled())
                    offered << action->text();
            menu->close();
        });
        card.findChildren<Button*>().first()->click();
        QCOMPARE(offered, QStringList(words::hand(Hand::Window) + QChar(0x2026)));
    }

    void notesAreKeptAndErased() {
        const QTemporaryDir home;
        const Notes notes(home.path().toStdString());
        const Seen seen;
        SaidCard card;
        card.setNotes(&notes);
        card.setIncident(seen.log[0], list);
        auto* line = card.findChild<QLineEdit*>();
        line->setText(u"https://example.org/"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(notes.all().size(), std::size_t(1));
        QVERIFY(notes.all()[0].kind == NoteKind::Link);
        QVERIFY(line->text().isEmpty());
        const auto press = [&card](const QString& name) {
            for (Button* const button : card.findChildren<Button*>())
                if (button->text() == name) {
                    button->click();
                    return true;
                }
            return false;
        };
        QVERIFY(press(u"Erase"_s));
        QTRY_VERIFY(press(u"Erase for good"_s)); // not by a slip of the hand
        QTRY_VERIFY(notes.all().empty());
    }

    void whyANoteIsNotKeptStaysThere() {
        const QTemporaryDir home;
        const Notes notes(home.path().toStdString());
        const Seen seen;
        SaidCard card;
        card.setNotes(&notes);
        card.setIncident(seen.log[0], list);
        card.show();
        auto* line = card.findChild<QLineEdit*>();
        line->setText(u"https://example.org/two words"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(notes.all().empty() && !line->text().isEmpty());
        const QList<QLabel*> labels = card.findChildren<QLabel*>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel* label) {
            return label->isVisible() && label->text().contains(u"has no spaces"_s);
        }));
    }

    // A look at the record every few seconds takes the focus from nobody, and Tab goes down the card.
    void aSecondLookLeavesTheButtonsAndTheirOrder() {
        const QTemporaryDir home;
        const Notes notes(home.path().toStdString());
        Seen seen;
        for (const char* const text : {"one", "two"})
            notes.add({.id = 0, .at = minute(1), .incident = seen.log[0].id, .kind = NoteKind::Text, .text = text});
        Judgement judgement;
        judgement.id = 7;
        judgement.hand = Hand::FalseAlarm;
        judgement.incident = seen.log[0].id;
        judgement.reason = "x";
        seen.log[0].byHand = {judgement};
        SaidCard card;
        card.setNotes(&notes);
        card.setIncident(seen.log[0], list);
        card.show();
        card.findChildren<Button*>().first()->setFocus();
        QStringList order;
        for (int i = 0; i < 5; ++i) {
            const QWidget* const focus = card.focusWidget();
            const auto* const button = qobject_cast<const Button*>(focus);
            order << (button != nullptr ? button->accessibleName()
                                        : QString::fromLatin1(focus->metaObject()->className()));
            QTest::keyClick(card.focusWidget(), Qt::Key_Tab);
        }
        QVERIFY2(order[1].startsWith(u"Undo"_s) && order[2] == u"Erase: one"_s && order[3] == u"Erase: two"_s &&
                     order[4] == u"QLineEdit"_s,
                 qPrintable(order.join(u' ')));
        auto* const first = card.findChildren<Button*>().at(1);
        first->setFocus();
        card.setIncident(seen.log[0], list);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(card.focusWidget(), first);
    }

    void whatIsWrongIsSaid() {
        const Seen seen;
        JudgeDialog dialog(Hand::Window, seen.about());
        dialog.show();
        const auto* const trouble = dialog.findChild<QLabel*>(u"trouble"_s);
        QVERIFY(!trouble->isVisible());
        dialog.findChild<QPlainTextEdit*>()->setPlainText(QString(167, QChar(0xAC00))); // three bytes each
        QVERIFY(trouble->isVisible() && trouble->text().contains(u"501 of 500"_s) && !doneButton(dialog)->isEnabled());
        dialog.findChild<QPlainTextEdit*>()->setPlainText(u"our firewall"_s);
        QVERIFY(!trouble->isVisible() && doneButton(dialog)->isEnabled());
        auto* const from = dialog.findChildren<QDateTimeEdit*>().first();
        from->setDateTime(from->dateTime().addDays(9));
        QVERIFY(trouble->isVisible() && !doneButton(dialog)->isEnabled());
    }

    void whatHoldsIsListedAndCanBeUndone() {
        Seen seen;
        Judgement judgement;
        judgement.id = 7;
        judgement.hand = Hand::FalseAlarm;
        judgement.incident = seen.log[0].id;
        judgement.reason = "<b>our firewall</b>";
        judgement.at = minute(2000);
        seen.log[0].byHand = {judgement};
        SaidCard card;
        card.setIncident(seen.log[0], list);
        bool listed = false;
        for (const QLabel* const label : card.findChildren<QLabel*>())
            listed =
                listed || (label->text().contains(u"<b>our firewall</b>"_s) && label->textFormat() == Qt::PlainText);
        QVERIFY(listed);
        QSignalSpy wanted(&card, &SaidCard::undoWanted);
        const auto undo = [&card] {
            for (Button* const button : card.findChildren<Button*>())
                if (button->text() == u"Undo"_s)
                    button->click();
        };
        undo();
        QTRY_COMPARE(wanted.count(), 1);
        seen.log[0].byHand[0].id = 8; // the same words, said of another
        card.setIncident(seen.log[0], list);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        undo();
        QTRY_COMPARE(wanted.count(), 2);
        QCOMPARE(wanted[1][0].value<Judgement>().id, std::int64_t{8});
    }

    void listIsNarrowedByWhatPasses() {
        const Seen seen;
        IncidentsPage page(list, false);
        page.show();
        IncidentsAnswer answer;
        answer.log = seen.log;
        answer.passing = {true, false}; // the later does not pass
        page.setAnswer(answer);
        auto* log = page.findChild<QListView*>(u"incident-log"_s);
        QCOMPARE(log->model()->rowCount(), 1);
        answer.passing = {true, true};
        page.setAnswer(answer);
        QCOMPARE(log->model()->rowCount(), 2);
    }

    void choicesCanBeRead_data() {
        QTest::addColumn<int>("percent");
        QTest::newRow("100 %") << 100;
        QTest::newRow("200 %") << 200;
    }
    void choicesCanBeRead() {
        QFETCH(int, percent);
        setTextScale(percent / 100.0);
        const auto back = qScopeGuard([] { setTextScale(1); });
        IncidentsPage page(list, false);
        page.resize(960, 680);
        QVERIFY(page.minimumSizeHint().width() <= 960);
        page.show();
        int seen = 0;
        for (const auto* selector : page.findChildren<QComboBox*>())
            if (selector->isVisible()) {
                ++seen;
                const int room = selector->width() - 40; // as it is painted
                QVERIFY2(selector->fontMetrics().horizontalAdvance(selector->currentText()) <= room,
                         qPrintable(selector->currentText()));
            }
        QCOMPARE(seen, 5);
    }

    void otherListsAreApart() {
        IncidentsPage page(list, false);
        page.show();
        QSignalSpy wanted(&page, &IncidentsPage::queryWanted);
        auto* listed = page.findChild<QComboBox*>(u"listed"_s);
        const auto choose = [&](int index) {
            listed->setCurrentIndex(index);
            Q_EMIT listed->activated(index);
        };
        choose(2);
        QCOMPARE(wanted.count(), 1);
        QVERIFY(page.query(minute(0)).spells == Verdict::ErrorPage);
        IncidentsAnswer answer;
        answer.query = page.query(minute(0));
        answer.spells = {{list.targets[0].id, {minute(10), minute(45)}, Verdict::ErrorPage, "503"}};
        page.setAnswer(answer);
        auto* others = page.findChild<QListView*>(u"other-log"_s);
        QVERIFY(others->isVisible());
        QCOMPARE(others->model()->rowCount(), 1);
        QVERIFY(others->model()->index(0, 0).data().toString().contains(u"503"_s));
        choose(3);
        QVERIFY(others->model()->rowCount() >= 14);
        QVERIFY(!page.findChild<QListView*>(u"incident-log"_s)->isVisible());
    }
};

QTEST_MAIN(TestJudgeDialog)
#include "tst_judge_dialog.moc"
