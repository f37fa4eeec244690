// SPDX-License-Identifier: GPL-3.0-or-later
// The whole incident as lanes: sites, what carries them, and our own line beneath, so that it is seen whose fault it
// was not. GUI thread.
#pragma once

#include "app/story/timeline.h"

#include <QWidget>

#include <set>

namespace kpwatch {

class IncidentLanes : public QWidget {
    Q_OBJECT
  public:
    explicit IncidentLanes(QWidget* parent = nullptr);
    // `routeSources`: who told of the lanes of routes, to be credited. `leftOut`: ids of lanes left out by hand.
    void setTimeline(const Timeline& timeline, const std::vector<std::string>& routeSources = {},
                     const std::set<std::string>& leftOut = {});
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    Timeline m_timeline;
    std::set<std::string> m_leftOut;
    QString m_credit;
};

// The same in words: "KCNA: not answering for 2 h 13 min. …"
QString lanesInWords(const Timeline& timeline, const std::set<std::string>& leftOut = {});

} // namespace kpwatch
