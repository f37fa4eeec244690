// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/first_run_pane.h"

#include "ui/live/controls.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace kpwatch {

class NumberDisc : public QWidget {
  public:
    NumberDisc(int number, QWidget* parent) : QWidget(parent), m_number(number) {
        setFont(kpwatch::font(13, 600));
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override { return QSize(1, 1) * (fontMetrics().height() + 10); }

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(themeInForce().surface2);
        painter.drawEllipse(rect());
        painter.setPen(themeInForce().text2);
        painter.setFont(font());
        painter.drawText(rect(), Qt::AlignCenter, QString::number(m_number));
    }

  private:
    int m_number;
};

FirstRunPane::FirstRunPane(const Watchlist& watchlist, bool consented, QWidget* parent)
    : QWidget(parent), m_start(new Button(tr("Start watching"), ButtonKind::Primary, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 22, 24, 24);
    column->setSpacing(20);
    auto* title = new TextLabel(20, 600, Ink::Text, this);
    title->setText(consented ? tr("Not watching yet") : tr("Before the first check"));
    column->addWidget(title);
    int number = 0;
    for (const words::AgreementPoint& point : words::agreement(watchlist, Direct{})) {
        auto* row = new QHBoxLayout;
        row->setSpacing(14);
        row->addWidget(new NumberDisc(++number, this), 0, Qt::AlignTop);
        auto* words = new QVBoxLayout;
        words->setSpacing(3);
        auto* head = new TextLabel(14, 600, Ink::Text, this);
        head->setText(point.title);
        auto* text = new TextLabel(13, 400, Ink::Text2, this);
        text->setWordWrap(true);
        text->setText(point.text);
        words->addWidget(head);
        words->addWidget(text);
        row->addLayout(words, 1);
        column->addLayout(row);
    }
    column->addSpacing(6);
    m_start->setMinimumHeight(40);
    column->addWidget(m_start);
    column->addStretch();
    connect(m_start, &QAbstractButton::clicked, this, &FirstRunPane::startWanted);
}

} // namespace kpwatch
