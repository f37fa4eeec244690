// SPDX-License-Identifier: GPL-3.0-or-later
// The card around the timeline: title, range buttons, zoom buttons, the timeline itself and the strip below it. GUI
// thread.
#pragma once

#include "ui/live/controls.h"
#include "ui/live/overview_strip.h"
#include "ui/live/timeline_widget.h"

#include <array>
#include <vector>

class QBoxLayout;
class QSpacerItem;

namespace kpwatch {

class EmptyCard;

QString rangeWord(RangeChoice choice); // "24 h"

class TimelineCard : public QWidget {
    Q_OBJECT
  public:
    TimelineCard(UtcTime now, bool simulated, QWidget* parent = nullptr);
    TimelineWidget& timeline() { return *m_timeline; }
    OverviewStrip& overview() { return *m_overview; }
    void begin(RangeChoice choice); // as choose(), and there is nothing to go back to
    void choose(RangeChoice choice);
    void zoom(double factor);
    void showRange(TimeRange range); // a leap: goBack() leads out of it
    void goBack();
    void toOldest();
    void toNow();
    // A stretch with some time around it, its lane selected and the cursor at its begin; without a lane just that span.
    void showSpan(const std::string& lane, TimeRange span);
    // "No history yet" until there is one: over the plot, or above it where that is too narrow.
    void setEmpty(bool empty);
    void offerImport(); // there

  Q_SIGNALS:
    void importWanted();

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    QWidget* header(bool simulated);
    void addPlot(QBoxLayout& column, UtcTime now);
    Button* headerButton(const QString& text, const QString& name, QWidget& bar);
    void followView();
    void placeEmptyCard();
    void arrangeHeader();
    void arrangeRanges();

    TextLabel* m_span;
    TimelineWidget* m_timeline = nullptr;
    OverviewStrip* m_overview = nullptr;
    TextLabel* m_title = nullptr;
    SimulatedBadge* m_badge = nullptr; // only of what is simulated
    QBoxLayout* m_header = nullptr;
    EmptyCard* m_emptyCard = nullptr;
    QSpacerItem* m_emptyRoom = nullptr; // for it, above the plot
    Button* m_back = nullptr;
    std::array<Button*, rangeChoices.size()> m_ranges{};
    QWidget* m_segments = nullptr; // which they lie in
    Selector* m_choice = nullptr;  // instead of them where they do not fit
    std::vector<Button*> m_steps;  // beside them
};

} // namespace kpwatch
