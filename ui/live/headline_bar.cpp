// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/headline_bar.h"

#include <QAccessible>
#include <QDateTime>
#include <QHBoxLayout>

namespace kpwatch {

HeadlineBar::HeadlineBar(QWidget* parent)
    : QWidget(parent), m_icon(new StateIcon(40, this)), m_sentence(new TextLabel(24, 600, Ink::Text, this)),
      m_second(new TextLabel(13, 400, Ink::Text2, this)), m_kst(new TextLabel(24, 600, Ink::Text, this)),
      m_zone(new TextLabel(11, 600, Ink::Text2, this)), m_others(new TextLabel(13, 400, Ink::Text3, this)) {
    setFocusPolicy(Qt::TabFocus);
    m_sentence->setObjectName(QStringLiteral("headline"));
    m_second->setObjectName(QStringLiteral("headline-second"));
    for (TextLabel* words : {m_sentence, m_second})
        words->setWordWrap(true); // never cut: it is the answer
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_sentence);
    words->addWidget(m_second);
    auto* said = new QHBoxLayout;
    said->setSpacing(16);
    said->addWidget(m_icon, 0, Qt::AlignVCenter);
    said->addLayout(words, 1);
    auto* korea = new QHBoxLayout;
    korea->setSpacing(5);
    korea->addStretch();
    korea->addWidget(m_kst);
    korea->addWidget(m_zone, 0, Qt::AlignVCenter);
    m_clocks = new QBoxLayout(QBoxLayout::TopToBottom);
    m_clocks->setSpacing(2);
    m_clocks->addLayout(korea);
    m_clocks->addWidget(m_others);
    m_others->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_row = new QBoxLayout(QBoxLayout::LeftToRight, this);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(16);
    m_row->addLayout(said, 1);
    m_row->addLayout(m_clocks);
    for (TextLabel* clock : {m_kst, m_zone, m_others})
        clock->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void HeadlineBar::resizeEvent(QResizeEvent*) {
    const bool narrow = width() < 700 * textScale();
    m_row->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_row->setSpacing(narrow ? 4 : 16);
    m_clocks->setDirection(narrow ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_clocks->setSpacing(narrow ? 14 : 2);
}

void HeadlineBar::setHeadline(const words::Headline& headline) {
    m_icon->setVerdict(headline.icon == Verdict::OwnConnectionDown ? Verdict::Unknown : headline.icon);
    m_second->setText(headline.second);
    const bool changed = m_sentence->text() != headline.sentence;
    m_sentence->setText(headline.sentence);
    setAccessibleName(QStringLiteral("%1. %2").arg(headline.sentence, headline.second));
    const qint64 second = QDateTime::currentSecsSinceEpoch();
    if (changed && second - m_announcedSecond >= 60) {
        m_announcedSecond = second;
        QAccessibleEvent announcement(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&announcement);
    }
}

void HeadlineBar::setNow(UtcTime now, bool seconds) {
    m_kst->setText(seconds ? words::clockKstSeconds(now) : words::clockKst(now));
    m_zone->setText(words::zoneName(now));
    const QDateTime here = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count());
    m_others->setText(
        tr("%1 UTC · %2 here")
            .arg(seconds ? words::clockUtcSeconds(now) : words::clockUtc(now), here.toString(QStringLiteral("HH:mm"))));
    setPlainTip(*m_others, here.timeZoneAbbreviation());
}

} // namespace kpwatch
