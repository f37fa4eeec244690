// SPDX-License-Identifier: GPL-3.0-or-later
// A long form whose parts tell how they stand: it scrolls, says beneath what is wrong, and ends with Save or Cancel.
// GUI thread.
#pragma once

#include "ui/live/controls.h"

#include <QDialog>
#include <QTimer>

class QScrollArea;
class QVBoxLayout;

namespace kpwatch {

// Words in a form: they wrap, and can be taken along.
TextLabel* paragraph(const QString& text, Ink ink = Ink::Text2, QWidget* parent = nullptr);

class FormDialog : public QDialog {
    Q_OBJECT
  protected:
    FormDialog(const QString& title, QSize size, QWidget* parent);

    QVBoxLayout& above(); // stays where it is
    QVBoxLayout& list();  // scrolls
    void bringIntoView(QWidget& part);
    void say(const QString& sentence); // beneath; empty: nothing
    // Now, and then once a second.
    void showStates();
    virtual void refreshStates() = 0;

  private:
    QVBoxLayout* m_above;
    QVBoxLayout* m_list;
    QScrollArea* m_scroll;
    TextLabel* m_said;
    QTimer m_eachSecond;
};

} // namespace kpwatch
