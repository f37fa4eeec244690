// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/own_line_button.h"

#include "app/words/between.h"
#include "app/words/count.h"
#include "app/words/rings.h"
#include "app/words/words.h"
#include "ui/paint/icons.h"
#include "ui/paint/text_block.h"

#include <QFontMetrics>
#include <QFrame>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace kpwatch {

static constexpr int gap = 8, side = 8;

static int markSize() { return qRound(14 * textScale()); }

static bool isSilent(const OwnLineStatus& line, std::initializer_list<Ring> rings) {
    return std::ranges::any_of(line.rings, [&](const RingStatus& status) {
        return status.silent && std::ranges::find(rings, status.ring) != rings.end();
    });
}

QString ownLineSentence(const OwnLineStatus& line, Watching watching) {
    if (watching == Watching::NotStarted || (line.state == Verdict::NotMonitored && line.controlsUp == 0))
        return OwnLineButton::tr("Your connection: not tested");
    switch (line.state) {
    case Verdict::Up:
    case Verdict::Degraded:
    case Verdict::ErrorPage:
        if (isSilent(line, {Ring::Negative}))
            return OwnLineButton::tr("Your connection: somebody between answers");
        if (isSilent(line, {Ring::LongHaul, Ring::TransitChina, Ring::TransitRussia}))
            return OwnLineButton::tr("Your connection: working, the way there is not");
        return OwnLineButton::tr("Your connection: working");
    case Verdict::Down:
    case Verdict::OwnConnectionDown:
        return line.keptIn > 0 ? OwnLineButton::tr("Your connection: kept in by a firewall here")
                               : OwnLineButton::tr("Your connection: not working");
    case Verdict::Unknown:
    case Verdict::BlockedHere:
        return OwnLineButton::tr("Your connection: can't tell");
    case Verdict::NotMonitored:
        return OwnLineButton::tr("Your connection: not watched");
    }
    return {};
}

QStringList ownLineGrounds(const OwnLineStatus& line) {
    QStringList lines = words::ringLines(line.rings);
    if (lines.isEmpty() && line.controls > 0)
        lines << OwnLineButton::tr("%1 of %2 computers elsewhere answer").arg(line.controlsUp).arg(line.controls);
    if (line.keptIn > 0)
        lines << words::capital(words::reason(Reason::OwnFirewall)) + QLatin1Char('.')
              << words::between(Reason::OwnFirewall).means;
    return lines;
}

// Closes by itself when something else is clicked, and with Esc.
class OwnLinePopup : public QFrame {
  public:
    OwnLinePopup(const QString& sentence, const QStringList& lines, QWidget* parent) : QFrame(parent, Qt::Popup) {
        setAttribute(Qt::WA_DeleteOnClose);
        setAccessibleName(sentence);
        setAccessibleDescription(lines.join(QStringLiteral(". ")));
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(18, 14, 18, 14);
        column->setSpacing(6);
        auto* title = new TextLabel(13, 600, Ink::Text, this);
        title->setText(sentence);
        column->addWidget(title);
        for (const QString& line : lines) {
            auto* label = new TextLabel(12, 400, Ink::Text2, this);
            label->setText(line);
            column->addWidget(label);
        }
        auto* how = new TextLabel(12, 400, Ink::Text3, this);
        how->setWordWrap(true);
        how->setText(OwnLineButton::tr("A failed check counts only if these answered before and after it."));
        column->addWidget(how);
        int width = 320;
        for (const TextLabel* label : findChildren<TextLabel*>())
            if (!label->wordWrap())
                width = std::max(width, label->fontMetrics().horizontalAdvance(label->text()) + 40);
        setFixedWidth(width);
    }

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.fillRect(rect(), themeInForce().surface);
        painter.setPen(themeInForce().borderStrong);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
};

OwnLineButton::OwnLineButton(QWidget* parent) : QAbstractButton(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setFont(kpwatch::font(12, 500));
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, &OwnLineButton::openPopup);
}

void OwnLineButton::setOwnLine(const OwnLineStatus& line, Watching watching) {
    const bool doubt = line.state == Verdict::Up &&
                       isSilent(line, {Ring::Negative, Ring::LongHaul, Ring::TransitChina, Ring::TransitRussia});
    const Verdict state = doubt ? Verdict::Unknown : line.state;
    const QStringList lines = ownLineGrounds(line);
    const QString sentence = ownLineSentence(line, watching);
    if (state == m_state && lines == m_lines && sentence == text())
        return; // it comes with every commit, and the bar would be laid out anew
    m_state = state;
    m_lines = lines;
    setText(sentence);
    setAccessibleName(text());
    setAccessibleDescription(m_lines.join(QStringLiteral(". ")));
    setToolTip(plainTip(m_lines.join(QLatin1Char('\n'))));
    updateGeometry();
    update();
}

QSize OwnLineButton::sizeHint() const {
    const QFontMetrics metrics(font());
    return {2 * side + markSize() + gap + metrics.horizontalAdvance(text()) + 1, std::max(28, metrics.height() + 10)};
}

QSize OwnLineButton::minimumSizeHint() const { return {2 * side + markSize(), sizeHint().height()}; }

void OwnLineButton::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        openPopup();
    else
        QAbstractButton::keyPressEvent(event);
}

void OwnLineButton::openPopup() {
    auto* popup = new OwnLinePopup(text(), m_lines, this);
    popup->adjustSize();
    const QPoint below = mapToGlobal(QPoint(width(), height() + 4));
    popup->move(below - QPoint(popup->width(), 0));
    popup->show();
    popup->setFocus(Qt::PopupFocusReason);
}

// Where there is no room for whose line it is, how it does is left.
static std::pair<QString, QFont> fitting(const QString& sentence, int room) {
    const QFont usual = kpwatch::font(12, 500);
    if (QFontMetrics(usual).horizontalAdvance(sentence) <= room)
        return {sentence, usual};
    const QString rest = words::capital(sentence.section(QStringLiteral(": "), 1));
    return {rest, QFontMetrics(usual).horizontalAdvance(rest) <= room ? usual : kpwatch::font(11, 500)};
}

void OwnLineButton::paintEvent(QPaintEvent*) {
    const Theme& theme = themeInForce();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || isDown()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.surface2);
        painter.drawRoundedRect(rect(), 6, 6);
    }
    paintIcon(painter, QRectF(side, (height() - markSize()) / 2.0, markSize(), markSize()), m_state, theme);
    painter.setPen(m_state == Verdict::OwnConnectionDown ? theme.ownText : theme.text2);
    const QRect place = rect().adjusted(side + markSize() + gap, 0, -side, 0);
    const auto [said, face] = fitting(text(), place.width());
    painter.setFont(face);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, elided(said, face, place.width()));
    if (hasFocus())
        paintFocusRing(painter, QRectF(rect()), 6, theme);
}

} // namespace kpwatch
