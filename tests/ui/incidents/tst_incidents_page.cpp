// SPDX-License-Identifier: GPL-3.0-or-later
// The log and the review as a person meets them: the same words and numbers as everywhere else.
#include "app/desk/reported.h"
#include "app/history/set_aside.h"
#include "app/words/copy.h"
#include "app/words/korea_time.h"
#include "app/words/words.h"
#include "resources/resources.h"
#include "tests/support/recorded_story.h"
#include "tests/ui/paint/text_recorder.h"
#include "ui/incidents/facts_card.h"
#include "ui/incidents/incident_lanes.h"
#include "ui/incidents/incident_list_model.h"
#include "ui/incidents/incident_pane.h"
#include "ui/incidents/incident_row.h"
#include "ui/incidents/incident_words.h"
#include "ui/incidents/incidents_page.h"
#include "ui/incidents/ladder_view.h"
#include "ui/incidents/log_filter.h"
#include "ui/incidents/mark_row.h"
#include "ui/incidents/other_lists.h"
#include "ui/live/controls.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <ctime>
#include <fstream>
#include <tuple>

using namespace kpwatch;
using namespace kpwatch::test;
using namespace Qt::StringLiterals;

namespace {

IncidentsAnswer answerOf(Archive& archive, const std::string& id = {}) {
    archive.askForIncidents({id, after(seconds(siegeEnd))});
    std::optional<IncidentsAnswer> answer;
    for (int i = 0; i < 200 && !answer; ++i) {
        QTest::qWait(20);
        answer = archive.takeIncidents();
    }
    return answer.value_or(IncidentsAnswer{});
}

QString textsOf(const QWidget& widget) {
    QCoreApplication::processEvents(); // what is added to a shown widget is shown with the next turn
    QString all;
    for (const QLabel* label : widget.findChildren<QLabel*>())
        if (label->isVisible())
            all += label->text() + u'\n';
    return all;
}

Button* buttonNamed(const QWidget& widget, const QString& text) {
    for (Button* button : widget.findChildren<Button*>())
        if (button->text() == text)
            return button;
    return nullptr;
}

// How many pieces in the colour of silence stand beside each other.
std::ptrdiff_t marksIn(const QImage& picture) {
    std::ptrdiff_t found = 0;
    bool inside = false;
    for (int x = 0; x < picture.width(); ++x) {
        bool any = false;
        for (int y = 0; y < picture.height(); ++y)
            any = any || picture.pixelColor(x, y) == themeInForce().down;
        found += any && !inside ? 1 : 0;
        inside = any;
    }
    return found;
}

} // namespace

class TestIncidentsPage : public QObject {
    Q_OBJECT
    QTemporaryDir m_home;
    const Story m_story = siege();
    std::filesystem::path m_history = m_home.filePath(u"history"_s).toStdString();

  private Q_SLOTS:
    void manySitesAreCountedWithinTheRow() {
        std::vector<SiteStatus> sites(40);
        for (std::size_t i = 0; i < sites.size(); ++i)
            sites[i].state = i == 39 ? Verdict::Down : Verdict::Up;
        MarkRow row;
        row.resize(320, row.sizeHint().height());
        row.setSites(sites);
        TextRecorder written(row.size());
        row.render(&written);
        QCOMPARE(written.all(), u"+36\n1 not answering, 39 answering\n"_s);
        for (const WrittenText& each : written.texts())
            QVERIFY2(each.box.right() <= row.width(), qPrintable(each.text));
        const QImage picture = row.grab().toImage();
        const int fourth = qRound(3 * markStep(std::round(13 * textScale())));
        QCOMPARE(picture.pixelColor(fourth + 3, picture.height() / 2), themeInForce().down); // shown, and behind others
        QVERIFY(picture.pixelColor(3, picture.height() / 2) != themeInForce().down);
    }

    // In the pane a length goes under the marks before it takes one of them.
    void noMarkOfTwelveIsLeftOutForALength() {
        Archive archive(m_history, m_story.watchlist());
        const Incident incident = answerOf(archive).log[0];
        Watchlist list = m_story.watchlist();
        const Target page = list.targets.front();
        for (int i = 0; i < 8; ++i) {
            const std::string id = "more-" + std::to_string(i);
            list.sites.push_back({id, id, id, id + ".kp"});
            list.targets.push_back(page);
            list.targets.back().id = TargetId{1000 + i};
            list.targets.back().name = list.targets.back().site = id;
        }
        IncidentRow row;
        row.setIncident(incident, list);
        row.resize(340, row.heightForWidth(340));
        QVERIFY(row.height() > incidentRowHeight());
        TextRecorder written(row.size());
        row.render(&written);
        for (const WrittenText& each : written.texts())
            QVERIFY2(!each.text.startsWith(u'+'), qPrintable(each.text));
    }

    void initTestCase() {
        installFonts();
        initResources();
        record(m_story, siegeEnd, m_history);
    }

    void anOutageInTheTimelineLeadsToItsIncident() {
        Archive archive(m_history, m_story.watchlist());
        const IncidentsAnswer answer = answerOf(archive);
        QVERIFY(!answer.log.empty());
        const Incident& incident = answer.log.front();
        const Member& member = incident.members.front();
        const UtcTime within = member.downTimes.front().firstFailure() + seconds(30);
        QCOMPARE(incidentAt(answer.log, {member.target}, within), &incident);
        QCOMPARE(incidentAt(answer.log, {member.target}, incident.began.by - std::chrono::hours(5)), nullptr);
        QCOMPARE(incidentAt(answer.log, {}, within), nullptr);
    }

    void emptyRecordSaysSo() {
        Archive archive(m_home.filePath(u"none"_s).toStdString(), m_story.watchlist());
        IncidentsPage panel(m_story.watchlist(), false, nullptr);
        panel.show();
        panel.setAnswer(answerOf(archive));
        QVERIFY(textsOf(panel).contains(u"No incidents recorded."_s));
    }

    void aRecordThatIsOutOfReachIsNotSaidToHoldNone() {
        const std::filesystem::path there = m_home.filePath(u"there"_s).toStdString();
        const std::filesystem::path away = m_home.filePath(u"away"_s).toStdString();
        record(m_story, siegeEnd, there);
        Archive archive(there, m_story.watchlist());
        QVERIFY(!answerOf(archive).log.empty());
        std::filesystem::rename(there, away);
        const IncidentsAnswer answer = answerOf(archive);
        IncidentsPage panel(m_story.watchlist(), false, nullptr);
        panel.show();
        panel.setAnswer(answer);
        QVERIFY2(textsOf(panel).contains(u"The record cannot be read now"_s), qPrintable(textsOf(panel)));
        IncidentPane pane(m_story.watchlist(), false, nullptr);
        pane.show();
        pane.setAnswer(answer);
        QVERIFY2(textsOf(pane).contains(u"The record cannot be read now"_s), qPrintable(textsOf(pane)));
    }

