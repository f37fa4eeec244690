// SPDX-License-Identifier: GPL-3.0-or-later
// Who logs out, closes the terminal or presses Ctrl+C asks the program to end: it does so as if its window had been
// closed, with everything saved.
#pragma once

class QCoreApplication;

namespace kpwatch {

// For SIGINT, SIGTERM and SIGHUP, of which none that was ignored (nohup) is taken up. The same signal a second time
// ends the program at once. The application's thread, once. Throws StorageError where no pipe can be opened.
void quitOnSignals(QCoreApplication& application);

} // namespace kpwatch
