// SPDX-License-Identifier: GPL-3.0-or-later
// A heading and facts below it: name, value, and what qualifies the value. Labels are kept from one setSection to the
// next, so that a list that changes every second neither flickers nor loses its place. GUI thread.
#pragma once

#include "ui/live/controls.h"
#include "ui/target/target_words.h"

#include <array>
#include <vector>

class QGridLayout;

namespace kpwatch {

class FactList : public QWidget {
    Q_OBJECT
  public:
    explicit FactList(QWidget* parent = nullptr);
    void setSection(const TargetSection& section); // hidden while there is neither a row nor a sentence

  private:
    using Row = std::array<TextLabel*, 3>;
    void addRow();
    TextLabel* m_heading;
    TextLabel* m_otherwise;
    QGridLayout* m_grid;
    std::vector<Row> m_rows;
};

} // namespace kpwatch
