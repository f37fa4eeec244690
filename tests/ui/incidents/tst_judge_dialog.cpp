// SPDX-License-Identifier: GPL-3.0-or-later
// A hand on an incident from the review: nothing without a reason, and what is said is what was chosen.
#include "app/words/by_hand.h"
#include "app/words/words.h"
#include "tests/support/lane_script.h"
#include "ui/incidents/incidents_page.h"
#include "ui/incidents/judge_dialog.h"
#include "ui/incidents/log_filter.h"
#include "ui/incidents/notes_list.h"
#include "ui/incidents/said_card.h"
#include "ui/live/controls.h"

#include <QCalendarWidget>
#include <QDateTimeEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTextCharFormat>
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

QString textsOf(const QWidget& widget) {
    QCoreApplication::processEvents(); // what is added to a shown widget is shown with the next turn
    QString all;
    for (const QLabel* const label : widget.findChildren<QLabel*>())
        if (label->isVisible())
            all += label->text() + u'\n';
    return all;
}

// False if there is no such button.
bool press(const QWidget& widget, const QString& name) {
    for (Button* const button : widget.findChildren<Button*>())
        if (button->text() == name) {
            button->click();
            return true;
        }
    return false;
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

    void weekendsInItsCalendarsAreNotRed() {
        const Seen seen;
        const JudgeDialog dialog(Hand::Window, seen.about());
        const QList<QDateTimeEdit*> clocks = dialog.findChildren<QDateTimeEdit*>();
        QCOMPARE(clocks.size(), 2);
        for (const QDateTimeEdit* const clock : clocks)
            QCOMPARE(clock->calendarWidget()->weekdayTextFormat(Qt::Sunday),
                     clock->calendarWidget()->weekdayTextFormat(Qt::Monday));
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

    // It goes with its host.
    void aSecondLookIsNotLeftOutByItself() {
        const TargetSpans spans = lanesOf(list, "kcna-http 100-190; sentinel-kcna-http 100-190; ns1 110-150");
        const std::vector<Incident> log = incidentsOf({list, spans, {}, minute(1440)}, {});
        QCOMPARE(log.at(0).members.size(), std::size_t(3));
        const std::vector<UtcTime> lineChanges;
        const JudgeDialog dialog(Hand::Exclude, {log[0], log, list, minute(1440), lineChanges});
        const auto* choice = dialog.findChild<QComboBox*>(u"choice"_s);
        QVERIFY(choice != nullptr);
        QCOMPARE(choice->count(), 2);
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
        card.setIncident(seen.log[0], {}, list);
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

    void notesAreKeptChangedAndErased() {
        const QTemporaryDir home;
        const Notes notes(home.path().toStdString());
        const Seen seen;
        SaidCard card;
        card.setNotes(&notes);
        card.setIncident(seen.log[0], {}, list);
        card.show();
        auto* field = card.findChild<NoteField*>(u"new-note"_s);
        field->setPlainText(u"https://example.org/"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(notes.all().size(), std::size_t(1));
        QVERIFY(notes.all()[0].kind == NoteKind::Link);
        QVERIFY(field->toPlainText().isEmpty());
        QVERIFY(textsOf(card).contains(words::stampKst(notes.all()[0].at))); // when it was written

        QVERIFY(press(card, u"Edit"_s));
        QTRY_VERIFY(card.findChildren<NoteField*>().size() == 2);
        auto* change = qobject_cast<NoteField*>(card.focusWidget());
        QVERIFY(change != nullptr && change != field);
        QCOMPARE(change->toPlainText(), u"https://example.org/"_s);
        change->setPlainText(u"called 외무성"_s);
        QTest::keyClick(change, Qt::Key_End);
        QTest::keyClick(change, Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(change, u"no comment"_s);
        QTest::keyClick(change, Qt::Key_Return);
        QTRY_COMPARE(notes.all()[0].text, std::string("called 외무성\nno comment"));
        QVERIFY(notes.all()[0].kind == NoteKind::Text && notes.all()[0].changed);
        QTRY_VERIFY(textsOf(card).contains(u", changed "_s));
        QVERIFY(textsOf(card).contains(u"called 외무성\nno comment"_s));

        QVERIFY(press(card, u"Edit"_s));
        QTRY_VERIFY(card.findChildren<NoteField*>().size() == 2);
        change = qobject_cast<NoteField*>(card.focusWidget());
        change->setPlainText(u"given up"_s);
        QTest::keyClick(change, Qt::Key_Escape);
        QTRY_VERIFY(card.findChildren<NoteField*>().size() == 1);
        QCOMPARE(notes.all()[0].text, std::string("called 외무성\nno comment"));

        QVERIFY(press(card, u"Erase"_s));
        QTRY_VERIFY(press(card, u"Erase for good"_s)); // not by a slip of the hand
        QTRY_VERIFY(notes.all().empty());
    }

    // Who goes on to something else has not given up what stands there, and it is of the incident it was written about.
    void whatIsBeingWrittenIsKept() {
        const QTemporaryDir home;
        const Notes notes(home.path().toStdString());
        const Seen seen;
        SaidCard card;
        card.setNotes(&notes);
        card.setIncident(seen.log[0], {}, list);
        card.show();
        auto* field = card.findChild<NoteField*>(u"new-note"_s);
        field->setPlainText(u"half a thought"_s);
        card.setIncident(seen.log[1], {}, list);
        QCOMPARE(notes.all().size(), std::size_t(1));
        QCOMPARE(notes.all()[0].incident, seen.log[0].id);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(field->toPlainText().isEmpty() && !textsOf(card).contains(u"half a thought"_s));

        card.setIncident(seen.log[0], {}, list);
        QVERIFY(press(card, u"Edit"_s));
        QTRY_VERIFY(card.findChildren<NoteField*>().size() == 2);
        qobject_cast<NoteField*>(card.focusWidget())->setPlainText(u"a whole one"_s);
        card.hide();
        QCOMPARE(notes.all()[0].text, std::string("a whole one"));
    }

    void whyANoteIsNotKeptStaysThere() {
        const QTemporaryDir home;
        const Notes notes(home.path().toStdString());
        const Seen seen;
        SaidCard card;
        card.setNotes(&notes);
        card.setIncident(seen.log[0], {}, list);
        card.show();
        auto* field = card.findChild<NoteField*>(u"new-note"_s);
        field->setPlainText(QString(10'001, u'x'));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(notes.all().empty() && !field->toPlainText().isEmpty());
        QVERIFY(textsOf(card).contains(u"at most 10000 bytes"_s));
        field->clear();
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
        const std::vector<SaidOfIt> said{{judgement}};
        SaidCard card;
        card.setNotes(&notes);
        card.setIncident(seen.log[0], said, list);
        card.show();
        card.findChildren<Button*>().first()->setFocus();
        QStringList order;
        for (int i = 0; i < 7; ++i) {
            const QWidget* const focus = card.focusWidget();
            const auto* const button = qobject_cast<const Button*>(focus);
            order << (button != nullptr ? button->accessibleName()
                                        : QString::fromLatin1(focus->metaObject()->className()));
            QTest::keyClick(card.focusWidget(), Qt::Key_Tab);
        }
        QVERIFY2(order[1].startsWith(u"Undo"_s), qPrintable(order[1]));
        QCOMPARE(order.mid(2).join(u", "_s), u"Edit: one, Erase: one, Edit: two, Erase: two, kpwatch::NoteField"_s);
        auto* const first = card.findChildren<Button*>().at(1);
        first->setFocus();
        card.setIncident(seen.log[0], said, list);
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

    void whatWasSaidIsListedAndCanBeUndone() {
        const Seen seen;
        Judgement judgement;
        judgement.id = 7;
        judgement.hand = Hand::FalseAlarm;
        judgement.incident = seen.log[0].id;
        judgement.reason = "<b>our firewall</b>";
        judgement.at = minute(2000);
        SaidCard card;
        card.setIncident(seen.log[0], {{judgement}}, list);
        card.show();
        bool listed = false;
        for (const QLabel* const label : card.findChildren<QLabel*>())
            listed =
                listed || (label->text().contains(u"<b>our firewall</b>"_s) && label->textFormat() == Qt::PlainText);
        QVERIFY(listed);
        QSignalSpy wanted(&card, &SaidCard::undoWanted);
        QVERIFY(press(card, u"Undo"_s));
        QTRY_COMPARE(wanted.count(), 1);
        judgement.id = 8; // the same words, said of another
        card.setIncident(seen.log[0], {{judgement}}, list);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(press(card, u"Undo"_s));
        QTRY_COMPARE(wanted.count(), 2);
        QCOMPARE(wanted[1][0].value<Judgement>().id, std::int64_t{8});

        Judgement undoing = judgement;
        undoing.id = 9;
        undoing.hand = Hand::Undo;
        undoing.undoes = 8;
        undoing.reason = "it was theirs after all";
        card.setIncident(seen.log[0], {{judgement, true}, {undoing}}, list);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(!press(card, u"Undo"_s));
        const QString told = textsOf(card);
        QVERIFY2(told.contains(u"marked as a false alarm. “<b>our firewall</b>” (undone)"_s) &&
                     told.contains(u"no. 8 undone. “it was theirs after all”"_s),
                 qPrintable(told));
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
        QCOMPARE(seen, 6);
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
