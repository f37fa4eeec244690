// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/first_run_pane.h"

#include "ui/live/controls.h"
#include "ui/live/way_gate.h"

#include <QVBoxLayout>

namespace kpwatch {

FirstRunPane::FirstRunPane(const Watchlist& watchlist, const std::optional<WayOut>& agreed, QWidget* parent)
    : QWidget(parent), m_gate(new WayGate(watchlist, agreed.value_or(WayOut(Direct{})), this)),
      m_start(new Button(WayGate::startWord({}), ButtonKind::Primary, this)) {
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
    m_start->setMinimumHeight(40);
    beneath->addWidget(m_start);
    column->addLayout(beneath);
    connect(m_gate, &WayGate::changed, this, &FirstRunPane::follow);
    connect(m_start, &QAbstractButton::clicked, this, [this] {
        if (const auto way = m_gate->way())
            Q_EMIT startWanted(*way);
    });
    follow();
}

void FirstRunPane::follow() {
    const std::optional<WayOut> way = m_gate->way();
    m_start->setText(WayGate::startWord(way));
    m_start->setEnabled(way.has_value());
}

} // namespace kpwatch
