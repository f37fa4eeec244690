// SPDX-License-Identifier: GPL-3.0-or-later
// Choosing a way out and reading what it sends, one below the other: the body of the pane before the first check and of
// the dialog that changes the way later. Scrolls where it does not fit. GUI thread.
#pragma once

#include "ui/live/way_chooser.h"

#include <QScrollArea>

namespace kpwatch {

class AgreementView;

class WayGate : public QScrollArea {
    Q_OBJECT
  public:
    WayGate(const Watchlist& watchlist, const WayOut& offered, QWidget* parent = nullptr);
    std::optional<WayOut> way() const { return m_chooser->way(); } // what is chosen and shown; see WayChooser
    WayChooser& chooser() { return *m_chooser; }
    void askBelow(QWidget& question); // what is asked once the rest has been read; taken over
    QSize minimumSizeHint() const override { return {200, 160}; }

    static QString startWord(const std::optional<WayOut>& way); // of the button that ends the choice

  Q_SIGNALS:
    void changed();

  private:
    void follow();
    WayChooser* m_chooser;
    AgreementView* m_agreement;
};

} // namespace kpwatch
