// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include <QDir>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QPushButton>
#include <QRawFont>
#include <QResource>
#include <QtTest>

#include <cmath>

using namespace kpwatch;

namespace {

// WCAG 2.x relative luminance and contrast.
double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}
double luminance(const QColor& c) {
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}
double contrast(const QColor& one, const QColor& other) {
    const double a = luminance(one), b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace
Q_DECLARE_METATYPE(const Theme*)

class TestTheme : public QObject {
    Q_OBJECT

    static void themes() {
        QTest::addColumn<const Theme*>("theme");
        QTest::newRow("light") << &Theme::light();
        QTest::newRow("night") << &Theme::night();
        QTest::newRow("print") << &Theme::print();
        QTest::newRow("print night") << &Theme::printNight();
    }

  private Q_SLOTS:
    void initTestCase() { installFonts(); }

    // 800 kB that need not be copied.
    void fontsAreReadWhereTheyLie() {
        const QDir fonts(QStringLiteral(":/fonts"));
        const QStringList files = fonts.entryList();
        QVERIFY(!files.isEmpty());
        for (const QString& file : files) {
            const QResource within(fonts.filePath(file));
            QCOMPARE(within.compressionAlgorithm(), QResource::NoCompression);
            QVERIFY(within.uncompressedData().constData() == reinterpret_cast<const char*>(within.data()));
        }
    }

    // The table of the design, token by token.
    void tokensAreThoseOfTheDesign() {
        struct Row {
            const char* name;
            QColor Theme::*token;
            const char* light;
            const char* dark;
        };
        const Row rows[] = {
            {"window", &Theme::window, "#F4F6F8", "#0E1217"},
            {"surface", &Theme::surface, "#FFFFFF", "#161B22"},
            {"surface2", &Theme::surface2, "#EBEFF3", "#1F262F"},
            {"border", &Theme::border, "#D3DAE2", "#2D3641"},
            {"borderStrong", &Theme::borderStrong, "#7C8796", "#75818F"},
            {"grid", &Theme::grid, "#E4E9EE", "#232B34"},
            {"text", &Theme::text, "#141A22", "#EEF2F6"},
            {"text2", &Theme::text2, "#465160", "#B4BECA"},
            {"text3", &Theme::text3, "#5D6877", "#929EAC"},
            {"accent", &Theme::accent, "#1756B4", "#7DB3FF"},
            {"onAccent", &Theme::onAccent, "#FFFFFF", "#0B1017"},
            {"up", &Theme::up, "#3B83AD", "#5AA5CF"},
            {"degraded", &Theme::degraded, "#B97708", "#E9A93A"},
            {"down", &Theme::down, "#B0241B", "#E8574A"},
            {"onDown", &Theme::onDown, "#FFFFFF", "#1A0705"},
            {"unknown", &Theme::unknown, "#66717F", "#8C98A6"},
            {"not monitored", &Theme::notMonitored, "#7C8796", "#75818F"},
            {"own connection down", &Theme::ownLine, "#2F3947", "#AEB9C7"},
            {"upText", &Theme::upText, "#1F638A", "#86C2E4"},
            {"degradedText", &Theme::degradedText, "#885500", "#F2BC5C"},
            {"downText", &Theme::downText, "#A11D15", "#FF9385"},
            {"unknownText", &Theme::unknownText, "#4B5664", "#B4BECA"},
            {"downTint", &Theme::downTint, "#FCEDEB", "#321A19"},
            {"degTint", &Theme::degradedTint, "#FDF3E1", "#2D2414"},
            {"ownTint", &Theme::ownTint, "#E3E8EE", "#262E38"},
        };
        for (const Row& row : rows) {
            QVERIFY2(Theme::light().*row.token == QColor(QLatin1String(row.light)), row.name);
            QVERIFY2(Theme::night().*row.token == QColor(QLatin1String(row.dark)), row.name);
        }
        QCOMPARE(Theme::print().down, QColor(0x9E1B13));
        QCOMPARE(Theme::print().up, QColor(0x4A8DB5));
    }

    void textIsReadableWhereItStands_data() { themes(); }
    void textIsReadableWhereItStands() {
        QFETCH(const Theme*, theme);
        const Theme& t = *theme;
        for (const QColor& text :
             {t.text, t.text2, t.text3, t.upText, t.degradedText, t.downText, t.unknownText, t.ownText})
            for (const QColor& ground : {t.window, t.surface, t.surface2})
                QVERIFY2(contrast(text, ground) >= 4.5, qPrintable(text.name() + QLatin1Char(' ') + ground.name()));
        for (const QColor& ground : {t.downTint, t.degradedTint, t.ownTint})
            QVERIFY2(contrast(t.text3, ground) >= 4.5, qPrintable(ground.name()));
        QVERIFY(contrast(t.downText, t.downTint) >= 4.5);
        QVERIFY(contrast(t.degradedText, t.degradedTint) >= 4.5);
        QVERIFY(contrast(t.ownText, t.ownTint) >= 4.5);
        QVERIFY(contrast(t.onDown, t.down) >= 4.5);
        QVERIFY(contrast(t.onAccent, t.accent) >= 4.5);
        QVERIFY(contrast(t.accent, t.surface) >= 4.5);
    }

    void graphicsStandOutFromTheirGround_data() { themes(); }
    void graphicsStandOutFromTheirGround() {
        QFETCH(const Theme*, theme);
        for (int verdict = 0; verdict <= static_cast<int>(Verdict::NotMonitored); ++verdict)
            for (const QColor& ground : {theme->window, theme->surface, theme->surface2})
                QVERIFY(contrast(theme->graphic(static_cast<Verdict>(verdict)), ground) >= 3.0);
        QVERIFY(contrast(theme->borderStrong, theme->surface) >= 3.0);
    }

    void redIsOnlyForDown_data() { themes(); }
    void redIsOnlyForDown() {
        QFETCH(const Theme*, theme);
        for (int verdict = 0; verdict <= static_cast<int>(Verdict::NotMonitored); ++verdict)
            QCOMPARE(theme->graphic(static_cast<Verdict>(verdict)) == theme->down,
                     static_cast<Verdict>(verdict) == Verdict::Down);
    }

    void everyRoleOfThePaletteIsSet_data() { themes(); }
    void everyRoleOfThePaletteIsSet() {
        QFETCH(const Theme*, theme);
        const QPalette palette = paletteOf(*theme);
        for (int group = 0; group < QPalette::NColorGroups; ++group)
            for (int role = 0; role < QPalette::NColorRoles; ++role) {
                if (role == QPalette::NoRole)
                    continue;
                QVERIFY2(palette.isBrushSet(static_cast<QPalette::ColorGroup>(group),
                                            static_cast<QPalette::ColorRole>(role)),
                         qPrintable(QStringLiteral("group %1 role %2").arg(group).arg(role)));
            }
        QVERIFY(palette.color(QPalette::Disabled, QPalette::Text) != palette.color(QPalette::Active, QPalette::Text));
    }

    void theStyleSheetParses_data() { themes(); }
    void theStyleSheetParses() {
        QFETCH(const Theme*, theme);
        const QString sheet = styleSheetOf(*theme);
        QVERIFY(!sheet.contains(QLatin1Char('@')));
        QVERIFY(!sheet.contains(QLatin1Char('%')));
        QTest::failOnWarning(QRegularExpression(QStringLiteral("[Cc]ould not parse")));
        QPushButton button;
        button.setProperty("primary", true);
        button.setStyleSheet(sheet);
        button.resize(120, 32);
        QCOMPARE(button.grab().toImage().pixelColor(60, 4), theme->accent);
    }

    void theEmbeddedFontIsUsedAtEveryWeight_data() {
        QTest::addColumn<int>("weight");
        for (const int weight : {400, 500, 600, 700})
            QTest::addRow("%d", weight) << weight;
    }
    void theEmbeddedFontIsUsedAtEveryWeight() {
        QFETCH(int, weight);
        const QFontInfo info(font(24, weight));
        QCOMPARE(info.family(), QStringLiteral("KPWatch Sans"));
        QCOMPARE(static_cast<int>(info.weight()), weight);
        const QFontMetricsF metrics(font(100, weight));
        for (char digit = '0'; digit <= '9'; ++digit)
            QCOMPARE(metrics.horizontalAdvance(QLatin1Char(digit)), metrics.horizontalAdvance(QLatin1Char('0')));
    }

    // What leaves is set in Inter elsewhere, whose figures are not of one width.
    void chartsHaveTheFiguresOfInter() {
        for (const int weight : {400, 600, 700}) {
            QCOMPARE(QFontInfo(printFont(24, weight)).family(), QStringLiteral("KPWatch Chart"));
            const QFontMetricsF metrics(printFont(100, weight));
            QVERIFY(metrics.horizontalAdvance(QLatin1Char('1')) < metrics.horizontalAdvance(QLatin1Char('4')) - 10);
        }
    }

    void heavierIsWider() {
        const QString text = QStringLiteral("None of the four sites answers");
        qreal before = 0;
        for (const int weight : {400, 500, 600, 700}) {
            const qreal width = QFontMetricsF(font(40, weight)).horizontalAdvance(text);
            QVERIFY(width > before);
            before = width;
        }
    }

    void hangulIsInTheEmbeddedFonts() {
        QFont hangul(QStringLiteral("KPWatch Sans KR"));
        QCOMPARE(QFontInfo(hangul).family(), QStringLiteral("KPWatch Sans KR"));
        const QFontMetricsF metrics(hangul);
        for (const QChar character : QStringLiteral("조선중앙통신내나라고려항공외무성관측안함"))
            QVERIFY(metrics.inFont(character));
    }

    void everyHangulOfTheManualIsInBothEmbeddedWeights() {
        const QFileInfoList pages = QDir(QStringLiteral(":/manual")).entryInfoList({QStringLiteral("*.ko.html")});
        QVERIFY(!pages.empty());
        for (const QFont::Weight weight : {QFont::Normal, QFont::Bold}) {
            const QRawFont cut = QRawFont::fromFont(QFont(QStringLiteral("KPWatch Sans KR"), 12, weight));
            QCOMPARE(cut.familyName(), QStringLiteral("KPWatch Sans KR"));
            for (const QFileInfo& info : pages) {
                QFile page(info.filePath());
                QVERIFY(page.open(QIODevice::ReadOnly));
                for (const QChar character : QString::fromUtf8(page.readAll()))
                    if (character.script() == QChar::Script_Hangul)
                        QVERIFY2(cut.supportsCharacter(character), qPrintable(QString(character)));
            }
        }
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
