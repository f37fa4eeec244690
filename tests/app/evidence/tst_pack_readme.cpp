// SPDX-License-Identifier: GPL-3.0-or-later
// The page of an evidence pack that people read says no more of the end than was seen of it.
#include "app/evidence/incident_facts.h"
#include "app/evidence/pack_texts.h"
#include "tests/support/lane_script.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace kpwatch;
using namespace kpwatch::test;

class TestPackReadme : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void theEndIsToldAsFarAsItWasSeen_data() {
        QTest::addColumn<std::string>("lanes");
        QTest::addColumn<bool>("lineChanges"); // at minute 150
        QTest::addColumn<std::string>("ended");
        QTest::newRow("seen") << std::string("kcna-http 100-190") << false
                              << "between " + isoUtc(minute(188)) + " and " +
                                     isoUtc(minute(190) + std::chrono::milliseconds(300));
        QTest::newRow("going on") << std::string("kcna-http 100-") << false
                                  << "not over when last seen, " + isoUtc(minute(300));
        QTest::newRow("out of sight") << std::string("kcna-http 100-190; mfa-http 100-120? z120-300") << false
                                      << "not over when last seen, " + isoUtc(minute(120));
        QTest::newRow("cut") << std::string("kcna-http 100-150? u150-300") << true
                             << "not seen; followed until " + isoUtc(minute(150));
    }
    void theEndIsToldAsFarAsItWasSeen() {
        QFETCH(std::string, lanes);
        QFETCH(bool, lineChanges);
        QFETCH(std::string, ended);
        const Watchlist list = storyWatchlist();
        const TargetSpans spans = lanesOf(list, lanes, 300);
        std::vector<Event> events{{minute(0), Epoch{"home", "wi-fi", "DE"}}};
        if (lineChanges)
            events.push_back({minute(150), Epoch{"cafe", "wi-fi", "DE"}});
        const std::vector<Incident> incidents = incidentsOf({list, spans, events, minute(300)}, {});
        QCOMPARE(incidents.size(), std::size_t(1));
        const Assessment seen = assessed(incidents[0], {list, spans, {}, events, minute(300)});
        const auto facts = factsJson({incidents[0], seen, list, minute(300)});
        PackInputs inputs;
        inputs.asOf = minute(300);
        const std::string readme = packReadme(inputs, facts, list);
        QVERIFY2(readme.find("\n  Ended    " + ended + "\n") != std::string::npos, readme.substr(0, 600).c_str());
    }
};

QTEST_GUILESS_MAIN(TestPackReadme)
#include "tst_pack_readme.moc"
