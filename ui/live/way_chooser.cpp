// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/way_chooser.h"

#include "app/errors.h"
#include "app/words/words.h"
#include "ui/live/controls.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QRadioButton>
#include <QVBoxLayout>

namespace kpwatch {

static constexpr int longestAddress = 45;      // IPv6 with an IPv4 tail (RFC 4291 §2.2)
static constexpr std::uint16_t torPort = 9050; // SocksPort of tor(1)

static constexpr int edge = 6; // room for the focus ring of a choice
static int markOf(const QWidget& choice) { return choice.fontMetrics().ascent(); }
static int indentOf(const QWidget& choice) { return edge + markOf(choice) * 3 / 2; } // where its text begins

// Drawn in the theme's colours and as large as its text, which the desktop's own marks are not.
class Choice : public QRadioButton {
  public:
    Choice(const QString& text, QWidget* parent) : QRadioButton(text, parent) { setFont(kpwatch::font(14, 600)); }
    QSize sizeHint() const override {
        return {indent() + fontMetrics().horizontalAdvance(text()) + edge, fontMetrics().height() + edge};
    }
    QSize minimumSizeHint() const override { return {indent(), sizeHint().height()}; }

  protected:
    bool hitButton(const QPoint& position) const override { return rect().contains(position); }
    void paintEvent(QPaintEvent*) override {
        const Theme& theme = themeInForce();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF ring(edge, (height() - mark()) / 2.0, mark() - 1, mark() - 1);
        painter.setPen(QPen(isChecked() ? theme.accent : theme.text3, mark() / 9.0));
        painter.setBrush(theme.surface);
        painter.drawEllipse(ring);
        if (isChecked()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.accent);
            painter.drawEllipse(ring.center(), mark() / 4.0, mark() / 4.0);
        }
        const QRectF words = QRectF(rect()).adjusted(indent(), 0, 0, 0);
        painter.setPen(theme.text);
        painter.setFont(font());
        painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(text(), Qt::ElideRight, static_cast<int>(words.width())));
        if (hasFocus())
            paintFocusRing(painter, QRectF(0, 0, sizeHint().width(), height()).adjusted(2, 2, -2, -2), 4, theme);
    }

  private:
    int mark() const { return markOf(*this); }
    int indent() const { return indentOf(*this); }
};

