// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/target/target_panel.h"

#include "app/words/label.h"
#include "ui/live/controls.h"
#include "ui/target/fact_list.h"
#include "ui/target/waterfall_view.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>

#include <algorithm>

namespace kpwatch {

std::vector<const Target*> targetsOfLane(const Watchlist& watchlist, const std::string& lane_id) {
    std::vector<const Target*> targets;
    for (const Target& target : watchlist.targets)
        if (target.enabled && !lane_id.empty() &&
            (target.site == lane_id || target.group == lane_id || target.name == lane_id))
            targets.push_back(&target);
    std::ranges::stable_partition(targets, [](const Target* target) { return target->layer == Layer::Http; });
    return targets;
}

TargetPanel::TargetPanel(const Watchlist& watchlist, const Settings& settings, bool simulated, QWidget* parent)
    : QDialog(parent), m_watchlist(watchlist), m_settings(settings), m_icon(new StateIcon(32, this)),
      m_title(new TextLabel(20, 600, Ink::Text, this)), m_asked(new TextLabel(12, 400, Ink::Text3, this)),
      m_sentence(new TextLabel(13, 500, Ink::Text2, this)), m_targets(new Selector(this)),
      m_waterfall(new WaterfallView(this)), m_result(new FactList(this)), m_latest(new FactList(this)),
      m_judgement(new FactList(this)), m_certificate(new FactList(this)), m_ownLine(new FactList(this)),
      m_failures(new FactList(this)), m_wayThere(new FactList(this)) {
    setObjectName(QStringLiteral("target-panel"));
    setMinimumSize(720, 480);
    resize(940, 640);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(head(simulated));
    column->addWidget(new Divider(this));
    column->addWidget(body(), 1);
    m_targets->setAccessibleName(tr("What is asked"));
    connect(m_targets, &QComboBox::currentIndexChanged, this, &TargetPanel::chosen);
}

QWidget* TargetPanel::head(bool simulated) {
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(24, 16, 24, 14);
    row->setSpacing(14);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    auto* title = new QHBoxLayout;
    title->setSpacing(10);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    title->addWidget(m_title);
    if (simulated)
        title->addWidget(new SimulatedBadge(head));
    title->addStretch(1);
    words->addLayout(title);
    words->addWidget(m_sentence);
    words->addWidget(m_asked);
    row->addLayout(words, 1);
    row->addWidget(m_targets, 0, Qt::AlignVCenter);
    auto* close = new Button(tr("Close"), ButtonKind::Plain, head);
    row->addWidget(close, 0, Qt::AlignVCenter);
    connect(close, &QAbstractButton::clicked, this, &QDialog::reject);
    return head;
}

QWidget* TargetPanel::body() {
    auto* area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::StrongFocus);
    area->setAccessibleName(tr("What is known about it"));
    area->setBackgroundRole(QPalette::Base);
    auto* inside = new QWidget(area);
    inside->setBackgroundRole(QPalette::Base);
    inside->setAutoFillBackground(true);
    auto* columns = new QHBoxLayout(inside);
    columns->setContentsMargins(24, 18, 24, 22);
    columns->setSpacing(32);
    const auto stacked = [&](std::initializer_list<QWidget*> parts) {
        auto* column = new QVBoxLayout;
        column->setSpacing(18);
        for (QWidget* part : parts)
            column->addWidget(part);
        column->addStretch(1);
        columns->addLayout(column, 1);
    };
    stacked({m_result, m_waterfall, m_latest, m_certificate, m_wayThere});
    stacked({m_judgement, m_ownLine, m_failures});
    area->setWidget(inside);
    return area;
}

bool TargetPanel::showLane(const std::string& lane_id) {
    const std::vector<const Target*> targets = targetsOfLane(m_watchlist, lane_id);
    if (targets.empty())
        return false;
    const auto site = std::ranges::find(m_watchlist.sites, lane_id, &Site::id);
    const std::string& title = site != m_watchlist.sites.end() ? site->label : targets.front()->label;
    m_title->setText(words::label(title, 60));
    setWindowTitle(tr("%1 – how it is checked").arg(words::label(title, 60)));
    setAccessibleName(windowTitle());
    {
        const QSignalBlocker quiet(m_targets);
        m_targets->clear();
        for (const Target* target : targets)
            m_targets->addItem(QStringLiteral("%1 · %2").arg(kindWord(*target), words::label(target->label, 40)),
                               QVariant::fromValue(static_cast<qlonglong>(target->id)));
        m_targets->setCurrentIndex(0);
    }
    m_targets->setVisible(targets.size() > 1);
    chosen();
    return true;
}

TargetId TargetPanel::target() const { return TargetId{m_targets->currentData().toLongLong()}; }

void TargetPanel::chosen() {
    m_answer.reset();
    refresh();
    Q_EMIT queryWanted();
}

void TargetPanel::setPicture(const Picture& picture, bool viewer) {
    m_picture = picture;
    m_viewer = viewer;
    refresh();
}

void TargetPanel::setAnswer(const TargetAnswer& answer) {
    if (answer.query.target != target())
        return;
    m_answer = answer;
    refresh();
}

void TargetPanel::setNow(UtcTime now) {
    m_now = now;
    refresh();
}

// An edge of its own: it lies above a page of the same colours, and not every desktop frames a dialog.
void TargetPanel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(themeInForce().borderStrong);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void TargetPanel::refresh() {
    const Target* const target = m_watchlist.find(this->target());
    if (target == nullptr || m_targets->count() == 0)
        return;
    TargetFacts facts{*target, {}, m_picture.live.ownLine, m_answer, m_settings, m_now};
    if (const auto known = m_picture.knownHosts.find(hostOf(target->probe)); known != m_picture.knownHosts.end())
        facts.addressesGivenAt = known->second.givenAt;
    for (const NameSaid& said : m_picture.namesSaid)
        if (said.host == hostOf(target->probe))
            facts.ourResolver = said;
    facts.way = m_picture.way;
    facts.viewer = m_viewer;
    for (const TargetStatus& status : m_picture.live.targets)
        if (status.id == target->id)
            facts.status = status;
    const bool off = m_picture.way && !canLeave(*target, *m_picture.way);
    const Verdict state = facts.status && !off ? facts.status->state : Verdict::NotMonitored;
    m_icon->setVisible(facts.status.has_value());
    m_icon->setVerdict(state == Verdict::OwnConnectionDown ? Verdict::Unknown : state);
    m_sentence->setText(targetSentence(facts));
    m_sentence->setInk(inkOf(state));
    m_sentence->setVisible(facts.status.has_value());
    m_asked->setText(askedWhat(*target));
    m_waterfall->setWaterfall(
        m_answer && m_answer->latest
            ? waterfallOf(*target, *m_answer->latest, facts.status ? facts.status->baseline : std::nullopt)
            : Waterfall{});
    m_result->setSection(resultSection(facts));
    m_latest->setSection(latestCheckSection(facts));
    m_judgement->setSection(judgementSection(facts));
    m_certificate->setSection(certificateSection(facts));
    m_ownLine->setSection(ownLineSection(facts, m_watchlist));
    m_failures->setSection(failuresSection(facts));
    m_wayThere->setSection(wayThereSection(facts));
}

} // namespace kpwatch
