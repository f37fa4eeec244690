// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/mark_row.h"

#include "app/story/severity.h"
#include "app/words/words.h"
#include "ui/live/controls.h"
#include "ui/paint/icons.h"
#include "ui/paint/text_block.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <numeric>

namespace kpwatch {

QString countsInWords(const std::vector<SiteStatus>& sites) {
    QStringList parts;
    for (const Verdict state : worstFirst)
        if (const auto count = std::ranges::count(sites, state, &SiteStatus::state); count > 0)
            parts << words::countOf(static_cast<int>(count), state);
    return parts.join(QStringLiteral(", "));
}

static std::ptrdiff_t rankOf(const std::optional<Verdict>& mark) {
    return mark ? std::ranges::find(worstFirst, *mark) - worstFirst.begin() : std::ssize(worstFirst);
}

qreal markStep(qreal size) { return size + 5; }

// Where the `count` worst of them are; of equals the first.
static std::vector<std::size_t> worstOf(const std::vector<std::optional<Verdict>>& marks, std::size_t count) {
    std::vector<std::size_t> places(marks.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::ranges::stable_sort(places, {}, [&](std::size_t place) { return rankOf(marks[place]); });
    places.resize(std::min(count, places.size()));
    std::ranges::sort(places);
    return places;
}

qreal paintMarks(QPainter& painter, const QRectF& room, const std::vector<std::optional<Verdict>>& marks,
                 const Theme& theme) {
    const qreal step = markStep(room.height());
    const auto fitting = static_cast<std::size_t>(std::max(0.0, room.width() / step));
    const bool cut = marks.size() > fitting;
    const std::size_t shown = !cut ? marks.size() : fitting - std::min<std::size_t>(fitting, 2); // room for a number
    QRectF mark(room.left(), room.top(), room.height(), room.height());
    for (const std::size_t place : worstOf(marks, shown)) {
        if (marks[place])
            paintIcon(painter, mark, *marks[place], theme);
        else
            paintNotApplicable(painter, mark, theme);
        mark.translate(step, 0);
    }
    if (!cut)
        return mark.left() - room.left();
    painter.setFont(font(12));
    painter.setPen(theme.text2);
    painter.drawText(mark.adjusted(0, -4, 2 * step, 4), Qt::AlignLeft | Qt::AlignVCenter,
                     QStringLiteral("+%1").arg(marks.size() - shown));
    return mark.left() + 2 * step - room.left();
}

static qreal markSize() { return std::round(13 * textScale()); }

MarkRow::MarkRow(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); }

void MarkRow::setSites(const std::vector<SiteStatus>& sites) {
    std::vector<std::optional<Verdict>> marks;
    marks.reserve(sites.size());
    for (const SiteStatus& site : sites)
        marks.push_back(site.state == Verdict::OwnConnectionDown ? Verdict::Unknown : site.state);
    if (marks == m_marks)
        return;
    m_marks = std::move(marks);
    m_words = countsInWords(sites);
    setAccessibleName(m_words);
    setPlainTip(*this, m_words);
    update();
}

QSize MarkRow::sizeHint() const {
    return {200, qRound(std::max(markSize(), QFontMetricsF(kpwatch::font(13)).height()))};
}

void MarkRow::paintEvent(QPaintEvent* /*event*/) {
    const Theme& theme = themeInForce();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont small = kpwatch::font(13);
    const qreal words = std::min(QFontMetricsF(small).horizontalAdvance(m_words) + 6, width() * 2 / 3.0);
    const QRectF room(0, (height() - markSize()) / 2, width() - words, markSize());
    const qreal left = paintMarks(painter, room, m_marks, theme) + 4;
    painter.setFont(small);
    painter.setPen(theme.text2);
    painter.drawText(QRectF(left, 0, width() - left, height()), Qt::AlignLeft | Qt::AlignVCenter,
                     elided(m_words, small, width() - left));
}

} // namespace kpwatch
