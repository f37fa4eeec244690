// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/hover_card.h"

#include "app/story/down_length.h"
#include "app/words/compared.h"
#include "app/words/label.h"
#include "app/words/tr.h"
#include "ui/live/controls.h"
#include "ui/live/span_words.h"

#include <QGraphicsDropShadowEffect>
#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

namespace kpwatch {

using words::Tr;

static QString kstSpan(TimeRange span, TimeRange known, bool going_on) {
    const UtcTime begin = span.begin, end = span.end;
    QString from = QStringLiteral("%1, %2").arg(words::weekdayDayKst(begin), words::clockKst(begin));
    if (begin <= known.begin)
        from = Tr::tr("%1 or earlier").arg(from);
    if (going_on)
        return Tr::tr("%1 %2 – now").arg(from, words::zoneName(begin));
    QString to = words::clockKst(end);
    if (words::dayKst(begin) != words::dayKst(end))
        to = QStringLiteral("%1, %2").arg(words::weekdayDayKst(end), to);
    const QString both = Tr::tr("%1 – %2 %3").arg(from, to, words::zoneName(end));
    return end >= known.end ? Tr::tr("%1 or later").arg(both) : both;
}

// With its days where they are not those that were told for Korea: there it is often tomorrow already.
static QString utcSpan(UtcTime begin, UtcTime end) {
    const QString first = words::dayUtc(begin), last = words::dayUtc(end);
    const bool daysDiffer = first != words::dayKst(begin) || last != words::dayKst(end);
    const auto stamp = [&](UtcTime time) {
        return daysDiffer ? QStringLiteral("%1, %2").arg(words::dayUtc(time), words::clockUtc(time))
                          : words::clockUtc(time);
    };
    const QString to = daysDiffer && first == last ? words::clockUtc(end) : stamp(end);
    return Tr::tr("%1 – %2 UTC").arg(stamp(begin), to);
}

static QString onsetSentence(const Span& span) {
    if (!span.onset)
        return {};
    if (!span.onset->after)
        return Tr::tr("No answer before it was seen by us");
    return Tr::tr("Stopped between %1 and %2 KST")
        .arg(words::clockKstSeconds(*span.onset->after), words::clockKstSeconds(span.onset->by));
}

// Both clocks of a stretch, and how long it was: `length`, unless an edge cuts it and that does not say so.
static HoverWords when(TimeRange span, TimeRange known, UtcTime now, const QString& length, bool at_least = false) {
    HoverWords said;
    const bool goingOn = span.end >= now; // not what goes on beyond the end of a view of the past
    const bool cut = !at_least && (span.begin <= known.begin || (!goingOn && span.end >= known.end));
    said.kst = QStringLiteral("%1 · %2").arg(kstSpan(span, known, goingOn),
                                             cut ? Tr::tr("at least %1").arg(words::duration(span.length())) : length);
    said.utc = goingOn ? Tr::tr("since %1").arg(words::stampUtc(span.begin)) : utcSpan(span.begin, span.end);
    return said;
}

HoverWords hoverWords(const QString& name, const AgreementSpan& span, TimeRange known, UtcTime now) {
    HoverWords said = when(span.range, known, now, words::duration(span.range.length()));
    said.icon.reset();
    said.title = QStringLiteral("%1 · %2").arg(name, words::comparedLower(span.what));
    return said;
}

HoverWords hoverWords(const Lane& lane, std::size_t index, TimeRange known, UtcTime now) {
    const Span& span = lane.spans[index];
    const TimeRange its = knownRange(lane, index);
    constexpr std::chrono::milliseconds beyond{1}; // where an edge cuts it and more is known, that is no edge of it
    if (its.begin < span.range.begin)
        known.begin = its.begin - beyond;
    if (its.end > span.range.end)
        known.end = its.end + beyond;
    const bool at_least = span.verdict == Verdict::Down && downLength(lane, index).atLeast;
    HoverWords said = when(its, known, now, spanLength(lane, index), at_least);
    said.icon = span.verdict;
    const QString state = spanState(lane.kind, span);
    said.title = QStringLiteral("%1 · %2").arg(words::label(lane.label), state.left(1).toLower() + state.mid(1));
    QStringList beneath;
    const QString reason = spanReason(span);
    for (const QString& part : {onsetSentence(span), reason})
        if (!part.isEmpty())
            beneath << part;
    said.beneath = beneath.join(QStringLiteral(" · "));
    return said;
}

QString HoverWords::spoken() const {
    QStringList parts{title, kst, utc};
    if (!beneath.isEmpty())
        parts << beneath;
    return parts.join(QStringLiteral(", "));
}

HoverCard::HoverCard(QWidget* parent)
    : QFrame(parent), m_icon(new StateIcon(14, this)), m_title(new TextLabel(13, 600, Ink::Text, this)),
      m_kst(new TextLabel(12, 400, Ink::Text2, this)), m_utc(new TextLabel(12, 400, Ink::Text3, this)),
      m_beneath(new TextLabel(12, 400, Ink::Text3, this)), m_hint(new TextLabel(11, 400, Ink::Text3, this)) {
    auto* title = new QHBoxLayout;
    title->setSpacing(8);
    title->addWidget(m_icon);
    title->addWidget(m_title, 1);
    auto* lines = new QVBoxLayout(this);
    lines->setContentsMargins(12, 10, 14, 11);
    lines->setSpacing(4);
    lines->addLayout(title);
    for (TextLabel* line : {m_kst, m_utc, m_beneath, m_hint})
        lines->addWidget(line);
    auto* shadow = new QGraphicsDropShadowEffect(this);
    shadow->setBlurRadius(14);
    shadow->setOffset(0, 2);
    shadow->setColor(QColor(0, 0, 0, 70));
    setGraphicsEffect(shadow);
    hide();
}

void HoverCard::showAt(const QRect& anchor, const HoverWords& said, int right) {
    m_icon->setVisible(said.icon.has_value());
    m_icon->setVerdict(said.icon.value_or(Verdict::Unknown));
    m_title->setText(said.title);
    m_kst->setText(said.kst);
    m_utc->setText(said.utc);
    m_beneath->setText(said.beneath);
    m_beneath->setVisible(!said.beneath.isEmpty());
    m_hint->setText(said.hint);
    m_hint->setVisible(!said.hint.isEmpty());
    int wide = 0;
    for (const TextLabel* line : {m_title, m_kst, m_utc, m_beneath, m_hint})
        wide = std::max(wide, line->isHidden() ? 0 : line->fontMetrics().horizontalAdvance(line->text()));
    layout()->activate();
    resize(std::min(wide + 52, parentWidget()->width() - 16), sizeHint().height());
    QPoint place(anchor.center().x() + 14, anchor.bottom() + 4);
    const int left = anchor.center().x() - 14 - width();
    if (place.x() + width() > std::min(right, parentWidget()->width()) - 8)
        place.setX(left < 8 ? std::min(place.x(), parentWidget()->width() - 8 - width()) : left);
    if (place.y() + height() > parentWidget()->height() - 8)
        place.setY(anchor.top() - 4 - height());
    move(std::max(8, place.x()), std::max(8, place.y()));
    show();
    raise();
}

void HoverCard::paintEvent(QPaintEvent*) {
    const Theme& theme = themeInForce();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.borderStrong, 1));
    painter.setBrush(theme.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

void HoverCard::leaveEvent(QEvent*) { hide(); }

} // namespace kpwatch
