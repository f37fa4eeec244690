// SPDX-License-Identifier: GPL-3.0-or-later
// Who is told, by which way, and when not: this desktop, the channels, quiet hours. Each channel is switched on by the
// person, with what leaves to whom beside it, and may be tried. GUI thread.
#pragma once

#include "app/tell/courier.h"
#include "ui/settings/form_dialog.h"

#include <functional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTimeEdit;
class QVBoxLayout;

namespace kpwatch {

struct TellingChoice {
    bool here = true; // by notifications of this desktop
    Channels channels;
    Secrets secrets;
};

struct TellingDialogOptions {
    TellingChoice choice;
    bool desktopShows = true;  // somebody shows notifications
    bool channels = true;      // are offered: not where everything is made up
    bool keepsSecrets = false; // else they have to be given again each time
    bool viewer = false;       // another program watches: it is that one which tells the channels
    WayOut way;                // by which messages leave
    std::function<void()> tryHere;
    std::function<void(ChannelKind, const Channels&, const Secrets&)> tryOne;
    std::function<ChannelStatus(ChannelKind)> trialOf;
    std::function<std::vector<ChannelStatus>()> statuses; // of those that are on
    std::function<void(const TellingChoice&)> keep;       // throws StorageError
};

class TellingDialog : public FormDialog {
    Q_OBJECT
  public:
    explicit TellingDialog(TellingDialogOptions options, QWidget* parent = nullptr);

    void accept() override; // keeps what was chosen; stays open, and says why, if something is wrong

  private:
    struct Part { // of one channel
        ChannelKind kind{};
        QCheckBox* on = nullptr;
        QComboBox* least = nullptr;
        QPushButton* trial = nullptr;
        TextLabel* wrong = nullptr;
        QWidget* marked = nullptr; // the field it is about
        QString saidOfMarked{};    // before
        TextLabel* state = nullptr;
    };
    void addDesktop(QVBoxLayout& into);
    void addQuiet(QVBoxLayout& into);
    void addChannel(QVBoxLayout& into, ChannelKind kind);
    void addEntries(QFormLayout& form, ChannelKind kind);
    void addMailEntries(QFormLayout& form);
    QLineEdit* entry(QFormLayout& form, const QString& label, const char* name, const std::string& text);
    QLineEdit* secret(QFormLayout& form, const QString& label, SecretKind kind);
    TellingChoice taken() const; // as it is entered
    void sayWrong(Part& part, const TellingChoice& choice);
    bool isRight(Part& part, const TellingChoice& choice);
    void followEntries();
    QWidget* fieldOf(WrongEntry wrong, ChannelKind kind) const;
    void tryChannel(Part& part);
    void refreshStates() override;

    const TellingDialogOptions m_options;
    QCheckBox* m_here = nullptr;
    QCheckBox* m_quiet = nullptr;
    QTimeEdit *m_from = nullptr, *m_to = nullptr;
    QSpinBox* m_holdDown = nullptr;
    std::vector<Part> m_parts;
    std::map<SecretKind, QLineEdit*> m_secrets;
    QLineEdit *m_ntfyServer = nullptr, *m_mailServer = nullptr, *m_mailUser = nullptr, *m_mailFrom = nullptr,
              *m_mailTo = nullptr;
    QCheckBox* m_ntfyToken = nullptr;
    QComboBox* m_mailSafety = nullptr;
    QSpinBox* m_mailPort = nullptr;
};

} // namespace kpwatch
