// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/watchlist_tree.h"

#include "app/words/label.h"
#include "app/words/rings.h"
#include "app/words/words.h"
#include "ui/live/controls.h"
#include "ui/target/target_words.h"

#include <QDropEvent>
#include <QHeaderView>
#include <QStyledItemDelegate>

namespace kpwatch {

namespace {

constexpr int partRole = Qt::UserRole, indexRole = Qt::UserRole + 1;
enum Column { NameColumn, AskedColumn, EveryColumn, StateColumn };

std::optional<DraftPlace> placeOf(const QTreeWidgetItem* item) {
    if (item == nullptr || !item->data(0, partRole).isValid())
        return std::nullopt;
    return DraftPlace{static_cast<DraftPart>(item->data(0, partRole).toInt()),
                      static_cast<std::size_t>(item->data(0, indexRole).toULongLong())};
}

QString groupWord(const DraftEntry& entry) {
    if (entry.control)
        for (const Ring ring : {Ring::Line, Ring::LongHaul, Ring::TransitChina, Ring::TransitRussia, Ring::Negative})
            if (entry.ring == name(ring) || (entry.ring.empty() && ring == Ring::Line))
                return WatchlistTree::tr("Controls: %1").arg(words::ring(ring));
    if (entry.control)
        return WatchlistTree::tr("Controls");
    if (!entry.site.empty())
        return WatchlistTree::tr("Sites");
    if (entry.group == "name-servers")
        return WatchlistTree::tr("Name servers");
    if (entry.group == "mail")
        return WatchlistTree::tr("Mail");
    return entry.group == "routers" ? WatchlistTree::tr("Routers") : words::cleaned(entry.group);
}

QString askedOf(const DraftEntry& entry) {
    if (entry.kind == "http")
        return words::cleaned(entry.url, 200);
    const QString host = words::cleaned(entry.host);
    if (entry.kind == "dns")
        return WatchlistTree::tr("%1, asked for %2").arg(host, words::cleaned(entry.name));
    if (entry.kind == "tcp")
        return WatchlistTree::tr("%1, port %2").arg(host, words::cleaned(entry.port));
    return entry.kind == "smtp"   ? WatchlistTree::tr("%1, mail").arg(host)
           : entry.kind == "ping" ? WatchlistTree::tr("%1, ping").arg(host)
                                  : WatchlistTree::tr("%1, way there").arg(host);
}

QString stateOf(const DraftEntry& entry) {
    if (entry.control)
        return WatchlistTree::known(entry.status);
    return entry.enabled ? WatchlistTree::tr("watched") : WatchlistTree::tr("switched off");
}

// As it is, with what the settings add.
QString everyOf(const WatchlistDraft& draft, DraftPlace place, const Settings& settings) {
    const DraftEntry entry = draft.entry(place);
    if (!entry.interval.empty())
        return WatchlistTree::tr("%1 s").arg(words::cleaned(entry.interval, 20));
    const bool mail = entry.kind == "smtp" || entry.kind == "trace";
    const int usual = entry.control          ? settings.interval_control_s
                      : entry.kind == "http" ? settings.interval_http_s
                      : entry.kind == "dns"  ? settings.interval_dns_s
                      : mail                 ? settings.interval_mail_s
                                             : settings.interval_tcp_s;
    return WatchlistTree::tr("%1 s").arg(usual);
}

// As high whether chosen or not.
class EvenRows : public QStyledItemDelegate {
  public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        return {QStyledItemDelegate::sizeHint(option, index).width(), option.fontMetrics.height() + 8};
    }
};

} // namespace

QString WatchlistTree::known(const std::string& status) {
    return status == "unproven" ? tr("unproven") : words::cleaned(status);
}

