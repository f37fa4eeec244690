// SPDX-License-Identifier: GPL-3.0-or-later
// Name, the tabs, how our own line does, whether the computer is kept awake, and the two buttons. GUI
// thread.
#pragma once

#include "app/watch/monitor.h"
#include "ui/live/controls.h"

class QMenu;

namespace kpwatch {

class OwnLineButton;
class Switch;

enum class Tab { Live, Incidents };

class TopBar : public QWidget {
    Q_OBJECT
  public:
    TopBar(bool simulated, QWidget* parent = nullptr);
    void setPicture(const Picture& picture);
    void setKeepAwake(bool wanted);
    void setTechnical(bool shown);
    void setMenu(QMenu* menu);
    void setExportable(bool exportable);
    void setTab(Tab tab);

  Q_SIGNALS:
    void tabChosen(Tab tab);
    void exportWanted();
    void findWanted();
    void keepAwakeWanted(bool wanted);
    void technicalWanted(bool shown);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void makeRoom();
    QWidget* m_mark = nullptr;
    TextLabel* m_name; // from here on in the order that Tab goes through
    Button* m_live;
    Button* m_incidents;
    OwnLineButton* m_line;
    Switch* m_technical;
    Switch* m_awake;
    Button* m_find;
    Button* m_export;
    Button* m_menu;
};

} // namespace kpwatch
