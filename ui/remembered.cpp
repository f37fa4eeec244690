// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/remembered.h"

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

QSettings file() {
    return {QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + QStringLiteral("/window.ini"),
            QSettings::IniFormat};
}

} // namespace

Remembered remembered() {
    const QSettings stored = file();
    Remembered result;
    result.geometry = stored.value(QStringLiteral("window/geometry")).toByteArray();
    const QString theme = stored.value(QStringLiteral("window/theme")).toString();
    for (const auto& [choice, word] : themes)
        if (theme == QLatin1String(word))
            result.theme = choice;
    result.textPercent = std::clamp(stored.value(QStringLiteral("window/text-percent"), 100).toInt(), 100, 200);
    result.chartPreset = stored.value(QStringLiteral("chart/preset"), QString::fromStdString(result.chartPreset))
                             .toString()
                             .toStdString();
    result.chartDark = stored.value(QStringLiteral("chart/dark"), false).toBool();
    result.keepAwake = stored.value(QStringLiteral("watch/keep-awake"), true).toBool();
    result.technical = stored.value(QStringLiteral("window/technical"), false).toBool();
    return result;
}

void remember(const Remembered& what) {
    QSettings stored = file();
    stored.setValue(QStringLiteral("window/geometry"), what.geometry);
    for (const auto& [choice, word] : themes)
        if (what.theme == choice)
            stored.setValue(QStringLiteral("window/theme"), QLatin1String(word));
    stored.setValue(QStringLiteral("window/text-percent"), what.textPercent);
    stored.setValue(QStringLiteral("chart/preset"), QString::fromStdString(what.chartPreset));
    stored.setValue(QStringLiteral("chart/dark"), what.chartDark);
    stored.setValue(QStringLiteral("watch/keep-awake"), what.keepAwake);
    stored.setValue(QStringLiteral("window/technical"), what.technical);
}

std::string rememberedPlace() { return file().value(QStringLiteral("record/place")).toString().toStdString(); }

void rememberPlace(const std::string& directory) {
    QSettings stored = file();
    stored.setValue(QStringLiteral("record/place"), QString::fromStdString(directory));
}

void forgetRemembered() { QFile::remove(file().fileName()); }

} // namespace kpwatch
