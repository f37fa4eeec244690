// SPDX-License-Identifier: GPL-3.0-or-later
// The answer in one sentence, and what time it is: in Korea first, then UTC, then here. GUI thread.
#pragma once

#include "app/words/words.h"
#include "ui/live/controls.h"

#include <QWidget>

class QBoxLayout;

namespace kpwatch {

class HeadlineBar : public QWidget {
    Q_OBJECT
  public:
    explicit HeadlineBar(QWidget* parent = nullptr);
    void setHeadline(const words::Headline& headline);
    void setNow(UtcTime now, bool seconds = true);

  protected:
    void resizeEvent(QResizeEvent* event) override; // the clocks stand beneath where there is no room beside

  private:
    QBoxLayout* m_row;
    QBoxLayout* m_clocks;
    StateIcon* m_icon;
    TextLabel* m_sentence;
    TextLabel* m_second;
    TextLabel* m_kst;
    TextLabel* m_zone;
    TextLabel* m_others;
    qint64 m_announcedSecond = 0; // for screen readers: once a minute at most
};

} // namespace kpwatch
