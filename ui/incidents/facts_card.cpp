// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/facts_card.h"

#include "ui/live/controls.h"

#include <QGridLayout>

#include <algorithm>

namespace kpwatch {

static constexpr int spacing = 14;

FactsCard::FactsCard(QWidget* parent) : Card(Ground::Card, parent), m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(18, 12, 18, 12);
    m_grid->setHorizontalSpacing(spacing);
    m_grid->setVerticalSpacing(2);
}

void FactsCard::setFacts(const std::vector<IncidentFact>& facts) {
    while (m_cells.size() < facts.size())
        m_cells.push_back({new TextLabel(12, 400, Ink::Text2, this), new TextLabel(15, 600, Ink::Text, this),
                           new TextLabel(12, 400, Ink::Text3, this)});
    m_used = facts.size();
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        const bool used = i < facts.size();
        const IncidentFact fact = used ? facts[i] : IncidentFact{};
        const std::array texts{fact.name, fact.value, fact.beneath};
        for (std::size_t line = 0; line < texts.size(); ++line) {
            m_cells[i][line]->setText(texts[line]);
            m_cells[i][line]->setVisible(used && !texts[line].isEmpty());
        }
    }
    m_columns = 0;
    arrange();
}

void FactsCard::resizeEvent(QResizeEvent* /*event*/) { arrange(); }

// As many beside each other as fit without a cut.
void FactsCard::arrange() {
    int wide = 1;
    for (std::size_t i = 0; i < m_used; ++i)
        for (const TextLabel* line : m_cells[i])
            wide = std::max(wide, line->fontMetrics().horizontalAdvance(line->text()) + 6);
    const int fit = (width() - 36 + spacing) / (wide + spacing);
    const int cells = std::max(1, static_cast<int>(m_used));
    const int rows = (cells - 1) / std::clamp(fit, 1, cells) + 1;
    const int columns = (cells - 1) / rows + 1; // no row with one alone
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (std::size_t i = 0; i < m_used; ++i) {
        const int row = static_cast<int>(i) / columns, column = static_cast<int>(i) % columns;
        for (int line = 0; line < 3; ++line)
            m_grid->addWidget(m_cells[i][static_cast<std::size_t>(line)], row * 4 + line, column);
    }
    for (int row = 0; row < static_cast<int>(m_cells.size()); ++row)
        m_grid->setRowMinimumHeight(row * 4 + 3, row + 1 < rows ? 8 : 0);
    for (int column = 0; column < static_cast<int>(m_cells.size()); ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
    updateGeometry();
}

} // namespace kpwatch
