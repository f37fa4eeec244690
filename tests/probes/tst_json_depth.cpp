// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "probes/wire/json_depth.h"

using namespace kpwatch;

class TestJsonDepth : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void valuesBeyondTheBoundAreFound_data();
    void valuesBeyondTheBoundAreFound();
};

void TestJsonDepth::valuesBeyondTheBoundAreFound_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("deep");
    const QByteArray open(deepestJson, '['), close(deepestJson, ']');
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("as deep as may be") << open + close << false;
    QTest::newRow("one deeper") << "[" + open + close + "]" << true;
    QTest::newRow("one deeper, an object") << open.chopped(1) + "{\"a\":{}}" + close.chopped(1) << true;
    QTest::newRow("one after another") << QByteArray("[[],[],{}]").repeated(1000) << false;
    QTest::newRow("in a text") << "[\"" + open + open + "\"]" << false;
    QTest::newRow("behind a quote in a text") << "[\"\\\"" + open + open + "\"]" << false;
    QTest::newRow("behind a text that ends in a backslash") << "[\"\\\\\"," + open + open + close + close + "]" << true;
    QTest::newRow("a text without an end") << QByteArray("\"\\") << false;
}

void TestJsonDepth::valuesBeyondTheBoundAreFound() {
    QFETCH(QByteArray, json);
    QFETCH(bool, deep);
    QCOMPARE(isNestedTooDeep(json.toStdString()), deep);
}

QTEST_GUILESS_MAIN(TestJsonDepth)
#include "tst_json_depth.moc"
