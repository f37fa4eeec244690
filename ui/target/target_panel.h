// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that is known about one target at this moment: opens on a tile or a lane, and shows the latest check phase
// by phase, what we make of it, our own line at the time, and the latest failures. Takes values; says what it would
// like to know. Esc closes it. GUI thread.
#pragma once

#include "app/watch/monitor.h"
#include "ui/target/target_words.h"

#include <QDialog>

namespace kpwatch {

class FactList;
class Selector;
class StateIcon;
class TextLabel;
class WaterfallView;

class TargetPanel : public QDialog {
    Q_OBJECT
  public:
    TargetPanel(const Watchlist& watchlist, const Settings& settings, bool simulated, QWidget* parent);

    // The enabled targets of a lane (site, group or target), the one that speaks for it first. False if it has none.
    bool showLane(const std::string& lane_id);
    TargetId target() const;
    TargetQuery query(UtcTime now) const { return {target(), now}; }

    // Of another program's watch it is put together from the record.
    void setPicture(const Picture& picture, bool viewer);
    void setAnswer(const TargetAnswer& answer); // of another target than the one shown: ignored
    void setNow(UtcTime now);

  Q_SIGNALS:
    void queryWanted();

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QWidget* head(bool simulated);
    QWidget* body();
    void chosen();
    void refresh();

    const Watchlist& m_watchlist;
    const Settings& m_settings;
    Picture m_picture;
    bool m_viewer = false; // another program watches
    std::optional<TargetAnswer> m_answer;
    UtcTime m_now = utcNow();

    StateIcon* m_icon;
    TextLabel* m_title;
    TextLabel* m_asked;
    TextLabel* m_sentence;
    Selector* m_targets;
    WaterfallView* m_waterfall;
    FactList* m_result;
    FactList* m_latest;
    FactList* m_judgement;
    FactList* m_certificate;
    FactList* m_ownLine;
    FactList* m_failures;
    FactList* m_wayThere;
};

// The enabled targets that a lane is made of, the one that speaks for it first.
std::vector<const Target*> targetsOfLane(const Watchlist& watchlist, const std::string& lane_id);

} // namespace kpwatch
