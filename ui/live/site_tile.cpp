// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/site_tile.h"

#include "ui/live/controls.h"
#include "ui/paint/icons.h"
#include "ui/paint/text_block.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

namespace kpwatch {

static constexpr qreal padding = 16;
static constexpr int pageLines = 3; // below the line
static qreal chipIcon() { return std::round(13 * textScale()); }

// A line above, then icon and name of each layer.
static qreal chipRow() { return 16 + chipIcon() + 2 + QFontMetricsF(kpwatch::font(11)).height(); }

SiteTile::SiteTile(QWidget* parent) : QAbstractButton(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
}

void SiteTile::setFacts(const SiteFacts& facts) {
    const TileWords said = tileWords(facts);
    if (said == m_words)
        return;
    TileWords older = said;
    older.place = m_words.place;
    const bool onlyOlder = older == m_words;
    m_words = said;
    setAccessibleDescription(said.accessibleDescription());
    if (onlyOlder) { // each second
        const qreal name = QFontMetricsF(kpwatch::font(14, 600)).height();
        update(QRectF(padding, padding - 2 + name, width() - 2 * padding, QFontMetricsF(kpwatch::font(12)).height())
                   .toAlignedRect());
        return;
    }
    setAccessibleName(said.accessibleName());
    setToolTip(plainTip(said.told().join(QLatin1Char('\n'))));
    update();
}

QSize SiteTile::sizeHint() const {
    const auto line = [](qreal px, int weight) { return QFontMetricsF(kpwatch::font(px, weight)).height(); };
    const qreal text = line(14, 600) + 5 * line(12, 400) + line(19, 600);
    const qreal chips = m_layers ? chipRow() : 0;
    return {220, static_cast<int>(text + chips + 2 * padding + 24)};
}

void SiteTile::showLayers(bool shown) {
    m_layers = shown;
    updateGeometry();
    update();
}

QSize SiteTile::minimumSizeHint() const { return {180, sizeHint().height()}; }

void SiteTile::paintLine(QPainter& painter, qreal& top, const QString& text, const QFont& font, const QColor& colour,
                         qreal right, Qt::TextElideMode cut) const {
    const QFontMetricsF metrics(font);
    const QRectF line(padding, top, right - padding, metrics.height());
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(text, cut, line.width()));
    top += metrics.height();
}

namespace {
struct Fitted {
    QString text;
    QFont font;
};
} // namespace

// The first wording that fits, a little smaller rather than another; else the last.
static Fitted fitting(const QStringList& wordings, qreal room, int weight = 400) {
    for (const QString& text : wordings)
        for (const int px : {12, 11})
            if (const QFont font = kpwatch::font(px, weight); QFontMetricsF(font).horizontalAdvance(text) <= room)
                return {text, font};
    return {wordings.constLast(), kpwatch::font(11, weight)};
}

// The age at its end must stay: cut in the middle, if it is too wide without "www." too.
void SiteTile::paintPlace(QPainter& painter, qreal& top, qreal right, const Theme& theme) const {
    QStringList wordings{m_words.place};
    if (const QLatin1String www("www."); m_words.place.startsWith(www))
        wordings << m_words.place.mid(www.size());
    const QFont usual = kpwatch::font(12);
    const auto [text, font] = fitting(wordings, right - padding, m_words.stale ? 600 : 400);
    const qreal bottom = top + QFontMetricsF(usual).height();
    paintLine(painter, top, text, font, theme.text3, right, Qt::ElideMiddle);
    top = bottom;
}

// In several lines rather than cut, where the page has less to say then.
int SiteTile::paintDetail(QPainter& painter, qreal& top, qreal right, const Theme& theme, const QString& text) const {
    constexpr int most = pageLines;
    const auto [line, font] = fitting({text}, right - padding);
    if (QFontMetricsF(font).horizontalAdvance(line) <= right - padding) {
        const qreal bottom = top + QFontMetricsF(kpwatch::font(12)).height();
        paintLine(painter, top, line, font, theme.text2, right);
        top = bottom;
        return 1;
    }
    const TextBlock block = wrapped(text, kpwatch::font(12), right - padding, most);
    for (const QString& each : block.lines)
        paintLine(painter, top, each, block.font, theme.text2, right);
    return static_cast<int>(block.lines.size());
}

// Last answer, last change, title: as many of them as there is room for lines.
void SiteTile::paintPage(QPainter& painter, qreal top, qreal right, const Theme& theme, int room) const {
    const auto line = [&](const QStringList& wordings, const QColor& colour) {
        if (room-- <= 0)
            return;
        const auto [text, font] = fitting(wordings, right - padding);
        paintLine(painter, top, text, font, colour, right);
    };
    line(m_words.lastGood.isEmpty() ? QStringList(tr("No answer seen yet"))
                                    : QStringList(m_words.lastGood) + m_words.lastGoodShorter,
         theme.text2);
    if (!m_words.changed.isEmpty())
        line({m_words.changed}, theme.text2);
    const bool seen = !m_words.frontPage.isEmpty() || !m_words.changed.isEmpty();
    line({seen ? m_words.frontPage : tr("Front page not seen yet")}, theme.text3);
}

