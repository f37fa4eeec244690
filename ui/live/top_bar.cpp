// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/top_bar.h"

#include "ui/paint/icons.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>

namespace kpwatch {

QString ownLineSentence(const OwnLineStatus& line, Watching watching) {
    if (watching == Watching::NotStarted || (line.state == Verdict::NotMonitored && line.controlsUp == 0))
        return TopBar::tr("Your connection: not tested");
    switch (line.state) {
    case Verdict::Up:
    case Verdict::Degraded:
    case Verdict::ErrorPage:
        return TopBar::tr("Your connection: working");
    case Verdict::Down:
    case Verdict::OwnConnectionDown:
        return TopBar::tr("Your connection: not working");
    case Verdict::Unknown:
    case Verdict::BlockedHere:
        return TopBar::tr("Your connection: can't tell");
    case Verdict::NotMonitored:
        return TopBar::tr("Your connection: not watched");
    }
    return {};
}

class Mark : public QWidget {
  public:
    explicit Mark(QWidget* parent) : QWidget(parent) { setFixedSize(24, 24); }

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        paintMark(painter, QRectF(rect()), themeInForce());
    }
};

TopBar::TopBar(bool simulated, QWidget* parent)
    : QWidget(parent), m_lineIcon(new StateIcon(14, this)), m_line(new TextLabel(12, 500, Ink::Text2, this)),
      m_export(new Button(tr("Export…"), ButtonKind::Primary, this)),
      m_menu(new Button(QStringLiteral("☰"), ButtonKind::Plain, this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(24, 0, 24, 1);
    row->setSpacing(10);
    row->addWidget(new Mark(this));
    auto* name = new TextLabel(15, 600, Ink::Text, this);
    name->setText(QStringLiteral("KPWatch"));
    name->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    row->addWidget(name);
    row->addSpacing(24);
    auto* live = new Button(tr("Live"), ButtonKind::Tab, this);
    live->setCheckable(true);
    live->setChecked(true);
    live->setFocusPolicy(Qt::NoFocus); // there is nothing else to choose
    live->setAttribute(Qt::WA_TransparentForMouseEvents);
    live->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    row->addWidget(live);
    if (simulated) {
        row->addSpacing(14);
        row->addWidget(new SimulatedBadge(this));
    }
    row->addStretch(1);
    row->addWidget(m_lineIcon);
    m_line->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    row->addWidget(m_line);
    row->addSpacing(12);
    m_export->setEnabled(false);
    row->addWidget(m_export);
    m_menu->setAccessibleName(tr("Menu"));
    m_menu->setToolTip(plainTip(tr("Menu")));
    row->addWidget(m_menu);
    setFixedHeight(std::max(52, m_export->sizeHint().height() + 18));
    connect(m_export, &QAbstractButton::clicked, this, &TopBar::exportWanted);
}

void TopBar::setMenu(QMenu* menu) {
    connect(m_menu, &QAbstractButton::clicked, this, [this, menu] {
        const QPoint below = m_menu->mapToGlobal(QPoint(m_menu->width(), m_menu->height() + 4));
        menu->popup(below - QPoint(menu->sizeHint().width(), 0));
    });
}

void TopBar::setExportable(bool exportable) { m_export->setEnabled(exportable); }

void TopBar::setOwnLine(const OwnLineStatus& line, Watching watching) {
    m_lineIcon->setVerdict(line.state);
    m_line->setText(ownLineSentence(line, watching));
    m_line->setInk(line.state == Verdict::OwnConnectionDown ? Ink::Own : Ink::Text2);
    m_line->setToolTip(line.controls == 0
                           ? QString{}
                           : tr("%1 of %2 computers elsewhere answer").arg(line.controlsUp).arg(line.controls));
}

void TopBar::paintEvent(QPaintEvent*) {
    const Theme& theme = themeInForce();
    QPainter painter(this);
    painter.fillRect(rect(), theme.surface);
    painter.fillRect(0, height() - 1, width(), 1, theme.border);
}

} // namespace kpwatch
