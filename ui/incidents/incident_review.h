// SPDX-License-Identifier: GPL-3.0-or-later
// One incident in full: facts, what stopped answering first, the whole of it as lanes, response times, and beside them
// what the record shows. Takes values; says what it would like to know. GUI thread.
#pragma once

#include "app/history/archive.h"
#include "app/words/copy.h"
#include "ui/incidents/judge_dialog.h"
#include "ui/paint/ladder.h"

#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace kpwatch {

class AssessmentColumn;
class Button;
class FactsCard;
class IncidentLanes;
class LadderView;
class Notes;
class ResponseChart;
class SaidCard;
class Selector;
class StateIcon;
class TextLabel;

class IncidentReview : public QWidget {
    Q_OBJECT
  public:
    IncidentReview(const Watchlist& watchlist, bool simulated, QWidget* parent = nullptr);

    void setAnswer(const IncidentsAnswer& answer);                    // one with an incident shown
    void setNewsroom(const QString& newsroom, const QString& place);  // what copy says of who asked
    std::optional<TargetId> latencyOf() const { return m_latencyOf; } // chosen by the person; empty: no wish
    void setNeighbours(bool previous, bool next);                     // whether there are any to step to
    void setNotes(const Notes* notes);                                // the person's own; nullptr: none are kept here
    void offerPacks(bool offered);                                    // of evidence; at first none are
    Button& back() { return *m_back; }
    void toTop();
    // To the next or previous of head, order, response times, hand on it, assessment.
    void cycleRegion(int direction);

  Q_SIGNALS:
    void backWanted();
    void stepWanted(int rows); // down the list
    void latencyWanted();
    void seenWanted(TimeRange range); // in the timeline
    void said(const Judgement& judgement);
    void packWanted(); // of the incident that is shown

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    QWidget* makeHead();
    QVBoxLayout* makeCopies(QWidget* head);
    QWidget* makeLadder();
    QWidget* makeLanes();
    QWidget* makeLatency();
    words::IncidentTold told() const;
    void showHead();
    void showLadder();
    void showLatency();
    JudgeDialog::About about() const;
    void judge(Hand hand);
    void undo(const Judgement& judgement);
    words::CopyFrom copyFrom() const;
    void copy(QString words::Copy::*part);

    const Watchlist& m_watchlist;
    bool m_simulated;
    std::optional<IncidentsAnswer> m_answer;
    std::optional<TargetId> m_latencyOf;
    std::string m_shown; // id; the wish above is about this one
    QString m_newsroom, m_place;
    LadderKind m_kind = LadderKind::Failure;

    QScrollArea* m_scroll;
    QScrollArea* m_side;
    QWidget* m_left;
    QVBoxLayout* m_column;
    Button* m_back = nullptr;
    Button* m_previous = nullptr;
    Button* m_next = nullptr;
    Button* m_pack = nullptr;
    StateIcon* m_icon = nullptr;
    TextLabel* m_title = nullptr;
    TextLabel* m_about = nullptr;
    TextLabel* m_brief = nullptr;
    FactsCard* m_facts = nullptr;
    SaidCard* m_said = nullptr;
    TextLabel* m_ladderTitle = nullptr;
    LadderView* m_ladder = nullptr;
    TextLabel* m_ladderLegend = nullptr;
    TextLabel* m_noneYet = nullptr; // instead of an empty ladder
    Button* m_failure = nullptr;
    Button* m_recovery = nullptr;
    IncidentLanes* m_lanes = nullptr;
    Selector* m_copyIn = nullptr;
    TextLabel* m_copied = nullptr;
    Selector* m_targets = nullptr;
    ResponseChart* m_chart = nullptr;
    AssessmentColumn* m_assessment = nullptr;
};

} // namespace kpwatch
