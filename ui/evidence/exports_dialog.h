// SPDX-License-Identifier: GPL-3.0-or-later
// What went out: every file that was handed on, with its numbers, and whether the record still says so; made again by
// one key. GUI thread.
#pragma once

#include "app/watchlist.h"
#include "ui/evidence/background.h"
#include "ui/evidence/handing_on.h"

#include <QDialog>

class QAbstractButton;
class QProgressBar;
class QTableWidget;

namespace kpwatch {

class TextLabel;

class ExportsDialog : public QDialog {
    Q_OBJECT
  public:
    explicit ExportsDialog(const HandingOn& handing, Watchlist watchlist = {}, QWidget* parent = nullptr);

    void makeAgain();       // the selected one
    void reject() override; // stops what is being made, else closes
    const std::vector<WentOut>& list() const { return m_list; }
    bool isBusy() const { return m_work.isRunning(); }

  private:
    PackWork workOf(const std::stop_token& stop);
    void read(const QString& outcome);
    void fill();
    void follow(); // the selection
    const WentOut* selected() const;

    const HandingOn& m_handing;
    Watchlist m_watchlist; // whose labels are said instead of ids
    QTableWidget* m_table;
    TextLabel *m_detail, *m_outcome;
    QProgressBar* m_progress;
    QAbstractButton *m_again, *m_close;
    std::vector<WentOut> m_list, m_read; // m_read by the work
    Remade m_made;                       // by the work
    bool m_making = false;
    Background m_work; // goes first
};

} // namespace kpwatch
