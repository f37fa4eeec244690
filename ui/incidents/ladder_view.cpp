// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/ladder_view.h"

#include "ui/live/controls.h"

#include <QtMath>

namespace kpwatch {

LadderView::LadderView(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

void LadderView::setLadder(const Ladder& ladder) {
    m_ladder = ladder;
    setAccessibleName(ladder.kind == LadderKind::Failure ? tr("What stopped answering first")
                                                         : tr("What answered again first"));
    setAccessibleDescription(ladderInWords(ladder));
    setFixedHeight(qCeil(ladderHeight(ladder)));
    update();
}

QSize LadderView::sizeHint() const { return {720, qCeil(ladderHeight(m_ladder))}; }

QSize LadderView::minimumSizeHint() const { return {420, qCeil(ladderHeight(m_ladder))}; }

void LadderView::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    paintLadder(painter, QRectF(rect()), m_ladder, themeInForce());
}

} // namespace kpwatch
