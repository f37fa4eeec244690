// SPDX-License-Identifier: GPL-3.0-or-later
// Something long is done to the record before the window can go on: how far it is, and a way to stop it. Begins by
// itself. GUI thread.
#pragma once

#include "ui/evidence/background.h"

#include <QDialog>

#include <filesystem>

class QProgressBar;
class QPushButton;

namespace kpwatch {

class TextLabel;

class WorkDialog : public QDialog {
    Q_OBJECT
  public:
    struct Words {
        QString title, doing, stopping;
    };
    static Words moving(const std::filesystem::path& directory); // the record on its way to another folder
    static Words upgrading();                                    // a record of an earlier version

    // In a thread of its own; tells how far it is (0 to 1), and throws a sentence.
    using Work = std::function<void(const std::stop_token& stop, const std::function<void(double)>& progress)>;
    WorkDialog(const Words& words, const Work& work, QWidget* parent = nullptr);

    void reject() override;                                         // stops it, and closes once it has
    const std::string& trouble() const { return m_work.trouble(); } // a sentence, or empty

  private:
    const QString m_stopping;
    QProgressBar* m_progress;
    TextLabel* m_said;
    QPushButton* m_stop;
    Background m_work; // goes first
};

} // namespace kpwatch
