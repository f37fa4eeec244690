// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include "resources/resources.h"

#include <QApplication>
#include <QFontDatabase>
#include <QResource>
#include <QStringList>

#include <algorithm>
#include <atomic>

namespace kpwatch {
namespace {

// Contrast of every token is computed in tst_theme: text 4.5, graphics 3.0 on the surfaces it stands on (WCAG 2.x).
Theme lightTokens() {
    Theme t;
    t.window = QColor(0xF4F6F8), t.surface = QColor(0xFFFFFF), t.surface2 = QColor(0xEBEFF3);
    t.border = QColor(0xD3DAE2), t.borderStrong = QColor(0x7C8796), t.grid = QColor(0xE4E9EE);
    t.text = QColor(0x141A22), t.text2 = QColor(0x465160), t.text3 = QColor(0x5D6877);
    t.accent = QColor(0x1756B4), t.onAccent = QColor(0xFFFFFF);
    t.up = QColor(0x3B83AD), t.degraded = QColor(0xB97708), t.down = QColor(0xB0241B), t.onDown = QColor(0xFFFFFF);
    t.unknown = QColor(0x66717F), t.notMonitored = QColor(0x7C8796), t.ownLine = QColor(0x2F3947);
    t.upText = QColor(0x1F638A), t.degradedText = QColor(0x885500), t.downText = QColor(0xA11D15);
    t.unknownText = QColor(0x4B5664), t.ownText = QColor(0x2F3947);
    t.downTint = QColor(0xFCEDEB), t.degradedTint = QColor(0xFDF3E1), t.ownTint = QColor(0xE3E8EE);
    return t;
}

Theme nightTokens() {
    Theme t;
    t.dark = true;
    t.window = QColor(0x0E1217), t.surface = QColor(0x161B22), t.surface2 = QColor(0x1F262F);
    t.border = QColor(0x2D3641), t.borderStrong = QColor(0x75818F), t.grid = QColor(0x232B34);
    t.text = QColor(0xEEF2F6), t.text2 = QColor(0xB4BECA), t.text3 = QColor(0x929EAC);
    t.accent = QColor(0x7DB3FF), t.onAccent = QColor(0x0B1017);
    t.up = QColor(0x5AA5CF), t.degraded = QColor(0xE9A93A), t.down = QColor(0xE8574A), t.onDown = QColor(0x1A0705);
    t.unknown = QColor(0x8C98A6), t.notMonitored = QColor(0x75818F), t.ownLine = QColor(0xAEB9C7);
    t.upText = QColor(0x86C2E4), t.degradedText = QColor(0xF2BC5C), t.downText = QColor(0xFF9385);
    t.unknownText = QColor(0xB4BECA), t.ownText = QColor(0xC8D1DB);
    t.downTint = QColor(0x321A19), t.degradedTint = QColor(0x2D2414), t.ownTint = QColor(0x262E38);
    return t;
}

Theme printTokens() {
    Theme t = lightTokens();
    t.window = t.surface = QColor(0xFFFFFF), t.surface2 = QColor(0xF2F4F6);
    t.border = QColor(0xC9D0D8), t.borderStrong = QColor(0x6B7580), t.grid = QColor(0xE2E6EA);
    t.text = QColor(0x111111), t.text2 = QColor(0x3D4650), t.text3 = QColor(0x57616C);
    t.up = QColor(0x4A8DB5), t.down = QColor(0x9E1B13), t.downText = QColor(0x9E1B13);
    t.unknown = QColor(0x57616C), t.notMonitored = QColor(0x6B7580);
    return t;
}

Theme printNightTokens() {
    Theme t = nightTokens();
    t.window = t.surface;
    return t;
}

} // namespace

const Theme& Theme::light() {
    static const Theme theme = lightTokens();
    return theme;
}

const Theme& Theme::night() {
    static const Theme theme = nightTokens();
    return theme;
}

const Theme& Theme::print() {
    static const Theme theme = printTokens();
    return theme;
}

const Theme& Theme::printNight() {
    static const Theme theme = printNightTokens();
    return theme;
}

Theme Theme::withContrast() const {
    Theme t = *this;
    t.contrast = true;
    t.text3 = text2;
    t.border = borderStrong;
    t.grid = border;
    t.downTint = t.degradedTint = t.ownTint = surface;
    return t;
}

static std::atomic<bool> contrastInForce{false};

void setHighContrast(bool wanted) { contrastInForce = wanted; }

const Theme& screenTheme(bool dark) {
    static const Theme light = Theme::light().withContrast(), night = Theme::night().withContrast();
    if (contrastInForce)
        return dark ? night : light;
    return dark ? Theme::night() : Theme::light();
}

QColor Theme::graphic(Verdict verdict) const {
    switch (verdict) {
    case Verdict::Up:
        return up;
    case Verdict::Degraded:
    case Verdict::ErrorPage:
        return degraded;
    case Verdict::Down:
        return down;
    case Verdict::Unknown:
    case Verdict::BlockedHere:
        return unknown;
    case Verdict::OwnConnectionDown:
        return ownLine;
    case Verdict::NotMonitored:
        return notMonitored;
    }
    return unknown;
}

QColor Theme::textOf(Verdict verdict) const {
    switch (verdict) {
    case Verdict::Up:
        return upText;
    case Verdict::Degraded:
    case Verdict::ErrorPage:
        return degradedText;
    case Verdict::Down:
        return downText;
    case Verdict::Unknown:
    case Verdict::BlockedHere:
        return unknownText;
    case Verdict::OwnConnectionDown:
        return ownText;
    case Verdict::NotMonitored:
        return text3;
    }
    return unknownText;
}

QColor Theme::tint(Verdict verdict) const {
    switch (verdict) {
    case Verdict::Down:
        return downTint;
    case Verdict::Degraded:
    case Verdict::ErrorPage:
        return degradedTint;
    case Verdict::OwnConnectionDown:
        return ownTint;
    case Verdict::BlockedHere:
        return surface2;
    case Verdict::Up:
    case Verdict::Unknown:
    case Verdict::NotMonitored:
        return surface;
    }
    return surface;
}

void installFonts() {
    static const bool installed = [] {
        initResources();
        for (const char* file :
             {"KPWatchSans-Regular", "KPWatchSans-Medium", "KPWatchSans-SemiBold", "KPWatchSans-Bold",
              "KPWatchChart-Regular", "KPWatchChart-Medium", "KPWatchChart-SemiBold", "KPWatchChart-Bold",
              "KPWatchSansKR-Regular", "KPWatchSansKR-Bold"}) {
            const QResource within(QStringLiteral(":/fonts/%1.otf").arg(QLatin1String(file)));
            if (QFontDatabase::addApplicationFontFromData(within.uncompressedData()) < 0) // in place: a file is copied
                return false;
        }
        return true;
    }();
    Q_ASSERT_X(installed, "installFonts", "the embedded fonts are missing or unreadable");
    Q_UNUSED(installed)
}

static std::atomic<qreal> scaleInForce{1};

qreal textScale() { return scaleInForce; }

void setTextScale(qreal scale) { scaleInForce = std::clamp<qreal>(scale, 1, 2); }

static QFont embedded(const QString& family, qreal px, int weight) {
    QFont result(QStringList{family, QStringLiteral("KPWatch Sans KR")});
    result.setPixelSize(std::max(1, qRound(px)));
    result.setWeight(static_cast<QFont::Weight>(weight));
    // Without hinting the same text is as wide on every machine and at every scale.
    result.setHintingPreference(QFont::PreferNoHinting);
    return result;
}

QFont font(qreal px, int weight) { return embedded(QStringLiteral("KPWatch Sans"), px * textScale(), weight); }

QFont printFont(qreal px, int weight) { return embedded(QStringLiteral("KPWatch Chart"), px, weight); }

QPalette paletteOf(const Theme& t) {
    // Every role is set: Fusion leaves what is not at its own light defaults, and Disabled text at full strength.
    QPalette palette;
    const auto all = [&palette](QPalette::ColorRole role, const QColor& colour, const QColor& disabled) {
        palette.setColor(QPalette::Active, role, colour);
        palette.setColor(QPalette::Inactive, role, colour);
        palette.setColor(QPalette::Disabled, role, disabled);
    };
    all(QPalette::Window, t.window, t.window);
    all(QPalette::WindowText, t.text, t.text3);
    all(QPalette::Base, t.surface, t.surface2);
    all(QPalette::AlternateBase, t.surface2, t.surface2);
    all(QPalette::Text, t.text, t.text3);
    all(QPalette::Button, t.surface, t.surface2);
    all(QPalette::ButtonText, t.text, t.text3);
    all(QPalette::BrightText, t.downText, t.text3);
    all(QPalette::PlaceholderText, t.text3, t.text3);
    all(QPalette::ToolTipBase, t.surface, t.surface);
    all(QPalette::ToolTipText, t.text, t.text);
    all(QPalette::Highlight, t.accent, t.borderStrong);
    all(QPalette::HighlightedText, t.onAccent, t.onAccent);
    all(QPalette::Link, t.accent, t.text3);
    all(QPalette::LinkVisited, t.accent, t.text3);
    all(QPalette::Light, t.surface, t.surface);
    all(QPalette::Midlight, t.surface2, t.surface2);
    all(QPalette::Mid, t.border, t.border);
    all(QPalette::Dark, t.borderStrong, t.border);
    all(QPalette::Shadow, t.dark ? QColor(Qt::black) : t.borderStrong, t.border);
    return palette;
}

QString styleSheetOf(const Theme& t) {
    // Buttons marked with the dynamic property "primary" are filled. No fonts in here: they would override setFont().
    QString sheet = QStringLiteral(R"(
QPushButton { color: @text; background: @surface; border: 1px solid @borderStrong; border-radius: 6px;
    padding: 6px 14px; min-height: 18px; }
QPushButton:hover, QPushButton:checked { background: @surface2; }
QPushButton:pressed { background: @border; }
QPushButton:focus { border: 2px solid @accent; padding: 5px 13px; outline: none; }
QPushButton:disabled { color: @text3; background: @surface2; border-color: @border; }
QPushButton[primary="true"] { color: @onAccent; background: @accent; border-color: @accent; }
QPushButton[primary="true"]:focus { border: 2px solid @text; }
QPushButton[primary="true"]:disabled { color: @text3; background: @surface2; border-color: @border; }
QToolButton { color: @text; background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 5px 9px; }
QToolButton:hover { background: @surface2; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: @surface2; }
QToolButton:checked { background: @surface; border-color: @borderStrong; }
QToolButton:focus { border: 2px solid @accent; padding: 4px 8px; }
QToolButton:disabled { color: @text3; }
QToolButton::menu-indicator { image: none; width: 0px; }
QPlainTextEdit { color: @text; background: @surface; border: 1px solid @borderStrong; border-radius: 6px; padding: 2px; }
QPlainTextEdit:focus { border: 2px solid @accent; padding: 1px; }
kpwatch--ComposerForm QLineEdit { color: @text; background: @surface; border: 1px solid @borderStrong; border-radius: 6px;
    padding: 5px 6px; }
kpwatch--ComposerForm QLineEdit:focus { border: 2px solid @accent; padding: 4px 5px; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QListWidget::item, QTreeWidget::item { padding: 4px 2px; }
QToolTip { color: @text; background: @surface; border: 1px solid @borderStrong; padding: 4px; }
QMenu { color: @text; background: @surface; border: 1px solid @borderStrong; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 24px; border-radius: 4px; }
QMenu::item:selected { color: @onAccent; background: @accent; }
QMenu::item:disabled { color: @text3; background: transparent; }
QMenu::separator { height: 1px; background: @border; margin: 4px 8px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0px; }
QScrollBar::handle:vertical { background: @borderStrong; border: 3px solid @surface; border-radius: 6px; min-height: 28px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0px; }
QScrollBar::handle:horizontal { background: @borderStrong; border: 3px solid @surface; border-radius: 6px; min-width: 28px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)");
    // Longest names first: "@surface" is the beginning of "@surface2".
    const std::pair<const char*, QColor> tokens[] = {
        {"@borderStrong", t.borderStrong}, {"@border", t.border}, {"@surface2", t.surface2}, {"@surface", t.surface},
        {"@onAccent", t.onAccent},         {"@accent", t.accent}, {"@text3", t.text3},       {"@text", t.text}};
    for (const auto& [token, colour] : tokens)
        sheet.replace(QLatin1String(token), colour.name());
    return sheet;
}

} // namespace kpwatch
