// SPDX-License-Identifier: GPL-3.0-or-later
// A pack or an observation file of somebody else, opened like a document: read and checked beside the window, told in a
// sentence, and taken in if the person wants it. GUI thread.
#pragma once

#include "app/evidence/pack.h"
#include "ui/evidence/background.h"

#include <QDialog>

class QProgressBar;

namespace kpwatch {

class Button;
class TextLabel;

class PackOffer : public QDialog {
    Q_OBJECT
  public:
    // `check` and `take` block and are called from a thread of their own; they throw InputError, StorageError and
    // WriterBusyError.
    struct Asked {
        std::string file;
        std::function<PackVerdict(const PackWork&)> check;
        std::function<std::uint64_t(const std::stop_token&)> take; // all or nothing; how many checks are new
    };
    explicit PackOffer(Asked asked, QWidget* parent = nullptr);

    void reject() override;         // stops what is being done, then closes
    std::string tookInFrom() const; // id of the desk whose lanes stand beside ours now; empty: nobody's

  private:
    enum class Stage { Checking, Asking, Taking, Over };
    void take();
    void tell(); // what the thread came to
    void follow();
    QString verdictWords() const;
    QString overtakenWords() const; // with a space before; empty if there are none
    bool isOurs() const;            // there is nothing in it to take

    Asked m_asked;
    Stage m_stage = Stage::Checking;
    bool m_closing = false;
    bool m_tookIn = false;
    std::optional<PackVerdict> m_verdict; // written by the thread, read after it ended; as is
    std::uint64_t m_new = 0;
    TextLabel* m_title;
    QProgressBar* m_progress;
    TextLabel* m_said;
    Button *m_take, *m_close;
    Background m_work;
};

} // namespace kpwatch
