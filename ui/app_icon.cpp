// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app_icon.h"

#include "resources/resources.h"

#include <QApplication>
#include <QIcon>

namespace kpwatch {

void installAppIcon() {
    initResources();
    QIcon icon;
    // Each is held as pixels: 256 would take 260 kB, the others together 100. A desktop finds it where it is installed.
    for (const int edge : {16, 22, 24, 32, 48, 64, 128})
        icon.addFile(QStringLiteral(":/icons/%1.png").arg(edge));
    QApplication::setWindowIcon(icon);
    QGuiApplication::setDesktopFileName(QStringLiteral("org.kpwatch.kpwatch"));
}

} // namespace kpwatch
