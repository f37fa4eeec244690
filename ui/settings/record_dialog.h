// SPDX-License-Identifier: GPL-3.0-or-later
// The record as a thing that takes room: how big it is, for how long single checks are kept, and erasing all of it. GUI
// thread.
#pragma once

#include "app/history/keeping.h"

#include <QDialog>

#include <filesystem>
#include <functional>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace kpwatch {

struct RecordDialogOptions {
    std::filesystem::path directory;
    // Writes all observations to a file; throws what the export command throws.
    std::function<void(const std::filesystem::path& file)> exportAll;
    // Stops watching, erases and ends the program; throws WriterBusyError, StorageError.
    std::function<void()> erase;
};

class RecordDialog : public QDialog {
    Q_OBJECT
  public:
    explicit RecordDialog(RecordDialogOptions options, QWidget* parent = nullptr);

    void accept() override; // keeps what was chosen

  private:
    void choose();
    void exportFirst();
    void eraseAll();
    void say(const QString& sentence);

    const RecordDialogOptions m_options;
    QSpinBox* m_months;
    QCheckBox* m_forEver;
    QLineEdit* m_typed;
    QPushButton* m_erase;
    QLabel* m_said;
};

} // namespace kpwatch
