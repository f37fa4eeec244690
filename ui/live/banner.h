// SPDX-License-Identifier: GPL-3.0-or-later
// The slot under the top bar: what stands between us and the truth right now. Pushes the page down, never overlays it.
// GUI thread.
#pragma once

#include "ui/live/controls.h"

namespace kpwatch {

struct BannerWords {
    Verdict icon = Verdict::Unknown;
    QString strong, sentence;
    QString action; // the button; empty for none
    bool operator==(const BannerWords&) const = default;
};

class Banner : public QWidget {
    Q_OBJECT
  public:
    explicit Banner(QWidget* parent = nullptr);
    void setWords(const std::optional<BannerWords>& words); // none hides it

  Q_SIGNALS:
    void actionWanted();

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    StateIcon* m_icon;
    TextLabel* m_strong;
    TextLabel* m_sentence;
    Button* m_action;
};

} // namespace kpwatch
