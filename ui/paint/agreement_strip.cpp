// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/agreement_strip.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace kpwatch {
namespace {

constexpr qreal smallestMark = 3;

// What is drawn later lies over it: a difference is never hidden by what is quiet beside it.
constexpr std::array fromQuietToLoud{Agreement::OneDesk, Agreement::BothAnswered, Agreement::BothSilent,
                                     Agreement::OnlyHere, Agreement::OnlyThere};

void paintOne(QPainter& painter, const QRectF& rect, Agreement what, const Theme& theme) {
    const qreal half = std::floor(rect.height() / 2);
    const qreal middle = rect.top() + half;
    switch (what) {
    case Agreement::BothAnswered:
        painter.fillRect(QRectF(rect.left(), middle - 1, rect.width(), 2), theme.up);
        return;
    case Agreement::BothSilent:
        painter.fillRect(rect, theme.down);
        return;
    case Agreement::OnlyHere:
        painter.fillRect(QRectF(rect.left(), middle, rect.width(), rect.bottom() - middle), theme.degraded);
        return;
    case Agreement::OnlyThere:
        painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), half), theme.degraded);
        return;
    case Agreement::OneDesk:
        for (qreal x = std::ceil(rect.left() / 4) * 4; x + 1 <= rect.right(); x += 4) // in step with its neighbours
            painter.fillRect(QRectF(x, middle - 0.5, 1, 1), theme.unknown);
        return;
    case Agreement::Neither:
        return;
    }
}

bool differs(Agreement what) { return what == Agreement::OnlyHere || what == Agreement::OnlyThere; }

} // namespace

void paintAgreement(QPainter& painter, const QRectF& rect, const std::vector<AgreementSpan>& spans,
                    const TimeAxis& axis, const Theme& theme) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const Agreement what : fromQuietToLoud)
        for (const AgreementSpan& span : spans) {
            if (span.what != what || span.range.end <= axis.range.begin || span.range.begin >= axis.range.end)
                continue;
            const qreal left = std::max(axis.left, axis.xAt(span.range.begin));
            const qreal right = std::min(axis.right, axis.xAt(span.range.end));
            const qreal wide =
                std::max(right - left, differs(what) || what == Agreement::BothSilent ? smallestMark : 0);
            paintOne(painter, QRectF(std::min(left, axis.right - wide), rect.top(), wide, rect.height()), what, theme);
        }
    painter.restore();
}

} // namespace kpwatch
