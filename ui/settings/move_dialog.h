// SPDX-License-Identifier: GPL-3.0-or-later
// The record on its way to another folder: how far it is, and a way to stop it. Begins by itself. GUI thread.
#pragma once

#include "ui/evidence/background.h"

#include <QDialog>

#include <filesystem>

class QProgressBar;
class QPushButton;

namespace kpwatch {

class TextLabel;

class MoveDialog : public QDialog {
    Q_OBJECT
  public:
    // In a thread of its own; tells how far it is (0 to 1), and throws a sentence.
    using Copying = std::function<void(const std::stop_token& stop, const std::function<void(double)>& progress)>;
    MoveDialog(const std::filesystem::path& directory, const Copying& copying, QWidget* parent = nullptr);

    void reject() override;                                         // stops it, and closes once it has
    const std::string& trouble() const { return m_work.trouble(); } // a sentence, or empty

  private:
    QProgressBar* m_progress;
    TextLabel* m_said;
    QPushButton* m_stop;
    Background m_work; // goes first
};

} // namespace kpwatch
