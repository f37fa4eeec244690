// SPDX-License-Identifier: GPL-3.0-or-later
// A sentence in a window of its own, and buttons. Its text stands as it is: Qt's own message box guesses whether it is
// markup. GUI thread; block until it is closed.
#pragma once

#include <QString>

class QWidget;

namespace kpwatch {

void tellPlainly(QWidget* parent, const QString& title, const QString& text);
// True if the person chose to; `choice` is the word on the button beside "Cancel".
bool askPlainly(QWidget* parent, const QString& title, const QString& text, const QString& choice);

} // namespace kpwatch
