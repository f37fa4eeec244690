// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/notes_list.h"

#include "app/words/by_hand.h"
#include "app/words/words.h"
#include "ui/live/controls.h"
#include "ui/live/trouble_words.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QHBoxLayout>
#include <QHideEvent>
#include <QMetaMethod>
#include <QVBoxLayout>

#include <algorithm>
#include <sstream>
#include <utility>

namespace kpwatch {

static constexpr int mostLines = 8;

NoteField::NoteField(QWidget* parent) : QPlainTextEdit(parent) {
    setTabChangesFocus(true);
    setFont(kpwatch::font(13));
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, &NoteField::fit);
    fit();
}

void NoteField::fit() {
    const int lines = std::clamp(qRound(document()->size().height()), 1, mostLines); // so many, not pixels
    const qreal margins = 2 * document()->documentMargin() + 2 * frameWidth() + 6;   // and the padding
    setFixedHeight(std::max(qRound(lines * fontMetrics().lineSpacing() + margins), qRound(34 * textScale())));
}

void NoteField::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    fit();
}

void NoteField::keyPressEvent(QKeyEvent* event) {
    const bool ends = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (ends && !event->modifiers().testFlag(Qt::ShiftModifier))
        Q_EMIT ended();
    else if (event->key() == Qt::Key_Escape && isSignalConnected(QMetaMethod::fromSignal(&NoteField::givenUp)))
        Q_EMIT givenUp();
    else
        QPlainTextEdit::keyPressEvent(event);
}

