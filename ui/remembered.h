// SPDX-License-Identifier: GPL-3.0-or-later
// What the window keeps from one day to the next: its place, its theme, how charts leave. Nothing about what is
// watched. In ~/.config/kpwatch/window.ini; readable by its owner alone, like everything the program writes. GUI
// thread.
#pragma once

#include "app/tell/alert_rules.h"
#include "ui/export/chart_style.h"
#include "ui/incidents/log_order.h"
#include "ui/live/view_state.h"

#include <QByteArray>

#include <string>

namespace kpwatch {

enum class ThemeChoice { System, Light, Dark };
enum class Wish { AsDesktop, Yes, No };

struct Look {
    ThemeChoice theme = ThemeChoice::System;
    int textPercent = 100;            // 100 to 200
    Wish contrast = Wish::AsDesktop;  // higher
    Wish stillness = Wish::AsDesktop; // nothing moves or blinks
    QString language{};               // "en", "ko"; empty: as the desktop
    bool operator==(const Look&) const = default;
};

struct Remembered {
    QByteArray geometry{}; // QWidget::saveGeometry(); empty: none yet
    Look look{};
    ChartStyle chart{};
    bool keepAwake = true;                // the computer, while watching
    bool technical = false;               // detail in the tiles
    bool tellHere = true;                 // by notifications of this desktop
    std::optional<QuietHours> quiet{};    // of them
    QString morningTold{};                // the day whose morning note was shown, "2026-03-05"
    bool tray = true;                     // an icon in the panel, where there is a place for it
    bool closeToTray = false;             // closing the window leaves it there
    std::optional<bool> darkPanel{};      // as the person says; else as the desktop
    RangeChoice range = RangeChoice::Day; // that the time line begins with
    LogOrder order = LogOrder::Newest;    // of the list of incidents
};

// What cannot be read is as if it had never been written.
Remembered remembered();
void remember(const Remembered& what);
void forgetRemembered(); // the files are removed, and their folder if nothing else lies there

// What Qt's file dialogs remember of folders lies beside it and goes with it, not in a file of all Qt programs. Before
// the first window.
void keepFileDialogsApart();

// Where the record lies, if a person has chosen another place than the usual one; empty: the usual one.
std::string rememberedPlace();
void rememberPlace(const std::string& directory);

} // namespace kpwatch
