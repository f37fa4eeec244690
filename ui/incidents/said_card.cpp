// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/said_card.h"

#include "app/words/by_hand.h"
#include "ui/incidents/notes_list.h"
#include "ui/live/controls.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace kpwatch {

static void empty(QVBoxLayout& column) {
    while (QLayoutItem* const item = column.takeAt(0)) {
        if (item->widget() != nullptr)
            item->widget()->deleteLater();
        delete item;
    }
}

SaidCard::SaidCard(QWidget* parent)
    : Card(Ground::Card, parent), m_hand(new Button(tr("Merge, split, leave out…"), ButtonKind::Plain, this)),
      m_lines(new QVBoxLayout), m_notes(new NotesList(this)) {
    auto* title = new TextLabel(15, 600, Ink::Text, this);
    title->setText(tr("Your hand on it"));
    auto* head = new QHBoxLayout;
    head->addWidget(title, 1);
    head->addWidget(m_hand);
    setFocusProxy(m_hand);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(18, 12, 18, 12);
    column->setSpacing(8);
    column->addLayout(head);
    column->addLayout(m_lines);
    column->addWidget(m_notes);
    connect(m_hand, &Button::clicked, this, &SaidCard::chooseHand);
    m_notes->followInTabs(m_hand);
}

void SaidCard::chooseHand() {
    QMenu menu(this);
    for (const Hand hand : {Hand::Merge, Hand::Split, Hand::Window, Hand::Exclude, Hand::FalseAlarm}) {
        QAction* const action = menu.addAction(words::hand(hand) + QChar(0x2026));
        action->setEnabled(std::ranges::find(m_possible, hand) != m_possible.end());
        connect(action, &QAction::triggered, this, [this, hand] { Q_EMIT handWanted(hand); });
    }
    menu.exec(m_hand->mapToGlobal(QPoint(0, m_hand->height())));
}

void SaidCard::setIncident(const Incident& incident, const std::vector<SaidOfIt>& said, const Watchlist& watchlist) {
    m_notes->setIncident(incident);
    if (said == m_said)
        return;
    m_said = said;
    empty(*m_lines);
    QWidget* before = m_hand;
    for (const SaidOfIt& each : said) {
        auto* line = new QWidget(this);
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        const bool holds = !each.undone && each.judgement.hand != Hand::Undo;
        auto* label = new TextLabel(13, 400, holds ? Ink::Text : Ink::Text3, line);
        label->setWordWrap(true);
        label->setText(words::saidByHand(each, watchlist));
        row->addWidget(label, 1);
        m_lines->addWidget(line);
        if (!holds)
            continue;
        auto* undo = new Button(tr("Undo"), ButtonKind::Plain, line);
        undo->setAccessibleName(undo->text() + QStringLiteral(": ") + label->text());
        row->addWidget(undo, 0, Qt::AlignTop);
        setTabOrder(before, undo); // as they stand
        before = undo;
        const auto undo_it = [this, judgement = each.judgement] { Q_EMIT undoWanted(judgement); };
        connect(undo, &Button::clicked, line, undo_it, Qt::QueuedConnection); // it may remove the line
    }
    m_notes->followInTabs(before);
}

void SaidCard::setHands(std::vector<Hand> possible) { m_possible = std::move(possible); }

void SaidCard::setNotes(const Notes* notes) { m_notes->setNotes(notes); }

} // namespace kpwatch
