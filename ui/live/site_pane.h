// SPDX-License-Identifier: GPL-3.0-or-later
// The pane on the right while watching: response time of one target, and the facts of its site. GUI thread.
#pragma once

#include "app/history/archive.h"
#include "ui/live/tile_words.h"

#include <QWidget>

class QGridLayout;

namespace kpwatch {

class ResponseChart;
class Selector;
class StateIcon;
class TextLabel;

class SitePane : public QWidget {
    Q_OBJECT
  public:
    explicit SitePane(const Watchlist& watchlist, QWidget* parent = nullptr);
    TargetId target() const; // whose response time is shown
    // The HTTP target of a site, or the first target of a group; unknown lanes change nothing.
    void selectLane(const std::string& lane_id);
    void setLatency(const ArchiveAnswer& answer);
    void setFacts(const std::optional<SiteFacts>& facts); // none while nothing is watched

    // How much is being sent, and how much is kept.
    void setPace(int checks_last_minute, std::uint64_t recorded, const Settings& settings);

  Q_SIGNALS:
    void targetChosen();

  private:
    void fillTargets();
    const Watchlist& m_watchlist;
    Selector* m_targets;
    TextLabel* m_title;
    TextLabel* m_host;
    TextLabel* m_pace;
    StateIcon* m_icon;
    ResponseChart* m_chart;
    QGridLayout* m_facts;
    std::vector<std::array<TextLabel*, 3>> m_rows; // made as needed: name, value, beneath
};

} // namespace kpwatch
