// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/errors.h"
#include "app/settings.h"

#include <QTest>

using namespace kpwatch;

class TestSettings : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void emptyObjectGivesTheDefaults() { QVERIFY(parseSettings("{}", "s.json") == Settings{}); }

    void everyKeySurvivesTheRoundTrip() {
        Settings changed;
        changed.interval_http_s = 60;
        changed.recheck_s = {5, 9};
        changed.degraded_slow_share = 0.25;
        changed.degraded_loss_points = 7.5;
        changed.rate_per_22_per_min = 3;
        changed.longstanding_h = 24;
        QVERIFY(parseSettings(settingsJson(changed), "s.json") == changed);
        QVERIFY(parseSettings(settingsJson({}), "s.json") == Settings{});
    }

    void keysComeInTheOrderOfTheStruct() {
        const std::string json = settingsJson({});
        QVERIFY(json.starts_with("{\"interval_http_s\":120,\"interval_dns_s\":120,"));
        QVERIFY(json.find("timeout_dns_ms") < json.find("recheck_s"));
        QVERIFY(json.find("recheck_s") < json.find("confirm_failures"));
        QVERIFY(json.find("degraded_slow_ms") < json.find("degraded_slow_share"));
        QVERIFY(json.find("degraded_slow_share") < json.find("degraded_min_tries"));
        QVERIFY(json.find('\n') == std::string::npos);
    }

    void badSettingsAreRefusedNamingTheKey_data() {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("named");
        QTest::addRow("not json") << "{\"a\":"
                                  << "line 1, column";
        QTest::addRow("beyond any number") << R"({"interval_http_s":1e999})"
                                           << "holds a number that is too large";
        QTest::addRow("deep") << QLatin1String("{\"a\":") + QString(300'000, u'[') + QString(300'000, u']') + u'}'
                              << "nested more than 64 levels deep";
        QTest::addRow("not an object") << "[]"
                                       << "not an object";
        QTest::addRow("unknown key") << R"({"interval_htttp_s":60})"
                                     << "interval_htttp_s";
        QTest::addRow("wrong type") << R"({"interval_http_s":"60"})"
                                    << "interval_http_s: is not a whole number";
        QTest::addRow("fraction") << R"({"interval_http_s":60.5})"
                                  << "interval_http_s: is not a whole number";
        QTest::addRow("zero") << R"({"interval_http_s":0})"
                              << "interval_http_s: 0 is out of range";
        QTest::addRow("huge") << R"({"interval_http_s":18446744073709551615})"
                              << "out of range";
        QTest::addRow("rate above the cap") << R"({"rate_per_24_per_min":7})"
                                            << "from 1 to 6";
        QTest::addRow("alert rate above the cap") << R"({"rate_alert_per_24_per_min":13})"
                                                  << "from 1 to 12";
        QTest::addRow("block rate above the cap") << R"({"rate_per_22_per_min":21})"
                                                  << "from 1 to 20";
        QTest::addRow("re-checks falling") << R"({"recheck_s":[30,20]})"
                                           << "recheck_s[1]";
        QTest::addRow("re-check not a number") << R"({"recheck_s":["30"]})"
                                               << "recheck_s[0]";
        QTest::addRow("re-checks no list") << R"({"recheck_s":30})"
                                           << "recheck_s: is not a list";
        QTest::addRow("share no number") << R"({"degraded_slow_share":true})"
                                         << "degraded_slow_share";
        QTest::addRow("alone below company") << R"({"confirm_failures":6})"
                                             << "confirm_failures_alone";
    }
    void badSettingsAreRefusedNamingTheKey() {
        QFETCH(QString, json);
        QFETCH(QString, named);
        try {
            parseSettings(json.toStdString(), "s.json");
            QFAIL("accepted");
        } catch (const InputError& error) {
            const QString sentence = QString::fromUtf8(error.what());
            QVERIFY2(sentence.startsWith(QStringLiteral("s.json: ")), error.what());
            QVERIFY2(sentence.contains(named), error.what());
            QVERIFY2(sentence.contains(u';'), error.what());
        }
    }

    void missingFileIsNamed() {
        try {
            loadSettings("/nonexistent/settings.json");
            QFAIL("accepted");
        } catch (const InputError& error) {
            QVERIFY2(QString::fromUtf8(error.what()).startsWith(QStringLiteral("/nonexistent/settings.json: ")),
                     error.what());
        }
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
