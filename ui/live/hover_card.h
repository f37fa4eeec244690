// SPDX-License-Identifier: GPL-3.0-or-later
// What one span of a lane was, in words: beside the pointer, under the keyboard's cursor, and for the screen reader.
// Stays while the pointer is on it. GUI thread; hoverWords() is pure.
#pragma once

#include "app/story/agreement.h"
#include "app/words/words.h"

#include <QFrame>

namespace kpwatch {

class StateIcon;
class TextLabel;

struct HoverWords {
    std::optional<Verdict> icon = Verdict::Unknown; // none: it is no state
    QString title;                                  // "Foreign Ministry · not answering"
    QString kst;                                    // "Thu 12 Mar, 10:52 – 11:40 KST · 48 min"
    QString utc;                                    // "01:52 – 02:40 UTC"
    QString beneath;                                // onset or reason; may be empty
    QString hint;                                   // what a double click does; not spoken
    QString spoken() const;
};
// Of the lane's span at `index`. `known` is what its spans were cut to: one that touches its edges may be longer than
// it looks.
HoverWords hoverWords(const Lane& lane, std::size_t index, TimeRange known, UtcTime now);
// Of one stretch of a comparison: `name` says of what, and with whom.
HoverWords hoverWords(const QString& name, const AgreementSpan& span, TimeRange known, UtcTime now);

class HoverCard : public QFrame {
    Q_OBJECT
  public:
    explicit HoverCard(QWidget* parent);
    // Below `anchor`, flipped at the parent's edges and, where there is room, at `right`, so that what stands beside
    // the timeline stays readable. Both in the parent's coordinates.
    void showAt(const QRect& anchor, const HoverWords& said, int right);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void leaveEvent(QEvent* event) override;

  private:
    StateIcon* m_icon;
    TextLabel* m_title;
    TextLabel* m_kst;
    TextLabel* m_utc;
    TextLabel* m_beneath;
    TextLabel* m_hint;
};

} // namespace kpwatch