NotesList::NotesList(QWidget* parent)
    : QWidget(parent), m_lines(new QVBoxLayout), m_new(new NoteField(this)),
      m_keep(new Button(tr("Keep"), ButtonKind::Plain, this)), m_trouble(new TextLabel(13, 400, Ink::Down, this)) {
    auto* title = new TextLabel(13, 600, Ink::Text, this);
    title->setText(tr("Your notes and links, in no backup and no export"));
    m_new->setObjectName(QStringLiteral("new-note"));
    m_new->setAccessibleName(tr("New note or link"));
    m_trouble->setWordWrap(true);
    m_trouble->hide();
    m_keep->setAccessibleName(tr("Keep the new note"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_new, 1);
    row->addWidget(m_keep, 0, Qt::AlignTop);
    m_lines->setSpacing(8);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(title);
    column->addLayout(m_lines);
    column->addLayout(row);
    column->addWidget(m_trouble);
    connect(m_new, &NoteField::ended, this, &NotesList::add);
    connect(m_keep, &Button::clicked, this, &NotesList::add);
    setNotes(nullptr);
}

void NotesList::setNotes(const Notes* notes) {
    m_notes = notes != nullptr ? std::optional(*notes) : std::nullopt;
    m_new->setEnabled(notes != nullptr);
    m_new->setPlaceholderText(notes != nullptr ? tr("A note, or a link that begins with https://")
                                               : tr("None are kept with a simulation"));
    showNotes();
}

void NotesList::setIncident(const Incident& incident) {
    if (m_incident && m_incident->id != incident.id) {
        keepWritten();
        m_changing = 0; // also what could not be kept
        m_change = nullptr;
        m_shown.reset();
    }
    m_incident = incident;
    showNotes();
}

// Somebody who goes on to something else has not given it up.
void NotesList::keepWritten() {
    add();
    if (m_change != nullptr)
        change();
}

void NotesList::hideEvent(QHideEvent* event) {
    if (!event->spontaneous())
        keepWritten();
}

void NotesList::add() {
    const std::string text = m_new->toPlainText().trimmed().toStdString();
    if (!m_notes || !m_incident || text.empty())
        return;
    const bool kept = attempt([&] {
        m_notes->add({.id = 0, .at = utcNow(), .incident = m_incident->id, .kind = noteKindOf(text), .text = text});
        m_new->clear();
    });
    if (kept)
        showNotes();
}

void NotesList::beginChange(std::int64_t id) {
    if (m_change != nullptr)
        change();
    m_changing = id;
    m_shown.reset();
    showNotes();
    if (m_change != nullptr)
        m_change->setFocus(Qt::OtherFocusReason);
}

void NotesList::change() {
    const auto before = std::ranges::find(*m_shown, m_changing, &Note::id);
    const std::string text = m_change->toPlainText().trimmed().toStdString();
    if (before->text == text || attempt([&] { m_notes->change(m_changing, text, utcNow()); }))
        endChange();
}

void NotesList::endChange() {
    const bool here = isAncestorOf(QApplication::focusWidget());
    const std::int64_t changed = std::exchange(m_changing, 0);
    m_change = nullptr;
    m_shown.reset();
    showNotes();
    const auto place = std::ranges::find(*m_shown, changed, &Note::id) - m_shown->begin();
    if (here && place < m_lines->count())
        m_lines->itemAt(static_cast<int>(place))->widget()->findChild<Button*>()->setFocus(Qt::OtherFocusReason);
}

// Line by line, as it was written.
static QString textOf(const Note& note) {
    QStringList lines;
    std::istringstream text(note.text);
    for (std::string line; std::getline(text, line);)
        lines << words::cleaned(line, static_cast<int>(longestNote));
    return lines.join(QLatin1Char('\n'));
}

static Button* buttonFor(const QString& name, const QString& note, QWidget* parent) {
    auto* button = new Button(name, ButtonKind::Plain, parent);
    button->setAccessibleName(name + QStringLiteral(": ") + note);
    return button;
}

QWidget* NotesList::lineOf(const Note& note) {
    const QString text = textOf(note);
    auto* line = new QWidget(this);
    auto* when = new TextLabel(12, 400, Ink::Text3, line);
    when->setText(words::writtenWhen(note.at, note.changed));
    auto* label = new TextLabel(13, 400, Ink::Text, line);
    label->setWordWrap(true);
    label->setText(text);
    auto* change = buttonFor(tr("Edit"), text, line);
    auto* erase = buttonFor(tr("Erase"), text, line);
    auto* said = new QVBoxLayout;
    said->setSpacing(1);
    said->addWidget(when);
    said->addWidget(label);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->addLayout(said, 1);
    row->addWidget(change, 0, Qt::AlignTop);
    row->addWidget(erase, 0, Qt::AlignTop);
    const auto change_it = [this, id = note.id] { beginChange(id); };
    const auto erase_it = [this, erase, text, id = note.id] {
        if (const QString again = tr("Erase for good"); erase->text() != again) { // not by a slip of the hand
            erase->setText(again);
            erase->setAccessibleName(again + QStringLiteral(": ") + text);
            erase->updateGeometry();
        } else if (attempt([&] { m_notes->erase(id); })) {
            showNotes();
        }
    };
    connect(change, &Button::clicked, line, change_it, Qt::QueuedConnection); // they may remove the line
    connect(erase, &Button::clicked, line, erase_it, Qt::QueuedConnection);
    return line;
}

QWidget* NotesList::fieldOf(const Note& note) {
    auto* line = new QWidget(this);
    m_change = new NoteField(line);
    m_change->setAccessibleName(tr("Change the note"));
    m_change->setPlainText(QString::fromStdString(note.text)); // as the person wrote it
    m_change->moveCursor(QTextCursor::End);
    auto* keep = new Button(tr("Keep"), ButtonKind::Plain, line);
    auto* cancel = new Button(tr("Cancel"), ButtonKind::Plain, line);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_change, 1);
    row->addWidget(keep, 0, Qt::AlignTop);
    row->addWidget(cancel, 0, Qt::AlignTop);
    connect(m_change, &NoteField::ended, this, &NotesList::change, Qt::QueuedConnection);
    connect(m_change, &NoteField::givenUp, this, &NotesList::endChange, Qt::QueuedConnection);
    connect(keep, &Button::clicked, this, &NotesList::change, Qt::QueuedConnection);
    connect(cancel, &Button::clicked, this, &NotesList::endChange, Qt::QueuedConnection);
    return line;
}

void NotesList::showNotes() {
    if (m_change != nullptr) // somebody is writing there
        return;
    std::vector<Note> notes;
    if (m_notes && m_incident)
        attempt([&] {
            notes = m_notes->all();
            std::erase_if(notes, [this](const Note& note) { return !isNamed(*m_incident, note.incident); });
        });
    if (notes == m_shown)
        return;
    m_shown = notes;
    while (QLayoutItem* const item = m_lines->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const Note& note : notes)
        m_lines->addWidget(note.id == m_changing ? fieldOf(note) : lineOf(note));
    orderTabs();
}

void NotesList::followInTabs(QWidget* before) {
    m_before = before;
    orderTabs();
}

void NotesList::orderTabs() {
    if (m_before == nullptr)
        return;
    QWidget* before = m_before;
    const auto then = [&before](QWidget* next) {
        setTabOrder(before, next);
        before = next;
    };
    for (int i = 0; i < m_lines->count(); ++i)
        for (QWidget* const each : m_lines->itemAt(i)->widget()->findChildren<QWidget*>(Qt::FindDirectChildrenOnly))
            if (each->focusPolicy() != Qt::NoFocus)
                then(each);
    then(m_new);
    then(m_keep);
}

bool NotesList::attempt(const std::function<void()>& work) {
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
