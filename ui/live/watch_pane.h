// SPDX-License-Identifier: GPL-3.0-or-later
// What lies beside the timeline while watching: incidents, or the site that was chosen; a switch between them. What
// comes by itself, whenever it does, stands below. GUI thread.
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace kpwatch {

class AwayCard;
class MorningCard;
class Button;
class IncidentPane;
class SitePane;

class WatchPane : public QWidget {
    Q_OBJECT
  public:
    WatchPane(IncidentPane& incidents, SitePane& site, QWidget* parent = nullptr);
    void showIncidents();
    void showSite();
    bool showsSite() const;
    void nameSite(const QString& name); // on the switch
    AwayCard& away() { return *m_away; }
    MorningCard& morning() { return *m_morning; }

  Q_SIGNALS:
    void turned();

  protected:
    bool eventFilter(QObject* card, QEvent* event) override;

  private:
    void turn(QWidget& part);
    IncidentPane& m_incidents;
    SitePane& m_site;
    Button* m_first;
    Button* m_second;
    QVBoxLayout* m_cards = nullptr;
    AwayCard* m_away;
    MorningCard* m_morning;
};

} // namespace kpwatch
