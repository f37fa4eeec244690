// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "probes/net/address_rules.h"

using namespace kpwatch;

class TestAddressRules : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void noNonPublicFormMayBeDialled_data();
    void noNonPublicFormMayBeDialled();
    void publicHostsMayBeDialled_data();
    void publicHostsMayBeDialled();
    void exceptionsOpenOnlyWhatTheyName();
    void nothingBehindAZeroByteIsBelieved();
    void anAddressOfV6StandsInBracketsBeforeAPort();
    void textIsReadBack_data();
    void textIsReadBack();
};

void TestAddressRules::noNonPublicFormMayBeDialled_data() {
    QTest::addColumn<bool>("literal");
    // Literals of special blocks, their first and last addresses where a mask could be off by a bit.
    for (const char* text : {"0.0.0.0",
                             "0.255.255.255",
                             "10.0.0.1",
                             "10.255.255.255",
                             "100.64.0.0",
                             "100.127.255.255",
                             "127.0.0.1",
                             "127.255.255.254",
                             "169.254.169.254",
                             "172.16.0.1",
                             "172.31.255.255",
                             "192.0.0.1",
                             "192.0.2.1",
                             "192.88.99.1",
                             "192.168.1.1",
                             "198.18.0.1",
                             "198.19.255.255",
                             "198.51.100.7",
                             "203.0.113.9",
                             "224.0.0.1",
                             "239.255.255.255",
                             "240.0.0.1",
                             "255.255.255.255",
                             "::",
                             "::1",
                             "::ffff:8.8.8.8",
                             "::ffff:127.0.0.1",
                             "::8.8.8.8",
                             "64:ff9b::a00:1",
                             "64:ff9b::8.8.8.8",
                             "64:ff9b:1::1",
                             "100::1",
                             "fc00::1",
                             "fd12:3456::1",
                             "fe80::1",
                             "febf::1",
                             "ff02::1",
                             "2001::1",
                             "2001:1ff::1",
                             "2001:2::1",
                             "2001:10::1",
                             "2001:20::1",
                             "2001:db8::1",
                             "2002:7f00:1::1",
                             "3fff::1",
                             "4000::1",
                             "5f00::1",
                             "[::1]",
                             "[::ffff:10.0.0.1]"})
        QTest::newRow(text) << true;
    // Spellings other programs would accept: never an address here.
    for (const char* text : {"0177.0.0.1", "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7f.0.0.1", "127.0.0.1.",
                             "127.0.0.01", "[127.0.0.1]", " 127.0.0.1", "127.0.0.1 ", "localhost", "::1%lo",
                             "fe80::1%eth0", "[::1", "", "1.2.3.4.5", "256.1.1.1", "::ffff:0x7f000001"})
        QTest::addRow("'%s'", text) << false;
}

void TestAddressRules::noNonPublicFormMayBeDialled() {
    QFETCH(bool, literal);
    std::string text = QTest::currentDataTag();
    if (!literal)
        text = text.substr(1, text.size() - 2);
    const auto address = Address::parse(text);
    QCOMPARE(address.has_value(), literal);
    if (address) {
        QVERIFY(!address->isPublic());
        QVERIFY(!AddressRules{}.allows(*address));
    }
}

void TestAddressRules::publicHostsMayBeDialled_data() {
    QTest::addColumn<QString>("block");
    QTest::newRow("175.45.176.71") << QStringLiteral("175.45.176.0/24");
    QTest::newRow("1.1.1.1") << QStringLiteral("1.1.1.0/24");
    QTest::newRow("100.63.255.255") << QStringLiteral("100.63.255.0/24");
    QTest::newRow("100.128.0.1") << QStringLiteral("100.128.0.0/24");
    QTest::newRow("172.15.255.255") << QStringLiteral("172.15.255.0/24");
    QTest::newRow("172.32.0.1") << QStringLiteral("172.32.0.0/24");
    QTest::newRow("192.0.1.1") << QStringLiteral("192.0.1.0/24");
    QTest::newRow("198.17.255.255") << QStringLiteral("198.17.255.0/24");
    QTest::newRow("198.20.0.1") << QStringLiteral("198.20.0.0/24");
    QTest::newRow("223.255.255.254") << QStringLiteral("223.255.255.0/24");
    QTest::newRow("2001:200::1") << QStringLiteral("2001:200::/48");
    QTest::newRow("2a01:4f8:1:2::3") << QStringLiteral("2a01:4f8:1::/48");
    QTest::newRow("2606:4700::1111") << QStringLiteral("2606:4700::/48");
}

void TestAddressRules::publicHostsMayBeDialled() {
    QFETCH(QString, block);
    const auto address = Address::parse(QTest::currentDataTag());
    QVERIFY(address);
    QVERIFY(address->isPublic());
    QVERIFY(AddressRules{}.allows(*address));
    QVERIFY(!address->isLoopback());
    QCOMPARE(QString::fromStdString(address->block24()), block);
}

void TestAddressRules::exceptionsOpenOnlyWhatTheyName() {
    const auto at = [](const char* text) { return Address::parse(text).value(); };
    const AddressRules negative{.allowPrivate = false, .allowDocumentation = true};
    for (const char* text : {"192.0.2.1", "198.51.100.1", "203.0.113.1"})
        QVERIFY(at(text).isDocumentation() && negative.allows(at(text)));
    for (const char* text : {"127.0.0.1", "10.0.0.1", "192.0.3.1", "2001:db8::1"})
        QCOMPARE(negative.allows(at(text)), at(text).isPublic());

    const AddressRules laboratory{.allowPrivate = true, .allowDocumentation = false};
    for (const char* text : {"127.0.0.53", "10.0.0.1", "192.168.0.1", "169.254.1.1", "::1", "fd00::1", "fe80::1"})
        QVERIFY2(laboratory.allows(at(text)), text);
    for (const char* text :
         {"0.0.0.0", "224.0.0.1", "255.255.255.255", "::", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "ff02::1"})
        QVERIFY2(!laboratory.allows(at(text)), text);
    QVERIFY(at("127.9.9.9").isLoopback() && at("::1").isLoopback() && !at("::2").isLoopback());
}

// inet_pton(3) stops there.
void TestAddressRules::nothingBehindAZeroByteIsBelieved() {
    using namespace std::string_view_literals;
    QVERIFY(!Address::parse("175.45.176.71\0.example.org"sv));
    QVERIFY(!Address::parse("2001:db8::1\0"sv));
    QVERIFY(!Address::parse("[2001:db8::1\0]"sv));
}

void TestAddressRules::anAddressOfV6StandsInBracketsBeforeAPort() {
    QCOMPARE(Address::parse("175.45.176.71")->hostText(), std::string("175.45.176.71"));
    QCOMPARE(Address::parse("2001:db8::1")->hostText(), std::string("[2001:db8::1]"));
}

void TestAddressRules::textIsReadBack_data() {
    QTest::addColumn<QByteArray>("spelled");
    QTest::newRow("175.45.176.71") << QByteArray("175.45.176.71");
    QTest::newRow("2001:db8::1") << QByteArray("2001:0DB8:0:0:0:0:0:1");
    QTest::newRow("::1") << QByteArray("[::1]");
}

void TestAddressRules::textIsReadBack() {
    QFETCH(QByteArray, spelled);
    const auto address = Address::parse(spelled.toStdString());
    QVERIFY(address);
    QCOMPARE(address->text(), std::string(QTest::currentDataTag()));
    QVERIFY(Address::parse(address->text()) == address);
}

QTEST_GUILESS_MAIN(TestAddressRules)
#include "tst_address_rules.moc"
