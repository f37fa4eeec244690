// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/exports_dialog.h"

#include "app/words/words.h"
#include "ui/evidence/number_words.h"
#include "ui/live/controls.h"
#include "ui/live/trouble_words.h"

#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QProgressBar>
#include <QShortcut>
#include <QTableWidget>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

namespace kpwatch {

namespace {

enum Column { When, What, Headline, Holds, File, columns };

QString kindWord(const std::string& kind) {
    return kind == "pack" ? ExportsDialog::tr("Evidence") : ExportsDialog::tr("Chart");
}

QString stateWord(const WentOut& each) {
    if (!each.unknown.empty())
        return ExportsDialog::tr("Can't tell");
    return each.changed.empty()
               ? ExportsDialog::tr("Still so")
               : ExportsDialog::tr("Changed: %n number(s)", nullptr, static_cast<int>(each.changed.size()));
}

QString shown(const std::string& text, int length = 300) { return words::cleaned(text, length); }

} // namespace

ExportsDialog::ExportsDialog(const HandingOn& handing, Watchlist watchlist, QWidget* parent)
    : QDialog(parent), m_handing(handing), m_watchlist(std::move(watchlist)), m_table(new QTableWidget(0, columns)),
      m_detail(new TextLabel(13)), m_outcome(new TextLabel(13, 600)), m_progress(new QProgressBar),
      m_again(new Button(tr("Make it again (F5)"), ButtonKind::Primary)),
      m_close(new Button(tr("Close"), ButtonKind::Plain)) {
    setWindowTitle(tr("What went out"));
    m_table->setAccessibleName(tr("Files that went out, newest first"));
    m_table->setHorizontalHeaderLabels({tr("When"), tr("What"), tr("Headline"), tr("Its numbers"), tr("File")});
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(Headline, QHeaderView::Stretch);
    for (TextLabel* const label : {m_detail, m_outcome}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    m_detail->setAccessibleName(tr("What it said, and what the record says now"));
    m_progress->setRange(0, 1000);
    QSizePolicy place = m_progress->sizePolicy();
    place.setRetainSizeWhenHidden(true); // nothing moves once it is over
    m_progress->setSizePolicy(place);
    m_progress->setAccessibleName(tr("How far it is"));
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_again);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    column->addWidget(m_table, 1);
    column->addWidget(m_detail);
    column->addWidget(m_progress);
    column->addWidget(m_outcome);
    column->addLayout(buttons);
    resize(1000, 600);
    connect(m_close, &QAbstractButton::clicked, this, &ExportsDialog::reject);
    connect(m_again, &QAbstractButton::clicked, this, &ExportsDialog::makeAgain);
    addToMenu(*m_table, m_again->text(), [this] { makeAgain(); });
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &ExportsDialog::follow);
    connect(new QShortcut(QKeySequence(Qt::Key_F5), this), &QShortcut::activated, this, &ExportsDialog::makeAgain);
    connect(&m_work, &Background::moved, this, [this] { m_progress->setValue(m_work.permille()); });
    connect(&m_work, &Background::ended, this, &ExportsDialog::fill);
    read(tr("Reading…"));
}

void ExportsDialog::read(const QString& outcome) {
    m_outcome->setInk(Ink::Text);
    m_outcome->setText(outcome);
    m_made = {};
    m_progress->setValue(0);
    m_work.run([this](const std::stop_token& stop) { m_read = m_handing.list(workOf(stop)); });
    follow();
}

void ExportsDialog::makeAgain() {
    const WentOut* const chosen = selected();
    if (chosen == nullptr || m_work.isRunning())
        return;
    m_outcome->setInk(Ink::Text);
    m_outcome->setText(tr("Making it again…"));
    m_making = true;
    m_progress->setValue(0);
    m_work.run([this, entry = chosen->entry](const std::stop_token& stop) {
        m_made = m_handing.again(entry, workOf(stop));
        m_read = m_handing.list(workOf({})); // also what was stopped is told of a whole list
    });
    follow();
}

PackWork ExportsDialog::workOf(const std::stop_token& stop) {
    return {[this](double share) { m_work.setShare(share); }, stop};
}

void ExportsDialog::reject() {
    if (m_making)
        m_work.stop();
    else
        QDialog::reject();
}

void ExportsDialog::fill() {
    const bool stopped = m_making && m_made.file.empty();
    m_making = false;
    if (!m_work.trouble().empty()) {
        m_outcome->setInk(Ink::Down);
        m_outcome->setText(troubleWords(m_work.trouble()));
        follow();
        return;
    }
    const WentOut* const chosen = selected();
    const std::optional<std::int64_t> kept = chosen != nullptr ? std::optional(chosen->entry.id) : std::nullopt;
    m_list = std::move(m_read);
    m_table->setRowCount(static_cast<int>(m_list.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const WentOut& each = m_list[static_cast<std::size_t>(row)];
        const std::pair<Column, QString> cells[] = {
            {When, words::stampKst(each.entry.at)},
            {What, kindWord(each.entry.kind)},
            {Headline, shown(each.entry.headline)},
            {Holds, stateWord(each)},
            {File, words::cleaned(std::filesystem::path(each.entry.file).filename().string())}};
        for (const auto& [at, text] : cells)
            m_table->setItem(row, at, new QTableWidgetItem(text));
        if (!each.changed.empty()) // the words say so too
            m_table->item(row, Holds)->setForeground(inkColour(Ink::Down, themeInForce()));
    }
    const auto place = std::ranges::find_if(m_list, [&](const WentOut& each) { return kept == each.entry.id; });
    if (!m_list.empty()) // a new one above it must not take its place
        m_table->selectRow(place == m_list.end() ? 0 : static_cast<int>(place - m_list.begin()));
    const QString made =
        m_made.withoutLogo ? tr("Made again, without its logo, which cannot be read: %1") : tr("Made again: %1");
    m_outcome->setText(m_list.empty()        ? tr("Nothing went out yet.")
                       : stopped             ? tr("Stopped: nothing was saved.")
                       : m_made.file.empty() ? QString()
                                             : made.arg(QDir::toNativeSeparators(shown(m_made.file))));
    m_made = {};
    m_table->setFocus();
    follow();
}

const WentOut* ExportsDialog::selected() const {
    const auto row = static_cast<std::size_t>(m_table->currentRow());
    return m_table->currentRow() >= 0 && row < m_list.size() ? &m_list[row] : nullptr;
}

void ExportsDialog::follow() {
    const WentOut* const chosen = selected();
    m_again->setEnabled(chosen != nullptr && !m_work.isRunning());
    m_progress->setVisible(m_work.isRunning());
    m_close->setText(m_making ? tr("Stop") : tr("Close"));
    m_close->setAccessibleName(m_close->text());
    QString text;
    if (chosen != nullptr) {
        text = QDir::toNativeSeparators(shown(chosen->entry.file));
        QStringList numbers;
        for (const ExportNumber& each : chosen->entry.numbers)
            numbers += numberInWords(each, m_watchlist);
        if (!numbers.isEmpty() && chosen->changed.empty())
            text += QLatin1Char('\n') + numbers.join(QStringLiteral(" · "));
        for (const std::string& changed : chosen->changed)
            text += QLatin1Char('\n') + changeInWords(changed, m_watchlist);
        if (!chosen->unknown.empty())
            text += QLatin1Char('\n') + shown(chosen->unknown);
    }
    m_detail->setText(text);
}

} // namespace kpwatch
