// SPDX-License-Identifier: GPL-3.0-or-later
// Name, the one tab there is, how our own line does, and the two buttons. GUI thread.
#pragma once

#include "app/watch/monitor.h"
#include "ui/live/controls.h"

class QMenu;

namespace kpwatch {

class TopBar : public QWidget {
    Q_OBJECT
  public:
    TopBar(bool simulated, QWidget* parent = nullptr);
    void setOwnLine(const OwnLineStatus& line, Watching watching);
    void setMenu(QMenu* menu);
    void setExportable(bool exportable);

  Q_SIGNALS:
    void exportWanted();

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    StateIcon* m_lineIcon;
    TextLabel* m_line;
    Button* m_export;
    Button* m_menu;
};

QString ownLineSentence(const OwnLineStatus& line, Watching watching);

} // namespace kpwatch
