// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/errors.h"
#include "ui/cli/time_argument.h"

#include <QtTest>

using namespace kpwatch;
using namespace std::chrono_literals;

class TestTimeArgument : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void timesAreIsoNowOrRelative_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("time"); // empty: refused
        QTest::newRow("now") << "now"
                             << "2026-03-12T07:46:20.000Z";
        QTest::newRow("a day ago") << "-24h"
                                   << "2026-03-11T07:46:20.000Z";
        QTest::newRow("thirty days ago") << "-30d"
                                         << "2026-02-10T07:46:20.000Z";
        QTest::newRow("seconds") << "-90s"
                                 << "2026-03-12T07:44:50.000Z";
        QTest::newRow("utc") << "2026-03-05T17:00:00Z"
                             << "2026-03-05T17:00:00.000Z";
        QTest::newRow("korea time") << "2026-03-06T02:00:00+09:00"
                                    << "2026-03-05T17:00:00.000Z";
        QTest::newRow("no zone") << "2026-03-05T17:00:00"
                                 << "";
        QTest::newRow("no unit") << "-24"
                                 << "";
        QTest::newRow("future length") << "24h"
                                       << "";
        QTest::newRow("absurd length") << "-99999999999999d"
                                       << "";
        QTest::newRow("overflowing length") << "-9223372036854775807s"
                                            << "";
        QTest::newRow("word") << "yesterday"
                              << "";
        QTest::newRow("empty") << ""
                               << "";
    }
    void timesAreIsoNowOrRelative() {
        QFETCH(QString, text);
        QFETCH(QString, time);
        const UtcTime now = *parseIsoUtc("2026-03-12T07:46:20Z");
        if (time.isEmpty()) {
            try {
                parseTimeArgument(text.toStdString(), "--from", now);
                QFAIL("accepted");
            } catch (const InputError& error) {
                QVERIFY(QString::fromUtf8(error.what()).startsWith(QStringLiteral("--from '%1'").arg(text)));
            }
            return;
        }
        QCOMPARE(QString::fromStdString(isoUtc(parseTimeArgument(text.toStdString(), "--from", now))), time);
    }

    void lengthsHaveAUnit() {
        QCOMPARE(parseLength("90s", "--for").count(), 90);
        QCOMPARE(parseLength("2h", "--for").count(), 7200);
        QVERIFY_EXCEPTION_THROWN(parseLength("90", "--for"), InputError);
    }
};

QTEST_GUILESS_MAIN(TestTimeArgument)
#include "tst_time_argument.moc"
