// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/first_run_pane.h"

#include "ui/live/controls.h"
#include "ui/live/way_gate.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace kpwatch {

FirstRunPane::FirstRunPane(const Watchlist& watchlist, const std::optional<WayOut>& agreed, QWidget* parent)
    : QWidget(parent), m_gate(new WayGate(watchlist, agreed.value_or(WayOut(Direct{})), this)),
      m_start(new Button(WayGate::startWord({}), ButtonKind::Primary, this)),
      m_list(new Button(tr("Change what is checked…"), ButtonKind::Plain, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 22, 0, 20);
    column->setSpacing(12);
    auto* title = new TextLabel(20, 600, Ink::Text, this);
    title->setText(agreed ? tr("Not watching yet") : tr("Before the first check"));
    auto* above = new QVBoxLayout;
    above->setContentsMargins(24, 0, 24, 0);
    above->addWidget(title);
    column->addLayout(above);
    column->addWidget(m_gate, 1);
    auto* beneath = new QVBoxLayout;
    beneath->setContentsMargins(24, 0, 24, 0);
    beneath->setSpacing(8);
    m_start->setMinimumHeight(40);
    beneath->addWidget(m_start);
    m_list->hide();
    beneath->addWidget(m_list);
    column->addLayout(beneath);
    connect(m_gate, &WayGate::changed, this, &FirstRunPane::follow);
    connect(m_list, &QAbstractButton::clicked, this, &FirstRunPane::listWanted);
    connect(m_start, &QAbstractButton::clicked, this, [this] {
        const auto way = m_gate->way();
        if (!way)
            return;
        if (m_place != nullptr && !m_place->text().simplified().isEmpty())
            Q_EMIT placeSaid(m_place->text().simplified());
        Q_EMIT startWanted(*way);
    });
    follow();
}

void FirstRunPane::offerList() { m_list->show(); }

void FirstRunPane::askForPlace() {
    constexpr int longest = 80;
    auto* label = new TextLabel(13, 500, Ink::Text, this);
    label->setText(tr("Where do you watch from?"));
    m_place = new QLineEdit(this);
    m_place->setObjectName(QStringLiteral("place"));
    m_place->setFont(kpwatch::font(13));
    m_place->setMaxLength(longest);
    m_place->setPlaceholderText(tr("in your own words, or nothing"));
    m_place->setAccessibleName(label->text());
    setPlainTip(*m_place, tr("In your own words. It is shown in this window and is in no export."));
    label->setBuddy(m_place);
    m_gate->askBelow(*label);
    m_gate->askBelow(*m_place);
    setTabOrder(m_place, m_start); // in the order in which they stand
    setTabOrder(m_start, m_list);
}

void FirstRunPane::follow() {
    const std::optional<WayOut> way = m_gate->way();
    m_start->setText(WayGate::startWord(way));
    m_start->setEnabled(way.has_value());
}

} // namespace kpwatch
