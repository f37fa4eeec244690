// SPDX-License-Identifier: GPL-3.0-or-later
// The state in the panel of the desktop, where there is a place for it: as a shape with a count, its words as tooltip,
// and a menu. Where there is none the window's title and the notifications are enough. GUI thread.
#pragma once

#include "ui/paint/tray_picture.h"

#include <QMenu>
#include <QSystemTrayIcon>

#include <optional>

namespace kpwatch {

struct TrayWords {
    TrayState state;
    QString headline, since;
    bool running = false, paused = false;
    bool operator==(const TrayWords&) const = default;
};

class TrayIcon : public QObject {
    Q_OBJECT
  public:
    explicit TrayIcon(QObject* parent = nullptr);

    // Whether somebody shows such icons now. It may come or go while we run.
    static bool available() { return QSystemTrayIcon::isSystemTrayAvailable(); }
    void setWanted(bool wanted);
    // Of the panel: nullopt, as the desktop; Qt cannot see its colour.
    void setDarkPanel(std::optional<bool> dark);
    void setWords(const TrayWords& words);
    bool isShown() const { return m_icon.isVisible() && available(); }
    const QMenu& menu() const { return m_menu; }

  Q_SIGNALS:
    void openWanted();
    void pauseWanted(); // for an hour; or on again
    void exportWanted();
    void quitWanted();

  private:
    void draw();

    TrayWords m_words;
    bool m_wanted = false;
    std::optional<bool> m_darkPanel;
    std::optional<bool> m_darkDesktop; // as it was when the icon was first wanted
    QMenu m_menu;
    QAction *m_headline, *m_pause;
    QSystemTrayIcon m_icon;
};

} // namespace kpwatch
