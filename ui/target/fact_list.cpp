// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/target/fact_list.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace kpwatch {

static int nameWidth() { return static_cast<int>(116 * textScale()); }

FactList::FactList(QWidget* parent)
    : QWidget(parent), m_heading(new TextLabel(10.5, 600, Ink::Text2, this)),
      m_otherwise(new TextLabel(13, 400, Ink::Text2, this)), m_grid(new QGridLayout) {
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnMinimumWidth(0, nameWidth());
    m_grid->setColumnStretch(1, 1);
    m_otherwise->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_heading);
    column->addWidget(m_otherwise);
    column->addLayout(m_grid);
}

void FactList::addRow() {
    const int line = static_cast<int>(m_rows.size()) * 2;
    const Row row{new TextLabel(12, 400, Ink::Text3, this), new TextLabel(13, 500, Ink::Text, this),
                  new TextLabel(12, 400, Ink::Text3, this)};
    for (TextLabel* label : row)
        label->setWordWrap(true);
    row[0]->setMinimumWidth(nameWidth());
    m_grid->addWidget(row[0], line, 0, 2, 1, Qt::AlignTop);
    m_grid->addWidget(row[1], line, 1, Qt::AlignTop);
    m_grid->addWidget(row[2], line + 1, 1, Qt::AlignTop);
    m_rows.push_back(row);
}

void FactList::setSection(const TargetSection& section) {
    while (m_rows.size() < section.rows.size())
        addRow();
    m_heading->setText(section.heading);
    m_heading->setVisible(!section.heading.isEmpty());
    m_otherwise->setText(section.otherwise);
    m_otherwise->setVisible(section.rows.empty() && !section.otherwise.isEmpty());
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const bool shown = i < section.rows.size();
        const FactRow said = shown ? section.rows[i] : FactRow{};
        const std::array texts{said.name, said.value, said.beneath};
        for (std::size_t part = 0; part < texts.size(); ++part) {
            m_rows[i][part]->setText(texts[part]);
            m_rows[i][part]->setVisible(shown && !texts[part].isEmpty());
        }
        const int below = 7;
        m_rows[i][1]->setContentsMargins(0, 0, 0, said.beneath.isEmpty() ? below : 0);
        m_rows[i][2]->setContentsMargins(0, 0, 0, below);
        m_rows[i][0]->setContentsMargins(0, 0, 0, below);
    }
    setVisible(!section.rows.empty() || !section.otherwise.isEmpty());
}

} // namespace kpwatch
