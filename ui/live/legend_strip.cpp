// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/legend_strip.h"

#include "app/words/words.h"
#include "ui/live/controls.h"
#include "ui/paint/lanes.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>

namespace kpwatch {

static constexpr std::array states{
    Verdict::Up,      Verdict::Degraded,    Verdict::ErrorPage,         Verdict::Down,
    Verdict::Unknown, Verdict::BlockedHere, Verdict::OwnConnectionDown, Verdict::NotMonitored};
static constexpr qreal sampleWidth = 22, gap = 6;

LegendStrip::LegendStrip(QWidget* parent) : QWidget(parent) {
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    QStringList names;
    for (const Verdict state : states)
        names << words::state(state);
    setAccessibleName(tr("Legend: %1").arg(names.join(QStringLiteral(", "))));
}

int LegendStrip::arrange(int width, QPainter* painter) const {
    const QFont small = kpwatch::font(11);
    const QFontMetricsF metrics(small);
    const qreal line = metrics.height() + 4;
    qreal all = 0;
    for (const Verdict state : states)
        all += sampleWidth + gap + metrics.horizontalAdvance(words::state(state));
    // Closer together before a second line is begun.
    const qreal between = std::clamp((width - all) / (static_cast<qreal>(states.size()) - 1), 6.0, 16.0);
    qreal x = 0, y = 0;
    for (const Verdict state : states) {
        const QString word = words::state(state);
        const qreal wide = sampleWidth + gap + metrics.horizontalAdvance(word);
        if (x > 0 && x + wide > width + 1) {
            x = 0;
            y += line;
        }
        if (painter) {
            paintLegendSample(*painter, QRectF(x, y + (line - 14) / 2, sampleWidth, 14), state, themeInForce());
            painter->setFont(small);
            painter->setPen(themeInForce().text2);
            painter->drawText(QRectF(x + sampleWidth + gap, y, wide, line), Qt::AlignLeft | Qt::AlignVCenter, word);
        }
        x += wide + between;
    }
    return static_cast<int>(y + line);
}

QSize LegendStrip::sizeHint() const { return {600, arrange(this->width() > 100 ? this->width() : 1000, nullptr)}; }

int LegendStrip::heightForWidth(int width) const { return arrange(width, nullptr); }

void LegendStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    arrange(width(), &painter);
}

} // namespace kpwatch
