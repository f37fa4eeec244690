// SPDX-License-Identifier: GPL-3.0-or-later
// Saving the evidence of an incident: what will be in it, what stays here, how this desk is called in it; then it is
// packed beside the GUI thread, and can be stopped. GUI thread.
#pragma once

#include "ui/evidence/background.h"
#include "ui/evidence/handing_on.h"

#include <QDialog>

class QAbstractButton;
class QCheckBox;
class QLineEdit;
class QProgressBar;

namespace kpwatch {

class TextLabel;

class EvidenceDialog : public QDialog {
    Q_OBJECT
  public:
    struct About {
        std::string incident; // id
        QString title;        // "None of the four sites answered"
        QString newsroom;     // suggested; empty: nobody is named
    };
    EvidenceDialog(About about, const HandingOn& handing, QWidget* parent = nullptr);

    void save(const QString& file); // packs to there; says in the dialog how it went
    bool isPacking() const { return m_work.isRunning(); }
    void reject() override; // stops first what is under way

  private:
    void askWhere();
    void follow();
    void tell();

    const About m_about;
    const HandingOn& m_handing;
    QLineEdit *m_label, *m_organization;
    QCheckBox* m_chart;
    QProgressBar* m_progress;
    TextLabel* m_outcome;
    QAbstractButton *m_save, *m_close;
    std::optional<PackMade> m_made; // by the last work; read once it has ended
    Background m_work;              // goes first
};

} // namespace kpwatch
