// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/pane_frame.h"

#include "ui/live/controls.h"

#include <QEvent>
#include <QPainter>

namespace kpwatch {

PaneFrame::PaneFrame(QWidget* parent) : QScrollArea(parent) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setViewportMargins(1, 0, 0, 0);
    setFocusPolicy(Qt::NoFocus);
    setBackgroundRole(QPalette::Base);
    viewport()->setBackgroundRole(QPalette::Base);
}

bool PaneFrame::event(QEvent* event) {
    const bool done = QScrollArea::event(event);
    if (event->type() == QEvent::Paint) {
        QPainter painter(this);
        painter.fillRect(0, 0, 1, height(), themeInForce().border);
    }
    return done;
}

} // namespace kpwatch
