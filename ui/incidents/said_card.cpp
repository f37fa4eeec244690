// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/said_card.h"

#include "app/words/by_hand.h"
#include "app/words/words.h"
#include "ui/live/controls.h"
#include "ui/live/trouble_words.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace kpwatch {

namespace {

void empty(QVBoxLayout& column) {
    while (QLayoutItem* const item = column.takeAt(0)) {
        if (item->widget() != nullptr)
            item->widget()->deleteLater();
        delete item;
    }
}

// What a button says; with what it says once more before it does what cannot be taken back.
struct Deed {
    QString name, again{};
};

// A line of text with one thing that can be done to it.
QWidget* lineWith(const QString& text, const Deed& deed, const std::function<void()>& work, QWidget* parent) {
    auto* line = new QWidget(parent);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    auto* label = new TextLabel(13, 400, Ink::Text, line);
    label->setWordWrap(true);
    label->setText(text);
    auto* button = new Button(deed.name, ButtonKind::Plain, line);
    button->setAccessibleName(deed.name + QStringLiteral(": ") + text);
    row->addWidget(label, 1);
    row->addWidget(button, 0, Qt::AlignTop);
    const auto done = [button, deed, text, work] {
        if (deed.again.isEmpty() || button->text() == deed.again)
            return work();
        button->setText(deed.again);
        button->setAccessibleName(deed.again + QStringLiteral(": ") + text);
    };
    QObject::connect(button, &Button::clicked, line, done, Qt::QueuedConnection); // it may remove the line
    return line;
}

} // namespace

SaidCard::SaidCard(QWidget* parent)
    : Card(Ground::Card, parent), m_hand(new Button(tr("Merge, split, leave out…"), ButtonKind::Plain, this)),
      m_said(new QVBoxLayout), m_kept(new QVBoxLayout), m_note(new QLineEdit(this)),
      m_trouble(new TextLabel(13, 400, Ink::Down, this)) {
    auto* title = new TextLabel(15, 600, Ink::Text, this);
    title->setText(tr("Your hand on it"));
    auto* head = new QHBoxLayout;
    head->addWidget(title, 1);
    head->addWidget(m_hand);
    auto* notes_title = new TextLabel(13, 600, Ink::Text, this);
    notes_title->setText(tr("Your notes and links, in no backup and no export"));
    m_note->setAccessibleName(tr("New note or link"));
    setFocusProxy(m_hand);
    m_note->setMaxLength(2000);
    m_note->setFont(kpwatch::font(13));
    m_note->setMinimumHeight(qRound(34 * textScale()));
    m_trouble->setWordWrap(true);
    m_trouble->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(18, 12, 18, 12);
    column->setSpacing(8);
    column->addLayout(head);
    column->addLayout(m_said);
    column->addWidget(notes_title);
    column->addLayout(m_kept);
    column->addWidget(m_note);
    column->addWidget(m_trouble);
    connect(m_hand, &Button::clicked, this, &SaidCard::chooseHand);
    connect(m_note, &QLineEdit::returnPressed, this, &SaidCard::keep);
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

void SaidCard::setIncident(const Incident& incident, const Watchlist& watchlist) {
    m_incident = incident;
    showSaid(watchlist);
    showNotes();
}

void SaidCard::showSaid(const Watchlist& watchlist) {
    if (m_incident->byHand == m_saidByHand)
        return;
    m_saidByHand = m_incident->byHand;
    empty(*m_said);
    for (const Judgement& each : m_incident->byHand)
        m_said->addWidget(lineWith(
            words::saidByHand(each, watchlist), {tr("Undo")}, [this, each] { Q_EMIT undoWanted(each); }, this));
    orderTabs();
}

void SaidCard::orderTabs() {
    QWidget* before = m_hand;
    for (const QVBoxLayout* const column : {m_said, m_kept})
        for (int i = 0; i < column->count(); ++i) {
            auto* const button = column->itemAt(i)->widget()->findChild<Button*>();
            setTabOrder(before, button);
            before = button;
        }
    setTabOrder(before, m_note);
}

void SaidCard::setHands(std::vector<Hand> possible) { m_possible = std::move(possible); }

void SaidCard::setNotes(const Notes* notes) {
    m_notes = notes;
    m_note->setEnabled(notes != nullptr);
    m_note->setPlaceholderText(notes != nullptr ? tr("A note, or a link that begins with https://")
                                                : tr("None are kept with a simulation"));
    showNotes();
}

void SaidCard::keep() {
    if (m_notes == nullptr || !m_incident || m_note->text().trimmed().isEmpty())
        return;
    const bool kept = attempt([this] {
        const QString text = m_note->text().trimmed();
        const bool link = text.startsWith(QStringLiteral("https://")) || text.startsWith(QStringLiteral("http://"));
        m_notes->add({.id = 0,
                      .at = utcNow(),
                      .incident = m_incident->id,
                      .kind = link ? NoteKind::Link : NoteKind::Text,
                      .text = text.toStdString()});
        m_note->clear();
    });
    if (kept)
        showNotes();
}

void SaidCard::showNotes() {
    std::vector<Note> notes;
    if (m_notes != nullptr && m_incident)
        attempt([&] {
            notes = m_notes->all();
            std::erase_if(notes, [this](const Note& note) { return !isNamed(*m_incident, note.incident); });
        });
    if (notes == m_keptNotes)
        return;
    m_keptNotes = notes;
    empty(*m_kept);
    for (const Note& note : notes)
        m_kept->addWidget(lineWith(
            words::cleaned(note.text, 2000), {tr("Erase"), tr("Erase for good")},
            [this, id = note.id] {
                if (attempt([this, id] { m_notes->erase(id); }))
                    showNotes();
            },
            this));
    orderTabs();
}

bool SaidCard::attempt(const std::function<void()>& work) {
    try {
        work();
        m_trouble->hide();
        return true;
    } catch (const std::runtime_error& error) {
        m_trouble->setText(troubleWords(error.what()));
        m_trouble->show();
        return false;
    }
}

} // namespace kpwatch
