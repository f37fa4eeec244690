// SPDX-License-Identifier: GPL-3.0-or-later
// The person's part of a review: what was said by hand, with what was undone, and their own notes and links. GUI
// thread.
#pragma once

#include "app/desk/notes.h"
#include "app/story/by_hand.h"
#include "ui/live/card.h"

class QVBoxLayout;

namespace kpwatch {

class Button;
class NotesList;

class SaidCard : public Card {
    Q_OBJECT
  public:
    explicit SaidCard(QWidget* parent = nullptr);
    // With all that was ever said of it, and the watchlist of its time.
    void setIncident(const Incident& incident, const std::vector<SaidOfIt>& said, const Watchlist& watchlist);
    void setHands(std::vector<Hand> possible); // what can be done to it
    void setNotes(const Notes* notes);         // nullptr: none are kept here

  Q_SIGNALS:
    void handWanted(Hand hand);
    void undoWanted(const Judgement& judgement);

  private:
    void chooseHand();
    std::vector<Hand> m_possible;
    std::vector<SaidOfIt> m_said; // what stands there is left alone: somebody may be about to press it
    Button* m_hand;
    QVBoxLayout* m_lines;
    NotesList* m_notes;
};

} // namespace kpwatch
