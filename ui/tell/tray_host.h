// SPDX-License-Identifier: GPL-3.0-or-later
// Whether somebody shows icons of programs in the panel: over D-Bus (StatusNotifierWatcher), where they come and go, or
// on X11 as a window that takes icons in. GUI thread.
#pragma once

#include <QObject>

namespace kpwatch {

class TrayHost : public QObject {
    Q_OBJECT
  public:
    explicit TrayHost(QObject* parent = nullptr);
    bool isThere() const; // over D-Bus as it last said; known a moment after the start

  Q_SIGNALS:
    void changed(); // over D-Bus

  private Q_SLOTS:
    void look();

  private:
    void setRegistered(bool registered);

    bool m_registered = false;
};

} // namespace kpwatch
