// SPDX-License-Identifier: GPL-3.0-or-later
// The Korean words, one by one: they keep what a sentence is filled with, its line breaks and its keys; particles never
// hang on a figure; words that the program does not use are not in them; and every letter can be drawn on a computer
// that has no fonts of its own.
#include "app/sentinels.h"
#include "app/words/count.h"
#include "app/words/label.h"
#include "app/words/morning_note.h"
#include "app/words/typed_day.h"
#include "app/words/words.h"
#include "tests/app/words/told.h"
#include "tests/ui/live/sample_record.h"
#include "ui/paint/chart.h"
#include "ui/paint/chart_words.h"
#include "ui/theme.h"
#include "ui/translation.h"

#include <QApplication>
#include <QDirIterator>
#include <QFile>
#include <QGlyphRun>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTextLayout>
#include <QXmlStreamReader>

#include <functional>

using namespace kpwatch;

namespace {

struct Message {
    QString context, source, comment, korean;
    bool finished = true;
};

QString sourceRoot() { return QStringLiteral(KPWATCH_TEST_DATA "/.."); }

// Korean has one form for every number.
void readTranslation(QXmlStreamReader& xml, Message& message) {
    message.finished = xml.attributes().value(QLatin1String("type")) != QLatin1String("unfinished");
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isCharacters() && !xml.isWhitespace())
            message.korean += xml.text();
        if (xml.isEndElement() && xml.name() == QLatin1String("translation"))
            return;
    }
}

QList<Message> readMessages() {
    QFile file(sourceRoot() + QStringLiteral("/resources/translations/kpwatch_ko.ts"));
    QList<Message> messages;
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("message"))
            messages.append({context, {}, {}, {}, true});
        else if (xml.name() == QLatin1String("source"))
            messages.back().source = xml.readElementText();
        else if (xml.name() == QLatin1String("comment"))
            messages.back().comment = xml.readElementText();
        else if (xml.name() == QLatin1String("translation"))
            readTranslation(xml, messages.back());
    }
    return messages;
}

QStringList figures(const QString& text) {
    static const QRegularExpression figure(QStringLiteral("%(\\d+|n)"));
    QStringList found;
    for (auto each = figure.globalMatch(text); each.hasNext();)
        found << each.next().captured();
    found.sort();
    return found;
}

QChar keyOf(const QString& text) {
    static const QRegularExpression key(QStringLiteral("&([A-Za-z])"));
    const QString letter = key.match(text).captured(1);
    return letter.isEmpty() ? QChar() : letter.front().toLower();
}

bool isWhole(const Message& message) { return message.finished && !message.korean.isEmpty(); }

// Glyph 0 is what a font draws for what it has not got.
bool isDrawn(const QString& text, const QFont& face) {
    QTextLayout layout(text, face);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    for (const QGlyphRun& run : layout.glyphRuns())
        if (run.glyphIndexes().contains(0U))
            return false;
    return true;
}

} // namespace

