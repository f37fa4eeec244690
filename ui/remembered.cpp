// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/remembered.h"

#include <QDir>
#include <QFile>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>
#include <array>
#include <utility>

namespace kpwatch {

namespace {

constexpr std::array themes{std::pair{ThemeChoice::System, "system"}, std::pair{ThemeChoice::Light, "light"},
                            std::pair{ThemeChoice::Dark, "dark"}};

constexpr std::array wishes{std::pair{Wish::AsDesktop, "desktop"}, std::pair{Wish::Yes, "yes"},
                            std::pair{Wish::No, "no"}};

constexpr std::array orders{std::pair{LogOrder::Newest, "newest"}, std::pair{LogOrder::Oldest, "oldest"},
                            std::pair{LogOrder::Longest, "longest"}, std::pair{LogOrder::Shortest, "shortest"},
                            std::pair{LogOrder::MostTargets, "most-targets"}};

constexpr std::array<const char*, rangeChoices.size()> ranges{"hour",  "six-hours", "day", "week",
                                                              "month", "year",      "all"}; // as rangeChoices

QString folder() { return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation); }

QSettings file() { return {folder() + QStringLiteral("/window.ini"), QSettings::IniFormat}; }

struct ChartSwitch {
    const char* key;
    bool ChartStyle::*member;
};
constexpr std::array chartSwitches{
    ChartSwitch{"chart/dark", &ChartStyle::dark}, ChartSwitch{"chart/outlines", &ChartStyle::outlines},
    ChartSwitch{"chart/carriers", &ChartStyle::carriers}, ChartSwitch{"chart/totals", &ChartStyle::totals},
    ChartSwitch{"chart/routes", &ChartStyle::routes}};
struct ChartText {
    const char* key;
    QString ChartStyle::*member;
};
constexpr std::array chartTexts{
    ChartText{"chart/newsroom", &ChartStyle::newsroom}, ChartText{"chart/place", &ChartStyle::place},
    ChartText{"chart/logo", &ChartStyle::logo}, ChartText{"chart/folder", &ChartStyle::folder}};

ChartStyle rememberedChart(const QSettings& stored) {
    ChartStyle chart;
    chart.preset =
        stored.value(QStringLiteral("chart/preset"), QString::fromStdString(chart.preset)).toString().toStdString();
    chart.scale = std::clamp(stored.value(QStringLiteral("chart/scale"), 1).toInt(), 1, 2);
    const QString format = stored.value(QStringLiteral("chart/format")).toString();
    for (const FormatName& each : chartFormats)
        if (format == QLatin1String(each.word))
            chart.format = each.format;
    for (const ChartSwitch& each : chartSwitches)
        chart.*each.member = stored.value(QLatin1String(each.key), chart.*each.member).toBool();
    for (const ChartText& each : chartTexts)
        chart.*each.member = stored.value(QLatin1String(each.key)).toString();
    return chart;
}

void rememberChart(QSettings& stored, const ChartStyle& chart) {
    stored.setValue(QStringLiteral("chart/preset"), QString::fromStdString(chart.preset));
    stored.setValue(QStringLiteral("chart/scale"), qRound(chart.scale));
    stored.setValue(QStringLiteral("chart/format"), QLatin1String(nameOf(chart.format).word));
    for (const ChartSwitch& each : chartSwitches)
        stored.setValue(QLatin1String(each.key), chart.*each.member);
    for (const ChartText& each : chartTexts)
        stored.setValue(QLatin1String(each.key), chart.*each.member);
}

template <typename Choice, std::size_t size>
Choice choiceIn(const QSettings& stored, const char* key,
                const std::array<std::pair<Choice, const char*>, size>& words) {
    const QString word = stored.value(QLatin1String(key)).toString();
    for (const auto& [choice, name] : words)
        if (word == QLatin1String(name))
            return choice;
    return words.front().first;
}

template <typename Choice, std::size_t size>
void writeChoice(QSettings& stored, const char* key, Choice chosen,
                 const std::array<std::pair<Choice, const char*>, size>& words) {
    for (const auto& [choice, name] : words)
        if (choice == chosen)
            stored.setValue(QLatin1String(key), QLatin1String(name));
}

Look rememberedLook(const QSettings& stored) {
    return {choiceIn(stored, "window/theme", themes),
            std::clamp(stored.value(QStringLiteral("window/text-percent"), 100).toInt(), 100, 200),
            choiceIn(stored, "window/contrast", wishes), choiceIn(stored, "window/stillness", wishes),
            stored.value(QStringLiteral("window/language")).toString()};
}

void rememberLook(QSettings& stored, const Look& look) {
    writeChoice(stored, "window/theme", look.theme, themes);
    stored.setValue(QStringLiteral("window/text-percent"), look.textPercent);
    writeChoice(stored, "window/contrast", look.contrast, wishes);
    writeChoice(stored, "window/stillness", look.stillness, wishes);
    stored.setValue(QStringLiteral("window/language"), look.language);
}

int minuteIn(const QSettings& stored, const char* key) {
    return std::clamp(stored.value(QLatin1String(key)).toInt(), 0, 24 * 60 - 1);
}

} // namespace

