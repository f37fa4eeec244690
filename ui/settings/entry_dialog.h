// SPDX-License-Identifier: GPL-3.0-or-later
// One target or control as a form: which fields there are follows from what is asked. What the reader of files would
// refuse is said beneath its field once somebody has typed there or wants it taken, and is not taken. GUI thread.
#pragma once

#include "app/watchlist_draft.h"

#include <QDialog>

#include <map>
#include <set>

class QFormLayout;
class QLineEdit;

namespace kpwatch {

class Selector;
class TextLabel;

struct EntryDialogOptions {
    WatchlistDraft draft;
    std::optional<DraftPlace> place; // of an entry that is there; none: a new one
    bool control = false;            // which of the two a new one is
    Settings settings;
};

class EntryDialog : public QDialog {
    Q_OBJECT
  public:
    explicit EntryDialog(EntryDialogOptions options, QWidget* parent = nullptr);

    // The whole list with what was typed.
    WatchlistDraft draft() const { return draft({}); }
    DraftPlace place() const { return m_at; }
    void accept() override; // says what is wrong instead, as long as something is

  private:
    struct Field {
        QLineEdit* edit;
        QWidget* label;
        TextLabel* fault;
        bool typedIn = false;
    };
    Field& add(QFormLayout& form, const char* key, const QString& name, const QString& hint);
    void makeKinds(QFormLayout& form);
    void makePlaces(QFormLayout& form);
    void fill();
    // Where something sound stands instead of what was typed: so that the reader tells what else is wrong.
    using Mended = std::set<std::string>;
    DraftEntry typed(const Mended& mended) const;
    WatchlistDraft draft(const Mended& mended) const;
    std::optional<DraftFault> follow();
    std::string fieldOf(const DraftFault& fault, const WatchlistDraft& list) const; // its key in m_fields; empty: none
    void showField(const char* key, bool shown);

    const EntryDialogOptions m_options;
    const bool m_control;
    DraftEntry m_before;
    DraftPlace m_at;
    std::map<std::string, Field> m_fields; // by the key of the file
    Selector *m_kind, *m_place, *m_via = nullptr, *m_type;
    TextLabel* m_fault;
    bool m_typedIn = false; // anywhere
    bool m_explains;        // all that is wrong, also where nobody has typed
};

} // namespace kpwatch
