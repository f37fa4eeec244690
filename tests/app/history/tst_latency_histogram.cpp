// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/latency_histogram.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace kpwatch;

namespace {

LatencyHistogram of(const std::vector<Micros>& times) {
    LatencyHistogram histogram;
    for (const Micros time : times)
        histogram.add(time);
    return histogram;
}

double off(Micros told, Micros truth) {
    return std::abs(static_cast<double>((told - truth).count())) /
           static_cast<double>(std::max<std::int64_t>(truth.count(), 1));
}

} // namespace

class LatencyHistogramTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyTimeComesBackWithinSixAndAThirdPercent() {
        for (std::int64_t us = 1; us < 4'000'000'000; us += 1 + us / 97) {
            const Micros told = of({Micros(us)}).percentile(1);
            QVERIFY2(off(told, Micros(us)) <= 0.0633, qPrintable(QStringLiteral("%1 %2").arg(us).arg(told.count())));
        }
    }

    void mergedIsAsIfAddedTogether() {
        std::mt19937 chance(7);
        std::vector<Micros> all;
        LatencyHistogram merged;
        for (int part = 0; part < 20; ++part) {
            std::vector<Micros> times;
            for (int i = 0; i < 50; ++i)
                times.emplace_back(chance() % 2'000'000);
            merged.merge(of(times));
            all.insert(all.end(), times.begin(), times.end());
        }
        QVERIFY(merged == of(all));
        QCOMPARE(merged.count(), std::int64_t{1000});
        std::sort(all.begin(), all.end());
        for (const double share : {0.01, 0.5, 0.95, 1.0}) {
            const Micros truth = all[static_cast<std::size_t>(std::ceil(share * 1000)) - 1];
            QVERIFY(off(merged.percentile(share), truth) <= 0.065);
        }
    }

    void bytesComeBack() {
        const LatencyHistogram histogram = of({Micros(0), Micros(1), Micros(15), Micros(16), Micros(150'000),
                                               Micros(150'001), Micros(std::numeric_limits<std::int64_t>::max())});
        QVERIFY(LatencyHistogram::fromBytes(histogram.bytes()) == histogram);
        QVERIFY(LatencyHistogram::fromBytes("") == LatencyHistogram());
    }

    void foreignBytesAreRefused_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("half a pair") << QByteArray("\x05", 1);
        QTest::newRow("none counted") << QByteArray("\x05\x00", 2);
        QTest::newRow("the same bucket again") << QByteArray("\x05\x01\x00\x01", 4);
        QTest::newRow("a number without an end") << QByteArray("\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", 12);
        QTest::newRow("beyond the last bucket") << QByteArray("\xff\x7f\x01", 3);
    }
    void foreignBytesAreRefused() {
        QFETCH(QByteArray, bytes);
        QVERIFY(!LatencyHistogram::fromBytes({bytes.constData(), static_cast<std::size_t>(bytes.size())}));
    }
};

QTEST_GUILESS_MAIN(LatencyHistogramTest)
#include "tst_latency_histogram.moc"
