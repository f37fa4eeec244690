// SPDX-License-Identifier: GPL-3.0-or-later
// The whole incident as lanes: sites, what carries them, and our own line beneath, so that it is seen whose fault it
// was not. GUI thread.
#pragma once

#include "app/story/timeline.h"

#include <QWidget>

namespace kpwatch {

class IncidentLanes : public QWidget {
    Q_OBJECT
  public:
    explicit IncidentLanes(QWidget* parent = nullptr);
    // `routeSources`: who told of the lanes of routes, to be credited.
    void setTimeline(const Timeline& timeline, const std::vector<std::string>& routeSources = {});
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void paintCredit(QPainter& painter, const QRectF& row, const Lane& lane) const;

    Timeline m_timeline;
    QString m_credit;
};

// The same in words: "KCNA: not answering for 2 h 13 min. …"
QString lanesInWords(const Timeline& timeline);

} // namespace kpwatch
