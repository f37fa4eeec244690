// SPDX-License-Identifier: GPL-3.0-or-later
// What public sources said is kept as they said it, and incidents are seen beside it.
#include "app/history/history.h"
#include "app/history/history_reader.h"
#include "app/watchlist.h"

#include <QTemporaryDir>
#include <QTest>

using namespace kpwatch;
using namespace std::chrono_literals;

namespace {

const UtcTime noon = *parseIsoUtc("2026-03-05T12:00:00Z");

RouteReading reading(UtcTime at, int seeing) {
    return {at, "ripe-ris", "175.45.176.0/24", 320, seeing, {{"134544", seeing - 1}, {"20485", 1}}};
}

} // namespace

class SourceStoreTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::filesystem::path directory() const { return m_dir.path().toStdString(); }

  private Q_SLOTS:
    void readingsAndAnswersComeBackAsTheyWere() {
        const SourceAnswer fresh{noon,
                                 "ripe-ris",
                                 "https://stat.ripe.net/data/bgp-state/data.json?resource=AS131279",
                                 200,
                                 std::string("{\"a\":\0\xFF}", 8),
                                 true};
        SourceAnswer same = fresh;
        same.at = noon + 10min;
        same.newReadings = false;
        {
            History history({directory()}, {}, {}, noon);
            Batch batch;
            batch.news = {{reading(noon, 318), reading(noon + 1min, 0)}, {fresh, same}};
            history.append(batch);
            batch.news = {{reading(noon, 1)}, {}}; // of the same moment: what was said first stands
            history.append(batch);
        }
        const HistoryReader reader(directory());
        const std::vector<RouteReading> expected{reading(noon, 318), reading(noon + 1min, 0)};
        QVERIFY(reader.readings({noon, noon + 1h}) == expected);
        QVERIFY(reader.readings({noon + 2min, noon + 1h}).empty());
        const std::vector<SourceAnswer> answers = reader.sourceAnswers({noon, noon + 1h});
        QCOMPARE(answers.size(), std::size_t(2));
        QCOMPARE(answers[0].body, fresh.body);
        QVERIFY(answers[0].newReadings && !answers[1].newReadings && answers[1].body.empty());
        QCOMPARE(answers[1].question, fresh.question);
    }
};

QTEST_APPLESS_MAIN(SourceStoreTest)
#include "tst_source_store.moc"
