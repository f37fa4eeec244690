// SPDX-License-Identifier: GPL-3.0-or-later
// The last 24 hours, shown once on the first look of a morning until it is put away; may be copied. GUI thread.
#pragma once

#include "app/words/morning_note.h"
#include "ui/live/card.h"

#include <QDateTime>

namespace kpwatch {

class Button;
class TextLabel;

class MorningCard : public Card {
    Q_OBJECT
  public:
    explicit MorningCard(QWidget* parent = nullptr);
    void setNote(const std::optional<words::MorningNote>& note); // none hides it
    bool tells() const { return m_note.has_value(); }

  private:
    std::optional<words::MorningNote> m_note;
    TextLabel* m_text;
    Button *m_copy, *m_hide;
};

// The day whose morning it is at this local time: it begins at 05:00, so that a look in the night is none of the day.
QDate dayOfMorning(const QDateTime& local);

} // namespace kpwatch