    void aRecordInRepairIsNotSaidToHoldNone() {
        const std::filesystem::path damaged = m_home.filePath(u"damaged"_s).toStdString();
        std::filesystem::create_directory(damaged);
        std::ofstream(damaged / "history.db") << "no database";
        makeRoom(damaged, after(seconds(siegeEnd)));
        Archive archive(damaged, m_story.watchlist());
        const IncidentsAnswer answer = answerOf(archive);
        IncidentsPage panel(m_story.watchlist(), false, nullptr);
        panel.show();
        panel.setAnswer(answer);
        QVERIFY2(textsOf(panel).contains(u"The earlier record is damaged and being repaired"_s),
                 qPrintable(textsOf(panel)));
        IncidentPane pane(m_story.watchlist(), false, nullptr);
        pane.show();
        pane.setAnswer(answer);
        QVERIFY(textsOf(pane).contains(u"The earlier record is damaged and being repaired"_s));
    }

    // Between the moment it is found out and the one it is set aside.
    void damageThatWasJustFoundIsNotLeftToThePerson() {
        const std::filesystem::path damaged = m_home.filePath(u"just-found"_s).toStdString();
        std::filesystem::create_directory(damaged);
        std::ofstream(damaged / "history.db") << "this is no database, and it is longer than the header of one";
        Archive archive(damaged, m_story.watchlist());
        const IncidentsAnswer answer = answerOf(archive);
        QVERIFY(answer.trouble.has_value());
        const QString comesBack = u"What was recorded earlier is listed again once it is repaired."_s;
        IncidentsPage panel(m_story.watchlist(), false, nullptr);
        panel.show();
        panel.setAnswer(answer);
        QVERIFY2(textsOf(panel).contains(comesBack), qPrintable(textsOf(panel)));
        QVERIFY2(!textsOf(panel).contains(u"for salvage"_s), qPrintable(textsOf(panel)));
        IncidentPane pane(m_story.watchlist(), false, nullptr);
        pane.show();
        pane.setAnswer(answer);
        QVERIFY2(textsOf(pane).contains(comesBack), qPrintable(textsOf(pane)));
    }

