// SPDX-License-Identifier: GPL-3.0-or-later
// "No history yet", over the plot of a time line that has nothing to show: what will come, and what may be brought in.
// GUI thread.
#pragma once

#include <QFrame>

namespace kpwatch {

class Button;

class EmptyCard : public QFrame {
    Q_OBJECT
  public:
    explicit EmptyCard(QWidget* parent);
    void offerImport();

  Q_SIGNALS:
    void importWanted();

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    Button* m_import;
};

} // namespace kpwatch
