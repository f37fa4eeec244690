// SPDX-License-Identifier: GPL-3.0-or-later
// What the window makes of the record's answers: messages on a bus of the test's own.
#include "app/tell/sent_alerts.h"
#include "tests/app/words/told.h"
#include "tests/support/notification_server.h"
#include "tests/support/private_bus.h"
#include "ui/tell/telling.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace kpwatch;
using namespace kpwatch::testing;
using namespace Qt::StringLiterals;

class TestTelling : public QObject {
    Q_OBJECT
    std::unique_ptr<test::PrivateBus> m_bus;
    std::unique_ptr<test::NotificationServer> m_server;
    const Settings m_settings;

    static IncidentsAnswer answerOf(const testing::Told& told) {
        IncidentsAnswer answer;
        answer.log = told.incidents;
        answer.current = {{0, told.assessment}};
        answer.asOf = answer.toldAt = told.asOf;
        return answer;
    }

  private Q_SLOTS:
    void initTestCase() {
        m_bus = std::make_unique<test::PrivateBus>();
        if (!m_bus->running())
            QSKIP("dbus-daemon is not installed (Debian package dbus)");
    }
    void init() { m_server = std::make_unique<test::NotificationServer>(m_bus->address()); }
    void cleanup() { m_server.reset(); }
    void cleanupTestCase() { m_bus.reset(); }

    void incidentIsOneMessageFromItsAnnouncementToItsEnd() {
        const testing::Told begun("sites 100-", 102), lasting("sites 100-", 106), over("sites 100-190", 300);
        Telling telling(begun.watchlist, m_settings, true, {}, m_bus->address());
        telling.setIncidents(answerOf(begun)); // two minutes old
        telling.setIncidents(answerOf(lasting));
        QTRY_COMPARE(m_server->titles().size(), 1);
        QVERIFY(m_server->titles().first().startsWith(u"SIMULATED: None of 4 N. Korean sites has answered"_s));
        const auto urgency = [&] { return m_server->hints().value(u"urgency"_s).toInt(); };
        QCOMPARE(urgency(), 2);
        const testing::Told next_day("sites 100-", 1600); // the day is named: the words change, and nothing else
        telling.setIncidents(answerOf(next_day));
        QTRY_COMPARE(m_server->everShown().size(), 2);
        QCOMPARE(urgency(), 2);
        telling.setIncidents(answerOf(over));
        QTRY_VERIFY(m_server->bodies().first().startsWith(u"All answered again"_s));
        QCOMPARE(m_server->everShown().size(), 3);
        QCOMPARE(urgency(), 0);
    }

    void whatCannotBeReadChangesNothing() {
        const testing::Told lasting("sites 100-", 106);
        Telling telling(lasting.watchlist, m_settings, false, {}, m_bus->address());
        telling.setIncidents(answerOf(lasting));
        QTRY_COMPARE(m_server->titles().size(), 1);
        IncidentsAnswer trouble;
        trouble.trouble = "no";
        telling.setIncidents(trouble);
        telling.setWanted(false); // it is still known, and taken away
        QTRY_VERIFY(m_server->titles().isEmpty());
    }

    void whoSwitchesItOffIsToldNothing() {
        const testing::Told lasting("sites 100-", 106);
        Telling telling(lasting.watchlist, m_settings, false, {}, m_bus->address());
        telling.setWanted(false);
        telling.setIncidents(answerOf(lasting));
        telling.tryOne(); // comes after
        QTRY_COMPARE(m_server->titles().size(), 1);
        QVERIFY(m_server->titles().first().startsWith(u"This is how"_s));
        QSignalSpy wanted(&telling, &Telling::answerWanted);
        telling.setWanted(true);
        QCOMPARE(wanted.size(), 1);
    }

