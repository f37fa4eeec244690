// SPDX-License-Identifier: GPL-3.0-or-later
// The language the window speaks: English, complete, with its plurals; or another one as far as somebody has written it
// (resources/translations). What is not translated stays English. Buttons of Qt's own dialogs follow. GUI thread; what
// has been made speaks as it did and has to be made anew.
#pragma once

#include <QString>

namespace kpwatch {

// A language code ("ko"), or a path to a .qm file. Replaces what was installed before; false if there is none, which
// leaves English.
bool speak(const QString& language);

} // namespace kpwatch
