// SPDX-License-Identifier: GPL-3.0-or-later
// The slot under the top bar: what stands between us and the truth right now. Says the most important thing; a button
// turns to the others. Pushes the page down, never overlays it. GUI thread.
#pragma once

#include "ui/live/banner_words.h"
#include "ui/live/controls.h"

class QBoxLayout;

namespace kpwatch {

class Banner : public QWidget {
    Q_OBJECT
  public:
    explicit Banner(QWidget* parent = nullptr);
    void setWords(const std::vector<BannerWords>& words); // none hides it; other news comes first again

  Q_SIGNALS:
    void testAgainWanted();
    void wayWanted();
    void placeWanted();    // another one for the record
    void sayPlaceWanted(); // where the person watches from
    void tellingWanted();
    void goOnWanted();  // with the copy that is shown
    void closeWanted(); // of the note about the record

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void show(std::size_t index);
    void arrange();
    std::vector<BannerWords> m_words;
    std::size_t m_shown = 0;
    StateIcon* m_icon;
    TextLabel* m_strong;
    TextLabel* m_sentence;
    Button* m_action;
    Button* m_next;
    QBoxLayout* m_line;
};

} // namespace kpwatch
