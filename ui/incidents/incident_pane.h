// SPDX-License-Identifier: GPL-3.0-or-later
// The pane beside the timeline: the incident that goes on, and earlier ones. Takes values; says which one somebody
// wants to see. GUI thread.
#pragma once

#include "app/history/archive.h"

#include <QWidget>

class QGridLayout;
class QVBoxLayout;

namespace kpwatch {

class Button;
class IncidentRow;
class MarkRow;
class TextLabel;

class IncidentPane : public QWidget {
    Q_OBJECT
  public:
    IncidentPane(const Watchlist& watchlist, bool simulated, QWidget* parent = nullptr);
    void setAnswer(const IncidentsAnswer& answer);
    const std::optional<IncidentsAnswer>& answer() const { return m_answer; }
    void setLive(const LiveStatus& live); // whether what goes on can be seen, and each site's state

  Q_SIGNALS:
    void reviewWanted(const std::string& id);
    void logWanted();

  private:
    QWidget* makeOngoing();
    QWidget* makeEarlier();
    void refresh();
    void showOngoing(const CurrentIncident& now);
    void showEarlier();
    void copyBrief() const;

    const Watchlist& m_watchlist;
    bool m_simulated;
    std::optional<IncidentsAnswer> m_answer;
    LiveStatus m_live;

    TextLabel* m_calm;
    TextLabel* m_title = nullptr;
    MarkRow* m_marks = nullptr;
    QGridLayout* m_facts = nullptr;
    TextLabel* m_finding = nullptr;
    TextLabel* m_basis = nullptr;
    QGridLayout* m_order = nullptr;
    TextLabel* m_earlierCaption = nullptr;
    QVBoxLayout* m_rows = nullptr;
    std::vector<IncidentRow*> m_shown;
    Button* m_all = nullptr;
    QWidget* m_ongoing; // these two last: they are made of the above
    QWidget* m_earlier;
};

} // namespace kpwatch
