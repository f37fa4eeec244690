// SPDX-License-Identifier: GPL-3.0-or-later
// The public sources, each a guest: switched on by the person, with what it tells, what it learns, how often it is
// asked and whom to thank. GUI thread.
#pragma once

#include "app/outside/sources.h"
#include "app/story/source_news.h"
#include "ui/settings/form_dialog.h"

#include <functional>

class QCheckBox;
class QLineEdit;
class QVBoxLayout;

namespace kpwatch {

struct SourcesDialogOptions {
    Sources sources;
    Tokens tokens;             // of this run
    bool keepsSecrets = false; // else a token has to be given again each time
    bool viewer = false;       // another program watches: it takes the choice up when it starts
    std::function<std::vector<SourceStatus>()> statuses; // how they do now
    // Throws StorageError.
    std::function<void(const Sources& sources, const Tokens& tokens)> keep;
};

class SourcesDialog : public FormDialog {
    Q_OBJECT
  public:
    explicit SourcesDialog(SourcesDialogOptions options, QWidget* parent = nullptr);

    void accept() override; // keeps what was chosen

  private:
    struct Row {
        std::string name, source; // as switchOf() and as its readings call it
        QCheckBox* on = nullptr;
        TextLabel* state = nullptr;
        QLineEdit* token = nullptr; // none: it wants none
        std::vector<std::pair<std::string Sources::*, QLineEdit*>> bases;
    };
    void addSource(QVBoxLayout& into, const char* name, const std::string& source);
    void addToken(QVBoxLayout& into, Row& row);
    void addBases(QVBoxLayout& into, Row& row);
    void refreshStates() override;
    bool take(); // false: something is wrong, and it was said

    const SourcesDialogOptions m_options;
    Sources m_sources;
    Tokens m_tokens;
    std::vector<Row> m_rows;
    QLineEdit* m_measurements = nullptr;
};

} // namespace kpwatch
