// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/assessment_column.h"

#include "app/words/fits.h"
#include "app/words/precursors.h"
#include "app/words/sources.h"
#include "app/words/tr.h"
#include "ui/live/card.h"
#include "ui/live/controls.h"

#include <QGridLayout>

namespace kpwatch {

using words::Tr;

static QString spoken(Sign sign) {
    switch (sign) {
    case Sign::Supports:
        return Tr::tr("Supports: %1");
    case Sign::Against:
        return Tr::tr("Speaks against: %1");
    case Sign::NotKnown:
        return Tr::tr("Says neither: %1");
    }
    return {};
}

static QString signOf(Sign sign) {
    switch (sign) {
    case Sign::Supports:
        return QStringLiteral("+");
    case Sign::Against:
        return QStringLiteral("−");
    case Sign::NotKnown:
        return QStringLiteral("?");
    }
    return {};
}

static Ink inkOf(Sign sign) {
    switch (sign) {
    case Sign::Supports:
        return Ink::Up;
    case Sign::Against:
        return Ink::Down;
    case Sign::NotKnown:
        return Ink::Unknown;
    }
    return Ink::Text;
}

QString findingOf(const Assessment& seen) {
    const QString why = words::unclear(seen.why), pattern = words::pattern(seen.pattern);
    return why.isEmpty() ? Tr::tr("Looks like: %1").arg(pattern) : Tr::tr("Looks like: %1 (%2)").arg(pattern, why);
}

static TextLabel* wrapping(qreal px, int weight, Ink ink, QWidget* parent) {
    auto* label = new TextLabel(px, weight, ink, parent);
    label->setWordWrap(true);
    return label;
}

static TextLabel* heading(const QString& text, QWidget* parent) {
    auto* label = new TextLabel(13, 600, Ink::Text2, parent);
    label->setText(text);
    return label;
}

AssessmentColumn::AssessmentColumn(QWidget* parent)
    : QWidget(parent), m_finding(wrapping(18, 600, Ink::Text, this)), m_fits(wrapping(13, 400, Ink::Text, this)),
      m_routes(wrapping(13, 400, Ink::Text, this)), m_basis(wrapping(13, 600, Ink::Text, this)),
      m_thresholds(wrapping(12, 400, Ink::Text3, this)), m_credit(wrapping(12, 400, Ink::Text3, this)),
      m_precursors(wrapping(13, 400, Ink::Text, this)), m_weighed(wrapping(12, 400, Ink::Text2, this)),
      m_evidence(new QGridLayout) {
    auto* caption = new TextLabel(15, 600, Ink::Text, this);
    caption->setText(tr("What the record shows"));
    auto* key = new TextLabel(12, 400, Ink::Text3, this);
    key->setText(tr("+ supports   − speaks against   ? says neither"));
    m_weighed->setObjectName(QStringLiteral("weighed"));
    m_evidence->setColumnStretch(1, 1);
    m_evidence->setHorizontalSpacing(10);
    m_evidence->setVerticalSpacing(1);
    auto* box = new Card(Ground::Box, this);
    auto* inside = new QVBoxLayout(box);
    inside->setContentsMargins(14, 11, 14, 12);
    inside->setSpacing(4);
    inside->addWidget(heading(tr("What this cannot tell you"), box));
    auto* cannot = wrapping(13, 400, Ink::Text, box);
    cannot->setText(words::cannotTell());
    inside->addWidget(cannot);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 22, 24, 20);
    column->setSpacing(10);
    for (QWidget* const part :
         std::initializer_list<QWidget*>{caption, m_finding, m_thresholds, m_fits, m_routes, m_basis})
        column->addWidget(part);
    column->addSpacing(6);
    column->addWidget(heading(tr("Evidence"), this));
    column->addWidget(m_weighed);
    column->addWidget(key);
    column->addLayout(m_evidence);
    column->addSpacing(6);
    column->addWidget(heading(words::precursorsHeading(), this));
    column->addWidget(m_precursors);
    m_precursors->setObjectName(QStringLiteral("precursors"));
    column->addSpacing(6);
    column->addWidget(box);
    column->addWidget(m_credit);
    m_credit->setObjectName(QStringLiteral("credit"));
    column->addStretch(1);
}

void AssessmentColumn::setAssessment(const words::IncidentTold& told) {
    const Assessment& seen = told.assessment;
    m_finding->setText(findingOf(seen));
    m_fits->setText(words::fits(seen.pattern));
    m_fits->setVisible(!m_fits->text().isEmpty());
    m_routes->setText(tr("Of the routes: %1. Scope: %2.").arg(words::routes(seen.routes), words::scope(seen)));
    m_basis->setText(words::basis(seen));
    m_thresholds->setText(words::thresholds(seen.pattern, seen.thresholds));
    m_credit->setText(words::attributions(words::sourcesOf(seen)));
    m_credit->setVisible(!m_credit->text().isEmpty());
    m_weighed->setText(words::weighedAgainst(seen));
    m_weighed->setVisible(!m_weighed->text().isEmpty());
    setEvidence(seen.evidence);
    m_precursors->setText(words::precursors(told).join(QLatin1Char('\n')));
}

void AssessmentColumn::setEvidence(const std::vector<Evidence>& rows) {
    if (rows == m_rows)
        return;
    m_rows = rows;
    while (QLayoutItem* const item = m_evidence->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int line = 0;
    for (const Evidence& row : rows) {
        auto* sign = new TextLabel(15, 600, inkOf(row.sign), this);
        sign->setText(signOf(row.sign));
        auto* text = wrapping(13, 500, Ink::Text, this);
        text->setText(words::evidence(row));
        text->setAccessibleName(spoken(row.sign).arg(words::evidence(row)));
        auto* source = wrapping(12, 400, Ink::Text3, this);
        source->setText(words::evidenceSource(row));
        source->setContentsMargins(0, 0, 0, 6);
        m_evidence->addWidget(sign, line, 0, Qt::AlignTop);
        m_evidence->addWidget(text, line, 1);
        m_evidence->addWidget(source, line + 1, 1);
        line += 2;
    }
}

} // namespace kpwatch
