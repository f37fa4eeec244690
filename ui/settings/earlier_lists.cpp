// SPDX-License-Identifier: GPL-3.0-or-later
// The lists that held before, with the day each began.
#include "app/words/words.h"
#include "ui/live/controls.h"
#include "ui/settings/watchlist_dialog.h"

#include <QDialogButtonBox>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace kpwatch {

namespace {

QString lineOf(const DatedList& list) {
    const WatchlistDraft draft(list.json);
    return WatchlistDialog::tr("since %1: %2 targets, %3 controls")
        .arg(words::stampKst(list.since))
        .arg(draft.count(DraftPart::Targets))
        .arg(draft.count(DraftPart::Controls));
}

} // namespace

std::optional<std::string> chosenEarlier(const std::vector<DatedList>& lists, QWidget* parent) {
    QDialog dialog(parent);
    dialog.setWindowTitle(WatchlistDialog::tr("Earlier lists"));
    dialog.resize(qMin(820, qRound(480 * textScale())), 380);
    auto* about = new TextLabel(13, 400, Ink::Text2, &dialog);
    about->setWordWrap(true);
    about->setText(lists.empty()
                       ? WatchlistDialog::tr("The record has no list yet: it begins with the first watch.")
                       : WatchlistDialog::tr("The record keeps from when on which list held. The newest is the "
                                             "first; take one up, and it holds again once you save."));
    auto* choice = new QListWidget(&dialog);
    choice->setObjectName(QStringLiteral("earlier"));
    choice->setAccessibleName(dialog.windowTitle());
    for (auto list = lists.rbegin(); list != lists.rend(); ++list)
        choice->addItem(lineOf(*list));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, &dialog);
    QPushButton* const take = buttons->addButton(WatchlistDialog::tr("Take it up"), QDialogButtonBox::AcceptRole);
    take->setEnabled(false);
    auto* column = new QVBoxLayout(&dialog);
    column->addWidget(about);
    column->addWidget(choice, 1);
    column->addWidget(buttons);
    QObject::connect(choice, &QListWidget::currentRowChanged, take, [take](int row) { take->setEnabled(row >= 0); });
    QObject::connect(choice, &QListWidget::itemActivated, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    choice->setFocus();
    if (dialog.exec() != QDialog::Accepted || choice->currentRow() < 0)
        return std::nullopt;
    return lists[lists.size() - 1 - static_cast<std::size_t>(choice->currentRow())].json;
}

} // namespace kpwatch
