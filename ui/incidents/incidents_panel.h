// SPDX-License-Identifier: GPL-3.0-or-later
// The log of incidents with a search, and the review of the chosen one: what it was, in what order, what it looks like,
// the evidence, and what it cannot tell. Takes values; says what it would like to know. Esc closes it. GUI thread.
#pragma once

#include "app/history/archive.h"
#include "app/words/copy.h"
#include "ui/paint/ladder.h"

#include <QDialog>

class QLineEdit;
class QListView;
class QSortFilterProxyModel;
class QVBoxLayout;

namespace kpwatch {

class Button;
class IncidentListModel;
class LadderView;
class TextLabel;

class IncidentsPanel : public QDialog {
    Q_OBJECT
  public:
    IncidentsPanel(const Watchlist& watchlist, bool simulated, QWidget* parent);

    IncidentsQuery query(UtcTime now) const { return {m_wanted, now}; }
    void setAnswer(const IncidentsAnswer& answer);
    void setNewsroom(const QString& newsroom, const QString& place); // what copy says of who asked

  Q_SIGNALS:
    void queryWanted();

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QWidget* makeList(bool simulated);
    QWidget* makeReview();
    void makeKeys();
    void chosen();
    void step(int rows);              // to the next or previous in the list
    words::IncidentTold told() const; // of the one shown
    words::Copy copyNow() const;
    void showReview();
    void showLadder();
    void showEvidence();
    void copy(const QString& text) const;

    const Watchlist& m_watchlist;
    std::optional<IncidentsAnswer> m_answer;
    std::string m_wanted; // id; empty: the latest
    QString m_newsroom, m_place;
    bool m_simulated;
    LadderKind m_kind = LadderKind::Failure;
    bool m_filling = false; // the list changes because of an answer, not by the person

    IncidentListModel* m_model;
    QSortFilterProxyModel* m_filtered;
    QLineEdit* m_search = nullptr;
    QListView* m_list = nullptr;
    QWidget* m_review = nullptr;
    TextLabel* m_none = nullptr;
    TextLabel* m_title = nullptr;
    TextLabel* m_about = nullptr;
    TextLabel* m_brief = nullptr;
    LadderView* m_ladder = nullptr;
    Button* m_failure = nullptr;
    Button* m_recovery = nullptr;
    TextLabel* m_finding = nullptr;
    TextLabel* m_routes = nullptr;
    TextLabel* m_basis = nullptr;
    TextLabel* m_thresholds = nullptr;
    QVBoxLayout* m_evidence = nullptr;
};

} // namespace kpwatch