// As large as it fits; what does not fit even small goes to the line below, so that a length is never cut.
void SiteTile::paintState(QPainter& painter, qreal& top, qreal right, const Theme& theme, QString& detail) const {
    const qreal lineHeight = QFontMetricsF(kpwatch::font(19, 600)).height();
    QString sentence = m_words.sentence();
    int px = 19;
    while (px > 15 && QFontMetricsF(kpwatch::font(px, 600)).horizontalAdvance(sentence) > right - padding)
        --px;
    if (QFontMetricsF(kpwatch::font(px, 600)).horizontalAdvance(sentence) > right - padding &&
        !m_words.length.isEmpty()) {
        sentence = m_words.state;
        px = 19;
        detail = detail.isEmpty() ? m_words.length : QStringLiteral("%1 · %2").arg(m_words.length, detail);
    }
    const QFont face = kpwatch::font(px, 600);
    qreal line = top + (lineHeight - QFontMetricsF(face).height()) / 2;
    paintLine(painter, line, sentence, face, inkColour(inkOf(m_words.icon), theme), right);
    top += lineHeight;
}

void SiteTile::mouseDoubleClickEvent(QMouseEvent* event) {
    QAbstractButton::mouseDoubleClickEvent(event);
    Q_EMIT opened();
}

void SiteTile::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT opened();
    else
        QAbstractButton::keyPressEvent(event);
}

// --- layers ---

qreal SiteTile::chipsTop() const { return height() - padding + 14 - chipRow(); }

QRectF SiteTile::chipRect(std::size_t index, qreal top) const {
    const qreal wide = (width() - 2 * padding) / static_cast<qreal>(std::max<std::size_t>(1, m_words.layers.size()));
    return {padding + static_cast<qreal>(index) * wide, top, wide, chipRow() - 14};
}

void SiteTile::paintLayers(QPainter& painter, qreal top, const Theme& theme) const {
    for (std::size_t i = 0; i < m_words.layers.size(); ++i) {
        const LayerChip& chip = m_words.layers[i];
        const QRectF room = chipRect(i, top);
        const QRectF icon(room.left(), room.top(), chipIcon(), chipIcon());
        if (chip.state)
            paintIcon(painter, icon, *chip.state, theme);
        else
            paintNotApplicable(painter, icon, theme);
        const bool bad = chip.state && *chip.state != Verdict::Up && *chip.state != Verdict::NotMonitored;
        const QFont small = kpwatch::font(11, bad ? 600 : 400);
        painter.setFont(small);
        painter.setPen(bad ? inkColour(inkOf(*chip.state), theme) : theme.text3);
        painter.drawText(room.adjusted(0, chipIcon() + 2, -2, 0), Qt::AlignLeft | Qt::AlignTop,
                         QFontMetricsF(small).elidedText(chip.name, Qt::ElideRight, room.width() - 2));
    }
}

bool SiteTile::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && m_layers) {
        const QPoint at = dynamic_cast<const QHelpEvent&>(*event).pos();
        for (std::size_t i = 0; i < m_words.layers.size(); ++i)
            if (chipRect(i, chipsTop()).contains(at)) {
                const LayerChip& chip = m_words.layers[i];
                QToolTip::showText(mapToGlobal(at), plainTip(QStringLiteral("%1: %2").arg(chip.name, chip.result)),
                                   this);
                return true;
            }
    }
    return QAbstractButton::event(event);
}

void SiteTile::paintEvent(QPaintEvent*) {
    const Theme& theme = themeInForce();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool loud =
        m_words.icon == Verdict::Down || m_words.icon == Verdict::Degraded || m_words.icon == Verdict::ErrorPage;
    const qreal pen = theme.edge(loud ? 1.5 : 1);
    const QRectF card = QRectF(rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2);
    painter.setPen(QPen(loud ? theme.graphic(m_words.icon) : underMouse() ? theme.borderStrong : theme.border, pen));
    painter.setBrush(theme.tint(m_words.icon));
    const qreal mark = std::round(20 * textScale());
    painter.drawRoundedRect(card, 8, 8);
    paintIcon(painter, QRectF(width() - padding - mark, padding, mark, mark), m_words.icon, theme);

    const qreal right = width() - padding;
    qreal top = padding - 2;
    paintLine(painter, top, m_words.name, kpwatch::font(14, 600), theme.text, right - mark - 8);
    paintPlace(painter, top, right - mark - 8, theme);
    top += 9;
    QString detail = m_words.detail;
    paintState(painter, top, right, theme, detail);
    top += 1;
    const int said = paintDetail(painter, top, right, theme, detail);
    top += 9;
    QColor divider = loud ? theme.graphic(m_words.icon) : theme.border;
    if (loud)
        divider.setAlphaF(0.35F);
    painter.fillRect(QRectF(padding, std::round(top), width() - 2 * padding, 1), divider);
    top += 9;
    paintPage(painter, top, right, theme, pageLines + 1 - said);
    if (m_layers) {
        painter.fillRect(QRectF(padding, std::round(chipsTop()) - 9, width() - 2 * padding, 1), divider);
        paintLayers(painter, chipsTop(), theme);
    }
    if (hasFocus())
        paintFocusRing(painter, card.adjusted(pen, pen, -pen, -pen), 7, theme); // the edge tells the state
}

} // namespace kpwatch
