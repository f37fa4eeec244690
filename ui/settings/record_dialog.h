// SPDX-License-Identifier: GPL-3.0-or-later
// The record as a thing that takes room: how big it is, a copy of it, for how long single checks are kept, and erasing
// all of it. GUI thread.
#pragma once

#include "app/evidence/pack.h"
#include "app/history/erase.h"
#include "app/history/keeping.h"
#include "ui/evidence/background.h"
#include "ui/settings/form_dialog.h"

#include <filesystem>
#include <functional>

class QCheckBox;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace kpwatch {

struct Erased {
    Erasable what;
    bool secrets = false; // those in the keychain too; it answered
};

struct RecordDialogOptions {
    std::filesystem::path directory;
    // Copies the record to a file that is not there yet; false if it was stopped. Throws what the backup command
    // throws. In a thread of its own.
    std::function<bool(const std::filesystem::path& file, const std::stop_token& stop)> copy;
    // Writes all observations to a file; how many, nullopt if it was stopped. Throws what the export command throws. In
    // a thread of its own.
    std::function<std::optional<std::uint64_t>(const std::filesystem::path& file, const PackWork& work)> exportAll;
    // Stops watching and erases; throws WriterBusyError, StorageError.
    std::function<Erased()> erase;
    std::function<void()> end; // the program, once the person has read what became of it
};

// What was erased and what was not, in sentences.
QString erasedWords(const Erased& erased);

class RecordDialog : public FormDialog {
    Q_OBJECT
  public:
    explicit RecordDialog(RecordDialogOptions options, QWidget* parent = nullptr);

    void accept() override; // keeps what was chosen
    void reject() override; // what is being written is stopped first
    void copyTo(const QString& file);
    void exportTo(const QString& file);

  protected:
    void keyPressEvent(QKeyEvent* event) override; // Return in the words erases, as their button does

  private:
    void refreshStates() override; // what may be pressed
    void copyOrStop();
    void exportOrStop();
    void write(QPushButton* by, const QString& done, const std::function<bool(const PackWork&)>& what);
    void tellWritten();
    bool mayErase() const; // the words are typed
    void eraseIfTyped();
    void eraseAll();

    const RecordDialogOptions m_options;
    QSpinBox* m_months;
    QCheckBox* m_forEver;
    QLineEdit* m_typed;
    QPushButton* m_erase;
    QPushButton* m_copy;
    QPushButton* m_export;
    QProgressBar* m_progress;
    QPushButton* m_writes = nullptr; // whose file is being written
    QString m_done;                  // what is said then
    bool m_written = false;          // by the thread, before it ends
    Background m_work;
};

} // namespace kpwatch