class TestKoreanWords : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        m_messages = readMessages();
        QVERIFY(m_messages.size() > 1000);
        QVERIFY(speak(QStringLiteral("ko")));
        installFonts();
    }

    void everyWordIsSaidInKorean() {
        const QString left = wrong([](const Message& message) { return !isWhole(message); }, true);
        QVERIFY2(left.isEmpty(), qPrintable(left));
    }

    void whatASentenceIsFilledWithIsInIt() {
        const QString bad =
            wrong([](const Message& message) { return figures(message.source) != figures(message.korean); });
        QVERIFY2(bad.isEmpty(), qPrintable(bad));
    }

    void breaksEdgesAndKeysAreThoseOfTheEnglish() {
        const QString bad = wrong([](const Message& message) {
            const QString &english = message.source, &korean = message.korean;
            // " months" and " min" stand after a figure, where Korean sets no space.
            const bool edges = english == QLatin1String(" months") || english == QLatin1String(" min") ||
                               (english.front().isSpace() == korean.front().isSpace() &&
                                english.back().isSpace() == korean.back().isSpace());
            return !edges || english.count(QLatin1Char('\n')) != korean.count(QLatin1Char('\n')) ||
                   english.endsWith(u'…') != korean.endsWith(u'…') || keyOf(english) != keyOf(korean);
        });
        QVERIFY2(bad.isEmpty(), qPrintable(bad));
    }

    void noParticleHangsOnAFigure() {
        // 은/는, 이/가, 을/를, 와/과 and 로/으로 follow the sound before them, which is known only when it is filled
        // in.
        static const QRegularExpression particle(QStringLiteral(
            "%\\d(은|는|이|가|을|를|와|과|로|으로|이다|입니다)(?=[\\s.,)]|$)|[은이을과]\\([는가를와]\\)|\\(으\\)로"));
        const QString bad = wrong([](const Message& message) { return message.korean.contains(particle); });
        QVERIFY2(bad.isEmpty(), qPrintable(bad));
    }

    void wordsThatAreNeverUsedAreNotUsed() {
        static const QRegularExpression never(
            QStringLiteral("마비|먹통|다운(?!로드)|셧다운|공격|불통|외교부|북한 인터넷|바탕화면|키 저장소"));
        const QString bad = wrong([](const Message& message) { return message.korean.contains(never); });
        QVERIFY2(bad.isEmpty(), qPrintable(bad));
    }

    void oneThingHasOneNameAndTheReaderIsSpokenToInOneWay() {
        static const QRegularExpression other(QStringLiteral(
            "십시오|(해요|돼요)(?=[\\s.]|$)|이름 서버|네임 서버|메일서버|웹 사이트|일시 중지|암호(?!화)"));
        const QString bad = wrong([](const Message& message) { return message.korean.contains(other); });
        QVERIFY2(bad.isEmpty(), qPrintable(bad));
    }

    void everyLetterCanBeDrawnWithoutFontsOfTheComputer() {
        for (const QFont& face : {font(13), font(24, 600)}) {
            QVERIFY(!isDrawn(QStringLiteral("\u4e9c"), face)); // proves that nothing is lent by the computer
            const QString bad = wrong([&](const Message& message) { return !isDrawn(message.korean, face); });
            QVERIFY2(bad.isEmpty(), qPrintable(bad));
        }
    }

    void everyLetterOfTheKoreanCopyCanBeDrawn() {
        QString letters;
        QDirIterator files(sourceRoot() + QStringLiteral("/app/words"), {QStringLiteral("korean_*.cpp")}, QDir::Files);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            letters += QString::fromUtf8(file.readAll()).remove(QLatin1Char('\n'));
        }
        QVERIFY(letters.size() > 5000);
        QVERIFY(isDrawn(letters, font(13)));
    }

    void whoIsLeftOutOfAChartIsNamedInKorean() {
        ChartFacts facts;
        facts.leftOut = {QStringLiteral("Air Koryo")};
        const QString source = sourceLine({}, facts);
        QVERIFY2(source.contains(QStringLiteral("뺀 것: 고려항공.")), qPrintable(source));
    }

    // Put together from many words, they read as a Korean would write them.
    void morningNoteNamesTheSitesAsTheWindowDoes() {
        const words::MorningNote note{.asOf = sample::now(),
                                      .watched = std::chrono::hours(24),
                                      .sites = {{.label = "Foreign Ministry"}},
                                      .routes = {}};
        const QString said = words::sentenceOf(note, words::CopyLanguage::Korean);
        QVERIFY2(said.contains(QStringLiteral("외무성은 판단할 수 없다")), qPrintable(said));
    }

    void whatTheListNamesIsKoreanInCopy() {
        testing::Told told("sites 100-190; ns1 100-", 300);
        for (Target& target : told.watchlist.targets)
            if (target.name == "ns1")
                target.label = "ns1 of the sites";
        const words::Copy copy = told.koreanCopy();
        for (const QString& each : {copy.brief, copy.full})
            QVERIFY2(each.contains(QStringLiteral("네임서버 1대(사이트 ns1)")), qPrintable(each));
    }

    void theFirstSignOfAHostIsNamedInKorean() {
        QCOMPARE(words::label("KCNA" + std::string(firstSign)), words::label("KCNA") + QStringLiteral(", 첫 신호"));
    }

    void aDeskThatGaveItselfNoNameIsNamedInKorean() {
        QCOMPARE(words::label("another computer", 40), QStringLiteral("다른 컴퓨터"));
        QCOMPARE(words::label("Their own line", 40), QStringLiteral("그쪽 자체 회선"));
    }

    void unitsAreKoreanWhateverTheComputerSpeaks() {
        QCOMPARE(words::dataSize(0), QStringLiteral("0바이트"));
        for (const Message& message : readMessages())
            if (message.source == QStringLiteral("ms"))
                QCOMPARE(message.korean, QStringLiteral("밀리초"));
    }

    void aDayIsReadAsKoreanWritesIt() {
        for (const char* const day : {"2026년 11월 28일", "2026년 11월 28일(토)", "2026년11월28일", "2026-11-28"})
            QCOMPARE(words::typedDay(QString::fromUtf8(day)), QDate(2026, 11, 28));
        QVERIFY(!words::typedDay(QString::fromUtf8("11월 28일")).isValid());
    }

    void sentencesOfTheWindowAndOfAChartReadAsKorean() {
        const words::Headline top = words::headline(sample::live(), {});
        qInfo().noquote() << top.sentence;
        qInfo().noquote() << top.second;
        const Timeline day = sample::timeline({sample::ago(24), sample::now()});
        qInfo().noquote() << suggestedHeadline(day, {});
        qInfo().noquote() << suggestedStandfirst(day, {});
        qInfo().noquote() << altText(day, {});
    }

  private:
    // Those that are wrong, a line each; what is not translated yet is another test's.
    QString wrong(const std::function<bool(const Message&)>& is_wrong, bool of_all = false) const {
        QStringList lines;
        for (const Message& message : m_messages) {
            if ((isWhole(message) || of_all) && is_wrong(message))
                lines << QStringLiteral("%1: \"%2\" \"%3\"").arg(message.context, message.source, message.korean);
        }
        return lines.join(QLatin1Char('\n'));
    }

    QList<Message> m_messages;
};

// A computer without a single font: what is drawn is drawn with those that the program carries.
int main(int argc, char** argv) {
    const QTemporaryDir folder;
    QFile none(folder.filePath(QStringLiteral("fonts.conf")));
    if (!none.open(QIODevice::WriteOnly))
        return 1;
    none.write("<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><cachedir>" +
               QFile::encodeName(folder.path()) + "</cachedir></fontconfig>\n");
    none.close();
    qputenv("FONTCONFIG_FILE", QFile::encodeName(none.fileName()));
    const QApplication app(argc, argv);
    TestKoreanWords test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_korean_words.moc"
