// SPDX-License-Identifier: GPL-3.0-or-later
// The strip that compares two desks: the upper half is ours, the lower theirs, and a half is filled while it was not
// answered. So what both saw silent is a whole block, and what one of them alone saw silent is half of one, in any
// colour. A quiet line where both were answered, dots where one of them says nothing, nothing where neither does. Any
// thread that may paint.
#pragma once

#include "app/story/agreement.h"
#include "ui/paint/time_axis.h"
#include "ui/theme.h"

#include <QPainter>
#include <QRectF>

namespace kpwatch {

// Where they differ nothing is thinner than 3 dp.
void paintAgreement(QPainter& painter, const QRectF& rect, const std::vector<AgreementSpan>& spans,
                    const TimeAxis& axis, const Theme& theme);

} // namespace kpwatch
