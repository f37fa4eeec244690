// SPDX-License-Identifier: GPL-3.0-or-later
// What others say, beneath the headline: how far asking other places has come, what they answered, and how the public
// sources do that are switched on. Hidden while none is. GUI thread.
#pragma once

#include "app/watch/monitor.h"

#include <QWidget>

class QPushButton;

namespace kpwatch {

class TextLabel;

// Not while a round is under way, nor while the platform is left alone.
bool mayAskElsewhere(const Picture& picture, UtcTime now);

class ElsewhereStrip : public QWidget {
    Q_OBJECT
  public:
    explicit ElsewhereStrip(QWidget* parent = nullptr);
    void setPicture(const Picture& picture, UtcTime now);

  Q_SIGNALS:
    void askWanted();

  private:
    TextLabel* m_places;
    TextLabel* m_sources;
    QPushButton* m_ask;
};

} // namespace kpwatch
