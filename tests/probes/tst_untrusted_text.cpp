// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "probes/wire/untrusted_text.h"

using namespace kpwatch;

class TestUntrustedText : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void whatSteersOrHidesIsReplaced_data();
    void whatSteersOrHidesIsReplaced();
    void longTextIsCutBetweenCharacters();
    void cleanTextStaysAsItIs();
    void anyBytesAreSurvived();
};

void TestUntrustedText::whatSteersOrHidesIsReplaced_data() {
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* what, const QByteArray& raw, const QString& expected) {
        QTest::newRow(what) << raw << expected;
    };
    row("plain", "Naenara  \n portal", QStringLiteral("Naenara portal"));
    row("space around", "\r\n\t KCNA \t\f", QStringLiteral("KCNA"));
    row("spaces of all kinds", "a\u00A0\u2003\u2028\u3000b", QStringLiteral("a b"));
    row("hangul", "조선중앙통신", QStringLiteral("조선중앙통신"));
    row("decomposed hangul", "\u1112\u1161\u11ab", QStringLiteral("한"));
    row("hangul with a mark between", "\u1100\u0301\u1161", QStringLiteral("가"));
    row("bad utf-8",
        "a\xff"
        "b",
        QStringLiteral("a\uFFFDb"));
    row("surrogate in utf-8", "a\xed\xa0\x80z", QStringLiteral("a\uFFFD\uFFFD\uFFFDz"));
    row("overlong slash", "a\xc0\xafz", QStringLiteral("a\uFFFD\uFFFDz"));
    row("nul", QByteArray("a\0b", 3), QStringLiteral("a\uFFFDb"));
    row("terminal escape", "a\x1b[31m", QStringLiteral("a\uFFFD[31m"));
    row("C1 escape",
        "a\xc2\x9b"
        "31m",
        QStringLiteral("a\uFFFD31m"));
    row("bell, delete", "a\a\x7f", QStringLiteral("a\uFFFD\uFFFD"));
    row("right-to-left override", "a\u202Egpj", QStringLiteral("a\uFFFDgpj"));
    row("isolates", "\u2066a\u2069", QStringLiteral("\uFFFDa\uFFFD"));
    row("right-to-left mark", "a\u200Fb", QStringLiteral("a\uFFFDb"));
    row("zero width", "a\u200Bb\u200Dc\uFEFF", QStringLiteral("a\uFFFDb\uFFFDc\uFFFD"));
    row("soft hyphen", "a\u00ADb", QStringLiteral("a\uFFFDb"));
    row("hangul filler", "\u3164\u115F\uFFA0", QStringLiteral("\uFFFD\uFFFD\uFFFD"));
    row("tags", "a\U000E0041", QStringLiteral("a\uFFFD"));
    row("combining pile", "x\u0323\u0323\u0324\u0327", QStringLiteral("x"));
    row("combining that composes", "e\u0301", QStringLiteral("\u00E9"));
    row("enclosing mark", "x\u20DD", QStringLiteral("x"));
    row("variation selector", "\u2764\uFE0F", QStringLiteral("\u2764"));
    row("private use", "\ue000\U0010FFFD", QStringLiteral("\uFFFD\uFFFD"));
    row("not a character", "\uFFFF", QStringLiteral("\uFFFD"));
    row("markup stays text", "<img src=x>&amp;", QStringLiteral("<img src=x>&amp;"));
    row("only marks", "\u0300\u0301", QString());
    row("empty", "", QString());
}

void TestUntrustedText::whatSteersOrHidesIsReplaced() {
    QFETCH(QByteArray, raw);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(cleanedText(raw.toStdString())), expected);
}

void TestUntrustedText::longTextIsCutBetweenCharacters() {
    const std::string emoji = "\U0001F600\U0001F600\U0001F600\U0001F600";
    QCOMPARE(QString::fromStdString(cleanedText(emoji, 3)), QStringLiteral("\U0001F600\U0001F600…"));
    QCOMPARE(cleanedText(emoji, 4), emoji);
    QCOMPARE(cleanedText(std::string(100'000, 'x')).size(), std::size_t{119 + 3});
    QVERIFY(cleanedText("abc", 0).empty());
}

void TestUntrustedText::cleanTextStaysAsItIs() {
    for (const char* const text : {"KCNA", "조선중앙통신 – 로동신문", "Correspondant à Séoul", "a\uFFFDb", "x…"})
        QCOMPARE(cleanedText(cleanedText(text)), std::string(text));
}

void TestUntrustedText::anyBytesAreSurvived() {
    std::string bytes;
    unsigned state = 12345;
    for (int round = 0; round < 200; ++round) {
        bytes.clear();
        for (int i = 0; i < 400; ++i) {
            state = state * 1103515245U + 12345U;
            bytes += static_cast<char>(state >> 16U);
        }
        const QString clean = QString::fromStdString(cleanedText(bytes));
        QVERIFY(clean.toUcs4().size() <= 120);
        for (const char32_t character : clean.toUcs4())
            QVERIFY(QChar::isPrint(character));
        QCOMPARE(QString::fromStdString(cleanedText(clean.toStdString())), clean);
    }
}

QTEST_GUILESS_MAIN(TestUntrustedText)
#include "tst_untrusted_text.moc"
