// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/away_card.h"

#include "app/words/while_away.h"
#include "ui/live/controls.h"

#include <QHBoxLayout>

namespace kpwatch {

AwayCard::AwayCard(QWidget* parent)
    : Card(Ground::Box, parent), m_title(new TextLabel(13, 600, Ink::Text, this)),
      m_clock(new TextLabel(11, 400, Ink::Text2, this)), m_text(new TextLabel(13, 400, Ink::Text, this)),
      m_source(new TextLabel(11, 400, Ink::Text2, this)), m_show(new Button({}, ButtonKind::Plain, this)),
      m_hide(new Button(tr("Hide"), ButtonKind::Plain, this)) {
    for (TextLabel* const label : {m_title, m_text, m_source})
        label->setWordWrap(true);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_show, 1);
    buttons->addWidget(m_hide);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 10, 14, 11);
    column->setSpacing(4);
    for (TextLabel* const label : {m_title, m_clock, m_text, m_source})
        column->addWidget(label);
    column->addLayout(buttons);
    connect(m_show, &Button::clicked, this, [this] {
        if (m_away)
            Q_EMIT seenWanted(m_away->gap);
        else
            Q_EMIT pastWanted(offered());
    });
    connect(m_hide, &Button::clicked, this, [this] {
        m_hidden = m_away;
        refresh();
    });
    refresh();
}

TimeRange AwayCard::offered() { return {*parseIsoUtc("2025-06-06T15:00:00Z"), *parseIsoUtc("2025-06-07T15:00:00Z")}; }

void AwayCard::setFacts(const std::optional<WhileAway>& away, bool young, bool asking) {
    if (away == m_away && young == m_young && asking == m_asking)
        return;
    m_away = away;
    m_young = young;
    m_asking = asking;
    refresh();
}

void AwayCard::refresh() {
    const bool tells = m_away && m_away != m_hidden;
    setVisible(tells || (!m_away && (m_young || m_asking)));
    m_clock->setVisible(tells);
    m_source->setVisible(tells);
    m_hide->setVisible(tells);
    m_show->setEnabled(tells || !m_asking);
    if (tells) {
        m_title->setText(words::whileAwayTitle(*m_away));
        m_clock->setText(words::whileAwayUtc(*m_away));
        m_text->setText(words::whileAwayLines(*m_away).join(u'\n'));
        m_source->setText(tr("Source: RIPE NCC RIS, by RIPEstat (stat.ripe.net)"));
        m_show->setText(tr("Show in the timeline"));
        return;
    }
    m_title->setText(m_asking ? tr("Asking public sources…") : tr("Your own record is not a day old"));
    m_text->setText(m_asking ? tr("What they know of that time appears in the lanes of the routes.")
                             : tr("Public routing data go back for years."));
    m_show->setText(tr("Show 7 June 2025 from public routing data"));
}

} // namespace kpwatch
