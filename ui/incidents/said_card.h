// SPDX-License-Identifier: GPL-3.0-or-later
// The person's part of a review: what was said by hand and can be undone, and their own notes and links. GUI thread.
#pragma once

#include "app/desk/notes.h"
#include "app/story/incident.h"
#include "ui/live/card.h"

#include <functional>

class QLineEdit;
class QVBoxLayout;

namespace kpwatch {

class Button;
class TextLabel;

class SaidCard : public Card {
    Q_OBJECT
  public:
    explicit SaidCard(QWidget* parent = nullptr);
    void setIncident(const Incident& incident, const Watchlist& watchlist); // of its time
    void setHands(std::vector<Hand> possible);                              // what can be done to it
    void setNotes(const Notes* notes);                                      // nullptr: none are kept here

  Q_SIGNALS:
    void handWanted(Hand hand);
    void undoWanted(const Judgement& judgement);

  private:
    void chooseHand();
    void keep();
    void showSaid(const Watchlist& watchlist);
    void showNotes();
    void orderTabs();                                // as they stand
    bool attempt(const std::function<void()>& work); // false: it failed, and why stands there
    const Notes* m_notes = nullptr;
    std::vector<Hand> m_possible;
    std::optional<Incident> m_incident;
    std::vector<Judgement> m_saidByHand; // what stands there is left alone: somebody may be about to press it
    std::vector<Note> m_keptNotes;
    Button* m_hand;
    QVBoxLayout* m_said;
    QVBoxLayout* m_kept;
    QLineEdit* m_note;
    TextLabel* m_trouble;
};

} // namespace kpwatch
