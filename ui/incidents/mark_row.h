// SPDX-License-Identifier: GPL-3.0-or-later
// The sites' states as small marks in a fixed order, and in words beside them. GUI thread.
#pragma once

#include "app/story/timeline.h"

#include <QWidget>

#include <optional>
#include <vector>

class QPainter;

namespace kpwatch {

struct Theme;

qreal markStep(qreal size); // from one mark to the next
// One mark for each site in the order given, as high as `room`; nullopt: not applicable. Where there is no room for
// all, the better ones are left out, and how many is said behind the others. Returns the width that they take.
qreal paintMarks(QPainter& painter, const QRectF& room, const std::vector<std::optional<Verdict>>& marks,
                 const Theme& theme);

class MarkRow : public QWidget {
    Q_OBJECT
  public:
    explicit MarkRow(QWidget* parent = nullptr);
    void setSites(const std::vector<SiteStatus>& sites);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    std::vector<std::optional<Verdict>> m_marks;
    QString m_words;
};

// "3 not answering, 1 answering": worst first.
QString countsInWords(const std::vector<SiteStatus>& sites);

} // namespace kpwatch
