// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/banner.h"

#include "ui/paint/icons.h"

#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

namespace kpwatch {

Banner::Banner(QWidget* parent)
    : QWidget(parent), m_icon(new StateIcon(22, this)), m_strong(new TextLabel(13, 600, Ink::Text, this)),
      m_sentence(new TextLabel(13, 400, Ink::Text2, this)), m_action(new Button({}, ButtonKind::Plain, this)),
      m_next(new Button({}, ButtonKind::Plain, this)), m_line(new QBoxLayout(QBoxLayout::LeftToRight)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(28, 6, 24, 7);
    row->setSpacing(10);
    row->addWidget(m_icon);
    m_line->setSpacing(10);
    m_line->addWidget(m_strong);
    m_line->addWidget(m_sentence, 1);
    row->addLayout(m_line, 1);
    row->addWidget(m_action);
    row->addWidget(m_next);
    m_action->hide();
    m_next->hide();
    setMinimumHeight(48);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(m_action, &QAbstractButton::clicked, this, [this] {
        const BannerAction action = m_words[m_shown].action;
        if (action == BannerAction::TestAgain)
            Q_EMIT testAgainWanted();
        else if (action == BannerAction::ChangeWay)
            Q_EMIT wayWanted();
        else if (action == BannerAction::ChoosePlace)
            Q_EMIT placeWanted();
        else if (action == BannerAction::OpenTelling)
            Q_EMIT tellingWanted();
        else if (action == BannerAction::SayPlace)
            Q_EMIT sayPlaceWanted();
        else if (action == BannerAction::GoOn)
            Q_EMIT goOnWanted();
        else if (action == BannerAction::Close)
            Q_EMIT closeWanted();
    });
    connect(m_next, &QAbstractButton::clicked, this, [this] { show((m_shown + 1) % m_words.size()); });
    hide();
}

static QString actionWord(BannerAction action) {
    switch (action) {
    case BannerAction::None:
        return {};
    case BannerAction::TestAgain:
        return Banner::tr("Test again");
    case BannerAction::ChangeWay:
        return Banner::tr("Change…");
    case BannerAction::ChoosePlace:
        return Banner::tr("Choose another place…");
    case BannerAction::OpenTelling:
        return Banner::tr("Notifications…");
    case BannerAction::SayPlace:
        return Banner::tr("Say where…");
    case BannerAction::GoOn:
        return Banner::tr("Go on with it…");
    case BannerAction::Close:
        return Banner::tr("Close");
    }
    return {};
}

void Banner::setWords(const std::vector<BannerWords>& words) {
    if (words == m_words)
        return;
    // The same news in other words (a length that grows) keeps its place; other news begins at the top.
    const auto sameNews = [](const BannerWords& one, const BannerWords& other) {
        return one.icon == other.icon && one.action == other.action;
    };
    const bool same = std::ranges::equal(m_words, words, sameNews);
    m_words = words;
    setVisible(!words.empty());
    if (!words.empty())
        show(same ? m_shown : 0);
}

void Banner::show(std::size_t index) {
    m_shown = index;
    const BannerWords& words = m_words[index];
    m_icon->setVerdict(words.icon);
    m_strong->setText(words.strong);
    m_strong->setVisible(!words.strong.isEmpty());
    m_sentence->setText(words.sentence);
    setPlainTip(*this, words.whole);
    m_action->setText(actionWord(words.action));
    m_action->setVisible(words.action != BannerAction::None);
    const int place = static_cast<int>(index) + 1, all = static_cast<int>(m_words.size());
    m_next->setText(tr("%1 of %2 ›").arg(place).arg(all));
    m_next->setAccessibleName(tr("Notice %1 of %2, show the next").arg(place).arg(all));
    m_next->setVisible(all > 1);
    m_next->updateGeometry();
    setAccessibleName(QStringLiteral("%1 %2").arg(words.strong, words.sentence));
    arrange();
    update();
}

void Banner::resizeEvent(QResizeEvent*) { arrange(); }

// In one line where it fits, else one beneath the other and wrapped: news is never cut.
void Banner::arrange() {
    const auto wide = [](const Button* button) { return button->isHidden() ? 0 : button->sizeHint().width() + 10; };
    const int room = width() - 28 - 24 - m_icon->width() - 10 - wide(m_action) - wide(m_next);
    const int wanted = m_strong->fontMetrics().horizontalAdvance(m_strong->text()) + 10 +
                       m_sentence->fontMetrics().horizontalAdvance(m_sentence->text());
    const bool fits = wanted + 4 <= room;
    m_line->setDirection(fits ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_line->setSpacing(fits ? 10 : 0);
    m_strong->setWordWrap(!fits);
    m_sentence->setWordWrap(!fits);
    m_strong->setSizePolicy(fits ? QSizePolicy::Fixed : QSizePolicy::Preferred, QSizePolicy::Preferred);
}

void Banner::paintEvent(QPaintEvent*) {
    const Theme& theme = themeInForce();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool own = m_icon->verdict() == Verdict::OwnConnectionDown;
    painter.fillRect(rect(), own ? theme.ownTint : theme.tint(m_icon->verdict()));
    const QColor edge = theme.graphic(m_icon->verdict());
    const QRectF strip(0, 0, 16, height() - 1);
    if (own)
        paintHatch(painter, strip, edge, 5, 1.2, true);
    else
        painter.fillRect(strip.adjusted(0, 0, -10, 0), edge);
    const qreal line = theme.edge(1);
    painter.fillRect(QRectF(0, height() - line, width(), line), own ? edge : theme.border);
}

} // namespace kpwatch
