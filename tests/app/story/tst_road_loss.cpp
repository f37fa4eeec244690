// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/road_loss.h"
#include "tests/support/story.h"

#include <QTest>

using namespace kpwatch;
using namespace kpwatch::test;

namespace {

constexpr int minute = 60;

UtcTime at(int minutes) { return after(seconds(minutes * minute)); }
TimeRange between(int from, int to) { return {at(from), at(to)}; }

// One reading a minute, answered where the word has a '+'.
void read(RoadLoss& road, Via side, std::size_t control, int from, const std::string& word) {
    for (std::size_t i = 0; i < word.size(); ++i) {
        const UtcTime start = at(from + static_cast<int>(i));
        road.take(side, control, {start, start + seconds(1)}, word[i] == '+');
    }
}

} // namespace

class TestRoadLoss : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void failuresBetweenAnswersAreLost() {
        RoadLoss road;
        read(road, Via::China, 0, 0, "++-+--+++-+-+++++++-");
        QCOMPARE(road.share(Via::China, between(0, 20)), 5.0 / 19); // of the last one it is not known yet
    }

    void fewerThanFifteenSayNothing() {
        RoadLoss road;
        read(road, Via::China, 0, 0, "+-+-+-+-+-+-+-");
        QCOMPARE(road.share(Via::China, between(0, 20)), 0.0);
    }

    void onlyReadingsOfTheRangeCount() {
        RoadLoss road;
        read(road, Via::China, 0, 0, "+-+-+-+-+-+-+-+-++++++++++++++++++++");
        QCOMPARE(road.share(Via::China, between(16, 60)), 0.0);
        QCOMPARE(road.share(Via::China, between(0, 16)), 0.5);
    }

    void aControlThatWasGoneHasLostNothing() {
        RoadLoss road;
        read(road, Via::China, 0, 0, "+++++" + std::string(12, '-') + "+++++++++++++++");
        QCOMPARE(road.share(Via::China, between(0, 60)), 0.0);
    }

    void eachSideSpeaksForItsOwn() {
        RoadLoss road;
        read(road, Via::China, 0, 0, "+-+-+-+-+-+-+-+-+-+-+");
        read(road, Via::Russia, 1, 0, "+++++++++++++++++++++");
        QCOMPARE(road.share(Via::Russia, between(0, 20)), 0.0);
        for (const Via via : {Via::China, Via::Both, Via::Unknown})
            QCOMPARE(road.share(via, between(0, 20)), 0.5);
    }

    void anotherRoadHasLostNothingYet() {
        RoadLoss road;
        read(road, Via::China, 0, 0, "+-+-+-+-+-+-+-+-+-+-+");
        road.newEpoch();
        QCOMPARE(road.share(Via::China, between(0, 20)), 0.0);
    }
};

QTEST_GUILESS_MAIN(TestRoadLoss)
#include "tst_road_loss.moc"
