// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/away_card.h"

#include "app/words/while_away.h"
#include "app/words/words.h"
#include "ui/live/controls.h"

#include <QHBoxLayout>

namespace kpwatch {

AwayCard::AwayCard(QWidget* parent)
    : Card(Ground::Box, parent), m_title(new TextLabel(13, 600, Ink::Text, this)),
      m_clock(new TextLabel(11, 400, Ink::Text2, this)), m_text(new TextLabel(13, 400, Ink::Text, this)),
      m_source(new TextLabel(11, 400, Ink::Text2, this)), m_asked(new TextLabel(11, 400, Ink::Text2, this)),
      m_show(new Button({}, ButtonKind::Plain, this)), m_hide(new Button(tr("Hide"), ButtonKind::Plain, this)) {
    for (TextLabel* const label : {m_title, m_text, m_source, m_asked})
        label->setWordWrap(true);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_show, 1);
    buttons->addWidget(m_hide);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 10, 14, 11);
    column->setSpacing(4);
    for (TextLabel* const label : {m_title, m_clock, m_text, m_source, m_asked})
        column->addWidget(label);
    column->addLayout(buttons);
    connect(m_show, &Button::clicked, this, [this] {
        if (tellsAway())
            Q_EMIT seenWanted(m_facts.away->gap);
        else
            Q_EMIT pastWanted(offered());
    });
    connect(m_hide, &Button::clicked, this, [this] {
        if (tellsInVain())
            m_hiddenInVain = m_facts.inVain;
        else
            m_hidden = m_facts.away;
        refresh();
    });
    refresh();
}

TimeRange AwayCard::offered() { return {*parseIsoUtc("2025-06-06T15:00:00Z"), *parseIsoUtc("2025-06-07T15:00:00Z")}; }

void AwayCard::setFacts(const AwayFacts& facts) {
    if (facts == m_facts)
        return;
    m_facts = facts;
    refresh();
}

QString AwayCard::asked() const {
    return m_facts.waits ? tr("Public sources are asked again at %1 KST.").arg(words::clockKst(*m_facts.waits))
                         : tr("Asking public sources…");
}

void AwayCard::refresh() {
    const bool vain = tellsInVain(), tells = vain || tellsAway();
    setVisible(tells || m_facts.asking || (!m_facts.away && m_facts.young));
    m_clock->setVisible(tells);
    m_source->setVisible(tells);
    m_asked->setVisible(tells && m_facts.asking);
    m_hide->setVisible(tells);
    m_show->setVisible(!vain && (tells || m_facts.young));
    m_show->setEnabled(tells || !m_facts.asking);
    if (tells) {
        const WhileAway told = vain ? WhileAway{m_facts.inVain->range, false, m_facts.inVain->said, {}} : *m_facts.away;
        m_title->setText(vain
                             ? tr("No data (%1–%2)").arg(words::stampKst(told.gap.begin), words::stampKst(told.gap.end))
                             : words::whileAwayTitle(told));
        m_clock->setText(words::whileAwayUtc(told));
        m_text->setText(words::whileAwayLines(told).join(u'\n'));
        m_source->setText(tr("Source: RIPE NCC RIS, by RIPEstat (stat.ripe.net)"));
        m_asked->setText(m_facts.asking ? asked() : QString());
        m_show->setText(tr("Show in the timeline"));
        return;
    }
    m_title->setText(m_facts.asking ? asked() : tr("Your own record is not a day old"));
    m_text->setText(m_facts.asking ? tr("What they know of that time appears in the lanes of the routes.")
                                   : tr("Public routing data go back for years."));
    m_show->setText(tr("Show 7 June 2025 from public routing data"));
}

} // namespace kpwatch
