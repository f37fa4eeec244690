// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/incident_row.h"

#include "ui/incidents/incident_list_model.h"
#include "ui/incidents/mark_row.h"
#include "ui/live/controls.h"
#include "ui/paint/text_block.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace kpwatch {

static constexpr qreal side = 8, above = 6;

QString fitting(const QStringList& wordings, const QFont& font, qreal width) {
    const QFontMetricsF metrics(font);
    const auto found =
        std::ranges::find_if(wordings, [&](const QString& each) { return metrics.horizontalAdvance(each) <= width; });
    return found != wordings.end() ? *found : elided(wordings.back(), font, width);
}

static qreal lineHeight() { return QFontMetricsF(font(13, 500)).height(); }
static qreal markSize() { return std::round(12 * textScale()); }

int incidentRowHeight() { return qRound(2 * above + lineHeight() + 4 + markSize()); }

void paintIncidentRow(QPainter& painter, const QRectF& rect, const IncidentRowWords& words, const Theme& theme) {
    const QRectF room = rect.adjusted(side, above, -side, -above);
    const QFont small = font(12), strong = font(13, 500);
    const auto advance = [metrics = QFontMetricsF(small)](const QString& text) {
        return metrics.horizontalAdvance(text);
    };
    // The day of another year has its year.
    const qreal day = std::max({90 * textScale(), advance(words.day) + 10, advance(words.clock) + 10});
    const QRectF line(room.left(), room.top(), room.width(), lineHeight());
    painter.setFont(small);
    painter.setPen(theme.text3);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, words.day);
    painter.drawText(QRectF(line.left(), line.bottom(), day, markSize() + 8), Qt::AlignLeft | Qt::AlignVCenter,
                     words.clock);
    // The length stands beside the marks: the line above belongs to who was silent.
    const QRectF beneath(room.left() + day, line.bottom() + 4, room.width() - day, markSize());
    const qreal left = beneath.width() - advance(words.shown) - side;
    const qreal marks =
        left >= 4 * markSize()
            ? paintMarks(painter, QRectF(beneath.topLeft(), QSizeF(left, beneath.height())), words.marks, theme)
            : 0;
    painter.setFont(small);
    painter.setPen(theme.text2);
    painter.drawText(beneath.adjusted(marks, -4, 0, 4), Qt::AlignRight | Qt::AlignVCenter,
                     elided(words.shown, small, beneath.width() - marks));
    painter.setFont(strong);
    painter.setPen(theme.text);
    painter.drawText(line.adjusted(day, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     fitting(words.titles, strong, room.width() - day));
}

static void paintGround(QPainter& painter, const QRectF& rect, const QColor& colour) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(rect, 6, 6);
}

IncidentRow::IncidentRow(QWidget* parent) : Pressable(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void IncidentRow::setIncident(const Incident& incident, const Watchlist& watchlist) {
    m_id = incident.id;
    m_words = rowWords(incident, watchlist);
    setAccessibleName(m_words.sentence());
    setPlainTip(*this, QStringLiteral("%1, %2").arg(m_words.titles.front(), m_words.which()));
    update();
}

void IncidentRow::paintEvent(QPaintEvent* /*event*/) {
    const Theme& theme = themeInForce();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse())
        paintGround(painter, QRectF(rect()), theme.surface2);
    paintIncidentRow(painter, QRectF(rect()), m_words, theme);
    if (hasFocus())
        paintFocusRing(painter, QRectF(rect()), 6, theme);
}

QSize IncidentDelegate::sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& /*index*/) const {
    return {240, incidentRowHeight() + 4};
}

void IncidentDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Theme& theme = themeInForce();
    const QRectF room = QRectF(option.rect).adjusted(2, 2, -2, -2);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if ((option.state & (QStyle::State_MouseOver | QStyle::State_Selected)) != 0)
        paintGround(*painter, room, theme.surface2);
    paintIncidentRow(*painter, room, index.data(IncidentListModel::WordsRole).value<IncidentRowWords>(), theme);
    if ((option.state & QStyle::State_Selected) != 0 && (option.state & QStyle::State_Active) != 0)
        paintFocusRing(*painter, room, 6, theme);
    painter->restore();
}

} // namespace kpwatch