    void whoLeavesBeforeItIsReadIsNotTakenBack() {
        Archive archive(m_history, m_story.watchlist());
        const IncidentsAnswer answer = answerOf(archive);
        IncidentsPage panel(m_story.watchlist(), false, nullptr);
        panel.show();
        IncidentsAnswer inRepair;
        inRepair.inRepair = true;
        panel.setAnswer(inRepair);
        panel.openIncident(answer.log[0].id);
        QVERIFY(!panel.reviews());
        panel.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        auto* list = panel.findChild<QListView*>(u"incident-log"_s);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Escape);
        panel.setAnswer(answer);
        QVERIFY(!panel.reviews());
    }

    void theMenuOfARowReviewsAndCopiesIt() {
        Archive archive(m_history, m_story.watchlist());
        IncidentsPage page(m_story.watchlist(), false, nullptr);
        page.show();
        const IncidentsAnswer answer = answerOf(archive);
        page.setAnswer(answer);
        auto* list = page.findChild<QListView*>(u"incident-log"_s);
        QCOMPARE(list->contextMenuPolicy(), Qt::ActionsContextMenu);
        const QList<QAction*> actions = list->actions();
        QCOMPARE(actions.size(), 2);
        const QModelIndex row = list->model()->index(0, 0);
        list->setCurrentIndex(row);
        actions.at(1)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), row.data().toString());
        actions.at(0)->trigger();
        QCOMPARE(page.wanted(), answer.log.back().id);
    }

    void anAnswerThatWasOnItsWayOpensNoOther() {
        Archive archive(m_history, m_story.watchlist());
        IncidentsAnswer latest = answerOf(archive); // asked before anybody was chosen
        const std::string chosen = latest.log[0].id;
        latest.log.push_back(latest.log[0]);
        latest.log.back().id = "20260306-000000";
        latest.shown = 1;
        IncidentsPage page(m_story.watchlist(), false, nullptr);
        page.show();
        page.openIncident(chosen);
        page.setAnswer(latest);
        QVERIFY(!page.reviews());
        QCOMPARE(page.wanted(), chosen);
        page.setAnswer(answerOf(archive, chosen));
        QVERIFY(page.reviews());
    }

    void aListThatIsNotWholeSaysSo() {
        Archive archive(m_history, m_story.watchlist());
        IncidentsAnswer answer = answerOf(archive);
        QVERIFY(!answer.log.empty());
        IncidentsPage panel(m_story.watchlist(), false, nullptr);
        panel.show();
        panel.setAnswer(answer);
        QVERIFY(!textsOf(panel).contains(u"once it is repaired"_s));
        answer.inRepair = true;
        panel.setAnswer(answer);
        QVERIFY2(textsOf(panel).contains(u"once it is repaired"_s), qPrintable(textsOf(panel)));
    }

    void reviewSaysWhatTheIncidentSays() {
        Archive archive(m_history, m_story.watchlist());
        const IncidentsAnswer answer = answerOf(archive);
        QVERIFY(answer.shown.has_value());
        IncidentsPage panel(m_story.watchlist(), true, nullptr);
        panel.setNewsroom(u"the Courier"_s, u"Berlin"_s);
        panel.show();
        panel.setAnswer(answer);
        panel.openIncident(answer.log[0].id);
        const QString all = textsOf(panel);
        const words::IncidentTold told{answer.log[0], answer.assessment, m_story.watchlist(), answer.asOf, true};
        const words::Copy copy = words::copyOf(told, {u"the Courier"_s, u"Berlin"_s, words::CopyStyle::Wire});
        for (const QString& said : {words::incidentTitle(told), copy.brief, words::basis(answer.assessment),
                                    words::cannotTell(), words::thresholds(answer.assessment.pattern, {}),
                                    u"incident %1 (UTC)"_s.arg(QString::fromStdString(answer.log[0].id))})
            QVERIFY2(all.contains(said), qPrintable(said));
        for (const Evidence& row : answer.assessment.evidence)
            QVERIFY2(all.contains(words::evidence(row)), qPrintable(words::evidence(row)));
        buttonNamed(panel, u"Copy full"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), copy.full);
        QCOMPARE(panel.findChild<QLabel*>(u"copied"_s)->text(), u"Copied, %1 characters"_s.arg(copy.full.size()));
        auto* copy_in = panel.findChild<QComboBox*>(u"copy-in"_s);
        copy_in->setCurrentIndex(3);
        buttonNamed(panel, u"Copy full"_s)->click();
        QCOMPARE(
            QGuiApplication::clipboard()->text(),
            words::copyOf(told, {u"the Courier"_s, u"Berlin"_s, words::CopyStyle::Clock24, words::CopyLanguage::Korean})
                .full);
    }

    void reviewOffersAPackWhereOneCanBeMade() {
        Archive archive(m_history, m_story.watchlist());
        const IncidentsAnswer answer = answerOf(archive);
        IncidentsPage page(m_story.watchlist(), false, nullptr);
        page.show();
        page.setAnswer(answer);
        page.openIncident(answer.log[0].id);
        Button* const pack = buttonNamed(page, u"Evidence pack…"_s);
        QVERIFY(pack != nullptr && !pack->isVisible());
        page.offerPacks(true);
        QVERIFY(pack->isVisible());
        const QSignalSpy wanted(&page, &IncidentsPage::packWanted);
        pack->setFocus();
        QTest::keyClick(pack, Qt::Key_Space);
        QCOMPARE(wanted.size(), 1);
    }

    void theButtonsOfAReviewStandInOneLine() {
        Archive archive(m_history, m_story.watchlist());
        const IncidentsAnswer answer = answerOf(archive);
        IncidentsPage page(m_story.watchlist(), false, nullptr);
        page.resize(1440, 850);
        page.show();
        page.offerPacks(true);
        page.setAnswer(answer);
        page.openIncident(answer.log[0].id);
        QCoreApplication::processEvents();
        const int line = buttonNamed(page, u"Copy alert"_s)->y();
        for (const QString& name :
             {u"Copy brief"_s, u"Copy full"_s, u"Copy table for an expert"_s, u"Evidence pack…"_s})
            QCOMPARE(buttonNamed(page, name)->y(), line);
        QCOMPARE(page.findChild<QComboBox*>(u"copy-in"_s)->y(), line);
    }

    // They go on in the next line where there is no room.
    void noButtonOfAReviewIsCutByLargeText() {
        setTextScale(2);
        const auto back = qScopeGuard([] { setTextScale(1); });
        Archive archive(m_history, m_story.watchlist());
        const IncidentsAnswer answer = answerOf(archive);
        IncidentsPage page(m_story.watchlist(), false, nullptr);
        page.resize(1280, 700);
        page.show();
        page.offerPacks(true);
        page.setAnswer(answer);
        page.openIncident(answer.log[0].id);
        QCoreApplication::processEvents();
        int lowest = 0;
        for (const QString& name :
             {u"Copy alert"_s, u"Copy brief"_s, u"Copy full"_s, u"Copy table for an expert"_s, u"Evidence pack…"_s}) {
            const Button& button = *buttonNamed(page, name);
            QVERIFY2(button.width() >= button.sizeHint().width(), qPrintable(name));
            QVERIFY2(button.mapTo(&page, QPoint(button.width(), 0)).x() <= page.width(), qPrintable(name));
            QVERIFY2(button.y() >= lowest, qPrintable(name)); // in their order
            lowest = button.y();
        }
        QVERIFY(lowest > buttonNamed(page, u"Copy alert"_s)->y());
    }

    void aSecondLookLeavesTheEvidenceStanding() {
        Archive archive(m_history, m_story.watchlist());
        IncidentsPage page(m_story.watchlist(), false, nullptr);
        page.show();
        const IncidentsAnswer answer = answerOf(archive);
        page.setAnswer(answer);
        page.openIncident(answer.log[0].id);
        const QString first = words::evidence(answer.assessment.evidence.front());
        const auto standing = [&] {
            QList<const QLabel*> found;
            for (const QLabel* const label : page.findChildren<QLabel*>())
                if (label->text() == first)
                    found << label;
            return found;
        };
        QCoreApplication::processEvents();
        const QList<const QLabel*> before = standing();
        QCOMPARE(before.size(), 1);
        page.setAnswer(answer);
        QCOMPARE(standing(), before);
        QVERIFY(before.front()->isVisible());
    }

    void ladderIsToldInWordsAndTurnsOver() {
        Archive archive(m_history, m_story.watchlist());
        IncidentsPage panel(m_story.watchlist(), false, nullptr);
        panel.show();
        const IncidentsAnswer answer = answerOf(archive);
        panel.setAnswer(answer);
        panel.openIncident(answer.log[0].id);
        const auto* ladder = panel.findChild<LadderView*>();
        QVERIFY2(ladder->accessibleDescription().startsWith(u"1: "_s), qPrintable(ladder->accessibleDescription()));
        const QString failures = ladder->accessibleDescription();
        buttonNamed(panel, u"Recovery"_s)->click();
        QVERIFY(ladder->accessibleDescription() != failures);
        const QByteArray where = qgetenv("KPWATCH_SCREENSHOT");
        if (!where.isEmpty()) {
            panel.resize(1280, 1900);
            buttonNamed(panel, u"Failure"_s)->click();
            QTest::qWait(100);
            QVERIFY(panel.grab().save(QString::fromLocal8Bit(where)));
        }
    }

    void whileNothingHasComeBackTheReviewSaysSo() {
        Archive archive(m_history, m_story.watchlist());
        IncidentsPage panel(m_story.watchlist(), false, nullptr);
        panel.show();
        IncidentsAnswer answer = answerOf(archive);
        QVERIFY(answer.shown.has_value());
        Incident& incident = answer.log[*answer.shown];
        incident.ended.reset();
        for (Member& member : incident.members)
            for (DownTime& time : member.downTimes)
                time.ended.reset();
        panel.setAnswer(answer);
        panel.openIncident(incident.id);
        const auto* ladder = panel.findChild<LadderView*>();
        QVERIFY(!ladder->isHidden() && !textsOf(panel).contains(u"Nothing has come back yet."_s));
        buttonNamed(panel, u"Recovery"_s)->click();
        QVERIFY(ladder->isHidden() && textsOf(panel).contains(u"Nothing has come back yet."_s));
    }

    void regionsAreGoneThroughByKey() {
        Archive archive(m_history, m_story.watchlist());
        IncidentsPage page(m_story.watchlist(), false, nullptr);
        page.resize(1440, 850);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        const IncidentsAnswer answer = answerOf(archive);
        page.setAnswer(answer);
        const auto went = [&page](int times, int direction) {
            QStringList seen;
            for (int i = 0; i < times; ++i) {
                page.cycleRegion(direction);
                const QWidget* const focus = QApplication::focusWidget();
                if (focus == nullptr || !focus->isVisible())
                    return seen << u"nothing"_s;
                const auto* const button = qobject_cast<const Button*>(focus);
                seen << (button != nullptr                ? button->text()
                         : !focus->objectName().isEmpty() ? focus->objectName()
                                                          : focus->accessibleName());
            }
            return seen;
        };
        page.findChild<QLineEdit*>(u"incident-search"_s)->setFocus();
        QCOMPARE(went(3, 1), (QStringList{u"listed"_s, u"incident-log"_s, u"incident-search"_s}));
        page.openIncident(answer.log[0].id);
        QCOMPARE(QApplication::focusWidget(), buttonNamed(page, u"‹ All incidents"_s));
        QCOMPARE(went(5, 1),
                 (QStringList{u"Failure"_s, u"Target whose response time is shown"_s, u"Merge, split, leave out…"_s,
                              u"What the record shows"_s, u"‹ All incidents"_s}));
        QCOMPARE(went(1, -1), QStringList{u"What the record shows"_s});
    }

    void whatIsSetApartIsListedSo() {
        Archive archive(m_history, m_story.watchlist());
        Incident incident = answerOf(archive).log[0];
        const auto length = [&] { return rowWords(incident, m_story.watchlist()).length; };
        QVERIFY(!length().contains(u"false alarm"_s));
        incident.falseAlarm = true;
        QVERIFY2(length().endsWith(u", false alarm"_s), qPrintable(length()));
        incident.falseAlarm = false;
        incident.ended.reset();
        QVERIFY2(length().endsWith(u", not over"_s), qPrintable(length()));
        incident.longStanding = true;
        QVERIFY2(length().endsWith(u", long-standing"_s), qPrintable(length()));
    }

    // Two of one day are told apart.
    void rowsSayWhenItBegan() {
        Archive archive(m_history, m_story.watchlist());
        const Incident incident = answerOf(archive).log[0];
        const IncidentRowWords said = rowWords(incident, m_story.watchlist());
        QCOMPARE(u"%1, %2"_s.arg(said.day, said.clock), words::stampKst(incident.began.by));
        QVERIFY(said.spoken().contains(said.clock));
    }

    // Three lengths are called "how long".
    void rowsSayWhichLengthTheirsIs() {
        Archive archive(m_history, m_story.watchlist());
        IncidentListModel model(m_story.watchlist());
        model.setLog(answerOf(archive).log);
        const IncidentRowWords said = rowWords(model.incident(0), m_story.watchlist());
        const QString which = u"until all steady: "_s + said.length;
        QVERIFY2(said.spoken().endsWith(which), qPrintable(said.spoken()));
        QCOMPARE(model.data(model.index(0), Qt::ToolTipRole).toString(), which);
        IncidentRow row;
        row.setIncident(model.incident(0), m_story.watchlist());
        QVERIFY2(row.accessibleDescription().endsWith(which), qPrintable(row.accessibleDescription()));
    }

    // A figure beside which the others read differently says which it is.
    void aRowNamesALengthThatIsNotTheOnlyOne() {
        Archive archive(m_history, m_story.watchlist());
        Incident incident = answerOf(archive).log[0];
        QVERIFY(incident.ended);
        incident.lengths.one = incident.lengths.steady;
        incident.lengths.noneAnswered.reset();
        incident.lengths.atLeastOne = incident.lengths.untilSteady;
        const IncidentRowWords one = rowWords(incident, m_story.watchlist());
        QCOMPARE(one.shown, one.length);
        incident.lengths.atLeastOne -= std::chrono::hours(1);
        const IncidentRowWords another = rowWords(incident, m_story.watchlist());
        QCOMPARE(another.shown, u"steady after "_s + another.length);
    }

    // In a row as narrow as in the pane the marks of all four sites are there, and the length is whole.
    void aLongLengthGoesUnderTheMarks() {
        Archive archive(m_history, m_story.watchlist());
        Incident incident = answerOf(archive).log[0];
        QVERIFY(incident.ended);
        incident.lengths.atLeastOne -= std::chrono::hours(1);
        IncidentRow row;
        row.setIncident(incident, m_story.watchlist());
        const IncidentRowWords said = rowWords(incident, m_story.watchlist());
        QVERIFY(said.shown.startsWith(u"steady after "_s));
        QCOMPARE(row.heightForWidth(900), incidentRowHeight());
        QVERIFY(row.heightForWidth(300) > incidentRowHeight());
        for (const int width : {300, 900}) {
            row.resize(width, row.heightForWidth(width));
            TextRecorder written(row.size());
            row.render(&written);
            const auto length = std::ranges::find(written.texts(), said.shown, &WrittenText::text);
            QVERIFY2(length != written.texts().end(), qPrintable(written.all()));
            QVERIFY(length->box.left() >= 0 && length->box.right() <= width && length->box.bottom() <= row.height());
            QCOMPARE(marksIn(row.grab().toImage()), std::ptrdiff_t{4});
        }
    }

    void rowsOfThePaneAreAsHighAsTheirLengthsWant() {
        Archive archive(m_history, m_story.watchlist());
        IncidentsAnswer answer = answerOf(archive);
        answer.log[0].lengths.atLeastOne -= std::chrono::hours(1);
        IncidentPane pane(m_story.watchlist(), false, nullptr);
        pane.resize(320, 900);
        pane.show();
        pane.setAnswer(answer);
        QCoreApplication::processEvents();
        const auto* const row = pane.findChild<IncidentRow*>();
        QVERIFY(row != nullptr);
        QCOMPARE(row->height(), row->heightForWidth(row->width()));
        QVERIFY(row->height() > incidentRowHeight());
    }

    // One with fewer facts than the one before stands as if it were the first.
    void factsLeaveNoRoomForThoseBefore() {
        const auto facts = [](int count) {
            std::vector<IncidentFact> all(static_cast<std::size_t>(count), {u"Start"_s, u"Thu 5 Mar, 16:46 KST"_s, {}});
            all.front().beneath = u"07:46 UTC"_s;
            return all;
        };
        FactsCard fresh, used;
        for (FactsCard* const card : {&fresh, &used}) {
            card->resize(960, 200);
            card->show();
        }
        used.setFacts(facts(7));
        used.setFacts(facts(5));
        fresh.setFacts(facts(5));
        QCoreApplication::processEvents();
        QCOMPARE(used.sizeHint().height(), fresh.sizeHint().height());
    }

    void searchNarrowsTheList() {
        Archive archive(m_history, m_story.watchlist());
        IncidentsPage panel(m_story.watchlist(), false, nullptr);
        panel.show();
        panel.setAnswer(answerOf(archive));
        auto* list = panel.findChild<QListView*>(u"incident-log"_s);
        QCOMPARE(list->model()->rowCount(), 1);
        panel.findChild<QLineEdit*>(u"incident-search"_s)->setText(u"nobody of that name"_s);
        QCOMPARE(list->model()->rowCount(), 0);
        panel.findChild<QLineEdit*>(u"incident-search"_s)->setText(u"2026-03-0"_s); // some days of a month
        QCOMPARE(list->model()->rowCount(), 1);
        QTest::keyClick(panel.findChild<QLineEdit*>(u"incident-search"_s), Qt::Key_Return); // on to what was found
        QVERIFY(list->currentIndex().isValid());
        const std::string host = m_story.watchlist().sites.back().host; // nowhere in the list
        panel.findChild<QLineEdit*>(u"incident-search"_s)->setText(QString::fromStdString(host));
        QCOMPARE(list->model()->rowCount(), 1);
    }

    // The list has Korea's days, an id that of UTC; either is typed, in more than one way.
    void aDayIsFoundByEitherClock_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("found");
        for (const char* const typed : {"Fri 6 Mar", "6 Mar", "2026-03-06", "6 Mar 2026", "6 March 2026", "20260306",
                                        " 2026-03-06 ", "00:30", "5 Mar", "Mar 6", "March 6", "6 March",
                                        "March 6, 2026", "6 mar", "2026-03-05", "5 March 2026", "20260305"})
            QTest::newRow(typed) << QString::fromUtf8(typed) << true;
        for (const char* const typed :
             {"7 Mar", "2026-03-07", "7 March 2026", "20260307", "4 Mar 2026", "March 7", "March 6, 2025"})
            QTest::newRow(typed) << QString::fromUtf8(typed) << false;
    }
    static void setBegan(Incident& incident, UtcTime began) {
        incident.began = {began - std::chrono::minutes(2), began + std::chrono::seconds(10)};
        for (Member& member : incident.members)
            for (DownTime& time : member.downTimes)
                for (TimeRange& piece : time.seen)
                    piece.begin = began;
    }
    void aDayIsFoundByEitherClock() {
        QFETCH(QString, typed);
        QFETCH(bool, found);
        Archive archive(m_history, m_story.watchlist());
        Incident incident = answerOf(archive).log[0];
        const UtcTime began = parseIsoUtc("2026-03-05T15:30:20Z").value(); // 6 March in Korea
        incident.id = incidentId(began);
        setBegan(incident, began);
        const QString text = searchedText(incident, m_story.watchlist());
        QVERIFY2(text.contains(searchedFor(typed), Qt::CaseInsensitive) == found, qPrintable(text));
    }

    void aDayIsNotTheEndOfAnother() {
        Archive archive(m_history, m_story.watchlist());
        Incident incident = answerOf(archive).log[0];
        const UtcTime began = parseIsoUtc("2026-03-16T05:30:20Z").value();
        setBegan(incident, began);
        const QString text = searchedText(incident, m_story.watchlist());
        QVERIFY(text.contains(searchedFor(u"16 Mar"_s)));
        QVERIFY2(!text.contains(searchedFor(u"6 Mar"_s)), qPrintable(text));
    }

    void downLeadsFromTheSearchToWhatWasFound() {
        Archive archive(m_history, m_story.watchlist());
        IncidentsPage page(m_story.watchlist(), false, nullptr);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        const IncidentsAnswer answer = answerOf(archive);
        page.setAnswer(answer);
        auto* search = page.findChild<QLineEdit*>(u"incident-search"_s);
        auto* list = page.findChild<QListView*>(u"incident-log"_s);
        search->setFocus();
        const QDate day = inKorea(answer.log[0].began.by).date();
        QTest::keyClicks(search, QLocale::c().toString(day, u"d MMMM yyyy"_s)); // which no row is written with
        QCOMPARE(list->model()->rowCount(), 1);
        QTest::keyClick(search, Qt::Key_Down);
        QVERIFY(list->hasFocus());
        QCOMPARE(list->currentIndex().row(), 0);
    }

    // What a screen reader says of a row.
    void aRowIsReadAsASentence() {
        Archive archive(m_history, m_story.watchlist());
        IncidentListModel model(m_story.watchlist());
        std::vector<Incident> log{answerOf(archive).log[0]};
        const auto read = [&] {
            model.setLog(log);
            return model.data(model.index(0), Qt::AccessibleTextRole).toString();
        };
        const QString began = words::stampKst(log[0].began.by);
        const QString over = read();
        QVERIFY2(over.startsWith(u"All four sites"_s) && over.contains(u": no answer, beginning "_s + began + u"; "_s),
                 qPrintable(over));
        QVERIFY2(over.contains(u"; until all steady: "_s) && over.endsWith(u", over."_s), qPrintable(over));
        IncidentRow row;
        row.setIncident(log[0], m_story.watchlist());
        QCOMPARE(row.accessibleName(), over);
        log[0].cutAt = log[0].ended->by;
        log[0].ended.reset();
        QVERIFY2(read().endsWith(u", end not seen."_s), qPrintable(read()));
        log[0].cutAt.reset();
        QVERIFY2(read().endsWith(u", not over."_s), qPrintable(read()));
    }

    // "KCNA does not answer" in the review is "KCNA and 4 others" in the list, whoever else was silent.
    void aSiteIsNamedBeforeWhatElseWasSilent() {
        Archive archive(m_history, m_story.watchlist());
        Incident incident = answerOf(archive).log[0];
        const Watchlist list = m_story.watchlist();
        const std::string site = list.sites.front().id;
        Member member = incident.members.front();
        incident.members.clear();
        for (const Target& target : list.targets)
            if (target.site.empty() || (target.site == site && target.layer == Layer::Http)) {
                member.target = target.id;
                incident.members.push_back(member);
            }
        QVERIFY(incident.members.size() > 1);
        const IncidentRowWords said = rowWords(incident, list);
        QCOMPARE(said.titles.size(), 1);
        QVERIFY2(said.titles.front().startsWith(words::siteLabel(list, site) + u" and "_s), qPrintable(said.titles[0]));
        QVERIFY2(said.sentence().startsWith(said.titles.front()), qPrintable(said.sentence()));
    }

    void whoWasSilentIsNamedAsFarAsThereIsRoom() {
        const QFont face = font(13, 500);
        const QStringList wordings{u"Rodong Sinmun, KCNA, Naenara and 2 others"_s, u"Rodong Sinmun and 4 others"_s};
        const QFontMetricsF metrics(face);
        const qreal longer = metrics.horizontalAdvance(wordings[0]), shorter = metrics.horizontalAdvance(wordings[1]);
        QCOMPARE(fitting(wordings, face, longer + 1), wordings[0]);
        QCOMPARE(fitting(wordings, face, longer - 1), wordings[1]);
        QVERIFY(fitting(wordings, face, shorter - 1).endsWith(u'…'));
    }

    void aListThatIsStillReadSaysSo() {
        Archive archive(m_history, m_story.watchlist());
        IncidentsAnswer answer = answerOf(archive);
        QVERIFY(!answer.log.empty());
        IncidentsPage page(m_story.watchlist(), false, nullptr);
        page.show();
        QVERIFY(!textsOf(page).contains(u"No incidents"_s)); // nobody knows yet
        QTRY_VERIFY(textsOf(page).contains(u"Reading the record"_s));
        page.setAnswer(answer);
        QVERIFY(!textsOf(page).contains(u"Reading the record"_s));
        QComboBox* shape = nullptr;
        for (auto* const each : page.findChildren<QComboBox*>())
            if (each->accessibleName() == u"What it looks like"_s)
                shape = each;
        QSignalSpy wanted(&page, &IncidentsPage::queryWanted);
        shape->setCurrentIndex(1);
        Q_EMIT shape->activated(1);
        QCOMPARE(wanted.count(), 1);
        QVERIFY(!textsOf(page).contains(u"Reading the record"_s)); // most are there at once
        QTRY_VERIFY(textsOf(page).contains(u"Reading the record"_s));
        page.setAnswer(answer); // of before
        QVERIFY(textsOf(page).contains(u"Reading the record"_s));
        answer.query = page.query(answer.query.now);
        answer.passing.assign(answer.log.size(), true);
        page.setAnswer(answer);
        QVERIFY(!textsOf(page).contains(u"Reading the record"_s));
    }

    void whatOthersReportedIsCitedInFull() {
        IncidentsPage page(m_story.watchlist(), false, nullptr);
        page.show();
        auto* listed = page.findChild<QComboBox*>(u"listed"_s);
        listed->setCurrentIndex(static_cast<int>(Listed::ReportedElsewhere));
        Q_EMIT listed->activated(listed->currentIndex());
        const auto* full = page.findChild<QPlainTextEdit*>(u"reported-in-full"_s);
        QVERIFY(full->isVisible() && textsOf(page).contains(u"Not measured by this program"_s));
        const auto outages = reportedOutages();
        auto* lines = page.findChild<QListView*>(u"other-log"_s);
        QCOMPARE(lines->model()->rowCount(), static_cast<int>(outages.size()));
        lines->setCurrentIndex(lines->model()->index(0, 0)); // by the clocks of Korea
        QVERIFY(lines->currentIndex().data().toString().startsWith(u"Sat 7 Jun 2025, 02:00 KST · "_s));
        QVERIFY2(full->toPlainText().contains(u"Began between Sat 7 Jun 2025, 02:00 KST (2025-06-06T17:00:00Z) and "_s),
                 qPrintable(full->toPlainText()));
        QVERIFY2(full->toPlainText().contains(u"Ended Sat 7 Jun 2025, 11:30 KST (2025-06-07T02:30:00Z)."_s),
                 qPrintable(full->toPlainText()));
        for (int row = 0; row < lines->model()->rowCount(); ++row) {
            lines->setCurrentIndex(lines->model()->index(row, 0));
            const ReportedOutage& outage = outages[outages.size() - 1 - static_cast<std::size_t>(row)];
            const QString said = full->toPlainText();
            QVERIFY2(said.contains(QString::fromStdString(outage.precision)), qPrintable(said));
            for (const Citation& citation : outage.reported)
                for (const std::string& part : {citation.by, citation.says, citation.url})
                    QVERIFY2(said.contains(QString::fromStdString(part)), part.c_str());
        }
        QCOMPARE(lines->contextMenuPolicy(), Qt::ActionsContextMenu);
        lines->actions().front()->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), lines->currentIndex().data().toString());
    }

    // Like all others, also the one whose day is told by UTC: it was the next one in Korea.
    void whatOthersReportedIsDatedInKorea() {
        const QStringList lines = reportedLines();
        const auto six = std::ranges::find_if(
            lines, [](const QString& each) { return each.contains(u"About six hours not reachable, in order"_s); });
        QVERIFY(six != lines.end());
        QVERIFY2(six->startsWith(u"by Wed 26 Jan 2022, 06:00 KST · "_s), qPrintable(*six));
    }

    void spellsSayWhenTheyEnded() {
        const auto at = [](int minutes) { return after(seconds(60 * minutes)); };
        const auto stamp = [&](int minutes) { return words::stampKst(at(minutes)); };
        const TargetId kcna = m_story.watchlist().targets.front().id;
        const auto line = [&](int to) {
            const Spell spell{kcna, {at(0), at(to)}, Verdict::ErrorPage, "503"};
            return spellLines({spell}, m_story.watchlist(), at(100)).front().section(u" · "_s, 2);
        };
        QCOMPARE(line(40), u"503 · seen until %1 (40 min)"_s.arg(stamp(40)));
        QCOMPARE(line(101), u"503 · not over as of %1 (1 h 40 min so far)"_s.arg(stamp(100)));
    }

    void choosingAsksForThatOne() {
        Archive archive(m_history, m_story.watchlist());
        IncidentsAnswer answer = answerOf(archive);
        answer.log.insert(answer.log.begin(), answer.log.front());
        answer.log.front().id = "20260301-000000";
        answer.shown = 1;
        IncidentsPage panel(m_story.watchlist(), false, nullptr);
        panel.show();
        panel.setAnswer(answer);
        QSignalSpy wanted(&panel, &IncidentsPage::queryWanted);
        auto* list = panel.findChild<QListView*>(u"incident-log"_s);
        list->setCurrentIndex(list->model()->index(1, 0));
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(panel.query({}).id, std::string("20260301-000000"));
    }

    // The second click of a double click would hit what stands where the row was.
    void aRowOpensByADoubleClickAndNotByTheFirst() {
        Archive archive(m_history, m_story.watchlist());
        IncidentsPage panel(m_story.watchlist(), false, nullptr);
        panel.resize(900, 600);
        panel.show();
        panel.setAnswer(answerOf(archive));
        auto* list = panel.findChild<QListView*>(u"incident-log"_s);
        const QPoint row = list->visualRect(list->model()->index(0, 0)).center();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, row);
        QVERIFY(panel.wanted().empty());
        QCOMPARE(list->currentIndex().row(), 0);
        QTest::mouseDClick(list->viewport(), Qt::LeftButton, {}, row);
        QVERIFY(!panel.wanted().empty());
    }

    // The page beside it: the same incident, told in the same words.
    void paneTellsWhatGoesOnAndWhatWas() {
        Archive archive(m_history, m_story.watchlist());
        IncidentsAnswer answer = answerOf(archive);
        IncidentPane pane(m_story.watchlist(), false, nullptr);
        pane.show();
        pane.setAnswer({});
        QVERIFY(textsOf(pane).contains(u"No incidents recorded."_s));
        pane.setAnswer(answer);
        QVERIFY(textsOf(pane).contains(u"No incident is going on."_s));
        LiveStatus unseen;
        unseen.sites.push_back({"kcna", "KCNA", Verdict::Unknown, {}});
        pane.setLive(unseen);
        QVERIFY(!textsOf(pane).contains(u"No incident is going on."_s)); // nobody knows
        QVERIFY(textsOf(pane).contains(u"What happens now is out of sight."_s));
        unseen.sites.front().state = Verdict::Up;
        pane.setLive(unseen);
        QVERIFY(textsOf(pane).contains(u"No incident is going on."_s));
        QSignalSpy wanted(&pane, &IncidentPane::reviewWanted);
        pane.findChild<IncidentRow*>()->click();
        QCOMPARE(wanted.at(0).at(0).value<std::string>(), answer.log[0].id);

        answer.log[0].ended.reset();
        for (Member& member : answer.log[0].members)
            member.downTimes.back().ended.reset();
        answer.current = {{0, answer.assessment}};
        pane.setAnswer(answer);
        const words::IncidentTold told{answer.log[0], answer.assessment, m_story.watchlist(), answer.asOf, false};
        const QString all = textsOf(pane);
        for (const QString& said : {words::incidentTitle(told), words::basis(answer.assessment)})
            QVERIFY2(all.contains(said), qPrintable(said + u" in "_s + all));
        buttonNamed(pane, u"Copy brief"_s)->click();
        const words::IncidentTold now{answer.log[0], answer.assessment, m_story.watchlist(), answer.toldAt, false};
        QCOMPARE(QGuiApplication::clipboard()->text(), words::copyOf(now, {}).brief);
        LiveStatus blind;
        blind.ownLine.state = Verdict::OwnConnectionDown;
        pane.setLive(blind);
        QVERIFY(textsOf(pane).contains(u"out of sight"_s));
    }

    void lanesOfTheWholeEndWithOurOwn() {
        Archive archive(m_history, m_story.watchlist());
        const IncidentsAnswer answer = answerOf(archive);
        QCOMPARE(answer.around.lanes.back().id, std::string("own-line"));
        QVERIFY(answer.around.range.begin < answer.log[0].firstFailure());
        IncidentsPage page(m_story.watchlist(), false, nullptr);
        page.setAnswer(answer);
        page.openIncident(answer.log[0].id);
        const QString said = page.findChild<IncidentLanes*>()->accessibleDescription();
        QVERIFY2(said.contains(u"not answering for about "_s) && said.contains(u"Our own line: never down."_s),
                 qPrintable(said));
        QVERIFY(answer.latencyOf.has_value() && !answer.latency.empty());
    }

    void whatCouldNotBeToldIsSaidOfTheLanes() {
        const TimeRange range{after(seconds(0)), after(seconds(0)) + std::chrono::hours(9)};
        Timeline timeline;
        timeline.range = range;
        timeline.now = range.end;
        for (const auto& [label, kind, verdict] :
             {std::tuple("Mail servers", LaneKind::Group, Verdict::Unknown),
              std::tuple("Our own line", LaneKind::OwnLine, Verdict::OwnConnectionDown)}) {
            Lane lane;
            lane.id = lane.label = label;
            lane.kind = kind;
            lane.spans = {{range, verdict, Reason::None, {}, {}, {}}};
            timeline.lanes.push_back(lane);
        }
        const QString said = lanesInWords(timeline);
        QVERIFY2(said.contains(u"Mail servers: can't tell for 9 h."_s), qPrintable(said));
        QVERIFY2(said.contains(u"Our own line: our own line was down for 9 h."_s), qPrintable(said));
        QVERIFY2(!said.contains(u"never down."_s), qPrintable(said));
    }

    // Its bar stays beside those that count.
    void whoIsLeftOutByHandIsMarkedInTheLanes() {
        Archive archive(m_history, m_story.watchlist());
        IncidentsAnswer answer = answerOf(archive);
        Incident& incident = answer.log[0];
        const Target& kcna = *m_story.watchlist().findByName("kcna-http");
        IncidentsPage page(m_story.watchlist(), false, nullptr);
        page.setAnswer(answer);
        page.openIncident(incident.id);
        const auto* const lanes = page.findChild<IncidentLanes*>();
        QVERIFY(!lanes->accessibleDescription().contains(u"left out"_s));
        incident.excluded = {kcna.id};
        std::erase_if(incident.members, [&](const Member& member) { return member.target == kcna.id; });
        page.setAnswer(answer);
        QCOMPARE(lanes->accessibleDescription().count(u", left out by hand: not answering"_s), 1);
    }

    // The facts above say "at least": so do the bars, of the same length.
    void whatGoesOnIsAsLongInTheBarsAsAboveThem() {
        const UtcTime begin = after(seconds(0)), now = begin + std::chrono::minutes(60);
        const UtcTime stopped = now - std::chrono::minutes(8) - seconds(40);
        Lane lane;
        lane.id = lane.label = "kcna";
        lane.kind = LaneKind::Site;
        lane.spans = {{{begin, stopped}, Verdict::Up, Reason::None, {}, {}, {}},
                      {{stopped, now}, Verdict::Down, Reason::None, Onset{stopped - seconds(60), stopped}, {}, {}}};
        Timeline timeline;
        timeline.range = {stopped - std::chrono::minutes(2), now};
        timeline.now = now;
        lane.spans = spansWithin(lane.spans, timeline.range);
        timeline.lanes = {lane};
        IncidentLanes lanes(nullptr);
        lanes.setTimeline(timeline, {});
        lanes.resize(lanes.sizeHint());
        TextRecorder written(lanes.size());
        lanes.render(&written);
        Lengths its;
        its.untilSteady = now - stopped;
        its.steady.atLeast = true;
        const QString above = words::lengthOf(its.untilSteady, its.steady);
        QCOMPARE(above, u"at least 8 min"_s);
        QVERIFY2(written.all().contains(above), qPrintable(written.all()));
        QVERIFY(!written.all().contains(u"left out"_s));
        lanes.setTimeline(timeline, {}, {"kcna"});
        lanes.render(&written);
        QVERIFY2(written.all().contains(u"left out"_s), qPrintable(written.all()));
        QVERIFY2(lanes.accessibleDescription().contains(above), qPrintable(lanes.accessibleDescription()));
    }

    // And the review steps through the list as it stands.
    void orderIsChosen() {
        Archive archive(m_history, m_story.watchlist());
        IncidentsAnswer answer = answerOf(archive);
        const Incident last = answer.log.front();
        answer.log.clear();
        for (const int hours : {3, 9, 6}) {
            Incident incident = last;
            incident.id = "2026030" + std::to_string(hours) + "-000000";
            incident.lengths.untilSteady = std::chrono::hours(hours);
            incident.members.resize(static_cast<std::size_t>(hours) / 3);
            answer.log.push_back(incident);
        }
        answer.shown.reset();
        IncidentsPage page(m_story.watchlist(), false, nullptr);
        page.setOrder(LogOrder::Shortest); // as it was left
        page.show();
        page.setAnswer(answer);
        auto* list = page.findChild<QListView*>(u"incident-log"_s);
        auto* order = page.findChild<QComboBox*>(u"order"_s);
        const auto ids = [&] {
            QStringList all;
            for (int row = 0; row < list->model()->rowCount(); ++row) {
                page.openIncident({});
                list->setCurrentIndex(list->model()->index(row, 0));
                QTest::keyClick(list, Qt::Key_Return);
                all << QString::fromStdString(page.query({}).id).mid(7, 1);
                page.showLog();
            }
            return all.join(u' ');
        };
        QCOMPARE(order->currentText(), u"Shortest first"_s);
        QCOMPARE(ids(), u"3 6 9"_s);
        QSignalSpy reordered(&page, &IncidentsPage::reordered);
        const auto choose = [&](Qt::Key key) {
            order->setFocus();
            QTest::keyClick(order, key);
            return order->currentText();
        };
        QCOMPARE(choose(Qt::Key_Home), u"Newest first"_s);
        QCOMPARE(reordered.count(), 1);
        QCOMPARE(ids(), u"6 9 3"_s);
        QCOMPARE(choose(Qt::Key_Down), u"Oldest first"_s);
        QCOMPARE(ids(), u"3 9 6"_s);
        QCOMPARE(choose(Qt::Key_Down), u"Longest first"_s);
        QVERIFY(page.order() == LogOrder::Longest);
        QCOMPARE(ids(), u"9 6 3"_s);
        QCOMPARE(choose(Qt::Key_End), u"Most targets first"_s);
        QCOMPARE(ids(), u"9 6 3"_s);

        choose(Qt::Key_Home);
        list->setCurrentIndex(list->model()->index(1, 0)); // the second
        page.openIncident("20260309-000000");
        answer.shown = 1;
        page.setAnswer(answer);
        QVERIFY(page.reviews());
        buttonNamed(page, u"Next ›"_s)->click();
        QCOMPARE(page.query({}).id, std::string("20260303-000000"));
        buttonNamed(page, u"‹ Previous"_s)->click();
        QCOMPARE(page.query({}).id, std::string("20260309-000000"));
    }

    // Of the processor, so that a busy machine tells the same.
    void tenThousandAreOrderedAtOnce() {
        Archive archive(m_history, m_story.watchlist());
        IncidentsAnswer answer = answerOf(archive);
        answer.log.resize(10'000, answer.log.front());
        for (std::size_t i = 0; i < answer.log.size(); ++i)
            answer.log[i].lengths.untilSteady = std::chrono::seconds(i * 7919 % 10'007);
        IncidentsPage page(m_story.watchlist(), false, nullptr);
        page.show();
        page.setAnswer(answer);
        for (const LogOrder order : {LogOrder::Longest, LogOrder::MostTargets, LogOrder::Newest}) {
            const std::clock_t begun = std::clock();
            page.setOrder(order);
            QCoreApplication::processEvents();
            const double spent_ms = 1000.0 * static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC;
            QVERIFY2(spent_ms <= 100, qPrintable(QString::number(spent_ms)));
        }
    }

    void whatIsUnclearIsWeighedAgainstTheNearest() {
        Archive archive(m_history, m_story.watchlist());
        IncidentsAnswer answer = answerOf(archive);
        IncidentsPage page(m_story.watchlist(), false, nullptr);
        page.resize(1440, 900);
        page.show();
        const auto weighed = [&](Pattern pattern) {
            answer.assessment.pattern = pattern;
            page.setAnswer(answer);
            page.openIncident(answer.log[0].id);
            const auto* const label = page.findChild<QLabel*>(u"weighed"_s);
            return label->isVisible() ? label->text() : QString();
        };
        answer.assessment.weighed = Pattern::Gradual;
        QCOMPARE(weighed(Pattern::Gradual), QString());
        QCOMPARE(weighed(Pattern::Unclear),
                 u"Weighed against the shape that comes nearest: “one after another, after loss”."_s);
    }

    void tenThousandAreListedAtOnce() {
        IncidentListModel model(m_story.watchlist());
        Archive archive(m_history, m_story.watchlist());
        const IncidentsAnswer answer = answerOf(archive);
        model.setLog(std::vector<Incident>(10000, answer.log.front()));
        QCOMPARE(model.rowCount(), 10000);
        QVERIFY(model.data(model.index(9999), Qt::DisplayRole).toString().contains(u"others"_s));
    }
};

QTEST_MAIN(TestIncidentsPage)
#include "tst_incidents_page.moc"