WatchlistTree::WatchlistTree(QWidget* parent) : QTreeWidget(parent) {
    setHeaderLabels({tr("Name"), tr("What is asked"), tr("Every"), tr("State")});
    setAccessibleName(tr("Targets and controls"));
    setObjectName(QStringLiteral("list"));
    setRootIsDecorated(true);
    setUniformRowHeights(true);
    setAlternatingRowColors(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setDragDropMode(QAbstractItemView::InternalMove);
    setDefaultDropAction(Qt::MoveAction);
    setTabKeyNavigation(false);
    // Names and states in full; of what is asked as much as there is room for, and all of it in the tooltip.
    header()->setStretchLastSection(false);
    for (const int column : {NameColumn, EveryColumn, StateColumn})
        header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(AskedColumn, QHeaderView::Stretch);
    setItemDelegate(new EvenRows(this));
}

void WatchlistTree::setDraft(const WatchlistDraft& draft, const Settings& settings) {
    const std::optional<DraftPlace> before = chosen();
    clear();
    std::map<QString, QTreeWidgetItem*> groups;
    for (const DraftPart part : {DraftPart::Targets, DraftPart::Controls})
        for (std::size_t i = 0; i < draft.count(part); ++i) {
            const DraftEntry entry = draft.entry({part, i});
            QTreeWidgetItem*& group = groups[groupWord(entry)];
            if (group == nullptr) {
                group = new QTreeWidgetItem(this, {groupWord(entry)});
                group->setFlags(Qt::ItemIsEnabled);
                group->setFirstColumnSpanned(true);
            }
            const QString label = words::label(entry.label.empty() ? entry.id : entry.label);
            auto* item = new QTreeWidgetItem(
                group, {label, askedOf(entry), everyOf(draft, {part, i}, settings), stateOf(entry)});
            item->setData(0, partRole, static_cast<int>(part));
            item->setData(0, indexRole, static_cast<qulonglong>(i));
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemIsDropEnabled);
            item->setData(AskedColumn, Qt::ToolTipRole, plainTip(askedOf(entry)));
            const QString known = words::cleaned(entry.reason, 600);
            if (!known.isEmpty()) {
                item->setData(StateColumn, Qt::ToolTipRole, plainTip(known));
                item->setData(StateColumn, Qt::AccessibleDescriptionRole, known);
            }
            if (!entry.enabled)
                for (int column = NameColumn; column <= StateColumn; ++column)
                    item->setForeground(column, inkColour(Ink::Text3, themeInForce()));
        }
    expandAll();
    if (before)
        choose(*before);
}

std::optional<DraftPlace> WatchlistTree::chosen() const { return placeOf(currentItem()); }

QTreeWidgetItem* WatchlistTree::itemOf(DraftPlace place) const {
    for (int group = 0; group < topLevelItemCount(); ++group)
        for (int i = 0; i < topLevelItem(group)->childCount(); ++i)
            if (placeOf(topLevelItem(group)->child(i)) == place)
                return topLevelItem(group)->child(i);
    return nullptr;
}

void WatchlistTree::choose(DraftPlace place) {
    if (QTreeWidgetItem* const item = itemOf(place))
        setCurrentItem(item);
}

std::optional<DraftPlace> WatchlistTree::neighbour(DraftPlace place, int direction) const {
    const QTreeWidgetItem* const item = itemOf(place);
    if (item == nullptr)
        return std::nullopt;
    const QTreeWidgetItem* const group = item->parent();
    const int index = group->indexOfChild(const_cast<QTreeWidgetItem*>(item)) + direction;
    return index < 0 || index >= group->childCount() ? std::nullopt : placeOf(group->child(index));
}

// The list is changed by who holds it, and shown anew.
void WatchlistTree::dropEvent(QDropEvent* event) {
    const QTreeWidgetItem* const there = itemAt(event->position().toPoint());
    const std::optional<DraftPlace> from = chosen(), to = placeOf(there);
    event->setDropAction(Qt::IgnoreAction);
    event->accept();
    if (from && to && from->part == to->part && currentItem()->parent() == there->parent() && *from != *to)
        Q_EMIT moveWanted(*from, to->index);
}

} // namespace kpwatch
