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

static constexpr qreal side = 8, above = 6, between = 4;

QString fitting(const QStringList& wordings, const QFont& font, qreal width) {
    const QFontMetricsF metrics(font);
    const auto found =
        std::ranges::find_if(wordings, [&](const QString& each) { return metrics.horizontalAdvance(each) <= width; });
    return found != wordings.end() ? *found : elided(wordings.back(), font, width);
}

static qreal lineHeight() { return QFontMetricsF(font(13, 500)).height(); }
static qreal markSize() { return std::round(12 * textScale()); }
static qreal advance(const QString& text) { return QFontMetricsF(font(12)).horizontalAdvance(text); }

// The day of another year has its year.
static qreal dayWidth(const IncidentRowWords& words) {
    return std::max({90 * textScale(), advance(words.day) + 10, advance(words.clock) + 10});
}

static qreal marksWidth(std::ptrdiff_t marks) { return static_cast<qreal>(marks) * markStep(markSize()); }
// What a length beside the marks may not take from them; of more than these, the worst and how many more fit in.
static qreal keptForMarks(const IncidentRowWords& words) {
    return marksWidth(std::min<std::ptrdiff_t>(std::ssize(words.marks), 4));
}

int incidentRowHeight() { return qRound(2 * above + lineHeight() + between + markSize()); }

int incidentRowHeight(const IncidentRowWords& words, int width) {
    const qreal wanted = dayWidth(words) + marksWidth(std::ssize(words.marks)) + side + advance(words.shown);
    return incidentRowHeight() + (wanted > width - 2 * side ? qRound(between + markSize()) : 0);
}

void paintIncidentRow(QPainter& painter, const QRectF& rect, const IncidentRowWords& words, const Theme& theme) {
    const QRectF room = rect.adjusted(side, above, -side, -above);
    const QFont small = font(12), strong = font(13, 500);
    const qreal day = dayWidth(words);
    const QRectF line(room.left(), room.top(), room.width(), lineHeight());
    painter.setFont(small);
    painter.setPen(theme.text3);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, words.day);
    painter.drawText(QRectF(line.left(), line.bottom(), day, markSize() + 8), Qt::AlignLeft | Qt::AlignVCenter,
                     words.clock);
    // The length stands beside the marks or under them: the line above belongs to who was silent.
    const QRectF beneath(room.left() + day, line.bottom() + between, room.width() - day, markSize());
    const bool under = rect.height() > incidentRowHeight();
    const qreal left =
        under ? beneath.width() : std::max(beneath.width() - advance(words.shown) - side, keptForMarks(words));
    const qreal taken =
        paintMarks(painter, QRectF(beneath.topLeft(), QSizeF(left, beneath.height())), words.marks, theme);
    const QRectF length = under ? beneath.translated(0, markSize() + between) : beneath.adjusted(taken, 0, 0, 0);
    painter.setFont(small);
    painter.setPen(theme.text2);
    painter.drawText(length.adjusted(0, -4, 0, 4), Qt::AlignRight | Qt::AlignVCenter,
                     elided(words.shown, small, length.width()));
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
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void IncidentRow::setIncident(const Incident& incident, const Watchlist& watchlist) {
    m_id = incident.id;
    m_words = rowWords(incident, watchlist);
    setAccessibleName(m_words.sentence());
    setPlainTip(*this, QStringLiteral("%1, %2").arg(m_words.titles.front(), m_words.which()));
    updateGeometry();
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
