// SPDX-License-Identifier: GPL-3.0-or-later
// How long an incident lasted, in packs and in the list of what went out: as its copy tells it.
#include "app/evidence/export_numbers.h"
#include "app/evidence/incident_facts.h"
#include "tests/app/words/told.h"

#include <QTest>

#include <algorithm>
#include <utility>

using namespace kpwatch;
using namespace kpwatch::testing;

namespace {

std::string numberOf(const Told& seen, const char* name) {
    const auto numbers = exportNumbers(seen.incidents.at(0), seen.assessment, seen.watchlist);
    const auto found = std::ranges::find(numbers, name, &ExportNumber::name);
    return found == numbers.end() ? "not said" : found->value;
}

nlohmann::ordered_json lengthsOf(const Told& seen) {
    return factsJson({seen.incidents.at(0), seen.assessment, seen.watchlist, seen.asOf})["lengths_s"];
}

} // namespace

class TestIncidentLengths : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void whatIsAtLeastSaysSo() {
        const Told over("sites 100-190", 300), hole("kcna-http 100-120+150-190 z120-150", 300);
        QCOMPARE(numberOf(over, "until steady"), std::string("5400 s"));
        QCOMPARE(numberOf(over, "at least one did not"), std::string("5400 s"));
        QCOMPARE(numberOf(over, "none answered"), std::string("5400 s"));
        QCOMPARE(numberOf(hole, "at least one did not"), std::string("at least 3470 s"));
        QCOMPARE(numberOf(hole, "until steady"), std::string("5400 s")); // both ends were seen
        QCOMPARE(numberOf(hole, "none answered"), std::string("never"));
        QCOMPARE(numberOf(Told("kcna-http 100-", 300), "until steady"), std::string("at least 11990 s"));
    }

    void theJsonSaysWhichLengthIsAtLeast() {
        const auto atLeast = [](const char* script) {
            const auto lengths = lengthsOf(Told(script, 300));
            return std::pair(lengths["at_least"].get<bool>(), lengths["until_steady_at_least"].get<bool>());
        };
        QCOMPARE(atLeast("sites 100-190"), std::pair(false, false));
        QCOMPARE(atLeast("kcna-http 100-120+150-190 z120-150"), std::pair(true, false));
        QCOMPARE(atLeast("kcna-http 100-"), std::pair(true, true));
    }

    void noneOfAllIsNotSaidWhereASiteIsLeftOut() {
        Told seen("sites 100-190", 300);
        QCOMPARE(lengthsOf(seen)["none_answered"].get<double>(), 5400.0);
        seen.incidents[0].excluded = {seen.watchlist.findByName("airkoryo-http")->id};
        QCOMPARE(numberOf(seen, "none answered"), std::string("not said"));
        QVERIFY(lengthsOf(seen)["none_answered"].is_null());
        seen.incidents[0].excluded = {seen.watchlist.findByName("ns1")->id};
        QCOMPARE(numberOf(seen, "none answered"), std::string("5400 s"));
    }
};

QTEST_GUILESS_MAIN(TestIncidentLengths)
#include "tst_incident_lengths.moc"
