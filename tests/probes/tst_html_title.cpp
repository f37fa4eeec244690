// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "probes/wire/html_title.h"

using namespace kpwatch;

class TestHtmlTitle : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void titleIsFound_data();
    void titleIsFound();
    void titleIsCutBetweenCharacters();
    void onlyTheFirst64KilobytesAreSearched();
    void anyBytesAreSurvived();
};

void TestHtmlTitle::titleIsFound_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QString>("title");
    const QByteArray korean("\xC1\xB6\xBC\xB1"); // in EUC-KR
    const auto row = [](const char* what, const QByteArray& body, const char* contentType, const QString& title) {
        QTest::newRow(what) << body << QByteArray(contentType) << title;
    };
    row("plain", "<html><title>KCNA</title>", "text/html", QStringLiteral("KCNA"));
    row("none", "<html><body>KCNA", "text/html", {});
    row("empty", "", "", {});
    row("empty element", "<title></title>", "", {});
    row("upper case", "<TITLE>KCNA</TITLE>", "", QStringLiteral("KCNA"));
    row("attributes", "<title\n lang=ko>KCNA</title>", "", QStringLiteral("KCNA"));
    row("another element", "<titlebar>x</titlebar><title>KCNA</title>", "", QStringLiteral("KCNA"));
    row("space around", "<title>\r\n\t KCNA  </title>", "", QStringLiteral("KCNA"));
    row("first of two", "<title>one</title><title>two</title>", "", QStringLiteral("one"));
    row("never closed", "<title>KCNA", "", QStringLiteral("KCNA"));
    row("tag never closed", "<title", "", {});
    row("markup stays text", "<title>a <b>b & &amp;</title>", "", QStringLiteral("a <b>b & &amp;"));
    row("UTF-8", QStringLiteral("<title>로동신문</title>").toUtf8(), "", QStringLiteral("로동신문"));
    row("EUC-KR of the header", "<title>" + korean + "</title>", "text/html; charset=EUC-KR", QStringLiteral("조선"));
    row("quoted in the header", "<title>" + korean + "</title>", "text/html;charset=\"euc-kr\"",
        QStringLiteral("조선"));
    row("EUC-KR of the page", "<meta charset=euc-kr><title>" + korean + "</title>", "text/html",
        QStringLiteral("조선"));
    row("old way of the page",
        "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=ks_c_5601-1987\"><title>" + korean + "</title>",
        "", QStringLiteral("조선"));
    row("header wins", "<meta charset=utf-8><title>" + korean + "</title>", "text/html; charset=euc-kr",
        QStringLiteral("조선"));
    row("mark wins", "\xEF\xBB\xBF<title>\xEC\xA1\xB0</title>", "text/html; charset=euc-kr", QStringLiteral("조"));
    const QByteArray wide = QStringEncoder(QStringEncoder::Utf16LE)(QStringLiteral("<title>로동</title>"));
    row("UTF-16", "\xFF\xFE" + wide, "text/html; charset=utf-8", QStringLiteral("로동"));
    row("beyond Unicode", "<title>a\xF4\x90\x80\x80\xF8\x88\x80\x80\x80z</title>", "",
        QStringLiteral("a\uFFFD\uFFFDz"));
    row("GBK", "<meta charset=gb2312><title>\xB3\xAF\xCF\xCA</title>", "", QStringLiteral("朝鲜"));
    row("unknown set", "<title>KCNA</title>", "text/html; charset=../../evil", QStringLiteral("KCNA"));
    row("broken UTF-8", "<title>a\xFF\xC1z</title>", "", QStringLiteral("a\uFFFD\uFFFDz"));
    row("half a character", "<meta charset=euc-kr><title>a\xC1</title>", "", QStringLiteral("a\uFFFD"));
}

void TestHtmlTitle::titleIsFound() {
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, contentType);
    QFETCH(QString, title);
    QCOMPARE(QString::fromStdString(htmlTitle(body.toStdString(), contentType.toStdString())), title);
}

void TestHtmlTitle::titleIsCutBetweenCharacters() {
    const std::string page = "<title>a" + QStringLiteral("신").repeated(400).toStdString();
    const std::string title = htmlTitle(page, "");
    QCOMPARE(title.size(), std::size_t(511)); // 1 + 170 * 3; one more would be 514
    QVERIFY(!QString::fromStdString(title).contains(QChar(QChar::ReplacementCharacter)));
    QCOMPARE(htmlTitle("<title>" + std::string(5000, 'x') + "</title>", "").size(), std::size_t(512));
}

void TestHtmlTitle::onlyTheFirst64KilobytesAreSearched() {
    const std::string title = "<title>KCNA</title>";
    const std::size_t limit = 64 * 1024;
    QCOMPARE(htmlTitle(std::string(limit - title.size(), ' ') + title, ""), std::string("KCNA"));
    QCOMPARE(htmlTitle(std::string(limit, ' ') + title, ""), std::string());
}

void TestHtmlTitle::anyBytesAreSurvived() {
    std::mt19937 random(20260305); // always the same bytes
    const std::array<std::string, 6> pieces{"<title>", "</title>", "charset=", "euc-kr\"", "\xFF\xFE", "<meta "};
    for (int round = 0; round < 3000; ++round) {
        std::string body = round % 5 == 0 ? "\xFE\xFF" : "";
        for (unsigned part = 0; part < 12; ++part) {
            body += pieces.at(random() % pieces.size());
            for (unsigned byte = 0; byte < random() % 40; ++byte)
                body += static_cast<char>(random());
        }
        const std::string title = htmlTitle(body, round % 2 == 0 ? "charset=big5" : "");
        QVERIFY(title.size() <= 512);
        QStringDecoder decoder(QStringDecoder::Utf8);
        const QString text = decoder.decode(QByteArrayView(title));
        QVERIFY2(!decoder.hasError(), qPrintable(text));
    }
}

QTEST_GUILESS_MAIN(TestHtmlTitle)
#include "tst_html_title.moc"
