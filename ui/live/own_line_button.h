// SPDX-License-Identifier: GPL-3.0-or-later
// How our own line and the way there do, in one sentence; a click or Enter opens what that rests on. GUI thread.
#pragma once

#include "app/watch/monitor.h"
#include "ui/live/controls.h"

namespace kpwatch {

class OwnLineButton : public QAbstractButton {
    Q_OBJECT
  public:
    explicit OwnLineButton(QWidget* parent = nullptr);
    void setOwnLine(const OwnLineStatus& line, Watching watching);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void openPopup();
    Verdict m_state = Verdict::NotMonitored;
    QStringList m_lines;
};

// "Your connection: working, the way there is not".
QString ownLineSentence(const OwnLineStatus& line, Watching watching);
// What it rests on, a line per ring of test addresses.
QStringList ownLineGrounds(const OwnLineStatus& line);

} // namespace kpwatch
