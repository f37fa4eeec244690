// SPDX-License-Identifier: GPL-3.0-or-later
// A person's word on an incident: what is to be done with it, and why. Nothing is done without a reason. GUI thread.
#pragma once

#include "app/story/incident.h"

#include <QDialog>

class QDateTimeEdit;
class QPlainTextEdit;
class QPushButton;

namespace kpwatch {

class Selector;
class TextLabel;

class JudgeDialog : public QDialog {
    Q_OBJECT
  public:
    struct About {
        const Incident& incident;
        const std::vector<Incident>& log;
        const Watchlist& watchlist;
        UtcTime now;
        const std::vector<UtcTime>& lineChanges; // no merge goes across one
    };
    // Whether there is anything to choose: an incident of one host cannot lose it.
    static bool makesSense(Hand hand, const About& about);

    JudgeDialog(Hand hand, const About& about, QWidget* parent = nullptr);
    // To take back what was said under this number.
    JudgeDialog(const Judgement& undone, const About& about, QWidget* parent = nullptr);

    Judgement judgement(UtcTime now) const;

  private:
    void fill(const About& about);
    void finish();
    void fillOthers(const About& about);
    void fillMoments(const About& about);
    void fillMembers(const About& about);
    void follow();
    QString trouble() const; // with what was entered; empty while it only lacks a reason

    const Hand m_hand;
    const std::string m_incident;
    const std::int64_t m_undoes;
    Selector* m_choice = nullptr;
    QDateTimeEdit* m_from = nullptr;
    QDateTimeEdit* m_to = nullptr;
    QPlainTextEdit* m_reason;
    TextLabel* m_trouble = nullptr;
    QPushButton* m_done = nullptr;
};

} // namespace kpwatch
