// SPDX-License-Identifier: GPL-3.0-or-later
// What an incident looks like, on what that rests, the evidence for and against, and what it cannot tell: the column on
// the right of a review. GUI thread.
#pragma once

#include "app/words/incident.h"

#include <QWidget>

class QGridLayout;

namespace kpwatch {

class TextLabel;

class AssessmentColumn : public QWidget {
    Q_OBJECT
  public:
    explicit AssessmentColumn(QWidget* parent = nullptr);
    void setAssessment(const words::IncidentTold& told);

  private:
    void setEvidence(const std::vector<Evidence>& rows);
    TextLabel* m_finding;
    TextLabel* m_fits;
    TextLabel* m_routes;
    TextLabel* m_basis;
    TextLabel* m_thresholds;
    TextLabel* m_credit;     // whose readings it rests on
    TextLabel* m_precursors; // slow spells and error pages before it
    TextLabel* m_weighed;    // against which shape the rows are
    QGridLayout* m_evidence;
    std::vector<Evidence> m_rows; // what stands there; made anew, rows would be gone for a moment
};

// "Looks like: everything within the same minutes"; with the reason where it is unclear.
QString findingOf(const Assessment& seen);

} // namespace kpwatch
