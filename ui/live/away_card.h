// SPDX-License-Identifier: GPL-3.0-or-later
// A card beside the time line about what nobody of us saw: what the routes did while nobody watched, or, where there is
// no record yet, a day of the past that public routing data can show. Takes values; says what is wanted. GUI thread.
#pragma once

#include "app/story/while_away.h"
#include "ui/live/card.h"

namespace kpwatch {

class Button;
class TextLabel;

struct AwayFacts {
    std::optional<WhileAway> away;
    std::optional<PastTold> inVain; // of the time in view the person asked, and nobody knew anything
    bool young = false;             // the record is of today, so an outage of long ago is offered
    bool asking = false;            // a past time is being asked about
    std::optional<UtcTime> waits;   // until then
    bool operator==(const AwayFacts&) const = default;
};

class AwayCard : public Card {
    Q_OBJECT
  public:
    explicit AwayCard(QWidget* parent = nullptr);
    void setFacts(const AwayFacts& facts); // hidden without anything to tell

    // 7 June 2025 in Korea: an outage of some nine hours, told of by many.
    static TimeRange offered();

  Q_SIGNALS:
    void seenWanted(TimeRange range); // in the time line
    void pastWanted(TimeRange range); // from public routing data

  private:
    void refresh();
    QString asked() const;
    bool tellsInVain() const { return m_facts.inVain && m_facts.inVain != m_hiddenInVain; }
    bool tellsAway() const { return m_facts.away && m_facts.away != m_hidden; }

    AwayFacts m_facts;
    std::optional<WhileAway> m_hidden; // the person has read it
    std::optional<PastTold> m_hiddenInVain;
    TextLabel* m_title;
    TextLabel* m_clock;
    TextLabel* m_text;
    TextLabel* m_source;
    TextLabel* m_asked; // beside something else
    Button* m_show;
    Button* m_hide;
};

} // namespace kpwatch
