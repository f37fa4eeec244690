// SPDX-License-Identifier: GPL-3.0-or-later
// The record as a thing that takes room: how big it is, for how long single checks are kept, and erasing all of it. GUI
// thread.
#pragma once

#include "app/evidence/pack.h"
#include "app/history/keeping.h"
#include "ui/evidence/background.h"

#include <QDialog>

#include <filesystem>
#include <functional>

class QCheckBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace kpwatch {

struct RecordDialogOptions {
    std::filesystem::path directory;
    // Writes all observations to a file; how many, nullopt if it was stopped. Throws what the export command throws. In
    // a thread of its own.
    std::function<std::optional<std::uint64_t>(const std::filesystem::path& file, const PackWork& work)> exportAll;
    // Stops watching, erases and ends the program; throws WriterBusyError, StorageError.
    std::function<void()> erase;
};

class RecordDialog : public QDialog {
    Q_OBJECT
  public:
    explicit RecordDialog(RecordDialogOptions options, QWidget* parent = nullptr);

    void accept() override; // keeps what was chosen
    void reject() override; // what is being exported is stopped first
    void exportTo(const QString& file);

  private:
    void choose();
    void exportFirst();
    void tellExported();
    void eraseAll();
    void say(const QString& sentence);

    const RecordDialogOptions m_options;
    QSpinBox* m_months;
    QCheckBox* m_forEver;
    QLineEdit* m_typed;
    QPushButton* m_erase;
    QPushButton* m_export;
    QProgressBar* m_progress;
    QLabel* m_said;
    QString m_file;                         // that is being written
    std::optional<std::uint64_t> m_written; // by the thread, before it ends
    Background m_work;
};

} // namespace kpwatch
