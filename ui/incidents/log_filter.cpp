// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/log_filter.h"

#include "app/words/count.h"
#include "app/words/incident.h"
#include "app/words/words.h"
#include "ui/incidents/incident_list_model.h"
#include "ui/live/controls.h"

#include <QGridLayout>

#include <algorithm>
#include <array>

namespace kpwatch {

namespace {

constexpr int any = -1;
constexpr int gap = 8;
constexpr int shownLetters = 15; // five of them stand in a row of the narrowest window

struct LengthChoice {
    int atLeast, below; // minutes; 0: no bound
};
constexpr LengthChoice lengths[] = {{0, 30}, {30, 0}, {120, 0}, {1440, 0}};
constexpr int daysBack[] = {1, 7, 30, 365};

void addAny(Selector& selector, const QString& text, const QString& name) {
    selector.addItem(text, any);
    selector.setAccessibleName(name);
}

} // namespace

LogFilter::LogFilter(QWidget* parent)
    : QWidget(parent), m_grid(new QGridLayout(this)), m_listed(new Selector(this)), m_scope(new Selector(this)),
      m_pattern(new Selector(this)), m_length(new Selector(this)), m_time(new Selector(this)),
      m_order(new Selector(this)) {
    m_listed->setObjectName(QStringLiteral("listed"));
    m_listed->setAccessibleName(tr("What is listed"));
    m_listed->addItem(tr("Incidents"), static_cast<int>(Listed::Incidents));
    m_listed->addItem(words::state(Verdict::Degraded), static_cast<int>(Listed::Degraded));
    m_listed->addItem(tr("Error pages"), static_cast<int>(Listed::ErrorPages));
    m_listed->addItem(tr("Reported elsewhere"), static_cast<int>(Listed::ReportedElsewhere));
    addAny(*m_scope, tr("Any scope"), tr("Scope"));
    for (const Scope scope : allScopes())
        m_scope->addItem(words::capital(words::scope(scope)), static_cast<int>(scope));
    addAny(*m_pattern, tr("Any shape"), tr("What it looks like"));
    for (const Pattern pattern : allPatterns())
        m_pattern->addItem(words::capital(words::pattern(pattern)), static_cast<int>(pattern));
    addAny(*m_length, tr("Any length"), tr("Length"));
    const QString length_words[] = {tr("Under 30 min"), tr("30 min and more"), tr("2 h and more"),
                                    tr("A day and more")};
    for (int i = 0; i < static_cast<int>(std::size(lengths)); ++i)
        m_length->addItem(length_words[i], i);
    addAny(*m_time, tr("Any time"), tr("Time"));
    const QString time_words[] = {tr("Last 24 h"), tr("Last 7 days"), tr("Last 30 days"), tr("Last 12 months")};
    for (int i = 0; i < static_cast<int>(std::size(daysBack)); ++i)
        m_time->addItem(time_words[i], i);
    m_order->setObjectName(QStringLiteral("order"));
    m_order->setAccessibleName(tr("Order"));
    for (const auto& [order, text] :
         {std::pair(LogOrder::Newest, tr("Newest first")), std::pair(LogOrder::Oldest, tr("Oldest first")),
          std::pair(LogOrder::Longest, tr("Longest first")), std::pair(LogOrder::Shortest, tr("Shortest first")),
          std::pair(LogOrder::MostTargets, tr("Most targets first"))})
        m_order->addItem(text, static_cast<int>(order));
    m_order->setMinimumContentsLength(shownLetters);
    connect(m_order, &QComboBox::activated, this, &LogFilter::reordered);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(gap);
    for (Selector* const selector : {m_listed, m_scope, m_pattern, m_length, m_time}) {
        selector->setMinimumContentsLength(shownLetters);
        connect(selector, &QComboBox::activated, this, [this] {
            follow();
            Q_EMIT changed();
        });
    }
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFocusProxy(m_listed);
    arrange();
}

QSize LogFilter::minimumSizeHint() const { return {m_listed->sizeHint().width(), m_grid->sizeHint().height()}; }

void LogFilter::resizeEvent(QResizeEvent* /*event*/) { arrange(); }

void LogFilter::arrange() {
    const std::array selectors{m_listed, m_scope, m_pattern, m_length, m_time, m_order};
    const int columns =
        std::clamp((width() + gap) / (m_listed->sizeHint().width() + gap), 1, static_cast<int>(selectors.size()));
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (int i = 0; i < static_cast<int>(selectors.size()); ++i)
        m_grid->addWidget(selectors[static_cast<std::size_t>(i)], i / columns, i % columns);
    m_grid->setColumnStretch(static_cast<int>(selectors.size()), 1); // what is left over
    updateGeometry();
}

void LogFilter::follow() {
    for (Selector* const selector : {m_scope, m_pattern, m_length, m_time, m_order})
        selector->setVisible(listed() == Listed::Incidents);
}

LogOrder LogFilter::order() const { return static_cast<LogOrder>(m_order->currentData().toInt()); }

void LogFilter::setOrder(LogOrder order) { m_order->setCurrentIndex(m_order->findData(static_cast<int>(order))); }

Listed LogFilter::listed() const { return static_cast<Listed>(m_listed->currentData().toInt()); }

IncidentFilter LogFilter::filter(UtcTime now) const {
    IncidentFilter filter;
    if (const int scope = m_scope->currentData().toInt(); scope != any)
        filter.scope = static_cast<Scope>(scope);
    if (const int pattern = m_pattern->currentData().toInt(); pattern != any)
        filter.pattern = static_cast<Pattern>(pattern);
    if (const int length = m_length->currentData().toInt(); length != any) {
        const LengthChoice& choice = lengths[length];
        if (choice.atLeast > 0)
            filter.atLeast = std::chrono::minutes(choice.atLeast);
        if (choice.below > 0)
            filter.atMost = std::chrono::minutes(choice.below) - std::chrono::milliseconds(1);
    }
    if (const int back = m_time->currentData().toInt(); back != any)
        filter.when = TimeRange{now - std::chrono::days(daysBack[back]), now + std::chrono::days(1)};
    return filter;
}

std::optional<Verdict> LogFilter::spells() const {
    switch (listed()) {
    case Listed::Degraded:
        return Verdict::Degraded;
    case Listed::ErrorPages:
        return Verdict::ErrorPage;
    case Listed::Incidents:
    case Listed::ReportedElsewhere:
        return std::nullopt;
    }
    return std::nullopt;
}

// The latest first is how the log comes: nothing to be sorted.
void FilteredLog::setOrder(LogOrder order) {
    m_order = order;
    sort(-1);
    if (order != LogOrder::Newest)
        sort(0);
}

bool FilteredLog::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const auto* const log = static_cast<const IncidentListModel*>(sourceModel());
    const Incident& one = log->incident(left.row());
    const Incident& other = log->incident(right.row());
    switch (m_order) {
    case LogOrder::Newest:
        return left.row() < right.row();
    case LogOrder::Oldest:
        return left.row() > right.row();
    case LogOrder::Longest:
        return one.lengths.untilSteady > other.lengths.untilSteady;
    case LogOrder::Shortest:
        return one.lengths.untilSteady < other.lengths.untilSteady;
    case LogOrder::MostTargets:
        return one.members.size() > other.members.size();
    }
    return false;
}

void FilteredLog::setPassing(std::vector<bool> passing) {
    m_passing = std::move(passing);
    invalidateFilter();
}

bool FilteredLog::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const std::size_t count = static_cast<std::size_t>(sourceModel()->rowCount());
    const std::size_t place = count - 1 - static_cast<std::size_t>(row);
    return (m_passing.size() != count || m_passing[place]) && QSortFilterProxyModel::filterAcceptsRow(row, parent);
}

} // namespace kpwatch
