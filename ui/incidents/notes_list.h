// SPDX-License-Identifier: GPL-3.0-or-later
// The person's own notes and links about one incident: when each was written, what it says, to be changed or erased for
// good; beneath them room for a new one. What is being written is kept before something else is shown. GUI thread.
#pragma once

#include "app/desk/notes.h"
#include "app/story/incident.h"

#include <QPlainTextEdit>

#include <functional>

class QVBoxLayout;

namespace kpwatch {

class Button;
class TextLabel;

// As high as what it says, up to some lines. Return ends it, Shift+Return begins another line, Escape gives it up.
class NoteField : public QPlainTextEdit {
    Q_OBJECT
  public:
    explicit NoteField(QWidget* parent = nullptr);

  Q_SIGNALS:
    void ended();
    void givenUp();

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void fit();
};

class NotesList : public QWidget {
    Q_OBJECT
  public:
    explicit NotesList(QWidget* parent = nullptr);
    void setIncident(const Incident& incident);
    void setNotes(const Notes* notes); // nullptr: none are kept here
    void followInTabs(QWidget* before);

  protected:
    void hideEvent(QHideEvent* event) override;

  private:
    void keepWritten();
    void add();
    void beginChange(std::int64_t id);
    void change();
    void endChange();
    void showNotes();
    void orderTabs(); // as they stand
    QWidget* lineOf(const Note& note);
    QWidget* fieldOf(const Note& note);
    bool attempt(const std::function<void()>& work); // false: it failed, and why stands there
    std::optional<Notes> m_notes;
    std::optional<Incident> m_incident;
    std::optional<std::vector<Note>> m_shown; // what stands there is left alone: somebody may be about to press it
    std::int64_t m_changing = 0;              // a note's id; 0: none
    NoteField* m_change = nullptr;            // in which it is changed
    QVBoxLayout* m_lines;
    NoteField* m_new;
    Button* m_keep;
    QWidget* m_before = nullptr; // in the order of Tab
    TextLabel* m_trouble;
};

} // namespace kpwatch