Remembered remembered() {
    const QSettings stored = file();
    Remembered result;
    result.geometry = stored.value(QStringLiteral("window/geometry")).toByteArray();
    result.look = rememberedLook(stored);
    const QString range = stored.value(QStringLiteral("timeline/range")).toString();
    for (std::size_t i = 0; i < ranges.size(); ++i)
        if (range == QLatin1String(ranges[i]))
            result.range = rangeChoices[i];
    result.order = choiceIn(stored, "incidents/order", orders);
    result.chart = rememberedChart(stored);
    result.keepAwake = stored.value(QStringLiteral("watch/keep-awake"), true).toBool();
    result.tellHere = stored.value(QStringLiteral("tell/desktop"), true).toBool();
    if (stored.contains(QStringLiteral("tell/quiet-from")))
        result.quiet = QuietHours{minuteIn(stored, "tell/quiet-from"), minuteIn(stored, "tell/quiet-to")};
    result.morningTold = stored.value(QStringLiteral("morning/told")).toString();
    result.tray = stored.value(QStringLiteral("tray/icon"), true).toBool();
    result.closeToTray = stored.value(QStringLiteral("tray/stays"), false).toBool();
    if (stored.contains(QStringLiteral("tray/dark-panel")))
        result.darkPanel = stored.value(QStringLiteral("tray/dark-panel")).toBool();
    result.technical = stored.value(QStringLiteral("window/technical"), false).toBool();
    return result;
}

void remember(const Remembered& what) {
    QSettings stored = file();
    stored.setValue(QStringLiteral("window/geometry"), what.geometry);
    rememberLook(stored, what.look);
    for (std::size_t i = 0; i < ranges.size(); ++i)
        if (what.range == rangeChoices[i])
            stored.setValue(QStringLiteral("timeline/range"), QLatin1String(ranges[i]));
    writeChoice(stored, "incidents/order", what.order, orders);
    rememberChart(stored, what.chart);
    stored.setValue(QStringLiteral("watch/keep-awake"), what.keepAwake);
    stored.setValue(QStringLiteral("tell/desktop"), what.tellHere);
    if (what.quiet) {
        stored.setValue(QStringLiteral("tell/quiet-from"), what.quiet->from);
        stored.setValue(QStringLiteral("tell/quiet-to"), what.quiet->to);
    } else {
        stored.remove(QStringLiteral("tell/quiet-from"));
        stored.remove(QStringLiteral("tell/quiet-to"));
    }
    stored.setValue(QStringLiteral("morning/told"), what.morningTold);
    stored.setValue(QStringLiteral("tray/icon"), what.tray);
    stored.setValue(QStringLiteral("tray/stays"), what.closeToTray);
    if (what.darkPanel)
        stored.setValue(QStringLiteral("tray/dark-panel"), *what.darkPanel);
    else
        stored.remove(QStringLiteral("tray/dark-panel"));
    stored.setValue(QStringLiteral("window/technical"), what.technical);
}

std::string rememberedPlace() { return file().value(QStringLiteral("record/place")).toString().toStdString(); }

void rememberPlace(const std::string& directory) {
    QSettings stored = file();
    stored.setValue(QStringLiteral("record/place"), QString::fromStdString(directory));
}

void forgetRemembered() {
    QFile::remove(file().fileName());
    QFile::remove(folder() + QStringLiteral("/QtProject.conf")); // as QFileDialog calls it
    QDir().rmdir(folder());                                      // if nothing else lies there
}

void keepFileDialogsApart() { QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder()); }

} // namespace kpwatch
