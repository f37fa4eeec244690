// SPDX-License-Identifier: GPL-3.0-or-later
// A card beside the time line about what nobody of us saw: what the routes did while nobody watched, or, where there is
// no record yet, a day of the past that public routing data can show. Takes values; says what is wanted. GUI thread.
#pragma once

#include "app/story/while_away.h"
#include "ui/live/card.h"

namespace kpwatch {

class Button;
class TextLabel;

class AwayCard : public Card {
    Q_OBJECT
  public:
    explicit AwayCard(QWidget* parent = nullptr);
    // Hidden without anything to tell. `young`: the record is of today, so an outage of long ago is offered.
    // `asking`: a past time is being asked about.
    void setFacts(const std::optional<WhileAway>& away, bool young, bool asking);

    // 7 June 2025 in Korea: an outage of some nine hours, told of by many.
    static TimeRange offered();

  Q_SIGNALS:
    void seenWanted(TimeRange range); // in the time line
    void pastWanted(TimeRange range); // from public routing data

  private:
    void refresh();

    std::optional<WhileAway> m_away;
    std::optional<WhileAway> m_hidden; // the person has read it
    bool m_young = false, m_asking = false;
    TextLabel* m_title;
    TextLabel* m_clock;
    TextLabel* m_text;
    TextLabel* m_source;
    Button* m_show;
    Button* m_hide;
};

} // namespace kpwatch
