// SPDX-License-Identifier: GPL-3.0-or-later
// The state in the panel of the desktop, where there is a place for it: as a shape with a count, its words as tooltip,
// and a menu. Where there is none the window's title and the notifications are enough. Panels come and go while we run.
// GUI thread.
#pragma once

#include "ui/paint/tray_picture.h"
#include "ui/tell/tray_host.h"

#include <QMenu>
#include <QSystemTrayIcon>

#include <memory>
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

    bool available() const { return m_host.isThere(); } // somebody shows such icons now
    void setWanted(bool wanted);
    // Of the panel: nullopt, as the desktop; Qt cannot see its colour.
    void setDarkPanel(std::optional<bool> dark);
    void setWords(const TrayWords& words);
    bool isShown() const { return m_icon && m_icon->isVisible() && available(); }
    const QMenu& menu() const { return m_menu; }

  Q_SIGNALS:
    void openWanted();
    void pauseWanted(); // for an hour; or on again
    void exportWanted();
    void quitWanted();
    void shownChanged(); // it came, or it went

  private:
    void follow();
    void draw();
    void write();

    TrayHost m_host;
    TrayWords m_words;
    bool m_wanted = false;
    std::optional<bool> m_darkPanel;
    std::optional<bool> m_darkDesktop; // as it was when the icon was first wanted
    QMenu m_menu;
    QAction *m_headline, *m_pause;
    // Made when there is a panel, not before: Qt asks for one at the first icon, and never again.
    std::unique_ptr<QSystemTrayIcon> m_icon;
};

} // namespace kpwatch
