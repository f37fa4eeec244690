// SPDX-License-Identifier: GPL-3.0-or-later
// Buttons that Return presses as the space bar does, while they have the focus. Qt leaves Return to the default button
// of a dialog, and a person who presses it on "Reset" would have ended the dialog. GUI thread.
#pragma once

#include <QAbstractButton>
#include <QKeyEvent>
#include <QPushButton>

namespace kpwatch {

// `Base` is a button of Qt's.
template <typename Base>
class Pressable : public Base {
  public:
    using Base::Base;

  protected:
    void keyPressEvent(QKeyEvent* event) override {
        const bool wanted = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
        if (!wanted)
            Base::keyPressEvent(event);
        else if (!event->isAutoRepeat())
            this->click();
    }
};

// In the desktop's manner; never the one that ends its dialog.
class SideButton : public Pressable<QPushButton> {
  public:
    explicit SideButton(const QString& text, QWidget* parent = nullptr) : Pressable(text, parent) {
        setAutoDefault(false);
    }
};

} // namespace kpwatch
