// SPDX-License-Identifier: GPL-3.0-or-later
// One site at a glance: name, state, since when, last good answer, front page; with technical detail also its layers. A
// button that selects the site; a second click, or Enter, opens what is known about it. GUI thread.
#pragma once

#include "ui/live/tile_words.h"

#include "ui/theme.h"

#include <QAbstractButton>

namespace kpwatch {

class SiteTile : public QAbstractButton {
    Q_OBJECT
  public:
    explicit SiteTile(QWidget* parent = nullptr);
    void setFacts(const SiteFacts& facts);
    void showLayers(bool shown); // a row of chips below, one for each layer
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  Q_SIGNALS:
    void opened();

  protected:
    bool event(QEvent* event) override; // a chip's tooltip is what the check saw of its layer
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void paintState(QPainter& painter, qreal& top, qreal right, const Theme& theme, QString& detail) const;
    void paintLine(QPainter& painter, qreal& top, const QString& text, const QFont& font, const QColor& colour,
                   qreal right, Qt::TextElideMode cut = Qt::ElideRight) const;
    void paintPlace(QPainter& painter, qreal& top, qreal right, const Theme& theme) const;
    // Of how many lines.
    int paintDetail(QPainter& painter, qreal& top, qreal right, const Theme& theme, const QString& text) const;
    void paintPage(QPainter& painter, qreal top, qreal right, const Theme& theme, int room) const;
    void paintLayers(QPainter& painter, qreal top, const Theme& theme) const;
    QRectF chipRect(std::size_t index, qreal top) const;
    qreal chipsTop() const;
    TileWords m_words;
    bool m_layers = false;
};

} // namespace kpwatch
