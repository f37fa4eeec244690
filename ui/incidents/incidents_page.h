// SPDX-License-Identifier: GPL-3.0-or-later
// The second page of the window: the log of incidents with a search, and the review of the one that was opened. Takes
// values; says what it would like to know. GUI thread.
#pragma once

#include "app/history/archive.h"
#include "ui/incidents/log_order.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QListView;
class QPlainTextEdit;
class QStackedWidget;
class QStringListModel;

namespace kpwatch {

class FilteredLog;
class IncidentListModel;
class IncidentReview;
class LogFilter;
class Notes;
class TextLabel;

class IncidentsPage : public QWidget {
    Q_OBJECT
  public:
    IncidentsPage(const Watchlist& watchlist, bool simulated, QWidget* parent = nullptr);

    IncidentsQuery query(UtcTime now) const;
    void setAnswer(const IncidentsAnswer& answer);
    void setNewsroom(const QString& newsroom, const QString& place); // what copy says of who asked
    LogOrder order() const;
    void setOrder(LogOrder order);
    void setNotes(const Notes* notes); // the person's own; nullptr: none are kept here
    void offerPacks(bool offered);     // of evidence, in the review; at first none are
    void openIncident(const std::string& id);
    void showLog();                                        // back to the list
    void beginSearch();                                    // in the list
    void cycleRegion(int direction);                       // search, filter, list; or the parts of the review
    bool reviews() const;                                  // one is open
    const IncidentsAnswer* reviewed() const;               // nullptr while none is open
    const std::string& wanted() const { return m_wanted; } // open, or to be so once it is read; empty: none

  Q_SIGNALS:
    void queryWanted();
    void seenWanted(TimeRange range); // in the timeline
    void said(const Judgement& judgement);
    void packWanted(); // of the incident that is open
    void reordered();  // by the person

  protected:
    void keyPressEvent(QKeyEvent* event) override;

  private:
    QWidget* makeLog();
    void connectLog();
    void step(int rows); // to the next or previous in the list
    void reorder();      // as is chosen
    void follow();       // what the state of list and answer means for what is seen
    void select(const std::string& id);
    void showOthers();
    void showInFull(int line); // of what others reported
    bool isBehind() const;     // the answer is of what was chosen before
    QString emptyWords() const;

    const Watchlist& m_watchlist;
    std::optional<IncidentsAnswer> m_answer;
    std::string m_wanted; // id; empty: none is open
    QTimer m_reads;       // runs for as long as an answer may take before it is waited for in words
    IncidentListModel* m_model;
    FilteredLog* m_filtered;
    QStackedWidget* m_stack;
    QLineEdit* m_search = nullptr;
    LogFilter* m_filter = nullptr;
    QListView* m_list = nullptr;
    QListView* m_others = nullptr;    // slow spells, error pages, what others reported
    QPlainTextEdit* m_full = nullptr; // the chosen one of what others reported
    QStringListModel* m_otherLines;
    TextLabel* m_apart = nullptr;
    TextLabel* m_none = nullptr;
    IncidentReview* m_review = nullptr;
};

// "No incidents recorded since Thu 12 Mar, 16:46 KST." Never "all good".
QString noIncidents(const IncidentsAnswer& answer);
// Why the record tells nothing: what is wrong, or that it will again once it is repaired. Of an answer with trouble.
QString unreadable(const IncidentsAnswer& answer);

} // namespace kpwatch
