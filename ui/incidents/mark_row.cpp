// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/mark_row.h"

#include "app/words/words.h"
#include "ui/live/controls.h"
#include "ui/paint/icons.h"
#include "ui/paint/text_block.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>

namespace kpwatch {

static constexpr std::array worstFirst{Verdict::Down,         Verdict::BlockedHere, Verdict::ErrorPage,
                                       Verdict::Degraded,     Verdict::Unknown,     Verdict::OwnConnectionDown,
                                       Verdict::NotMonitored, Verdict::Up};

QString countsInWords(const std::vector<SiteStatus>& sites) {
    QStringList parts;
    for (const Verdict state : worstFirst)
        if (const auto count = std::ranges::count(sites, state, &SiteStatus::state); count > 0)
            parts << words::countOf(static_cast<int>(count), state);
    return parts.join(QStringLiteral(", "));
}

static qreal markSize() { return std::round(13 * textScale()); }

MarkRow::MarkRow(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); }

void MarkRow::setSites(const std::vector<SiteStatus>& sites) {
    std::vector<Verdict> marks;
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
    QRectF mark(0, (height() - markSize()) / 2, markSize(), markSize());
    for (const Verdict state : m_marks) {
        paintIcon(painter, mark, state, theme);
        mark.translate(markSize() + 6, 0);
    }
    painter.setFont(kpwatch::font(13));
    painter.setPen(theme.text2);
    const qreal left = mark.left() + 4;
    painter.drawText(QRectF(left, 0, width() - left, height()), Qt::AlignLeft | Qt::AlignVCenter,
                     elided(m_words, kpwatch::font(13), width() - left));
}

} // namespace kpwatch
