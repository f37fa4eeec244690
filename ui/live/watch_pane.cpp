// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/watch_pane.h"

#include "ui/incidents/incident_pane.h"
#include "ui/live/away_card.h"
#include "ui/live/controls.h"
#include "ui/live/morning_card.h"
#include "ui/live/site_pane.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace kpwatch {

WatchPane::WatchPane(IncidentPane& incidents, SitePane& site, QWidget* parent)
    : QWidget(parent), m_incidents(incidents), m_site(site),
      m_first(new Button(tr("Incidents"), ButtonKind::Segment, this)),
      m_second(new Button(tr("Site"), ButtonKind::Segment, this)), m_away(new AwayCard(this)),
      m_morning(new MorningCard(this)) {
    auto* row = new QHBoxLayout;
    row->setContentsMargins(20, 14, 24, 4);
    row->setSpacing(4);
    for (Button* const each : {m_first, m_second}) {
        each->setCheckable(true);
        row->addWidget(each);
    }
    row->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(&incidents);
    column->addWidget(&site);
    m_cards = new QVBoxLayout;
    m_cards->setContentsMargins(20, 6, 20, 12);
    m_cards->setSpacing(10);
    for (QWidget* const card : {static_cast<QWidget*>(m_away), static_cast<QWidget*>(m_morning)}) {
        m_cards->addWidget(card);
        card->installEventFilter(this);
    }
    column->addLayout(m_cards);
    column->addStretch(1);
    connect(m_first, &Button::clicked, this, &WatchPane::showIncidents);
    connect(m_second, &Button::clicked, this, &WatchPane::showSite);
    showIncidents();
}

// Who comes later stands below who is there, so that nothing gives way under the pointer.
bool WatchPane::eventFilter(QObject* card, QEvent* event) {
    if (event->type() == QEvent::ShowToParent) {
        m_cards->removeWidget(static_cast<QWidget*>(card));
        m_cards->addWidget(static_cast<QWidget*>(card));
    }
    return QWidget::eventFilter(card, event);
}

void WatchPane::showIncidents() { turn(m_incidents); }
void WatchPane::showSite() { turn(m_site); }
bool WatchPane::showsSite() const { return !m_site.isHidden(); }

void WatchPane::nameSite(const QString& name) {
    m_second->setText(name);
    m_second->updateGeometry();
}

void WatchPane::turn(QWidget& part) {
    m_incidents.setVisible(&part == &m_incidents);
    m_site.setVisible(&part == &m_site);
    m_first->setChecked(&part == &m_incidents);
    m_second->setChecked(&part == &m_site);
    setFocusProxy(showsSite() ? m_second : m_first);
    Q_EMIT turned();
}

} // namespace kpwatch