    void clickOpensTheIncident() {
        const testing::Told lasting("sites 100-", 106);
        Telling telling(lasting.watchlist, m_settings, false, {}, m_bus->address());
        QSignalSpy opened(&telling, &Telling::opened);
        telling.setIncidents(answerOf(lasting));
        QTRY_COMPARE(m_server->titles().size(), 1);
        m_server->click(m_server->titles().first());
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().toString(), u"20260305-014000"_s);
    }

    // As a program does that keeps there what it has told.
    std::unique_ptr<Telling> restarted(const testing::Told& story, const std::filesystem::path& told) const {
        return std::make_unique<Telling>(story.watchlist, m_settings, false, told, m_bus->address());
    }

    // The server has said the number of the one message.
    static bool isNumbered(const std::filesystem::path& told) {
        const ToldHere kept = readToldHere(told);
        return kept.numbers.size() == 1 && kept.numbers.begin()->second != 0;
    }

    void restartDoesNotTellItAgain() {
        const testing::Told lasting("kcna-http 100-; naenara-http 100-", 106),
            later("kcna-http 100-; naenara-http 100-", 1600), graver("sites 100-", 1601), over("sites 100-1610", 1700);
        const QTemporaryDir dir;
        const std::filesystem::path told = dir.filePath(u"told.json"_s).toStdString();
        auto telling = restarted(lasting, told);
        telling->setIncidents(answerOf(lasting));
        QTRY_COMPARE(m_server->titles().size(), 1);
        QTRY_VERIFY(isNumbered(told));
        telling = restarted(lasting, told);
        telling->setIncidents(answerOf(later));
        telling->tryOne(); // comes after
        QTRY_COMPARE(m_server->titles().size(), 2);
        QCOMPARE(m_server->everShown().size(), 2);
        telling = restarted(lasting, told);
        telling->setIncidents(answerOf(graver));
        QTRY_VERIFY(m_server->titles().first().startsWith(u"None of 4"_s)); // in its place, and heard
        QCOMPARE(m_server->titles().size(), 2);
        telling = restarted(lasting, told);
        telling->setIncidents(answerOf(over));
        QTRY_VERIFY(m_server->bodies().first().startsWith(u"All answered again"_s));
        QCOMPARE(m_server->titles().size(), 2);
        telling = restarted(lasting, told);
        telling->setIncidents(answerOf(over));
        telling->tryOne();
        QTRY_COMPARE(m_server->everShown().size(), 5);
    }

    void whoEndsBeforeTheServerAnsweredKeepsItsPlace() {
        const testing::Told lasting("kcna-http 100-; naenara-http 100-", 106), graver("sites 100-", 1601),
            over("sites 100-1610", 1700);
        const QTemporaryDir dir;
        const std::filesystem::path told = dir.filePath(u"told.json"_s).toStdString();
        auto telling = restarted(lasting, told);
        telling->setIncidents(answerOf(lasting));
        QTRY_VERIFY(isNumbered(told));
        telling = restarted(lasting, told);
        telling->setIncidents(answerOf(graver));
        telling = restarted(lasting, told);
        telling->setIncidents(answerOf(over));
        QTRY_VERIFY(m_server->bodies().first().startsWith(u"All answered again"_s));
        QCOMPARE(m_server->titles().size(), 1);
    }

    // Its numbers are another's: what was left on the screen is gone, or somebody else's message has its number.
    void anotherServerIsNotTakenForTheOneBefore() {
        const testing::Told lasting("kcna-http 100-; naenara-http 100-", 106), graver("sites 100-", 120);
        const QTemporaryDir dir;
        const std::filesystem::path told = dir.filePath(u"told.json"_s).toStdString();
        auto telling = std::make_unique<Telling>(lasting.watchlist, m_settings, false, told, m_bus->address());
        telling->setIncidents(answerOf(lasting));
        QTRY_COMPARE(m_server->titles().size(), 1);
        QTRY_VERIFY(isNumbered(told));
        telling.reset();
        m_server.reset();
        m_server = std::make_unique<test::NotificationServer>(m_bus->address());
        Telling others(lasting.watchlist, m_settings, false, {}, m_bus->address());
        others.tryOne();
        QTRY_COMPARE(m_server->titles().size(), 1);
        Telling again(lasting.watchlist, m_settings, false, told, m_bus->address());
        again.setIncidents(answerOf(graver));
        QTRY_COMPARE(m_server->titles().size(), 2);
        QVERIFY(m_server->titles().first().startsWith(u"This is how"_s));
    }
};

QTEST_GUILESS_MAIN(TestTelling)
#include "tst_telling.moc"
