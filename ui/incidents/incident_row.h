// SPDX-License-Identifier: GPL-3.0-or-later
// One incident in a list: day, who was silent, each site's mark, how long. As a button for the few in the pane, as a
// delegate for the thousands of the log; both paint the same. GUI thread.
#pragma once

#include "ui/incidents/incident_words.h"
#include "ui/live/pressable.h"
#include "ui/theme.h"

#include <QStyledItemDelegate>

namespace kpwatch {

void paintIncidentRow(QPainter& painter, const QRectF& rect, const IncidentRowWords& words, const Theme& theme);
int incidentRowHeight(); // with the length beside the marks
// Higher by a line where the marks leave no room for the length, which then goes under them.
int incidentRowHeight(const IncidentRowWords& words, int width);
// The first of them that is not wider; else the last, elided. None may be missing.
QString fitting(const QStringList& wordings, const QFont& font, qreal width);

class IncidentRow : public Pressable<QAbstractButton> {
    Q_OBJECT
  public:
    explicit IncidentRow(QWidget* parent = nullptr);
    void setIncident(const Incident& incident, const Watchlist& watchlist);
    const std::string& id() const { return m_id; }
    QSize sizeHint() const override { return {240, incidentRowHeight()}; }
    QSize minimumSizeHint() const override { return {180, incidentRowHeight()}; }
    int heightForWidth(int width) const override { return incidentRowHeight(m_words, width); }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    std::string m_id;
    IncidentRowWords m_words;
};

class IncidentDelegate : public QStyledItemDelegate {
    Q_OBJECT
  public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace kpwatch
