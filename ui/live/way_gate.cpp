// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/way_gate.h"

#include "ui/live/agreement_view.h"
#include "ui/live/controls.h"

#include <QVBoxLayout>

namespace kpwatch {

WayGate::WayGate(const Watchlist& watchlist, const WayOut& offered, QWidget* parent)
    : QScrollArea(parent), m_chooser(new WayChooser(offered)), m_agreement(new AgreementView(watchlist)) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus); // so that keys can scroll it
    setAccessibleName(tr("Ways out, and what each sends"));
    setBackgroundRole(QPalette::Base);
    viewport()->setBackgroundRole(QPalette::Base);
    auto* inside = new QWidget(this);
    inside->setBackgroundRole(QPalette::Base);
    inside->setAutoFillBackground(true);
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(24, 4, 24, 12);
    column->setSpacing(16);
    column->addWidget(m_chooser);
    column->addWidget(new Divider(inside));
    column->addWidget(m_agreement);
    column->addStretch(1);
    setWidget(inside);
    connect(m_chooser, &WayChooser::changed, this, &WayGate::follow);
    follow();
}

void WayGate::askBelow(QWidget& question) {
    auto* const column = static_cast<QVBoxLayout*>(widget()->layout()); // NOLINT(*-static-cast-downcast): made above
    column->insertWidget(column->count() - 1, &question);               // the stretch stays last
}

void WayGate::follow() {
    const std::optional<WayOut> way = m_chooser->way();
    m_agreement->setVisible(way.has_value());
    if (way)
        m_agreement->setWay(*way);
    Q_EMIT changed();
}

QString WayGate::startWord(const std::optional<WayOut>& way) {
    return way && std::holds_alternative<ObserveOnly>(*way) ? tr("Observe only") : tr("Start watching");
}

} // namespace kpwatch
