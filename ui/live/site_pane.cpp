// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/site_pane.h"

#include "app/words/label.h"
#include "ui/live/controls.h"
#include "ui/live/response_chart.h"

#include <QGridLayout>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace kpwatch {

SitePane::SitePane(const Watchlist& watchlist, QWidget* parent)
    : QWidget(parent), m_watchlist(watchlist), m_targets(new Selector(this)),
      m_title(new TextLabel(20, 600, Ink::Text, this)), m_host(new TextLabel(12, 400, Ink::Text3, this)),
      m_pace(new TextLabel(12, 400, Ink::Text3, this)), m_icon(new StateIcon(20, this)),
      m_chart(new ResponseChart(this)), m_facts(new QGridLayout) {
    m_facts->setHorizontalSpacing(12);
    m_facts->setVerticalSpacing(0);
    m_facts->setColumnMinimumWidth(0, 86);
    m_facts->setColumnStretch(1, 1);
    auto* caption = new TextLabel(10.5, 600, Ink::Text2, this);
    caption->setText(tr("RESPONSE TIME, ms · KST"));
    auto* above = new QVBoxLayout;
    above->setContentsMargins(24, 22, 24, 18);
    above->setSpacing(8);
    above->addWidget(caption);
    above->addWidget(m_targets);
    m_chart->setFixedHeight(210);
    above->addWidget(m_chart);
    auto* head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(m_title, 1);
    head->addWidget(m_icon);
    auto* below = new QVBoxLayout;
    below->setContentsMargins(24, 18, 24, 20);
    below->setSpacing(2);
    below->addLayout(head);
    below->addWidget(m_host);
    below->addSpacing(10);
    below->addLayout(m_facts);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(above);
    column->addWidget(new Divider(this));
    column->addLayout(below);
    column->addStretch(1);
    m_pace->setWordWrap(true);
    m_pace->setContentsMargins(24, 0, 24, 16);
    column->addWidget(m_pace);
    setFocusProxy(m_targets);
    fillTargets();
    connect(m_targets, &QComboBox::currentIndexChanged, this, &SitePane::targetChosen);
}

void SitePane::fillTargets() {
    m_targets->setAccessibleName(tr("Target whose response time is shown"));
    for (const Target& target : m_watchlist.targets)
        if (target.enabled)
            m_targets->addItem(
                QStringLiteral("%1 · %2").arg(words::label(target.label),
                                              QString::fromUtf8(kindName(target.probe).data()).toUpper()),
                QVariant::fromValue(static_cast<qlonglong>(target.id)));
}

TargetId SitePane::target() const { return TargetId{m_targets->currentData().toLongLong()}; }

void SitePane::selectLane(const std::string& lane_id) {
    const auto belongs = [&](const Target& target) {
        return target.enabled && (target.site == lane_id || target.group == lane_id);
    };
    auto found = std::ranges::find_if(
        m_watchlist.targets, [&](const Target& target) { return belongs(target) && target.layer == Layer::Http; });
    if (found == m_watchlist.targets.end())
        found = std::ranges::find_if(m_watchlist.targets, belongs);
    if (found != m_watchlist.targets.end())
        m_targets->setCurrentIndex(m_targets->findData(static_cast<qlonglong>(found->id)));
}

void SitePane::setPace(int checks_last_minute, std::uint64_t recorded, const Settings& settings) {
    const QLocale english(QLocale::English);
    m_pace->setText(
        tr("%1 in the last minute; at most %2 to a block of 256 addresses (%3 after a failure) and %4 to "
           "North Korea's four blocks together. %5 results recorded since the start.")
            .arg(checks_last_minute == 1 ? tr("1 check") : tr("%1 checks").arg(english.toString(checks_last_minute)))
            .arg(settings.rate_per_24_per_min)
            .arg(settings.rate_alert_per_24_per_min)
            .arg(settings.rate_per_22_per_min)
            .arg(english.toString(qulonglong{recorded})));
}

void SitePane::setLatency(const ArchiveAnswer& answer) {
    const Target* shown = answer.query.latencyOf ? m_watchlist.find(*answer.query.latencyOf) : nullptr;
    if (shown)
        m_chart->setPoints(answer.latency, answer.query.range, answer.query.columns, shown->interval);
}

void SitePane::setFacts(const std::optional<SiteFacts>& facts) {
    std::vector<FactRow> rows;
    m_icon->setVisible(facts.has_value());
    if (facts) {
        const TileWords said = tileWords(*facts);
        m_icon->setVerdict(said.icon);
        m_title->setText(said.name);
        m_host->setText(words::cleaned(facts->site.host));
        rows = factRows(*facts);
    }
    while (m_rows.size() < rows.size()) {
        const int line = static_cast<int>(m_rows.size()) * 2;
        const std::array made{new TextLabel(12, 400, Ink::Text3, this), new TextLabel(13, 600, Ink::Text, this),
                              new TextLabel(12, 400, Ink::Text3, this)};
        made[1]->setWordWrap(true);
        made[2]->setWordWrap(true);
        m_facts->addWidget(made[0], line, 0, Qt::AlignTop);
        m_facts->addWidget(made[1], line, 1);
        m_facts->addWidget(made[2], line + 1, 1);
        m_rows.push_back(made);
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const FactRow row = i < rows.size() ? rows[i] : FactRow{};
        m_rows[i][0]->setText(row.name);
        m_rows[i][1]->setText(row.value);
        m_rows[i][2]->setText(row.beneath);
        const bool two = !row.beneath.isEmpty();
        m_rows[i][0]->setContentsMargins(0, 0, 0, two ? 0 : 7);
        m_rows[i][1]->setContentsMargins(0, 0, 0, two ? 0 : 7);
        m_rows[i][2]->setContentsMargins(0, 0, 0, 7);
        m_rows[i][0]->setVisible(i < rows.size());
        m_rows[i][1]->setVisible(i < rows.size());
        m_rows[i][2]->setVisible(two);
    }
}

} // namespace kpwatch
