// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/way_dialog.h"

#include "app/words/agreement.h"
#include "ui/live/controls.h"
#include "ui/live/way_gate.h"
#include "ui/live/window_size.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace kpwatch {

static QString nowWatched(const std::optional<WayOut>& way) {
    if (!way)
        return WayDialog::tr("Now: not watching");
    if (std::holds_alternative<ObserveOnly>(*way))
        return WayDialog::tr("Now: observing only, nothing is sent");
    return WayDialog::tr("Now: watching %1").arg(words::wayOut(*way));
}

WayDialog::WayDialog(const Watchlist& watchlist, const std::optional<WayOut>& in_force, QWidget* parent)
    : QDialog(parent), m_inForce(in_force), m_gate(new WayGate(watchlist, in_force.value_or(WayOut(Direct{})), this)),
      m_take(new Button(WayGate::startWord({}), ButtonKind::Primary, this)) {
    setWindowTitle(tr("Way out"));
    setAccessibleName(windowTitle());
    setMinimumSize(420, 380);
    resizeWithText(*this, {500, 620});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 20, 1, 18);
    column->setSpacing(12);
    auto* present = new TextLabel(13, 600, Ink::Text2, this);
    present->setText(nowWatched(in_force));
    auto* above = new QVBoxLayout;
    above->setContentsMargins(24, 0, 24, 0);
    above->addWidget(present);
    column->addLayout(above);
    column->addWidget(m_gate, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(24, 0, 24, 0);
    auto* cancel = new Button(tr("Cancel"), ButtonKind::Plain, this);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_take);
    column->addLayout(buttons);
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(m_take, &QAbstractButton::clicked, this, &QDialog::accept);
    connect(m_gate, &WayGate::changed, this, &WayDialog::follow);
    follow();
    m_gate->chooser().setFocus();
}

// In the colours of the pane before the first check, with an edge: not every desktop frames a dialog.
void WayDialog::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), themeInForce().surface);
    painter.setPen(themeInForce().borderStrong);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

std::optional<WayOut> WayDialog::way() const { return m_gate->way(); }

// What is in force already need not be taken again.
void WayDialog::follow() {
    const std::optional<WayOut> chosen = m_gate->way();
    m_take->setText(WayGate::startWord(chosen));
    m_take->setEnabled(chosen.has_value() && chosen != m_inForce);
    m_take->updateGeometry();
}

} // namespace kpwatch
