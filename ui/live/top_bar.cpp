// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/top_bar.h"

#include "app/words/notice.h"
#include "ui/live/own_line_button.h"
#include "ui/live/switch.h"
#include "ui/paint/icons.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QSignalBlocker>

#include <array>

namespace kpwatch {

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
    : QWidget(parent), m_name(new TextLabel(15, 600, Ink::Text, this)),
      m_live(new Button(tr("Live"), ButtonKind::Tab, this)),
      m_incidents(new Button(tr("Incidents"), ButtonKind::Tab, this)), m_line(new OwnLineButton(this)),
      m_technical(new Switch(tr("Technical detail"), this)), m_awake(new Switch(tr("Keep awake"), this)),
      m_find(new Button(tr("Find…"), ButtonKind::Plain, this)),
      m_export(new Button(tr("Export…"), ButtonKind::Primary, this)),
      m_menu(new Button(QStringLiteral("☰"), ButtonKind::Plain, this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(24, 0, 24, 1);
    setMinimumHeight(52);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    row->setSpacing(10);
    m_mark = new Mark(this);
    row->addWidget(m_mark);
    m_name->setText(QStringLiteral("KPWatch"));
    m_name->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    row->addWidget(m_name);
    row->addSpacing(24);
    for (const auto& [button, tab] : {std::pair(m_live, Tab::Live), std::pair(m_incidents, Tab::Incidents)}) {
        button->setCheckable(true);
        button->setChecked(tab == Tab::Live);
        button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
        row->addWidget(button);
        row->addSpacing(12);
        connect(button, &QAbstractButton::clicked, this, [this, tab = tab] { Q_EMIT tabChosen(tab); });
    }
    if (simulated) {
        row->addSpacing(14);
        row->addWidget(new SimulatedBadge(this));
    }
    row->addStretch(1);
    row->addWidget(m_line);
    row->addWidget(m_technical);
    row->addWidget(m_awake);
    row->addSpacing(6);
    row->addWidget(m_find);
    m_export->setEnabled(false);
    row->addWidget(m_export);
    m_menu->setAccessibleName(tr("Menu"));
    setPlainTip(*m_menu, tr("Menu"));
    row->addWidget(m_menu);
    connect(m_find, &QAbstractButton::clicked, this, &TopBar::findWanted);
    connect(m_export, &QAbstractButton::clicked, this, &TopBar::exportWanted);
    connect(m_technical, &QAbstractButton::toggled, this, &TopBar::technicalWanted);
    connect(m_awake, &QAbstractButton::toggled, this, &TopBar::keepAwakeWanted);
}

void TopBar::resizeEvent(QResizeEvent*) { makeRoom(); }

// How our own line does is never cut: what the menu and the title bar say as well goes first.
void TopBar::makeRoom() {
    const std::array<QWidget*, 6> dispensable{m_find, m_technical, m_awake, m_name, m_mark, m_export};
    for (QWidget* part : dispensable)
        part->show();
    for (QWidget* part : dispensable)
        if (layout()->sizeHint().width() > width())
            part->hide();
}

void TopBar::setMenu(QMenu* menu) {
    connect(m_menu, &QAbstractButton::clicked, this, [this, menu] {
        const QPoint below = m_menu->mapToGlobal(QPoint(m_menu->width(), m_menu->height() + 4));
        menu->popup(below - QPoint(menu->sizeHint().width(), 0));
    });
}

void TopBar::setTab(Tab tab) {
    m_live->setChecked(tab == Tab::Live);
    m_incidents->setChecked(tab == Tab::Incidents);
}

void TopBar::setExportable(bool exportable) { m_export->setEnabled(exportable); }

void TopBar::setPicture(const Picture& picture) {
    const QString before = m_line->text();
    m_line->setOwnLine(picture.live.ownLine, picture.watching);
    if (m_line->text() != before)
        makeRoom();
    const QString come_to = words::keepAwake(picture.keepAwake);
    setPlainTip(*m_awake, come_to.isEmpty() ? tr("Whether this computer is kept awake while watching") : come_to);
}

void TopBar::setTechnical(bool shown) {
    const QSignalBlocker quiet(m_technical);
    m_technical->setChecked(shown);
}

void TopBar::setKeepAwake(bool wanted) {
    const QSignalBlocker quiet(m_awake);
    m_awake->setChecked(wanted);
}

void TopBar::paintEvent(QPaintEvent*) {
    const Theme& theme = themeInForce();
    QPainter painter(this);
    painter.fillRect(rect(), theme.surface);
    painter.fillRect(0, height() - 1, width(), 1, theme.border);
}

} // namespace kpwatch
