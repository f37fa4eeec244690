// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/agreement_view.h"

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

AgreementView::AgreementView(const Watchlist& watchlist, QWidget* parent) : QWidget(parent), m_watchlist(watchlist) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
}

void AgreementView::setWay(const WayOut& way) {
    delete m_points;
    m_points = new QWidget(this);
    auto* column = new QVBoxLayout(m_points);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    int number = 0;
    for (const words::AgreementPoint& point : words::agreement(m_watchlist, way)) {
        auto* row = new QHBoxLayout;
        row->setSpacing(14);
        row->addWidget(new NumberDisc(++number, m_points), 0, Qt::AlignTop);
        auto* words = new QVBoxLayout;
        words->setSpacing(3);
        auto* head = new TextLabel(14, 600, Ink::Text, m_points);
        head->setWordWrap(true);
        head->setText(point.title);
        auto* text = new TextLabel(13, 400, Ink::Text2, m_points);
        text->setWordWrap(true);
        text->setText(point.text);
        words->addWidget(head);
        words->addWidget(text);
        row->addLayout(words, 1);
        column->addLayout(row);
    }
    layout()->addWidget(m_points);
    setAccessibleName(tr("What you agree to"));
}

} // namespace kpwatch
