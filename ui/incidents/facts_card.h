// SPDX-License-Identifier: GPL-3.0-or-later
// A card of facts side by side, each with its name above and a qualifier beneath; in several rows where it is narrow.
// GUI thread.
#pragma once

#include "ui/incidents/incident_words.h"
#include "ui/live/card.h"

#include <array>

class QGridLayout;

namespace kpwatch {

class TextLabel;

class FactsCard : public Card {
    Q_OBJECT
  public:
    explicit FactsCard(QWidget* parent = nullptr);
    void setFacts(const std::vector<IncidentFact>& facts);

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    void arrange();
    QGridLayout* m_grid;
    std::vector<std::array<TextLabel*, 3>> m_cells;
    std::size_t m_used = 0; // of the cells
    int m_columns = 0;
};

} // namespace kpwatch