static std::string placeOf(const QString& host, const QString& port) {
    const QString named = host.trimmed();
    const bool bare_v6 = named.contains(QLatin1Char(':')) && !named.startsWith(QLatin1Char('['));
    return (bare_v6 ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2")).arg(named, port.trimmed()).toStdString();
}

QString proxyTrouble(const QString& host, const QString& port) {
    QString named = host.trimmed();
    if (named.startsWith(QLatin1Char('[')) && named.endsWith(QLatin1Char(']')))
        named = named.mid(1, named.size() - 2);
    if (named.isEmpty())
        return WayChooser::tr("Give the proxy's address, such as 127.0.0.1.");
    if (named != QLatin1String("localhost") && !Address::parse(named.toStdString()))
        return WayChooser::tr(
            "Give the proxy's address, such as 127.0.0.1, and not a name: looking the name up would be "
            "a question sent past the proxy.");
    bool number = false;
    if (const uint given = port.trimmed().toUInt(&number); !number || given < 1 || given > 65535)
        return WayChooser::tr("Give its port, from 1 to 65535: 9050 for Tor, 9150 for Tor Browser.");
    try {
        parseProxy(placeOf(host, port));
    } catch (const InputError&) {
        return WayChooser::tr("Nobody can listen at this address: 127.0.0.1 is this computer.");
    }
    return {};
}

WayChooser::WayChooser(const WayOut& chosen, QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    setAccessibleName(tr("How the sites are asked"));
    m_direct =
        addChoice(tr("From this computer"),
                  tr("Everything is asked. The servers, and networks between, can log this computer's address."));
    m_proxied = addChoice(tr("Through a proxy or Tor"),
                          tr("They see where it comes out instead of you. Less is asked, and nothing is called \"not "
                             "answering\", only not reachable through it."));
    makeFields(chosen);
    column->addWidget(m_fields);
    m_observing =
        addChoice(tr("Observe only"),
                  tr("Nothing is sent to North Korea, and nothing new is seen of the sites. Public sources tell of "
                     "its routes, and whether others reach it, once you switch them on."));
    m_direct->setChecked(std::holds_alternative<Direct>(chosen));
    m_proxied->setChecked(std::holds_alternative<Proxy>(chosen));
    m_observing->setChecked(std::holds_alternative<ObserveOnly>(chosen));
    for (const QRadioButton* choice : {m_direct, m_proxied, m_observing})
        connect(choice, &QRadioButton::toggled, this, [this](bool on) {
            if (on)
                follow();
        });
    for (const QLineEdit* field : {m_host, m_port})
        connect(field, &QLineEdit::textChanged, this, &WayChooser::follow);
    setFocusProxy(m_direct);
    follow();
}

QRadioButton* WayChooser::addChoice(const QString& name, const QString& meaning) {
    auto* choice = new Choice(name, this);
    choice->setAccessibleDescription(meaning);
    auto* means = new TextLabel(13, 400, Ink::Text2, this);
    means->setWordWrap(true);
    means->setText(meaning);
    means->setContentsMargins(indentOf(*choice), 0, 0, 8);
    layout()->addWidget(choice);
    layout()->addWidget(means);
    return choice;
}

void WayChooser::makeFields(const WayOut& chosen) {
    const auto* const known = std::get_if<Proxy>(&chosen);
    auto* fields = new QWidget(this);
    auto* column = new QVBoxLayout(fields);
    column->setContentsMargins(indentOf(*m_proxied), 0, 0, 10);
    column->setSpacing(6);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    const auto field = [&](const QString& name, const QString& text, int length) {
        auto* label = new TextLabel(13, 400, Ink::Text2, fields);
        label->setText(name);
        label->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
        auto* edit = new QLineEdit(text, fields);
        edit->setFont(kpwatch::font(13));
        edit->setMaxLength(length);
        edit->setAccessibleName(tr("%1 of the proxy").arg(name));
        label->setBuddy(edit);
        row->addWidget(label);
        row->addWidget(edit);
        return edit;
    };
    m_host = field(tr("Address"), known ? words::cleaned(known->address.text()) : QStringLiteral("127.0.0.1"),
                   longestAddress + 2);
    m_port = field(tr("Port"), QString::number(known ? known->port : torPort), 5);
    row->setStretch(1, 5);
    row->setStretch(3, 2);
    m_trouble = new TextLabel(12, 500, Ink::Degraded, fields);
    m_trouble->setWordWrap(true);
    column->addLayout(row);
    column->addWidget(m_trouble);
    m_fields = fields;
}

std::optional<WayOut> WayChooser::way() const {
    if (m_direct->isChecked())
        return Direct{};
    if (m_observing->isChecked())
        return ObserveOnly{};
    if (!proxyTrouble(m_host->text(), m_port->text()).isEmpty())
        return std::nullopt;
    return parseProxy(placeOf(m_host->text(), m_port->text()));
}

void WayChooser::follow() {
    m_fields->setVisible(m_proxied->isChecked());
    for (QRadioButton* choice : {m_direct, m_proxied, m_observing}) // by Tab to the chosen one, by arrows to the others
        choice->setFocusPolicy(choice->isChecked() ? Qt::StrongFocus : Qt::ClickFocus);
    const QString trouble = proxyTrouble(m_host->text(), m_port->text());
    m_trouble->setText(trouble);
    m_trouble->setVisible(!trouble.isEmpty());
    m_host->setAccessibleDescription(trouble);
    m_port->setAccessibleDescription(trouble);
    Q_EMIT changed();
}

} // namespace kpwatch
