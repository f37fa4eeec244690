// SPDX-License-Identifier: GPL-3.0-or-later
// The manual says the numbers in force, names every setting, cites the words of the window, and leads nowhere else.
#include "resources/resources.h"
#include "ui/live/controls.h"
#include "ui/manual/manual_window.h"

#include <QAccessible>
#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextBrowser>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace kpwatch;

namespace {

QString page(const QString& name) {
    QFile file(u":/manual/"_s + name);
    return file.open(QFile::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

const QRegularExpression number(u"([0-9.]+)<!-- ([a-z0-9_]+) -->"_s);

} // namespace

class TestManual : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { initResources(); }

    // Whoever reads the file or the shipped page reads the defaults.
    void theNumbersWrittenDownAreTheUsualOnes() {
        const QJsonObject usual = QJsonDocument::fromJson(QByteArray::fromStdString(settingsJson(Settings{}))).object();
        for (const QString& name : {u"method.html"_s, u"method.ko.html"_s}) {
            int compared = 0;
            for (const QRegularExpressionMatch& each : number.globalMatch(page(name))) {
                const QJsonValue value = usual[each.captured(2)];
                QVERIFY2(value.isDouble(), qPrintable(each.captured(2)));
                QCOMPARE(each.captured(1), QString::number(value.toDouble()));
                ++compared;
            }
            QVERIFY(compared > 20);
        }
    }

    void everySettingIsNamed() {
        const QJsonObject usual = QJsonDocument::fromJson(QByteArray::fromStdString(settingsJson(Settings{}))).object();
        for (const QString& name : {u"method.html"_s, u"method.ko.html"_s}) {
            const QString text = page(name);
            for (const QString& key : usual.keys())
                QVERIFY2(text.contains(u"<code>%1</code>"_s.arg(key)), qPrintable(name + u": "_s + key));
        }
    }

    // What is set in italics is read in the window, there and in the list of its words; figures are filled in.
    void whatIsCitedIsAWordOfTheWindow() {
        QFile file(QStringLiteral(KPWATCH_TEST_DATA "/../resources/translations/kpwatch_ko.ts"));
        QVERIFY(file.open(QFile::ReadOnly));
        const auto plain = [](QString text) { return text.replace(u"&quot;"_s, u"\""_s).replace(u"&apos;"_s, u"'"_s); };
        const QString words = plain(QString::fromUtf8(file.readAll()));
        static const QRegularExpression cited(u"<em>([^<]*)</em>"_s), figure(u"[0-9]+"_s);
        int compared = 0;
        for (QDirIterator each(u":/manual"_s); each.hasNext();) {
            const QString name = QFileInfo(each.next()).fileName();
            if (!name.endsWith(u".html"_s))
                continue;
            for (const QRegularExpressionMatch& found : cited.globalMatch(page(name))) {
                const QString word = plain(found.captured(1)).simplified();
                const QString pattern = QRegularExpression::escape(word).replace(figure, u"(%?[0-9]+|%n)"_s);
                QVERIFY2(words.contains(QRegularExpression(pattern)), qPrintable(name + u": "_s + word));
                ++compared;
            }
        }
        QVERIFY(compared > 60);
    }

    void pagesAreThereInKorean() {
        int pages = 0;
        for (QDirIterator each(u":/manual"_s); each.hasNext();) {
            const QString name = QFileInfo(each.next()).fileName();
            if (!name.endsWith(u".html"_s) || name.endsWith(u".ko.html"_s))
                continue;
            const QString korean = page(QString(name).replace(u".html"_s, u".ko.html"_s));
            if (korean.isEmpty())
                continue; // not written yet
            QVERIFY2(korean.contains(u"lang=\"ko\""_s), qPrintable(name));
            QVERIFY2(!korean.contains(u"index.html"_s), qPrintable(name));
            ++pages;
        }
        QVERIFY(pages >= 10);
    }

    void otherNumbersAreWrittenInTheirPlace() {
        const QString text = u"<p>3<!-- confirm_failures --> of 60<!-- nothing --> and 5</p>"_s;
        QCOMPARE(withNumbersInForce(text, {.confirm_failures = 7}), u"<p>7 of 60<!-- nothing --> and 5</p>"_s);
        ManualWindow window({.confirm_failures = 77});
        auto* const pages = window.findChild<QTextBrowser*>();
        pages->setSource(QUrl(u"qrc:/manual/method.html"_s));
        QVERIFY2(pages->toPlainText().contains(u"77"_s), qPrintable(pages->toPlainText()));
    }

    void everyLinkLeadsToAPage() {
        static const QRegularExpression link(u"(?:href|src)=\"([^\"]*)\""_s);
        int pages = 0;
        for (QDirIterator each(u":/manual"_s); each.hasNext(); ++pages) {
            const QString name = QFileInfo(each.next()).fileName();
            if (!name.endsWith(u".html"_s))
                continue;
            const QString text = page(name);
            for (const QRegularExpressionMatch& found : link.globalMatch(text))
                QVERIFY2(!page(found.captured(1)).isEmpty(), qPrintable(each.filePath() + u": "_s + found.captured(1)));
            QVERIFY2(!text.contains(u".md"_s), qPrintable(each.filePath()));
        }
        QVERIFY(pages >= 20);
    }

    void pagesFitIntoTheWindow() {
        ManualWindow window({});
        window.resize(860, 720); // as on a screen with room for it
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        auto* const pages = window.findChild<QTextBrowser*>();
        for (const QString& name :
             {u"timeline"_s, u"timeline.ko"_s, u"review"_s, u"review.ko"_s, u"formats"_s, u"formats.ko"_s}) {
            pages->setSource(QUrl(u"qrc:/manual/%1.html"_s.arg(name)));
            QTRY_VERIFY(pages->verticalScrollBar()->maximum() > 0); // it is laid out
            QVERIFY2(pages->horizontalScrollBar()->maximum() == 0, qPrintable(name));
        }
    }

    void aWordIsFoundOnThePage() {
        ManualWindow window({});
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto* const pages = window.findChild<QTextBrowser*>();
        pages->setSource(QUrl(u"qrc:/manual/method.html"_s));
        QTest::keyClick(pages, Qt::Key_F, Qt::ControlModifier);
        auto* const search = window.findChild<QLineEdit*>();
        QVERIFY(search->hasFocus());
        QTest::keyClicks(search, u"answer"_s);
        const QTextCursor first = pages->textCursor();
        QCOMPARE(first.selectedText().toLower(), u"answer"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(pages->textCursor().selectionStart() > first.selectionStart());
        pages->moveCursor(QTextCursor::End);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(pages->textCursor().selectionStart(), first.selectionStart()); // from the top again
        QVERIFY(window.isVisible());
    }

    void whatIsNotFoundIsSaid() {
        ManualWindow window({});
        auto* const pages = window.findChild<QTextBrowser*>();
        auto* const search = window.findChild<QLineEdit*>();
        const auto* const words = window.findChild<TextLabel*>(u"found"_s);
        const auto line = [&] { return search->palette().color(QPalette::Dark); };
        const QColor usual = line();
        const auto isSaid = [&] {
            QAccessibleInterface* const heard = QAccessible::queryAccessibleInterface(search);
            return words->text() == u"Nothing found"_s && heard->text(QAccessible::Description) == words->text() &&
                   line() != usual;
        };
        const auto isUnsaid = [&] {
            return words->text().isEmpty() && search->accessibleDescription().isEmpty() && line() == usual;
        };
        pages->setSource(QUrl(u"qrc:/manual/method.html"_s));
        QTest::keyClicks(search, u"answer"_s);
        QVERIFY(isUnsaid());
        const int stood = pages->textCursor().selectionStart();
        QVERIFY(stood > 0);
        QTest::keyClicks(search, u"qqq"_s);
        QVERIFY(isSaid());
        window.show(); // which lays it out
        QVERIFY(search->x() - words->geometry().right() > 6);
        QCOMPARE(pages->textCursor().selectionStart(), stood);
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(isSaid());
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(search, Qt::Key_Backspace);
        QVERIFY(isUnsaid());
        QCOMPARE(pages->textCursor().selectionStart(), stood);
        QTest::keyClicks(search, u"qqq"_s);
        QVERIFY(isSaid());
        pages->setSource(QUrl(u"qrc:/manual/index.html"_s)); // of another page nothing is known
        QVERIFY(isUnsaid());
    }

    void followsALinkAndComesBack() {
        ManualWindow window({});
        auto* const pages = window.findChild<QTextBrowser*>();
        QVERIFY(pages->toPlainText().contains(u"Your safety"_s));
        QTest::keyClick(pages, Qt::Key_Tab);
        QTest::keyClick(pages, Qt::Key_Tab);
        QTest::keyClick(pages, Qt::Key_Return);
        QVERIFY2(pages->source() != QUrl(u"qrc:/manual/index.html"_s), qPrintable(pages->source().toString()));
        pages->backward();
        QCOMPARE(pages->source(), QUrl(u"qrc:/manual/index.html"_s));
    }
};

QTEST_MAIN(TestManual)
#include "tst_manual.moc"
